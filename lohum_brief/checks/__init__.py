"""Rules over a visit. Each module is one rule: a function from a visit to findings; `run` asks them
all.
"""
