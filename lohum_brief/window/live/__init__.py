"""The live pages of a pack: shown, searched, exported, printed."""
