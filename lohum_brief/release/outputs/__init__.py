"""The kinds of files that packs become: one module each, named by its suffix, with its `OUTPUT`.

Nothing else lists them. Another output is another module here.
"""
