"""Workbooks written by hand, sound and broken: what the libraries would never write."""

import struct
import zipfile
from io import BytesIO
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def text_cell(reference: str, text: str, attributes: str = "") -> str:
    return f'<c r="{reference}" t="inlineStr"{attributes}><is><t>{text}</t></is></c>'


def grid(*rows: list[str]) -> str:
    """Rows of texts as the XML of a sheet's data."""
    return "".join(
        f'<row r="{i}">'
        + "".join(text_cell(f"{chr(64 + j)}{i}", text) for j, text in enumerate(row, 1) if text)
        + "</row>"
        for i, row in enumerate(rows, 1)
    )


def xlsx(
    path: Path,
    data: str = "",
    *,
    sheet: str | None = None,
    name: str = "Delegates",
    state: str = "",
    more: dict[str, str] | None = None,
    strings: list[str] | None = None,
    styles: str = "",
    properties: str = "",
    after: str = "",
    extra: dict[str, bytes] | None = None,
) -> Path:
    """A workbook with one sheet of this data, or with this whole sheet; `more` are other sheets by
    their names.
    """
    sheets = {name: sheet if sheet is not None else worksheet(data, after)} | {
        key: worksheet(xml) for key, xml in (more or {}).items()
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        kinds = "".join(
            f'<Override PartName="/xl/worksheets/sheet{i}.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for i in range(1, len(sheets) + 1)
        )
        book.writestr(
            "[Content_Types].xml",
            f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types"><Default '
            'Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" '
            f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{kinds}</Types>',
        )
        book.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        listed = "".join(
            f'<sheet name="{title}" sheetId="{i}" r:id="rId{i}"{state if i == 1 else ""}/>'
            for i, title in enumerate(sheets, 1)
        )
        book.writestr(
            "xl/workbook.xml",
            f'<?xml version="1.0"?><workbook xmlns="{MAIN}" '
            f'xmlns:r="{_OFFICE}">{properties}<sheets>{listed}</sheets></workbook>',
        )
        parts = [("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations([*parts, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]),
        )
        for i, xml in enumerate(sheets.values(), 1):
            book.writestr(f"xl/worksheets/sheet{i}.xml", xml)
        book.writestr(
            "xl/styles.xml", styles or f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"/>'
        )
        items = "".join(f"<si><t>{text}</t></si>" for text in strings or [])
        book.writestr(
            "xl/sharedStrings.xml", f'<?xml version="1.0"?><sst xmlns="{MAIN}">{items}</sst>'
        )
        for member, content in (extra or {}).items():
            book.writestr(member, content)
    return path


def worksheet(data: str, after: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><worksheet '
        f'xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'
    )


def _relations(parts: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(parts, 1)
    )
    return (
        '<?xml version="1.0"?><Relationships '
        f'xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
    )


def styles(formats: str = "", fonts: str = "", cells: str = "") -> str:
    return (
        '<?xml version="1.0"?><styleSheet '
        f'xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts><font><name '
        f'val="Calibri"/></font>{fonts}</fonts>'
        '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs><xf '
        f'numFmtId="0" fontId="0"/>{cells}</cellXfs></styleSheet>'
    )


def ods(path: Path, rows: str, *, manifest: str = "", styles: str = "") -> Path:
    """An OpenDocument spreadsheet with one table of these rows, and these styles of its cells."""
    names = {
        "office": "office:1.0",
        "table": "table:1.0",
        "text": "text:1.0",
        "style": "style:1.0",
        "number": "datastyle:1.0",
    }
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}"'
        for prefix, name in names.items()
    )
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", mime)
        book.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            f'manifest:media-type="text/xml">{manifest}</manifest:file-entry></manifest:manifest>',
        )
        book.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {spaces} '
            f'{calc} xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            "<table:table "
            f'table:name="Delegates">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
        )
    return path


def ods_row(*cells: str) -> str:
    return "<table:table-row>" + "".join(cells) + "</table:table-row>"


def ods_text(text: str, attributes: str = "") -> str:
    return (
        '<table:table-cell office:value-type="string" '
        f"{attributes}><text:p>{text}</text:p></table:table-cell>"
    )


def ods_number(value: float, shown: str, attributes: str = "", sort: str = "float") -> str:
    return (
        f'<table:table-cell office:value-type="{sort}" office:value="{value}" '
        f"{attributes}><text:p>{shown}</text:p></table:table-cell>"
    )


# XLS: a compound file with one stream


_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(path: Path, stream: str, data: bytes) -> Path:
    """An OLE file with one stream, as large as the small ones must not be."""
    data = data.ljust(4096, b"\0")
    data += b"\0" * (-len(data) % _SECTOR)
    count = len(data) // _SECTOR
    chain = [*range(3, 2 + count), _END]
    table = [_FAT, _END, *chain]
    table += [_FREE] * (128 - len(table))
    assert len(table) == 128, "one sector of it is enough for a test"
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        _END,
        0,
        _END,
        0,
    )
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, child=1) + _entry(stream, 2, start=2, size=len(data))
    folder += _entry("", 0) * 2
    path.write_bytes(header + struct.pack("<128I", *table) + folder + data)
    return path


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    raw = (name + "\0").encode("utf-16-le") if name else b""
    return struct.pack(
        "<64sHBBIII16x4x8x8xIQ", raw, len(raw), kind, 1, _FREE, _FREE, child, start, size
    )


def xls(
    path: Path, rows: list[list[str | float]], *, mac_dates: bool = False, dates: bool = False
) -> Path:
    """An old workbook (BIFF8) with one sheet; with `dates` its numbers are days."""

    def record(number: int, body: bytes = b"") -> bytes:
        return struct.pack("<HH", number, len(body)) + body

    formats = b"".join(
        record(0x00E0, struct.pack("<HHHBBBBIIH", 0, form, 0, 0, 0, 0, 0, 0, 0, 0))
        for form in (0, 14)
    )
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if isinstance(cell, str):
                sheet += record(
                    0x0204, struct.pack("<HHHHB", i, j, 0, len(cell), 1) + cell.encode("utf-16-le")
                )
            else:
                sheet += record(0x0203, struct.pack("<HHHd", i, j, int(dates), cell))
    sheet += record(0x000A)
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    start += record(0x0022, struct.pack("<H", int(mac_dates))) + formats
    length = len(start) + 4 + 8 + len("Delegates") + 4
    start += record(
        0x0085, struct.pack("<IBBBB", length, 0, 0, len("Delegates"), 0) + b"Delegates"
    ) + record(0x000A)
    return compound(path, "Workbook", start + sheet)


def zipped(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in members.items():
            book.writestr(name, content)
    return out.getvalue()
