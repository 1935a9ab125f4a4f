"""One cell with a text in several languages."""

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.exchange.tongues import parted
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Organisation, Person, Record
from lohum_brief.visit.visit import Visit


def pasted(visit: Visit, kind: type[Record], *rows: str, **answers: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, kind, read_pasted(text.encode()), Options(answers=answers))


def post(found: Preview) -> tuple[str, str, str]:
    (one,) = [record for record in found.added if isinstance(record, Person)]
    return one.post["hi"], one.post["en"], one.post["ja"]


def test_a_post_in_three_languages_goes_into_all_three_and_it_is_said(visit: Visit) -> None:
    found = pasted(visit, Person, "Name|Designation", "Asha Rao|Director / निदेशक / 課長")
    assert post(found) == ("निदेशक", "Director", "課長")
    assert any("Director / निदेशक / 課長" in note for note in map(say, found.notes))


def test_a_body_is_found_by_either_of_its_names(visit: Visit) -> None:
    found = pasted(visit, Person, "Name|Organisation", "Asha Rao|METI / 経済産業省")
    assert [type(record) for record in found.added] == [Person]
    new = pasted(visit, Organisation, "Organisation|Country", "JOGMEC / 金属機構|JP")
    (body,) = [record for record in new.added if isinstance(record, Organisation)]
    assert (body.name["en"], body.name["ja"]) == ("JOGMEC", "金属機構")


@pytest.mark.parametrize("text", ["JOGMEC 金属機構", "JICA インド事務所", "金属機構（JOGMEC）"])
def test_a_name_in_two_scripts_is_asked_about(visit: Visit, text: str) -> None:
    rows = "Name|Organisation", f"Asha Rao|{text}"
    found = pasted(visit, Person, *rows)
    assert [question.name for question in found.open] == ["languages"]
    kept = [
        one
        for one in pasted(visit, Person, *rows, languages="keep").added
        if isinstance(one, Organisation)
    ]
    assert [one.name["ja"] for one in kept] == [text]
    apart = [
        one
        for one in pasted(visit, Person, *rows, languages="parted").added
        if isinstance(one, Organisation)
    ]
    assert apart[0].name["en"]
    assert apart[0].name["ja"]


@pytest.mark.parametrize(
    "text",
    [
        "R&D 部長",
        "AI/IoT 推進室長",
        "NTT データ",
        "IHI 株式会社",
        "Director/Manager",
        "第1/2班",
        "CO2 対策",
    ],
)
def test_one_text_is_left_whole(visit: Visit, text: str) -> None:
    assert parted(text) == {}
    found = pasted(visit, Person, "Name|Designation", f"Asha Rao|{text}")
    assert not found.open
    assert text in post(found)
