"""What stands in texts in Japanese in place of what is still to be written."""

from typing import Final

from lohum_brief.language.rooms.blanks import Blanks

BLANKS: Final = Blanks(
    fields="氏名|名前|お名前|日付|日時|時間|場所|会場|会社名|役職|金額|数値",
    certain=r"""
    (?<![A-Za-z0-9])[Xx]{2,}(?=[\u3041-\u30fa\u3400-\u9fff])
    | (?<![〇一二三四五六七八九])[○〇●◯△□×]{2,}(?![〇一二三四五六七八九])
    | (?<![〇一二三四五六七八九十])[○〇●◯△□×](?=[年月日時])
    """,
    words=r"""
    未定(?![稿義]) | 要確認 | 要記入 | 未記入 | 未入力 | \(仮\)
    | 後日(?:決定|確定|記入|追記|入力|お知らせ|連絡|ご連絡|通知)
    | 追って(?:連絡|ご連絡|通知|お知らせ|決定)
    | (?:ここに|あとで|後で)(?:入力|記入|追記)
    """,
    undecided=(
        "(?:まだ)?(?:(?:決ま|決定し)(?:って|て)(?:い?ない|い?ません|おらず|おりません)|未決定|未決)(?:です)?$"
    ),
    denied="決",
    whole="仮|別途(?:連絡|ご連絡|通知)",
    status="調整中|確認中|検討中|作成中|準備中|未確定",
    perhaps="テスト",
    no_name="氏名|名前|姓|空席|不明",
)
