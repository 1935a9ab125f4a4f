"""What the process does for each request, by subject.

A module is imported with the first request that needs it.
"""
