"""How well pages are set, beside Typst with the same faces and texts: `python -m
tests.benchmarks.beside_typst` (`--pictures FOLDER` for the pages side by side).

Four kinds of page of the sample (running text, figures, people, programme), each in all pairs of
languages, and Japanese in a thousand widths. `content` plans them, `theirs` sets them by Typst,
`boxes` reads both files and `measures` counts. Every paragraph has an ink of its own, so that its
lines are found again in either file, whatever the order in which a reader meets them.
"""
