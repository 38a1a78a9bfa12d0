"""``privlessons request``: letters about your data, days to remember, and a list of what you asked for."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from privlessons.commands import request_acts as acts

ABOUT = """\
Writes letters to services about your own data, tells by when they must answer, and keeps a list of what you
asked for. Nothing is sent: you send the letters yourself. The list is one file on this computer. It holds no
name and no mail address. This is not legal advice.

Start with one letter:
  privlessons request new --kind erasure --service ChatGPT --place DE --name "Mika Tarn"
When you have sent it:
  privlessons request sent 1
What to do today:
  privlessons request next
"""


def add_parser(commands) -> None:
    """Register the sub-command ``request`` and its own sub-commands."""
    top = commands.add_parser(
        "request",
        help="write letters about your data, and keep track of the answers",
        description=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    subs = top.add_subparsers(title="what you can do", dest="what", metavar="DO")
    top.set_defaults(run=lambda args: top.print_help())
    _add_new(subs)
    due = _sub(subs, "due", acts.due, "by when must they answer? (keeps nothing)")
    due.add_argument("--kind", required=True, help="what was asked for; see: new --help")
    due.add_argument("--place", required=True, help="where you live; see: places")
    due.add_argument(
        "--received", required=True, metavar="DATE", help="the day it arrived, such as 2026-11-30"
    )
    due.add_argument("--identity", metavar="DATE", help="UK: the day your proof of identity arrived")
    listed = _sub(subs, "list", acts.list_all, "show what you asked for, and how it stands")
    listed.add_argument("--csv", action="store_true", help="as a table for a spreadsheet")
    _sub(subs, "next", acts.next_all, "what to do now")
    sent = _numbered(subs, "sent", acts.sent, "write down that you sent it")
    sent.add_argument("--received", metavar="DATE", help="the day it arrived, if later than it was sent")
    answered = _numbered(subs, "answered", acts.answered, "write down that they answered")
    answered.add_argument(
        "--how", required=True, choices=("all", "part", "no", "nothing"), help="what they did"
    )
    _numbered(subs, "longer", acts.longer, "write down that they said they need more time")
    done = _sub(subs, "done", acts.done, "put a request aside: it is settled for you")
    done.add_argument("number", type=int)
    diary = _sub(subs, "calendar", acts.calendar, "write a calendar file (.ics) with all days and reminders")
    diary.add_argument("file", nargs="?", default="requests.ics", help="its name (default: requests.ics)")
    export = _sub(subs, "export", acts.export, "write the whole list to a file of your own")
    export.add_argument(
        "file", nargs="?", default="my-requests.json", help="its name (default: my-requests.json)"
    )
    erase = _sub(subs, "erase", acts.erase, "erase one request, or all of them")
    erase.add_argument("which", metavar="NUMBER", help="its number, or: all")
    erase.add_argument("--yes", action="store_true", help="don't ask again")
    _sub(subs, "places", acts.places, "list the places that we know, with their codes")


def _sub(subs, name: str, act, words: str):
    add = subs.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    add.add_argument("--on", metavar="DATE", help="as if today were this day, such as 2026-11-30")
    add.set_defaults(run=lambda args: act(args, acts.the_tracker(), acts.as_day(args.on) or date.today()))
    return add


def _numbered(subs, name: str, act, words: str):
    add = _sub(subs, name, act, words)
    add.add_argument("number", type=int, help="the request's number; see: list")
    add.add_argument("date", nargs="?", metavar="DATE", help="on which day (default: today)")
    return add


def _add_new(subs) -> None:
    from privlessons.rights.standing import KINDS

    new = _sub(subs, "new", acts.new, "write a letter, and put it on the list")
    kinds = "; ".join(f"{kind}: {words}" for kind, words in KINDS.items())
    new.add_argument("--kind", required=True, choices=tuple(KINDS), metavar="KIND", help=kinds)
    new.add_argument("--service", required=True, help="whom you ask, such as ChatGPT or Claude")
    new.add_argument("--place", required=True, help="where you live: DE, GB-ENG, US-CA …; see: places")
    new.add_argument("--name", required=True, help="your name, as it should stand below the letter")
    new.add_argument("--email", default="", help="the mail address of your account there")
    new.add_argument("--details", default="", help="your own words: reasons, what is wrong, what happened")
    new.add_argument(
        "--to", metavar="ADDRESS", help="where to send it (default: the one that we know, if any)"
    )
    new.add_argument("--asked-on", metavar="DATE", help="for a complaint: the day of your first letter")
    new.add_argument("--sent", metavar="DATE", help="the day you sent it, if you have")
    new.add_argument("--received", metavar="DATE", help="the day it arrived, if later than it was sent")
    new.add_argument(
        "--format",
        default="text",
        metavar="LIST",
        help="which files to write, with commas between: text, eml (a draft for your mail program), page (to "
        "print), calendar. Default: text",
    )
    new.add_argument("--folder", type=Path, default=Path(), help="where to write them (default: here)")
    new.add_argument("--no-list", action="store_true", help="don't put it on the list")
