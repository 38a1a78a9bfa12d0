"""The sums of several sources -> conclusions from words and amounts: interests, worries, people, income."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from privlessons.records import Conclusion
from privlessons.trail_home import spread

_MOST = {"interest": 6, "health": 3, "faith": 1, "debt": 1, "sexuality": 1, "person": 6}
_SENSITIVE = {"health", "faith", "debt", "sexuality"}
_OWN = 0.75  # of worries that are looked up, the part that is one's own: a guess
_PARTNERS = frozenset("husband wife girlfriend boyfriend partner fiancé fiancée fiance fiancee".split())
_SPENT = 0.4  # the part of an income that is taken to pass through shops and orders
BANDS = ((20_000, "under 20,000"), (45_000, "20,000 to 45,000"), (float("inf"), "over 45,000"))
"""Yearly income, before tax, in the currency of the data."""
_ACCOUNT = re.compile(r"[_@\d]|\S\.\S")  # not "T. Ahn"
_TEXTS = {
    "interest": "Is interested in {}: {} of it.",
    "health": "May worry about {}: {} of it.",
    "faith": "May be {}: {} of it.",
    "debt": "May have {}: {} of it.",
    "sexuality": "May be {}: {} of it.",
}


def band(income: float) -> str:
    """Return the band of a yearly income."""
    return next(name for most, name in BANDS if income < most)


def conclude_texts(digests: Iterable, places: list[Conclusion]) -> list[Conclusion]:
    """Add to what the places tell what words and amounts tell; ``digests`` are ``trail.Digest``."""
    digests = list(digests)
    found = _home(digests, places)
    found = _employer(digests, found)
    found = _topics(digests, found)
    return found + _people(digests) + _income(digests)


def _sure(count: int, half: float) -> float:
    """Confidence that grows with the number of records: a half at ``half`` of them, never 1."""
    return round(0.95 * count / (count + half), 2)


def _records(count: int) -> str:
    return "1 record speaks" if count == 1 else f"{count} records speak"


def _merged(digests, name) -> dict[str, list[int]]:
    table = defaultdict(list)
    for one in digests:
        for key, indices in getattr(one, name).items():
            table[key] += indices
    return table


def _home(digests, found):
    """Take the address that is given most often; where places tell a home, the place goes first."""
    table = _merged(digests, "addresses")
    if not table or any(one.kind == "home" for one in found):
        return found
    best = max(table, key=lambda key: (len(table[key]), len(key)))
    text = f"Home is {best}: this address is given in the person's own words."
    return [*found, Conclusion("home", text, best, 0.6, *spread(table[best]))]


def _employer(digests, found):
    """Take firms and schools named on staff pages and in sentences; they add to the place's name."""
    table = defaultdict(list)
    spelled = {}
    for name, indices in _merged(digests, "employers").items():
        key = name.lower().removeprefix("the ")
        spelled.setdefault(key, name)
        table[key] += indices
    at_place = next((one for one in found if one.kind == "employer"), None)
    if not table:
        return found
    best = max(table, key=lambda key: len(set(table[key])))
    count = len(set(table[best]))
    if at_place and at_place.value.lower().removeprefix("the ") == best:
        whole, _ = spread([*at_place.evidence, *table[best]])
        size = at_place.rests_on + count
        found = [one for one in found if one is not at_place]
        sure = round(1 - (1 - at_place.confidence) * (1 - _sure(count, 2)), 2)
        text = f"Works or learns at {at_place.value}: long stays there, and {_records(count)} of it."
        return [*found, Conclusion("employer", text, at_place.value, sure, whole, size)]
    if at_place and at_place.confidence > _sure(count, 2):
        return found
    found = [one for one in found if one is not at_place]
    text = f"Works or learns at {spelled[best]}: {_records(count)} of work or school there."
    return [*found, Conclusion("employer", text, spelled[best], _sure(count, 2), *spread(table[best]))]


def _topics(digests, found):
    """Topics that several different texts speak of, on several days where there are as many."""
    texts, where = defaultdict(set), defaultdict(list)
    for one in digests:
        for topic, hits in one.topics.items():
            where[topic] += hits
            texts[topic] |= one.texts[topic]
    by_kind = defaultdict(list)
    for (kind, topic), hits in where.items():
        different = len(texts[kind, topic])
        if different >= (3 if kind == "interest" else 2):
            by_kind[kind].append((different + len(hits) ** 0.5, topic, hits))
    visited = [one for one in found if one.kind == "faith"]
    for kind, rows in by_kind.items():
        if kind == "faith" and visited:
            continue
        most = max(score for score, *_ in rows)
        for score, topic, hits in sorted(rows, reverse=True)[: _MOST[kind]]:
            if score < most / 5:
                continue
            sure = _sure(score, 4) * (_OWN if kind == "health" else 1)
            text = _TEXTS[kind].format(topic, _records(len(hits)))
            found.append(
                Conclusion(kind, text, topic, round(sure, 2), *spread(hits), sensitive=kind in _SENSITIVE)
            )
    return found


def _people(digests):
    """Take those who are named or written to most."""
    table = _merged(digests, "people")
    for name in [name for name in table if " " in name]:  # "Finn" is "brother Finn"
        table[name] += table.pop(name.rpartition(" ")[2], ())
    rows = sorted(table.items(), key=lambda row: (-len(set(row[1])), row[0]))
    found = []
    for name, hits in rows[: _MOST["person"]]:
        count = len(set(hits))
        if count >= 2 or not name.istitle() or " " in name:  # a first name once may be anybody's
            # Whoever is written to may be a firm: an account's name does not tell.
            who = f"The account {name}" if _ACCOUNT.search(name) else f"{name[0].upper()}{name[1:]}"
            text = f"{who} matters: named in {count} record{'s' * (count > 1)}."
            loved = name.split(" ")[0].lower() in _PARTNERS
            found.append(Conclusion("person", text, name, _sure(count, 3), *spread(hits), sensitive=loved))
    return found


def _income(digests):
    """Take what somebody says they earn, or else what they spend."""
    said = [row for one in digests for row in one.earned]
    yearly = sorted((amount, index) for amount, per, index in said if per == "year")
    monthly = sorted((amount * 12, index) for amount, per, index in said if per == "month")
    for rows in (yearly, monthly):
        if rows:
            amount = rows[len(rows) // 2][0]
            text = f"Earns {band(amount)} a year: said to be about {amount:,} in the person's own words."
            return [Conclusion("income", text, band(amount), 0.8, *spread([index for _, index in rows]))]
    spent = sorted(row for one in digests for row in one.spent)
    if len(spent) < 8 or spent[-1][0] - spent[0][0] < 10 * 86_400:
        return []
    days = (spent[-1][0] - spent[0][0]) / 86_400 + 1
    month = sum(amount for _, amount, _ in spent) / days * 30.4
    income = month * 12 / _SPENT
    text = f"Earns {band(income)} a year, going by {month:,.0f} a month spent in shops and orders."
    confidence = round(0.6 * len(spent) / (len(spent) + 8), 2)
    return [Conclusion("income", text, band(income), confidence, *spread([index for *_, index in spent]))]
