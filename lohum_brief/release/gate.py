"""What keeps a pack from being printed, told with the place where it can be put right."""

from typing import TYPE_CHECKING, Final

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase
from lohum_brief.message import Value, listed, msg, msg_n, sentences
from lohum_brief.visit.called import short, title
from lohum_brief.visit.records import AnyRecord, Chart, Pack, Paragraph, Section, Table, Unread
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from lohum_brief.checks.finding import Finding
    from lohum_brief.release.blockers import Blocker
    from lohum_brief.store.editions import Accepted


_MESSAGE: Final = phrase("“{pack}” cannot be printed: {record}: {why}")


class UnprintableError(BriefError):
    """A pack that is not printed because of errors in what it would print."""


def require_printable(visit: Visit, pack: Pack) -> None:
    """Raise UnprintableError if the pack names a language twice, or a section that is not there.

    A gap in the print would tell nobody what is missing.
    """
    if len(set(pack.languages)) < len(pack.languages):
        raise UnprintableError(
            msg(
                "“{pack}” cannot be printed: it names a language twice: {languages}.",
                pack=title(pack, visit),
                languages=listed(pack.languages),
            )
        ).at((pack.id, "languages"))
    for ident in pack.sections:
        if visit.get(Unread, ident) is not None:
            raise UnprintableError(
                msg(
                    "“{pack}” cannot be printed: a newer version of the program wrote its section "
                    "{id}; update the program.",
                    pack=title(pack, visit),
                    id=ident,
                )
            ).at((pack.id, "sections"))
        if visit.get(Section, ident) is None:
            raise UnprintableError(
                msg(
                    "“{pack}” cannot be printed: it names the section {id}, which does not exist.",
                    pack=title(pack, visit),
                    id=ident,
                )
            ).at((pack.id, "sections"))


class HeldBackError(UnprintableError):
    """A pack that is not issued: `blockers` say what keeps it back, `warnings` what does not."""

    blockers: "tuple[Blocker, ...]" = ()
    warnings: "tuple[Finding, ...]" = ()


class Cleared(msgspec.Struct, frozen=True):
    """A pack that can be issued: answers, records that may print as missing, mere warnings.

    `withheld` are the sections that it leaves out.
    """

    accepted: "tuple[Accepted, ...]"
    lacking: frozenset[str]
    warnings: "tuple[Finding, ...]"
    withheld: frozenset[str]


def require_issuable(
    visit: Visit, pack: Pack, answers: "Sequence[Accepted]" = (), day: "dt.date | None" = None
) -> Cleared:
    """Return what an edition takes along.

    Raises HeldBackError while something keeps it back that nobody answers for: a draft may be
    looked at with its faults, an edition is handed over. `day` is that of its issue.
    """
    from lohum_brief.checks.run import check
    from lohum_brief.release.blockers import settled
    from lohum_brief.release.weighing import lacking, weigh

    standing = weigh(visit, pack, check(visit), day)
    given = settled(standing.blockers, answers)
    places = {(one.record, one.field) for one in given}
    if blockers := tuple(one for one in standing.blockers if one.place not in places):
        told = _held_back(visit, pack, blockers)
        error = (
            HeldBackError(told[0]).before(told[1]).at(blockers[0].place).because(blockers[0].why)
        )
        error.blockers, error.warnings = blockers, standing.warnings
        raise error
    accepted = (*standing.accepted, *given)
    return Cleared(accepted, lacking(accepted), standing.warnings, frozenset(standing.withheld))


def _held_back(visit: Visit, pack: Pack, blockers: "Sequence[Blocker]") -> tuple[Value, Value]:
    """Return why the first of them keeps it back, and how many more there are."""
    record = visit.by_id.get(blockers[0].record)
    message = msg(
        "“{pack}” cannot be issued: {record}: {why}",
        pack=title(pack, visit),
        record=short(record, visit) if record else blockers[0].record,
        why=blockers[0].why,
    )
    if more := len(blockers) - 1:
        return message, msg_n(
            "{count} more place keeps it back.", "{count} more places keep it back.", more
        )
    return message, ""


def _told(visit: Visit, pack: Pack, finding: "Finding") -> dict[str, Value]:
    record = visit.by_id.get(finding.record)
    called = short(record, visit) if record else finding.record
    return {"pack": title(pack, visit), "record": called, "why": finding.message}


def _refusal(message: Value, found: "Sequence[Finding]") -> UnprintableError:
    why = found[0].message
    others: Value = ""
    if more := len(found) - 1:
        others = msg_n("{count} more error like this.", "{count} more errors like this.", more)
        why = sentences((why, others))
    return (
        UnprintableError(message).before(others).at((found[0].record, found[0].field)).because(why)
    )


def explained(visit: Visit, pack: Pack, error: BriefError) -> BriefError:
    """Return the error of a pack that could not be set, with the place that is why.

    That is the first character, code or figure at fault; where there is none, it is the error
    itself. `visit` holds only what the pack's audience may read. Looking for places takes longer
    than setting the pack, so it is done only when that has failed.
    """
    from lohum_brief.checks.finding import Finding
    from lohum_brief.packs.floors import MisplacedError

    if isinstance(error, MisplacedError):
        return error
    if error.places and error.why:  # it knows already
        found = [Finding("error", "figures", *error.places[0], error.why)]
    else:
        found = _reasons(visit, pack, error)
    if not found:
        return error
    return _refusal(msg(_MESSAGE, **_told(visit, pack, found[0])), found)


def _reasons(visit: Visit, pack: Pack, error: BriefError) -> "list[Finding]":
    """Return the findings about what the pack prints that can be why it could not be set."""
    from lohum_brief.checks import characters, codes
    from lohum_brief.language.countries import UnknownCountryError
    from lohum_brief.language.dates import UnknownZoneError

    concerned = [record for record in visit if _concerns(pack, record)]
    if isinstance(error, UnknownCountryError | UnknownZoneError):
        return [one for one in codes.findings(concerned) if one.message == codes.told(error)]
    found = characters.findings(concerned, pack.languages)
    return [one for one in found if one.severity == "error"]


def _concerns(pack: Pack, record: AnyRecord) -> bool:
    if isinstance(record, Paragraph | Table | Chart):
        return record.section in pack.sections
    return not isinstance(record, Pack) or record.id == pack.id
