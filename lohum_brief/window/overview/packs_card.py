"""The packs on the overview: for whom each is, and its last edition."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Final

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lohum_brief.language.interface import say, say_n
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.editions import Editions, changed_since, moment, name
from lohum_brief.window.elided import Elided
from lohum_brief.window.live.revealing import open_file
from lohum_brief.window.overview.overview_cards import Card, link

_MOST: Final = 8
"""Packs that are listed."""


def packs_card(visit: Visit, editions: Editions, show: Callable[[str], object]) -> Card:
    """Every pack with its readers, languages and last edition; a click shows its pages, another the
    file that was issued.
    """
    packs = visit.of(Pack)
    card = Card(say_n("{count} pack", "{count} packs", len(packs)), span=3)
    for pack in packs[:_MOST]:
        title = labels.title(pack, visit)
        langs = " + ".join(labels.NATIVE[lang] for lang in pack.languages)
        audience = labels.choice("audience", pack.audience)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.setContentsMargins(0, 0, 0, 6)
        both.addWidget(link(title, partial(show, pack.id), f"{title}, {audience}, {langs}"))
        both.addWidget(_note(f"{audience} · {langs}"))
        both.addWidget(_last(visit, editions, pack, title))
        card.box.addLayout(both)
    if editions.fault:
        card.note(editions.fault)
    return card.end()


def _last(visit: Visit, editions: Editions, pack: Pack, title: str) -> QWidget:
    """The last edition of a pack, in a line below it that opens its file if it is still there."""
    held = editions.of(pack.id)
    if not held:
        return _note(say("not issued yet"))
    last, known = held[0], editions.known(held[0])
    parts = [name(last), moment(last, visit.particulars.place_zone)]
    parts.append(changed_since(known) if last.imprint.issued else say("its file was not finished"))
    if last.imprint.recipients:
        parts.append(say("for {recipients}", recipients=last.imprint.recipients))
    said = " · ".join(part for part in parts if part)
    if known is None or known.file is None:
        return _note(said)
    return link(
        said,
        partial(open_file, known.file),
        say("Open the issued file: {pack}", pack=f"{title}, {said}"),
    )


def _note(text: str) -> Elided:
    note = Elided(text)
    note.setObjectName("quiet")
    note.setToolTip(escape(text))
    note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return note
