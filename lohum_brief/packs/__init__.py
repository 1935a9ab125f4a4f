"""Packs: admit what an audience may read, plan it as a document, have it typeset. One module for each kind of content."""
