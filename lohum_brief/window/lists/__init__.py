"""Tables of records: shown, sorted, filtered, reordered, imported and saved."""
