"""Weasel words: words that leave a policy room, each with the room it leaves; and "may" turned into "does"."""

# ruff: noqa: E501 - a row of the table is easier to read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weasel:
    """``text[start:end]`` leaves room; ``name`` is the kind of word and ``room`` says what stays open."""

    name: str
    room: str
    start: int
    end: int


LIST = (
    ("may", "It allows itself to. It does not say whether, when or how often.", r"\b(?:may|might|could)\b(?! \d)"),
    ("such as", "The list has an open end. What else is in it?", r"\bsuch as\b|\bincluding(?:,)?(?: but)? (?:not limited to|without limitation)\b|\bamong (?:other things|others)\b|\bfor example\b|\be\.g\.|\betc\b|\band similar\b"),
    ("as necessary", "Who decides what is necessary, and for how long?", r"\bas (?:long as |reasonably |may be )*(?:is |it is )?(?:necessary|needed|required|appropriate)\b|\b(?:reasonably|strictly) necessary\b|\bas long as (?:we|reasonably|necessary|needed)(?: need)?\b|\blonger (?:periods? )?(?:if|where|when)\b|\bno longer (?:necessary|needed)\b"),
    ("legitimate interests", "A legal reason that needs no yes from you. Which interests?", r"\blegitimate (?:business )?(?:interests?|purposes?|reasons?)\b|\bbusiness purposes\b"),
    ("partners", "No name. It can be one firm or a thousand.", r"\b(?:trusted|selected|certain|other|business|our|carefully chosen) (?:third[- ]party )?(?:partners?|third parties|vendors|providers|companies|affiliates)\b|\bthird parties\b|\baffiliates\b"),
    ("improve", "Nearly everything can be called that. Training, too.", r"\b(?:improve|improving|enhance|enhancing|develop|optimi[sz]e)\w* (?:and \w+ )?(?:our|the|your|its|all|these) (?:\w+ )?(?:services?|products?|experience|offerings?|features|platform|assistant)\b"),
    ("in some cases", "Which cases?", r"\b(?:in|under) (?:some|certain|limited|other|particular|exceptional) (?:cases|circumstances|situations|instances)\b|\bfrom time to time\b|\b(?:generally|typically|usually|normally|sometimes|occasionally)\b|\bunless otherwise\b|\bat our (?:sole )?discretion\b"),
    ("reasonable", "What is reasonable is not said.", r"\b(?:commercially )?reasonabl[ey]\b|\bindustry[- ]standard\b|\bappropriate (?:measures|safeguards|steps|technical)\b|\bwhere (?:possible|feasible|practicable|appropriate)\b"),
    ("as the law permits", "Whatever the law does not forbid.", r"\b(?:to the (?:fullest )?extent|where|as|unless|if|when) (?:\w+ )?(?:permitted|required|allowed) (?:by|under) (?:\w+ )?laws?\b|\bpermitted by (?:\w+ )?law\b"),
    ("de-identified", "Without names is not without you. See lesson 03.", r"\b(?:de-?identified|anonymi[sz]ed|aggregated?|pseudonymi[sz]ed)\b"),
    ("we value", "It sounds warm and promises nothing.", r"\b(?:we|your privacy) (?:\w+ )?(?:care(?:s)? (?:deeply )?about|values?|respects?|matters?|takes?|is (?:very )?important|are committed|is at the heart)\b"),
)  # fmt: skip
PATTERNS = tuple((name, room, re.compile(pattern, re.IGNORECASE)) for name, room, pattern in LIST)
ROOM = {name: room for name, room, _ in LIST}

MAY = re.compile(
    r"\b(?P<who>[\w'’)\]-]+,?) (?P<may>may|might|could)(?P<also>(?: also| still| therefore| then| sometimes)?)"
    r"(?P<no> not)?(?P<be> be| have been)?\b",
)
ALLOWED = {"you", "users", "children", "child", "parents", "guardians", "customers", "visitors", "agent"}
"""For these, "may" gives a permission or tells what could be; the firm's own "may" is another thing."""
WHO = re.compile(r"(?:^|[.;] )(?:An? |The )?(\w+) (?:who|that)\b[^.;,]*$", re.IGNORECASE)
"""Of whom a sentence speaks, as in "Parents who find an account may …"."""
MANY = {"we", "they", "these", "those", "people", "staff", "personnel", "who", "which", "that", "us"}
JOINS = {"and", "or", "but"}
"""After these, "may" has the same subject as the one before."""
ONE = {"this", "business", "process", "access", "address", "it", "data", "information", "content", "series"}


def weasels(text: str) -> Iterator[Weasel]:
    """Yield the weasel words of a sentence, in order; none overlap. "You may" is a permission, and none."""
    found = []
    for name, room, pattern in PATTERNS:
        for m in pattern.finditer(text):
            if name == "may" and (_allowed(text[: m.start()]) or m[0] == "May"):
                continue
            found.append(Weasel(name, room, m.start(), m.end()))
    end = -1
    for one in sorted(found, key=lambda w: (w.start, -w.end)):
        if one.start >= end:
            yield one
            end = one.end


def _allowed(before: str) -> bool:
    words = re.findall(r"[\w'’-]+", before[-40:].lower())[-2:]
    words = words[:-1] if words[-1:] == ["also"] else words
    who = WHO.search(before)
    return words[-1:] != [] and (words[-1] in ALLOWED or bool(who and who[1].lower() in ALLOWED))


def may_into_does(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the sentence with each "may" of the firm's turned into "does", and where the new words stand.

    "We may share" becomes "We do share", "it may be sold" becomes "it is sold". The text then says what it
    allows as if it were done: what the words permit, not what the firm is known to do.
    """
    out, places, at = [], [], 0
    length, many = 0, True
    for m in MAY.finditer(text):
        who = m["who"].lower().rstrip(",")
        if who in ALLOWED or _allowed(text[: m.start("may")]):
            continue
        if who not in JOINS:
            plural = who.endswith("s") and not who.endswith(("ss", "us", "is"))
            many = who in MANY or (who not in ONE and plural)
        if m["be"] and "have" in m["be"]:
            new = "have been" if many else "has been"
        elif m["be"]:
            new = "are" if many else "is"
        else:
            new = "do" if many else "does"
        new += (m["also"] or "") + (m["no"] or "")
        before = text[at : m.start("may")]
        out += [before, new]
        length += len(before)
        places.append((length, length + len(new)))
        length += len(new)
        at = m.end()
    out.append(text[at:])
    return "".join(out), tuple(places)
