"""Tables in and tables out: read what a spreadsheet holds, compare it with the visit, write records as a table."""
