"""Tables brought into the window: nothing changes before somebody agrees."""

from functools import partial
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.writing import as_table
from lohum_brief.language.interface import use
from lohum_brief.visit.edit import add, remove
from lohum_brief.visit.records import Observation, Person
from lohum_brief.window import labels
from lohum_brief.window.lists import carrying, preview_table
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.cells import PILLS
from lohum_brief.window.lists.importing import ImportDialog
from lohum_brief.window.lists.preview_lines import BECOMES
from lohum_brief.window.lists.table_options import Offered
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG, go

HEAD = "氏名,フリガナ,Name,所属,配慮事項\n"
TWO = (
    HEAD
    + "試作 花子,しさく はなこ,SHISAKU Hanako,Ministry,none\n試作 二郎,しさく じろう,SHISAKU Jiro,Ministry,\n"
)


def table(folder: Path, text: str, encoding: str = "cp932") -> Offered:
    path = folder / "delegates.csv"
    path.write_bytes(text.encode(encoding))
    return Offered(str(path))


def dialog(window: VisitWindow, offered: Offered, qtbot: QtBot) -> ImportDialog:
    made = ImportDialog(window, window.session, offered)
    made.open()
    settled(made, qtbot)
    return made


def settled(made: ImportDialog, qtbot: QtBot) -> None:
    """The preview is there, with its first lines."""
    qtbot.waitUntil(
        lambda: not made.busy and (bool(made.trouble.text()) or not made.preview.model.waiting),
        timeout=LONG,
    )


def unsettled(made: ImportDialog) -> bool:
    return made.found is not None and made.found.unsettled


def lines(made: ImportDialog) -> list[list[str]]:
    return [
        [
            str(made.preview.model.index(row, column).data() or "")
            for column in range(made.preview.model.columnCount())
        ]
        for row in range(made.preview.model.rowCount())
    ]


def people(window: VisitWindow) -> list[str]:
    return [person.family["ja"] for person in window.session.visit.of(Person)]


def test_a_hidden_sheet_is_offered_as_such_and_read_when_it_is_chosen(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, person in (("Now", "NOW Taro"), ("Before", "BEFORE Jiro")):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["Name", person])
        sheet.hide()
    made = dialog(window, Offered(str(path)), qtbot)
    assert [made.options.sheet.itemText(at) for at in range(made.options.sheet.count())] == [
        "Now",
        "Before (hidden)",
    ]
    assert [line[1] for line in lines(made)] == ["Taro NOW"]
    made.options.sheet.setCurrentIndex(1)
    made.options.sheet.activated.emit(1)
    settled(made, qtbot)
    assert [line[1] for line in lines(made)] == ["Jiro BEFORE"]
    made.reject()


def test_a_list_in_an_old_encoding_is_shown_then_imported_and_taken_back(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = people(window)
    made = dialog(window, table(tmp_path, TWO), qtbot)
    assert made.options.kind.currentData() == "person"
    assert "cp932" in made.options.encoding.currentText()
    assert made.importable >= 2
    assert ["new", "SHISAKU Hanako"] in [line[:2] for line in lines(made)]
    assert people(window) == before, "nothing is done yet"
    made.accept_button.click()
    qtbot.waitUntil(lambda: not made.isVisible(), timeout=LONG)
    assert people(window) == [*before, "試作", "試作"]
    window.session.undo()
    assert people(window) == before


def test_another_audience_and_another_field_are_chosen(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, TWO.replace("配慮事項", "謎の列")), qtbot)
    row = 4
    box = made.columns.cellWidget(row, 3)
    assert isinstance(box, QComboBox)
    assert box.currentData() == "-"
    box.setCurrentIndex(box.findData("needs"))
    box.activated.emit(box.currentIndex())
    made.options.audience.setCurrentIndex(made.options.audience.findData("principal"))
    made.options.audience.activated.emit(0)
    settled(made, qtbot)
    made.accept_button.click()
    qtbot.waitUntil(lambda: not made.isVisible(), timeout=LONG)
    [hanako] = [
        person for person in window.session.visit.of(Person) if person.given["ja"] == "花子"
    ]
    assert hanako.audience == "principal"
    assert "none" in (hanako.needs["en"], hanako.needs["ja"], hanako.needs["hi"])


