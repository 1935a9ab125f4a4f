"""What a table leaves open, each question with its answers: what is chosen here goes into the next
preview.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from lohum_brief.language.interface import say, spoken
from lohum_brief.service.messages.tables import TableQuestion
from lohum_brief.window.speaking import name_choice

_ELSEWHERE: Final = frozenset({"audience"})
"""Sorts of questions that have a place of their own in the dialog."""
_BETWEEN: Final = 14
"""Pixels between an answer and the next question."""
_BESIDE: Final = 8
"""Pixels that keep the answers from the bar by which they are scrolled."""


class QuestionsList(QScrollArea):
    """One question below another, each with its answer under it. `answers` has what somebody has
    said, by the names of the questions.
    """

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, str] = {}
        self._shown: tuple[TableQuestion, ...] = ()
        self.boxes: dict[str, QComboBox] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("Questions about the table"))
        self.hide()

    def forget(self) -> None:
        """What was said was said of another kind."""
        self.answers = {}

    def show_questions(self, questions: Sequence[TableQuestion]) -> None:
        """Show the questions, those first that have to be answered; whose answer somebody is
        choosing stays as it is.
        """
        shown = tuple(question for question in questions if question.sort not in _ELSEWHERE)
        if [one.name for one in shown] != [one.name for one in self._shown]:
            self._build(shown)
        self._shown = shown
        for question in shown:
            box = self.boxes[question.name]
            with QSignalBlocker(box):
                at = box.findData(question.answer)
                box.setCurrentIndex(at)
                if at < 0:
                    box.setEditText(question.answer) if box.isEditable() else box.setCurrentIndex(
                        -1
                    )
        self.setVisible(bool(shown))

    def _build(self, questions: Sequence[TableQuestion]) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, _BESIDE, 0)
        column.setSpacing(4)
        self.boxes = {}
        for question in questions:
            label = QLabel(spoken(question.asked))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setObjectName("wrong" if question.needed and not question.answer else "")
            box = _Answers(question)
            box.activated.connect(lambda _, name=question.name: self._answer(name))
            if (line := box.lineEdit()) is not None:
                line.editingFinished.connect(lambda name=question.name: self._answer(name))
            name_choice(box, spoken(question.asked))
            label.setBuddy(box)
            if self.boxes:
                column.addSpacing(_BETWEEN)
            column.addWidget(label)
            column.addWidget(box)
            self.boxes[question.name] = box
        column.addStretch()
        self.setWidget(inner)
        # On the smallest screen one question must do, lest the dialog become larger than it.
        self.setMinimumHeight(3 * self.fontMetrics().height())

    def _answer(self, name: str) -> None:
        box = self.boxes[name]
        at = box.currentIndex()
        text = box.currentText().strip()
        said = str(box.itemData(at)) if at >= 0 and box.itemText(at) == box.currentText() else text
        now = next((one.answer for one in self._shown if one.name == name), "")
        if said and said not in (now, self.answers.get(name)):
            self.answers = {**self.answers, name: said}
            self.answered.emit()


class _Answers(QComboBox):
    """The answers to a question; the wheel scrolls the list and changes none."""

    def __init__(self, question: TableQuestion) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setEditable(question.free and question.sort != "keep")
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setPlaceholderText(say("Choose…"))
        if (line := self.lineEdit()) is not None:
            line.setPlaceholderText(say("Choose…"))
        for answer, meaning in question.choices:
            said = spoken(meaning)
            likely = question.needed and answer == question.proposed
            self.addItem(say("{answer} (likely)", answer=said) if likely else said, answer)

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        event.ignore()  # type: ignore[attr-defined]
