"""The words with which lists in Japanese say on whose side people are."""

from typing import Final

from lohum_brief.language.rooms.sides import Sides

SIDES: Final = Sides(
    host="ホスト|受入れ|受け入れ|受入|主催者|主催|当方|当社",
    guest="ゲスト|来訪者|来訪|来賓|先方|訪問者|訪問団",
    body="側|代表団|代表|参加者|出席者|メンバー|一行|団員|関係者",
    side="側",
    filling="の|方|名簿|一覧|リスト",
    bodies=("大使館|経済産業省|外務省|通訳|随行|随行員|事務局|企業|団体|政府|報道"),
    columns="側|区分|国別",
    numbering="[一二三四五]",
)