def test_rows_that_cannot_be_read_are_left_out_only_when_somebody_says_so(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    text = (
        "Date,Time,Title "
        "(English)\n10/07/2025,10:00,Arrival\n07/08/2025,11:00,Talks\n2025-07-10,25:99,Never\n"
    )
    path = tmp_path / "programme.csv"
    path.write_text(text)
    made = dialog(window, Offered(str(path), kind="item", hint=False), qtbot)
    assert unsettled(made)
    assert not made.accept_button.isEnabled()
    made.options.dates.setCurrentIndex(made.options.dates.findData(True))
    made.options.dates.activated.emit(0)
    settled(made, qtbot)
    assert not unsettled(made)
    [unread] = [line for line in lines(made) if line[0] == "unreadable"]
    assert "row 4" in unread[6]
    assert unread[5]
    assert not made.accept_button.isEnabled()
    made.leave_out.setChecked(True)
    assert made.accept_button.isEnabled()
    made.reject()


def test_a_name_in_doubt_is_turned_with_one_key(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, "Name,Needs\nAsha Rao,x\nHe Jiankui,y\n"), qtbot)
    assert any(
        "1 name can be read in several ways" in label.text() for label in made.findChildren(QLabel)
    )
    (doubt,) = [line for line in lines(made) if line[0] == "names in doubt"]
    assert doubt[1] == "He Jiankui"
    assert doubt[5].startswith(
        "family name He, given name Jiankui; or family name Jiankui, given name He"
    )
    row = [line[0] for line in lines(made)].index("names in doubt")
    assert made.importable == 2
    made.preview.table.setFocus()
    made.preview.table.setCurrentIndex(made.preview.model.index(row, 1))
    qtbot.keyClick(made.preview.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: made.preview.turning.turned == {"A3": 2}, timeout=LONG)
    settled(made, qtbot)
    (doubt,) = [line for line in lines(made) if line[0] == "names in doubt"]
    assert doubt[5].startswith("family name Jiankui, given name He; or")
    qtbot.waitUntil(lambda: made.preview.table.currentIndex().row() == row, timeout=LONG)
    made.accept_button.click()
    qtbot.waitUntil(lambda: not made.isVisible(), timeout=LONG)
    assert ("Jiankui", "He") in [
        (one.family["en"], one.given["en"]) for one in window.session.visit.of(Person)
    ]


def test_what_is_filtered_and_grouped_is_found(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    letters = "abcdefghi"
    text = HEAD + "".join(
        f",,SHISAKU Q{a}{b}{c},Ministry,\n" for a in letters for b in letters for c in letters
    )
    made = dialog(window, table(tmp_path, text), qtbot)
    assert made.preview.model.rowCount() >= len(letters) ** 3
    made.preview.table.scrollToBottom()
    last = made.preview.model.rowCount() - 1
    qtbot.waitUntil(lambda: "Qiii" in str(made.preview.model.index(last, 1).data()), timeout=LONG)
    made.preview.search.setText("qabc")
    qtbot.waitUntil(lambda: made.preview.model.rowCount() == 1, timeout=LONG)
    made.reject()


def test_a_table_without_a_heading_is_said_and_may_be_told_what_it_holds(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, "試作 花子,x\n試作 二郎,y\n"), qtbot)
    assert "heading" in made.trouble.text()
    assert not made.accept_button.isEnabled()
    box = made.columns.cellWidget(0, 3)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("name"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: made.importable == 2, timeout=LONG)
    made.reject()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 no workbook", b"<html><table></table></html>"]
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "odd.xlsx"
    path.write_bytes(content)
    made = dialog(window, Offered(str(path)), qtbot)
    assert "odd.xlsx" in made.trouble.text()
    assert not made.accept_button.isEnabled()
    made.reject()


def test_cancelling_while_it_is_read_changes_nothing(window: VisitWindow, tmp_path: Path) -> None:
    before = window.session.visit
    made = ImportDialog(window, window.session, table(tmp_path, TWO))
    made.open()
    made.reject()
    assert window.session.visit is before


