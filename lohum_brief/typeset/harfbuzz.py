"""HarfBuzz, imported without what it hardly ever needs."""

from lohum_brief.lean_imports import lean

with lean("uharfbuzz"):
    import uharfbuzz as hb

__all__ = ["hb"]
