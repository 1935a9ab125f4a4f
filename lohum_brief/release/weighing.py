"""How a pack stands before it is issued: only what it would print counts, in its languages and for
its audience.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from msgspec import structs

from lohum_brief.charts.written import OVER_TIME
from lohum_brief.checks import conflicts, languages
from lohum_brief.checks.alike import language_of
from lohum_brief.checks.finding import Finding, mark_of
from lohum_brief.checks.lettering import has_form
from lohum_brief.checks.numbers import differ
from lohum_brief.checks.placeholders import POSSIBLE, RULE
from lohum_brief.checks.strings import value_at
from lohum_brief.checks.tables import is_empty, seen
from lohum_brief.checks.units import unknown_unit
from lohum_brief.checks.waiving import Waived, parted
from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS
from lohum_brief.language.units import is_known
from lohum_brief.packs.figures import undated
from lohum_brief.packs.probing import Reached, reached
from lohum_brief.packs.readiness import concerned, printed
from lohum_brief.release.blockers import Blocker, Cause, Standing, ordered
from lohum_brief.store.editions import Accepted
from lohum_brief.store.editions import Cause as Answerable
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit import tokens
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.figures import Figures, UnknownFigureError, chosen, stale
from lohum_brief.visit.records import (
    AUDIENCES,
    AnyRecord,
    Chart,
    Figure,
    Metric,
    NamePart,
    Observation,
    Pack,
    Person,
    Section,
    Series,
    Source,
    Table,
    Term,
)
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import Use, targets, uses
from lohum_brief.visit.visit import Visit

_CAUSES: Final[dict[str, Answerable]] = {
    "languages": "missing",
    "states": "old",
    "placeholders": "placeholder",
    "units": "unit",
    "wording": "wording",
    "translations": "language",
    "numbers": "number",
    "days": "number",
}
"""What a finding of a rule is, if its place prints; errors of other rules are errors."""


def weigh(
    visit: Visit, pack: Pack, findings: Iterable[Finding], day: dt.date | None = None
) -> Standing:
    """Return how a pack stands, from all findings about the visit.

    A finding that was ignored with a reason is answered for by who ignored it. Where the visit does
    not say when it starts, figures are measured against `day`, that of the issue.
    """
    day = visit.particulars.start or day
    still, waived = parted(visit, [*findings, *_lacking(visit, pack)])
    concerns = _concerned(visit, pack)
    still = [finding for finding in still if concerns(finding)]
    waived = [one for one in waived if concerns(one.finding)]
    texts = [
        *_of_findings(visit, pack, (*still, *(one.finding for one in waived))),
        *_in_texts(visit, pack, day),
    ]
    try:
        paper: Reached | None = reached(visit, pack, [one.place for one in texts], FontRuler())
    # It cannot even be planned; an error says why, and what cannot be told counts.
    except BriefError:
        paper = None
    still = [
        *(finding for finding in still if not _is_choice(finding)),
        *_choices(visit, pack, concerns),
    ]
    errors = [
        Blocker("error", finding.rule, finding.record, finding.field, finding.message)
        for finding in still
        if finding.severity == "error"
        and finding.rule not in _CAUSES
        and _is_there(visit, finding.record, paper)
    ]
    withheld = _withheld(visit, pack, paper)
    empty = list(_empty(visit, pack, paper, withheld))
    bare = {one.place for one in empty}
    found = [
        *errors,
        *empty,
        *_units(visit, pack),
        *(
            one
            for one in texts
            if (paper is None or one.place in paper.places)
            and (one.record, one.field.rpartition(".")[0]) not in bare
        ),
        *_undated_readings(visit, pack, day),
    ]
    found = list({(one.cause, one.place): one for one in found}.values())
    answers = _answers(waived)
    accepted = [answers[one.cause, one.place] for one in found if (one.cause, one.place) in answers]
    blocking = ordered(one for one in found if (one.cause, one.place) not in answers)
    places = {one.place for one in found}
    still += _outdated(visit, pack, day)
    mere = [
        one for one in still if one.severity == "warning" and (one.record, one.field) not in places
    ]
    return Standing(tuple(blocking), tuple(accepted), tuple(mere), withheld)


def _lacking(visit: Visit, pack: Pack) -> Iterator[Finding]:
    """Texts that lack a language which only this pack prints, so that the check does not miss it."""
    for finding in languages.lacking(visit, [lang for lang in pack.languages if lang not in languages.wanted(visit)]):
        yield structs.replace(finding, mark=mark_of(visit.by_id[finding.record], finding))


def lacking(accepted: Iterable[Accepted]) -> frozenset[str]:
    """Return the records of which a text may print as missing, because somebody answers for it."""
    return frozenset(one.record for one in accepted if one.cause == "missing")


def _concerned(visit: Visit, pack: Pack) -> Callable[[Finding], bool]:
    """What says whether a finding can be seen in the pack.

    Of a name, forms in other languages than its own may print.
    """
    concerns = concerned(visit, pack)

    def can_be_seen(finding: Finding) -> bool:
        record, field = visit.by_id.get(finding.record), finding.field
        if (
            finding.rule in (RULE, POSSIBLE)
            and isinstance(record, Person)
            and field.startswith(("family.", "given."))
        ):
            field = ""
        return concerns(finding.record, field)

    return can_be_seen


def _of_findings(visit: Visit, pack: Pack, findings: Iterable[Finding]) -> Iterator[Blocker]:
    """What warnings are in an edition.

    Of a name the best known form prints: that one is missing keeps nothing back.

    Numbers count where the languages of the pack differ, whatever the third says.
    """
    for finding in findings:
        cause = _CAUSES.get(finding.rule)
        path, _, lang = finding.field.rpartition(".")
        if cause is None or finding.severity != "warning":
            continue
        if cause == "missing" and isinstance(value_at(visit.by_id[finding.record], path), NamePart):
            continue
        if finding.rule == "numbers" and not differ(
            value_at(visit.by_id[finding.record], path), pack.languages
        ):
            continue
        held = value_at(visit.by_id[finding.record], finding.field)
        if cause == "language" and lang not in LANGS and isinstance(held, str):
            # Alike in all languages: it is wrong in those of the pack that it is not in.
            lang = next((other for other in pack.languages if other != language_of(held)), "")
            if not lang:
                continue
        about = lang if cause in ("missing", "old", "language") else ""
        yield Blocker(cause, about, finding.record, finding.field, finding.message)


def _answers(waived: Iterable[Waived]) -> dict[tuple[Cause, tuple[str, str]], Accepted]:
    """What was ignored with a reason, by its cause and place."""
    found: dict[tuple[Cause, tuple[str, str]], Accepted] = {}
    for finding, waiver in waived:
        cause: Answerable = _CAUSES.get(finding.rule, "stale")
        who, reason = (" ".join(part.split())[:500] for part in (waiver.who, waiver.reason))
        made = Accepted(
            cause=cause, record=finding.record, field=finding.field, reason=reason, who=who or "–"
        )
        if finding.rule in _CAUSES or finding.rule == "figures":
            found[cause, (finding.record, finding.field)] = made
    return found


def _is_choice(finding: Finding) -> bool:
    return finding.rule == conflicts.RULE and finding.severity == "error"


def _choices(visit: Visit, pack: Pack, concerns: Callable[[Finding], bool]) -> list[Finding]:
    """Which of contradicting readings is chosen, as far as the pack's readers know of them: what
    they may not read decides nothing.
    """
    readable = Visit(record for record in visit if may_read(record, pack.audience))
    return [
        finding
        for finding in conflicts.findings(readable)
        if _is_choice(finding) and concerns(finding)
    ]


def _is_there(visit: Visit, ident: str, paper: Reached | None) -> bool:
    """Whether a record is on paper; of terms and sources that is known only when the pack is
    planned.
    """
    return (
        paper is None
        or not isinstance(visit.by_id.get(ident), Term | Source)
        or ident in paper.records
    )


# Empty


def _withheld(visit: Visit, pack: Pack, paper: Reached | None) -> tuple[str, ...]:
    """The sections that have something in them, of which the pack's readers may read nothing: they
    get no such section.
    """
    if paper is None or not paper.empty:
        return ()
    try:
        all_of_it = reached(visit, structs.replace(pack, audience=AUDIENCES[-1]), (), FontRuler())
    except BriefError:
        return ()
    return tuple(ident for ident in paper.empty if ident not in all_of_it.empty)


def _empty(
    visit: Visit, pack: Pack, paper: Reached | None, withheld: Collection[str]
) -> Iterator[Blocker]:
    yield from _untitled(visit, pack)
    for ident in paper.empty if paper else ():
        if ident not in withheld:
            yield Blocker("empty", "", ident, "", say("The section prints nothing in this pack."))
    if withheld and paper and len(paper.empty) == len([*_sections(visit, pack)]):
        yield Blocker(
            "empty",
            "",
            pack.id,
            "sections",
            say("The pack holds nothing that its readers may read."),
        )
    stored = visit.get(Pack, pack.id) or pack
    for section in (section for section in visit.of(Section) if section.id in pack.sections):
        # Who prints a pack in one language for once does without its glossary; a pack of one
        # language has no use for any.
        never = not any(section in sections_of(visit, one) for one in (pack, stored))
        if never and section.readable(pack.audience):
            yield Blocker(
                "empty",
                "",
                section.id,
                "",
                say("The section prints only in packs of several languages."),
            )
    for ident in printed(visit, pack):
        record = visit.by_id.get(ident)
        if isinstance(record, Table) and is_empty(record):
            yield Blocker("empty", "", ident, "rows", say("The table has nothing in its cells."))
        if isinstance(record, Source) and not seen(record.title) and _is_there(visit, ident, paper):
            yield Blocker("empty", "", ident, "title", say("The source has no title."))
        if isinstance(record, Person) and not has_form((record.family, record.given)):
            yield Blocker("empty", "", ident, "family", say("The person has no name."))


def _sections(visit: Visit, pack: Pack) -> Iterator[Section]:
    return (section for section in sections_of(visit, pack) if section.readable(pack.audience))


def _untitled(visit: Visit, pack: Pack) -> Iterator[Blocker]:
    """What has no title in any of the pack's languages; and a pack without sections."""
    particulars = visit.particulars
    if _bare(particulars.title, pack):
        yield Blocker("empty", "", particulars.id, "title", say("The visit has no title."))
    # It stands on the cover, which a sheet has not.
    if pack.form == "book" and _bare(particulars.purpose, pack):
        yield Blocker("empty", "", particulars.id, "purpose", say("The visit has no purpose."))
    if _bare(pack.title, pack):
        yield Blocker("empty", "", pack.id, "title", say("The pack has no title."))
    sections = [*_sections(visit, pack)]
    if not sections:
        yield Blocker(
            "empty",
            "",
            pack.id,
            "sections",
            say("The pack has no section that its readers may read."),
        )
    if pack.form == "book" or len(sections) > 1:
        for section in sections:
            if _bare(section.title, pack):
                yield Blocker("empty", "", section.id, "title", say("The section has no title."))


