"""Each test starts a fresh interpreter, as the program does: what is imported first counts."""

import subprocess
import sys

import pytest

SPARED = [
    *("typing_extensions", "inspect", "platform", "urllib.parse", "hashlib", "tempfile", "pickle"),
    *("ast", "base64", "glob", "heapq", "PIL.Image", "msgspec.inspect", "msgspec._json_schema"),
    *("reportlab.lib.rl_accel", "reportlab.pdfbase.pdfmetrics", "reportlab.pdfbase.pdfutils"),
]


def _run(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


def test_what_is_spared_is_not_loaded_and_nothing_stands_in_its_place() -> None:
    _run(f"""
import sys
import lohum_brief.cli
from lohum_brief.document.blocks import Flow
from lohum_brief.document.document import Document
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.style import BODY
from lohum_brief.typeset.compose import compose
text = Flow((Para((Span("Plant tour", "en", BODY),), "en"),))
compose(Document("Visit", ("en",), "parallel", (text,)))
assert not set({SPARED}) & set(sys.modules), set({SPARED}) & set(sys.modules)
""")


@pytest.mark.parametrize("module", SPARED)
def test_whoever_imports_it_later_gets_the_module_itself(module: str) -> None:
    _run(f"""
import sys
import lohum_brief.cli
from lohum_brief.typeset import compose
import {module}
found = sys.modules["{module}"]
assert type(found).__name__ == "module" and found.__spec__.origin not in (None, ""), found
""")


@pytest.mark.parametrize(
    "use",
    [
        "import msgspec; assert msgspec.json.schema(int) == {'type': 'integer'}",
        "import msgspec; assert type(msgspec.inspect.type_info(int)).__name__ == 'IntType'",
        "from pathlib import Path; assert Path('/a b').as_uri() == 'file:///a%20b'",
        "import uuid; assert uuid.uuid4() != uuid.uuid1()",
        # As types of fields are read that msgspec looks for in both modules.
        (
            "import msgspec, typing\n"
            "T = typing.TypedDict('T', {'a': typing.Required[int], 'b': typing.NotRequired[int]})\n"
            "assert msgspec.json.decode(b'{\"a\":1}', type=T) == {'a': 1}"
        ),
        "from reportlab.lib import utils; assert utils.unquote('%41') == 'A' and utils.rl_safe_eval('1+1') == 2",
        "from reportlab.lib import utils; assert utils.decode_label(utils.encode_label((1, 'a'))) == (1, 'a')",
        "from reportlab.pdfbase import pdfdoc; assert pdfdoc.fp_str(1.5, 2) == '1.5 2'",
        "from queue import PriorityQueue as Q; q = Q(); q.put(2); q.put(1); assert q.get() == 1",
        (
            "from lohum_brief.lean_imports import blake2b; import hashlib\n"
            "assert blake2b(b'x', digest_size=9).digest() == hashlib.blake2b(b'x', digest_size=9).digest()"
        ),
    ],
)
def test_what_a_library_took_of_it_works(use: str) -> None:
    _run(f"import lohum_brief.cli\nfrom lohum_brief.typeset import compose\n{use}")
