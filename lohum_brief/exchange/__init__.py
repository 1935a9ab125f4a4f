"""Tables in and out: read what a spreadsheet holds, compare it with the visit, write records.

`exchange` goes one way: `reading` gives sheets of cells (`delimited`, `workbooks`), `layouts` finds
the heading and `headings` what each one means, `sheet_rows` takes the rows of the list (totals and
signatures are known by `footers`, headings among them by `sections`, “as above” by `dittos`),
`kinds` makes of a row what its kind needs (names, `clocks`, values with units), `row_fields` and
`readers` the rest (`exact` where the table is ours), `outcome` says which record each row is
(`identity`) and builds the new one (`building`), `importing` gives a `Preview`. `measuring` brings
values into the unit of their metric or series. Nothing is written until a preview is turned into
one edit. Whatever a workbook does to its reader, it does to a child process (`workbook_child`) with
limits on memory and time; `xlsx` and `ods` stream the XML for what calamine does not tell: errors,
formulas without values, formats, fonts. Texts and workbooks are judged by their content, never by
their name. A table that `writing` made has the paths of fields (`fields`) as its headings and is
read back exactly; in all others spaces are trimmed, empty cells say nothing, and a cell that cannot
be read is left out alone where its record does without it, else with its row.

On whose side people are (`sides`) and that a row is kept from guests (`marks`; what only such rows
name, `members`) is read wherever a table says it: in a cell, a heading, a row above, a caption.

What has two meanings is never guessed: it is asked about, once a column (`questions`, with the
`doubts` of each shape of table). Answers about an office's words are kept for its next list with
the same headings (`release/answers`); what is true of one list, and what names people, is asked
anew. A name that can be read in several ways is read as is likeliest and offers the others
(`alternatives`).
"""
