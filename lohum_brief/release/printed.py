"""Which drafts were printed on this computer, by their marks, so that one is found at once.

It is a hint only: whoever looks a mark up makes it again of the visit as it was then. Kept are
mark, pack, readers and time, nothing of what was printed, where the owner alone reads it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from time import time
from typing import Final

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.lean_imports import lean
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Layout, Pack

_BIGGEST: Final = 400_000
"""Bytes of the file; the older half goes when there are more."""


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """A draft: its mark, when it was printed in Unix seconds, and of which pack as it was then."""

    mark: str
    time: float
    pack: str
    languages: tuple[Lang, ...]
    layout: Layout
    audience: Audience

    def of(self, pack: Pack) -> Pack:
        """Return the pack for these readers."""
        return msgspec.structs.replace(
            pack, languages=self.languages, layout=self.layout, audience=self.audience
        )


_encode: Final = msgspec.json.Encoder().encode
_decode: Final = msgspec.json.Decoder(Printed).decode


def place() -> Path:
    """Return the file in which they are kept."""
    # Only who prints or looks up waits for it.
    with lean("platformdirs"):
        import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_state_dir("lohum-brief", appauthor=False)) / "drafts.jsonl"


def remember(drafts: Iterable[tuple[Pack, str]], moment: float | None = None) -> None:
    """Note drafts by pack and mark, of the visit as it is now or was at a moment.

    That they cannot be noted keeps no draft from being printed.
    """
    when = time() if moment is None else moment
    lines = [
        _encode(Printed(mark, when, pack.id, pack.languages, pack.layout, pack.audience)) + b"\n"
        for pack, mark in drafts
        if mark
    ]
    if not lines:
        return
    path = place()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(0o600)
        if path.stat().st_size > _BIGGEST:
            kept = path.read_bytes()[-_BIGGEST // 2 :].partition(b"\n")[2]
            path.write_bytes(kept)
        with path.open("ab") as file:
            file.write(b"".join(lines))
    except OSError:
        return


def recall(mark: str) -> Iterator[Printed]:
    """Yield the drafts that bore a mark, the newest first; none where the file cannot be read."""
    try:
        with place().open("rb") as file:
            lines = file.read(2 * _BIGGEST).splitlines()
    except OSError:
        return
    said = mark.encode()
    for line in reversed(lines):
        if said in line:
            try:
                found = _decode(line)
            except (ValueError, RecursionError):
                continue
            if found.mark == mark:
                yield found
