"""A policy as a puzzle: a plain question, a few of its sentences, and which of them answers, if one does."""

from __future__ import annotations

from dataclasses import dataclass

from privlessons.policy.labels import label_policy
from privlessons.policy.records import Policy, Sentence
from privlessons.policy.weasels import weasels

ASKED = ("share", "train", "review", "keep")
"""The classes that the puzzle asks for: who else, what for, who reads, how long."""
OTHERS = 3
SHORTEST, LONGEST = 6, 32
"""Words of a sentence that is offered."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """Sentences in the order of the text; ``right`` is the index of the answering one, None for none."""

    kind: str
    sentences: tuple[Sentence, ...]
    right: int | None


def puzzle(policy: Policy, kind: str) -> Puzzle:
    """Return the question for a class: its best sentence, if it has one, among some that are about others."""
    rows = {row.kind: row for row in label_policy(policy).rows}
    answer = rows[kind].sentence
    order = [row.sentence for row in rows.values() if row.kind != kind and row.sentence]
    pool = [*order, *policy.sentences]
    if kind == "train":  # the sentence that many take for an answer
        pool = [s for s in policy.sentences if any(w.name == "improve" for w in weasels(s.text))] + pool
    others: list[Sentence] = []
    for sentence in pool:
        fits = (
            SHORTEST <= len(f"{sentence.lead} {sentence.text}".split()) <= LONGEST
            and sentence.kinds
            and not sentence.text.endswith(":")
        )
        if fits and kind not in sentence.kinds and sentence not in others:
            others.append(sentence)
    wanted = OTHERS + (answer is None)
    start = 0 if kind == "train" else ASKED.index(kind) if kind in ASKED else 0
    picked = (
        [others[(start + 2 * n) % len(others)] for n in range(min(wanted, len(others)))] if others else []
    )
    picked = list(dict.fromkeys([*picked, *others]))[:wanted]
    shown = [s for s in policy.sentences if s in picked or s == answer]
    return Puzzle(kind, tuple(shown), shown.index(answer) if answer else None)
