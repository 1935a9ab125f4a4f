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
)
