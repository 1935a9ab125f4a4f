"""Speed and memory, measured as ratios against something run beside it.

`make bench` runs whole processes in turn with Typst on the standard pack (39 and 355 pages; charts
aside, tags and ActualText on), and with charts beside matplotlib's SVG followed by Typst;
`tests/benchmarks` also has the window (first paint beside a bare window, waits of the event loop,
live pages, large visits) and tables in. It prints medians, ratios and targets. The numbers of the
last measurement are in CHANGELOG.md. Tests contain no timing.

`make beside-typst` measures how well pages are set: last lines, line ends, what is parted
(`beside_typst`).
"""
