"""The words that stand around names in Japanese: forms of address, ranks, services and degrees."""

from typing import Final

from lohum_brief.language.rooms.titles import Titles

TITLES: Final = Titles(
    behind={
        "様": "",
        "さま": "",
        "さん": "",
        "氏": "",
        "殿": "",
        "先生": "",
        "教授": "prof",
        "閣下": "excellency",
        "博士": "dr",
    },
    posts="教授|先生|博士",
    in_front="博士|教授",
    long_only="氏",
    rarely="博士",
    spoken_of=(
        r"様(?![々子式相態])|さま|さん|氏(?![名族])|殿(?![下堂方])|君|先生|教授|閣下|博士|女史|"
        r"(?:(?:特命全権|特命|全権|臨時代理|駐\w{1,6}|名誉|総|副|次席|首席|主席|上席|一等|二等|三等|"
        r"元|前|新)?(?:大使|公使|領事|大臣|長官|次官|審議官|参事官|書記官|理事官|専門官|調査官|"
        r"理事|監事|議員|知事|市長|町長|議長|総裁|総理|首相|社長|会長|専務|常務|取締役|監査役|"
        r"執行役員|顧問|相談役|(?:本|支|総|副)?(?:局|部|課|室|係|所|署|院|学|校|団|工場|支店|"
        r"委員|事務局|研究所)長|主任|主査|主幹|課員|主席|大将|中将|少将|准将|大佐|中佐|少佐|大尉|"
        r"一佐|二佐|三佐|陸将|海将|空将))"
    ),
)
