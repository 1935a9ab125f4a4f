"""Charts: a record's data shaped, then drawn by matplotlib as a plain drawing with the pack's own letters."""
