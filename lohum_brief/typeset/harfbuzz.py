"""uharfbuzz, imported without the module `inspect`, of which it needs only the flags of code
objects.

To load that, with the compiler's tables and the tokenizer behind it, takes a third of the time of
the import.
"""

from typing import Final

from lohum_brief.typeset.deferring import deferred

__all__ = ["hb"]

_FLAGS: Final = {
    "CO_OPTIMIZED": 0x1, "CO_NEWLOCALS": 0x2, "CO_VARARGS": 0x4, "CO_VARKEYWORDS": 0x8,
    "CO_GENERATOR": 0x20, "CO_COROUTINE": 0x80, "CO_ASYNC_GENERATOR": 0x200,
}  # fmt: skip
"""As the documentation of `inspect` names them and CPython's code.h has them."""

with deferred({"inspect": _FLAGS}):
    import uharfbuzz as hb
