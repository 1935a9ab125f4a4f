"""The words that stand around names in English: forms of address, ranks, services and degrees."""

from typing import Final

from lohum_brief.language.rooms.titles import Titles

TITLES: Final = Titles(
    certain={
        "mr": "mr mister shri shriman",
        "ms": "ms sushri",
        "mrs": "mrs smt shrimati shreemati srimati",
        "miss": "miss",
        "adv": "adv advocate",
        "justice": "justice",
        "dr": "dr dr.-ing dr-ing doctor",
        "prof": "prof professor",
        "excellency": "h.e excellency",
    },
    possible={
        "mr": "sri shree sh master",
        "mrs": "mst",
        "miss": "kumari km kum ku",
        "er": "er engr",
        "excellency": "he",
    },
    indian="shri shriman sh sushri smt shrimati shreemati srimati km kum kumari sardar pandit",
    honoured="hon|hon'ble|honble|honourable|honorable",
    forces={
        "field_marshal": "field marshal",
        "general": "gen|general",
        "lieutenant_general": "lt gen|lieutenant general",
        "major_general": "maj gen|major general",
        "brigadier": "brig|brigadier",
        "colonel": "col|colonel",
        "lieutenant_colonel": "lt col|lieutenant colonel",
        "major": "maj|major",
        "captain": "capt|captain",
        "lieutenant": "lt|lieutenant",
        "admiral": "adm|admiral",
        "vice_admiral": "vadm|v adm|vice adm|vice admiral",
        "rear_admiral": "radm|r adm|rear adm|rear admiral",
        "commodore": "cmde|cdre|commodore",
        "commander": "cdr|commander",
        "lieutenant_commander": "lt cdr|lieutenant commander",
        "air_chief_marshal": "air chief marshal|air chief mshl|acm",
        "air_marshal": "air marshal|air mshl|air mshal",
        "air_vice_marshal": "air vice marshal|air vice mshl|avm",
        "air_commodore": "air commodore|air cmde|air cdre",
        "group_captain": "group captain|gp capt|gp captain|grp capt|group capt",
        "wing_commander": "wing commander|wg cdr|wg commander|wing cdr",
        "squadron_leader": "squadron leader|sqn ldr|sq ldr|sqn leader",
        "flight_lieutenant": "flight lieutenant|flt lt",
        "flying_officer": "flying officer|fg offr|flg offr|fg officer",
    },
    titles=(
        "ar ca cs lt lieutenant col colonel gen general maj major brig brigadier capt captain "
        "cmde cdre commodore cdr commander adm admiral vadm radm air marshal avm acm mshl wg gp "
        "sqn flt cmdr hon hon'ble honble honourable honorable amb ambassador "
        "rev reverend fr pt pandit ustad maulana swami sardar sir dame lord baron "
        "sheikh amb. sgt hav sub nb rtn minister counsellor consul"
    ),
    ranks=(
        "ar ca cs lt lieutenant col colonel gen general maj major brig brigadier capt captain "
        "cmde cdre commodore cdr commander adm admiral vadm radm air marshal avm acm mshl wg gp "
        "sqn flt cmdr hon hon'ble honble honourable honorable amb ambassador "
        "sgt hav sub nb minister counsellor consul"
    ),
    long_ranks=(
        "air chief marshal|air chief mshl|air vice marshal|air vice mshl|air marshal|air mshl|"
        "air mshal|air commodore|air cmde|air cdre|vice admiral|vice adm|v adm|rear admiral|"
        "rear adm|r adm|group captain|group capt|gp captain|gp capt|grp capt|wing commander|"
        "wing cdr|wg cdr|wg commander|squadron leader|sqn ldr|sq ldr|sqn leader|"
        "flight lieutenant|flt lt|flying officer|fg offr|flg offr|fg officer|"
        "lieutenant general|lt gen|lieutenant colonel|lt col|major general|maj gen|rt hon|"
        "right honourable|right hon"
    ),
    generations="jr|sr|jnr|snr|junior|senior|ii|iii|iv|2nd|3rd|4th",
    services=(
        "ias ips ifs irs irts ies iss idas iaas ia&as iras icas icoas icls its ides iofs "
        "ipos ipas irps irse irsee irsme irss iis css csir ifos ics pcs hcs ras phd ph.d "
        "dphil d.phil mbbs mba frs obe mbe cbe kbe gcmg kcmg cmg esq cpa p.eng ceng fca aca "
        "jmsdf jgsdf jasdf "
        "llb llm dsc d.sc mtech m.tech btech b.tech mphil m.phil fnae fna fnasc frcs mrcp "
        "pvsm avsm vsm uysm retd rtd ret'd retired"
    ),
    retired="retd|rtd|ret'd|retired",
    in_capitals="mp|mla|mlc|psm|ac",
    after_comma=(
        "sm nm vm ysm nsm kc mvc vrc pvc mp mla mlc ca cs pe md qc sc phd ma msc m.sc ba bsc "
        "b.sc ms m.s ed.d"
    ),
    perhaps_polite="san|sama|ji|sensei|saheb|sahib",
    posts="professor|doctor|master|advocate|justice",
    leading=(
        "minister secretary director chairman chairperson ambassador governor president "
        "commissioner mayor consul counsellor general advisor adviser member speaker"
    ),
    formal="mr mister shri shriman ms mrs miss smt shrimati dr prof",
    glued="Mrs?|Ms|Dr|Prof|Smt|Shri|Sri|Er|Adv|Col|Capt|Maj|Brig|Gen|Lt|Justice",
    names_too="miss",
)
