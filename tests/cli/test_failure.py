"""How a refusal is told: one line, with its place once and behind the sentence that it belongs to."""

from pathlib import Path

import pytest

from lohum_brief.cli.failure import with_places
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import use
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def english() -> None:
    use("en")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "It is a stand-in. (par:a.text.ja) 2 more."),
        ("hi", "It is a stand-in. (par:a.text.ja) 2 more."),
        ("ja", "It is a stand-in.（par:a.text.ja）2 more."),
    ],
)
def test_the_place_stands_behind_its_own_sentence(lang: Lang, told: str) -> None:
    use(lang)
    error = BriefError("It is a stand-in.").before("2 more.").at(("par:a", "text.ja"))
    assert with_places(error) == told


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("par:a.text.ja: never.", "par:a.text.ja: never."),
        ("“Words” (par:a, text.ja): never.", "“Words” (par:a, text.ja): never."),
        ("“Words”: never.", "“Words”: never. (par:a.text.ja)"),
        ("par:ab.text.ja: never.", "par:ab.text.ja: never. (par:a.text.ja)"),
        ("par:a.text.jam: never.", "par:a.text.jam: never. (par:a.text.ja)"),
    ],
)
def test_a_place_that_is_named_already_is_not_named_again(message: str, told: str) -> None:
    assert with_places(BriefError(message).at(("par:a", "text.ja"))) == told


def test_a_record_alone_has_no_point_behind_it() -> None:
    assert with_places(BriefError("Never.").at(("par:a", ""))) == "Never. (par:a)"


def test_a_hint_stands_against_its_sentence_in_japanese(run: Run) -> None:
    use("ja")
    assert "コマンド tabel はありません（table の誤りではありませんか）。" in run("tabel").err
    use("en")
    assert "There is no command tabel (did you mean table?);" in run("tabel").err


def test_an_edition_that_is_refused_in_japanese_is_told_without_spaces(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    edits = (
        b'{"op": "set", "id": "p1", "field": "text.ja", "value": "TBD"}\n'
        b'{"op": "set", "id": "p1", "field": "text.en", "value": "TBD"}'
    )
    assert run("apply", visit_file, stdin=edits).code == 0
    use("ja")
    ran = run("export", visit_file, "--pack", "guests", "--issue", "-o", tmp_path / "g.pdf")
    assert ran.code == 1
    assert "。（p1.text.en）ほかに3か所が" in ran.err
    assert "。 " not in ran.err
