"""Kruti Dev and DevLys: strings as they are typed, and what they say."""

import pytest

from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.legacy_hindi import convert, looks_legacy

WORDS = {
    "fgUnh": "हिन्दी",
    "Hkkjr": "भारत",
    "jktLFkku": "राजस्थान",
    "mÙkj izns'k": "उत्तर प्रदेश",
    "esjk uke": "मेरा नाम",
    "fo|ky;": "विद्यालय",
    "dk;Z": "कार्य",
    "ljdkj": "सरकार",
    "iz/kkuea=h": "प्रधानमंत्री",
    "vkSj": "और",
    "fnYyh": "दिल्ली",
    "Jh": "श्री",
    'd`f"k': "कृषि",
    "dEiuh": "कम्पनी",
    "laxBu": "संगठन",
    "vkfFkZd": "आर्थिक",
    "fu.kZ;": "निर्णय",
    'o"kZ': "वर्ष",
    "fLFkfr": "स्थिति",
    "vkosnu i=": "आवेदन पत्र",
    "vr%": "अतः",
    "iqu%": "पुनः",
    "gSa": "हैं",
    "yksxksa": "लोगों",
    "bZ'oj": "ईश्वर",
    "O;fDr": "व्यक्ति",
    "f'k{kk": "शिक्षा",
    'jk"Vªh;': "राष्ट्रीय",
    "ifjokj": "परिवार",
    "lM+d": "सड़क",
    "i<+uk": "पढ़ना",
    "dke djuk": "काम करना",
    "ea=ky;": "मंत्रालय",
    "funs'kd": "निदेशक",
    "vè;{k": "अध्यक्ष",
    "m|ksx": "उद्योग",
    "O;kikj": "व्यापार",
    "fuEufyf[kr": "निम्नलिखित",
    "d`i;k": "कृपया",
    "i<+sa": "पढ़ें",
    "gw¡": "हूँ",
    "dgk¡": "कहाँ",
    "eqæk": "मुद्रा",
    "Øekad": "क्रमांक",
    "y{;": "लक्ष्य",
    "fo'ofo|ky;": "विश्वविद्यालय",
    "/keZ": "धर्म",
    "lw;Z": "सूर्य",
    "ekxZ": "मार्ग",
    "vuqlwfpr tkfr": "अनुसूचित जाति",
    "deZpkjh": "कर्मचारी",
    "la[;k": "संख्या",
    "uke %": "नाम :",
    "vkWfQl": "ऑफिस",
    "MkW-": "डॉ.",
    "jkes'oj 'kekZ": "रामेश्वर शर्मा",
    "lqJh": "सुश्री",
    "eq[; lfpo": "मुख्य सचिव",
    "ÅtkZ ea=h": "ऊर्जा मंत्री",
    "fo|qr": "विद्युत",
    "fØ;k": "क्रिया",
    "fuxZr": "निर्गत",
    "ftyk": "जिला",
    "fgUnqLrku": "हिन्दुस्तान",
    "vfHkys[k": "अभिलेख",
    "Kku": "ज्ञान",
    "i;kZoj.k": "पर्यावरण",
    "xfrfof/k": "गतिविधि",
    'o"kkZ': "वर्षा",
    "nq%[k": "दुःख",
}


@pytest.mark.parametrize(("typed", "meant"), WORDS.items())
def test_text_of_the_font_becomes_what_it_shows(typed: str, meant: str) -> None:
    assert convert(typed) == meant


def test_it_is_told_from_latin_by_the_words_of_a_column() -> None:
    assert looks_legacy(["fgUnh", "esjk uke", "fnYyh", "inuke"])
    assert all(
        looks_legacy([text])
        for text in ("jktLFkku ljdkj", "funs'kd", "vè;{k", "m|ksx ea=ky;", "dk;Z")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Director",
        "YAMADA Taro",
        "Ministry of Economy, Trade and Industry",
        "METI",
        "R&D",
        "t/year",
        "kWh",
        "GWh/kg",
        "McDonald",
        "Müller",
        "García",
        "Mr. Ng",
        "Smt. Krishnan",
        "a@b.example",
        "https://x.example/k",
        "LiFePO4",
        "PhD",
        "O'Keefe",
        "x=y",
        "Dr.kumar",
        "हिन्दी",
        "経済産業省",
        "",
        "123",
        "Scott/Kline",
        "Smith; Kline",
        "Zürich",
        "Żółć",
        "Nguyễn",
    ],
)
def test_what_is_something_else_is_left_alone(text: str) -> None:
    assert not looks_legacy([text])


@pytest.mark.parametrize("text", ["ljdkj – Hkkjr", "ljdkj’k", "fo|ky;鉄", "dkf", "Zd"])
def test_what_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="old Hindi font"):
        convert(text)
