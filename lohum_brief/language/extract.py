"""Bring `translations/*.po` up to date with the source: `python -m lohum_brief.language.extract`.

New messages arrive untranslated, messages that are no longer used go; nothing is guessed.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from lohum_brief import paths

KEYWORDS = {
    "msg": None,
    "msg_n": (1, 2),
    "phrase": None,
    "phrase_in": ((1, "c"), 2),
    "say": None,
    "say_n": (1, 2),
    "word": None,
}


def messages(package: Path) -> Catalog:
    """Everything that a package says or prints."""
    found = Catalog(project="Lohum Brief", charset="utf-8")
    for file, _line, message, _comments, context in extract_from_dir(
        package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    ):
        # No line numbers: the catalogue changes when messages do, not whenever code moves.
        found.add(message, None, [(f"{package.name}/{Path(file).as_posix()}", 0)], context=context)
    return found


def update(po: Path, found: Catalog) -> list[str]:
    """Rewrite one catalogue; returns what is still to be translated."""
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.stem)
    found.creation_date = catalogue.creation_date
    catalogue.update(found, no_fuzzy_matching=True)
    with po.open("wb") as file:
        write_po(
            file, catalogue, width=0, sort_output=True, ignore_obsolete=True, include_lineno=False
        )
    lacking = (
        entry for entry in catalogue if entry.id and (entry.fuzzy or not _complete(entry.string))
    )
    return [
        f"{entry.id} ({entry.context})" if entry.context else str(entry.id) for entry in lacking
    ]


def _complete(translation: str | list[str] | tuple[str, ...] | None) -> bool:
    return bool(translation) and all(translation or ())


def main() -> None:
    """Update all catalogues and list what they lack."""
    found = messages(Path(paths.__file__).parent)
    for po in sorted(paths.catalogues().glob("*.po")):
        for missing in update(po, found):
            sys.stdout.write(f"{po.name}: not translated: {missing}\n")


if __name__ == "__main__":
    main()
