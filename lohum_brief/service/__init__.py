"""The process beside the window: it sets pages, finds faults and reads tables, so that the window never waits."""
