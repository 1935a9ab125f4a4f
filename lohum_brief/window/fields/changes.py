"""What changed in the original since a translation was made of it, shown below the translation that
is old by it.
"""

import datetime as dt
import re
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from lohum_brief.language import dates
from lohum_brief.language.codes import Lang
from lohum_brief.language.comparing import Run, difference, words
from lohum_brief.language.furigana import plain
from lohum_brief.language.interface import interface, say
from lohum_brief.visit.ageing import Former
from lohum_brief.visit.shown import shown
from lohum_brief.visit.tokens import TOKEN, spans
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.theme import current, font_of

_BESIDE: Final = 24
"""Characters of what stayed that are shown on each side of a change."""


class Changes(QWidget):
    """A line that says when the original changed, and its words that went, struck out, and came,
    underlined.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        self.head = QLabel()
        self.head.setObjectName("old")
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.words = _Words()
        layout.addWidget(self.head)
        layout.addWidget(self.words)

    def show_former(self, former: Former | None, now: str, lang: Lang, visit: Visit) -> None:
        """Show how the original, in `lang`, came from what it was to what it is `now`."""
        if former is None:
            self.head.setText(
                say(
                    "{language} has changed since this was written.",
                    language=labels.choice("lang", lang),
                )
            )
            self.words.hide()
            return
        self.head.setText(
            say(
                "{language} changed {when}",
                language=labels.choice("lang", lang),
                when=when(former.changed),
            )
        )
        runs = [
            Run(run.fate, _printed(run.text, lang, visit))
            for run in difference(_words(former.text, lang), _words(now, lang))
        ]
        self.words.show_runs(shortened(runs), lang)
        self.words.setVisible(any(run.fate != "same" for run in runs))


def when(time: str) -> str:
    """A time of the journal as somebody here would say it: the time of a moment of today, else the
    day.
    """
    then = dt.datetime.fromisoformat(time).astimezone()
    today = dt.datetime.now().astimezone().date()
    if then.date() == today:
        return dates.time(then, interface())
    same = then.year == today.year
    return dates.day(then.date(), interface()) if same else dates.date(then.date(), interface())


def shortened(runs: list[Run]) -> list[Run]:
    """The runs without what stayed far from any change."""
    last = len(runs) - 1
    return [
        Run("same", _cut(run.text, _BESIDE if at else 0, _BESIDE if at < last else 0))
        if run.fate == "same"
        else run
        for at, run in enumerate(runs)
    ]


def _cut(text: str, before: int, behind: int) -> str:
    if len(text) <= before + behind + 8:
        return text
    head, tail = text[:before], text[len(text) - behind :]
    head = head.rpartition(" ")[0] or head
    tail = tail.partition(" ")[2] or tail
    found = f"{head} … {tail}"
    return found.lstrip() if not head else found.rstrip() if not tail else found


def _words(text: str, lang: Lang) -> list[str]:
    return words(plain(text), lang, re.compile(TOKEN))


def _printed(text: str, lang: Lang, visit: Visit) -> str:
    out, last = "", 0
    for start, stop, token in spans(text):
        out += text[last:start] + (shown(token, lang, visit).text or token.written)
        last = stop
    return out + text[last:]


class _Words(QTextEdit):
    """Words that went and came: they can be selected and copied; the keyboard passes them by."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setObjectName("changes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def show_runs(self, runs: list[Run], lang: Lang) -> None:
        """Show them."""
        theme = current()
        font = font_of(lang, self.font())
        self.setFont(font)
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for run in runs:
            form = QTextCharFormat()
            form.setForeground(
                QColor({"gone": theme.bad, "come": theme.good}.get(run.fate, theme.quiet))
            )
            if run.fate != "same":
                form.setBackground(
                    QColor(theme.bad_ground if run.fate == "gone" else theme.good_ground)
                )
            form.setFontStrikeOut(run.fate == "gone")
            form.setFontUnderline(run.fate == "come")
            cursor.insertText(run.text.replace("\n", " "), form)
        said = {
            fate: ", ".join(run.text.strip() for run in runs if run.fate == fate)
            for fate in ("gone", "come")
        }
        self.setAccessibleName(
            say("Taken out: {gone}. Put in: {come}.", gone=said["gone"], come=said["come"])
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = round(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.height())
