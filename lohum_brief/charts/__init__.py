"""Charts: the data of a record shaped, then drawn by matplotlib with the pack's own letters.

What comes out is a plain drawing of a document.

`data` takes the figures of a chart from the visit, exactly and once for all languages (`written`
for rows written out, `series`, `histories` of metrics); each form (`bars`, `lines`, `tables`,
`stages`) then draws them, for one language or for several, into a `canvas`; `renderer` turns what
matplotlib draws into the plain shapes of `document.drawings`; `packs.charts` puts title, unit,
source, drawing and, on request, the figures as a table into a section. The engine knows only
drawings: paths and labels.

- **Why matplotlib**: scales, axes, grids, stacks, meshes, markers, curves and clipping are there
  and right. What it is not used for is text: each of its texts opens a font of its own to know the
  height of a line, and would have to be shaped again. All letters are placed by `canvas` from the
  widths of our own shaping, which is also why margins are fixed and nothing is laid out twice.
- **It is imported lean** (`library`), only by packs with charts: without searching the machine for
  fonts, without a file in the user's home, without the user's settings, without the help texts of
  its classes. That and drawing no text make eight charts cost a fifth of their SVG.
- **pandas shapes series and histories** (`frames`): aligned by place and period, the largest and
  the rest, shares, several minerals side by side. Columns are objects that hold Decimal, so no
  figure becomes a float. Loading it costs 0.12 s on top of matplotlib and only those charts pay:
  rows written out, gauges and timelines, packs without charts, a check that finds nothing amiss and
  the window itself do without.
- **Labels never meet**: names are measured, then shrunk, broken, set in several rows, moved aside,
  or the bars are laid on their side; a value that has no room beside others is left to the axis.
  The tests look at every form in every language with the longest names there are.
- **A mineral has one tone in all charts**, neighbours differ by 15 L* or by hatches, and only the
  two house inks have a colour.
"""
