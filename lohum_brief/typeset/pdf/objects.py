"""ReportLab's document, catalogue and page classes, extended by what tagged archival files need.

They write themselves as ASCII: ReportLab's own way loads the widths of fourteen fonts for the
encoding of text. Objects that come in tens of thousands (the structure tree) are not ReportLab
objects but ready texts. Everything but streams is packed into compressed object streams (ISO
32000-1, 7.5.7).
"""

import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, ClassVar

from lohum_brief.lean_imports import blake2b
from lohum_brief.typeset.pdf.compression import Compressor
from lohum_brief.typeset.pdf.isolation import isolated
from lohum_brief.typeset.pdf.syntax import reference

with isolated():
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc

_PER_STREAM = 200
_LEVEL = 4  # 6 takes twice the time for files smaller by a tenth
_MARK = (
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # ISO 19005-2, 6.1.2: four bytes above 127 in the second line
)
# A cross-reference row of the object after the one before, in the same object stream; right while
# fewer than 257 lie in one.
_NEXT = b"\x02\0\0\0\0\0\0\x01"


class Ready(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose text is finished, ASCII only."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, _document: object) -> bytes:
        return self.text.encode("ascii")


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream. `entries` is the text of its dictionary without Length and Filter.

    With `text` it may get a line end behind it.
    """

    __RefOnly__ = 1

    def __init__(
        self, entries: str, data: bytes, *, compressed: bool = False, text: bool = False
    ) -> None:
        self.entries = entries
        self.data = data
        self.compressed = compressed
        self.text = text

    def deflate(self) -> None:
        """Compress the data, unless that would end in a carriage return.

        Readers would take it for part of the line end.
        """
        packed = zlib.compress(self.data, _LEVEL)
        while self.text and packed.endswith(b"\r"):
            self.data += b"\n"
            packed = zlib.compress(self.data, _LEVEL)
        if not packed.endswith(b"\r"):
            self.data, self.compressed = packed, True

    def again(self) -> "Stream":
        """Return the same for another document."""
        return Stream(self.entries, self.data, compressed=self.compressed, text=self.text)

    def format(self, _document: object) -> bytes:
        flate = "/Filter/FlateDecode" if self.compressed else ""
        head = f"<<{self.entries}{flate}/Length {len(self.data)}>>stream\n"
        return b"%b%b\nendstream" % (head.encode("ascii"), self.data)


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """ReportLab's catalogue with OutputIntents; its entries are finished texts."""

    _ENTRIES: ClassVar = (
        *("Lang", "Outlines", "PageMode", "PageLayout", "PageLabels", "ViewerPreferences"),
        *("StructTreeRoot", "MarkInfo", "Metadata", "OutputIntents"),
    )

    def format(self, document: "Document") -> bytes:
        given = [(key, getattr(self, key)) for key in self._ENTRIES if hasattr(self, key)]
        entries = "".join([f"/{key} {text}" for key, text in given])
        return f"<</Type/Catalog/Pages {document.number(document.Pages)} 0 R{entries}>>".encode(
            "ascii"
        )


class Pages(pdfdoc.PDFPages):  # type: ignore[misc]
    """ReportLab's page tree, one node over all pages."""

    def format(self, document: "Document") -> bytes:
        kids = " ".join([reference(document.number(page)) for page in self.pages])
        return f"<</Type/Pages/Kids[{kids}]/Count {len(self.pages)}>>".encode("ascii")


class Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page with its structure parents and tab order, without ReportLab's preamble and fonts."""

    Override_default_compilation = 1

    def __init__(self, width: str, height: str, key: int) -> None:
        self.box = f"{width} {height}"
        self.key = key
        self.contents = 0
        self.stamp = 0
        """A second stream, if there is one."""
        self.annotations: list[int] = []

    def format(self, document: "Document") -> bytes:
        annotations = (
            f"/Annots[{' '.join(map(reference, self.annotations))}]" if self.annotations else ""
        )
        contents = (
            f"{self.contents} 0 R" if not self.stamp else f"[{self.contents} 0 R {self.stamp} 0 R]"
        )
        return (
            f"<</Type/Page/Parent {document.number(document.Pages)} 0 R/MediaBox[0 0 {self.box}]"
            f"/Resources {document.number(document.resources)} 0 R/Contents {contents}"
            f"{annotations}/StructParents {self.key}/Tabs/S>>"
        ).encode("ascii")


class Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document that is written once: PDF 1.7 with object streams and a cross-reference stream."""

    def __init__(self) -> None:
        # Every value below would otherwise come from the settings of whoever imported ReportLab
        # first.
        rl_config.invariant = 1
        rl_config.pdfComments = 0
        rl_config.pdfMultiLine = 0
        rl_config.documentLang = None
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7))
        self.Catalog = self._catalog = Catalog()
        self.Pages = Pages()
        # Standard fonts would be listed unembedded; what pages may use is set by the writer.
        self.idToObjectNumberAndVersion.clear()
        self.idToObject.clear()
        self.numberToId.clear()
        self.objectcounter = 0
        self.resources: Any = None
        self._packed: list[tuple[Sequence[int], Stream]] = []
        self._compressor = Compressor()

    def number(self, item: object, name: str | None = None) -> int:
        """Return the object number of a ReportLab object, registered here on first asking."""
        number: int = self.idToObjectNumberAndVersion[self.Reference(item, name).name][0]
        return number

    def deflated(self, entries: str, data: bytes, *, text: bool = False) -> Stream:
        """Return a stream that is compressed until the document is written."""
        stream = Stream(entries, data, text=text)
        self._compressor.add(stream)
        return stream

    def reserve(self, count: int) -> int:
        """Return the first of `count` consecutive object numbers that `place` will fill."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return first

    def place(self, first: int, texts: Sequence[str]) -> None:
        """Place ready objects under reserved consecutive numbers."""
        for start in range(0, len(texts), _PER_STREAM):
            part = texts[start : start + _PER_STREAM]
            self._packed.append(self._pack(range(first + start, first + start + len(part)), part))

    def _pack(self, numbers: Sequence[int], texts: Sequence[str]) -> tuple[Sequence[int], Stream]:
        """Return objects and the stream they lie in."""
        size = len(texts)
        index = [0] * (2 * size)
        index[::2] = numbers
        index[3::2] = accumulate([len(text) + 1 for text in texts[:-1]])
        head = "%d %d " * size % tuple(index)
        data = (head + "\n".join(texts)).encode("latin-1")
        return numbers, self.deflated(f"/Type/ObjStm/N {size}/First {len(head)}", data)

    def write(self, catalog: Catalog, info: Ready) -> bytes:
        """Return the whole file."""
        root, about = self.number(catalog), self.number(info)
        streams: list[tuple[int, Stream]] = []
        loose: list[tuple[int, str]] = []
        done = 0
        while done < len(self.numberToId):  # formatting an object may register further ones
            batch = list(self.numberToId.items())[done:]
            done += len(batch)
            for number, key in batch:
                item = self.idToObject[key]
                if isinstance(item, Stream):
                    streams.append((number, item))
                else:
                    loose.append((number, pdfdoc.format(item, self, toplevel=1).decode("latin-1")))
        parts = [loose[start : start + _PER_STREAM] for start in range(0, len(loose), _PER_STREAM)]
        packed = [
            self._pack([number for number, _ in part], [text for _, text in part]) for part in parts
        ]
        self._compressor.finish()
        body = _Body()
        for number, stream in streams:
            body.add(number, stream.format(self))
        for numbers, stream in packed + self._packed:
            body.add_packed(self.reserve(1), numbers, stream.format(self))
        return body.finish(self.reserve(1), root, about)


class _Body:
    """The bytes of a file as they grow, and where each object lies."""

    def __init__(self) -> None:
        self._parts = [_MARK]
        self._length = len(_MARK)
        self._offsets: dict[int, int] = {}
        self._packed: dict[
            int, tuple[int, int, int]
        ] = {}  # first number -> stream, index there, how many in a row

    def add(self, number: int, text: bytes) -> None:
        self._offsets[number] = self._length
        part = b"%d 0 obj\n%b\nendobj\n" % (number, text)
        self._parts.append(part)
        self._length += len(part)

    def add_packed(self, stream: int, numbers: Sequence[int], text: bytes) -> None:
        self.add(stream, text)
        if isinstance(numbers, range):
            self._packed[numbers[0]] = (stream, 0, len(numbers))
        else:
            self._packed.update({number: (stream, at, 1) for at, number in enumerate(numbers)})

    def finish(self, number: int, root: int, about: int) -> bytes:
        self._offsets[number] = self._length
        body = b"".join(self._parts)
        digest = blake2b(body, digest_size=16).hexdigest().upper()
        size = number + 1
        while (packed := zlib.compress(self._table(size), _LEVEL)).endswith(b"\r"):
            size += 1  # one more free object
        entries = (
            f"/Type/XRef/Size {size}/W[1 4 2]/Root {root} 0 R/Info {about} 0 R"
            f"/ID[<{digest}><{digest}>]"
            "/DecodeParms<</Predictor 12/Columns 7>>"
        )
        table = Stream(entries, packed, compressed=True).format(None)
        return b"%b%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
            body,
            number,
            table,
            self._length,
        )

    def _table(self, size: int) -> bytes:
        """Return rows of type, place and index, each less the one above it.

        They compress to little (PNG's Up predictor).
        """
        pack = struct.Struct(">BIH").pack
        before = bytes(7)
        rows = []
        number = 0
        while number < size:
            run = 1
            if number in self._packed:
                stream, index, run = self._packed[number]
                row, last = pack(2, stream, index), pack(2, stream, index + run - 1)
            elif number in self._offsets:
                row = last = pack(1, self._offsets[number], 0)
            else:
                row = last = pack(0, 0, 0xFFFF)
            rows.append(
                b"\x02" + bytes([(new - old) & 0xFF for new, old in zip(row, before, strict=True)])
            )
            rows.append(_NEXT * (run - 1))
            before = last
            number += run
        return b"".join(rows)
