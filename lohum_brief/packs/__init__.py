"""Packs: admit what an audience may read, plan it as a document. One module for each content.

- **One table of audiences** (`visit/audiences`): which audience a kind of record, or a sort of
  note, begins with, and which it may never go below. What is added begins so wherever it comes
  from. `admit` goes by that floor whatever a record claims; where such a record would have printed,
  the pack is refused (`packs/floors`), for a page without it would tell nobody that the file has to
  be mended.
- **One table of sections** (`visit/sections`): for each content what it lists and what stands
  beside that; the module of `packs` of its name builds it. The plan, what a pack is said to print,
  what keeps it back and the counts in the window read it. A section with nothing in it prints
  neither heading nor line of the contents.
- **Two kinds of form** (`packs/brief.NEUTRAL`): a pack in one language has that language's numbers,
  dates and zones everywhere; what one in several languages prints once has the neutral form. A name
  prints its best known form with a small mark for the one that is missing (`packs/naming`).
- **A draft bears a mark** (`packs/marks`): six characters of the digest of the planned document and
  of what its charts were asked to show, so of admitted content only. Drafts are stored nowhere:
  `release/drafts` plans earlier states again until one has the mark, first those at which this
  computer printed it (`release/printed`).
- **What keeps an edition back** (`release/weighing`) counts only what would print. Which texts
  reach paper is not said a second time: `packs/probing` sets a sign behind each and searches the
  planned document. A cause may be answered for place by place (`release/blockers`); name and reason
  stand in the edition.
- **Checks** are rules over the whole visit; which findings count for a pack is decided when it is
  weighed. Numbers of two languages are compared by what they mean (`language/typed`): each text
  gives its mentions, in figures or words, with units, months and times.
"""
