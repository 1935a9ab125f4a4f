"""Which row is the heading of a table, and which field each of its columns holds: guessed in three languages.

A heading that is the path of a field is that field. Otherwise the words that say a language are taken off (`Name
(Hindi)`, 氏名（漢字）, हिंदी नाम), and the rest is looked up among the words below.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from lohum_brief.errors import UsageError
from lohum_brief.exchange import grids
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import ORDINAL, by_path
from lohum_brief.exchange.people import script_of
from lohum_brief.exchange.references import PREFIXES
from lohum_brief.exchange.sheets import Sheet, column_letters
from lohum_brief.language.catalogue import say
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import KINDS, Record, Series, Table

IGNORED: Final = "-"
"""What a column is mapped to that is not read."""

_DEEPEST: Final = 30
"""Rows among which the heading is looked for."""

_LANGUAGES: Final[Mapping[str, str]] = {
    word: lang
    for lang, words in {
        "hi": "hi hin hindi हिंदी हिन्दी हिंदि देवनागरी devanagari ヒンディー語 ヒンディー",
        "en": "en eng english अंग्रेजी इंग्लिश roman latin romaji 英語 英文 英 ローマ字 欧文 रोमन",
        "ja": "ja jp jpn japanese kanji जापानी 日本語 和文 漢字 日",
        "reading": "reading kana furigana フリガナ ふりがな よみ よみがな 読み 読み仮名 カナ かな 仮名 ヨミ रीडिंग",
    }.items()
    for word in words.split()
}

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        "id": "id|ident|identifier|識別子|आईडी",
        "audience": "audience|公開範囲|पाठक",
        "sources": "source|sources|source id|reference|出典|情報源|स्रोत",
        IGNORED: "no|no.|s.no|s.no.|sl.no.|sr.no.|#|serial|serial number|番号|通番|連番|項番|क्रम|क्रमांक|क्र.सं.|क्रम संख्या|"
        "email|e-mail|mail|メール|メールアドレス|ईमेल|phone|telephone|mobile|電話|電話番号|携帯|फ़ोन|दूरभाष|मोबाइल",
    },
    "person": {
        "name": "name|full name|name of delegate|delegate|delegate name|participant|participant name|member|氏名|名前|お名前|御氏名|"
        "ご氏名|姓名|参加者|参加者名|नाम|पूरा नाम|प्रतिनिधि|सदस्य|प्रतिभागी",
        "name.reading": "reading|furigana|kana|フリガナ|ふりがな|よみ|よみがな|読み|読み仮名|カナ|かな|उच्चारण",
        "family": "family name|surname|last name|family|姓|名字|苗字|氏|उपनाम|कुलनाम",
        "given": "given name|first name|forename|given|名|प्रथम नाम|दिया गया नाम",
        "honorific": "honorific|salutation|prefix|敬称|संबोधन|आदरसूचक",
        "organisation": "organisation|organization|company|affiliation|institution|ministry|agency|employer|body|所属|所属先|所属機関|"
        "会社|会社名|機関|機関名|組織|組織名|団体|団体名|勤務先|省庁|संगठन|संस्था|संस्थान|मंत्रालय|कंपनी|निकाय",
        "post": "designation|position|post|title|job title|role|役職|役職名|肩書|肩書き|職名|職位|पद|पदनाम",
        "group": "group|team|bus|班|グループ|組|समूह|दल",
        "side": "side|側|区分|पक्ष",
        "duty": "duty|function|役割|担当|भूमिका|दायित्व",
        "native": "native|native language|母語|मातृभाषा",
        "needs": "needs|special needs|dietary|dietary needs|diet|requirements|配慮事項|配慮|食事|食事制限|要望|आवश्यकताएँ|विशेष आवश्यकताएँ|भोजन",
        "specimen": "specimen|見本|नमूना",
    },
    "organisation": {
        "name": "name|organisation|organization|organisation name|organization name|company|institution|名|名称|組織|組織名|機関|機関名|団体|"
        "団体名|会社名|नाम|संगठन|संस्था|संगठन का नाम|मंत्रालय",
        "abbreviation": "abbreviation|acronym|short name|abbr|略称|略語|संक्षेप|संक्षिप्त नाम",
        "reading": "reading|furigana|フリガナ|ふりがな|よみ|読み|カナ|उच्चारण",
        "country": "country|国|国名|देश",
        "side": "side|側|区分|पक्ष",
        "role": "role|function|mandate|役割|所掌|業務|भूमिका|कार्य",
        "note": "note|notes|remarks|comment|備考|注|टिप्पणी",
    },
    "group": {
        "name": "name|group|班|グループ|名称|नाम|समूह",
        "note": "note|notes|remarks|備考|टिप्पणी",
    },
    "metric": {
        "name": "name|metric|indicator|figure|kpi|名|指標|項目|名称|मापदंड|संकेतक|नाम|मीट्रिक",
        "unit": "unit|units|単位|इकाई|मात्रक",
        "definition": "definition|description|meaning|定義|説明|परिभाषा|विवरण",
        "key": "key|key figure|主要|主要指標|मुख्य",
    },
    "observation": {
        "metric": "metric|indicator|figure|kpi|name|指標|項目|मापदंड|संकेतक|मीट्रिक",
        "value": "value|amount|number|reading|値|数値|実績|मान|मूल्य|आँकड़ा|संख्या",
        "unit": "unit|units|単位|इकाई|मात्रक",
        "as_of": "as of|as-of|as on|date|period|year|時点|日付|年月日|年|年度|期間|तिथि|तारीख|दिनांक|वर्ष|अवधि",
        "basis": "basis|根拠|算定根拠|आधार",
        "about": "about|precision|qualifier|概数|लगभग",
        "conflict": "conflict|矛盾|विरोध",
        "chosen": "chosen|採用|चयनित",
        "note": "note|notes|remarks|comment|備考|注|टिप्पणी",
    },
    "figure": {
        "name": "name|figure|数値名|名称|नाम|आँकड़ा",
        "value": "value|amount|number|値|数値|मान|मूल्य|संख्या",
        "unit": "unit|units|単位|इकाई|मात्रक",
        "as_of": "as of|as-of|as on|date|period|year|時点|日付|年|年度|तिथि|दिनांक|वर्ष",
        "basis": "basis|根拠|आधार",
        "note": "note|notes|remarks|備考|注|टिप्पणी",
    },
    "item": {
        "title": "title|item|session|event|activity|agenda|programme|program|内容|項目|件名|行事|議題|プログラム|予定|कार्यक्रम|शीर्षक|विषय|गतिविधि",
        "start": "start|starts|start time|from|begin|beginning|date and time|開始|開始時刻|開始日時|日時|आरंभ|प्रारंभ|प्रारम्भ|से",
        "day": "date|day|日|日付|月日|年月日|तिथि|तारीख|दिनांक|दिन",
        "clock": "time|hours|時刻|時間|時間帯|समय",
        "end": "end|ends|end time|to|until|finish|終了|終了時刻|終了日時|समाप्ति|तक",
        "minutes": "minutes|duration|length|min|所要|所要時間|分|अवधि|मिनट",
        "place": "place|venue|location|room|場所|会場|स्थान|कक्ष",
        "detail": "detail|details|description|remarks|詳細|備考|説明|विवरण",
        "groups": "groups|group|対象|班|グループ|समूह",
        "fixed": "fixed|固定|निश्चित",
    },
    "note": {
        "sort": "sort|kind|type|category|種別|種類|区分|分類|प्रकार|श्रेणी",
        "title": "title|subject|topic|heading|question|件名|題|題名|議題|標題|शीर्षक|विषय|प्रश्न",
        "text": "text|note|content|body|message|answer|本文|内容|メモ|回答|पाठ|विवरण|टिप्पणी|उत्तर|सामग्री",
        "date": "date|日付|年月日|तिथि|तारीख|दिनांक",
        "parties": "parties|party|当事者|पक्षकार|पक्ष",
    },
    "term": {
        "name": "term|name|word|用語|語|見出し語|名称|शब्द|पद|नाम",
        "reading": "reading|furigana|フリガナ|ふりがな|よみ|読み|カナ|उच्चारण",
        "transliteration": "transliteration|romanisation|romanization|翻字|लिप्यंतरण",
        "abbreviation": "abbreviation|acronym|abbr|略称|略語|संक्षेप|संक्षिप्ति",
        "topic": "topic|category|field|分野|分類|विषय|श्रेणी|क्षेत्र",
        "forbidden": "forbidden|avoid|do not use|不可|禁止|使用不可|वर्जित|निषिद्ध",
    },
    "series": {
        "mineral": "mineral|commodity|material|鉱物|鉱種|品目|खनिज",
        "measure": "measure|stage|kind|series|区分|種別|指標|माप|प्रकार",
        "title": "title|表題|題名|शीर्षक",
        "unit": "unit|units|単位|इकाई|मात्रक",
        "points.place": "country|place|region|iso2|国|国名|地域|देश|क्षेत्र",
        "points.period": "year|period|date|年|年度|期間|वर्ष|अवधि",
        "points.value": "value|production|amount|quantity|値|数値|生産量|量|मान|मात्रा|उत्पादन",
        "points.estimated": "estimated|estimate|推計|推定|अनुमानित",
        "points.printed": "printed|as printed|raw|原表記",
        "note": "note|notes|remarks|備考|注|टिप्पणी",
    },
    "mineral": {"name": "mineral|name|鉱物|名称|खनिज|नाम", "symbol": "symbol|記号|元素記号|प्रतीक"},
    "source": {
        "title": "title|source|表題|題名|資料名|शीर्षक|स्रोत",
        "publisher": "publisher|author|発行者|प्रकाशक",
        "date": "date|日付|तिथि",
        "address": "address|url|link|アドレス|पता",
        "licence": "licence|license|ライセンス|लाइसेंस",
        "lang": "language|言語|भाषा",
    },
    "statement": {
        "text": "text|statement|発言|本文|कथन|पाठ",
        "said_by": "said by|speaker|発言者|वक्ता",
        "date": "date|日付|तिथि",
        "why": "why|reason|理由|कारण",
    },
}
"""For each kind, and for all of them, the fields and what their columns are called."""

_NEEDED: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "person": (frozenset({"name", "family"}),),
    "organisation": (frozenset({"name"}),),
    "figure": (frozenset({"name"}), frozenset({"value"})),
    "observation": (frozenset({"metric"}), frozenset({"value"})),
    "item": (frozenset({"title"}), frozenset({"start", "clock", "day"})),
    "note": (frozenset({"text"}),),
    "series": (frozenset({"mineral"}), frozenset({"points"})),
    "statement": (frozenset({"text"}),),
    "source": (frozenset({"title"}),),
}
"""What a heading must have, to be one, one of each; all others need a name."""

_EXTRA: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("name",),
    "metric": ("value", "as_of", "basis", "about", "sources"),
    "observation": ("unit",),
    "item": ("day", "clock", "end"),
}
"""What a column may hold that is no field itself: whole names, the values of metrics, days and clocks."""


class Layout(NamedTuple):
    """Where a table's heading is, and what its columns hold, by their number; `exact` when this program wrote it."""

    sheet: Sheet
    row: int
    """-1 where there is no heading."""
    columns: Mapping[int, str]
    unknown: Mapping[int, str]
    """Columns that are not read, with their headings."""
    exact: bool = False

    @property
    def complete(self) -> int:
        """How many different fields it has."""
        return len(set(self.columns.values()))


