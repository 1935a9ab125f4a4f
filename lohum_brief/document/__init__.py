"""A document: plain values that say what stands on its pages, in which languages and in what style.

Packs and charts make them, and every output reads them. Nothing here sets a line or opens a font.

A `document.Document` has `blocks` in the order in which they are read. Their text is in
`paragraphs`: a `Para` for each language, made of spans that each have a language and a `style`.
`roles` say which paragraphs are titles; a table says which are its heads and which column names its
rows; `drawings` and `images` say in words what they show. `geometry` and `tracks` are the page and
its columns. `ruler` is how packs and charts measure; `unprintable` is what an output raises.

- **The values are part of what drafts are known by**: the mark of a draft (`packs.marks`) is a
  digest of the document with the names of its fields. A new field, or another form of a value,
  gives every draft another mark.
- **Inks and paths are written as a PDF has them**, because most of them end there;
  `style.components` reads an ink for other outputs.
"""
