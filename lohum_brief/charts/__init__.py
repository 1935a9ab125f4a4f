"""Charts: the data of a record shaped, then drawn by matplotlib with the pack's own letters.

What comes out is a plain drawing of a document.
"""
