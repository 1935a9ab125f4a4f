"""`python -m lohum_brief` is `lohum-brief`."""

from lohum_brief.cli import run

run()
