"""Which language a text seems to be in, from its letters and its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

COMMON = {
    "English": "the of and to in we you your our that for is or with this may as by are be it from on",
    "German": "der die das und wir sie ihre zu von mit für ist werden nicht oder den auf eine im zur",
    "French": "le la les des et vous nous vos de du pour en que est sur dans par une ou aux",
    "Spanish": "el la los las de y que en sus usted para con por una se nuestros como su del o",
    "Italian": "il la le di e che per con sono dei del della un una nostri in si i gli da",
    "Portuguese": "o a os as de e que em seus você para com por uma se nossos como seu do da",
    "Dutch": "de het een en van wij u uw voor met zijn die dat op te in niet worden of om",
    "Polish": "i w na do z że jest oraz dla się nie są przez o od lub może ich państwa",
    "Swedish": "och att vi du din för som av med är en den på det till kan om dina eller inte",
    "Turkish": "ve bir bu için ile olarak de da veya kişisel sizin biz olan gibi daha",
}
LISTS = {language: frozenset(words.split()) for language, words in COMMON.items()}
SCRIPTS = (
    ("Japanese", "\u3040-\u30ff"),
    ("Chinese", "\u4e00-\u9fff"),
    ("Korean", "\uac00-\ud7af"),
    ("Russian or another language in Cyrillic letters", "\u0400-\u04ff"),
    ("Greek", "\u0370-\u03ff"),
    ("Arabic", "\u0600-\u06ff"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Hindi or another language in Devanagari letters", "\u0900-\u097f"),
    ("Thai", "\u0e00-\u0e7f"),
)
LOOKED_AT = 60_000
"""Characters that are looked at: enough to tell, quick on any paste."""
FOREIGN = 0.2
"""Share of letters of another script above which a text is in it."""


def seems(text: str) -> str:
    """Return the language that a text seems to be in, such as "German", or that we don't know it."""
    text = text[:LOOKED_AT].lower()
    letters = sum(map(str.isalpha, text))
    for language, span in SCRIPTS:
        if len(re.findall(f"[{span}]", text)) > FOREIGN * max(1, letters):
            return language
    words = Counter(re.findall(r"[^\W\d_]+", text))
    total = max(1, words.total())
    shares = {language: sum(words[w] for w in known) / total for language, known in LISTS.items()}
    best = max(shares, key=shares.get)
    if shares["English"] >= 0.12 or best == "English":
        return "English" if shares["English"] >= 0.04 else "a language that we don't know"
    return best if shares[best] >= 0.08 else "a language that we don't know"