def layout(sheets: Sequence[Sheet], kind: type[Record], maps: Mapping[str, str]) -> Layout:
    """The best heading of all sheets. Raises UsageError where none can be found, which says what stands there."""
    names = {_folded(name): _field(kind, field) for name, field in maps.items()}
    found = [_best(sheet, kind, names) for sheet in sheets]
    best = max(found, key=lambda one: one.complete if _enough(one, kind) else -1)
    unused = [name for name in maps if _folded(name) not in _headings(best, names)]
    if unused:
        raise UsageError(say("There is no column {name}; --map names a heading or a letter.", name=legible(unused[0])))
    if _enough(best, kind):
        return best
    first = next((row for row in best.sheet.rows if any(row)), ())
    raise UsageError(
        say(
            "No heading for {kind} is found. The first row has: {row}. Say what the columns hold with --map COLUMN=FIELD; "
            "the fields are: {fields}.",
            kind=kind_of_class(kind),
            row=legible(" | ".join(text_of(cell) for cell in first), 200),
            fields=", ".join(sorted({*known_fields(kind)} - {"id", "audience"})),
        )
    )


def kind_of_class(kind: type[Record]) -> str:
    """The name of a kind of record."""
    return next(name for name, found in KINDS.items() if found is kind)


@cache
def known_fields(kind: type[Record]) -> frozenset[str]:
    """What a column of this kind may be mapped to."""
    paths = set(by_path(kind))
    texts = {path[:-3] for path in paths if path.endswith((".hi", ".en", ".ja"))}
    extra = set(_EXTRA.get(kind_of_class(kind), ()))
    if "name" in extra:
        extra |= {"name.hi", "name.en", "name.ja", "name.reading"}
    return frozenset(paths | texts | extra)