def _bare(text: Text, pack: Pack) -> bool:
    return not any(seen(text[lang]) for lang in pack.languages)


# Units


def _units(visit: Visit, pack: Pack) -> Iterator[Blocker]:
    for ident in printed(visit, pack):
        record = visit.by_id.get(ident)
        if (
            isinstance(record, Metric | Figure | Series | Chart)
            and record.unit
            and not is_known(record.unit)
        ):
            yield Blocker("unit", "", ident, "unit", unknown_unit(record.unit))


# Stale


def _in_texts(visit: Visit, pack: Pack, day: dt.date | None) -> Iterator[Blocker]:
    """Tokens of stale figures in texts that do not print their date themselves."""
    readable = Visit(record for record in visit if record.readable(pack.audience))
    figures = Figures(readable)
    wanted = printed(readable, pack)
    for record in readable if day else ():
        if record.id not in wanted:
            continue
        for use in uses(record):
            if use.lang in (None, *pack.languages) and _is_stale(record, use, figures, day):
                written = use.token.written
                message = (
                    say(
                        "{token}: the figure is no longer valid when the visit starts.",
                        token=written,
                    )
                    if readable.particulars.start
                    else say("{token}: the figure is no longer valid.", token=written)
                )
                yield Blocker("stale", "", record.id, use.field, message)


