"""Posts for the town's notice board: the same plain sentences, written down in different people's habits.

What a post is about comes from ``data/town/board/topics.json`` and is shared by all writers. How it is
written comes from a `Style`: greeting, pet words, small letters, apostrophes, long or short sentences. So
only the habits can give a writer away, never the subject. The habits are invented; each is plausible.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from random import Random

from privlessons.home import home

PLAIN = {
    "very": "very",
    "good": "good",
    "bad": "bad",
    "think": "I think",
    "because": "because",
    "bit": "a bit",
    "lot": "a lot of",
    "and": "and",
    "please": "please",
    "but": "but",
    "maybe": "maybe",
    "kids": "children",
}
"""The words that pet words stand in for."""
SHORT = [
    (re.compile(rf"\b{long}\b", re.IGNORECASE), short)
    for long, short in (
        ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"),
        ("are not", "aren't"), ("have not", "haven't"), ("has not", "hasn't"), ("cannot", "can't"),
        ("I am", "I'm"), ("I have(?! to| [a-z]+ food| a | the )", "I've"), ("I would", "I'd"),
        ("it is", "it's"), ("we are", "we're"), ("we have(?! candles| a )", "we've"),
        ("they are", "they're"), ("that is", "that's"), ("she is", "she's"),
        ("he is", "he's"), ("they have(?! a )", "they've"), ("there is", "there's"), ("will not", "won't"),
    )
]  # fmt: skip
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "forty": "40", "sixty": "60",
}  # fmt: skip
AMERICAN = {
    "neighbour": "neighbor",
    "colour": "color",
    "grey": "gray",
    "centre": "center",
    "realise": "realize",
}


@dataclass(frozen=True)
class Style:
    """One writer's habits. Rates go from 0 (never) to 1 (always); choices are drawn anew each time.

    ``group`` is "free", "plain", "second language", "Pip" or "Pip, told to sound casual". ``words`` maps keys
    of `PLAIN` to pet words. ``small`` is "all" for no capitals, "i" for a small i. ``shorten``: don't for do
    not; ``apostrophes`` False writes dont. ``join`` runs sentences together, ``aside`` adds a scrap such as
    "Typical.", ``filler`` opens a sentence with "honestly" and the like.
    """

    handle: str
    group: str = "free"
    hello: tuple[str, ...] = ("",)
    bye: tuple[str, ...] = ("",)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shorten: float = 0.0
    apostrophes: bool = True
    small: str = ""
    american: bool = False
    digits: float = 0.0
    you: str = "you"
    ampersand: float = 0.0
    commas: float = 1.0
    join: float = 0.0
    joint: str = ", and "
    exclaim: float = 0.0
    dots: float = 0.0
    ellipsis: str = "..."
    fillers: tuple[str, ...] = ()
    filler: float = 0.0
    asides: tuple[str, ...] = ()
    aside: float = 0.0
    typos: dict[str, str] = field(default_factory=dict)
    faces: tuple[str, ...] = ()
    face: float = 0.0
    gap: str = " "


@cache
def load_topics() -> dict[str, tuple[str, ...]]:
    """Return what people write about: topic -> its plain sentences, with marks such as {very}."""
    rows = json.loads((home() / "data" / "town" / "board" / "topics.json").read_text("utf-8"))
    return {topic: tuple(sentences) for topic, sentences in rows.items()}


def write_post(style: Style, topic: str, rng: Random, sentences: int = 5) -> str:
    """Return one post of about 60 words on a topic, in a style."""
    said = load_topics()[topic]
    chosen = sorted(rng.sample(range(len(said)), min(sentences, len(said))))
    return in_style(style, [said[i] for i in chosen], rng)


def in_style(style: Style, sentences: list[str], rng: Random) -> str:
    """Write plain sentences down in a style."""
    parts = [_reword(style, sentence, rng) for sentence in sentences]
    parts = _open(style, parts, rng)
    parts = _run_together(style, parts, rng)
    parts = _scatter(style, parts, rng)
    ended = [_end(style, part, rng) for part in parts]
    hello, bye = rng.choice(style.hello), rng.choice(style.bye)
    if hello.endswith(","):
        ended[0] = _lower(ended[0])
    text = style.gap.join(filter(None, [hello, *ended, bye]))
    return _spell(style, text, rng)


def _reword(style: Style, sentence: str, rng: Random) -> str:
    def pick(mark):
        return rng.choice(style.words.get(mark[1], (PLAIN[mark[1]],)))

    text = re.sub(r"\{(\w+)\}", pick, sentence.rstrip("."))
    text = re.sub(" {2,}", " ", text)
    for long, short in SHORT:
        if rng.random() < style.shorten:
            text = long.sub(lambda m, s=short: s[0].upper() + s[1:] if m[0][0].isupper() else s, text)
    if rng.random() < style.digits:
        text = re.sub(r"\b\w+\b", lambda m: NUMBERS.get(m[0], m[0]), text)
    if rng.random() < style.ampersand:
        text = text.replace(" and ", " & ")
    if rng.random() > style.commas:
        text = text.replace(",", "")
    return text[:1].upper() + text[1:]


def _open(style: Style, parts: list[str], rng: Random) -> list[str]:
    return [
        f"{rng.choice(style.fillers)} {_lower(part)}"
        if style.fillers and rng.random() < style.filler
        else part
        for part in parts
    ]


def _lower(part: str) -> str:
    """Return a part to stand inside a sentence; I stays large."""
    return part if re.match(r"I\b", part) else part[:1].lower() + part[1:]


def _run_together(style: Style, parts: list[str], rng: Random) -> list[str]:
    joined = parts[:1]
    for part in parts[1:]:
        if not joined[-1].endswith("?") and rng.random() < style.join:
            joined[-1] += style.joint + _lower(part)
        else:
            joined.append(part)
    return joined


def _scatter(style: Style, parts: list[str], rng: Random) -> list[str]:
    out = []
    for part in parts:
        out.append(part)
        if style.asides and rng.random() < style.aside:
            out.append(rng.choice(style.asides))
    return out


def _end(style: Style, part: str, rng: Random) -> str:
    if part[-1] in "?!.":
        return part
    roll = rng.random()
    mark = "!" if roll < style.exclaim else style.ellipsis if roll < style.exclaim + style.dots else "."
    if style.faces and rng.random() < style.face:
        mark = f" {rng.choice(style.faces)}" if mark == "." else f"{mark} {rng.choice(style.faces)}"
    return part[:1].upper() + part[1:] + mark


def _spell(style: Style, text: str, rng: Random) -> str:
    swaps = dict(style.typos)
    if style.american:
        swaps |= AMERICAN
    for right, written in swaps.items():
        text = re.sub(rf"\b{right}", written, text)
    if style.you != "you":
        text = re.sub(r"\byou\b", lambda m: style.you if rng.random() < 0.8 else m[0], text)
    if not style.apostrophes:
        text = re.sub(r"(?<=\w)'(?=\w)", "", text)
    if style.small == "all":
        return text.lower()
    return re.sub(r"\bI\b", "i", text) if style.small == "i" else text
