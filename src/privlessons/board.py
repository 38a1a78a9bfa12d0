"""The town's notice board: its posts and pages, and the texts that lesson 06 asks about."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from random import Random

from privlessons.copying import Document, Index, make_index
from privlessons.datasets import load_chats
from privlessons.home import home
from privlessons.posts import Style, load_topics, write_post
from privlessons.records import PlainError
from privlessons.writers import CASUAL_PIP, MIKA, PIP, SEED, Post, make_posts, make_writers

PIPS = 12
"""How many posts of each kind Pip writes on a topic."""


@dataclass(frozen=True)
class Board:
    """All posts of the board. Topics are dealt out in three parts, so that what is tested was never learned.

    ``first``, ``second`` and ``third`` hold the posts of people, and ``pips`` the same for Pip. Authorship
    learns from the first two and is tested on the third. The detector counts words on the first, learns from
    the second, and is tested on the third.
    """

    writers: tuple[Style, ...]
    first: tuple[Post, ...]
    second: tuple[Post, ...]
    third: tuple[Post, ...]
    pips: tuple[tuple[Post, ...], tuple[Post, ...], tuple[Post, ...]]

    @property
    def known(self) -> list[tuple[str, str]]:
        """(handle, text) of the posts that authorship learns from."""
        return [(p.handle, p.text) for p in (*self.first, *self.second)]

    @property
    def nameless(self) -> list[tuple[str, str]]:
        """(handle, text) of the posts whose handle is to be told."""
        return [(p.handle, p.text) for p in self.third]


@cache
def load_board() -> Board:
    """Return the board, always the same one."""
    rng = Random(SEED)
    writers = make_writers(rng)
    topics = list(load_topics())
    parts = [topics[n::3] for n in range(3)]
    people = [tuple(make_posts(writers, rng, part)) for part in parts]
    pips = tuple(
        tuple(
            Post("Pip", style.group, topic, write_post(style, topic, rng, rng.randint(4, 6)))
            for topic in part
            for style in (PIP, CASUAL_PIP)
            for _ in range(PIPS)
        )
        for part in parts
    )
    return Board(writers, *people, pips)


def _rows(name: str) -> list[dict]:
    return json.loads((home() / "data" / "town" / "board" / name).read_text("utf-8"))


@cache
def load_pages() -> tuple[Document, ...]:
    """Return the pages that people and clubs wrote about themselves."""
    return tuple(Document(r["text"], r["name"], r["author"]) for r in _rows("pages.json"))


def what_pip_learned() -> tuple[Document, ...]:
    """Return all that Pip learned from: pages, posts of the board, and people's chats with Pip."""
    board = load_board()
    with (home() / "data" / "town" / "people.csv").open(encoding="utf-8", newline="") as file:
        names = {row["person_id"]: f"{row['first_name']} {row['last_name']}" for row in csv.DictReader(file)}
    posts = (*board.first, *board.second, *board.third)
    return (
        *load_pages(),
        *(Document(p.text, f"a post: {p.topic}", p.handle) for p in posts),
        *(
            Document("\n".join(m.text for m in c.chat.messages), "a chat with Pip", names[c.person])
            for c in load_chats()
        ),
    )


@cache
def pip_index() -> Index:
    """Return what Pip learned from, made ready for searching."""
    return make_index(what_pip_learned())


@dataclass(frozen=True, slots=True)
class Check:
    """A text to check: ``by`` says, in a sentence, who really wrote it."""

    id: str
    title: str
    by: str
    text: str


def load_checks() -> tuple[Check, ...]:
    """Return the texts whose copied passages are to be found."""
    return tuple(Check(**row) for row in _rows("checks.json"))


@dataclass(frozen=True, slots=True)
class Nameless:
    """A post without a handle: who wrote it, and ``why`` without a name."""

    id: str
    author: str
    why: str
    text: str


def load_nameless() -> tuple[Nameless, ...]:
    """Return posts without a handle, written by hand; all are the companion's."""
    posts = tuple(Nameless(**row) for row in _rows("nameless.json"))
    if any(post.author != MIKA.handle for post in posts):
        raise PlainError("A nameless post of data/town/board has an author whom the board does not know.")
    return posts
