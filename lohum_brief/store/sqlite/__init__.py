"""A visit as a file: SQLite as an application file, with journal, digests, lock and backups."""
