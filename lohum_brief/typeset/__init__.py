"""A multilingual typesetting engine that makes PDF of documents; it knows nothing of visits.

`compose` measures every block once, paginates, then draws once.

1. `shaping` asks HarfBuzz in batches; `tokens` keeps each distinct word of the document with its
   width and ready operators (`codes`). A paragraph whose words occur nowhere else is shaped as one
   `strand` and set straight from its glyphs: tokens pay only when they are used again. A code (CID)
   stands for one pair of glyph and text, so that text reads back without guessing.
2. `paragraph` breaks lines from the tokens' widths, first fit; where that ends in a lone word or on
   uneven lines, `evening` breaks the paragraph as a whole. ICU says where (strict kinsoku),
   `language.breaking` adds our own rules, `language.binding` what no line parts: a number and its
   unit or counter, a date, a range, a name and its honorific.
   `spacing` has the blanks of Japanese punctuation and what stands between Japanese and Latin,
   `filling` in which order a justified line takes them in or widens them, `readings` how furigana
   are spread and hang over (JLREQ).
3. `measurer` and `tables` turn blocks into `strips`, horizontal slices that a page break may part.
   The columns of a paragraph lie in the same strips: they begin at the same height and break across
   pages together. A facing spread is a wide page of two sides, so parallel, stacked and facing are
   one mechanism; `geometry` says where each language goes. A table whose numbers do not fit gets
   wider columns, then smaller type (`table_widths`), then a page on its side, and is refused only
   then.
4. `pagination` fills pages, `compose` draws them in reading order, `pdf` writes them: tags,
   structure tree, XMP, output intent, subset fonts, object streams.

Decisions that surprise at first sight:

- **The embedded fonts have an em of their own** (`faces.EM`). The scripts are scaled to look
  equally large (Devanagari 1.07, Japanese 0.98 of Latin) and all get the same nominal size, 1.13
  times what a style says. A generous leading is then still below 1.5 ems, up to which poppler takes
  lines for one paragraph; above it, columns are read across.
- **Content is marked `/Span` with ActualText per line**: poppler honours ActualText only there.
  Readings over kanji are artifacts with an empty ActualText, or they would land in the middle of
  sentences.
- **Words are not parted at hyphens**: a reader that copies text cannot tell such a hyphen from one
  that only divides, and drops it. A hyphen that ActualText leaves out parts the word in PDFium,
  MuPDF and poppler, and stays in pdf.js and pypdf, which read the glyph's own text.
- **The numbers of marks lead to the list**: the engine knows a numbered list and the marks that
  cite it, not sources.
- **The pen moves in small steps**: pypdf takes one large step inside a word, as marks need it, for
  a space.
- **ReportLab's document objects, not its canvas**: importing the canvas costs more than its
  operators save; what it lacks (output intents, structure parents, tab order) is subclassed in
  `typeset/pdf/objects.py`. Settings files and `RL_*` variables of the user are kept from it
  (`isolation.py`), because it runs them as code.
- **Figure tokens are printed before planning** (`packs/figures.py`): the whole admitted visit is
  gone through once, so no section can forget to, and what a text's figures cite is cited with the
  text. A token that fails stops the pack only where it would print.
- **Furigana are parsed in `language`**, since checks and packs need the plain text too.
- **The command line has a reader of its own** (`cli/grammar.py`): argparse cannot speak Hindi or
  Japanese, answers in several lines, and costs a cold export 15 ms.
- **Values of the engine are msgspec structs**, which are made in a fifth of the time of named
  tuples. Libraries are imported without what no pack uses (`lean_imports`, where the saving is
  written); the resting collector and leaving at once are in `processwide`.
- **Pages for the screen** (`screen`, `memory`) keep the strips of blocks and the drawn pages that
  did not change; their file has neither structure nor links. Printing may use it, an export never
  does.
- **The collector rests while a pack is made**: half a million objects live at once and none may be
  in a cycle (a test looks), so that all goes when the pack is done.
- A programme card that does not fit its page is planned again with denser type, down to 6.6 points.
"""
