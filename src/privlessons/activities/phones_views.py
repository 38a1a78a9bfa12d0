"""What lesson 09 shows of phones, words and updates, as HTML; and the one crowd that its cards share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape

from privlessons.collective.crowd import Crowd, make_crowd
from privlessons.collective.messages import END
from privlessons.datasets import load_people
from privlessons.posts import load_topics
from privlessons.records import Message
from privlessons.ui import chat_view


@cache
def the_crowd() -> Crowd:
    """Return the phones of this lesson: invented people only, so that they may be kept."""
    board = [sentence for topic in load_topics().values() for sentence in topic]
    return make_crowd(load_people().to_dict("records"), board)


def typed(name: str, messages: Sequence[str]) -> str:
    """Return messages as bubbles on one phone."""
    return chat_view([Message("person", text) for text in messages], names={"person": name})


def keyboard(begin: str, suggestions: Iterable[str]) -> str:
    """Return a beginning and the three keys that the keyboard offers after it."""
    keys = "".join(
        f'<span class="pl-cap">{"· end ·" if word == END else escape(word)}</span>' for word in suggestions
    )
    return (
        f'<div class="pl-file"><div class="pl-file-name">The keyboard</div><div class="pl-keyboard">'
        f"<p>{escape(begin)} …</p><p>{keys}</p></div></div>"
    )


def named(words: Iterable[str], truth: Iterable[str]) -> str:
    """Return words that an attack named, each with a sign: typed, or not typed."""
    true = set(truth)
    items = "".join(
        f'<li class="{"pl-is" if word in true else "pl-isnt"}">{escape(word)} '
        f'<span aria-label="{"typed" if word in true else "not typed"}" role="img">'
        f"{'✓' if word in true else '✗'}</span></li>"
        for word in words
    )
    return f'<ul class="pl-words">{items}</ul>'


def rows(words: Sequence[str], numbers, mark: str = "") -> str:
    """Return some rows of an update as a file: each word and its first numbers; ``mark`` is in bold."""
    lines = []
    for word, line in zip(words, numbers, strict=True):
        text = f"{word:<11}" + " ".join(f"{_number(x):>9}" for x in line)
        lines.append(f"<b>{escape(text)}</b>" if word == mark else escape(text))
    return "\n".join(lines)


def _number(x: float) -> str:
    return "0" if x == 0 else f"{x:+.3f}" if abs(x) < 20 else f"{x:+.1f}"


def file(name: str, content: str) -> str:
    """Return content that is escaped already as a file with a name."""
    return f'<div class="pl-file"><div class="pl-file-name">{escape(name)}</div><pre>{content}</pre></div>'


def the(count: int, thing: str) -> str:
    """Return a count with its noun, "1 word" or "3 words"."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
