"""Whose detail is it, the writer's or somebody else's? A guess from the words around it, not a certainty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from privlessons.records import Finding

ABOUT_PEOPLE = ("PERSON", "RELATION", "EMAIL_ADDRESS", "PHONE_NUMBER", "HANDLE")
"""The kinds that tell who somebody is or how to reach them."""

_INTRODUCES = re.compile(
    r"(?:\bmy name(?:['’]?s| is)|\bi am|\bi['’]?m|\bcall me|\bsign(?:ed)?(?: it)?(?: off)?(?: as| with)?"
    r"|\bmy (?:own )?(?:e-?mail|number|phone|mobile|cell|handle|user ?name|insta\w*)(?: address| number)?"
    r"(?: is|['’]s|:)?|\b(?:regards|thanks|cheers|best|love|yours\w*)[,!. ]*\n)\s*[-–:]?\s*$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a value in which it may be introduced


class Whose:
    """Learns the writer's own names, addresses and numbers from the account file and from introductions."""

    def __init__(self, owner: Iterable[str] = ()):
        self._own: set[str] = set()
        self._names: set[str] = set()
        for value in owner:
            self._learn(value)

    def _learn(self, value: str) -> None:
        self._own.add(key(value))
        if "@" not in value:
            self._names.update(_words(value))

    def listen(self, text: str, finding: Finding) -> None:
        """Take a value as the writer's own if it is introduced so: "my name is …", "my e-mail is …"."""
        if finding.kind not in ABOUT_PEOPLE or finding.kind == "RELATION":
            return
        if _INTRODUCES.search(text, max(0, finding.start - _REACH), finding.start):
            self._learn(text[finding.start : finding.end])

    def mine(self, kind: str, value: str) -> bool:
        """Guess whether a value is the writer's own. Somebody told by relation never is."""
        if kind == "RELATION":
            return False
        words = _words(value)
        return key(value) in self._own or (kind == "PERSON" and bool(words) and words <= self._names)


def key(value: str) -> str:
    """Return what two spellings of one value share: letters and digits in lower case."""
    return "".join(c for c in value.casefold() if c.isalnum()) or value


def _words(value: str) -> set[str]:
    return {word for word in re.findall(r"\w+", value.casefold()) if word != "s"}
