"""What it takes to add something to the program: small example changes that work, and how many
files they touch.
"""
