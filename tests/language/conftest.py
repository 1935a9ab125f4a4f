"""The compiled catalogues that the other tests of this folder read."""

import pytest

from lohum_brief.language.codes import LANGS
from lohum_brief.language.compile import compile_catalogues
from lohum_brief.paths import catalogue_file


@pytest.fixture(autouse=True, scope="session")
def _compiled() -> None:
    """Compile what is missing or older than its source; a replaced file is never seen half written."""
    for lang in LANGS:
        po, mo = catalogue_file(lang).with_suffix(".po"), catalogue_file(lang)
        if po.exists() and (not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime):
            compile_catalogues(po.parent)
