"""The place of the packs."""
