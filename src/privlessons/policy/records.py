"""The records of a read policy: sentences, where they stand, and what the rules matched in them."""

from __future__ import annotations

from dataclasses import dataclass

CLASSES = ("collect", "use", "train", "review", "share", "keep", "controls", "children", "changes")
"""What a sentence of a policy can be about; a sentence may be about several of them, or about none."""

WORDS = {
    "collect": "collect",
    "use": "use",
    "train": "train",
    "review": "human review",
    "share": "share",
    "keep": "keep",
    "controls": "your controls",
    "children": "children",
    "changes": "changes",
}
QUESTIONS = {
    "collect": "What do they collect?",
    "use": "What do they use it for?",
    "train": "Do they train AI models with it?",
    "review": "Do people read it?",
    "share": "Who else gets it?",
    "keep": "How long do they keep it?",
    "controls": "What can you do about it?",
    "children": "What about children?",
    "changes": "How do they tell you about changes?",
}


@dataclass(frozen=True, slots=True)
class Match:
    """What one rule matched: ``text[start:end]`` of its sentence. ``rule`` says the reason in words.

    Nothing of it (start == end) where the class comes from a heading or from the line before a list.
    """

    kind: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item. ``section`` are its headings, the outermost first.

    ``lead`` is the line that leads into its list, such as "We use your data to:", or "".
    """

    text: str
    section: tuple[str, ...] = ()
    lead: str = ""
    item: bool = False
    matches: tuple[Match, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The classes of the sentence, in the order of `CLASSES`."""
        found = {m.kind for m in self.matches}
        return tuple(kind for kind in CLASSES if kind in found)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy as sentences in order. ``words`` is how many words there are to read, headings apart."""

    sentences: tuple[Sentence, ...]
    words: int
