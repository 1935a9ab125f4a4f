"""The program around its windows: starting, opening, help, and Qt's own words."""
