"""What the window and the process beside it say to each other, by subject.

`service.calls` says what answers what.
"""
