"""Marks that keep something from readers, in English."""

from typing import Final

from lohum_brief.language.rooms.marks import Marks

_MEETS: Final = r"(?:meeting|huddle|discussion|(?:de-?|pre-?)?brief(?:ing)?)"
_GUESTS: Final = (
    r"(?:guests?|delegates?|visitors?|(?:visiting )?delegation|press|media|public|outsiders?|"
    r"anyone|(?:\w+ )?side)"
)
_TELL: Final = (
    r"(?:share|circulate|distribute|disclose|show|forward|mention|print|publish|reveal|release|"
    r"tell|give|pass on|hand out)"
)
_HINTED: Final = (
    "tlp don't don’t dont private restd restrd confd conf'l embargo limited know "
    "intern host confid secret restric only nfd share circul principal classif fouo brief fallback "
    "fall-back avoid sensitive noforn eyes"
)

MARKS: Final = Marks(
    host=(
        r"(?:strictly |purely )?internal(?: "
        r"(?:use|circulation|reference|note|only|matter|document|information))*(?: only)?|"
        r"(?:strictly )?for internal (?:use|circulation|reference|purposes?)(?: only)?|(?:for "
        r")?hosts?(?: side| team)? only|for (?:the )?hosts?|"
        r"not (?:to be |for |meant for )?(?:shown? to |shared? with |given to |the |any |for "
        r")*(?:guests?|delegates?|visitors?|(?:the )?delegation|"
        r"circulation|distribution|sharing|publication|release|disclosure|public|external use)|"
        rf"(?:please )?(?:do not|don['’]?t|never) {_TELL}(?: (?:this|it|them))?"
        rf"(?: (?:with|to|before|in front of))?(?: (?:the )?{_GUESTS})?|"
        r"not to be (?:shared|circulated|disclosed|distributed|shown|printed|published)|nfd|off "
        r"the record|not for (?:the )?(?:\w+ )?side|for our eyes(?: only)?|noforn|hold back|"
        r"(?:please )?keep (?:this |it )?(?:to|between) (?:ourselves|us)|(?:own |our )?(?:staff|"
        r"team|side) only|"
        r"(?:for )?official use only|fouo|"
        rf"(?:for )?(?:the )?(?!guest|visit|delegat|one |either |this )(?:[\w&.]+ ){{0,2}}"
        r"(?:staff|side|team|officials|officers|employees|personnel|office|organi[sz]ers?) only|"
        r"for (?!V+IP)(?-i:[A-Z]{2,6}) only|"
        r"(?:limited|restricted) (?:circulation|distribution|disclosure)|"
        r"(?:on )?(?:a )?need[- ]to[- ]know(?: basis)?(?: only)?|"
        r"embargo(?:ed)?(?: (?:till|until)(?: \w+){1,4})?|tlp ?:? ?(?:amber(?: ?\+ ?strict)?|green)"
    ),
    principal=(
        r"(?:strictly |most |highly |private (?:and|&) )*confidential|(?:top |most "
        r")?secret|restricted|for (?:the )?principal(?: only)?|principal only|"
        r"(?:for )?(?:the )?(?:ceo|md|cmd|chairman|director|minister|secretary)(?:['’]s)? (?:eyes "
        r")?only|eyes only|classified|strictly (?:private|personal)(?: (?:and|&) personal)?|"
        r"confdt?l|confidl|conf['’]l|restr?d|(?:commercial[- ])?in (?:the )?(?:strict(?:est)? )?"
        r"confidence|commercial-in-confidence|tlp ?:? ?red"
    ),
    ordinary=(
        r"restricted|classified|off the record|for (?:the )?hosts?|for (?:the )?principal|"
        r"internal (?:document|information|matter)|embargo(?:ed)?.*|for [a-z]{2,6} only|"
        r".*(?:staff|side|team|officials|officers|employees|personnel|office|organi[sz]ers?) only"
    ),
    beginning=(
        rf"internal (?:(?:team|staff|hosts?|side|prep\w*|coordination) )*{_MEETS}\b|"
        rf"hosts?(?:['’]s?)? (?:side |team )?(?:internal )?{_MEETS}\b|{_MEETS} (?:of|for) (?:the "
        rf")?hosts?\b|"
        r"pre-?brief(?:ing)?\b|"
        r"(?:our )?(?:bottom line|fall-?back(?: position)?)\b|"
        r"(?:our asks?|avoid|sensitive)\s*(?:[:：]|[-–—]|$)"
    ),
    anywhere=(
        r"\bour bottom line\b|\bfall-?back position\b|\b(?:do not|don['’]t) tell (?:them|the "
        r"(?:guests?|delegation))\b|"
        r"\bin case (?:they|the guests?) asks?\b"
    ),
    host_caption=(
        r"\b(?:internal|hosts? only|internal use|official use only|"
        r"not for (?:guests?|delegates?|visitors?|circulation|distribution|sharing)|"
        r"(?:staff|team|side|office) only|(?:limited|restricted) (?:circulation|distribution)|"
        r"tlp ?:? ?(?:amber|green)|(?:do not|don['’]t) (?:share|circulate|distribute|print))\b"
    ),
    principal_caption=(
        r"\b(?:strictly confidential|confidential|top secret|secret|eyes only|strictly private|"
        r"confdt?l|tlp ?:? ?red)\b"
    ),
    hints=(
        r"intern|host|not |confid|secret|restric|only|nfd|share|circul|off "
        r"the|principal|classif|fouo|brief|bottom line|fall-?back|our ask|avoid|sensitive|tell the|"
        r"in case|keep |noforn|hold back|eyes|tlp|don['’]?t|private|restr?d|confd|conf['’]l|"
        r"embargo|limited|know|never|personal"
    ),
    hinted=(
        *_HINTED.split(),
        *("not ", "off the", "bottom line", "our ask", "tell the", "in case", "keep ", "hold back"),
        *("never", "conf’l", "personal"),
    ),
)
