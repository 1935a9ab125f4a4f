"""The table of calls: both ends of the process do what it says, and nothing beside it."""

import io
from collections.abc import Callable
from typing import get_type_hints

import pytest
from PySide6.QtCore import Signal

from lohum_brief.service.calls import CALLS, PROGRESS, Call, handler_of
from lohum_brief.service.client import Client
from lohum_brief.service.context import Context, pack_of
from lohum_brief.service.framing import framed, read_request, take_answers
from lohum_brief.service.messages.files import Exported
from lohum_brief.service.messages.message import Answer, Failed, Progress, Question
from lohum_brief.service.messages.notifications import Load
from lohum_brief.service.messages.pages import Measured, Render, Rendered
from lohum_brief.service.messages.review import Found
from lohum_brief.store.editions import Edition
from lohum_brief.visit.document import encode
from lohum_brief.visit.records import Pack
from lohum_brief.window.service import Service
from tests.packs.conftest import pack, small
from tests.store.visits import imprint


def _name(call: Call) -> str:
    return call.request.__name__


@pytest.mark.parametrize("call", CALLS, ids=_name)
def test_every_handler_takes_its_request_and_returns_its_answer(call: Call) -> None:
    hints = get_type_hints(handler_of(call))
    answer = hints.pop("return")
    assert list(hints.values()) == [Context, call.request]
    assert answer is (call.answer or type(None))


@pytest.mark.parametrize("call", CALLS, ids=_name)
def test_what_is_a_question_is_answered_and_nothing_else(call: Call) -> None:
    assert issubclass(call.request, Question) == (call.answer is not None) == bool(call.heard)


def test_the_window_has_a_signal_for_every_answer_and_none_that_never_comes() -> None:
    named = {name for call in CALLS for name in (call.heard, call.refused) if name} | {PROGRESS}
    had = {name for name, value in vars(Service).items() if isinstance(value, Signal)}
    assert had == named | {"died"}


class Window:
    """A window's end without a process: `sent` is what it asked for, `heard` what it was told."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.heard: list[tuple[str, Answer]] = []
        self.client = Client(
            self.sent.append, lambda name, answer: self.heard.append((name, answer))
        )

    def take(self, *answers: Answer) -> list[str]:
        """Return the names of the signals that take these answers."""
        self.heard.clear()
        for answer in take_answers(bytearray(b"".join(map(framed, answers)))):
            self.client.take(answer)
        return [name for name, _ in self.heard]


@pytest.fixture
def window() -> Window:
    return Window()


def _rendered(number: int) -> Rendered:
    return Rendered(number, b"", 1, (1.0, 1.0), 1, ())


def test_of_pages_that_are_wanted_while_others_are_set_only_the_last_are_asked_for(
    window: Window,
) -> None:
    packs = [pack(languages=(lang,)) for lang in ("hi", "en", "ja")]
    for one in packs:
        window.client.render(one)
    assert window.client.awaits(Render)
    assert len(window.sent) == 1
    assert window.take(_rendered(1)) == ["rendered"]
    assert len(window.sent) == 2
    assert _pack_in(window.sent[1]).languages == ("ja",)
    assert window.take(_rendered(3)) == ["rendered"]
    assert not window.client.awaits(Render)


def _pack_in(sent: bytes) -> Pack:
    request = read_request(io.BytesIO(sent))
    assert isinstance(request, Render)
    return pack_of(request.pack)


def test_every_file_is_written_and_every_text_measured(window: Window) -> None:
    for out in ("a.pdf", "b.pdf"):
        window.client.export(pack(), out)
        window.client.measure(())
    assert len(window.sent) == 4
    assert window.client.writing
    assert window.take(Exported(1, "a.pdf", 1, 0.1), Measured(2, (), ())) == [
        "exported",
        "measured",
    ]
    assert window.client.writing
    assert window.take(Exported(3, "b.pdf", 1, 0.1)) == ["exported"]
    assert not window.client.writing


@pytest.mark.parametrize(
    ("ask", "signal"),
    [
        (lambda client: client.render(pack()), "unrendered"),
        (lambda client: client.compare((), ()), "uncompared"),
        (lambda client: client.write_table("person", "a.xlsx"), "unwritten"),
        (lambda client: client.check(), "failed"),
        (lambda client: client.export(pack(), "a.pdf"), "failed"),
        (lambda client: client.measure(()), None),
    ],
)
def test_who_asked_is_told_why_it_was_not_done(
    window: Window, ask: Callable[[Client], None], signal: str | None
) -> None:
    ask(window.client)
    assert window.take(Progress(1, 0.5), Failed(1, "why")) == [
        PROGRESS,
        *([signal] if signal else []),
    ]
    assert window.take(Failed(1, "why")) == [], "it is told once"


def test_an_edition_is_sent_before_it_is_first_compared_and_anew_when_its_number_is_given_again(
    window: Window,
) -> None:
    first = Edition(1, "2025-07-24T16:40:00Z", "Asha", imprint())
    other = first._replace(imprint=imprint(sha256="cd" * 32))
    sent = []
    for editions in ([first], [first], [other]):
        window.client.compare_editions(editions, ())
        requests = [read_request(io.BytesIO(data)) for data in window.sent]
        sent.append([type(request).__name__ for request in requests])
        window.sent.clear()
        window.client.forget()
    assert sent == [
        ["Issued", "CompareEditions"],
        ["CompareEditions"],
        ["Issued", "CompareEditions"],
    ]


def test_a_photo_is_sent_once_and_only_for_packs_that_print_photos(window: Window) -> None:
    window.client.pictures = lambda known: {
        name: b"photo" for name in ("a" * 64,) if name not in known
    }
    for photos, count in ((False, 1), (True, 2), (True, 1)):
        window.client.render(pack(photos=photos))
        assert len(window.sent) == count
        window.sent.clear()
        window.client.forget()


def test_an_answer_that_nobody_waits_for_any_more_is_told_nobody(window: Window) -> None:
    window.client.check()
    window.client.forget()
    assert window.take(Found(1, ())) == []


def test_notifications_are_sent_at_once_and_awaited_by_nobody(window: Window) -> None:
    visit = small()
    window.client.load(visit)
    assert window.sent == [framed(Load(encode(visit)))]
    assert not any(
        window.client.awaits(call.request) for call in CALLS if issubclass(call.request, Question)
    )
    assert not issubclass(Load, Question)
