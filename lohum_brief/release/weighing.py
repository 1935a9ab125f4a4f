"""How a pack stands before it is issued.

Only what it would print counts, in its languages and for its audience.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import structs

from lohum_brief.checks import conflicts, kept_names, languages
from lohum_brief.checks.alike import language_of
from lohum_brief.checks.finding import Finding, mark_of
from lohum_brief.checks.numbers import differ
from lohum_brief.checks.placeholders import POSSIBLE, RULE
from lohum_brief.checks.strings import value_at
from lohum_brief.checks.units import unknown_unit
from lohum_brief.checks.waiving import Waived, parted
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS
from lohum_brief.language.units import is_known
from lohum_brief.packs.probing import Reached, reached
from lohum_brief.packs.readiness import concerned, printed
from lohum_brief.release import trying
from lohum_brief.release.blockers import Blocker, Cause, Standing, ordered
from lohum_brief.release.emptiness import empty_places, is_on_paper, withheld_sections
from lohum_brief.release.staleness import outdated, printing, stale_in_texts, undated_readings
from lohum_brief.store.editions import Accepted
from lohum_brief.store.editions import Cause as Answerable
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.own_units import MEASURED, record_of
from lohum_brief.visit.records import NamePart, Pack, Person
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
    "typed_figures": "typed",
    "kept_names": "name",
}
"""What a finding of a rule is, if its place prints; errors of other rules are errors."""


def weigh(
    visit: Visit,
    pack: Pack,
    findings: Iterable[Finding],
    day: dt.date | None = None,
    tried: trying.Remembered | None = None,
) -> Standing:
    """Return how a pack stands, from all findings about the visit.

    A finding that was ignored with a reason is answered for by who ignored it. Where the visit does
    not say when it starts, figures are measured against `day`, that of the issue. `tried` remembers
    what has no room.
    """
    day = visit.particulars.start or day
    concerns = _concerned(visit, pack)
    found = [one for one in findings if one.rule != trying.RULE]
    found += _of_pack(visit, pack, found, tried)
    still, waived = parted(visit, found)
    still = [finding for finding in still if concerns(finding)]
    waived = [one for one in waived if concerns(one.finding)]
    all_of_them = (*still, *(one.finding for one in waived))
    texts = [*_of_findings(visit, pack, all_of_them), *stale_in_texts(visit, pack, day)]
    paper = _paper(visit, pack, texts)
    still = [finding for finding in still if not _is_choice(finding)]
    still += _choices(visit, pack, concerns)
    withheld = withheld_sections(visit, pack, paper)
    empty = [*empty_places(visit, pack, paper, withheld)]
    blockers = (
        *_errors(visit, still, paper),
        *empty,
        *_units(visit, pack),
        *_printed_texts(texts, paper, empty),
        *undated_readings(visit, pack, day),
    )
    still += outdated(visit, pack, day)
    return _stood(blockers, _answers(visit, waived), still, withheld)


def _stood(
    blockers: Iterable[Blocker],
    answers: Mapping[tuple[Cause, tuple[str, str]], Accepted],
    still: Iterable[Finding],
    withheld: tuple[str, ...],
) -> Standing:
    """Return what keeps an edition back, but for what somebody answers for, and mere findings."""
    found = {(one.cause, one.place): one for one in blockers}
    accepted = tuple(answers[key] for key in found if key in answers)
    blocking = tuple(ordered(one for key, one in found.items() if key not in answers))
    places = {place for _, place in found}
    mere = tuple(one for one in still if _is_mere(one, places))
    return Standing(blocking, accepted, mere, withheld)


def _of_pack(
    visit: Visit, pack: Pack, found: Sequence[Finding], tried: trying.Remembered | None
) -> Iterator[Finding]:
    """Yield what is found for this pack as it is issued: what lacks a language that only it prints,
    what has no room on its pages.
    """
    wanted = languages.wanted(visit)
    own = [lang for lang in pack.languages if lang not in wanted]
    lacking = languages.lacking(visit, own)
    for finding in chain(lacking, trying.of_pack(visit, pack, found, tried)):
        yield structs.replace(finding, mark=mark_of(visit.by_id[finding.record], finding))


def _paper(visit: Visit, pack: Pack, texts: Iterable[Blocker]) -> Reached | None:
    """Return what the pack prints of these places; None where it cannot even be planned.

    Then an error says why, and what cannot be told counts.
    """
    try:
        return reached(visit, pack, [one.place for one in texts], FontRuler())
    except BriefError:
        return None


def _errors(visit: Visit, findings: Iterable[Finding], paper: Reached | None) -> Iterator[Blocker]:
    """Yield the errors of rules that are no cause of their own."""
    for one in findings:
        own = one.severity == "error" and one.rule not in _CAUSES
        if own and is_on_paper(visit, one.record, paper):
            yield Blocker("error", one.rule, one.record, one.field, one.message)


def _printed_texts(
    texts: Iterable[Blocker], paper: Reached | None, empty: Iterable[Blocker]
) -> Iterator[Blocker]:
    """Yield those of texts that print, but for what is empty in all languages."""
    bare = {one.place for one in empty}
    for one in texts:
        field, _, _lang = one.field.rpartition(".")
        if (paper is None or one.place in paper.places) and (one.record, field) not in bare:
            yield one


def _is_mere(finding: Finding, places: Collection[tuple[str, str]]) -> bool:
    """Return whether a finding is a warning about a place that nothing keeps back."""
    return finding.severity == "warning" and (finding.record, finding.field) not in places


def lacking(accepted: Iterable[Accepted]) -> frozenset[str]:
    """Return the records of which a text may print as missing, because somebody answers for it."""
    return frozenset(one.record for one in accepted if one.cause == "missing")


def _concerned(visit: Visit, pack: Pack) -> Callable[[Finding], bool]:
    """Return what says whether a finding can be seen in the pack.

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


