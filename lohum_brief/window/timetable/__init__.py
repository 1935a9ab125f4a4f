"""The place of the programme."""
