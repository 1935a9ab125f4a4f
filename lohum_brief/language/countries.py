"""Countries by their ISO 3166-1 alpha-2 codes, as the three languages call them."""

from functools import cache
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang

_NAMES: Final[dict[str, tuple[str, str, str]]] = {
    "world": ("विश्व", "World", "世界"),
    "other": ("अन्य देश", "Other countries", "その他の国"),
    "AE": ("संयुक्त अरब अमीरात", "United Arab Emirates", "アラブ首長国連邦"),
    "AF": ("अफ़गानिस्तान", "Afghanistan", "アフガニスタン"),
    "AL": ("अल्बानिया", "Albania", "アルバニア"),
    "AM": ("आर्मेनिया", "Armenia", "アルメニア"),
    "AO": ("अंगोला", "Angola", "アンゴラ"),
    "AR": ("अर्जेंटीना", "Argentina", "アルゼンチン"),
    "AT": ("ऑस्ट्रिया", "Austria", "オーストリア"),
    "AU": ("ऑस्ट्रेलिया", "Australia", "オーストラリア"),
    "AZ": ("अज़रबैजान", "Azerbaijan", "アゼルバイジャン"),
    "BD": ("बांग्लादेश", "Bangladesh", "バングラデシュ"),
    "BE": ("बेल्जियम", "Belgium", "ベルギー"),
    "BG": ("बुल्गारिया", "Bulgaria", "ブルガリア"),
    "BH": ("बहरीन", "Bahrain", "バーレーン"),
    "BN": ("ब्रूनेई", "Brunei", "ブルネイ"),
    "BO": ("बोलीविया", "Bolivia", "ボリビア"),
    "BR": ("ब्राज़ील", "Brazil", "ブラジル"),
    "BT": ("भूटान", "Bhutan", "ブータン"),
    "BW": ("बोत्स्वाना", "Botswana", "ボツワナ"),
    "BY": ("बेलारूस", "Belarus", "ベラルーシ"),
    "CA": ("कनाडा", "Canada", "カナダ"),
    "CD": ("कांगो लोकतांत्रिक गणराज्य", "DR Congo", "コンゴ民主共和国"),
    "CG": ("कांगो गणराज्य", "Republic of the Congo", "コンゴ共和国"),
    "CH": ("स्विट्ज़रलैंड", "Switzerland", "スイス"),
    "CI": ("कोत दिवुआर", "Côte d’Ivoire", "コートジボワール"),
    "CL": ("चिली", "Chile", "チリ"),
    "CM": ("कैमरून", "Cameroon", "カメルーン"),
    "CN": ("चीन", "China", "中国"),
    "CO": ("कोलंबिया", "Colombia", "コロンビア"),
    "CU": ("क्यूबा", "Cuba", "キューバ"),
    "CY": ("साइप्रस", "Cyprus", "キプロス"),
    "CZ": ("चेकिया", "Czechia", "チェコ"),
    "DE": ("जर्मनी", "Germany", "ドイツ"),
    "DK": ("डेनमार्क", "Denmark", "デンマーク"),
    "DO": ("डोमिनिकन गणराज्य", "Dominican Republic", "ドミニカ共和国"),
    "DZ": ("अल्जीरिया", "Algeria", "アルジェリア"),
    "EC": ("इक्वाडोर", "Ecuador", "エクアドル"),
    "EE": ("एस्टोनिया", "Estonia", "エストニア"),
    "EG": ("मिस्र", "Egypt", "エジプト"),
    "ES": ("स्पेन", "Spain", "スペイン"),
    "ET": ("इथियोपिया", "Ethiopia", "エチオピア"),
    "FI": ("फ़िनलैंड", "Finland", "フィンランド"),
    "FR": ("फ़्रांस", "France", "フランス"),
    "GA": ("गैबॉन", "Gabon", "ガボン"),
    "GB": ("यूनाइटेड किंगडम", "United Kingdom", "英国"),
    "GE": ("जॉर्जिया", "Georgia", "ジョージア"),
    "GH": ("घाना", "Ghana", "ガーナ"),
    "GL": ("ग्रीनलैंड", "Greenland", "グリーンランド"),
    "GN": ("गिनी", "Guinea", "ギニア"),
    "GR": ("यूनान", "Greece", "ギリシャ"),
    "GT": ("ग्वाटेमाला", "Guatemala", "グアテマラ"),
    "GY": ("गुयाना", "Guyana", "ガイアナ"),
    "HK": ("हांगकांग", "Hong Kong", "香港"),
    "HR": ("क्रोएशिया", "Croatia", "クロアチア"),
    "HU": ("हंगरी", "Hungary", "ハンガリー"),
    "ID": ("इंडोनेशिया", "Indonesia", "インドネシア"),
    "IE": ("आयरलैंड", "Ireland", "アイルランド"),
    "IL": ("इज़राइल", "Israel", "イスラエル"),
    "IN": ("भारत", "India", "インド"),
    "IQ": ("इराक", "Iraq", "イラク"),
    "IR": ("ईरान", "Iran", "イラン"),
    "IS": ("आइसलैंड", "Iceland", "アイスランド"),
    "IT": ("इटली", "Italy", "イタリア"),
    "JM": ("जमैका", "Jamaica", "ジャマイカ"),
    "JO": ("जॉर्डन", "Jordan", "ヨルダン"),
    "JP": ("जापान", "Japan", "日本"),
    "KE": ("केन्या", "Kenya", "ケニア"),
    "KG": ("किर्गिज़स्तान", "Kyrgyzstan", "キルギス"),
    "KH": ("कंबोडिया", "Cambodia", "カンボジア"),
    "KP": ("उत्तर कोरिया", "North Korea", "北朝鮮"),
    "KR": ("दक्षिण कोरिया", "South Korea", "韓国"),
    "KW": ("कुवैत", "Kuwait", "クウェート"),
    "KZ": ("कज़ाखस्तान", "Kazakhstan", "カザフスタン"),
    "LA": ("लाओस", "Laos", "ラオス"),
    "LB": ("लेबनान", "Lebanon", "レバノン"),
    "LK": ("श्रीलंका", "Sri Lanka", "スリランカ"),
    "LT": ("लिथुआनिया", "Lithuania", "リトアニア"),
    "LU": ("लग्ज़मबर्ग", "Luxembourg", "ルクセンブルク"),
    "LV": ("लातविया", "Latvia", "ラトビア"),
    "LY": ("लीबिया", "Libya", "リビア"),
    "MA": ("मोरक्को", "Morocco", "モロッコ"),
    "MG": ("मेडागास्कर", "Madagascar", "マダガスカル"),
    "ML": ("माली", "Mali", "マリ"),
    "MM": ("म्यांमार", "Myanmar", "ミャンマー"),
    "MN": ("मंगोलिया", "Mongolia", "モンゴル"),
    "MR": ("मॉरिटानिया", "Mauritania", "モーリタニア"),
    "MU": ("मॉरीशस", "Mauritius", "モーリシャス"),
    "MV": ("मालदीव", "Maldives", "モルディブ"),
    "MW": ("मलावी", "Malawi", "マラウイ"),
    "MX": ("मैक्सिको", "Mexico", "メキシコ"),
    "MY": ("मलेशिया", "Malaysia", "マレーシア"),
    "MZ": ("मोज़ांबिक", "Mozambique", "モザンビーク"),
    "NA": ("नामीबिया", "Namibia", "ナミビア"),
    "NC": ("न्यू कैलेडोनिया", "New Caledonia", "ニューカレドニア"),
    "NE": ("नाइजर", "Niger", "ニジェール"),
    "NG": ("नाइजीरिया", "Nigeria", "ナイジェリア"),
    "NL": ("नीदरलैंड", "Netherlands", "オランダ"),
    "NO": ("नॉर्वे", "Norway", "ノルウェー"),
    "NP": ("नेपाल", "Nepal", "ネパール"),
    "NZ": ("न्यूज़ीलैंड", "New Zealand", "ニュージーランド"),
    "OM": ("ओमान", "Oman", "オマーン"),
    "PA": ("पनामा", "Panama", "パナマ"),
    "PE": ("पेरू", "Peru", "ペルー"),
    "PG": ("पापुआ न्यू गिनी", "Papua New Guinea", "パプアニューギニア"),
    "PH": ("फ़िलिपींस", "Philippines", "フィリピン"),
    "PK": ("पाकिस्तान", "Pakistan", "パキスタン"),
    "PL": ("पोलैंड", "Poland", "ポーランド"),
    "PT": ("पुर्तगाल", "Portugal", "ポルトガル"),
    "PY": ("पराग्वे", "Paraguay", "パラグアイ"),
    "QA": ("कतर", "Qatar", "カタール"),
    "RO": ("रोमानिया", "Romania", "ルーマニア"),
    "RS": ("सर्बिया", "Serbia", "セルビア"),
    "RU": ("रूस", "Russia", "ロシア"),
    "RW": ("रवांडा", "Rwanda", "ルワンダ"),
    "SA": ("सऊदी अरब", "Saudi Arabia", "サウジアラビア"),
    "SE": ("स्वीडन", "Sweden", "スウェーデン"),
    "SG": ("सिंगापुर", "Singapore", "シンガポール"),
    "SI": ("स्लोवेनिया", "Slovenia", "スロベニア"),
    "SK": ("स्लोवाकिया", "Slovakia", "スロバキア"),
    "SL": ("सिएरा लियोन", "Sierra Leone", "シエラレオネ"),
    "SN": ("सेनेगल", "Senegal", "セネガル"),
    "TH": ("थाईलैंड", "Thailand", "タイ"),
    "TJ": ("ताजिकिस्तान", "Tajikistan", "タジキスタン"),
    "TM": ("तुर्कमेनिस्तान", "Turkmenistan", "トルクメニスタン"),
    "TN": ("ट्यूनीशिया", "Tunisia", "チュニジア"),
    "TR": ("तुर्किये", "Türkiye", "トルコ"),
    "TW": ("ताइवान", "Taiwan", "台湾"),
    "TZ": ("तंज़ानिया", "Tanzania", "タンザニア"),
    "UA": ("यूक्रेन", "Ukraine", "ウクライナ"),
    "UG": ("युगांडा", "Uganda", "ウガンダ"),
    "US": ("अमेरिका", "United States", "米国"),
    "UY": ("उरूग्वे", "Uruguay", "ウルグアイ"),
    "UZ": ("उज़्बेकिस्तान", "Uzbekistan", "ウズベキスタン"),
    "VE": ("वेनेज़ुएला", "Venezuela", "ベネズエラ"),
    "VN": ("वियतनाम", "Vietnam", "ベトナム"),
    "ZA": ("दक्षिण अफ़्रीका", "South Africa", "南アフリカ"),
    "ZM": ("ज़ाम्बिया", "Zambia", "ザンビア"),
    "ZW": ("ज़िम्बाब्वे", "Zimbabwe", "ジンバブエ"),
}
"""Hindi, English, Japanese. The names are CLDR's, here because loading CLDR takes as long as ten pages; where it has a
long or a double name, the short form in official use stands instead."""

