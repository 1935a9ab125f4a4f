"""The model: frozen records, the visit they make, edits on it. Pure values: no files, no Qt."""
