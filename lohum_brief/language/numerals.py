"""The words and characters for numbers in the three languages: what is spoken is made of them, what is read too.

Hindi from 0 to 99 has a word for each number. 84 of them are spelt as in CLDR 48.2. The other sixteen follow the Central
Hindi Directorate, whose spelling a pack has throughout, where its list of 1980 or its rules decide: 44 चवालीस, 15 पंद्रह
with the anusvara. 53, 58, 63, 87, 88 and 91 to 99 are the single consonants and the -नवे of common print, where CLDR
doubles and has -नबे (अट्ठावन, इक्यानबे); no official list of them was at hand. CLDR's forms are read all the same;
tests/language/golden.tsv has both.
"""

from typing import Final

from lohum_brief.language.codes import Lang

_HINDI: Final = """
शून्य एक दो तीन चार पाँच छह सात आठ नौ
दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अठावन उनसठ
साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी
अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सतासी अठासी नवासी
नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सतानवे अठानवे निन्यानवे
"""
HINDI: Final[tuple[str, ...]] = tuple(_HINDI.split())

_ENGLISH: Final = """
zero one two three four five six seven eight nine
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
ENGLISH: Final[tuple[str, ...]] = tuple(_ENGLISH.split())
TENS: Final[tuple[str, ...]] = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

KANJI: Final = "〇一二三四五六七八九"
KANJI_TENS: Final = ((1000, "千"), (100, "百"), (10, "十"))
KANJI_LARGE: Final = ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"))

POINT: Final[dict[Lang, str]] = {"hi": "दशमलव", "en": "point", "ja": "・"}
"""The Japanese one as vertical writing has it; it is read てん."""
# CLDR says ऋण, which a listener takes for a loan: ऋण पाँच करोड़ रुपये.
NEGATIVE: Final[dict[Lang, str]] = {"hi": "माइनस", "en": "minus", "ja": "マイナス"}
