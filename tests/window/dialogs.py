"""Every dialog, menu and panel of the window, each by what makes it: for pictures, and for tests of
the room they take.

What would wait for an answer is made and shown, but not waited in.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from msgspec import structs
from PySide6.QtCore import QEventLoop, QMimeData, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QLinearGradient, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QTabBar, QToolTip, QWidget

from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import waive
from lohum_brief.language.interface import say
from lohum_brief.service.messages.files import Wrote
from lohum_brief.service.messages.pages import Rendered
from lohum_brief.service.messages.review import Found
from lohum_brief.store.protocol import Backup
from lohum_brief.visit import edit
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord, Organisation, Pack, Paragraph, Person
from lohum_brief.visit.visit import Visit
from lohum_brief.window import commands, frame
from lohum_brief.window.application import Application
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.choosing import ChoiceEditor, ReferenceEditor
from lohum_brief.window.fields.cropping import CropDialog
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.importing import ImportDialog
from lohum_brief.window.lists.table_options import Offered
from lohum_brief.window.live.exporting import ExportDialog
from lohum_brief.window.live.printing import PrintProgress, ask_how, prepare
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.program.about import About
from lohum_brief.window.program.new_visit import NewVisit
from lohum_brief.window.program.rescue import Rescue
from lohum_brief.window.program.start import Start
from lohum_brief.window.review.earlier import EarlierStates
from lohum_brief.window.review.reason import ReasonDialog
from lohum_brief.window.search.finder import Finder
from lohum_brief.window.session import Session
from lohum_brief.window.telling import report, warn

Make = Callable[[VisitWindow], QWidget]


def wait(milliseconds: int, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window go on for that long, or until something has come."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if until() else None)
    look.start(20)
    loop.exec()


@contextmanager
def _caught() -> Iterator[list[Any]]:
    """Dialogs that would be waited in."""
    found: list[Any] = []
    held = QDialog.exec

    def keep(shown: Any, *_: Any) -> int:
        found.append(shown)
        return 0

    QDialog.exec = keep  # type: ignore[method-assign]
    try:
        yield found
    finally:
        QDialog.exec = held  # type: ignore[method-assign]


def _asked(act: Callable[[VisitWindow], object]) -> Make:
    """What a command asks with."""

    def make(window: VisitWindow) -> QWidget:
        with _caught() as found:
            act(window)
        [shown] = found
        assert isinstance(shown, QWidget)
        return shown

    return make


def _help(chapter: str) -> Make:
    def make(window: VisitWindow) -> QWidget:
        window.help(chapter)
        application = window.application
        assert isinstance(application, Application)
        assert application.helping is not None
        return application.helping

    return make


def _start(*paths: str) -> Make:
    def make(window: VisitWindow) -> QWidget:
        from lohum_brief.window.program.recent import remember

        remember(window.application.settings, window.session, 1, 3)
        held = window.application.settings.value("recent visits")
        if not paths:
            window.application.settings.setValue("recent visits", "[]")
        else:
            text = str(held)
            window.application.settings.setValue(
                "recent visits", f'{text[:-1]},{{"path":"{paths[0]}"}}]'
            )
        made = Start(window.application)
        window.application.settings.setValue("recent visits", held)
        return made

    return make


def _start_menu(window: VisitWindow) -> QWidget:
    start = _start("/nowhere/old.lbrief")(window)
    assert isinstance(start, Start)
    start.show()
    start._menu(start.list.visualItemRect(start.list.item(0)).center())
    found = start.list.findChild(QMenu)
    assert found is not None
    return found


def _new_fault(window: VisitWindow) -> QWidget:
    dialog = NewVisit(window)
    dialog.title.setText("Working visit of a delegation of Japan on critical minerals")
    dialog.day.setText("35.13.2025")
    dialog.accept()
    return dialog


def _finder(text: str) -> Make:
    def make(window: VisitWindow) -> QWidget:
        commands.find_anything(window)
        found = next(one for one in window.findChildren(Finder) if one.isVisible())
        wait(3000, lambda: not found.indexing)
        found.line.setText(text)
        return found

    return make


def _menu(number: int, *below: int) -> Make:
    def make(window: VisitWindow) -> QWidget:
        menu = window.menus.actions()[number].menu()
        assert isinstance(menu, QMenu)
        for at in below:
            menu = [held for action in menu.actions() if isinstance(held := action.menu(), QMenu)][
                at
            ]
        menu.setParent(window, menu.windowFlags())
        return menu

    return make


def _browser(window: VisitWindow, place: str = "people") -> Browser:
    window.go(place)
    assert isinstance(window.shown, Browser)
    window.shown.table.selectRow(1)
    wait(300)
    return window.shown


def _area(window: VisitWindow) -> TextArea:
    shown = _browser(window, "partnership")
    wait(400)
    return next(
        area for area in shown.form.findChildren(TextArea) if area.isVisible() and area.text()
    )


def _edited(window: VisitWindow) -> Session:
    """A visit in which something was changed."""
    session, visit = window.session, window.session.visit
    if len(session.edits(3)) < 3:
        session.set_field(visit.of(Person)[2].id, "note", "Arrives with the second car.")
        paragraph = visit.of(Paragraph)[1]
        session.set_field(
            paragraph.id, "text.en", paragraph.text["en"].replace("the", "this", 2) + " It is new."
        )
        session.commit(
            lambda now: edit.add(
                now, structs.replace(now.of(Organisation)[0], id="org:new", abbreviation="NEW")
            )
        )
    return session


def _steps(window: VisitWindow) -> QWidget:
    _edited(window)
    frame.offer_steps(window)
    return window.header.steps


def _drop_down(window: VisitWindow) -> QWidget:
    shown = _browser(window)
    wait(
        3000, lambda: any(box.isVisibleTo(window) for box in shown.form.findChildren(ChoiceEditor))
    )
    box = next(box for box in shown.form.findChildren(ChoiceEditor) if box.isVisibleTo(window))
    box.showPopup()
    return box.view().window()


def _completer(window: VisitWindow) -> QWidget:
    shown = _browser(window)
    wait(
        3000,
        lambda: any(box.isVisibleTo(window) for box in shown.form.findChildren(ReferenceEditor)),
    )
    box = next(box for box in shown.form.findChildren(ReferenceEditor) if box.isVisibleTo(window))
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix("")
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    return popup


def _offers(text: str) -> Make:
    def make(window: VisitWindow) -> QWidget:
        from lohum_brief.window.fields.offering import Offering

        area = _area(window)
        window.activateWindow()
        area.setFocus()
        area.insertPlainText(text)
        offering = area.findChild(Offering)
        assert offering is not None
        offering._offer(asked=True)
        return offering.list

    return make


_PEOPLE: Final = (
    "Name,Organisation,Post\nMIHON Tarō,Embassy of Japan in India,Minister\nNOBODY "
    "Yet,METI,Director\n"
)
_UNREAD: Final = (
    "Name,Organisation,Post,Audience,E-mail\nMIHON Tarō,Embassy of Japan in "
    "India,Minister,guest,a@example.jp\n"
    "NOBODY Yet,Ministry that the visit does not know,Director,everybody,not an "
    "address\n,METI,Director,guest,\n"
)


def _importing(text: str, kind: str = "person", name: str = "delegates.csv") -> Make:
    def make(window: VisitWindow) -> QWidget:
        table = Path(window.session.place.address).with_name(name)
        table.write_bytes(text.encode())
        dialog = ImportDialog(window, window.session, Offered(str(table), kind=kind))
        dialog.show()
        wait(
            8000,
            lambda: (
                not dialog.busy
                and (bool(dialog.trouble.text()) or not dialog.preview.model.waiting)
            ),
        )
        return dialog

    return make


def _workbook(window: VisitWindow) -> QWidget:
    import xlsxwriter

    path = Path(window.session.place.address).with_name("delegates.xlsx")
    with xlsxwriter.Workbook(path) as book:
        for name in ("Delegation", "Rooms", "Old list"):
            sheet = book.add_worksheet(name)
            for row, line in enumerate(_PEOPLE.splitlines()):
                sheet.write_row(row, 0, line.split(","))
        sheet.hide()
    dialog = ImportDialog(window, window.session, Offered(str(path)))
    dialog.show()
    wait(8000, lambda: not dialog.busy)
    return dialog


def _exporting(
    packs: int = 1, *, errors: bool = False, issue: bool = False, write: bool = False
) -> Callable[[VisitWindow], ExportDialog]:
    def make(window: VisitWindow) -> ExportDialog:
        visit = window.session.visit
        if errors:
            broken = edit.set_field(visit, visit.of(Paragraph)[3].id, "text.ja", "")
            visit = edit.apply(visit, broken)
            first = visit.of(Pack)[0]
            visit = edit.apply(
                visit, edit.set_field(visit, first.id, "sections", [*first.sections, "sec:gone"])
            )
        chosen = visit.of(Pack)[:packs]
        folder = Path(window.session.place.address).parent / "packs"
        folder.mkdir(exist_ok=True)
        (folder / "guests.hi-ja.pdf").write_bytes(b"old")
        session = None if errors else window.session
        dialog = ExportDialog(
            window, visit, chosen, folder, 64 if packs == 1 else 0, session=session
        )
        dialog.show()
        wait(8000, lambda: dialog._against.known(issues=dialog.issues))
        if issue and dialog.standing is not None:
            dialog.standing.choose_edition()
            dialog.standing.recipients.setText("Embassy of Japan in India")
            wait(20000, lambda: dialog._against.known(issues=True))
        if write:
            dialog.begin()
            wait(20000, lambda: dialog.complete)
        return dialog

    return make


def _held_back(window: VisitWindow) -> ExportDialog:
    """An edition that may not be issued yet, for several causes."""
    visit = window.session.visit
    for number, paragraph in enumerate(visit.of(Paragraph)[:12]):
        field = "text.ja" if number == 3 else "text.state.hi"
        visit = edit.apply(
            visit, edit.set_field(visit, paragraph.id, field, "" if number == 3 else "old")
        )
    visit = edit.apply(visit, edit.set_field(visit, "visit", "place.ja", "未定"))
    dialog = ExportDialog(
        window,
        visit,
        visit.of(Pack)[:1],
        Path(window.session.place.address).parent,
        64,
        session=window.session,
    )
    dialog.show()
    assert dialog.standing is not None
    dialog.standing.choose_edition()
    wait(20000, lambda: dialog._against.known(issues=True))
    tree = dialog._against.reasons.tree
    last = tree.topLevelItem(tree.topLevelItemCount() - 1)
    if last is not None and (inner := last.child(0)) is not None:
        last.setExpanded(True)
        tree.setCurrentItem(inner)
        tree.setFocus()
    return dialog


def _stuck(window: VisitWindow) -> QWidget:
    """One that is under way; what takes longer than half a second shows how far it is."""
    dialog = _exporting(6)(window)
    dialog.begin()
    wait(900)
    dialog._bar.show()
    return dialog


def _pages(window: VisitWindow) -> Rendered:
    """What is shown, as soon as it is that of now."""
    wait(30_000, lambda: not window.preview.stale and window.preview.rendered is not None)
    assert window.preview.rendered is not None
    return window.preview.rendered


def _unprintable(window: VisitWindow) -> QWidget:
    """The pages of a pack that cannot be set any more."""
    _pages(window)
    section = window.session.visit.of(Pack)[0].sections[1]
    paragraph = next(
        record for record in window.session.visit.of(Paragraph) if record.section == section
    )
    assert window.session.set_field(paragraph.id, "text.ja", paragraph.text["ja"] + "\ue000") == ""
    wait(8000, lambda: window.preview._fault.isVisibleTo(window))
    return window


def _tip(window: VisitWindow) -> QWidget:
    word = window.header.pages.toolTip()
    QToolTip.showText(window.mapToGlobal(window.rect().center()), word, window.header.pages)
    wait(300)
    return next(
        one
        for one in QApplication.topLevelWidgets()
        if one.inherits("QTipLabel") and one.isVisible()
    )


def _printing(window: VisitWindow) -> QWidget:
    pages = _pages(window)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _kept.append(printer)  # the dialog only borrows it, and ends with the window
    prepare(printer, pages, window.windowTitle(), book=True)
    return ask_how(window, printer, pages.pages)


_kept: Final[list[QPrinter]] = []


def _printing_options(window: VisitWindow) -> QWidget:
    dialog = _printing(window)
    assert isinstance(dialog, QPrintDialog)
    dialog.show()
    from PySide6.QtWidgets import QPushButton

    for button in dialog.findChildren(QPushButton):
        if ">>" in button.text():
            button.click()
    return dialog


def _print_tab(window: VisitWindow) -> QWidget:
    dialog = _printing_options(window)
    for tabs in dialog.findChildren(QTabBar):
        tabs.setCurrentIndex(1)
    return dialog


def _print_progress(*, failed: bool) -> Make:
    def make(window: VisitWindow) -> QWidget:
        pages = _pages(window)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(Path(window.session.place.address).with_name("printed.pdf")))
        dialog = PrintProgress(window, printer, pages, list(range(12)))
        dialog.show()
        if failed:
            dialog._printing.cancel()
            dialog._end(say("The printer did not take it."))
        else:
            wait(400)
        return dialog

    return make


def _refused(harm: Callable[[Path], object], *, backups: bool = False) -> Make:
    """A file that cannot be opened."""

    def make(window: VisitWindow) -> QWidget:
        path = Path(window.session.place.address).with_name("other.lbrief")
        shutil.copyfile(Path(window.session.place.address), path)
        harm(path)
        from lohum_brief.errors import BriefError
        from lohum_brief.store.locate import store_at

        try:
            store_at(path).open().close()
        except BriefError as error:
            why = str(error)
        else:
            raise AssertionError(path)
        if backups:
            days = [f"2025-07-0{day}T09:0{day}:00" for day in (7, 6, 5)]
            return Rescue(why, [Backup(str(path), day, "daily") for day in days])
        return _asked(lambda window: warn(window, why))(window)

    return make


def _newer(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def _damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50_000])


def _report(window: VisitWindow) -> None:
    file = Path(window.session.place.address).with_name("report-20250708-0912.txt")
    file.write_text(
        "Lohum Brief 0.1.0\n\nTraceback (most recent call last):\n  File …\nKeyError: 'x'\n"
    )
    report(
        window, say("Something went wrong in the program. Nothing that was stored is lost."), file
    )


def _written(window: VisitWindow) -> None:
    from lohum_brief.window.lists.carrying import say_written

    say_written(
        window, Wrote(1, "/home/protocol/visits/Greater Noida 2025/Delegation of Japan.xlsx")
    )


def _troubled(visit: Visit) -> Visit:
    """The visit with some of what checks find."""
    paragraphs = [record for record in visit.of(Paragraph) if "2025" in record.text["en"]]
    for ident, field, value in (
        (visit.particulars.id, "guest_zone", "Asia/Nowhere"),
        (paragraphs[0].id, "text.ja", ""),
        (paragraphs[1].id, "text.hi", ""),
        (paragraphs[2].id, "text.en", paragraphs[2].text["en"].replace("2025", "2026")),
        (paragraphs[3].id, "text.ja", paragraphs[3].text["ja"].replace("2025", "２０２５")),
    ):
        visit = edit.apply(visit, edit.set_field(visit, ident, field, value))
    return visit


def _findings(act: Callable[[VisitWindow], object], *, ignored: bool = False) -> Make:
    """The panel with what would be found if the visit were worse."""

    def make(window: VisitWindow) -> QWidget:
        panel, session = window.findings, window.session
        visit = _troubled(session.visit)
        found = check(visit)
        if ignored:
            finding = next(one for one in found if one.severity == "warning")
            made = waive(
                visit,
                [finding],
                "Agreed with the embassy on 3 July",
                "Asha",
                "2025-07-08T09:12:00Z",
            )
            for change in made.changes:
                if change.id not in session.visit.by_id and change.after is not None:
                    session.commit(partial(_with, record=change.after))
        wait(6000, lambda: panel.settled)
        panel._folded = False
        panel._take(Found(1, tuple(found)))
        panel.filter("", grouping="rule")
        act(window)
        panel._show()
        if ignored:
            last = panel.list.index(panel.list.rowCount() - 1, 0)
            panel.tree.setExpanded(last, True)
            panel.tree.scrollToBottom()
        window.panels.setSizes([window.panels.height() - 330, 330])
        wait(200)
        return window

    return make


def _with(visit: Visit, record: AnyRecord) -> Edit:
    return edit.add(visit, record)


def _first_finding(window: VisitWindow) -> None:
    tree = window.findings.tree
    tree.setCurrentIndex(window.findings.list.index(0, 0, window.findings.list.index(0, 0)))


def _finding_menu(window: VisitWindow) -> QWidget:
    _findings(_first_finding)(window)
    menu = QMenu(window)
    menu.addActions(window.findings.tree.actions())
    return menu


def _reason(window: VisitWindow) -> QWidget:
    finding = next(
        one for one in check(_troubled(window.session.visit)) if one.severity == "warning"
    )
    return ReasonDialog(window, say(finding.message), 3, ["Agreed with the embassy on 3 July"])


def _earlier(*, chosen: bool) -> Make:
    def make(window: VisitWindow) -> QWidget:
        session = _edited(window)
        dialog = EarlierStates(window, session)
        dialog.show()
        if chosen:
            wait(5000, lambda: dialog.states.topLevelItemCount() > 0)
            last = dialog.states.topLevelItem(0).childCount() - 1  # type: ignore[union-attr]
            dialog.states.setCurrentItem(dialog.states.topLevelItem(0).child(last))  # type: ignore[union-attr, arg-type]
            wait(5000, lambda: dialog.found.topLevelItemCount() > 0)
            last = dialog.found.topLevelItemCount() - 1
            dialog.found.setCurrentItem(dialog.found.topLevelItem(last).child(0))  # type: ignore[union-attr, arg-type]
        return dialog

    return make


def _crop(window: VisitWindow) -> QWidget:
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shade = QLinearGradient(0, 0, 900, 700)
    shade.setColorAt(0, QColor("#7893b5"))
    shade.setColorAt(1, QColor("#d8c7a8"))
    painter.fillRect(image.rect(), shade)
    painter.end()
    return CropDialog(window, image)


def _withheld(window: VisitWindow) -> QWidget:
    window.go("packs")
    wait(600)
    from lohum_brief.window.packs.withheld_list import WithheldList

    found = next(one for one in window.findChildren(WithheldList) if one.isVisibleTo(window))
    first = found.topLevelItem(0)
    assert first is not None
    first.setExpanded(True)
    shown: Any = window.shown
    from PySide6.QtWidgets import QScrollArea

    for area in shown.findChildren(QScrollArea):
        area.ensureWidgetVisible(found)
    return window


def _files(mode: QFileDialog.AcceptMode, *, folder: bool = False) -> Make:
    def make(window: VisitWindow) -> QWidget:
        dialog = QFileDialog(window, "", str(Path(window.session.place.address).parent))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(mode)
        if folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        return dialog

    return make


def _nothing_to_paste(window: VisitWindow) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    window._paste()


def _licence(window: VisitWindow) -> QWidget:
    dialog = About(window)
    dialog.list.setCurrentRow(2)
    return dialog


_NOTHING: Final = "Name\n"

DIALOGS: Final[dict[str, Make]] = {
    "start": _start("/home/protocol/visits/Kyoto 2024.lbrief"),
    "start-empty": _start(),
    "start-menu": _start_menu,
    "new": NewVisit,
    "new-fault": _new_fault,
    "menu-file": _menu(0),
    "menu-edit": _menu(1),
    "menu-view": _menu(2),
    "menu-language": _menu(2, 0),
    "menu-colours": _menu(2, 1),
    "menu-size": _menu(2, 2),
    "menu-help": _menu(3),
    "menu-steps": _steps,
    "menu-list": lambda window: _browser(window).context_menu(),
    "menu-columns": lambda window: _browser(window).table.columns_menu(),
    "menu-text": lambda window: (area := _area(window)).context_menu(area.rect().center()),
    "menu-pages": lambda window: window.preview.pages.context_menu(),
    "menu-zoom": lambda window: window.preview.bar._size.menu(),
    "menu-pack": lambda window: window.preview._pack.menu(),
    "menu-layout": lambda window: window.preview._layout.menu(),
    "menu-findings": _finding_menu,
    "drop-down": _drop_down,
    "completer": _completer,
    "offers-figures": _offers(" {cap"),
    "offers-terms": _offers(" recy"),
    "help": _help("evening"),
    "help-shortcuts": _help("shortcuts"),
    "about": About,
    "about-licence": _licence,
    "finder": _finder("to"),
    "finder-empty": _finder(""),
    "finder-page": _finder("12"),
    "finder-nothing": _finder("zzzz"),
    "import": _importing(_PEOPLE),
    "import-unread": _importing(_UNREAD),
    "import-workbook": _workbook,
    "import-nothing": _importing(_NOTHING),
    "import-trouble": _importing("\0\0\0", name="broken.xlsx"),
    "export": _exporting(),
    "export-issue": _exporting(issue=True),
    "export-issued": _exporting(5, issue=True, write=True),
    "export-refused": _exporting(errors=True),
    "export-held": _held_back,
    "export-running": _stuck,
    "export-done": _exporting(write=True),
    "export-all": _exporting(6),
    "export-all-issue": _exporting(6, issue=True),
    "export-all-done": _exporting(6, errors=True, write=True),
    "unprintable": _unprintable,
    "tip": _tip,
    "print": _printing,
    "print-options": _printing_options,
    "print-tab": _print_tab,
    "print-progress": _print_progress(failed=False),
    "print-failed": _print_progress(failed=True),
    "message-missing": _refused(lambda path: path.unlink()),
    "message-foreign": _refused(lambda path: path.write_text("something else")),
    "message-newer": _refused(_newer),
    "message-damaged": _refused(_damaged, backups=True),
    "message-paste": _asked(_nothing_to_paste),
    "message-written": _asked(_written),
    "message-report": _asked(_report),
    "findings": _findings(_first_finding),
    "findings-place": _findings(lambda window: window.findings.filter("", grouping="place")),
    "findings-severity": _findings(lambda window: window.findings.filter("", grouping="severity")),
    "findings-nothing": _findings(lambda window: window.findings.filter("zzzz")),
    "findings-ignored": _findings(_first_finding, ignored=True),
    "reason": _reason,
    "earlier": _earlier(chosen=False),
    "earlier-chosen": _earlier(chosen=True),
    "crop": _crop,
    "withheld": _withheld,
    "files": _files(QFileDialog.AcceptMode.AcceptOpen),
    "files-save": _files(QFileDialog.AcceptMode.AcceptSave),
    "files-folder": _files(QFileDialog.AcceptMode.AcceptOpen, folder=True),
}
"""A dialog is added with one line: its name, and what makes it. A maker that changes the window
returns the window.
"""