def _field(kind: type[Record], field: str) -> str:
    if field not in known_fields(kind) and field != IGNORED:
        raise UsageError(
            say(
                "A {kind} has no field {field}; it has: {known}.",
                kind=kind_of_class(kind),
                field=legible(field),
                known=", ".join(sorted(known_fields(kind))),
            )
        )
    return field


def _headings(found: Layout, names: Mapping[str, str]) -> set[str]:
    row = found.sheet.rows[found.row] if found.row >= 0 else ()
    letters = {_folded(column_letters(column)) for column in (*found.columns, *found.unknown)}
    return {_folded(text_of(cell)) for cell in row} | (letters & set(names))


def _best(sheet: Sheet, kind: type[Record], names: Mapping[str, str]) -> Layout:
    if exact := _exact(sheet, kind):
        return exact
    rows = (row for row in range(min(len(sheet.rows), _DEEPEST)) if any(sheet.rows[row]))
    layouts = [found for row in rows if (found := _of_row(sheet, row, kind, names))] or [Layout(sheet, 0, {}, {})]
    # A heading has no two columns for one thing that a title would not have either: the earlier row wins a tie.
    best = max(layouts, key=lambda one: (_enough(one, kind), one.complete))
    if names and not _enough(best, kind):  # columns may be said by their letters alone
        width = max(map(len, sheet.rows))
        letters = {
            column: names[letter] for column in range(width) if (letter := _folded(column_letters(column))) in names
        }
        best = Layout(sheet, -1, letters, {})
    return best


