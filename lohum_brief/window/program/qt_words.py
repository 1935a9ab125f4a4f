"""Qt's own words in the interface language: buttons, context menus, the dialogs for files and for
printing.

Qt ships Japanese and no Hindi. What a user of this program can meet is in our catalogue, without
the ampersands that mark keys; for the rest of Japanese there is Qt's own. Paper sizes keep their
names.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lohum_brief.language.catalogue import phrase, phrase_in
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import interface, say
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.window.program.qm import qm

_NAMES: Final = {
    "to": phrase_in("last page", "to"),
    "Pages": phrase_in("to print", "Pages"),
    "Off": phrase_in("both sides of the paper", "Off"),
    "Type": phrase_in("of a file", "Type"),
    "Reverse": phrase_in("of the pages", "Reverse"),
    "Forward": phrase_in("to the next folder", "Forward"),
    "Back": phrase_in("to the last folder", "Back"),
    "Size": phrase_in("of a file", "Size"),
    "Name": phrase_in("of a file", "Name"),
    "Show ": phrase("Show:"),
}
"""Words that mean something else alone."""
_WORDS: Final = frozenset({
    # Buttons
    phrase("OK"), phrase("Cancel"), phrase("Close"), phrase("Yes"), phrase("No"),
    phrase("Yes to All"), phrase("No to All"), phrase("Abort"), phrase("Apply"), phrase("Discard"),
    phrase("Help"), phrase("Ignore"), phrase("Open"), phrase("Reset"), phrase("Restore Defaults"),
    phrase("Retry"), phrase("Save"), phrase("Save All"), phrase("Show Details..."),
    phrase("Hide Details..."),
    # Menus of lines, texts, numbers and scroll bars
    phrase("Undo"), phrase("Redo"), phrase("Cut"), phrase("Copy"), phrase("Paste"),
    phrase("Delete"), phrase("Select All"), phrase("Copy Link Location"), phrase("Step up"),
    phrase("Step down"), phrase("Scroll here"), phrase("Top"), phrase("Bottom"),
    phrase("Left edge"), phrase("Right edge"), phrase("Page up"), phrase("Page down"),
    phrase("Page left"), phrase("Page right"), phrase("Scroll up"), phrase("Scroll down"),
    phrase("Scroll left"), phrase("Scroll right"), phrase("Scroll Left"), phrase("Scroll Right"),
    phrase("What's This?"),
    # Files
    phrase("Choose"), phrase("Look in:"), phrase("New Folder"), phrase("Rename"), phrase("Remove"),
    phrase("All Files (*)"), phrase("All files (*)"), phrase("Change to detail view mode"),
    phrase("Change to list view mode"), phrase("Create New Folder"), phrase("Create a New Folder"),
    phrase("Detail View"), phrase("List View"), phrase("Directories"), phrase("Directory:"),
    phrase("File name:"), phrase("Files of type:"), phrase("Files"), phrase("Go back"),
    phrase("Go forward"), phrase("Go to the parent directory"),
    phrase("List of places and bookmarks"), phrase("Parent Directory"), phrase("Show hidden files"),
    phrase("Sidebar"), phrase("Computer"), phrase("My Computer"), phrase("Date Modified"),
    phrase("Kind"), phrase("Drive"), phrase("Folder"), phrase("File Folder"), phrase("File"),
    phrase("%1 File"), phrase("Unknown"), phrase("Shortcut"), phrase("Alias"),
    phrase("Recent Places"), phrase("Save As"), phrase("Find Directory"),
    phrase("Invalid filename"), phrase("Could not delete directory."),
    phrase("%1 already exists.\nDo you want to replace it?"),
    phrase("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    phrase("%1\nFile not found.\nPlease verify the correct file name was given."),
    phrase("Are you sure you want to delete '%1'?"),
    phrase("'%1' is write protected.\nDo you want to delete it anyway?"),
    phrase(
        '<b>The name "%1" can not be used.</b><p>Try using another name, with fewer characters '
        'or no punctuations marks.'
    ),
    # Printing
    phrase("Print"), phrase("Options >>"), phrase("Options <<"), phrase("All Pages"),
    phrase("Odd Pages"), phrase("Even Pages"), phrase("Local file"), phrase("Print to File (PDF)"),
    phrase("Print To File ..."), phrase("Write PDF file"), phrase("Page Setup"),
    phrase("Left to Right, Top to Bottom"), phrase("Left to Right, Bottom to Top"),
    phrase("Right to Left, Top to Bottom"), phrase("Right to Left, Bottom to Top"),
    phrase("Top to Bottom, Left to Right"), phrase("Top to Bottom, Right to Left"),
    phrase("Bottom to Top, Left to Right"), phrase("Bottom to Top, Right to Left"),
    phrase("Collate"), phrase("Color Mode"), phrase("Color"), phrase("Copies"), phrase("Copies:"),
    phrase("Current Page"), phrase("Double Sided Printing"), phrase("Grayscale"),
    phrase("Long side binding"), phrase("Short side binding"), phrase("Options"),
    phrase("Output Settings"), phrase("Page Set:"), phrase("Pages from"), phrase("Print all"),
    phrase("Print range"), phrase("Selection"), phrase("Name:"), phrase("Location:"),
    phrase("Output file:"), phrase("Properties"), phrase("Preview"), phrase("Printer"),
    phrase("Type:"), phrase("Automatic"), phrase("None"),
    phrase(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers "
        "separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    phrase("The 'From' value cannot be greater than the 'To' value."),
    phrase("%1 already exists.\nDo you want to overwrite it?"),
    phrase("File %1 is not writable.\nPlease choose a different file name."), phrase("Page Layout"),
    phrase("Paper"), phrase("Page size:"), phrase("Width:"), phrase("Height:"),
    phrase("Paper source:"), phrase("Orientation"), phrase("Portrait"), phrase("Landscape"),
    phrase("Reverse landscape"), phrase("Reverse portrait"), phrase("Margins"),
    phrase("top margin"), phrase("bottom margin"), phrase("left margin"), phrase("right margin"),
    phrase("Page order:"), phrase("Pages per sheet:"), phrase("Custom"), phrase("Millimeters (mm)"),
    phrase("Inches (in)"), phrase("Points (pt)"), phrase("Pica (P̸)"), phrase("Didot (DD)"),
    phrase("Cicero (CC)"), phrase("Job Control"), phrase("Job Options"),
    phrase("Printer Properties"),
})  # fmt: skip


_ENGLISH: Final = {
    "Color": "Colour", "Color Mode": "Colour mode", "Grayscale": "Greyscale",
    "Select All": "Select all", "Current Page": "Current page",
    "Output Settings": "Output settings", "Double Sided Printing": "Double-sided printing",
    "Show Details...": "Show details…", "Hide Details...": "Hide details…",
    "Date Modified": "Date modified", "Page Set:": "Page set:", "All Pages": "All pages",
    "Odd Pages": "Odd pages", "Even Pages": "Even pages",
}  # fmt: skip
"""What Qt spells or writes otherwise than this program."""


class QtWords:
    """The translators of an application; `speak` follows the interface language."""

    def __init__(self) -> None:
        self._ours: dict[Lang, tuple[QTranslator, bytes]] = {}
        self._of_qt: dict[Lang, QTranslator] = {}
        self._installed: list[QTranslator] = []

    def speak(self) -> None:
        """Let Qt's words, numbers and dates be those of the interface language."""
        lang = interface()
        QLocale.setDefault(QLocale(f"{LANGUAGES[lang].locale}_{LANGUAGES[lang].region}"))
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []
        if lang != "en" and not (own := self._qts(lang)).isEmpty():
            self._installed.append(own)
        self._installed.append(
            self._catalogue(lang)
        )  # the one that is installed last is asked first
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)

    def _catalogue(self, lang: Lang) -> QTranslator:
        if lang not in self._ours:
            ours = {word: say(word) for word in _WORDS} | {
                word: say(name) for word, name in _NAMES.items()
            }
            plain = _ENGLISH if lang == "en" else ours
            data = qm({form: text for word, text in plain.items() for form in _forms(word)})
            translator = QTranslator()
            translator.load(data)
            self._ours[lang] = translator, data  # Qt reads the bytes where they are
        return self._ours[lang][0]

    def _qts(self, lang: Lang) -> QTranslator:
        """What Qt ships for a language; empty where it ships nothing."""
        if lang not in self._of_qt:
            self._of_qt[lang] = QTranslator()
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._of_qt[lang].load(f"qtbase_{lang}", folder)
        return self._of_qt[lang]


def _forms(word: str) -> Iterator[str]:
    """The word, and with the mark of a key wherever one may stand."""
    yield word
    for at, sign in enumerate(word):
        if sign.isalpha():
            yield f"{word[:at]}&{word[at:]}"
