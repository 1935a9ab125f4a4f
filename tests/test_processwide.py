"""What changes the process as a whole is written in one place, and modules are kept from loading in
three.
"""

import re
from pathlib import Path

import pytest

import lohum_brief

PACKAGE = Path(lohum_brief.__file__).parent


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        (r"\bimport gc\b|\bos\._exit\b|\b_run_exitfuncs\b", {"processwide.py"}),
        # ReportLab's settings are code of the user's; matplotlib and pandas would write to the
        # user's home.
        (r"\bsys\.modules\b", {"lean_imports.py", "typeset/pdf/isolation.py", "charts/library.py"}),
        # A tenth of a cold export of a card, 7 % of the time to first paint.
        (
            r"\bbuiltins\.__import__|\bfrom _\w+ import|\b__orig_import__\b",
            {"lean_imports.py"},
        ),
    ],
)
def test_no_module_changes_the_process_beside_those_that_say_why(
    pattern: str, places: set[str]
) -> None:
    code = {
        path.relative_to(PACKAGE).as_posix(): re.sub(
            r'"""[\s\S]*?"""|#[^\n]*', "", path.read_text(encoding="utf-8")
        )
        for path in PACKAGE.rglob("*.py")
    }
    assert {name for name, text in code.items() if re.search(pattern, text)} == places
