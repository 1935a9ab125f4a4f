"""Editors of records: forms, texts in three languages, grids."""