def _exact(sheet: Sheet, kind: type[Record]) -> Layout | None:
    """The layout of a table that this program wrote: every heading is a path, and those of all records are there."""
    heading = [text_of(cell) for cell in sheet.rows[0]]
    paths = by_path(kind).keys() | ({ORDINAL} if kind is Series else set())
    named = [name for name in heading if name]
    if not {"id", "audience"} <= set(named) or len(set(named)) != len(named):
        return None
    if not all(name in paths or (kind is Table and grids.is_column(name)) for name in named):
        return None
    return Layout(sheet, 0, {column: name for column, name in enumerate(heading) if name}, {}, exact=True)


def _of_row(sheet: Sheet, row: int, kind: type[Record], names: Mapping[str, str]) -> Layout | None:
    """The layout if the row is the heading; None for a row in which nothing is a heading."""
    width = max(map(len, sheet.rows))
    texts = [text_of(cell) for cell in sheet.rows[row]] + [""] * (width - len(sheet.rows[row]))
    mapped = {
        column: found
        for column, text in enumerate(texts)
        if (found := names.get(_folded(text)) if text else None)
        or (found := names.get(_folded(column_letters(column))))
    }
    guessed = {column: found for column, text in enumerate(texts) if text and (found := guess(text, kind))}
    if not guessed and not any(_folded(text) in names for text in texts if text):
        return None
    wished = guessed | mapped
    shared = {field for field, count in Counter(wished.values()).items() if count > 1}
    columns: dict[int, str] = {}
    for column in sorted(wished, key=lambda column: column not in mapped):
        field = wished[column]
        if field in shared and column not in mapped:
            field = _by_script(sheet, row, column, field, kind)
        if field not in columns.values() and field != IGNORED:
            columns[column] = field
    unknown = {column: text for column, text in enumerate(texts) if text and column not in columns}
    return Layout(sheet, row, dict(sorted(columns.items())), unknown)


