import json
from pathlib import Path
from typing import Any

from lohum_brief.language.codes import LANGS
from lohum_brief.store.shipped import reference_data
from lohum_brief.visit.records import Mineral, Series, Source
from tests.cli.conftest import Run


def records(run: Run, path: Path) -> dict[str, Any]:
    return {record["id"]: record for record in json.loads(run("dump", path).out)["records"]}


def test_the_reference_data_is_added_with_the_sources_it_names(run: Run, visit_file: Path) -> None:
    before = records(run, visit_file)
    ran = run("reference", visit_file)
    assert ran == (0, f"{len(reference_data())} records added.\n", "")
    after = records(run, visit_file)
    assert {ident: after[ident] for ident in before} == before
    assert {
        "mineral:lithium",
        "series:lithium-mine",
        "series:lithium-refining-iea",
        "src:iea-cmde",
    } < set(after)
    assert json.loads(run("check", visit_file, "--json").out) == []


def test_only_some_minerals_are_added_on_demand(run: Run, visit_file: Path) -> None:
    assert run("reference", visit_file, "--minerals", "cobalt, nickel").code == 0
    added = records(run, visit_file)
    assert {ident for ident, record in added.items() if record["kind"] == "mineral"} == {
        "mineral:cobalt",
        "mineral:nickel",
    }
    assert "src:mcs26-li" not in added
    assert {"figure:cobalt-congo", "figure:nickel-scrap"} < set(added), "what their texts print"
    assert not any(ident.startswith("figure:lithium") for ident in added)
    assert json.loads(run("check", visit_file, "--json").out) == []
    refused = run("reference", visit_file, "--minerals", "gold")
    assert refused.code == 2
    assert "“gold”" in refused.err
    assert "lithium, cobalt" in refused.err


def test_what_was_changed_stays_until_it_is_renewed(run: Run, visit_file: Path) -> None:
    assert run("reference", visit_file, "--minerals", "lithium").code == 0
    edit = {"op": "set", "id": "mineral:lithium", "field": "symbol", "value": "Lithium"}
    assert run("apply", visit_file, stdin=json.dumps(edit).encode() + b"\n").code == 0
    again = run("reference", visit_file, "--minerals", "lithium")
    assert again.out == (
        "0 records added.\n"
        "Left as they are, because they differ from the reference data: mineral:lithium. With "
        "--renew they are replaced.\n"
    )
    assert records(run, visit_file)["mineral:lithium"]["symbol"] == "Lithium"
    order = list(records(run, visit_file))
    assert (
        run("reference", visit_file, "--minerals", "lithium", "--renew").out
        == "0 records added.\n1 record renewed.\n"
    )
    assert records(run, visit_file)["mineral:lithium"]["symbol"] == "Li"
    assert list(records(run, visit_file)) == order


def test_every_series_has_a_mineral_a_source_with_a_licence_and_three_languages() -> None:
    data = reference_data()
    by_id = {record.id: record for record in data}
    assert len(by_id) == len(data)
    series = [record for record in data if isinstance(record, Series)]
    assert len(series) > 40
    for one in series:
        assert isinstance(by_id[one.mineral], Mineral)
        assert one.as_of
        assert one.sources
        for ident in one.sources:
            source = by_id[ident]
            assert isinstance(source, Source)
            assert source.licence
        assert all(one.title[lang] for lang in LANGS)
        keys = [(point.place, point.period) for point in one.points]
        assert len(set(keys)) == len(keys), one.id


def test_the_parts_of_a_table_do_not_exceed_its_total() -> None:
    """Rounded totals may be a little below the sum of their rows: by at most 5 per cent."""
    for series in reference_data():
        if not isinstance(series, Series) or series.measure in ("price", "demand"):
            continue
        for period in {point.period for point in series.points}:
            row = {point.place: point.value for point in series.points if point.period == period}
            world = row.pop("world", None)
            if world:
                assert (
                    sum(value for value in row.values() if value is not None) <= world * 105 / 100
                ), (
                    series.id,
                    period,
                )
