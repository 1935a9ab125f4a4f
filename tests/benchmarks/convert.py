"""The standard pack as a visit document in our own JSON format."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

PACK_ID = "standard"
CHARTS_ID = "charts-only"

Json = dict[str, Any]


def _same(text: str) -> Json:
    """A text that stands in the standard pack once and is printed as it is in every language."""
    return {"hi": text, "en": text, "ja": text}


def _section(name: str, title: Json, **further: Any) -> Json:
    return {
        "id": name,
        "kind": "section",
        "audience": "public",
        "title": title,
        "new_page": True,
        **further,
    }


def _table(name: str, section: str, head: list[str], rows: list[list[str]], **further: Any) -> Json:
    columns = [_same(text) for text in head]
    return {
        "id": name,
        "kind": "table",
        "audience": "public",
        "section": section,
        "columns": columns,
        "rows": rows,
        **further,
    }


def _prose(pack: Json) -> Iterator[Json]:
    for section in pack["sections"]:
        name = f"section-{section['no']}"
        title = section["title"]
        yield _section(name, title)
        shared = {"kind": "paragraph", "audience": "public", "section": name}
        summary = {"en": f"{title['en']} — {section['summary']}"}
        yield {
            "id": f"{name}.summary",
            **shared,
            "text": summary,
            "style": "small",
            "verbatim": "en",
        }
        for number, pair in enumerate(section["pairs"], 1):
            yield {"id": f"{name}.{number}", **shared, "text": {"hi": pair["hi"], "ja": pair["ja"]}}


def _tables(pack: Json) -> Iterator[Json]:
    yield _section("delegates", _same(pack["delegates_title"]))
    yield _table("delegates.table", "delegates", pack["delegates_head"], pack["delegates"])
    yield _section("metrics", _same(pack["metrics_title"]))
    for number, metric in enumerate(pack["metrics"], 1):
        align = ["left"] * 3 + ["right"] * 3
        further = {"title": metric["title"], "align": align}
        yield _table(f"metrics.{number}", "metrics", metric["head"], metric["rows"], **further)
    yield _section("glossary", _same(pack["glossary_title"]))
    terms = [[term["hi"], term["en"], term["ja"]] for term in pack["glossary"]]
    yield _table("glossary.table", "glossary", pack["glossary_head"], terms)


_FORMS = {
    "bar": "column",
    "hbar": "bar",
    "area": "area",
    "pie": "share",
    "scatter": "scatter",
    "line": "line",
    "stack": "stacked",
    "heat": "heat",
}


def _charts(pack: Json) -> Iterator[Json]:
    """Each once across the page, as the other side prints it; where that draws the first series
    only, ours does too.
    """
    yield _section("charts", _same(pack["charts_title"]))
    for chart in pack["charts"]:
        form, labels = _FORMS[chart["kind"]], chart["labels"]
        values = [[Decimal(str(value)) for value in series["values"]] for series in chart["series"]]
        names = [series["name"] for series in chart["series"]]
        further: Json = {"names": labels}
        rows: list[Json]
        if form in {"bar", "share"}:
            rows = [{"name": names[0], "values": values[0]}]
        elif form == "scatter":
            further = {}
            rows = [
                {"name": names[i], "at": values[i], "values": values[(i + 1) % 3]} for i in range(3)
            ]
        elif form == "heat":
            rows = [
                {"name": label, "values": [value * other for other in values[1]]}
                for label, value in zip(labels, values[0], strict=True)
            ]
        else:
            rows = [{"name": name, "values": of} for name, of in zip(names, values, strict=True)]
        written = [
            {key: [str(v) for v in of] if key != "name" else of for key, of in row.items()}
            for row in rows
        ]
        yield {
            "id": f"charts.{chart['file']}",
            "kind": "chart",
            "audience": "public",
            "section": "charts",
            "form": form,
            "title": chart["title"],
            "rows": written,
            **further,
        }


def visit_document(pack: Json) -> Json:
    """The document `lohum-brief load` reads; its pack `PACK_ID` prints everything in parallel, hi
    and ja, `CHARTS_ID` its charts.
    """
    body = [*_prose(pack), *_tables(pack), *(_charts(pack) if "charts" in pack else ())]
    visit = {
        "id": "visit",
        "kind": "visit",
        "audience": "public",
        "title": pack["title"],
        "start": pack["date"],
    }
    book = {
        "id": PACK_ID,
        "kind": "pack",
        "audience": "guest",
        "title": pack["title"],
        "languages": ["hi", "ja"],
        "layout": "parallel",
        "sections": [record["id"] for record in body if record["kind"] == "section"],
    }
    charts = [{**book, "id": CHARTS_ID, "sections": ["charts"]}] if "charts" in pack else []
    return {"format": "lohum-brief", "version": 2, "records": [visit, *body, book, *charts]}