SHORT: Final = frozenset({"US", "GB", "CD", "CG", "MM", "HK"})
"""The countries whose names here are not CLDR's in every language."""


_NOT_COUNTRIES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""What CLDR lists beside the countries."""


class UnknownCountryError(BriefError, LookupError):
    """A code that is no country's."""


def country(code: str, lang: Lang) -> str:
    """The name of a country, of `world` or of `other`. Raises UnknownCountryError."""
    names = _NAMES.get(code)
    if names:
        return names[LANGS.index(lang)]
    from babel import Locale

    name = Locale.parse(lang).territories.get(code) if len(code) == 2 and code not in _NOT_COUNTRIES else None
    if not name:
        raise UnknownCountryError(say("{code} is not the code of a country; write it as JP or IN.", code=code))
    return str(name)


def code(name: str) -> str | None:
    """The code of a country, of the world or of the others, by its name in any of the three languages."""
    return _codes().get(name.casefold().removeprefix("the "))


@cache
def _codes() -> dict[str, str]:
    """With the names of CLDR too, which are often longer than those that print."""
    from babel import Locale

    found = {
        str(name).casefold(): code
        for lang in LANGS
        for code, name in Locale.parse(lang).territories.items()
        if len(code) == 2 and code not in _NOT_COUNTRIES
    }
    return found | {name.casefold(): code for code, names in _NAMES.items() for name in names}
