"""From a visit and a pack to a file that is handed over."""
