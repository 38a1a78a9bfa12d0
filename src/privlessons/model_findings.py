"""What to believe of a language model's claims: known false alarms out, spans trimmed."""

from __future__ import annotations

import re

from privlessons.given_names import GIVEN_NAMES
from privlessons.patterns import plain
from privlessons.records import Finding
from privlessons.words_people import MONTHS, NOT_PEOPLE, RELATIONS, SURNAMES
from privlessons.words_places import GROUPS, PLACES

_LEADING = re.compile(
    r"^(?:(?:the|a|an|my|our|his|her|dear|hi|hey|hello|thanks|thank you)\s+|[\W_]+)", re.IGNORECASE
)
_TRAILING = re.compile(r"(?:['’]s?|[\W_]+)$")
_CALENDAR = re.compile(rf"\b(?:{MONTHS})\b|\b(?:19|20)\d\d\b|\d{{1,2}}[./-]\d{{1,2}}", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|night|morning|today|tomorrow|yesterday|now)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    """
ok okay lol omg btw idk tbh imo fyi asap thx pls hi hey hello yes no yeah thanks cheers dear sorry please
question help update mum mom dad nan grandma grandpa auntie monday tuesday wednesday thursday friday
saturday sunday january february march april may june july august september october november december
christmas easter english math maths science history python javascript html css json sql excel word
powerpoint google instagram ai ml api url id cv pdf faq sms gps usb wifi internet the and but mr mrs ms miss
dr prof regards sincerely best love xx xxxx haha hmm gp a&e hr pa pr tv pc it ceo nhs mri adhd ptsd ocd ibs
ivf hrt cbt pcos copd vat paye iban ssn dob pin otp po box visa mastercard paypal chatgpt gpt claude siri
alexa gemini copilot pip subject title name address phone email date
""".split()
)
_BODY = re.compile(
    r"\b(?:university|college|school|academy|hospital|clinic|ltd|limited|inc|llc|plc|gmbh|corp|company|group|bank|trust"
    r"|church|council|street|road|park|hotel|club|society|airport|station|foundation|institute|and|the|of)\b"
)
_CODE = re.compile(r"[a-z](?:Error|Exception|Type|Warning|Class|Test|Id)$")
_KIN = re.compile(rf"(?:(?:my|your|his|her|our|their)\s+)?(?:{RELATIONS})", re.IGNORECASE)


def believable(finding: Finding, text: str) -> list[Finding]:
    """Return the claim as it should stand in ``text``: trimmed, scored, or gone if a false alarm."""
    start, end = _trim(text, finding.start, finding.end)
    words = text[start:end]
    low = words.lower()
    if not words or low in _COMMON or (finding.kind != "DATE_TIME" and not any(map(str.isalpha, words))):
        return []
    if finding.kind == "DATE_TIME":
        score = _date(words)
    elif finding.kind == "NRP":
        score = (
            0.8
            if all(w in GROUPS or w.rstrip("s") in GROUPS for w in re.findall(r"[^\W\d_]+", low))
            else 0.55
        )
    else:
        kind = _kind(finding.kind, words, low)
        if kind != "LOCATION" and _stands_in(text, start, words):
            kind = "LOCATION"
        return [Finding(kind, start, end, score)] if (score := _name(kind, words, low)) else []
    return [Finding(finding.kind, start, end, score)] if score else []


def _stands_in(text, start, words):
    """Return whether one or two words follow "in" or "near", as places do: "in Tübingen"."""
    before = re.search(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside)\s$", text[max(0, start - 9) : start])
    parts = words.split()
    return (
        bool(before)
        and len(parts) <= 2
        and plain(parts[0]) not in GIVEN_NAMES
        and not _BODY.search(words.lower())
    )


def _kind(kind, words, low):
    """Return the kind that the word lists know better: the small model takes foreign names for companies."""
    if low in PLACES:
        return "LOCATION"
    parts = [plain(part) for part in re.findall(r"[^\W\d_]+", words)]
    if kind == "PERSON" or not parts or _BODY.search(low):
        return kind
    known = parts[0] in GIVEN_NAMES or (len(parts) > 1 and parts[-1] in SURNAMES and kind == "ORGANIZATION")
    return "PERSON" if known and "," not in words and "&" not in words else kind


def _trim(text, start, end):
    # A claim over a line break mostly joins two things: keep its first line.
    cut = text.find("\n", start, end)
    if cut > start:
        end = cut
    while (match := _LEADING.search(text[start:end])) and match.end() < end - start:
        start += match.end()
    while (match := _TRAILING.search(text[start:end])) and match.start() > 0:
        end = start + match.start()
    return start, end


def _date(words):
    if _CALENDAR.search(words):
        return 0.7 if not words.isdigit() or re.fullmatch(r"(?:19|20)\d\d", words) else 0.3
    if _SPAN_OF_TIME.search(words):
        return 0.3
    return 0.5 if _WEEKDAY.search(words) else 0.3


def _name(kind, words, low):
    if low in NOT_PEOPLE or _KIN.fullmatch(low):
        return 0
    parts = [plain(part) for part in re.findall(r"[^\W\d_]+", low)]
    if any(c in words for c in "@#{}<>=_/\\|") or sum(map(str.isdigit, words)) > 2 or _CODE.search(words):
        return 0.45
    if words.islower() and not any(p in GIVEN_NAMES or p in SURNAMES or p in PLACES for p in parts):
        return 0.45
    if kind == "PERSON" and (parts[0] in GIVEN_NAMES or parts[-1] in SURNAMES):
        return 0.9
    if kind == "LOCATION" and low in PLACES:
        return 0.9
    return 0.75
