"""What people write into the cells of tables in Japanese."""

from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells, by_name

_UNITS: Final = {
    "mm": "ミリ ミリメートル",
    "cm": "センチ センチメートル",
    "km": "キロメートル",
    "m2": "平米 平方メートル",
    "m3": "立米 立方メートル",
    "km2": "平方キロメートル",
}
_LIKELY: Final = {
    "people": "従業員 人員",
}
_SPANS: Final = {
    "month": "か月 カ月",
    "week": "週間",
    "hour": "時間",
}

CELLS: Final = Cells(
    joints="および|及び|並びに",
    allergy=r"\s*アレルギー(?:あり|有り?)?$",
    estimated=r"\(?推計\)?",
    no_value="該当なし|不明",
    power_signs="千万億兆",
    hedges=Around("約|およそ|少なくとも|最低", "程度|前後|ほど|超|以上|以下"),
    bounds=Around("もうすぐ", "未満|弱|強|余り|あまり|足らず|から|前後以上"),
    understood="約, 以上, 超, 以下, まで, 未満",
    quantities="単位",
    unit_before=r"単位\s*:\s*",
    unit_behind="での表示",
    rewritten=by_name(_UNITS),
    likely_units=by_name(_LIKELY),
    spans_of_units=by_name(_SPANS),
    counts="件数|数",
    # 台 counts machines as well as vehicles, and 名 any people, not members.
    counters={"名": "people", "台": "台", "か所": "か所"},
    numbered_day=r"(\d{1,2})\s*日目|第\s*(\d{1,2})\s*日(?:目)?",
    before_date=r"第?\d{1,2}日目\s*[:(\-–—,]?\s*|日付\s*[:.]\s*",
    interprets=(r"(?:[^\s、,]{0,4}語)?(?:同時|逐次|専属|主任)?通訳(?:者|士|員|官|担当)?(?:\W.*)?"),
    pairs="及び|並びに",
    nobody="未定|調整中|人選中|検討中|後日連絡|欠員",
    legal=("株式会社|有限会社|独立行政法人|国立研究開発法人|一般社団法人|公益財団法人|[(]株[)]"),
    legal_signs="株式会社|有限会社|合同会社|[株有独財社]",
    usual="大使館|経済産業|日本|インド",
    vague="摘要|内容|事項|詳細|説明|明細|要領",
    remarks="備考|備考欄|注記|特記事項",
)
