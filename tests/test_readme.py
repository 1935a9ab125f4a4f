"""The examples of the README hold for the sample that it speaks of."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Final

import pytest

from lohum_brief.cli import main
from lohum_brief.cli.commands import COMMANDS
from lohum_brief.language.codes import LANGS
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit import tokens
from lohum_brief.visit.shown import shown
from lohum_brief.visit.tokens import Token

README: Final = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
ROWS: Final = [line for line in README.splitlines() if line.startswith("| `{")]


def printed(written: str) -> str:
    """What a token prints in the three languages, as the README has it."""
    [token] = [part for part in tokens.parts(written) if isinstance(part, Token)]
    found = [shown(token, lang, sample_visit()) for lang in LANGS]
    assert not [one.fault for one in found if one.fault], written
    return " · ".join(one.text for one in found).replace("\u00a0", " ")


def tokens_of(line: str) -> list[str]:
    return re.findall(r"`(\{[a-z][^`]*\})`", line.replace("\\|", "|"))


@pytest.mark.parametrize("row", ROWS)
def test_each_token_of_the_table_prints(row: str) -> None:
    found = [printed(written) for written in tokens_of(row.split(" | ", maxsplit=1)[0])]
    assert found
    if " · " in row:  # the row says what it prints
        assert found[0] in row


def test_each_edit_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edits = [line.strip() for line in README.splitlines() if line.strip().startswith('{"op"')]
    assert len(edits) > 3
    for edit in edits:
        json.loads(edit)
    file = str(tmp_path / "visit.lbrief")
    assert main(["sample", file]) == 0
    stream = io.TextIOWrapper(io.BytesIO("\n".join(edits).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["apply", file]) == 0


def test_each_command_line_names_a_command() -> None:
    names = re.findall(r"^    lohum-brief (\w+) ", README, re.MULTILINE)
    assert len(names) > 10
    assert {*names} <= {command.name for command in COMMANDS}


def test_what_it_says_of_spoken_figures_is_spoken() -> None:
    assert f"`spoken` ({printed('{figure:mission-total|form=spoken}')})" in README.replace(
        "\n", " "
    )
