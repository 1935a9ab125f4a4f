"""The catalogues are complete, and every call fits its message."""

import ast
import json
import string
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import lohum_brief
from lohum_brief.language import extract
from lohum_brief.language.compile import compile_catalogues
from lohum_brief.language.hints import hints
from lohum_brief.paths import catalogue_file

PACKAGE = Path(lohum_brief.__file__).parent
FOLDER = catalogue_file("hi").parent
TRANSLATED = ("hi", "ja")


@cache
def source() -> Catalog:
    return extract.messages(PACKAGE)


def translated(lang: str) -> Catalog:
    with (FOLDER / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def placeholders(text: str) -> list[str]:
    return sorted(
        name
        for _text, name, _spec, _conversion in string.Formatter().parse(text)
        if name is not None
    )


def as_tuple(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def test_the_source_has_messages() -> None:
    assert "Contents" in source()
    assert "The time zone {zone} is unknown; write it as Asia/Tokyo." in source()


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_message_is_translated(lang: str) -> None:
    catalogue = translated(lang)
    lacking = []
    for message in source():
        if message.id:
            found = catalogue.get(as_tuple(message.id)[0], message.context)
            if found is None or found.fuzzy or not found.string or not all(as_tuple(found.string)):
                lacking.append(message.id)
    assert not lacking, "run python -m lohum_brief.language.extract and translate"


@pytest.mark.parametrize("lang", TRANSLATED)
def test_placeholders_survive_translation(lang: str) -> None:
    for message in translated(lang):
        if message.id and message.string:
            for text in filter(None, as_tuple(message.string)):
                assert placeholders(text) == placeholders(as_tuple(message.id)[-1]), message.id


def test_the_hindi_keeps_the_spelling_that_the_program_advises() -> None:
    """Save where a message shows what not to write, and behind abbreviated units, whose point is no
    full stop.
    """
    found = [
        (text, hint.right)
        for message in translated("hi")
        if message.id
        for text in as_tuple(message.string)
        for hint in hints(text, "hi")
        if "हिन्दी" not in text and "०" not in text and not text.endswith("मि.")
    ]
    assert not found


@pytest.mark.parametrize("lang", TRANSLATED)
def test_catalogues_are_tidy(lang: str) -> None:
    messages = [m for m in translated(lang) if m.id]
    assert [m.id for m in messages] == sorted((m.id for m in messages), key=as_tuple)
    for message in messages:
        for text in as_tuple(message.string):
            assert unicodedata.is_normalized("NFC", text), message.id
            assert text == text.strip(), message.id


def test_every_call_gives_the_values_its_message_names() -> None:
    wrong = []
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            given = {keyword.arg for keyword in node.keywords}
            if node.func.id not in ("say", "say_n", "word") or None in given:
                continue
            texts = [
                a.value
                for a in node.args
                if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            named = {name for text in texts for name in placeholders(text)} if texts else given
            if node.func.id == "say_n":
                given.add("count")
                named.add("count")
            if named != given and not (
                node.func.id == "word" and not given
            ):  # a word may be formatted later
                wrong.append(f"{file.name}:{node.lineno}")
    assert not wrong


def marked(call: ast.Call) -> list[tuple[str | None, str]]:
    """The literal messages of a call, each with its context."""
    texts = [
        a.value for a in call.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)
    ]
    if isinstance(call.func, ast.Name) and call.func.id == "phrase_in":
        return [(texts[0], texts[1])]  # both are literals, or this fails
    return [(None, text) for text in texts]


def test_every_literal_call_is_extracted() -> None:
    known = {
        (message.context, text)
        for message in source()
        if message.id
        for text in as_tuple(message.id)
    }
    unknown = [
        f"{file.name}:{node.lineno}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in extract.KEYWORDS
        for key in marked(node)
        if key not in known
    ]
    assert not unknown, "inside an f-string a call is not found: give it a line of its own"


def test_extraction_is_idempotent(tmp_path: Path) -> None:
    po = tmp_path / "ja.po"
    po.write_bytes((FOLDER / "ja.po").read_bytes())
    extract.update(po, source())
    once = po.read_bytes()
    extract.update(po, source())
    assert po.read_bytes() == once


def test_extraction_adds_what_is_new_and_drops_what_is_gone(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(
        'say("New {thing}", thing=1)\nword("Old")\nsay_n("{count} a", "{count} as", 2)\n', "utf-8"
    )
    po = tmp_path / "hi.po"
    po.write_text(
        'msgid ""\nmsgstr ""\n\nmsgid "Gone"\nmsgstr "गया"\n\nmsgid "Old"\nmsgstr "पुराना"\n',
        "utf-8",
    )
    assert extract.update(po, extract.messages(package)) == [
        "New {thing}",
        "('{count} a', '{count} as')",
    ]
    text = po.read_text("utf-8")
    assert "पुराना" in text
    assert "गया" not in text
    assert "#: package/module.py\n" in text


def test_a_context_is_extracted_and_compiled(tmp_path: Path) -> None:
    import gettext

    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text('say("Edit")\nword(phrase_in("menu", "Edit"))\n', "utf-8")
    po = tmp_path / "hi.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Edit"\nmsgstr "संपादित करें"\n\nmsgctxt "menu"\nmsgid "Edit"\nmsgstr "संपादन"\n',
        "utf-8",
    )
    assert extract.update(po, extract.messages(package)) == []
    target, _printed = compile_catalogues(tmp_path)
    with target.open("rb") as file:
        found = gettext.GNUTranslations(file)
    assert found.gettext("Edit") == "संपादित करें"
    assert found.pgettext("menu", "Edit") == "संपादन"


def test_what_a_context_lacks_is_told_with_the_context(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text('say(phrase_in("menu", "Edit"))\n', "utf-8")
    po = tmp_path / "hi.po"
    po.write_text('msgid ""\nmsgstr ""\n\nmsgid "Edit"\nmsgstr "संपादित करें"\n', "utf-8")
    assert extract.update(po, extract.messages(package)) == ["Edit (menu)"]


def test_what_packs_print_has_a_catalogue_of_its_own(tmp_path: Path) -> None:
    import gettext

    package = tmp_path / "package"
    for folder, line in (("packs", 'phrase("Contents")'), ("window", 'say("Close")')):
        (package / folder).mkdir(parents=True)
        (package / folder / "module.py").write_text(line, "utf-8")
    po = tmp_path / "hi.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Contents"\nmsgstr "विषय-सूची"\n\nmsgid "Close"\nmsgstr "बंद करें"\n',
        "utf-8",
    )
    assert extract.update(po, extract.messages(package)) == []
    whole, printed = compile_catalogues(tmp_path)
    with whole.open("rb") as file:
        found = gettext.GNUTranslations(file)
    assert [found.gettext(key) for key in ("Contents", "Close")] == ["विषय-सूची", "बंद करें"]
    assert printed.name == "hi.printed.json"
    assert json.loads(printed.read_text("utf-8")) == {"Contents": "विषय-सूची"}


def test_fuzzy_and_empty_messages_are_not_compiled(tmp_path: Path) -> None:
    import gettext

    (tmp_path / "hi.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "a"\nmsgstr "अ"\n\n#, fuzzy\nmsgid "b"\nmsgstr "ब"\n\nmsgid "c"\nmsgstr ""\n',
        "utf-8",
    )
    target, _printed = compile_catalogues(tmp_path)
    with target.open("rb") as file:
        found = gettext.GNUTranslations(file)
    assert [found.gettext(key) for key in "abc"] == ["अ", "b", "c"]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
