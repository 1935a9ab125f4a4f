"""A store that lives in this process, `memory://NAME`: the smallest that keeps the protocol."""

import time
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import count
from types import TracebackType
from typing import Self

from msgspec import structs

from lohum_brief.computer import user_name
from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.message import Value
from lohum_brief.store.applying import applied
from lohum_brief.store.assets import name_of, no_such, require_size
from lohum_brief.store.carrying import carry
from lohum_brief.store.editions import Edition, Imprint, bare, checked, reserved
from lohum_brief.store.entries import DONE, DROPPED, UNDONE, Entry, Moment, now
from lohum_brief.store.protocol import CLOSED, DAILY, UNWRITTEN, Backup, Damage, Store
from lohum_brief.visit.document import encode
from lohum_brief.visit.edit import Edit, apply, inverse
from lohum_brief.visit.visit import Visit


@dataclass
class Kept:
    """All there is of a visit. `version` counts what was written; `holder` edits it just now."""

    visit: Visit
    entries: list[tuple[Entry, Edit]] = field(default_factory=list)
    assets: dict[str, bytes] = field(default_factory=dict)
    editions: list[Edition] = field(default_factory=list)
    backups: list[Backup] = field(default_factory=list)
    version: int = 0
    holder: str = ""

    def copy(self) -> "Kept":
        """Return another that nobody edits."""
        return replace(deepcopy(self), holder="")


