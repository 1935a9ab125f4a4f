"""The tests lie as the packages do and say what a user would notice.

`packs/test_secrecy` prints random visits for every audience and searches the pages;
`packs/readback` reads packs back as other readers do; `packs/hostile` holds visits that must print
whole or be refused by their place; `language/test_house` keeps catalogues, help, sample and
templates to the house style of `translations/README.md`; `packs/foreign_words.toml` lists what of
another script a pack in one language may hold. `make nightly` runs random and hostile visits by the
thousand, `make try-windows` the command line under wine, `make try-readers` what Firefox makes of
the pages.
"""
