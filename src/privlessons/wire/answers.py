"""Made-up answers of an assistant on a few topics, and how a program writes them out piece by piece."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from privlessons.home import home

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


def write_answer(topic: str, rng) -> Said:
    """Return an answer put together from the topic's stock of sentences; ``rng`` is a numpy generator."""
    stock = _stock()[topic]
    count = int(rng.integers(SENTENCES[0], SENTENCES[1] + 1))
    middle = [stock["middle"][i] for i in rng.permutation(len(stock["middle"]))[:count]]
    first, last = (stock[part][int(rng.integers(len(stock[part])))] for part in ("open", "close"))
    return Said(topic, " ".join(_fill(sentence, rng) for sentence in (first, *middle, last)))


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
