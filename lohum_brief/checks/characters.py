"""Characters that no font of ours has: they would print as nothing, so they are found before."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, replacing
from lohum_brief.checks.strings import strings
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.records import AnyRecord, Person

RULE = "characters"


def findings(records: Iterable[AnyRecord], langs: Sequence[Lang] = LANGS) -> Iterator[Finding]:
    """One error for each such character in each string that packs in these languages print, and one warning for a name."""
    from lohum_brief.typeset.faces import uncovered

    sound: dict[Lang, set[str]] = {lang: set() for lang in LANGS}
    for record in records:
        lost: list[Finding] = []
        for path, only, text in strings(record):
            if text.isascii() or (only is not None and only not in langs):
                continue
            bad: dict[str, None] = {}
            for lang in (only,) if only else langs:
                if not sound[lang].issuperset(text):
                    new = _alone(text, sound[lang])
                    if new and not uncovered(new, lang):
                        sound[lang].update(new)
                        continue
                    found = uncovered(text, lang)
                    sound[lang].update(set(text).difference(*found))
                    bad |= dict.fromkeys(found)
            for character in bad:
                fix = _fix(record.id, path, text, character, only or langs[0])
                found_here = Finding("error", RULE, record.id, path, _message(character), character, fix)
                if isinstance(record, Person) and path.startswith(("family.", "given.")):
                    lost.append(found_here)
                else:
                    yield found_here
        if lost:
            yield _name(lost)


_MARK: Final = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def _alone(text: str, sound: set[str]) -> str:
    """The characters of a text that are new, if each can be looked up by itself; empty where one changes what is before it."""
    new = "".join(set(text) - sound)
    if _MARK.search(text) or any(unicodedata.category(character)[0] == "M" for character in new):
        return ""
    return new


def _name(lost: list[Finding]) -> Finding:
    """What is said of all characters of a person's name at once: it never keeps a pack back."""
    characters = "".join(dict.fromkeys(finding.about for finding in lost))
    message = say("No font has {characters} of this name: it prints in Latin letters instead.", characters=characters)
    fixes = [finding.fix for finding in lost if finding.fix]
    fix = None
    if len(fixes) == len(lost):
        fix = Fix(fixes[0].label, tuple(step for each in fixes for step in each.steps))
    return Finding("warning", RULE, lost[0].record, lost[0].field, message, characters, fix)


def _fix(ident: str, path: str, text: str, character: str, lang: Lang) -> Fix | None:
    """Its normal form, where that can be printed and says the same; or without it, where it is a sign and no letter."""
    from lohum_brief.typeset.faces import uncovered

    normal = unicodedata.normalize("NFKC", character)
    pattern = re.compile(re.escape(character))
    if normal != character and not uncovered(normal, lang):
        step = replacing(ident, path, text, pattern, lambda _: normal)
        return Fix(say("Write {character}", character=normal), (step,))
    if unicodedata.category(character[0])[0] in "SC":
        step = replacing(ident, path, text, pattern, lambda _: "")
        return Fix(say("Remove {character}", character=character), (step,))
    return None


def _message(character: str) -> str:
    name = " + ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in character)
    return say("No font has the character {character} ({name}): write it differently.", character=character, name=name)
