"""Cells of grids that name a record: shown, offered and typed by what it is called."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QStyleOptionViewItem, QWidget

from lohum_brief.visit.records import Record
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields import offered
from lohum_brief.window.fields.celltyping import CellDelegate, Index


def called(kind: type[Record], visit: Visit) -> dict[str, str]:
    """The records of a kind by their ids, each by another name, in the order of the names."""
    found = {record.id: labels.title(record, visit).replace("\n", " ") for record in visit.of(kind)}
    count = Counter(name.casefold() for name in found.values())
    alone = {
        ident: name if count[name.casefold()] == 1 else f"{name} ({ident})"
        for ident, name in found.items()
    }
    return dict(sorted(alone.items(), key=lambda pair: pair[1].casefold()))


class NamesDelegate(CellDelegate):
    """Offers names in a list that can be typed into; elsewhere a line as usual."""

    def __init__(self, table: QWidget, names: Callable[[int], Sequence[str]]) -> None:
        """`names` gives those of a column, nothing where anything may be typed."""
        super().__init__(table)
        self._names = names

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        names = self._names(index.column())
        if not names:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(["", *names])
        completer = QCompleter(box.model(), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.dress(completer)
        box.setCompleter(completer)
        box.activated.connect(lambda _: self._chosen(box))
        return box

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