def test_cells_are_pasted_and_files_dropped(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers: list[Offered] = []
    monkeypatch.setattr(carrying, "import_table", lambda _, offered: offers.append(offered))
    go(window, "people")
    QGuiApplication.clipboard().setText("Name\tPost\nA B\tC")
    shown = window.shown
    assert shown is not None
    qtbot.keyClick(shown.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # type: ignore[attr-defined]
    path = Path(table(tmp_path, TWO).path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    dropped = QDropEvent(
        QPointF(5, 5), both, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    )
    dropped.setDropAction(Qt.DropAction.MoveAction)  # as Shift asks for
    window.dropEvent(dropped)
    assert dropped.dropAction() == Qt.DropAction.CopyAction, (
        "after a move a file manager removes the file"
    )
    assert offers == [Offered("", b"Name\tPost\nA B\tC", "person", hint=False), Offered(str(path))]


def test_a_list_is_pasted_into_a_place_where_nothing_is_yet(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers: list[Offered] = []
    monkeypatch.setattr(carrying, "import_table", lambda _, offered: offers.append(offered))
    people = window.session.visit.of(Person)
    for person in people:
        assert window.session.commit(partial(remove, ident=person.id))
    go(window, "people")
    QGuiApplication.clipboard().setText("Name\tPost\nA B\tC")
    shown = window.shown
    assert isinstance(shown, Browser)
    assert not shown.table.isVisible()
    qtbot.keyClick(window.places, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    [button] = [one for one in shown.findChildren(QPushButton) if one.text() == "Paste a table…"]
    button.click()
    assert [offer.kind for offer in offers] == ["person", "person"]
    window.session.commit(lambda visit: add(visit, people[0]))
    assert shown.current() == people[0].id, "the first that comes is selected"


def test_the_table_that_is_shown_is_saved_and_read_back(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(window, "people")
    out = tmp_path / "people.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    said: list[str] = []
    monkeypatch.setattr(carrying, "tell", lambda *words: said.append(words[-1]))
    carrying.save_table(window)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert out.read_bytes() == as_table(window.session.visit, Person, ".xlsx")
    assert preview(window.session.visit, Person, read_table(out)).empty


METRICS = 'Parameter,Unit,FY 2023-24,FY 2024-25 (est.)\nBlack mass output,MT,"1,234",>3000\n'


def test_what_a_table_leaves_open_is_asked_before_it_is_imported(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = len(window.session.visit.of(Observation))
    path = tmp_path / "metrics.csv"
    path.write_text(METRICS)
    made = dialog(window, Offered(str(path), kind="metric"), qtbot)
    assert not made.accept_button.isEnabled()
    assert made.questions.isVisibleTo(made)
    box = made.questions.boxes["B:MT"]
    assert box.currentIndex() == -1
    assert [box.itemData(at) for at in range(box.count())] == ["t", "Mt"]
    assert "likely" in box.itemText(0)
    column = made.columns.cellWidget(2, 3)
    assert isinstance(column, QComboBox)
    assert column.currentText() == "Value, FY 2023-24"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settled(made, qtbot)
    assert made.accept_button.isEnabled()
    assert made.questions.boxes["B:MT"].currentData() == "t"
    made.accept_button.click()
    qtbot.waitUntil(lambda: not made.isVisible(), timeout=LONG)
    assert len(window.session.visit.of(Observation)) == before + 2
    made = dialog(window, Offered(str(path), kind="metric"), qtbot)
    assert made.found is not None
    assert not made.found.counts["open"], "the answer is kept for the next list with these headings"
    made.reject()


def test_questions_stand_beside_the_preview_which_has_the_room(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "metrics.csv"
    rows = "".join(f"Part {at},MT,12,\n" for at in range(30))
    path.write_text(f"Parameter,Unit,FY 2024-25,Remarks\n{rows}Staff,KT,12,\nA,Cr,x,\n")
    made = dialog(window, Offered(str(path), kind="metric"), qtbot)
    made.resize(1260, 712)
    QCoreApplication.processEvents()
    assert not made.columns.isVisible(), "columns are folded away while there are questions"
    preview, asked = made.preview.table, made.questions
    right = preview.mapTo(made, preview.rect().topLeft()).x()
    assert asked.mapTo(made, asked.rect().topRight()).x() < right
    assert preview.width() > made.width() * 0.55
    assert preview.height() > made.height() * 0.6
    assert preview.columnWidth(BECOMES) > preview.viewport().width() * 0.25
    first, second = list(asked.boxes.values())[:2]
    assert first.y() < second.y()
    assert first.x() == second.x()
    made.more.click()
    assert made.columns.isVisible()
    for name, box in asked.boxes.items():
        assert box.isVisibleTo(made), name
    made.reject()


def test_without_a_question_the_columns_are_seen_and_ctrl_enter_imports(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, TWO), qtbot)
    assert made.columns.isVisible()
    made.options.kind.setFocus()
    qtbot.keyClick(made.options.kind, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not made.isVisible(), timeout=LONG)
    assert people(window)[-2:] == ["試作", "試作"]


def test_columns_that_somebody_has_folded_away_stay_so(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, TWO), qtbot)
    made.more.click()
    made.options.audience.setCurrentIndex(made.options.audience.findData("host"))
    made.options.audience.activated.emit(0)
    settled(made, qtbot)
    assert not made.columns.isVisible()
    made.reject()


def test_a_time_in_words_is_typed_and_the_readers_are_proposed(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "programme.csv"
    path.write_text("Date,Time,Activity\n2026-12-08,Post lunch,Talks\n")
    made = dialog(window, Offered(str(path), kind="item"), qtbot)
    box = made.questions.boxes["B:Post lunch"]
    assert box.isEditable()
    box.setEditText("14:20")
    line = box.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    settled(made, qtbot)
    assert made.accept_button.isEnabled()
    assert made.options.audience.itemText(0) == "as proposed: For guests"
    assert "Who may read them?" in made._notes.text()
    made.reject()


READ = "Name,Organisation,Remarks\nAsha Rao,Ministry of Coal,\nRavi Nair,,Internal: clearance\n"


def readers(made: ImportDialog) -> dict[str, str]:
    """Who will read each entry, as the window says it."""
    return {line[1]: line[2] for line in lines(made)}


def select(made: ImportDialog, *called: str) -> None:
    table = made.preview.table
    table.clearSelection()
    for row, line in enumerate(lines(made)):
        if line[1] in called:
            table.selectRow(row)
            break


def test_it_is_shown_who_will_read_each_entry_and_why(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, READ, "utf-8"), qtbot)
    assert readers(made) == {
        "Ministry of Coal": "For guests",
        "Asha RAO": "For guests",
        "Ravi NAIR": "For hosts",
    }
    (kept,) = [line for line in lines(made) if line[1] == "Ravi NAIR"]
    assert kept[6] == "C3 says “Internal: clearance”"
    column = made.preview.model.index(1, 2)
    assert column.data(PILLS) == [("For guests", "")]
    shown = made._notes.text()
    assert "For guests: Organisations 1, People 1" in shown
    assert "For hosts: People 1 (C3 says “Internal: clearance”)" in shown
    made.reject()


def test_readers_are_turned_and_what_a_cell_keeps_is_opened_only_when_somebody_agrees(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [1, 0]
    asked: list[str] = []

    def answer(_parent: QWidget, question: str, *_answers: str, likely: int) -> int:
        asked.append(question)
        assert likely == 1, "Return leaves them closed"
        return answers.pop(0)

    monkeypatch.setattr(preview_table, "ask", answer)
    made = dialog(window, table(tmp_path, READ, "utf-8"), qtbot)
    button = made.preview.reading_by
    assert not button.isEnabled(), "nothing is selected"
    select(made, "Ministry of Coal")
    assert button.isEnabled()
    button.choose("principal")
    settled(made, qtbot)
    assert readers(made)["Ministry of Coal"] == "For the principal"
    assert not asked, "nothing is opened"
    selected = made.preview.table.selectionModel().selectedRows(1)
    assert [index.data() for index in selected] == ["Ministry of Coal"], "it stays selected"
    for expected in ("For hosts", "For guests"):
        select(made, "Ravi NAIR")
        button.choose("guest")
        settled(made, qtbot)
        assert readers(made)["Ravi NAIR"] == expected
    assert len(asked) == 2
    assert "C3 says “Internal: clearance”" in asked[0]
    row = [line[1] for line in lines(made)].index("Ravi NAIR")
    assert made.preview.model.index(row, 2).data(PILLS) == [("For guests", "old")]
    select(made, "Ministry of Coal")
    button.choose(None)
    settled(made, qtbot)
    assert readers(made)["Ministry of Coal"] == "For guests", "as it was proposed"
    made.accept_button.click()
    qtbot.waitUntil(lambda: not made.isVisible(), timeout=LONG)
    held = {person.family["en"]: person for person in window.session.visit.of(Person)}
    assert (held["Rao"].audience, held["Nair"].audience) == ("guest", "guest")


def test_readers_that_are_chosen_for_rows_do_not_outlive_the_sheet(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    made = dialog(window, table(tmp_path, READ, "utf-8"), qtbot)
    select(made, "Asha RAO")
    made.preview.reading_by.choose("principal")
    settled(made, qtbot)
    made.options.encoding.setCurrentIndex(1)
    made.options.encoding.activated.emit(1)
    settled(made, qtbot)
    assert readers(made)["Asha RAO"] == "For guests"
    made.reject()


def test_another_language_is_put_on_an_open_preview(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Honorific,Remarks\nHe Jiankui,Mr,Internal: x\n")
    made = dialog(window, Offered(str(path)), qtbot)
    made.options.audience.setCurrentIndex(made.options.audience.findData("principal"))
    made.options.audience.activated.emit(0)
    made.preview.turning.turned = {"A2": 2}
    made.preview.turning.chosen.emit()
    settled(made, qtbot)
    assert ["new", "For the principal"] in [[line[0], line[2]] for line in lines(made)]
    try:
        use("ja")
        QCoreApplication.sendEvent(made, QEvent(QEvent.Type.LanguageChange))
        settled(made, qtbot)
        assert ["新規", labels.choice("audience", "principal")] in [
            [line[0], line[2]] for line in lines(made)
        ]
        assert not any("family name" in cell for line in lines(made) for cell in line)
        assert made.options.audience.currentData() == "principal"
        assert made.preview.turning.turned == {"A2": 2}
        assert "As proposed" not in made._notes.text()
        assert made.accept_button.isEnabled()
    finally:
        use("en")
    made.reject()
