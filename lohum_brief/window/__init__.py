"""The desktop program. The only package that imports PySide6.

`Session` holds the file open and makes every edit through it; whoever shows something listens to
its `changed`. One process serves all windows of a user: a second start hands its file over a
private socket. Pages are set, faults found, tables read and minerals compared in a process beside
the window (`service`) that follows the visit edit by edit, so that the window never waits; when it
dies another takes over. It keeps set strips, drawn pages, fonts and charts
(`service.screen.Memory`), so that an edit sets anew only what it touched; checks let pages go
first. The program starts itself again in one way only (`processes.py`), which also works in a
bundle without a Python.

The frame (`main`, `middle`, `commands`, `header`, `sidebar`, `panels`, `parts`), the `session` and
the `service` lie in `window` itself; a package each have the editors of records (`fields`), tables
and imports (`lists`), the live pages, export and print (`live`), the places (`overview`,
`timetable`, `people`, `figures`, `packs`), findings and earlier states (`review`), find anything
(`search`), and what is around the windows (`program`). Which imports which is a contract of its own
in `pyproject.toml`. Nothing below the program imports the window itself: what a part asks of it is
a small protocol (`protocols`, `live/host`, `place_host`, and in `commands`, `following` and
`search/opening` their own). What makes a place lies in its package (`overview_place`); `contents`
lists it, and the panels of kinds.

- **Edits go on when their file cannot be written** (`ahead`): they wait in order, are told in a
  banner and written when the file is back. Where the disk is slow, a thread writes. Whatever waits
  at the end of a session is put among the earlier states.
- **Widgets are made within the parent they stay in**, because Qt styles a whole subtree anew at
  every change of parent. Another language, colours or size take all widgets down, make the frame at
  once and the rest part by part; `resuming` gives keyboard, filter and refused input back.
- **A document is closed before its bytes** (`live/drawn`): a warning from the thread that draws
  waits for Python, since we have to hear Qt's word that the display is lost (`program/ending`).
- **One history of undo**: fields have none of their own; what an undo brings back is shown
  (`following`).
- **All scripts get the ascent of Latin** when their faces are loaded (`fonts`), or Devanagari would
  hang above the line beside other scripts and Japanese below.
- **Forms are read off the model's types** (`fields.schema`): a field added to a record has its
  editor at once. Kinds that deserve more have a panel in their form (`fields.panel`), which
  `contents` gives it.
- **The window paints before it fills**: the frame first, then the place, the pages and the
  findings, each in a turn of its own.
- **Figures in a field are one character each**, drawn as a chip with what they print (`chips`);
  what is stored and copied is the token. Marks under words are drawn by us (`marking`), because Qt
  cuts its underlines off at the descent.
- **What a translation was made from** is read from the journal (`OpenVisit.history`,
  `visit/ageing`): nothing is stored twice to be compared.
- **Hints have a word list for English only** (`language/wordlist`, `language/spelling`; the visit's
  own words in `visit/vocabulary`). It is kept as strings by beginning, a tenth of a set, read in
  steps of 8 ms once it is wanted. A word with a capital is a name unless it is one slip from a
  common word. The free Hindi list does not know every twelfth word of the sample and is under the
  GPL: rules serve better.
- **Tables keep their own order and filter**, worked in steps of 8 ms over kept keys: a proxy model
  would sort and filter in one go.
- **The lines of an import's preview stay in the process that read them** and come when they are
  looked at.
- **A fix is data of a finding**: which field, what it held, what it becomes. It is made an edit
  only while the field still holds that; several combine. An ignored finding is a record (`waiver`,
  for hosts, never printed) that ends when the text it was about changes.
- **Qt's own words** are a catalogue made in memory from ours: a translator written in Python is
  asked by Qt's threads too.
- **Printing** hands the PDF to CUPS where there is one; elsewhere pages are drawn in bands at the
  printer's resolution.
"""

import PySide6.QtCore  # noqa: F401 - puts its import in place

from lohum_brief.lean_imports import plain_import

plain_import()  # before any module that it makes quicker
