"""A small helper that answers on this machine: it looks up which old question is most like the new one.

It writes nothing of its own. Its answer is what Pip once said to somebody in town. Questions are compared
by their words and by how rare these are (TF-IDF, Spärck Jones 1972).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from privlessons.records import Chat, PlainError

ALIKE = 0.1
"""How alike (0 to 1) two questions must be at least; below, there is no answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Pip said to a ``like`` question, ``alike`` (0 to 1) the one asked. Empty words: nothing fits."""

    words: str
    like: str
    alike: float


@dataclass(frozen=True, eq=False)
class Helper:
    """Old ``questions`` with their ``answers``, and how words count (a fitted vectoriser and a matrix)."""

    questions: tuple[str, ...]
    answers: tuple[str, ...]
    reader: object
    matrix: object


def read(chats: Iterable[Chat]) -> Helper:
    """Make a helper of what people asked and what the assistant answered next."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    pairs = [
        (one.text, two.text)
        for chat in chats
        for one, two in pairwise(chat.messages)
        if (one.author, two.author) == ("person", "assistant")
    ]
    if not pairs:
        raise PlainError("There is no question with an answer in these chats. Give at least one.")
    questions, answers = zip(*pairs, strict=True)
    reader = TfidfVectorizer(sublinear_tf=True, stop_words="english")
    return Helper(questions, answers, reader, reader.fit_transform(questions))


def answer(helper: Helper, question: str) -> Answer:
    """Return the answer to the old question that is most like ``question``."""
    alike = (helper.matrix @ helper.reader.transform([question]).T).toarray().ravel()
    best = int(alike.argmax())
    if alike[best] < ALIKE:
        return Answer("", "", float(alike[best]))
    return Answer(helper.answers[best], helper.questions[best], float(alike[best]))