def _is_stale(record: AnyRecord, use: Use, figures: Figures, day: dt.date | None) -> bool:
    try:
        value = figures.find(use.token)
    except (UnknownFigureError, tokens.MalformedTokenError):
        return False
    return undated(value, tokens.parts(value_at(record, use.field)), day)


def _undated_readings(visit: Visit, pack: Pack, day: dt.date | None) -> Iterator[Blocker]:
    """Stale readings that stand among the key figures, in a row or in a chart without their
    date.
    """
    readable = Visit(record for record in visit if record.readable(pack.audience))
    readings = Figures(readable).readings
    wanted = printed(readable, pack)
    shown: list[Observation | Figure] = []
    if any(section.content == "metrics" for section in sections_of(readable, pack)):
        for metric in readable.of(Metric):
            own = readings.get(metric.id, [])
            shown += [reading for reading in own if not reading.as_of]
            shown += [chosen(own)] if own and metric.key else []
    for chart in readable.of(Chart):
        if chart.id in wanted:
            shown += _drawn(chart, readable, readings)
    for one in dict.fromkeys(shown):
        if stale(one.valid_until, day):
            message = (
                say(
                    "The figure is no longer valid when the visit starts, and prints without its "
                    "date."
                )
                if readable.particulars.start
                else say("The figure is no longer valid, and prints without its date.")
            )
            yield Blocker("stale", "", one.id, "valid_until", message)


def _drawn(
    chart: Chart, visit: Visit, readings: dict[str, list[Observation]]
) -> Iterator[Observation | Figure]:
    """What a chart draws without saying of when it is."""
    metrics = [] if chart.form in OVER_TIME else [*chart.metrics]
    for _, ident, kind in targets(chart):
        if kind is Metric:
            metrics.append(ident)
        elif figure := visit.get(Figure, ident):
            yield figure
    for ident in metrics:
        if own := readings.get(ident):
            yield chosen(own)


def _outdated(visit: Visit, pack: Pack, day: dt.date | None) -> Iterator[Finding]:
    """Warnings for what is printed and holds no longer, where the check cannot know: the visit does
    not say when it starts.
    """
    if day is None or visit.particulars.start:
        return
    for ident in printed(visit, pack):
        record = visit.by_id.get(ident)
        if isinstance(record, Observation | Figure | Series) and stale(record.valid_until, day):
            message = say(
                "The figure was valid until {day}: look for a newer one.", day=record.valid_until
            )
            yield Finding("warning", "figures", ident, "valid_until", message)
