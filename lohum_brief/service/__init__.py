"""The process beside the window, so that the window never waits.

It sets pages, finds faults and reads tables.
"""
