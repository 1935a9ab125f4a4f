"""What people write into the cells of tables in Japanese."""

from typing import Final

from lohum_brief.language.rooms.cells import Around, Cells

CELLS: Final = Cells(
    joints="および|及び|並びに",
    allergy=r"\s*アレルギー(?:あり|有り?)?$",
    estimated=r"\(?推計\)?",
    no_value="該当なし|不明",
    power_signs="千万億兆",
    hedges=Around("約|およそ|少なくとも|最低", "程度|前後|ほど|超|以上|以下"),
    bounds=Around("もうすぐ", "未満|弱|強|余り|あまり|足らず|から|前後以上"),
    understood="約, 以上, 超, 以下, まで, 未満",
    vague="摘要|内容|事項|詳細|説明|明細|要領",
    remarks="備考|備考欄|注記|特記事項",
)
