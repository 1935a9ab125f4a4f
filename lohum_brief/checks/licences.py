"""Terms of use that would stand in the words of another language in a pack of one."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.language.licences import is_understood
from lohum_brief.language.phrases import called
from lohum_brief.message import listed, msg
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.records import Pack, Source
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.visit import Visit

RULE = "languages"


def findings(visit: Visit) -> Iterator[Finding]:
    """A warning for each source that is cited and whose terms are in another language than a pack
    that is in one.
    """
    alone = [
        pack
        for pack in visit.of(Pack)
        if len(pack.languages) == 1
        and any(section.content == "sources" for section in sections_of(visit, pack))
    ]
    if not alone:
        return
    cited = {ident for record in visit for ident in getattr(record, "sources", ())}
    for source in visit.of(Source):
        if not source.licence or source.id not in cited:
            continue
        langs = dict.fromkeys(
            pack.languages[0]
            for pack in alone
            if may_read(source, pack.audience)
            and not is_understood(source.licence, pack.languages[0])
        )
        if langs:
            message = msg(
                "“{terms}” prints as it stands in packs in {languages}: use words that are known "
                "in every language, such as public domain, all rights reserved or CC BY 4.0.",
                terms=source.licence,
                languages=listed([called(lang) for lang in langs]),
            )
            yield Finding("warning", RULE, source.id, "licence", message, source.licence)
