"""The model: frozen records, the visit they make, edits on it. Pure values: no files, no Qt."""

import sys

if "typing_extensions" not in sys.modules:
    # Wherever it is installed, msgspec asks it for what `typing` has as well, and it loads `inspect`, `ast` and
    # `tokenize`: a third of what msgspec takes to load. Hidden for that moment, it is not asked.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
