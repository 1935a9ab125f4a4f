"""Typing in a cell: stored after a pause like every other field, while the cell stays open, but not
what is being composed.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lohum_brief.window.fields.pausing import Pause

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Edits one cell at a time. What is stored meanwhile is not written over what is typed; Escape
    takes it back.
    """

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._open: QLineEdit | None = None
        self._before = ""
        """What the open cell held when it was opened."""
        self._composing = False
        self._pause = Pause(self)
        self._pause.timeout.connect(self._commit)

    @property
    def is_open(self) -> bool:
        """Whether somebody types in a cell."""
        return self._open is not None

    def flush(self) -> None:
        """Store what is typed in the cell that is open, if something is and waits."""
        if self._pause.isActive():
            self._pause.stop()
            self._commit()

    def _commit(self) -> None:
        if self._open is not None and not self._composing:
            self.commitData.emit(self._open)

    def restore(self) -> None:
        """Nothing came of a composition that opened the cell: it holds again what it held."""
        if self._open is not None and not self._open.text():
            self._pause.stop()
            self._open.setText(self._before)
            self._open.selectAll()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            made.setObjectName("cell")
            made.textEdited.connect(self._pause.typed)
        return made

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        if editor is self._open:
            self._open = None
            self._composing = False
            self._pause.stop()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        if editor is self._open:
            return
        super().setEditorData(editor, index)
        if isinstance(editor, QLineEdit):
            self._open, self._before = editor, editor.text()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and editor is self._open
            and self._open is not None
        ):
            self._pause.stop()
            self._open.setText(self._before)
            self._commit()
        elif isinstance(event, QInputMethodEvent) and editor is self._open:
            was, self._composing = self._composing, bool(event.preeditString())
            if was and not self._composing:
                # what a selection held is gone, also where nothing is committed
                self._pause.typed()
        return super().eventFilter(editor, event)
