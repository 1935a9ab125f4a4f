"""About the program: versions, and every licence of what it is made of, to be copied."""

import platform
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lohum_brief import __version__
from lohum_brief.language.interface import say
from lohum_brief.paths import licence, resource
from lohum_brief.window.fields.texts import explained
from lohum_brief.window.fitting import give_room

_LICENCE_FILE: Final = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_PYTHON_LICENCE: Final = "PSF-2.0"
_QT: Final = "LGPL-3.0-only"


class Library(NamedTuple):
    """A library that the program needs, as its own metadata names it."""

    name: str
    version: str
    licence: str


def libraries() -> list[Library]:
    """What the program needs, and what that needs; by name."""
    found: dict[str, Library] = {}
    waiting = ["lohum-brief"]
    while waiting:
        name = waiting.pop()
        key = name.lower().replace("_", "-")
        if key in found:
            continue
        try:
            held = metadata.metadata(name)
        except (
            metadata.PackageNotFoundError
        ):  # for another system, or a bundle without its own metadata
            continue
        found[key] = Library(held["Name"], held["Version"], _licence_of(held))
        waiting += [
            match[0]
            for wanted in metadata.requires(name) or ()
            if "extra ==" not in wanted and (match := _NAME.match(wanted))
        ]
    found.pop("lohum-brief", None)
    return sorted(found.values(), key=lambda one: one.name.lower())


def _licence_of(held: metadata.PackageMetadata) -> str:
    short = next((held[name] for name in ("License-Expression", "License") if name in held), "")
    if not short or "\n" in short or len(short) > 60:
        classifiers = [
            one.rpartition(" :: ")[2]
            for one in held.get_all("Classifier") or ()
            if one.startswith("License")
        ]
        short = " / ".join(classifiers)
    return short


def licence_texts(name: str) -> str:
    """The licences that a library ships."""
    parts = []
    for file in metadata.files(name) or ():
        if file.name.endswith((".py", ".pyc")) or not _LICENCE_FILE.search(file.name):
            continue
        try:
            parts.append(f"{file.name}\n\n{file.read_text('utf-8')}")
        except (OSError, UnicodeDecodeError):
            continue  # named in the list of files, but not there to be read
    return "\n\n".join(parts)


def versions() -> str:
    """What somebody is asked for who reports a fault."""
    lines = [
        f"Lohum Brief {__version__}",
        f"Python {platform.python_version()} ({_PYTHON_LICENCE})",
        f"Qt {qVersion()} ({_QT})",
        platform.platform(),
        "",
        *(
            f"{one.name} {one.version}{f' ({one.licence})' if one.licence else ''}"
            for one in libraries()
        ),
    ]
    return "\n".join(lines)


class About(QDialog):
    """On the left what there is to read, on the right its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("About Lohum Brief"))
        give_room(self, 46, 33)
        head = QLabel(f"Lohum Brief {__version__}")
        head.setObjectName("title")
        self.list = QListWidget()
        self.list.setObjectName("contents")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("Versions and licences"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(say("Text of the licence"))
        for title, key in self._entries():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.currentItemChanged.connect(lambda item, _: self._show(item))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        buttons = QDialogButtonBox()
        copy = buttons.addButton(say("Copy the text"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        copy.setAutoDefault(False)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(
            explained(say("Prepare a visit and print its packs in Hindi, English and Japanese."))
        )
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        bar = self.list.verticalScrollBar().sizeHint().width()
        self.list.setFixedWidth(
            self.list.sizeHintForColumn(0) + bar + 2 * self.list.frameWidth() + 4
        )
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _entries(self) -> Iterator[tuple[str, str]]:
        yield say("Versions"), "versions"
        yield "Lohum Brief (Apache-2.0)", "program"
        yield f"Qt {qVersion()} ({_QT})", "qt"
        for folder, name in (
            ("fonts", say("Fonts")),
            ("icons", say("Icons")),
            ("words", say("Word list")),
        ):
            for file in sorted(resource(folder).glob("*.txt")):
                yield (
                    say("{sort}: {subject}", sort=name, subject=file.stem),
                    f"file:{folder}/{file.name}",
                )
        for one in libraries():
            yield f"{one.name} {one.version}", f"library:{one.name}"

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setPlainText(_text(str(item.data(Qt.ItemDataRole.UserRole))))


def _text(key: str) -> str:
    kind, _, name = key.partition(":")
    if kind == "versions":
        return versions()
    if kind == "program":
        return licence().read_text("utf-8")
    if kind == "qt":
        return (
            say(
                "The window is made with Qt and PySide6, used under the GNU Lesser General "
                "Public License, version 3. They are "
                "separate libraries beside the program and may be replaced by other builds of "
                "them. Their sources are at "
                "{address}.",
                address="https://download.qt.io/official_releases/",
            )
            + "\n\n"
            + licence_texts("PySide6_Essentials")
        )
    if kind == "file":
        return resource(name).read_text("utf-8", errors="replace")
    return licence_texts(name) or say(
        "{name} ships no text of its licence; its metadata say: {licence}",
        name=name,
        licence=_stated(name),
    )


def _stated(name: str) -> str:
    return next((one.licence for one in libraries() if one.name == name), "") or "–"
