"""Lesson 07, stretch: a link to the class board. The learner's browser goes there, this notebook doesn't."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

from privlessons.controls import Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, text_box

EXAMPLE = "http://192.168.1.20:8790"
LONGEST = 200


def board_link(address: str, code: str) -> str:
    """Return the address of a board's page, from what a learner typed off the wall.

    The code may stand in the address already. Errors: no address of a web page, no join code.
    """
    address = re.sub(r"\s*([:/.])\s*", r"\1", address.strip())  # other spaces make it no address
    if address and "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address[:LONGEST])
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    good = host and parts.scheme in ("http", "https") and "@" not in parts.netloc
    if not good or not re.fullmatch(r"[A-Za-z0-9.:-]+", host):
        raise PlainError(f"Type the address as your teacher shows it. It looks like {EXAMPLE}.")
    inside = re.fullmatch(r"/r/([A-Za-z0-9]{6})/?", parts.path)
    code = "".join(code.split()) or (inside[1] if inside else "")
    if not re.fullmatch(r"[A-Za-z0-9]{6}", code):
        raise PlainError("Type the join code as the board shows it. It has six letters and digits.")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}/r/{code.upper()}"


@activity
def answer_on_the_board(lesson: Lesson) -> Activity:
    """Turn an address and a join code into a link; nothing is sent before the learner follows it."""
    address = text_box("Address of the board", placeholder=EXAMPLE)
    code = text_box("Join code")
    go, said = button("Make the link", primary=True), Live()
    card = Activity(
        [
            html("<p>Type what stands on the board. No board? Then flip with coins and hands, as above.</p>"),
            address,
            code,
            go,
            said,
        ],
        controls={"address": address, "code": code, "go": go},
        state={"link": None},
    )

    def make():
        card.state["link"], said.html = None, ""
        card.tell("")
        link = card.state["link"] = board_link(address.value, code.value)
        said.html = note(
            f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">Open {escape(link)}</a>'
            "<p>Until you click, nothing goes anywhere. The page opens in your own browser, and your coin "
            "falls there. It sends one word and shows it to you. It never says how your coin fell.</p>",
            "right",
            "Ready.",
        )

    card.on(go, make)
    return card
