"""How fast packs are made, beside Typst on the same content. Run on demand: `make bench`."""
