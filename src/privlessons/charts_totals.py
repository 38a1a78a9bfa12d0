"""Lesson 04's pictures, as HTML that follows the page's colours: a band, a bar, people as cards."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10

from privlessons.blocks import Schema
from privlessons.differencing import Difference
from privlessons.publishing import AVERAGES, Publication
from privlessons.recon_people import Known

WORDS = {"f": "woman", "m": "man", "no": "born here", "yes": "born abroad"}
HEADS = {"f": "Women", "m": "Men", "no": "Born here", "yes": "Born abroad"}
MANY = 21
"""The bar of possible blocks is full at a one with so many noughts."""


def known_bar(low: float, high: float, true: float, most: float) -> str:
    """Return HTML for what is known about one amount: a band on a line from 0 to ``most``, and the truth."""
    left, right = 100 * low / most, 100 * high / most
    words = f"A line from £0 to £{most:,}. The band goes from £{low:,.0f} to £{high:,.0f}. "
    words += f"The truth is £{true:,.0f}."
    return (
        f'<div class="pl-band" role="img" aria-label="{escape(words, quote=True)}">'
        '<div class="pl-band-line">'
        f'<div class="pl-band-known" style="left:{left:.2f}%;width:{right - left:.2f}%"></div>'
        f'</div><div class="pl-band-true" style="margin-left:{100 * true / most:.2f}%">'
        "<span>▲</span> what Mika earned</div>"
        f'<div class="pl-ends"><span>£0</span><span>£{most:,}</span></div></div>'
    )


def says_known(found: Difference, most: int) -> str:
    """Return in a sentence what two averages tell about one newcomer."""
    low, high = float(found.one_low), float(found.one_high)
    if round(high) - round(low) < 2:
        return f"A reader knows: Mika earned <b>£{(low + high) / 2:,.0f}</b>."
    if low <= 0 and high >= most:
        return f"Mika may have earned anything: £0 to £{most:,}."
    return f"A reader knows: Mika earned <b>£{low:,.0f}</b> to <b>£{high:,.0f}</b>."


def count_words(count: int, exact: bool) -> str:
    """Return a number of blocks in words: large ones are rounded and named."""
    if count > 999 and (not exact or count >= 10**6):  # three digits say enough; a bound is rounded down
        unit = 10 ** (len(str(count)) - 3)
        count = count // unit * unit if not exact else (count + unit // 2) // unit * unit
    more = "" if exact else "more than "
    for size, name in ((10**18, "million million million"), (10**12, "million million"), (10**6, "million")):
        if count >= size:
            return f"{'about ' if exact else more}{count / size:,.{1 if count < 10 * size else 0}f} {name}"
    return f"{more}{count:,}" if exact or count > 1 else "at least 1"


def blocks_bar(count: int, exact: bool) -> str:
    """Return HTML for how many blocks fit, on a scale where each step is ten times as many."""
    width = 1.5 if count <= 1 else min(100, 1.5 + 98.5 * log10(count) / MANY)
    words = f"{count_words(count, exact)} possible {'block' if exact and count == 1 else 'blocks'}"
    scale = "each step to the right: ten times as many"
    return (
        f'<div class="pl-fit" role="img" aria-label="{escape(words, quote=True)}, on a scale of tens">'
        f'<div class="{"pl-one" if exact and count == 1 else ""}" style="width:{width:.1f}%"></div></div>'
        f'<div class="pl-ends pl-under"><span>1</span><span>{scale}</span></div>'
    )


def people_cards(people: Sequence[Known], schema: Schema) -> str:
    """Return HTML for one card a person. What is the same in every possible block is filled in."""
    made = []
    for number, known in enumerate(people, 1):
        (low, high), facts = known.ages, known.facts
        age = f"{low}" if facts[0] else f"{low}–{high}" if (low, high) != schema.ages else "age ?"
        parts = [(WORDS.get(v[0], v[0]) if len(v) == 1 else _open(name), len(v) == 1)
                 for name, v in zip(schema.attributes, known.values, strict=True)]  # fmt: skip
        parts.insert(1, (age, facts[0]))
        rows = "".join(
            f'<span class="{"pl-sure" if sure else "pl-open"}">{escape(w)}</span>' for w, sure in parts
        )
        whole = " pl-whole" if all(facts) else ""
        sign = "✓ " if whole else ""
        made.append(
            f'<li class="pl-card-person{whole}"><span class="pl-who">{sign}Person {number}</span>{rows}</li>'
        )
    return (
        f'<ol class="pl-cards" aria-label="The people of the block">{"".join(made)}</ol>'
        '<p class="pl-soft">Women first, from the youngest on. Then the men, in the same way.</p>'
    )


def _open(name: str) -> str:
    return {"sex": "sex ?", "born abroad": "born ?"}.get(name, f"{name} ?")


def printed(publication: Publication) -> str:
    """Return HTML for published tables as an office prints them: small tables with a title each."""
    made = []
    for table, entries in publication.tables:
        made.append(
            f'<table class="pl-table pl-office"><caption>{escape(table.name)}</caption>'
            + _body(table.by, table.what, entries)
            + "</table>"
        )
    return f'<div class="pl-offices">{"".join(made)}</div>'


def _label(value) -> str:
    if isinstance(value, tuple):
        return f"{value[0]}–{value[1]}"
    return HEADS.get(value, str(value))


def _body(by, what, entries) -> str:
    if len(by) == 2 and what == ("count",):
        first, second = by
        heads = list(dict.fromkeys(e.who[first] for e in entries))
        rows = list(dict.fromkeys(e.who[second] for e in entries))
        cell = {(e.who[first], e.who[second]): e.shown for e in entries}
        top = "".join(f'<th scope="col" class="pl-num">{escape(_label(h))}</th>' for h in heads)
        return f"<tr><td></td>{top}</tr>" + "".join(
            f'<tr><th scope="row">{escape(_label(r))}</th>'
            + "".join(f'<td class="pl-num">{escape(cell[h, r])}</td>' for h in heads)
            + "</tr>"
            for r in rows
        )
    if what == AVERAGES:
        groups = list(dict.fromkeys(tuple(e.who.values()) for e in entries))
        cell = {(tuple(e.who.values()), e.what): e.shown for e in entries}
        top = '<th scope="col" class="pl-num">Mean</th><th scope="col" class="pl-num">Median</th>'
        return f"<tr><td></td>{top}</tr>" + "".join(
            f'<tr><th scope="row">{escape(", ".join(map(_label, g)) or "All")}</th>'
            + "".join(f'<td class="pl-num">{escape(cell[g, w])}</td>' for w in what)
            + "</tr>"
            for g in groups
        )
    return "".join(
        f'<tr><th scope="row">{escape(", ".join(_label(v) for v in e.who.values()) or "People")}</th>'
        f'<td class="pl-num">{escape(e.shown)}</td></tr>'
        for e in entries
    )
