"""Where visits live.

`protocol` says what every store can do, `locate` finds the one that an address means.
"""