def _by_script(sheet: Sheet, heading: int, column: int, field: str, kind: type[Record]) -> str:
    """Which language a column has of a field that several columns have: 氏名 beside Name."""
    cells = (row[column] for row in sheet.rows[heading + 1 :] if column < len(row))
    scripts = [script for cell in islice(cells, _DEEPEST) if isinstance(cell, str) and (script := script_of(cell))]
    most = Counter(scripts).most_common(1)
    path = f"{field}.{'ja' if most[0][0] == 'kana' else most[0][0]}" if most else field
    return path if path in known_fields(kind) else field


def _enough(found: Layout, kind: type[Record]) -> bool:
    fields = {field.partition(".")[0] for field in found.columns.values()}
    if "id" in fields and len(fields) > 1:
        return True
    return found.exact or all(
        fields & needed for needed in _NEEDED.get(kind_of_class(kind), (frozenset({"name", "title", "text"}),))
    )


# One heading


def guess(heading: str, kind: type[Record]) -> str | None:
    """The field that a heading means, with the language where it says one; None when it is not known."""
    plain = heading.strip()
    if plain in known_fields(kind):
        return plain
    folded = _folded(plain)
    if found := _look_up(folded, kind):
        return found
    if kind is Series and (
        year := re.fullmatch(r"(FY ?)?((?:19|20)\d\d)(年度?)?", unicodedata.normalize("NFKC", plain))
    ):
        return f"points.value@{'FY' if year[1] or year[3] == '年度' else ''}{year[2]}"
    # Headings in two or three languages: Name / 氏名 / नाम.
    parts = [part for part in re.split(r"[/|,、・\n]", unicodedata.normalize("NFKC", plain)) if part.strip()]
    several = {_look_up(_folded(part), kind) for part in parts} if len(parts) > 1 else set()
    if len(several) == 1:
        return several.pop()
    return None


def _look_up(folded: str, kind: type[Record]) -> str | None:
    words = _vocabulary(kind)
    if (found := words.get(_joined(folded))) is not None:
        return found
    lang, rest = _language(folded)
    if not lang:
        return None
    base = words.get(_joined(rest)) if rest else _main(kind)
    if base is None or base == IGNORED:
        return None
    path = f"{base}.{lang}"
    if path in known_fields(kind):
        return path
    if base in by_path(kind):  # said of a field that has one language only: ja_reading
        return base
    return "reading" if lang == "reading" and "reading" in known_fields(kind) and base == "name" else None


def _main(kind: type[Record]) -> str | None:
    """What a column holds that is headed by a language alone."""
    return next((name for name in ("name", "title", "text") if name in known_fields(kind)), None)


def _language(folded: str) -> tuple[str, str]:
    """The language that a heading says, and the heading without it; Japanese writes both in one word."""
    tokens = folded.split()
    for at, token in enumerate(tokens):
        if token in _LANGUAGES:
            return _LANGUAGES[token], " ".join(tokens[:at] + tokens[at + 1 :])
    for word, lang in sorted(_LANGUAGES.items(), key=lambda pair: -len(pair[0])):
        if not word.isascii() and len(word) > 1:
            for end in (folded.removesuffix(word), folded.removeprefix(word)):
                if end != folded:
                    return lang, end.strip()
    return "", folded


@cache
def _vocabulary(kind: type[Record]) -> Mapping[str, str]:
    name = kind_of_class(kind)
    words = {_joined(_folded(path.replace("_", " "))): path for path in known_fields(kind) if "." not in path}
    words |= {f"{PREFIXES.get(name, name)}id": "id", f"{name}id": "id"}
    tables: Iterable[Mapping[str, str]] = (
        _WORDS[""],
        _WORDS["observation"] if name == "metric" else {},
        _WORDS.get(name, {}),
    )
    for table in tables:
        for field, synonyms in table.items():
            if field in known_fields(kind) or field == IGNORED:
                words |= {_joined(_folded(word)): field for word in synonyms.split("|")}
    return words


def _folded(text: str) -> str:
    """A heading without what differs from one sheet to the next: width, case, nukta, punctuation, spaces."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFD", text).replace("\u093c", "")
    text = unicodedata.normalize("NFC", text)
    return " ".join(re.sub(r"[\s_\-./:;()\[\]{}<>*#・,、|]+", " ", text).split()) or text.strip()


def _joined(folded: str) -> str:
    return folded.replace(" ", "")
