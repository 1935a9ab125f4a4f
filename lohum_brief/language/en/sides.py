"""The words with which lists in English say on whose side people are."""

from typing import Final

from lohum_brief.language.rooms.sides import Sides

SIDES: Final = Sides(
    host="host|hosts|hosting|host's|hosts'|receiving|our|own|home",
    guest="guest|guests|visitor|visitors|visiting|guest's|guests'",
    ours="our|own|home",
    body=(
        "side|party|team|delegation|delegations|delegate|delegates|member|members|participant|"
        "participants|official|officials|representative|representatives|group|attendees|invitees|"
        "contingent"
    ),
    side="side",
    filling="the|of|from|for|and|list|s|names|name|a|to|in|on",
    citizens={
        "IN": "indian|indians|bharat",
        "JP": "japanese",
        "KR": "korean|korea",
        "CN": "chinese",
        "AU": "australian",
        "US": "american|usa",
        "GB": "british|uk",
        "DE": "german",
        "FR": "french",
        "CL": "chilean",
        "BR": "brazilian",
        "ID": "indonesian",
        "VN": "vietnamese",
        "TH": "thai",
        "SG": "singaporean",
        "MY": "malaysian",
        "CA": "canadian",
        "RU": "russian",
        "AE": "emirati|uae",
        "NP": "nepali",
        "BE": "belgian",
        "SE": "swedish",
        "FI": "finnish",
        "NO": "norwegian",
        "IT": "italian",
        "ES": "spanish",
        "NL": "dutch",
    },
    bodies=(
        "ministry|embassy|department|company|corporation|committee|council|association|division|"
        "secretariat|media|press|interpreters|support|staff|officers|spouses|drivers|others|"
        "government|govt|industry|academia|experts|institutions|companies|organisations|"
        "organizations"
    ),
    columns="side|delegation|party|category|type|host guest|guest host|role",
)
