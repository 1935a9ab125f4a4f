import unicodedata

import pytest
from babel import Locale

from lohum_brief.language.codes import LANGS
from lohum_brief.language.countries import UnknownCountryError, country
from lohum_brief.language.languages import LANGUAGES

SHORT = frozenset({"US", "GB", "CD", "CG", "MM", "HK"})
"""The countries whose written names are not CLDR's in every language."""


def test_the_quad_in_three_languages() -> None:
    assert [[country(code, lang) for lang in LANGS] for code in ("IN", "JP", "US", "AU")] == [
        ["भारत", "India", "インド"],
        ["जापान", "Japan", "日本"],
        ["अमेरिका", "United States", "米国"],
        ["ऑस्ट्रेलिया", "Australia", "オーストラリア"],
    ]
    assert [country("world", lang) for lang in LANGS] == ["विश्व", "World", "世界"]
    assert [country("other", lang) for lang in LANGS] == ["अन्य देश", "Other countries", "その他の国"]


def test_the_names_are_cldrs_but_for_the_short_ones() -> None:
    for lang in LANGS:
        territories = Locale.parse(lang).territories
        for code in LANGUAGES[lang].countries.keys() - SHORT - {"world", "other"}:
            # As the standard of 2016 and the house have it: no nukta under क (कतर), an anusvara
            # before ब (ज़िंबाब्वे).
            theirs = (
                unicodedata.normalize("NFD", territories[code])
                .replace("क\u093c", "क")
                .replace("म्ब", "ंब")
            )
            assert country(code, lang) == unicodedata.normalize("NFC", theirs)


def test_a_country_that_is_not_in_the_table_comes_from_cldr() -> None:
    assert "FJ" not in LANGUAGES["en"].countries
    assert [country("FJ", lang) for lang in LANGS] == ["फ़िजी", "Fiji", "フィジー"]


@pytest.mark.parametrize("code", ["", "ZZ", "XX", "EU", "jp", "001", "Japan"])
def test_what_is_no_country_is_refused(code: str) -> None:
    with pytest.raises(UnknownCountryError, match="is not the code of a country"):
        country(code, "en")
