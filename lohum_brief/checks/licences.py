"""Terms of use that would stand in the words of another language in a pack of one."""

from collections.abc import Collection, Iterable, Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.language.codes import Lang
from lohum_brief.language.licences import is_understood
from lohum_brief.language.phrases import called
from lohum_brief.message import listed, msg
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.records import Pack, Source
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.visit import Visit

RULE = "languages"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each source that is cited and whose terms are in another language than a
    pack that is in one.
    """
    alone = [pack for pack in visit.of(Pack) if _lists_sources(visit, pack)]
    if not alone:
        return
    cited = {ident for record in visit for ident in getattr(record, "sources", ())}
    for source in visit.of(Source):
        langs = _foreign(source, alone) if source.id in cited else ()
        if langs:
            message = msg(
                "“{terms}” prints as it stands in packs in {languages}: use words that are known "
                "in every language, such as public domain, all rights reserved or CC BY 4.0.",
                terms=source.licence,
                languages=listed([called(lang) for lang in langs]),
            )
            yield Finding("warning", RULE, source.id, "licence", message, source.licence)


def _lists_sources(visit: Visit, pack: Pack) -> bool:
    """Return whether a pack of one language has a list of sources."""
    if len(pack.languages) > 1:
        return False
    return any(section.content == "sources" for section in sections_of(visit, pack))


def _foreign(source: Source, packs: Iterable[Pack]) -> Collection[Lang]:
    """Return the languages of packs that print the source and do not have its terms."""
    if not source.licence:
        return ()
    readers = [pack.languages[0] for pack in packs if may_read(source, pack.audience)]
    return dict.fromkeys(lang for lang in readers if not is_understood(source.licence, lang))