def _wrong_in(finding: Finding, visit: Visit, pack: Pack) -> str:
    """Return a language of the pack that a text alike in all languages is not in; empty if none."""
    held = value_at(visit.by_id[finding.record], finding.field)
    if not isinstance(held, str):
        return finding.field.rpartition(".")[2]
    return next((other for other in pack.languages if other != language_of(held)), "")


def _of_findings(visit: Visit, pack: Pack, findings: Iterable[Finding]) -> Iterator[Blocker]:
    """Yield what warnings are in an edition."""
    for finding in findings:
        cause = _CAUSES.get(finding.rule)
        path, _, lang = finding.field.rpartition(".")
        if cause is None or finding.severity != "warning":
            continue
        if _is_spared(finding, cause, path, visit, pack):
            continue
        if (
            cause == "language"
            and lang not in LANGS
            and not (lang := _wrong_in(finding, visit, pack))
        ):
            continue
        about = lang if cause in ("missing", "old", "language") else ""
        yield Blocker(cause, about, finding.record, finding.field, finding.message)


def _is_spared(finding: Finding, cause: Cause, path: str, visit: Visit, pack: Pack) -> bool:
    """Return whether a finding about what stands at that path of its record keeps nothing back.

    Of a name the best known form prints, whichever is missing. Numbers count where the languages of
    the pack differ, whatever the third says; names where its readers may not know them.
    """
    if finding.rule == kept_names.RULE:
        return not kept_names.is_kept_from(finding, visit, pack.audience)
    record = visit.by_id[finding.record]
    if cause == "missing" and isinstance(value_at(record, path), NamePart):
        return True
    return finding.rule == "numbers" and not differ(value_at(record, path), pack.languages)


def _answers(
    visit: Visit, waived: Iterable[Waived]
) -> dict[tuple[Cause, tuple[str, str]], Accepted]:
    """Return what was ignored with a reason, by its cause and place; a stale figure is answered for
    in all texts that print it.
    """
    found: dict[tuple[Cause, tuple[str, str]], Accepted] = {}
    for finding, waiver in waived:
        cause: Answerable = _CAUSES.get(finding.rule, "stale")
        who, reason = (" ".join(part.split())[:500] for part in (waiver.who, waiver.reason))
        places = [(finding.record, finding.field)]
        if finding.rule == "figures" and finding.field == "valid_until":
            places += printing(visit, finding.record)
        if finding.rule in _CAUSES or finding.rule == "figures":
            for record, field in places:
                found[cause, (record, field)] = Accepted(
                    cause=cause, record=record, field=field, reason=reason, who=who or "–"
                )
    return found


def _is_choice(finding: Finding) -> bool:
    return finding.rule == conflicts.RULE and finding.severity == "error"


def _choices(visit: Visit, pack: Pack, concerns: Callable[[Finding], bool]) -> list[Finding]:
    """Return which of contradicting readings is chosen, as far as the pack's readers know of them:
    what they may not read decides nothing.
    """
    readable = Visit(record for record in visit if may_read(record, pack.audience))
    return [
        finding
        for finding in conflicts.findings(readable)
        if _is_choice(finding) and concerns(finding)
    ]


def _units(visit: Visit, pack: Pack) -> Iterator[Blocker]:
    for ident in printed(visit, pack):
        record = visit.by_id.get(ident)
        if not isinstance(record, MEASURED) or is_known(record.unit):
            continue
        own = record_of(record.unit, visit)
        if own is None or not may_read(own, pack.audience):
            yield Blocker("unit", "", ident, "unit", unknown_unit(record.unit))
            continue
        for lang in pack.languages:
            if not own.name[lang]:
                yield Blocker("missing", lang, own.id, f"name.{lang}", languages.missing(lang))
