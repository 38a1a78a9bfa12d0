"""Instagram and Facebook as web pages, the form that both hand out unless JSON is chosen.

A page is a row of cards: a heading (whose message, or what was done), what was said, and a time without a
zone, in the owner's language. The names of the styles are the same in all languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from privlessons.exports.activity_html import dated, moment, pieces
from privlessons.exports.stream import encoding
from privlessons.exports.values import NO_TIME, position
from privlessons.records import Event

CARD = re.compile(r'<(?:div|section)\b[^>]*class="[^"]*\b_a6-g\b[^>]*>')
HEADING = re.compile(r'<(h2|div)\b[^>]*class="[^"]*\b_a6-h\b[^>]*>(.*?)</\1>', re.DOTALL)
FOOT = re.compile(r'class="[^"]*\b(?:_a6-o|_a72d)\b[^>]*>')
REACTIONS = re.compile(r'<ul class="_a6-q">.*?</ul>', re.DOTALL)
BREAK = re.compile(r"<br\s*/?>\s?", re.IGNORECASE)
TAGS = re.compile(r"(?:<[^>]*>)+")
TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
DEGREES = re.compile(r"-?\d{1,3}\.\d{2,}")
THREAD = re.compile(r"(?:^|[/\\])message_\d+\.html?$", re.IGNORECASE)
MARKS = {
    "instagram": (b"Instagram-Logo", b"your_instagram_activity/"),
    "facebook": (b"your_facebook_activity/", b"activity_across_facebook/", b"facebook.com/dyi/"),
}
MEDIA = {"<img": "[photos]", "<video": "[videos]", "<audio": "[audio files]"}
UNKNOWN = "says which of the names is yours."


@dataclass(frozen=True, slots=True)
class Card:
    """One record: its heading, what else it says, piece by piece, and when it was, as the page has it."""

    heading: str
    said: tuple[str, ...]
    time: str


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is such a page."""
    return head[:400].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and b"_a6-g" in head


def brand(head: bytes) -> str:
    """Name the service by the paths in a page's first bytes; empty if they tell of both, or of none."""
    found = [name for name, marks in MARKS.items() if any(mark in head for mark in marks)]
    return found[0] if len(found) == 1 and looks_like(head) else ""


def is_thread(name: str, head: bytes) -> bool:
    """Tell whether a page holds messages, by its name or because somebody in it is called as it is."""
    return looks_like(head) and (bool(THREAD.search(name)) or _title(head) in people(head))


def people(head: bytes) -> list[str]:
    """Return who writes in the first bytes of a page with messages."""
    cards = [_card(piece) for piece in CARD.split(_start(head))[1:]]
    return list(dict.fromkeys(card.heading for card in cards if card.heading and card.time))


def owner(head: bytes) -> str:
    """Return who isn't the one person after whom a page with messages is called; else empty."""
    names = people(head)
    others = [name for name in names if name != _title(head)]
    return others[0] if len(others) == 1 < len(names) else ""


def _title(head: bytes) -> str:
    found = TITLE.search(_start(head))
    return _plain(found[1]) if found else ""


def events(file, note: Callable[[str], None], leave: Callable[[str], None], me: str) -> Iterator[Event]:
    """Read the records of a page; ``me`` is the owner's name, where it is known."""
    talk = is_thread(file.name, file.head)
    kind = "messages" if talk else "searches" if "search" in file.name.lower() else "social posts"
    names = people(file.head) if talk else []
    others = [name for name in names if name != me]
    partner = others[0] if len(others) == 1 else f"{len(others)} people"
    if len(names) > 1 and not me:
        note(f"Nothing in {file.name} {UNKNOWN}")
    who = ""
    for piece in pieces(file, note, CARD):
        card = _card(piece)
        time = moment(card.time) if dated(card.time) else None
        if time is None:
            if card.time:
                leave(NO_TIME)
        elif talk:
            who = card.heading or who  # Facebook names a sender only once for what they say in a row
            mine = bool(me) and who == me
            text = "\n".join(card.said) or next((MEDIA[tag] for tag in MEDIA if tag in piece), "")
            yield Event(time, kind, text, who=partner if mine else who, mine=mine)
        else:
            numbers = [text for text in card.said if DEGREES.fullmatch(text)]
            north, east = (position(*numbers) if len(numbers) == 2 else None) or (None, None)
            above = "" if kind == "searches" and card.said else card.heading
            text = " · ".join(dict.fromkeys(filter(None, (above, *card.said))))
            yield Event(time, kind, text, latitude=north, longitude=east)


def _start(head: bytes) -> str:
    return head.decode(encoding(head), "ignore")


def _card(piece: str) -> Card:
    heading = HEADING.search(piece)
    rest = REACTIONS.sub("", piece[heading.end() :] if heading else piece)
    foot = FOOT.search(rest)
    said = _texts(rest[: foot.start()].rpartition("<")[0] if foot else rest)
    below = _texts(rest[foot.end() :]) if foot else []
    time = below[0] if below else ""
    at = [number for number, text in enumerate(said) if dated(text)]
    if at and not any(letter.isdigit() for letter in time):
        time = said.pop(at[-1])  # friends have it beside their name, some posts say when they were changed
    # Posts say once more when they were changed: "Updated" and the same time.
    said = [text for text in said if not (time and text.endswith(time) and len(text) < len(time) + 20)]
    once: list[str] = []
    for text in said:  # Instagram says a message with a link twice
        if text not in "\n".join(once):
            once.append(text)
    return Card(_plain(heading[2]) if heading else "", tuple(once), time)


def _texts(html: str) -> list[str]:
    return [text for piece in TAGS.split(BREAK.sub("\n", html)) if (text := _plain(piece))]


def _plain(html: str) -> str:
    return unescape(TAGS.sub("", html)).replace("\xa0", " ").replace("\u202f", " ").strip()
