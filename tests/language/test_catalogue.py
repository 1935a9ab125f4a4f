"""What the program says, in which language, and what it does without a catalogue."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from lohum_brief.errors import BriefError
from lohum_brief.language import catalogue, sentences
from lohum_brief.language import interface as spoken
from lohum_brief.language.catalogue import MissingTranslationError, phrase_in, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.compile import compile_catalogues
from lohum_brief.language.interface import say, say_n, use
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import AUDIENCE, BASIS, HEADINGS, LABELS, MARKS, NOTE_SORT
from lohum_brief.message import without_context
from lohum_brief.paths import catalogue_file


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test starts as a fresh process does, in English."""
    for name in ("LOHUM_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    caches = (spoken._environment, sentences._lenient, words, catalogue._strict)
    for cached in caches:
        cached.cache_clear()
    use(None)
    yield
    for cached in caches:
        cached.cache_clear()
    use(None)


def test_english_is_the_key() -> None:
    assert say("Contents") == "Contents"
    assert say("The time zone {zone} is unknown; write it as Asia/Tokyo.", zone="{x} 100%") == (
        "The time zone {x} 100% is unknown; write it as Asia/Tokyo."
    )


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LOHUM_LANG": "ja", "LANG": "hi_IN.UTF-8"}, "ja"),
        ({"LANG": "hi_IN.UTF-8"}, "hi"),
        ({"LANG": "ja-JP"}, "ja"),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "hi_IN"}, "ja"),
        ({"LANGUAGE": "fr:hi:ja", "LANG": "fr_FR.UTF-8"}, "hi"),
        ({"LANGUAGE": "ja", "LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LOHUM_LANG": "klingon", "LANG": "hi_IN"}, "hi"),
        ({"LANG": "jazz"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_chooses(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], lang: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert spoken.interface() == lang


def test_use_overrules_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOHUM_LANG", "hi")
    use("ja")
    assert say("Contents") == "目次"
    use(None)
    assert say("Contents") == "विषय-सूची"


def test_interface_and_packs_are_strangers() -> None:
    use("ja")
    assert words("hi")("Contents") == "विषय-सूची"
    assert words("en")("Contents") == "Contents"
    assert words("hi")("page {page} of {pages}", page=3, pages=9) == "पृष्ठ 3 / 9"


def test_an_untranslated_sentence_is_english_but_an_untranslated_pack_word_is_refused() -> None:
    use("hi")
    assert say("No such sentence.") == "No such sentence."
    use("en")
    with pytest.raises(
        MissingTranslationError,
        match=r"“No such word” is not translated into hi: add it to hi\.po\.",
    ):
        words("hi")("No such word")
    assert issubclass(MissingTranslationError, BriefError)
    assert issubclass(MissingTranslationError, LookupError)


def test_one_english_word_of_two_meanings_is_said_by_its_context() -> None:
    menu = phrase_in("menu", "Edit")
    assert (say(menu), say("Edit"), without_context(menu), without_context("Edit")) == (
        "Edit",
        "Edit",
        "Edit",
        "Edit",
    )
    use("hi")
    assert (say(menu), say("Edit")) == ("संपादन", "संपादित करें")
    assert say(phrase_in("no such context", "Edit")) == "Edit"


def test_a_pack_word_has_contexts_too() -> None:
    side, office = phrase_in("side", "Host"), "Host"
    assert [words("hi")(side), words("en")(side), words("ja")(side)] == [
        "मेज़बान",
        "Host",
        "受入れ側",
    ]
    assert words("ja")(office) == "受入先"
    with pytest.raises(MissingTranslationError, match="“Host” is not translated into ja"):
        words("ja")(phrase_in("no such context", "Host"))


@pytest.mark.parametrize(
    "content", [None, b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 24]
)
def test_without_a_sound_catalogue_it_speaks_english_and_prints_no_pack(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "hi.mo"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(LANGUAGES["hi"], "catalogue", file)
    use("hi")
    assert say("Contents") == "Contents"
    assert say_n("{count} page", "{count} pages", 2) == "2 pages"
    with pytest.raises(MissingTranslationError, match=r"hi\.mo cannot be read"):
        words("hi")


def test_plural_in_english() -> None:
    assert [say_n("{count} page", "{count} pages", n) for n in (0, 1, 2)] == [
        "0 pages",
        "1 page",
        "2 pages",
    ]


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_packs_print_what_gettext_reads(lang: Lang) -> None:
    with catalogue_file(lang).open("rb") as file:
        expected = gettext.GNUTranslations(file)
    for message in (
        *BASIS.values(),
        *AUDIENCE.values(),
        *NOTE_SORT.values(),
        *HEADINGS,
        *LABELS,
        *MARKS,
    ):
        assert words(lang)(message) == expected.gettext(message) != message


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_what_packs_print_needs_no_other_words(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The small catalogue has all of them, and what stands elsewhere is found in the whole one."""
    for mo in compile_catalogues(catalogue_file(lang).parent, tmp_path):
        if mo.name == f"{lang}.mo":
            mo.rename(tmp_path / "whole")
    monkeypatch.setattr(LANGUAGES[lang], "catalogue", tmp_path / f"{lang}.mo")
    word = words(lang)
    for message in (
        *BASIS.values(),
        *AUDIENCE.values(),
        *NOTE_SORT.values(),
        *HEADINGS,
        *LABELS,
        *MARKS,
    ):
        assert word(message) != message
    with pytest.raises(MissingTranslationError, match=rf"{lang}\.mo cannot be read"):
        word("Close")
    (tmp_path / "whole").rename(tmp_path / f"{lang}.mo")
    assert word("Close") != "Close"
    with pytest.raises(MissingTranslationError, match="“no such word” is not translated"):
        word("no such word")


def test_parts_in_a_row_are_parted_as_the_language_parts_them() -> None:
    assert spoken.listed(iter(["A", "B"])) == "A, B"
    use("ja")
    assert spoken.listed(["A", "B", "C"]) == "A、B、C"
    assert spoken.listed([]) == ""


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "One. Two."), ("hi", "One. Two."), ("ja", "One.Two.")]
)
def test_sentences_stand_behind_one_another_as_the_language_writes_them(
    lang: Lang, said: str
) -> None:
    spoken.use(lang)
    assert spoken.sentences(("One.", "", "Two.")) == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [("It is.", "It is"), ("है।", "है"), ("です。", "です"), ("no stop", "no stop")],
)
def test_a_sentence_within_another_has_no_stop_in_any_language(sentence: str, said: str) -> None:
    assert spoken.clause(sentence) == said
