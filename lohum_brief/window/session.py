"""One open visit: its value, its edits and their undoing, and what is still being typed."""

from collections.abc import Callable, Collection, Container
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lohum_brief.computer import user_name
from lohum_brief.document.picture_files import media_type
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, spoken
from lohum_brief.message import Value, msg
from lohum_brief.store.entries import DONE, Entry
from lohum_brief.store.protocol import Backup, OpenVisit, Store
from lohum_brief.store.protocol import Editions as Stored
from lohum_brief.visit import called, edit
from lohum_brief.visit.ageing import Former, former, text_at
from lohum_brief.visit.earlier import taken
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.kept import kept
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.photos import photos
from lohum_brief.visit.records import Paragraph, kind_of
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.ahead import Ahead, rescued
from lohum_brief.window.answered import Answered
from lohum_brief.window.editions import Editions
from lohum_brief.window.readiness import Readiness

_LONGEST: Final = 40
"""Characters of a record's name in the name of a step."""
_AGAIN: Final = 2_000
"""Milliseconds after which it is tried again to write edits that wait."""


class Session(QObject):
    """Holds the file open. `changed` comes after every edit, `refused` with the sentence why one
    was not made.
    """

    changed = Signal(object)
    refused = Signal(str)
    measuring = Signal(object)
    """Somebody asks how many printed lines short texts take."""
    measured = Signal(object)
    """The answer, from the process beside the window."""
    drawing = Signal(str, tuple, tuple)
    """Somebody, by a key, asks how charts print: in these languages, or else as the pack that is
    shown.
    """
    drawn = Signal(object)
    """The answer, from the process beside the window."""
    reset = Signal()
    """The pages were set anew: after an edit, or of another pack."""
    respelt = Signal()
    """Other words than before count as right, as long as this file is open."""
    _wrote = Signal()
    """From another thread: an edit was written, or could not be."""
    kept = Signal()
    """Edits could not be written to the file and wait, or wait no longer."""
    flushing = Signal()
    """Whoever holds something that was typed and is not stored yet is to store it now."""

    def __init__(self, place: Store) -> None:
        """Raises BriefError where the visit cannot be opened."""
        super().__init__()
        self.ignored: set[str] = set()
        """What spelling hints leave alone until the file is closed."""
        self._ahead = Ahead(place.open(), self._wrote.emit)
        self._wrote.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._rescued = rescued(self._store)
        self.newer = kept(self._store.visit)
        """What of it is kept although this version does not know it; said until the first edit."""
        self._photos: frozenset[str] | None = None
        """Remembered: they are asked for with every edit, and only we add to them."""
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.write)
        self._gathering = False
        """Edits are told together, by whoever has them made."""
        self._formers: dict[tuple[str, str, Lang], Former | None] = {}
        self.changed.connect(self._forget)
        self.answered = Answered()
        self.changed.connect(self.answered.forget)
        self.editions = Editions(self, self.folder, self)
        self.readiness = Readiness(self._store.visit)
        self.changed.connect(self.readiness.change)  # before all that show it

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._ahead.visit

    @property
    def _store(self) -> OpenVisit:
        return self._ahead.store

    @property
    def place(self) -> Store:
        """Where the visit lives."""
        return self._ahead.file.store

    @property
    def folder(self) -> Path:
        """The folder in which files that go with the visit are offered first."""
        return Path(self.place.folder)

    @property
    def locked(self) -> str:
        """Why nothing can be written; empty where it can."""
        return spoken(self._ahead.file.reason) if self._ahead.file.read_only else ""

    @property
    def warning(self) -> str:
        """What the user should know about the file: that a backup failed, that there are edits
        which it could not take.
        """
        return spoken(self._ahead.file.warning) or self._rescued

    # Edits that wait

    @property
    def waiting(self) -> int:
        """How many edits the file could not take yet."""
        return self._ahead.count

    @property
    def trouble(self) -> str:
        """Why edits wait; empty where none does."""
        return self._ahead.why

    def write(self) -> bool:
        """Store the edits that wait, if the file takes them now; whether none waits any more."""
        before = (self.waiting, self.trouble)
        done = self._ahead.write()
        if (self.waiting, self.trouble) != before:
            self._look()
        return done

    def _go_on(self) -> None:
        self._ahead.go_on()
        self._look()

    def _look(self) -> None:
        """Edits wait now, or no longer."""
        if not self.trouble:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()
        self.kept.emit()

    def stored_editions(self) -> Stored:
        """The editions in the file."""
        return self._store.editions

    def is_behind(self) -> bool:
        """Whether somebody else has gone on with the visit, and no edit waits here."""
        return self._ahead.is_behind()

    def is_free(self) -> bool:
        """Whether it can be edited here now, after somebody else has left it."""
        return self._ahead.is_free()

    def follow(self) -> str:
        """Take up what somebody else has written; who it was, if that is known. What is typed and
        not stored yet is stored on top of it, and both are told as one edit.

        Raises BriefError where the visit cannot be opened anew.
        """
        before = self.visit
        self._ahead.follow()
        self._photos = None
        self._formers.clear()
        self._gathering = True
        try:
            self.flushing.emit()
        finally:
            self._gathering = False
        made = edit.replacement(before, self.visit, msg("Changed by another program"))
        if made.changes:
            self.changed.emit(made)
        self.newer = kept(self._ahead.file.visit)
        self.editions.reload()
        last = self._ahead.file.journal(1)
        return last[0].who if last and made.changes else ""

    def rescue(self) -> None:
        """Keep edits that wait among the backups. Raises BriefError."""
        if self.waiting:
            self._ahead.rescue()

    # Steps

    @property
    def undo_label(self) -> str | None:
        """What undoing would take back."""
        held = self._ahead.waiting()
        label = held[0].label if held else self._ahead.file.undo_label
        return None if label is None else labels.step(label)

    @property
    def redo_label(self) -> str | None:
        """What redoing would do again; nothing while edits wait."""
        label = None if self.waiting else self._ahead.file.redo_label
        return None if label is None else labels.step(label)

    @property
    def who(self) -> str:
        """Whose name stands beside edits."""
        return user_name()

    def commit(self, make: Callable[[Visit], Edit]) -> bool:
        """Make an edit of the visit as it is now and store it; False where it was refused."""
        why = self.commit_quietly(make)
        if why:
            self.refused.emit(why)
        return not why

    def commit_quietly(self, make: Callable[[Visit], Edit]) -> str:
        """The same for whoever says himself why it was refused: the sentence, or an empty one."""
        try:
            made = make(self.visit)
            if not made.changes:
                return ""
            made = self._named(made)
            self._ahead.commit(made)
        except BriefError as error:
            return self._placed(error)
        self._tell(made)
        return ""

    def _tell(self, made: Edit) -> None:
        """An edit was made."""
        if not self._gathering:
            self.changed.emit(made)
        if self.waiting:
            self._look()

    def _placed(self, error: BriefError) -> str:
        """What is told of an error: its place by the names that people give to it, not by ids."""
        if not error.why or not error.places:
            return say(error.message)
        return say(
            "{sort}: {subject}", sort=labels.place(self.visit, *error.places[0]), subject=error.why
        )

    def set_field(self, ident: str, field: str, value: Any) -> str:
        """Set a field by its path to a JSON value; the sentence why not, without the place, or an
        empty one.
        """
        try:
            made = edit.set_field(self.visit, ident, field, value)
            if all(change.before == change.after for change in made.changes):
                return ""
            made = self._named(made)
            self._ahead.commit(made)
        except BriefError as error:
            return say(error.why or error.message)
        self._tell(made)
        return ""

    def _named(self, made: Edit) -> Edit:
        """A step that says only of what kind one record is says which one, too."""
        if len(made.changes) != 1:
            return made
        record = made.changes[0].before
        if record is None or made.label not in {
            msg(step, kind=kind_title(kind_of(record)))
            for step in ("Change {kind}", "Remove {kind}", "Move {kind}")
        }:
            return made
        # A paragraph is called by its own words, which are what changes while one writes.
        named = (
            self.visit.by_id.get(record.section, record)
            if isinstance(record, Paragraph)
            else record
        )
        name = called.in_all(lambda lang: _cut(called.title_in(named, self.visit, lang)))
        if name in ("", record.id):
            return made
        return made._replace(label=msg("{step}: {record}", step=made.label, record=name))

    def former(self, ident: str, path: str, lang: Lang) -> Former | None:
        """What the text at a path of a record was when its translation was last written or
        confirmed, and is no more.
        """
        key = (ident, path, lang)
        if key not in self._formers:
            past = self._store.history(ident)
            try:
                self._formers[key] = former(
                    (
                        (one.time, text_at(one.before, path), text_at(one.after, path))
                        for one in past
                    ),
                    lang,
                    self.visit.particulars.original,
                )
            except BriefError:  # a journal that cannot be read hinders nobody from writing on
                self._formers[key] = None
            finally:
                past.close()
        return self._formers[key]

    def _forget(self, made: Edit) -> None:
        self._rescued, self.newer = "", ""
        touched = {change.id: change for change in made.changes}
        if self.visit.particulars.id in touched:  # perhaps another language is the original now
            self._formers.clear()
        for key in [
            key
            for key in self._formers
            if key[0] in touched and _rewritten(touched[key[0]], key[1], key[2])
        ]:
            del self._formers[key]

    def undo(self) -> Edit | None:
        """Take the last edit back; what was done for it."""
        return self._step(lambda: self._ahead.take_back() or self._store.undo())

    def undo_steps(self, count: int) -> Edit | None:
        """Take several edits back, the last first; what was done for the last of them."""
        made = None
        for _ in range(count):
            step = self.undo()
            if step is None:
                break
            made = step
        return made

    # Earlier states

    def steps(self, limit: int) -> list[Entry]:
        """What undoing would take back, newest first, also of what waits. Raises BriefError."""
        return [*self._ahead.waiting(), *self.edits(limit)][:limit]

    def edits(self, limit: int) -> list[Entry]:
        """The newest edits that were not undone, newest first. Raises BriefError."""
        return [entry for entry in self._store.journal(limit) if entry.state == DONE]

    def backups(self) -> list[Backup]:
        """The backups, newest first. Raises BriefError."""
        return self._store.backups()

    def take(
        self, then: Visit, idents: Collection[str] | None, label: Value, backup: Backup | None
    ) -> bool:
        """Make records what they were `then`, or all of them, as one edit; False where it was
        refused.
        """
        try:
            if backup is not None:
                self._photos = None
                self._store.take_assets(backup)
        except BriefError as error:
            self.refused.emit(say(error.message))
            return False
        if idents is None:
            return self.commit(lambda now: edit.replacement(now, then, label))
        return self.commit(lambda now: taken(now, then, idents, label))

    def redo(self) -> Edit | None:
        """Do the last undone edit again; what was done for it."""
        return None if self.waiting else self._step(self._store.redo)

    def _step(self, step: Callable[[], Edit | None]) -> Edit | None:
        self.flushing.emit()
        try:
            made = step()
        except BriefError as error:
            self.refused.emit(say(error.message))
            return None
        if made is not None:
            self.changed.emit(made)
        self._look()
        return made

    def put_picture(self, data: bytes) -> str:
        """Keep a picture in the file; the digest it is found by. Raises BriefError."""
        digest = self._store.put_asset(data, media_type(data))
        if self._photos is not None:
            self._photos |= {digest}
        return digest

    def picture(self, digest: str) -> bytes:
        """A picture of the file. Raises BriefError where it is not there or damaged."""
        return self._store.asset(digest)

    def photos(self) -> frozenset[str] | None:
        """The digests of the photos in the file; None where that cannot be told, which opening it
        again would tell.
        """
        if self._photos is None:
            try:
                self._photos = self._store.asset_names()
            except BriefError:
                return None
        return self._photos

    def pictures(self, known: Container[str]) -> dict[str, bytes]:
        """The photos that packs may print, by digest, but for those that are `known`; what is not
        there is left out.
        """
        found = {}
        for photo in sorted(photos(self.visit)):
            if photo not in known:
                try:
                    found[photo] = self.picture(photo)
                except BriefError:  # the form of the person says so
                    continue
        return found

    def save_copy(self, target: Store) -> bool:
        """Write a copy of the file. Raises BriefError; False where the copy is without photos and
        earlier states.
        """
        self.flushing.emit()
        return self._ahead.save_copy(target)

    def close(self) -> None:
        """Store what is typed and give the file back."""
        self.flushing.emit()
        self._again.stop()
        self._ahead.back_up()
        self._store.close()


def _rewritten(change: Change, path: str, lang: Lang) -> bool:
    """Whether an edit wrote a translation, or said how it stands; the history of others stays as it
    is.
    """
    if change.before is None or change.after is None:
        return True
    was, now = text_at(change.before, path), text_at(change.after, path)
    return was[lang] != now[lang] or was.state[lang] != now.state[lang]


def _cut(title: str) -> str:
    """Return a title on one line, of a length that a menu has room for."""
    line = " ".join(title.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
