"""From a visit and a pack to a file that is handed over.

`gate` refuses what must not be printed, `rendering` plans a pack and lets an output make a file of
it, `writing` puts that in its place whole, `editions` number and note it.

- **An output is a module of `outputs`, found by its name, which is its suffix** (`output`). The
  name of the file asked for says which it becomes. Editions know their files again by the digest
  of their output, so that one that states the time of writing can still be known.
- **What no page has room for is found by trying it** (`trying`), not by a rule: only what may be
  too large by the length of its words, each record alone in each pack, and once until it changes.
  `checks.run` is handed it from above, by the command line and the process beside the window.
- **The screen has a PDF of its own** (`service.screen`), whatever outputs there are: pages are
  shown and printed from it.
"""
