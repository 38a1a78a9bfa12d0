"""A policy's text -> its sentences with section and class; what is no policy gets one clear sentence."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from privlessons.policy.blocks import blocks, from_html, looks_like_html
from privlessons.policy.classes import classify
from privlessons.policy.language import seems
from privlessons.policy.records import Policy, Sentence
from privlessons.records import PlainError

LONGEST, LONGEST_PAGE = 600_000, 2_000_000
"""Characters of a text, more than twice the longest policy that we know of; and of a page with its tags."""
FEWEST = 8
"""Words below which there is nothing to read."""
LONGEST_SENTENCE = 2_000
"""Characters after which a sentence is cut, so that no text can make the rules slow."""
BANNER = 160
"""Words up to which a text about cookies with buttons is taken for a banner."""
ENDING = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
SHORT_FORMS = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|vs|cf|no|nos|art|sec|para|inc|ltd|llc|corp|co|mr|mrs|ms|dr|st|approx|al)"
    r"|\b[A-Za-z](?:\.[A-Za-z])*)\.$",
    re.IGNORECASE,
)


def read_policy(text: str | bytes) -> Policy:
    """Return a policy's sentences with their classes, from plain text, Markdown, HTML or a file's bytes.

    What can't be read raises a PlainError: nothing there, too long, a cookie banner, no text, or a language
    other than English, which the rules don't know.
    """
    text = _decode(text) if isinstance(text, bytes | bytearray | memoryview) else text
    _refuse_long(text, LONGEST_PAGE)
    if looks_like_html(text):
        text = from_html(text)
    _refuse_long(text, LONGEST)
    words = text.split()
    if len(words) < FEWEST:
        raise PlainError(
            "There is no policy in the box yet. Paste the text of one, at least a few sentences."
            if not words
            else "This is too short to be a policy. Paste some sentences."
        )
    language = seems(text)
    if language != "English":
        raise PlainError(
            f"This seems to be {language}. The rules read English only: look for an English version."
        )
    _refuse_banner(text, len(words))
    sentences = tuple(classify(_split(text)))
    if not any(s.matches for s in sentences):
        raise PlainError(
            "None of our rules fits a sentence of this text. It does not look like a privacy policy: paste "
            "the page that tells what happens to your data."
        )
    return Policy(sentences, sum(len(s.text.split()) for s in sentences))


def _refuse_long(text: str, most: int) -> None:
    if len(text) > most:
        raise PlainError(
            f"This is too long: {len(text) / 1e6:.1f} million characters. Paste the policy alone, without "
            f"the rest of the site: at most {LONGEST:,} characters."
        )


def _refuse_banner(text: str, words: int) -> None:
    low = text.lower()
    buttons = re.search(r"\b(?:accept|reject|allow|decline|manage|necessary only|got it|preferences)\b", low)
    if words <= BANNER and low.count("cookie") >= 2 and buttons and "policy" not in low[:60]:
        raise PlainError(
            f"This looks like a cookie banner: {words} words about cookies, and buttons. Look for a link "
            "such as “Privacy policy”, and paste that page."
        )


def sentences_of(paragraph: str) -> Iterator[str]:
    """Yield the sentences of a paragraph. Short forms such as "e.g." and "U.S." end none.

    What has no end for very long, such as a list without marks, is cut between words.
    """
    for sentence in _ended(paragraph):
        if len(sentence) > LONGEST_SENTENCE:
            yield from textwrap.wrap(sentence, LONGEST_SENTENCE)
        else:
            yield sentence


def _ended(paragraph: str) -> Iterator[str]:
    start = 0
    for end in ENDING.finditer(paragraph):
        before = paragraph[start : end.start() + 1]
        if SHORT_FORMS.search(before[-12:]):
            continue
        yield paragraph[start : end.end()].strip()
        start = end.end()
    if rest := paragraph[start:].strip():
        yield rest


def _split(text: str) -> Iterator[Sentence]:
    """Yield the sentences in order, each with its headings and the line that leads into its list."""
    path: list[tuple[int, str]] = []
    lead = ""
    for block in blocks(text):
        if block.kind == "contents":
            path, lead = [], ""
            continue
        if block.kind == "heading":
            path = [(level, words) for level, words in path if level < block.level]
            path.append((block.level, block.text))
            lead = ""
            continue
        section = tuple(words for _, words in path)
        item = block.kind == "item"
        if not item:
            lead = ""
        for sentence in sentences_of(block.text):
            yield Sentence(sentence, section, lead if item else "", item)
        if not item and block.text.endswith(":"):
            lead = list(sentences_of(block.text))[-1]


def _decode(data) -> str:
    """Return a file's text: UTF-8, UTF-16 with its mark, or what old Windows programs write."""
    data = bytes(data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if data[:5] == b"%PDF-" or data[:2] == b"PK" or b"\x00" in data[:4096]:
        raise PlainError("This file is not plain text. Open it, copy its text, and paste it into the box.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
