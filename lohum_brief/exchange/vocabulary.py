"""What the columns of tables are called in English, Hindi and Japanese, and which of them a table
must have.
"""

from collections.abc import Mapping
from typing import Final

from lohum_brief.language.languages import LANGUAGES

IGNORED: Final = "-"
"""What a column is mapped to that is not read."""

FORMS: Final[Mapping[str, str]] = {
    word: form
    for form, words in (
        *((lang, language.wording.known_as) for lang, language in LANGUAGES.items()),
        (
            "reading",
            "reading kana furigana フリガナ ふりがな よみ よみがな 読み 読み仮名 カナ かな 仮名 ヨミ रीडिंग",
        ),
    )
    for word in words.split()
}
"""Which form of a name or text a word in a heading means: a language, or the reading."""

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        "id": "id|ident|identifier|識別子|आईडी",
        "audience": "audience|readers|may be read by|readable by|for|for whom|meant for|intended for|to "
        "whom|circulation|confidentiality|visibility|visible to|"
        "visible for|shown to|show to|share with|shared with|access|accessible "
        "to|marking|marked|protective marking|security marking|security classification|"
        "restricted to|distribution|internal external|internal or "
        "external|公開範囲|公開区分|公開|公開対象|公開先|閲覧者|閲覧範囲|閲覧対象|向け|宛先|配布先|配布範囲|取扱い|取扱|取扱区分|機密区分|開示範囲|"
        "पाठक|पाठक वर्ग|के लिए|किसके लिए|किसे दिखाएँ|किनके लिए|दृश्यता|गोपनीयता|गोपनीयता "
        "स्तर|परिचालन|वितरण",
        "sources": "source|sources|source id|reference|出典|情報源|स्रोत",
        IGNORED: "no|no.|s.no|s.no.|s.n.|sl|sl.no.|sr|sr.no.|srl no|#|serial|serial number|serial "
        "no|番号|通番|連番|項番|№|整理番号|"
        "क्रम|क्रमांक|क्र.|क्र.सं.|क्र. सं.|क्रम सं.|क्रम संख्या|सं.",
    },
    "person": {
        "name": "name|full name|name of delegate|name of the delegate|name of delegates|name of "
        "participant|name of the participant|name of member|name of officer|name of the "
        "officer|name of official|official|officer|guest name|visitor|visitor "
        "name|delegate|delegate name|participant|participant name|member|氏名|名前|お名前|御氏名|"
        "ご氏名|姓名|参加者|参加者名|参加者氏名|出席者|出席者名|出席者氏名|お名前（漢字）|訪問者|नाम|पूरा नाम|प्रतिनिधि|प्रतिनिधि का "
        "नाम|सदस्य|सदस्य का नाम|प्रतिभागी|प्रतिभागी का नाम|अधिकारी|अधिकारी का नाम",
        "name.reading": "reading|furigana|kana|フリガナ|ふりがな|よみ|よみがな|読み|読み仮名|カナ|かな|उच्चारण",
        "family": "family name|surname|last name|family|姓|名字|苗字|氏|उपनाम|कुलनाम",
        "given": "given name|given names|first names|first and middle names|other names|first "
        "name|forename|given|名|प्रथम नाम|दिया गया नाम",
        "dignity": "excellency|honourable|尊称",
        "forces": "military rank|service rank|rank of service|階級|軍階級|सैन्य पद",
        "honorific": "honorific|salutation|prefix|name prefix|title of address|form of "
        "address|mr ms|mr mrs "
        "ms|mr/ms/dr|敬称|संबोधन|आदरसूचक|संबोधन सूचक",
        "organisation": "organisation|organization|org|company|affiliation|institution|ministry|agency|employer|body|office|department|dept|ministry "
        "department|ministry/department|organisation name|organization name|name of "
        "organisation|name of organization|company "
        "name|institute|所属|ご所属|御所属|所属先名|所属団体|所属会社|所属組織|法人名|企業名|所属先|所属機関|"
        "会社|会社名|機関|機関名|組織|組織名|団体|団体名|勤務先|省庁|संगठन|संस्था|संस्थान|मंत्रालय|मंत्रालय/विभाग|विभाग|कार्यालय|कंपनी|निकाय|उपक्रम",
        "post": "designation|desig|rank|position held|position|post|title|job "
        "title|role|役職|役職名|肩書|肩書き|職名|職位|役職・職名|ご役職|御役職|お役職|官職|पद|पदनाम|पद का नाम|पद/पदनाम",
        "name+post": "name and designation|name & designation|name designation|name/designation|name with "
        "designation|name and title|"
        "name & designation of the officer|氏名・役職|氏名（役職）|नाम एवं पदनाम|नाम और पदनाम|नाम व पदनाम",
        "post+organisation": "designation and organisation|designation & organisation|designation and "
        "organization|designation & organization|"
        "designation/organisation|designation/organization|designation and ministry|designation "
        "& ministry|designation and affiliation|"
        "designation & department|designation and department|title and organisation|title and "
        "organization|position and organisation|"
        "position and organization|所属・役職|所属役職|所属・職名|所属先・役職|ご所属・お役職|पदनाम एवं मंत्रालय|पदनाम एवं "
        "संगठन|पदनाम और संगठन|पदनाम एवं विभाग",
        "group": "group|team|bus|bus no|group no|sub group|班|班名|号車|グループ|組|समूह|दल|टोली|टोली "
        "सं|टुकड़ी|जत्था|बस|बस सं|टीम",
        "side": "side|側|区分|पक्ष",
        "duty": "duty|function|role in delegation|role in the delegation|capacity|役割|担当|भूमिका|दायित्व",
        "native": "native|native language|母語|मातृभाषा",
        "needs": "needs|other needs|special needs|special requirements|special "
        "requests|requirements|配慮事項|配慮|要配慮事項|要望|आवश्यकताएँ|विशेष आवश्यकताएँ|"
        "अन्य आवश्यकताएँ|その他の配慮",
        "diet": "diet|dietary|dietary needs|dietary requirement|dietary preferences|food "
        "preferences|food requirement|food habits|type of meal|meal type|meal|meals|meal "
        "pref|meal preference|meal choice|food|food pref|food preference|veg non "
        "veg|veg/non-veg|dietary preference|dietary restriction|dietary restrictions|dietary "
        "requirement|dietary requirements|食事|お食事|食事内容|食事制限|食事の制限|食事希望|食の制限|食事区分|食事の区分|आहार|भोजन "
        "की पसंद|शाकाहारी/मांसाहारी|भोजन|भोजन वरीयता|खानपान",
        "allergies": "allergies|allergy|food allergies|allergens|アレルギー|食物アレルギー|एलर्जी|खाद्य एलर्जी",
        "mobility": "mobility|mobility needs|mobility assistance|access needs|accessibility|special "
        "assistance|assistance|assistance required|移動|移動の配慮|歩行|चलना-फिरना|गतिशीलता|आवागमन",
        "helmet": "helmet|helmet size|hard hat|hard hat size|ヘルメット|ヘルメットサイズ|हेलमेट|हेलमेट का आकार",
        "wheelchair": "wheelchair|wheel chair|wheelchair required|wheelchair needed|wheelchair user|wheelchair "
        "assistance|車椅子|車いす|車椅子の要否|車椅子利用|"
        "व्हीलचेयर|व्हील चेयर|पहियाकुर्सी|व्हीलचेयर आवश्यक",
        "coat": "coat|coat size|lab coat|ppe coat|ppe coat size|safety coat|safety vest|safety "
        "jacket|jacket size|vest|vest size|apron|apron size|白衣|作業着|作業着サイズ|上着|कोट|कोट का आकार",
        "shoes": "shoes cm|shoe size cm|safety shoes cm|foot length cm|安全靴|安全靴サイズ|靴サイズ|靴のサイズ|जूते "
        "सेमी|जूते का आकार सेमी",
        "gloves": "gloves|glove|glove size|手袋|手袋サイズ|दस्ताने|दस्ताने का आकार",
        "precedence": "precedence|reason for the order|protocol|席次|席次の理由|वरीयता|वरीयता का कारण",
        "rank": "precedence rank|rank in the order|order of precedence|席次番号|席順|वरीयता क्रम|वरीयता क्रमांक",
        "decided_by": "decided by|approved by|決定者|निर्णयकर्ता",
        "phone": "phone|phone no|phone number|telephone|telephone no|tel|tel no|mobile|mobile no|mobile "
        "number|cell|contact|contact no|contact number|連絡先|संपर्क|संपर्क सूत्र|電話|電話番号|携帯|携帯電話|携帯番号|連絡先電話|दूरभाष|फ़ोन|फोन|फोन नंबर|मोबाइल|मोबाइल "
        "नंबर|मोबाइल नं|संपर्क नंबर|दूरभाष सं",
        "mail": "mail|e-mail|email|email id|e-mail id|email address|e-mail "
        "address|メール|メールアドレス|電子メール|ईमेल|ई-मेल|ईमेल पता",
        "contact": "other contact|whatsapp|line id|messenger|その他の連絡先|अन्य संपर्क",
        "biography": "biography|bio|profile|short bio|brief profile|略歴|経歴|プロフィール|जीवन-परिचय|परिचय",
        "arrival": "arrival flight|arrival flight no|arriving flight|flight|flight no|flight "
        "number|inbound flight|到着便|便名|搭乗便|フライト|往路便|来印便|आगमन उड़ान|उड़ान|उड़ान सं|उड़ान संख्या",
        "arrives": "arrival date and time|arrival date & time|date and time of arrival|到着日時|आगमन तिथि और समय|आगमन "
        "दिनांक एवं समय",
        "departure": "departure flight|departure flight no|return flight|outbound flight|出発便|復路便|帰国便|प्रस्थान उड़ान",
        "departs": "departure date and time|departure date & time|date and time of departure|出発日時|प्रस्थान "
        "तिथि और समय|प्रस्थान दिनांक एवं समय",
        "hotel": "hotel|hotel name|accommodation|stay|place of stay|ホテル|宿泊先|宿泊|宿舎|宿泊ホテル|होटल|ठहरने का स्थान|आवास",
        "room": "room|room no|room number|hotel room|部屋|部屋番号|客室番号|कमरा|कमरा संख्या|कमरा सं",
        "consent_print": "consent to print|photo in print|写真掲載|写真掲載可否|写真掲載の可否|写真の掲載|consent to photo in "
        "print|顔写真の掲載|写真掲載の同意|फ़ोटो छापने की सहमति",
        "consent_photo": "consent to photographs|consent to be photographed|photography "
        "consent|撮影可否|撮影の可否|写真撮影|写真撮影可否|consent to photography|撮影の同意|写真撮影の同意|फ़ोटो खींचने की "
        "सहमति",
        "consent_data": "consent to data|data consent|個人情報の同意|個人情報取扱いの同意|डेटा की सहमति",
        "consent_date": "consent date|date of consent|同意日|सहमति की तिथि",
        "passport": "passport|passport no|passport number|number of passport|旅券|旅券番号|パスポート|"
        "パスポート番号|पासपोर्ट|पासपोर्ट सं|पासपोर्ट संख्या|पासपोर्ट नंबर",
        "passport_name": "passport name|name in passport|name in the passport|name as in the passport|旅券上の氏名|"
        "旅券記載氏名|旅券の氏名|パスポート氏名|पासपोर्ट में नाम|पासपोर्ट के अनुसार नाम",
        "nationality": "nationality|citizenship|nationality on passport|国籍|राष्ट्रीयता|नागरिकता",
        "passport_issued": "passport issued|passport issued on|date of issue|passport issue date|passport date of "
        "issue|issue date|issued on|発行年月日|発行日|旅券発行日|旅券発行年月日|जारी करने की तिथि|जारी होने की तिथि|"
        "पासपोर्ट जारी तिथि",
        "passport_expires": "passport expiry|passport expiry date|passport expires|passport expires on|date of "
        "expiry|expiry date|passport validity|passport valid until|passport valid till|有効期限|有効期間満了日|"
        "旅券有効期限|旅券の有効期限|パスポート有効期限|वैधता तिथि|समाप्ति तिथि|पासपोर्ट वैधता|पासपोर्ट समाप्ति तिथि",
        "born": "born|date of birth|dob|birthday|birth date|生年月日|जन्म तिथि|जन्मतिथि",
        "birthplace": "birthplace|place of birth|pob|出生地|本籍|जन्म स्थान|जन्मस्थान",
        "clearance": "visa|visa status|clearance|clearance status|security clearance|visa or "
        "clearance|査証|ビザ|査証の状況|入構許可|वीज़ा|वीज़ा की स्थिति|सुरक्षा स्वीकृति",
        "clearance_date": "visa date|date of visa|clearance date|date of clearance|visa applied on|visa granted "
        "on|査証発給日|査証申請日|वीज़ा तिथि|स्वीकृति तिथि",
        "specimen": "specimen|見本|नमूना",
    },
    "organisation": {
        "name": "name|organisation|organization|organisation name|organization "
        "name|company|institution|名|名称|組織|組織名|機関|機関名|団体|"
        "団体名|会社名|नाम|संगठन|संस्था|संगठन का नाम|मंत्रालय",
        "abbreviation": "abbreviation|acronym|short name|abbr|略称|略語|संक्षेप|संक्षिप्त नाम",
        "reading": "reading|furigana|フリガナ|ふりがな|よみ|読み|カナ|उच्चारण",
        "country": "country|国|国名|देश",
        "side": "side|側|区分|पक्ष",
        "role": "role|function|mandate|役割|所掌|業務|भूमिका|कार्य",
        "note": "note|notes|remarks|comment|備考|注|टिप्पणी",
    },
    "group": {
        "name": "name|group|班|グループ|名称|नाम|समूह",
        "note": "note|notes|remarks|備考|टिप्पणी",
    },
    "place": {
        "name": "name|place|venue|room|hall|location|場所|会場|部屋|名称|स्थान|स्थल|कक्ष|नाम",
        "floor": "floor|level|階|フロア|तल|मंज़िल",
        "capacity": "capacity|seats|holds|seating|seating capacity|定員|収容人数|क्षमता",
        "directions": "directions|where|address|how to get there|道順|所在|所在地|住所|कहाँ|पता|दिशा-निर्देश",
    },
    "vehicle": {
        "name": "name|vehicle|car|bus|coach|vehicle no|car no|bus no|車両|車|号車|バス|名称|वाहन|गाड़ी|कार|बस|नाम",
        "seats": "seats|capacity|seating capacity|座席|座席数|定員|सीट|सीटें|क्षमता",
        "driver": "driver|driver name|name of driver|運転手|運転者|ドライバー|चालक|चालक का नाम|ड्राइवर",
        "plate": "plate|number plate|registration|registration no|registration number|reg no|登録番号|ナンバー|車両番号|वाहन "
        "संख्या|पंजीकरण संख्या|गाड़ी नंबर",
        "groups": "group|groups|班|グループ|समूह",
        "passengers": "passengers|occupants|乗車者|乗員|यात्री|सवारियाँ",
        "note": "note|notes|remarks|備考|टिप्पणी",
    },
    "task": {
        "text": "text|task|what|activity|action|to do|action point|作業|業務|内容|タスク|कार्य|काम|गतिविधि",
        "item": "item|programme item|session|event|日程|項目|行事|मद|कार्यक्रम",
        "minutes": "minutes|offset|minutes before or after|分|मिनट",
        "person": "person|who|responsible|responsibility|by whom|assigned to|owner|担当|担当者|責任者|कौन|ज़िम्मेदार|उत्तरदायी|"
        "प्रभारी",
    },
    "meeting": {
        "title": "title|meeting|talk|subject|会談|会合|件名|बैठक|वार्ता|शीर्षक|विषय",
        "item": "item|programme item|日程|मद",
        "guests": "guests|visitors|delegation|other side|counterparts|先方|来訪者|出席者（先方）|अतिथि|प्रतिनिधि",
        "hosts": "hosts|our side|当方|受入れ側|出席者（当方）|मेज़बान|हमारा पक्ष",
        "objective": "objective|purpose|aim|goal|目的|狙い|उद्देश्य|प्रयोजन",
        "messages": "messages|points|talking points|key messages|発言要領|要点|発言ポイント|मुख्य बिंदु|वार्ता बिंदु",
        "ask": "ask|request|要望|依頼事項|अनुरोध|माँग",
        "if_raised": "if raised|if asked|if raised by them|先方から提起された場合|応答要領|यदि विषय उठाया जाए",
        "do_not_say": "do not say|avoid|red line|red lines|言及しない事項|発言不可|क्या नहीं कहना है|लाल रेखा",
        "gifts": "gift|gifts|贈答品|贈り物|उपहार",
    },
    "metric": {
        "name": "name|metric|indicator|figure|kpi|parameter|parameters|particulars|item|items|head|measure|performance "
        "indicator|key indicator|description of "
        "parameter|名|指標|指標名|項目|項目名|区分|諸元|名称|मापदंड|मानदंड|प्राचल|पैरामीटर|संकेतक|मद|ब्योरा|ब्यौरा|नाम|मीट्रिक",
        "unit": "unit|units|uom|unit of measurement|u/m|単位|इकाई|मात्रक",
        "definition": "definition|description|meaning|定義|説明|परिभाषा|विवरण",
        "key": "key|key figure|主要|主要指標|मुख्य",
    },
    "observation": {
        "metric": "metric|indicator|figure|kpi|name|parameter|parameters|particulars|指標|指標名|項目|項目名|मापदंड|मानदंड|प्राचल|पैरामीटर|मद|संकेतक|मीट्रिक",
        "value": "value|amount|number|reading|値|数値|実績|मान|मूल्य|आँकड़ा|संख्या",
        "unit": "unit|units|uom|unit of measurement|単位|इकाई|मात्रक|माप की इकाई",
        "as_of": "as of|as-of|as on|date|period|year|時点|日付|年月日|年|年度|期間|तिथि|तारीख|दिनांक|वर्ष|अवधि",
        "basis": "basis|根拠|算定根拠|आधार",
        "about": "about|precision|qualifier|概数|लगभग",
        "conflict": "conflict|矛盾|विरोध",
        "chosen": "chosen|採用|चयनित",
        "note": "note|notes|remarks|comment|備考|注|टिप्पणी",
    },
    "figure": {
        "name": "name|figure|数値名|名称|नाम|आँकड़ा",
        "value": "value|amount|number|値|数値|मान|मूल्य|संख्या",
        "unit": "unit|units|uom|unit of measurement|単位|इकाई|मात्रक|माप की इकाई",
        "as_of": "as of|as-of|as on|date|period|year|時点|日付|年|年度|तिथि|दिनांक|वर्ष",
        "basis": "basis|根拠|आधार",
        "note": "note|notes|remarks|備考|注|टिप्पणी",
    },
    "item": {
        "title": "title|item|session|event|activity|agenda|programme|program|programme details|programme "
        "detail|details of programme|details of the programme|details of "
        "program|description|particulars|engagement|engagements|activity "
        "programme|event/activity|description of "
        "activity|内容|用務|行程|日程|次第|項目|件名|行事|議題|プログラム|予定|कार्यक्रम|कार्यक्रम का "
        "विवरण|शीर्षक|विषय|गतिविधि|कार्यकलाप|आयोजन",
        "start": "date & time|date/time|day and time|day & time|date time|時日|日付・時刻|日付時刻|दिनांक एवं "
        "समय|दिनांक और समय|तिथि और समय|start|starts|start time|from|begin|beginning|date and "
        "time|開始|開始時刻|開始日時|日時|आरंभ|प्रारंभ|प्रारम्भ|से",
        "day": "date|day|day/date|date/day|date day|date and day|day and "
        "date|dates|日|日程日|月日（曜日）|日にち|日付|月日|年月日|तिथि|तारीख|दिनांक|दिन|दिवस|दिनांक और दिन",
        "clock": "time|timing|timings|hours|hrs|time slot|slot|duration time|time from "
        "to|時刻|時間|時間帯|現地時間|समय|समयावधि|समय-सारणी",
        "end": "end|ends|end time|to|until|finish|終了|終了時刻|終了日時|समाप्ति|तक",
        "minutes": "minutes|duration|length|min|所要|所要時間|分|अवधि|मिनट",
        "place": "place|venue|location|room|hall|where|場所|会場|訪問先|開催場所|会議室|स्थान|स्थल|कक्ष|आयोजन स्थल",
        # Who is responsible is the hosts' own: such a column is asked about as one that is not
        # read, for guests read the detail.
        "detail": "detail|details|description|remarks|remark|notes|host|participants|speaker|speakers|dress "
        "code|詳細|備考|摘要|説明|同行者|出席者|登壇者|विवरण|टिप्पणी|अभ्युक्ति|अभ्युक्तियाँ|प्रतिभागी|वक्ता",
        "groups": "groups|group|対象|班|グループ|समूह",
        "fixed": "fixed|固定|निश्चित",
    },
    "note": {
        "sort": "sort|kind|type|category|種別|種類|区分|分類|प्रकार|श्रेणी",
        "title": "title|subject|topic|heading|question|件名|題|題名|議題|標題|शीर्षक|विषय|प्रश्न",
        "text": "text|note|content|body|message|answer|point|points|talking point|talking points|key "
        "point|points to "
        "make|remarks|remark|comment|comments|本文|論点|発言|発言要領|ポイント|要点|備考|内容|メモ|回答|पाठ|विवरण|टिप्पणी|उत्तर|सामग्री|बिंदु|मुद्दा|मुद्दे|वार्ता "
        "बिंदु|अभ्युक्ति",
        "audience": "classification|category of reader|対象|対象者",
        "date": "date|日付|年月日|तिथि|तारीख|दिनांक",
        "parties": "parties|party|当事者|पक्षकार|पक्ष",
        "status": "status|state of play|状況|ステータス|स्थिति",
        "due": "due|due date|deadline|期限|締切|समय-सीमा|अंतिम तिथि",
        "owner": "owner|responsible|lead|担当|担当機関|ज़िम्मेदार|प्रभारी",
    },
    "term": {
        "name": "term|terms|name|word|equivalent|translation|rendering|訳語|対訳|पर्याय|समानार्थी|expression|terminology|用語|語|見出し語|名称|शब्द|पद|नाम",
        "reading": "reading|furigana|フリガナ|ふりがな|よみ|読み|カナ|उच्चारण",
        "transliteration": "transliteration|romanisation|romanization|翻字|लिप्यंतरण",
        "abbreviation": "abbreviation|acronym|abbr|abbrev|short form|略称|略語|略号|संक्षेप|संक्षिप्ति|संक्षिप्त "
        "रूप|संक्षेपाक्षर",
        "topic": "topic|category|field|分野|分類|विषय|श्रेणी|क्षेत्र",
        "forbidden": "forbidden|avoid|do not use|不可|禁止|使用不可|वर्जित|निषिद्ध",
    },
    "series": {
        "mineral": "mineral|commodity|material|鉱物|鉱種|品目|खनिज",
        "measure": "measure|stage|kind|series|区分|種別|指標|माप|प्रकार",
        "title": "title|表題|題名|शीर्षक",
        "unit": "unit|units|uom|unit of measurement|単位|इकाई|मात्रक|माप की इकाई",
        "points.place": "country|countries|country or area|country/area|country or region|country/region|country "
        "or territory|country name|producer|producing "
        "country|place|region|area|location|iso2|国|国名|国・地域|国／地域|国または地域|地域|生産国|देश|देश या "
        "क्षेत्र|देश/क्षेत्र|क्षेत्र|उत्पादक देश",
        "points.period": "year|period|date|年|年度|期間|वर्ष|अवधि",
        "points.value": "value|production|amount|quantity|値|数値|生産量|量|मान|मात्रा|उत्पादन",
        "points.estimated": "estimated|estimate|推計|推定|अनुमानित",
        "points.printed": "printed|as printed|raw|原表記",
        "note": "note|notes|remarks|備考|注|टिप्पणी",
    },
    "mineral": {"name": "mineral|name|鉱物|名称|खनिज|नाम", "symbol": "symbol|記号|元素記号|प्रतीक"},
    "source": {
        "title": "title|source|表題|題名|資料名|शीर्षक|स्रोत",
        "publisher": "publisher|author|発行者|प्रकाशक",
        "date": "date|日付|तिथि",
        "address": "address|url|link|アドレス|पता",
        "licence": "licence|license|ライセンス|लाइसेंस",
        "lang": "language|言語|भाषा",
    },
    "statement": {
        "text": "text|statement|発言|本文|कथन|पाठ",
        "said_by": "said by|speaker|発言者|वक्ता",
        "date": "date|日付|तिथि",
        "why": "why|reason|理由|कारण",
    },
}
"""For each kind, and for all of them, the fields and what their columns are called."""

FIELDLESS: Final[Mapping[str, str]] = {
    "person": "fax|visa no|visa number|査証番号|वीज़ा संख्या|age|年齢|आयु|gender|sex|性別|लिंग|"
    "flight details|"
    # Days and times in columns of their own are not put together yet.
    "arrival|arrival date|arrival time|date of arrival|time of arrival|eta|到着|到着日|到着時刻|आगमन|आगमन "
    "तिथि|आगमन समय|"
    "departure|departure date|departure time|date of departure|etd|出発|出発日|出発時刻|प्रस्थान|प्रस्थान "
    "तिथि|प्रस्थान समय|check in|check out|"
    "car|car no|vehicle|vehicle no|driver|liaison officer|車両|車|号車番号|運転手|वाहन|वाहन "
    "सं|गाड़ी|चालक|संपर्क अधिकारी",
}
"""What is known by its heading and has no field; it is said that it is not read."""

EXTRA: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("name", "name+post", "post+organisation", "wheelchair"),
    "metric": ("value", "as_of", "basis", "about", "sources"),
    "observation": ("unit",),
    "item": ("day", "clock", "end"),
}
"""What a column may hold that is no field itself: whole names, the values of metrics, days and
clocks.
"""
