"""Made-up answers of an assistant on a few topics, and how a program writes them out piece by piece."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from privlessons.home import home

PARTS = ("open", "middle", "close")
SENTENCES = (4, 7)
"""So many sentences stand between the first and the last of an answer, whatever its topic."""
LONG = 7
"""A word with more letters is written in several pieces, as chatbots do."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer and its topic (a key of `topics`)."""

    topic: str
    text: str


@cache
def _stock() -> dict[str, dict]:
    return json.loads((home() / "data" / "town" / "answers.json").read_text("utf-8"))


def topics() -> dict[str, str]:
    """Return the topics: key -> its name in words."""
    return {key: one["name"] for key, one in _stock().items()}


@dataclass(frozen=True, slots=True)
class Stock:
    """Half of all sentences, by topic and part of an answer ("open", "middle", "close")."""

    sentences: dict[str, dict[str, tuple[str, ...]]]


def split_stock(rng) -> tuple[Stock, Stock]:
    """Return two halves of all sentences, drawn by chance: what is learned from one is tested on the other.

    So a program is never tested on a sentence that it has seen; ``rng`` is a numpy generator.
    """
    halves: tuple[dict, dict] = ({}, {})
    for topic, parts in _stock().items():
        for half in halves:
            half[topic] = {}
        for part in PARTS:
            order = [parts[part][i] for i in rng.permutation(len(parts[part]))]
            for half, sentences in zip(halves, (order[::2], order[1::2]), strict=True):
                half[topic][part] = tuple(sentences)
    return Stock(halves[0]), Stock(halves[1])


def write_answer(topic: str, stock: Stock, rng) -> Said:
    """Return an answer put together from a stock of sentences; ``rng`` is a numpy generator."""
    first, middle, last = (stock.sentences[topic][part] for part in PARTS)
    count = int(rng.integers(SENTENCES[0], SENTENCES[1] + 1))
    picked = [middle[i] for i in rng.permutation(len(middle))[:count]]
    ends = [part[int(rng.integers(len(part)))] for part in (first, last)]
    return Said(topic, " ".join(_fill(one, rng) for one in (ends[0], *picked, ends[1])))


def write_all(learn: int, test: int, rng) -> list[Said]:
    """Return ``learn`` answers a topic of one half of the sentences, then ``test`` of the other."""
    halves = split_stock(rng)
    return [
        write_answer(topic, half, rng)
        for half, count in zip(halves, (learn, test), strict=True)
        for _ in range(count)
        for topic in topics()
    ]


def _fill(sentence: str, rng) -> str:
    def pick(slot):
        words = slot.group(1).split("|")
        return words[int(rng.integers(len(words)))]

    return re.sub(r"\{([^}]*)\}", pick, sentence)


def pieces(text: str) -> list[str]:
    """Return a text in pieces that join to it again: words with the space before them, long ones in parts.

    Chatbots write in such pieces, called tokens, of about a short word each. Theirs come from a learned list;
    these follow a simple rule.
    """
    found = []
    for word in re.findall(r"\s*\w+|\s*[^\w\s]", text):
        room = LONG + len(word) - len(word.lstrip())
        found += [word[at : at + room] for at in range(0, len(word), room)]
    return found