class Memory:
    """What a computer is to files."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}

    def store(self, address: str) -> "MemoryStore":
        return MemoryStore(self, address)


class MemoryStore:
    def __init__(self, memory: Memory, address: str) -> None:
        self.memory = memory
        self.address = address

    @property
    def name(self) -> str:
        return self.address.rpartition("/")[2]

    @property
    def folder(self) -> str:
        return "/nowhere"

    @property
    def kept(self) -> Kept:
        try:
            return self.memory.kept[self.address]
        except KeyError:
            raise SystemRefusedError(f"{self.name}: there is no such visit.") from None

    def exists(self) -> bool:
        return self.address in self.memory.kept

    def create(
        self, visit: Visit, *, overwrite: bool = False, pictures: Collection[bytes] = ()
    ) -> None:
        self.require_free(overwrite=overwrite)
        self.memory.kept[self.address] = Kept(visit)
        self.kept.assets.update({name_of(data): data for data in pictures})

    def require_free(self, *, overwrite: bool) -> None:
        if self.exists() and not overwrite:
            raise SystemRefusedError(f"{self.name}: it exists already.")
        if self.exists() and self.kept.holder:
            raise SystemRefusedError(f"{self.name}: {self.kept.holder} has it open.")

    def open(self, *, who: str | None = None) -> "OpenMemory":
        return OpenMemory(self, who or user_name())

    def read(self) -> Visit:
        return self.kept.visit

    def pictures(self, names: Collection[str] | None = None) -> dict[str, bytes]:
        return {
            name: data for name, data in self.kept.assets.items() if names is None or name in names
        }

    def picture_names(self) -> frozenset[str]:
        return frozenset(self.kept.assets)

    def editions(self) -> list[Edition]:
        return list(self.kept.editions)

    def visit_after(self, now: Visit, number: int) -> Visit:
        for entry, edit in reversed(self.kept.entries):
            if entry.state == DONE and entry.number > number:
                now = apply(now, inverse(edit))
        return now

    def states_before(self, now: Visit) -> Iterator[tuple[Visit, str]]:
        for entry, edit in reversed(self.kept.entries):
            if entry.state == DONE:
                now = apply(now, inverse(edit))
                yield now, entry.time

    def backups(self) -> list[Backup]:
        return (
            sorted(self.kept.backups, key=lambda one: one.time, reverse=True)
            if self.exists()
            else []
        )

    def damage(self) -> list[Damage]:
        self.kept  # noqa: B018 - what is not there cannot be looked through
        return []

    def duplicate(self, target: Store) -> None:
        if not isinstance(target, MemoryStore):
            with self.open() as opened:
                carry(opened, target)
            return
        target.require_free(overwrite=False)
        self.memory.kept[target.address] = self.kept.copy()

    def back_up(self, reason: str) -> "MemoryStore":
        """Return a backup of now, with what is there."""
        time_ = time.strftime("%Y-%m-%dT%H:%M:%S")
        address = next(
            found
            for at in count()
            if (found := f"{self.address}/{time_}-{reason}-{at}") not in self.memory.kept
        )
        self.kept.backups.append(Backup(address, time_, reason))
        return MemoryStore(self.memory, address)


class OpenMemory:
    def __init__(self, store: MemoryStore, who: str) -> None:
        self.store = store
        self.kept = store.kept
        holder = self.kept.holder
        self.read_only = bool(holder)
        self.reason = f"{store.name}: {holder} has it open." if holder else ""
        self.warning = ""
        self.who = who
        self.visit = self.kept.visit
        self._version = self._opened = self.kept.version
        self.editions = MemoryEditions(self)
        if not self.read_only:
            self.kept.holder = who
            if not any(one.reason == DAILY for one in self.kept.backups):
                store.memory.kept[store.back_up(DAILY).address] = self.kept.copy()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def back_up(self) -> None:
        if self._version != self._opened:
            self.store.memory.kept[self.store.back_up(CLOSED).address] = self.kept.copy()
            self._opened = self._version

    def close(self) -> None:
        if not self.read_only:
            self.kept.holder = ""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Refuse what may not be written; what is written in the block counts."""
        if self.read_only:
            raise SystemRefusedError(self.reason)
        if self.changed_elsewhere():
            raise SystemRefusedError(f"{self.store.name}: another program has changed it.")
        yield
        self.kept.version += 1
        self._version = self.kept.version

    # Edits

    def commit(self, edit: Edit) -> Visit:
        entries = self.kept.entries
        with self.writing():
            self._become(applied(self.visit, edit))
            last = max((entry.number for entry, _ in entries if entry.state == DONE), default=0)
            for at, (entry, made) in enumerate(entries):
                if entry.state == UNDONE and entry.number > last:
                    entries[at] = (entry._replace(state=DROPPED), made)
            entries.append((Entry(len(entries) + 1, now(), self.who, edit.label), edit))
        return self.visit

    def undo(self) -> Edit | None:
        return self._step(self._to_undo, UNDONE)

    def redo(self) -> Edit | None:
        return self._step(self._to_redo, DONE)

    @property
    def undo_label(self) -> Value | None:
        return None if self._to_undo is None else self.kept.entries[self._to_undo][0].label

    @property
    def redo_label(self) -> Value | None:
        return None if self._to_redo is None else self.kept.entries[self._to_redo][0].label

    @property
    def _to_undo(self) -> int | None:
        return next(
            (at for at, (one, _) in reversed([*enumerate(self.kept.entries)]) if one.state == DONE),
            None,
        )

    @property
    def _to_redo(self) -> int | None:
        first = 0 if self._to_undo is None else self._to_undo + 1
        return next(
            (
                at
                for at, (one, _) in enumerate(self.kept.entries)
                if at >= first and one.state == UNDONE
            ),
            None,
        )

    def _step(self, at: int | None, state: int) -> Edit | None:
        if at is None:
            return None
        entry, made = self.kept.entries[at]
        edit = inverse(made) if state == UNDONE else made
        with self.writing():
            self._become(apply(self.visit, edit))
            self.kept.entries[at] = (entry._replace(state=state), made)
        return edit

    def _become(self, visit: Visit) -> None:
        self.visit = self.kept.visit = visit

    def journal(self, limit: int = 100) -> list[Entry]:
        return [entry for entry, _ in reversed(self.kept.entries)][:limit]

    def history(self, ident: str) -> Generator[Moment]:
        for entry, edit in reversed(self.kept.entries):
            for change in reversed(edit.changes) if entry.state == DONE else ():
                if change.id == ident:
                    yield Moment(entry.time, entry.who, change.before, change.after)

    # Pictures

    def put_asset(self, data: bytes, media_type: str) -> str:
        del media_type
        with self.writing():
            require_size(data)
            name = name_of(data)
            self.kept.assets[name] = data
        return name

    def asset(self, digest: str) -> bytes:
        if digest not in self.kept.assets:
            raise no_such(digest)
        return self.kept.assets[digest]

    def asset_names(self) -> frozenset[str]:
        return frozenset(self.kept.assets)

    # Others, and the place itself

    def changed_elsewhere(self) -> bool:
        return self.lost() or self.kept.version != self._version

    def is_free(self) -> bool:
        return self.read_only and not self.kept.holder

    def lost(self) -> bool:
        return self.store.memory.kept.get(self.store.address) is not self.kept

    def again(self) -> "OpenMemory":
        self.store.kept  # noqa: B018 - as long as nothing is there, everything stays as it is
        self.close()
        return self.store.open(who=self.who)

    def wait_at_most(self, milliseconds: int) -> None:
        """Nothing is waited for."""

    # Copies

    def save_copy(
        self,
        target: Store,
        *,
        overwrite: bool = False,
        history: bool = True,
        edits: Sequence[Edit] = (),
    ) -> None:
        if not isinstance(target, MemoryStore):
            carry(self, target, overwrite=overwrite, history=history, edits=edits)
            return
        if target.address == self.store.address:
            raise UsageError(f"{self.store.name}: it cannot be copied onto itself.")
        target.require_free(overwrite=overwrite)
        made = self.kept.copy()
        made.backups = []
        if not history:
            body = encode(made.visit).decode()
            made.entries = []
            made.assets = {name: data for name, data in made.assets.items() if name in body}
            made.editions = [
                one._replace(who="", imprint=bare(one.imprint)) for one in made.editions
            ]
        self.store.memory.kept[target.address] = made
        if edits:
            with target.open(who=self.who) as copy:
                for edit in edits:
                    copy.commit(edit)

    def backups(self) -> list[Backup]:
        return self.store.backups()

    def place_for_unwritten(self) -> MemoryStore:
        return self.store.back_up(UNWRITTEN)

    def take_assets(self, wanted: Backup) -> None:
        with self.writing():
            self.kept.assets |= self.store.memory.store(wanted.address).pictures()


class MemoryEditions:
    def __init__(self, opened: OpenMemory) -> None:
        self._opened = opened

    def listed(self) -> list[Edition]:
        return list(self._opened.kept.editions)

    def reserve(self, imprint: Imprint, time: int) -> Edition:
        with self._opened.writing():
            made = reserved(self.listed(), imprint, time, self._opened.who)
            self._opened.kept.editions.append(made)
        return made

    def mark_issued(self, serial: int) -> None:
        self._replace(serial, issued=True)

    def name_recipients(self, serial: int, recipients: str) -> None:
        self._replace(serial, recipients=" ".join(recipients.split()))

    def withdraw(self, serial: int) -> None:
        with self._opened.writing():
            held = self._opened.kept.editions
            held[:] = [one for one in held if one.serial != serial or one.imprint.issued]

    def _replace(self, serial: int, **changes: object) -> None:
        with self._opened.writing():
            held = self._opened.kept.editions
            held[:] = [
                one._replace(imprint=checked(structs.replace(one.imprint, **changes)))
                if one.serial == serial
                else one
                for one in held
            ]
