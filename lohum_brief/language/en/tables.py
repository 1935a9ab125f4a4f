"""What tables in English call their columns, and the words in them."""

from collections.abc import Mapping
from typing import Final

from lohum_brief.language.en.citizens import CITIZENS
from lohum_brief.language.rooms.tables import Tables

_HEADINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        "id": "id|ident|identifier",
        "audience": (
            "audience|readers|may be read by|readable by|for|for whom|meant for|intended for|"
            "to whom|circulation|confidentiality|visibility|visible to|visible for|shown to|"
            "show to|share with|shared with|access|accessible to|marking|marked|"
            "protective marking|security marking|security classification|restricted to|"
            "distribution|internal external|internal or external"
        ),
        "sources": "source|sources|source id|reference",
        "-": (
            "no|no.|s.no|s.no.|s.n.|sl|sl.no.|sr|sr.no.|srl no|#|serial|serial number|serial no|№"
        ),
    },
    "person": {
        "name": (
            "name|full name|name of delegate|name of the delegate|name of delegates|"
            "name of participant|name of the participant|name of member|name of officer|"
            "name of the officer|name of official|official|officer|guest name|visitor|"
            "visitor name|delegate|delegate name|participant|participant name|member|"
            "passenger|passenger name|name of passenger|traveller|traveller name"
        ),
        "name.reading": "reading|furigana|kana",
        "family": "family name|surname|last name|family",
        "given": (
            "given name|given names|first names|first and middle names|other names|"
            "first name|forename|given"
        ),
        "dignity": "excellency|honourable",
        "retired": "retired|retd|whether retired|ex serviceman",
        "forces": "military rank|service rank|rank of service",
        "honorific": (
            "honorific|salutation|prefix|name prefix|title of address|form of address|mr ms|"
            "mr mrs ms|mr/ms/dr"
        ),
        "organisation": (
            "organisation|organization|org|company|affiliation|institution|ministry|agency|"
            "employer|body|office|department|dept|ministry department|ministry/department|"
            "organisation name|organization name|name of organisation|name of organization|"
            "company name|institute"
        ),
        "post": ("designation|desig|rank|position held|position|post|title|job title|role"),
        "name+post": (
            "name and designation|name & designation|name designation|name/designation|"
            "name with designation|name and title|name & designation of the officer"
        ),
        "post+organisation": (
            "designation and organisation|designation & organisation|"
            "designation and organization|designation & organization|"
            "designation/organisation|designation/organization|designation and ministry|"
            "designation & ministry|designation and affiliation|designation & department|"
            "designation and department|title and organisation|title and organization|"
            "position and organisation|position and organization"
        ),
        "group": "group|team|bus|bus no|group no|sub group",
        "side": "side",
        "duty": "duty|function|role in delegation|role in the delegation|capacity",
        "native": "native|native language",
        "needs": (
            "needs|other needs|special needs|special requirements|special requests|requirements"
        ),
        "diet": (
            "diet|dietary|dietary needs|dietary requirement|dietary preferences|"
            "food preferences|food requirement|food habits|type of meal|meal type|meal|meals|"
            "meal pref|meal preference|meal choice|food|food pref|food preference|"
            "veg non veg|veg/non-veg|dietary preference|dietary restriction|"
            "dietary restrictions|dietary requirements"
        ),
        "allergies": "allergies|allergy|food allergies|allergens",
        "mobility": (
            "mobility|mobility needs|mobility assistance|access needs|accessibility|"
            "special assistance|assistance|assistance required"
        ),
        "helmet": "helmet|helmet size|hard hat|hard hat size",
        "country": (
            "country|country name|name of country|home country|country represented|"
            "representing country|country of origin"
        ),
        "wheelchair": (
            "wheelchair|wheel chair|wheelchair required|wheelchair needed|wheelchair user|"
            "wheelchair assistance"
        ),
        "coat": (
            "coat|coat size|lab coat|ppe coat|ppe coat size|safety coat|safety vest|"
            "safety jacket|jacket size|vest|vest size|apron|apron size"
        ),
        "shoes": "shoes cm|shoe size cm|safety shoes cm|foot length cm",
        "gloves": "gloves|glove|glove size",
        "precedence": "precedence|reason for the order|protocol",
        "rank": "precedence rank|rank in the order|order of precedence",
        "decided_by": "decided by|approved by",
        "phone": (
            "phone|phone no|phone number|telephone|telephone no|tel|tel no|mobile|mobile no|"
            "mobile number|cell|contact|contact no|contact number"
        ),
        "mail": "mail|e-mail|email|email id|e-mail id|email address|e-mail address",
        "contact": "other contact|whatsapp|line id|messenger",
        "biography": "biography|bio|profile|short bio|brief profile",
        "arrival": (
            "arrival flight|arrival flight no|arriving flight|flight|flight no|flight number|"
            "inbound flight"
        ),
        "arrives": "arrival date and time|arrival date & time|date and time of arrival",
        "arrives_day": (
            "arrival|arrival date|date of arrival|day of arrival|arrival day|arr date|arr. date|"
            "arriving on"
        ),
        "arrives_clock": "arrival time|time of arrival|arr time|arr. time|eta",
        "arrival_place": (
            "arrival airport|airport of arrival|arrival place|place of arrival|arrival station"
        ),
        "departs_day": (
            "departure|departure date|date of departure|day of departure|departure day|dep date|"
            "dep. date|departing on"
        ),
        "departs_clock": "departure time|time of departure|dep time|dep. time|etd",
        "departure_place": (
            "departure airport|airport of departure|departure place|place of departure|"
            "departure station"
        ),
        "departure": "departure flight|departure flight no|return flight|outbound flight",
        "departs": ("departure date and time|departure date & time|date and time of departure"),
        "hotel": "hotel|hotel name|accommodation|stay|place of stay",
        "room": "room|room no|room number|hotel room",
        "consent_print": "consent to print|photo in print|consent to photo in print",
        "consent_photo": (
            "consent to photographs|consent to be photographed|photography consent|"
            "consent to photography"
        ),
        "consent_data": "consent to data|data consent",
        "consent_date": "consent date|date of consent",
        "passport": "passport|passport no|passport number|number of passport",
        "passport_name": (
            "passport name|name in passport|name in the passport|name as in the passport"
        ),
        "nationality": "nationality|citizenship|nationality on passport",
        "passport_issued": (
            "passport issued|passport issued on|date of issue|passport issue date|"
            "passport date of issue|issue date|issued on"
        ),
        "passport_expires": (
            "passport expiry|passport expiry date|passport expires|passport expires on|"
            "date of expiry|expiry date|passport validity|passport valid until|"
            "passport valid till"
        ),
        "born": "born|date of birth|dob|birthday|birth date",
        "birthplace": "birthplace|place of birth|pob",
        "clearance": (
            "visa|visa status|clearance|clearance status|security clearance|visa or clearance"
        ),
        "clearance_date": (
            "visa date|date of visa|clearance date|date of clearance|visa applied on|"
            "visa granted on"
        ),
        "specimen": "specimen",
    },
    "organisation": {
        "name": (
            "name|organisation|organization|organisation name|organization name|company|institution"
        ),
        "abbreviation": "abbreviation|acronym|short name|abbr",
        "reading": "reading|furigana",
        "country": "country",
        "side": "side",
        "role": "role|function|mandate",
        "note": "note|notes|remarks|comment",
    },
    "group": {
        "name": "name|group",
        "note": "note|notes|remarks",
    },
    "place": {
        "name": "name|place|venue|room|hall|location",
        "floor": "floor|level",
        "capacity": "capacity|seats|holds|seating|seating capacity",
        "directions": "directions|where|address|how to get there",
    },
    "picture": {
        "caption": "caption|title|name|legend",
        "alternative": "alternative text|alt text|alt|description|what it shows",
        "sort": "sort|type|kind",
        "image.file": "file|file name|filename|picture|image",
        "consent": "consent|consent of those shown|permission",
        "organisation": "organisation|organization|company",
        "where": "place|venue",
        "section": "section",
    },
    "vehicle": {
        "name": "name|vehicle|car|bus|coach|vehicle no|car no|bus no",
        "seats": "seats|capacity|seating capacity",
        "driver": "driver|driver name|name of driver",
        "plate": ("plate|number plate|registration|registration no|registration number|reg no"),
        "groups": "group|groups",
        "passengers": "passengers|occupants",
        "note": "note|notes|remarks",
    },
    "task": {
        "text": "text|task|what|activity|action|to do|action point",
        "item": "item|programme item|session|event",
        "minutes": "minutes|offset|minutes before or after",
        "person": "person|who|responsible|responsibility|by whom|assigned to|owner",
    },
    "meeting": {
        "title": "title|meeting|talk|subject",
        "item": "item|programme item",
        "guests": "guests|visitors|delegation|other side|counterparts",
        "hosts": "hosts|our side",
        "objective": "objective|purpose|aim|goal",
        "messages": "messages|points|talking points|key messages",
        "ask": "ask|request",
        "if_raised": "if raised|if asked|if raised by them",
        "do_not_say": "do not say|avoid|red line|red lines",
        "gifts": "gift|gifts",
    },
    "metric": {
        "name": (
            "name|metric|indicator|figure|kpi|parameter|parameters|particulars|item|items|"
            "head|measure|performance indicator|key indicator|description of parameter"
        ),
        "unit": "unit|units|uom|unit of measurement|u/m",
        "definition": "definition|description|meaning",
        "key": "key|key figure",
    },
    "observation": {
        "metric": "metric|indicator|figure|kpi|name|parameter|parameters|particulars",
        "value": "value|amount|number|reading|qty|quantity",
        "unit": "unit|units|uom|unit of measurement",
        "as_of": "as of|as-of|as on|date|period|year",
        "valid_until": "valid until|valid till|valid up to|valid upto|good until",
        "holds": "valid for|valid for days|validity days|validity in days|days valid",
        "basis": "basis",
        "about": "about|precision|qualifier",
        "conflict": "conflict",
        "chosen": "chosen",
        "note": "note|notes|remarks|comment",
    },
    "figure": {
        "name": "name|figure",
        "value": "value|amount|number|qty|quantity",
        "unit": "unit|units|uom|unit of measurement",
        "as_of": "as of|as-of|as on|date|period|year",
        "valid_until": "valid until|valid till|valid up to|valid upto|good until",
        "holds": "valid for|valid for days|validity days|validity in days|days valid",
        "basis": "basis",
        "note": "note|notes|remarks",
    },
    "item": {
        "title": (
            "title|item|session|event|activity|agenda|programme|program|programme details|"
            "programme detail|details of programme|details of the programme|"
            "details of program|description|particulars|engagement|engagements|"
            "activity programme|event/activity|description of activity"
        ),
        "start": (
            "date & time|date/time|day and time|day & time|date time|start|starts|start time|"
            "from|begin|beginning|date and time"
        ),
        "day": "date|day|day/date|date/day|date day|date and day|day and date|dates",
        "clock": ("time|timing|timings|hours|hrs|time slot|slot|duration time|time from to"),
        "end": "end|ends|end time|to|until|finish",
        "minutes": "minutes|duration|length|min",
        "place": "place|venue|location|room|hall|where",
        "detail": ("detail|details|description|remarks|remark|notes|host|participants|dress code"),
        "lead": (
            "lead|led by|chair|chaired by|chairperson|moderator|conducted by|responsibility|"
            "responsible|responsible person|person responsible|responsible officer|action by|"
            "person in charge|in charge|incharge"
        ),
        "speakers": "speaker|speakers|speech by|presented by|presenter|presenters|panellists",
        "interpreters": "interpreter|interpreters|interpretation by",
        "vehicles": "vehicle|vehicles|car|cars|coach|coaches|bus",
        "groups": "groups|group",
        "fixed": "fixed",
    },
    "note": {
        "sort": "sort|kind|type|category",
        "title": "title|subject|topic|heading|question",
        "text": (
            "text|note|content|body|message|answer|point|points|talking point|talking points|"
            "key point|points to make|remarks|remark|comment|comments"
        ),
        "audience": "classification|category of reader",
        "date": "date",
        "parties": "parties|party",
        "status": "status|state of play",
        "due": "due|due date|deadline",
        "owner": "owner|responsible|lead",
    },
    "term": {
        "name": ("term|terms|name|word|equivalent|translation|rendering|expression|terminology"),
        "reading": "reading|furigana",
        "transliteration": "transliteration|romanisation|romanization",
        "abbreviation": "abbreviation|acronym|abbr|abbrev|short form",
        "topic": "topic|category|field",
        "forbidden": "forbidden|avoid|do not use",
    },
    "series": {
        "mineral": "mineral|commodity|material",
        "measure": "measure|stage|kind|series",
        "title": "title",
        "unit": "unit|units|uom|unit of measurement",
        "points.place": (
            "country|countries|country or area|country/area|country or region|country/region|"
            "country or territory|country name|producer|producing country|place|region|area|"
            "location|iso2"
        ),
        "points.period": "year|period|date",
        "points.value": "value|production|amount|quantity",
        "points.estimated": "estimated|estimate",
        "points.printed": "printed|as printed|raw",
        "note": "note|notes|remarks",
    },
    "mineral": {
        "name": "mineral|name",
        "symbol": "symbol",
    },
    "source": {
        "title": "title|source",
        "publisher": "publisher|author",
        "date": "date",
        "address": "address|url|link",
        "licence": "licence|license",
        "lang": "language",
    },
    "statement": {
        "text": "text|statement",
        "said_by": "said by|speaker",
        "date": "date",
        "why": "why|reason",
    },
}
_BESIDE: Final[Mapping[str, str]] = {
    "clock": "time|hrs|timing",
    "day": "date|day",
    "way": "flight|flight no|flight number|flight/train|train|train no",
    "place": "airport|place|station",
}
_FIELDLESS: Final[Mapping[str, str]] = {
    "person": (
        "fax|visa no|visa number|age|gender|sex|flight details|check in|check out|car|car no|"
        "vehicle|vehicle no|driver|liaison officer"
    ),
}
_SIZES: Final[Mapping[str, str]] = {
    "XS": "extra small",
    "S": "small",
    "M": "medium",
    "L": "large",
    "XL": "extra large",
    "2XL": "XXL",
    "3XL": "XXXL",
}
_CONSENTS: Final[Mapping[str, str]] = {
    "given": "yes|y|agreed|consented",
    "refused": "no|n|not agreed|declined",
}
_CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    "audience": {
        "public": "for everyone|all",
        "guest": (
            "guests|for guests|visitors|visitor|delegation|delegates|guest delegation|both sides"
        ),
        "host": (
            "hosts|for hosts|internal|internal only|internal use|for internal use|"
            "internal use only|staff|own side|own staff|team|our side|not for guests"
        ),
        "principal": (
            "for the principal|confidential|strictly confidential|secret|top secret|"
            "restricted|ceo|md|cmd|chairman|director only|ceo only"
        ),
        "security": "for security|security only|security staff",
    },
    "side": {
        "guest": "guests|visitor|delegation",
        "host": "hosts",
    },
    "duty": {
        "member": "delegate",
        "head": "leader|head of delegation|chief",
        "staff": "support|secretariat",
    },
    "basis": {
        "measured": "measurement",
        "stated": "claimed|stated by the company|company",
        "estimated": "estimate",
        "illustrative": "example",
    },
    "about": {
        "about": "approx|approximately|ca|~",
        "at least": "minimum|min|no less than|not less than|≥|>=",
        "more than": "over|above|>",
        "at most": "no more than|not more than|≤|<=",
        "up to": "max|maximum",
    },
    "sort": {
        "message": "key message|key messages|messages",
        "ask": "asks|request",
        "offer": "offers",
        "if_raised": "if raised|if asked",
        "red_line": "red line|red lines",
        "risk": "risks",
        "agreement": "agreements",
        "photograph": "photo|picture",
        "plan": "site plan|map|floor plan|drawing",
        "logo": "emblem|logotype",
    },
    "status": {
        "proposed": "planned|proposal",
        "agreed": "agreed in principle",
        "in_force": "in force|effective",
        "lapsed": "expired|terminated",
    },
    "clearance": {
        "not_needed": "not required|exempt|visa exempt|visa free",
        "applied": "applied for|submitted|in process|pending",
        "granted": "issued|cleared|approved|obtained|received",
        "refused": "denied|rejected|declined",
    },
    "measure": {
        "mine": "mine production|mining",
        "refinery": "refinery production|refining",
        "smelter": "smelter production|smelting",
        "reserves": "reserve",
        "price": "prices",
        "demand": "consumption",
    },
    "diet": {
        "none": (
            "no restriction|no restrictions|nil|no|any|all|normal|regular|nv|non-vegetarian|"
            "non vegetarian|non-veg"
        ),
        "vegetarian": "v|veg|vegetarian|pure veg",
        "jain": "jain food",
        "no_beef": "no beef|beef free",
        "no_pork": "no pork|pork free",
    },
    "allergies": {
        "milk": "dairy",
        "egg": "eggs",
        "wheat": "gluten",
        "peanut": "peanuts|groundnut",
        "nuts": "nut|tree-nuts",
        "soya": "soy|soybean",
        "crustaceans": "crustacean|shrimp|prawn|crab",
        "molluscs": "mollusc|shellfish|squid",
    },
    "mobility": {
        "none": "no need|nil|no|no needs",
        "short_ways": "short ways|short distances|cannot walk far",
        "no_stairs": "no stairs|no steps",
        "wheelchair": "wheel chair",
    },
    "points.place": {
        "world": "total|world total|global",
        "other": "others|rest of world|other countries",
    },
    "helmet": _SIZES,
    "coat": _SIZES,
    "consent_print": _CONSENTS,
    "consent_photo": _CONSENTS,
    "consent_data": _CONSENTS,
    "consent": _CONSENTS,
}
_COUNTRIES: Final[Mapping[str, str]] = {
    "rok": "KR",
    "r.o.k.": "KR",
    "rep. of korea": "KR",
    "republic of korea (south)": "KR",
    "dprk": "KP",
    "prc": "CN",
    "p.r.c.": "CN",
    "pr china": "CN",
    "p.r. china": "CN",
    "chinese taipei": "TW",
    "taiwan, province of china": "TW",
    "hong kong, china": "HK",
    "hong kong sar": "HK",
    "rsa": "ZA",
    "ksa": "SA",
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "uk": "GB",
    "u.k.": "GB",
    "uae": "AE",
    "u.a.e.": "AE",
    "drc": "CD",
    "dr congo": "CD",
    "d.r. congo": "CD",
    "d.r.congo": "CD",
    "congo, d.r.": "CD",
    "côte d'ivoire": "CI",
    "cote d'ivoire": "CI",
    "cote d’ivoire": "CI",
    "democratic republic of congo": "CD",
    "democratic republic of the congo": "CD",
    "republic of congo": "CG",
    "republic of the congo": "CG",
    "korea, north": "KP",
    "korea, south": "KR",
    "democratic people's republic of korea": "KP",
    "lao people's democratic republic": "LA",
    "viet nam": "VN",
    "russian federation": "RU",
    "lao pdr": "LA",
    "great britain": "GB",
    "britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "holland": "NL",
    "macedonia": "MK",
    "bharat": "IN",
    "hindustan": "IN",
    "iran (islamic republic of)": "IR",
    "bolivia (plurinational state of)": "BO",
    "venezuela (bolivarian republic of)": "VE",
    "micronesia (federated states of)": "FM",
    "korea (republic of)": "KR",
    "korea (democratic people's republic of)": "KP",
    "congo (democratic republic of the)": "CD",
    "moldova (republic of)": "MD",
    "tanzania (united republic of)": "TZ",
    "east timor": "TL",
    "socialist republic of vietnam": "VN",
    "republic of india": "IN",
    "islamic republic of iran": "IR",
    "plurinational state of bolivia": "BO",
    "bolivarian republic of venezuela": "VE",
    "united republic of tanzania": "TZ",
    "people's republic of china": "CN",
    "united states of america": "US",
    "united kingdom of great britain and northern ireland": "GB",
    "republic of moldova": "MD",
    "syrian arab republic": "SY",
    "republic of north macedonia": "MK",
    "state of palestine": "PS",
    "czech republic": "CZ",
    "ivory coast": "CI",
    "cape verde": "CV",
    "swaziland": "SZ",
    "korea": "KR",
    "korea, republic of": "KR",
    "republic of korea": "KR",
    "congo (kinshasa)": "CD",
    "congo (brazzaville)": "CG",
    "burma": "MM",
    "turkey": "TR",
}

TABLES: Final = Tables(
    headings=_HEADINGS,
    reading="reading|kana|furigana",
    beside=_BESIDE,
    fieldless=_FIELDLESS,
    choices=_CHOICES,
    yes="true|yes|y|1|x|✓|○|◯",
    no="false|no|n|0|-|✗|×|nil|none",
    none=(
        "none|nil|no|nothing|n/a|na|n.a|not applicable|none known|nothing known|no known|nka|"
        "nkda|no allergies|no allergy|no known allergies|no known allergy|"
        "no known food allergies|-|--|–|—|―|x|×"
    ),
    countries=_COUNTRIES,
    citizens=CITIZENS,
    citizen=" national| nationals| citizen| citizens",
    before_citizen="citizen of |national of ",
)
