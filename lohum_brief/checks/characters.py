"""Characters that no font of ours has: they would print as nothing, so they are found before."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Severity, Step, replacing
from lohum_brief.checks.strings import strings, value_at
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.message import Message, msg
from lohum_brief.visit.name_order import order
from lohum_brief.visit.records import AnyRecord, Group, Organisation, Person, Place
from lohum_brief.visit.visit import Visit

RULE = "characters"

_NAMED: Final = (Organisation, Group, Place)
"""What has a name that another form may stand for, as with people."""


_Sound = dict[Lang, set[str]]
"""The characters of each language that are known to have a font."""


def findings(records: Iterable[AnyRecord], langs: Sequence[Lang] = LANGS) -> Iterator[Finding]:
    """Yield an error for each such sign in a string that packs in these languages print, one for
    all letters of a string, which are of a script without a font, and one finding for a name.
    """
    visit = records if isinstance(records, Visit) else Visit(records)
    sound: _Sound = {lang: set() for lang in LANGS}
    for record in visit:
        unnamed = False
        lost: dict[str, list[str]] = {}
        for path, lang, text, bad in _unprintable(record, langs, sound):
            if isinstance(record, Person) and path.startswith(("family.", "given.")):
                unnamed = True
                continue
            if isinstance(record, _NAMED) and path.startswith("name."):
                lost[path] = [*bad]
                continue
            yield from _of_string(record.id, path, text, [*bad], lang)
        if unnamed and isinstance(record, Person):
            yield _name(record, visit)
        elif lost and isinstance(record, _NAMED):
            yield from _of_name(record, lost)


def _of_string(
    ident: str, path: str, text: str, bad: Sequence[str], lang: Lang
) -> Iterator[Finding]:
    """Yield what is said of the characters of one string."""
    fixes = {character: _fix(ident, path, text, character, lang) for character in bad}
    letters = [character for character, fix in fixes.items() if fix is None]
    if len(letters) > 1:
        message = msg(
            "No font has these characters: {characters}. Write it in another script.",
            characters=" ".join(letters),
        )
        yield Finding("error", RULE, ident, path, message, "".join(letters))
    for character, fix in fixes.items():
        if fix is not None or len(letters) == 1:
            yield Finding("error", RULE, ident, path, _message(character), character, fix)


def _unprintable(
    record: AnyRecord, langs: Sequence[Lang], sound: _Sound
) -> Iterator[tuple[str, Lang, str, Iterable[str]]]:
    """Yield the strings that have characters without a font: the path, a language in which they
    print, the string and these characters.
    """
    for path, only, text in strings(record):
        if text.isascii() or (only is not None and only not in langs):
            continue
        bad: dict[str, None] = {}
        for lang in (only,) if only else langs:
            if not sound[lang].issuperset(text):
                bad |= dict.fromkeys(_uncovered(text, lang, sound[lang]))
        if bad:
            yield path, only or langs[0], text, bad


def _uncovered(text: str, lang: Lang, sound: set[str]) -> list[str]:
    """Return the characters of a text without a font; `sound` takes the others."""
    from lohum_brief.typeset.faces import uncovered

    new = _alone(text, sound)
    if new and not uncovered(new, lang):
        sound.update(new)
        return []
    found = uncovered(text, lang)
    sound.update(set(text).difference(*found))
    return found


_MARK: Final = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def _alone(text: str, sound: set[str]) -> str:
    """Return the characters of a text that are new, if each can be looked up by itself; empty where
    one changes what is before it.
    """
    new = "".join(set(text) - sound)
    if _MARK.search(text) or any(unicodedata.category(character)[0] == "M" for character in new):
        return ""
    return new


def _name(person: Person, visit: Visit) -> Finding:
    """Return what is said of all letters of a person's name at once: an error where no form of it
    can be printed.
    """
    from lohum_brief.checks.lettering import has_form, nameless, unprintable, without, written
    from lohum_brief.typeset.faces import uncovered

    parts = person.family, person.given
    stands = order(person, visit)
    lost = unprintable(parts, uncovered)
    field = next(iter(lost))
    characters = "".join(dict.fromkeys(character for found in lost.values() for character in found))
    if has_form(without(parts, lost)):
        severity: Severity = "warning"
        name = written(parts, field, person.native, stands)
        message = msg(
            "No font has the letters of “{name}”: another form of the name prints instead.",
            name=name,
        )
    else:
        severity, message = "error", nameless(parts, person.native, stands, field)
    steps: list[Step] = []
    fixes: list[Fix] = []
    for path, found in lost.items():
        lang: Lang = READ if path.endswith("reading") else path.rpartition(".")[2]
        for character in found:
            fix = _fix(person.id, path, value_at(person, path), character, lang)
            if fix is None:
                return Finding(severity, RULE, person.id, field, message, characters)
            fixes.append(fix)
            steps += fix.steps
    return Finding(
        severity, RULE, person.id, field, message, characters, Fix(fixes[0].label, tuple(steps))
    )


def _of_name(
    record: Organisation | Group | Place, lost: Mapping[str, Sequence[str]]
) -> Iterator[Finding]:
    """Yield what is said of the name of what is no person: once, if it has letters without a font;
    signs can be mended one by one.
    """
    from lohum_brief.checks.lettering import instead, lost_forms, unnamed
    from lohum_brief.typeset.faces import uncovered

    letters: dict[str, None] = {}
    for path, bad in lost.items():
        lang: Lang = path.rpartition(".")[2]
        form = record.name[lang]
        own = [one for one in bad if _fix(record.id, path, form, one, lang) is None]
        letters |= dict.fromkeys(own)
        if not own:
            yield from _of_string(record.id, path, form, bad, lang)
    if not letters:
        return
    field = next(path for path, bad in lost.items() if not letters.keys().isdisjoint(bad))
    name = value_at(record, field)
    severity: Severity = "error"
    message = unnamed(name)
    if instead(record.name, lost_forms(record.name, uncovered)):
        severity = "warning"
        message = msg(
            "No font has the letters of “{name}”: another form of the name prints instead.",
            name=name,
        )
    yield Finding(severity, RULE, record.id, field, message, "".join(letters))


def _fix(ident: str, path: str, text: str, character: str, lang: Lang) -> Fix | None:
    """Return the edit that writes its normal form, where that can be printed and says the same; or
    without it, where it is a sign and no letter.
    """
    from lohum_brief.typeset.faces import uncovered

    normal = unicodedata.normalize("NFKC", character)
    pattern = re.compile(re.escape(character))
    if normal != character and not uncovered(normal, lang):
        step = replacing(ident, path, text, pattern, lambda _: normal)
        return Fix(msg("Write {character}", character=normal), (step,))
    if unicodedata.category(character[0])[0] in "SC":
        step = replacing(ident, path, text, pattern, lambda _: "")
        return Fix(msg("Remove {character}", character=character), (step,))
    return None


def _message(character: str) -> Message:
    name = " + ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in character)
    return msg(
        "No font has the character {character} ({name}): write it differently.",
        character=character,
        name=name,
    )
