"""What a rule says about one place of a visit, and what would put it right."""

import re
from collections.abc import Callable
from typing import Any, Final, Literal, get_args

import msgspec

from lohum_brief.lean_imports import blake2b
from lohum_brief.message import Value
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.rest import bare

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""Worst first."""


class Span(msgspec.Struct, frozen=True, array_like=True):
    """A part of a string or a list, and what takes its place."""

    start: int
    stop: int
    new: Any


class Step(msgspec.Struct, frozen=True, array_like=True):
    """A field, as `visit.edit.set_field` knows it, that is set to a JSON value, or of which parts
    are replaced.
    """

    record: str
    field: str
    value: Any = None
    spans: tuple[Span, ...] = ()


class Fix(msgspec.Struct, frozen=True):
    """An edit that puts a finding right; `label` says in few words what it does."""

    label: Value
    steps: tuple[Step, ...]
    added: tuple[AnyRecord, ...] = ()
    """Records that it adds, which lack nothing but what nobody can guess."""
    cause: str = ""
    """What has to be mended in more than one place: fixes of one cause are certain together, and
    are made at once.
    """


class Finding(msgspec.Struct, frozen=True, omit_defaults=True):
    """An error cannot be printed or contradicts itself; a warning prints, but not as it should.

    `field` is a path as `visit.edit.set_field` takes it, such as `text.ja`; empty when the whole
    record is meant. `about` says in no language what precisely is meant, and what of other records
    it depends on: two findings of a rule about one field differ in it.
    """

    severity: Severity
    rule: str
    record: str
    field: str
    message: Value
    about: str = ""
    fix: Fix | None = None
    mark: str = ""
    """What `mark_of` gives at the time of the check."""


def replacing(
    record: str, field: str, text: str, pattern: re.Pattern[str], new: Callable[[str], str]
) -> Step:
    """Return the step that writes something else for all that fits a pattern."""
    found = [(match.span(), new(match[0]), match[0]) for match in pattern.finditer(text)]
    return Step(
        record,
        field,
        spans=tuple(Span(*span, after) for span, after, before in found if after != before),
    )


def mark_of(record: AnyRecord, finding: Finding) -> str:
    """Tells what a finding is about: another mark means that this has changed since. States of
    texts are no change.
    """
    name = finding.field.partition(".")[0]
    value = msgspec.to_builtins(bare(getattr(record, name) if name else record), str_keys=True)
    told = msgspec.json.encode((_stateless(value), finding.about), order="deterministic")
    return blake2b(told, digest_size=12).hexdigest()


def _stateless(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _stateless(inner) for key, inner in value.items() if key != "state"}
    return [_stateless(inner) for inner in value] if isinstance(value, list | tuple) else value
