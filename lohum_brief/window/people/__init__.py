"""Forms of people, organisations and groups."""
