"""Names in Hindi. Lists go by the order of the Devanagari block, which is the traditional one, nukta ignored at first."""

from typing import Final

from lohum_brief.language.rooms.names import NBSP, Names

NAMES: Final = Names(
    before={
        "mr": "श्री",
        "ms": "सुश्री",
        "dr": "डॉ.",
        "prof": "प्रो.",
        "he": "महामहिम",
        "he_mr": f"महामहिम{NBSP}श्री",
        "he_ms": f"महामहिम{NBSP}सुश्री",
    }
)
