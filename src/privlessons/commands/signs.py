"""``privlessons signs``: files for one's own web pages that ask AI crawlers to stay out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from privlessons.commands import say
from privlessons.commands.request_acts import write


def add_parser(commands) -> None:
    """Register the sub-command ``signs``."""
    add = commands.add_parser(
        "signs",
        help="make robots.txt and tdmrep.json, which ask AI crawlers to stay out of your site",
        description="Makes two small files for your own web pages. They ask crawlers of AI firms to stay "
        "out. They are signs and no locks. Nothing is sent: you put them on your site yourself.",
    )
    add.add_argument(
        "--purpose",
        default="training",
        help="whom to ask, with commas between: training, search, visits (default: training)",
    )
    add.add_argument(
        "--part", default="/", metavar="/FOLDER/", help="which part of the site (default: all of it)"
    )
    add.add_argument(
        "--policy", default="", metavar="ADDRESS", help="the web address of your own terms, if any"
    )
    add.add_argument("--folder", type=Path, default=Path(), help="where to write the files (default: here)")
    add.set_defaults(run=run)


def run(args) -> int:
    """Write the files and say what they do not stop."""
    from privlessons.rights.crawlers import DOES_NOT, load_crawlers, signs

    listed = load_crawlers()
    purposes = tuple(word.strip() for word in args.purpose.split(",") if word.strip())
    made = signs(listed, purposes, args.part, args.policy)
    say(f"Written: {write(args.folder / 'robots.txt', made.robots.encode())}")
    say(f"Written: {write(args.folder / '.well-known' / 'tdmrep.json', made.tdmrep.encode())}")
    say("robots.txt belongs at the top of your site. If there is one, put these lines below its own.")
    say(
        f"Your server may also send with each page:\n{made.header}\nOr in the head of each page:\n{made.meta}"
    )
    say("\nWhat it does not stop:")
    for sentence in DOES_NOT:
        say(f"- {sentence}")
    old = " It may be out of date: check first." if listed.stale(date.today()) else ""
    say(f"\nSource ({listed.kind}, {listed.source_date}): {listed.source}.{old} {listed.url}")
    return 0
