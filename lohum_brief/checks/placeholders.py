"""Stand-ins that somebody typed to write the rest later: TBD, ???, to be confirmed, तय होना शेष, 未定."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import strings
from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Chart, Person, Source, Table, Term, is_quotation
from lohum_brief.visit.visit import Visit

RULE = "placeholders"

_CELLS: Final = ("rows.", "names.")
"""Where a table or a chart has words that are alike in all languages."""

_WITHIN: Final = re.compile(
    r"""
    (?<![A-Za-z0-9_.-])(?:
        T\.B\.[ADC]\.? | (?:TB[ADC]|tb[dc]|TODO|FIXME|XXX+|xxx+)(?![A-Za-z0-9_-])
        | (?i:to[ ]be[ ](?:confirmed|decided|determined|announced|written|filled[ ]in|provided[ ]later))(?![a-z])
        | (?i:lorem[ ]ipsum|placeholder)(?![a-z])
        | (?i:insert[ ](?:text|name|date|title|here))(?![a-z])
    )
    | [?？]{3,}
    | (?:तय|निश्चित|निर्धारित)[ ](?:होना|होनी|होने|करना|करनी|किया[ ]जाना|की[ ]जानी)[ ](?:शेष|बाकी|बाक़ी)
    | पुष्टि[ ](?:(?:होना|होनी|की[ ]जानी)[ ])?(?:शेष|बाकी|बाक़ी)
    | बाद[ ]में[ ](?:भरें|भरा[ ]जाएगा|भरना[ ]है|लिखें|लिखा[ ]जाएगा|लिखना[ ]है)
    | (?:यहाँ|यहां)[ ](?:भरें|लिखें)
    | 未定(?![稿義]) | 要確認 | 要記入 | 未記入
    | 後日(?:決定|確定|記入|追記|入力|お知らせ)
    | (?:ここに|あとで|後で)(?:入力|記入|追記)
    | (?<![〇一二三四五六七八九])[○〇●◯△□×]{2,}(?![〇一二三四五六七八九])
    """,
    re.VERBOSE,
)
"""What is no word of a finished text wherever it stands."""

_WHOLE: Final = re.compile(
    r"(?i:\?{1,2}|？{1,2}|\.{2,}|…+|・{2,}|_{2,}|-{3,}|x{2,}|test|dummy|n\.n\."
    r"|テスト|ダミー|仮|調整中|確認中|検討中|未確定|परीक्षण)[.。।]?"
)
"""What is a stand-in where nothing else is written."""


def findings(visit: Visit) -> Iterator[Finding]:
    """A warning for each language of a text that holds one; titles of sources and quotations stand as they were published."""
    for record in visit:
        if isinstance(record, Source | Term) or is_quotation(record):
            continue
        for path, lang, text in strings(record):
            if lang is None and not (isinstance(record, Table | Chart) and path.startswith(_CELLS)):
                continue  # ids, codes and words of a choice
            if isinstance(record, Person) and record.specimen and path.startswith(("family.", "given.")):
                continue  # an invented name may say that it is one
            found = _WITHIN.search(text) or _WHOLE.fullmatch(text.strip())
            if found:
                message = say("“{words}” stands for something that is still to be written.", words=found[0])
                yield Finding("warning", RULE, record.id, path, message, found[0])
