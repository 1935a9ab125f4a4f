"""`lohum-brief check`."""

from itertools import groupby
from operator import attrgetter

from lohum_brief.cli.failure import one_line
from lohum_brief.cli.files import existing, put_json
from lohum_brief.cli.grammar import Arguments, columns, put
from lohum_brief.language.catalogue import say, say_n


def check(arguments: Arguments) -> int:
    """Print the findings; 1 when there are errors among them."""
    from lohum_brief.checks.run import check_file

    path = existing(arguments["FILE"])
    found = check_file(path)
    errors = sum(finding.severity == "error" for finding in found)
    if "--json" in arguments:
        put_json(found)
        return 1 if errors else 0

    for (severity, rule), group in groupby(found, attrgetter("severity", "rule")):
        rows = [(f"  {one_line(f.record)}", f.field, one_line(f.message)) for f in group]
        put(f"{_heading(severity, rule)}\n{columns(rows)}\n\n")
    warnings = sum(finding.severity == "warning" for finding in found)
    put(
        say(
            "{file}: {errors}, {warnings}.",
            file=one_line(str(path)),
            errors=say_n("{count} error", "{count} errors", errors),
            warnings=say_n("{count} warning", "{count} warnings", warnings),
        )
        + "\n"
    )
    return 1 if errors else 0


def _heading(severity: str, rule: str) -> str:
    sort = {"error": say("Error"), "warning": say("Warning"), "info": say("Note")}[severity]
    subject = {
        "integrity": say("the file is damaged"),
        "references": say("records that are named"),
        "codes": say("codes of countries and time zones"),
        "conflicts": say("contradicting sources"),
        "figures": say("figures and their tokens"),
        "numbers": say("numbers that differ between languages"),
        "plausibility": say("what cannot be meant"),
        "programme": say("the programme in time"),
        "consents": say("consents"),
        "readings": say("readings of names"),
        "characters": say("characters"),
        "furigana": say("readings over kanji"),
        "languages": say("missing languages"),
    }[rule]
    return say("{sort}: {subject}", sort=sort, subject=subject)
