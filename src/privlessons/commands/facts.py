"""``privlessons facts``: the dated rows on services and rights, and which of them may be out of date."""

from __future__ import annotations

from datetime import date
from textwrap import fill

from privlessons.commands import say
from privlessons.records import PlainError

WIDTH = 88


def add_parser(commands) -> None:
    """Register the sub-command ``facts``."""
    add = commands.add_parser(
        "facts",
        help="list what we know about services and rights, and what may be out of date",
        description="Lists the dated rows of this workbook: where to click at which service, and which right "
        "holds where. A row is out of date when nobody has checked it for some time. Then check it yourself "
        "before you rely on it.",
    )
    add.add_argument("--stale", action="store_true", help="only what may be out of date")
    add.add_argument("--as-of", metavar="DATE", help="as if it were this day, such as 2026-11-30")
    add.add_argument("--service", metavar="NAME", help="only one service, with steps, such as ChatGPT")
    add.set_defaults(run=run)


def run(args) -> int:
    """Print the rows; stale ones are marked, and are no error."""
    from privlessons.facts import check_shape, find_service, load_facts, services
    from privlessons.rights.crawlers import load_crawlers
    from privlessons.rights.law import load_rights

    today = _day(args.as_of)
    names = ("providers", "rights", "crawlers")
    faults = [f"{name}.json: {fault}" for name in names for fault in check_shape(name)]
    if faults:
        raise PlainError(f"The facts are not in their shape. {faults[0]}.")
    facts = load_facts()
    if args.service:
        known = find_service(args.service)
        if known is None:
            named = ", ".join(services(facts))
            raise PlainError(f"We know no service “{args.service[:40]}”. We know: {named}.")
        facts = tuple(f for f in facts if f.service == known)
    rows = [(f.stale(today), f.check_by, f"{f.product}: {f.control}", f) for f in facts]
    if not args.service:
        rows += [
            (right.stale(today), right.check_by, f"{law.name}: {right.title}", None)
            for law in load_rights().values()
            for right in law.rights
            if right.shown(today)
        ]
        crawlers = load_crawlers()
        rows.append((crawlers.stale(today), crawlers.check_by, "Crawlers of AI firms: the list", None))
    stale = sum(row[0] for row in rows)
    for old, check_by, words, fact in rows:
        if old or not args.stale:
            say(f"{'check first' if old else 'dated      '}  {check_by}  {words}")
            if args.service:
                say(_steps(fact))
    say(f"\n{stale} of {len(rows)} rows may be out of date on {today}.")
    say("After the day beside a row, check it first.")
    return 0


def _steps(fact) -> str:
    from privlessons.facts import said_date

    told = [f"   {number}. {step}" for number, step in enumerate(fact.where, 1)]
    told += [_fill(words) for words in (fact.does, f"But: {fact.does_not}")]
    if fact.conflict:
        both = (f"- {fact.conflict.one}", f"- {fact.conflict.other}")
        told += [_fill(w) for w in (f"The sources don't agree on {fact.conflict.about}.", *both)]
    dated = said_date(fact.source_date) or "without a date"
    told.append(_fill(f"Source ({fact.kind}, {dated}): {fact.source}."))
    told.append(f"   {fact.url}")
    return "\n".join(told) + "\n"


def _fill(words: str) -> str:
    return fill(words, WIDTH, initial_indent="   ", subsequent_indent="   ")


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError:
        raise PlainError(f"“{text[:30]}” is no date. Write it like 2026-11-30.") from None
