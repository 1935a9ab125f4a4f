"""The words that stand around names in Hindi: forms of address, ranks, services and degrees."""

from typing import Final

from lohum_brief.language.rooms.titles import Titles

TITLES: Final = Titles(
    certain={
        "mr": "श्री श्रीमान श्रीमान् श्रीयुत",
        "ms": "सुश्री",
        "mrs": "श्रीमती श्रीमति",
        "adv": "एडवोकेट अधिवक्ता",
        "justice": "न्यायमूर्ति जस्टिस",
        "dr": "डॉ डॉक्टर डाॅ",
        "prof": "प्रो प्रोफेसर प्रोफ़ेसर आचार्य",
        "excellency": "महामहिम",
    },
    possible={
        "mr": "मास्टर",
        "miss": "कुमारी कु",
        "er": "इंजी इं",
        "dr": "डा डाक्टर",
    },
    honoured="माननीय|मा",
    forces={
        "field_marshal": "फील्ड मार्शल|फ़ील्ड मार्शल",
        "general": "जनरल|जन",
        "lieutenant_general": "लेफ्टिनेंट जनरल|लेफ़्टिनेंट जनरल|ले जनरल|ले जन",
        "major_general": "मेजर जनरल",
        "brigadier": "ब्रिगेडियर",
        "colonel": "कर्नल",
        "lieutenant_colonel": "लेफ्टिनेंट कर्नल|लेफ़्टिनेंट कर्नल|ले कर्नल",
        "major": "मेजर",
        "captain": "कैप्टन",
        "lieutenant": "लेफ्टिनेंट|लेफ़्टिनेंट",
        "admiral": "एडमिरल",
        "vice_admiral": "वाइस एडमिरल",
        "rear_admiral": "रियर एडमिरल",
        "commodore": "कमोडोर",
        "commander": "कमांडर",
        "lieutenant_commander": "लेफ्टिनेंट कमांडर",
        "air_chief_marshal": "एयर चीफ मार्शल|एयर चीफ़ मार्शल",
        "air_marshal": "एयर मार्शल",
        "air_vice_marshal": "एयर वाइस मार्शल",
        "air_commodore": "एयर कमोडोर",
        "group_captain": "ग्रुप कैप्टन",
        "wing_commander": "विंग कमांडर",
        "squadron_leader": "स्क्वाड्रन लीडर",
        "flight_lieutenant": "फ्लाइट लेफ्टिनेंट",
        "flying_officer": "फ्लाइंग ऑफिसर|फ़्लाइंग ऑफ़िसर",
    },
    titles=(
        "इंजीनियर ले जन लेफ्टिनेंट मेजर कर्नल जनरल ब्रिगेडियर "
        "कैप्टन माननीय मा मंत्री राजदूत पंडित पं सरदार स्वामी मौलाना उस्ताद सर"
    ),
    ranks=("इंजीनियर ले जन लेफ्टिनेंट मेजर कर्नल जनरल ब्रिगेडियर कैप्टन माननीय मा मंत्री राजदूत"),
    generations="जूनियर|सीनियर",
    services=(
        "आईएएस आई.ए.एस आईपीएस आई.पी.एस आईएफएस आई.एफ.एस आईआरएस आई.आर.एस भा.प्र.से भाप्रसे "
        "भा.पु.से भा.वि.से भा.व.से सेवानिवृत्त से.नि पीएचडी पीएच.डी"
    ),
    retired="सेवानिवृत्त|से.नि",
    after_comma="सांसद विधायक",
    polite="जी",
    posts="प्रोफेसर|प्रोफ़ेसर|डॉक्टर|आचार्य|अधिवक्ता|एडवोकेट|न्यायमूर्ति|जस्टिस",
    leading="मंत्री सचिव निदेशक अध्यक्ष राज्यपाल राजदूत आयुक्त सांसद विधायक",
    formal="श्री श्रीमान श्रीमती सुश्री डॉ डॉक्टर प्रो प्रोफेसर",
    glued="डॉ|डा|प्रो|श्री|श्रीमती|सुश्री|पं",
    names_too="आचार्य",
)
