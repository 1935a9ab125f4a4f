"""A document: plain values that say what stands on its pages, in which languages and in what style.

Packs and charts make them, and every output reads them. Nothing here sets a line or opens a font.
"""
