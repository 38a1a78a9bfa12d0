"""Who wrote a nameless post, from style alone: short runs of letters and a linear model.

Runs of two to four letters, marks and spaces (character n-grams) hold spelling, punctuation and pet words at
once; they are the usual features for this (Stamatatos, 2009). One linear model for each author tells that
author from all others, and the one that is surest wins.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from random import Random

from privlessons.records import PlainError


@dataclass(frozen=True, slots=True)
class Clue:
    """A word ``text[start:end]`` that speaks for an author; ``weight`` above 0, more is stronger."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Hits:
    """Of ``asked`` nameless posts by ``authors`` people, how many were given to the ``right`` one."""

    authors: int
    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share that was right, from 0 to 1."""
        return self.right / self.asked

    @property
    def chance(self) -> float:
        """What guessing blindly would get."""
        return 1 / self.authors


class Authorship:
    """A trained model. Make one with `learn_styles` or, to be told how far it is, with `learn_in_steps`."""

    def __init__(self, authors: Sequence[str], vectorizer, weights, offsets):
        self.authors = tuple(authors)
        self.vectorizer, self.weights, self.offsets = vectorizer, weights, offsets

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return (author, score), likeliest first. Scores only order the authors; they are no probability."""
        scores = self._scores([text])[0]
        return sorted(zip(self.authors, scores.tolist(), strict=True), key=lambda a: (-a[1], a[0]))

    def place(self, text: str, author: str) -> int:
        """Return the author's place in the ranking of a text, 1 for the likeliest."""
        if author not in self.authors:
            raise PlainError(f"The model does not know an author called {author}.")
        return 1 + [name for name, _ in self.rank(text)].index(author)

    def clues(self, text: str, author: str, most: int = 6) -> list[Clue]:
        """Return the words of a text that speak loudest for an author, in the order of the text.

        What a run of letters weighs is shared out over the letters of all its places.
        """
        vector = self.vectorizer.transform([text])
        weights = self.weights[self.authors.index(author)]
        names = self.vectorizer.get_feature_names_out()
        # What lies in a text of the model's letters: line breaks and the like count as one space.
        letters = re.sub(r"\s\s+", lambda m: " " + "\0" * (len(m[0]) - 1), text)
        loud = [0.0] * len(text)
        for i, value in zip(vector.indices, vector.data, strict=True):
            places = [m.start() for m in re.finditer(f"(?={re.escape(names[i])})", letters)]
            for place in places:
                for at in range(place, place + len(names[i])):
                    loud[at] += float(value * weights[i]) / len(places) / len(names[i])
        found = [Clue(*m.span(), sum(loud[m.start() : m.end()])) for m in re.finditer(r"\S+", text)]
        best = sorted((c for c in found if c.weight > 0), key=lambda c: -c.weight)[:most]
        return sorted(best, key=lambda c: c.start)

    def likeliest(self, texts: Sequence[str]) -> list[str]:
        """Return the likeliest author of each text."""
        return [self.authors[i] for i in self._scores(texts).argmax(axis=1)]

    def _scores(self, texts):
        return self.vectorizer.transform(texts) @ self.weights.T + self.offsets


def learn_in_steps(posts: Sequence[tuple[str, str]]) -> Generator[float, None, Authorship]:
    """Learn from (author, text) pairs; yield the share done after each author, return the model."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len({author for author, _ in posts}) < 2:
        raise PlainError("To tell authors apart, posts by two authors or more are needed.")
    vectorizer = TfidfVectorizer(
        analyzer="char",
        ngram_range=(2, 4),
        lowercase=False,
        sublinear_tf=True,
        min_df=2 if len(posts) >= 20 else 1,
    )
    try:
        features = vectorizer.fit_transform([text for _, text in posts])
    except ValueError:
        raise PlainError("These posts have no words to learn from.") from None
    return (yield from _fit(vectorizer, features, [author for author, _ in posts]))


def _fit(vectorizer, features, who: Sequence[str]) -> Generator[float, None, Authorship]:
    """Fit one linear model for each author: that author against all others."""
    import numpy as np
    from sklearn.svm import LinearSVC

    who = np.array(who)
    authors = sorted(set(who.tolist()))
    weights, offsets = [], []
    for number, author in enumerate(authors, 1):
        model = LinearSVC(random_state=0).fit(features, who == author)
        weights.append(model.coef_[0])
        offsets.append(model.intercept_[0])
        yield number / len(authors)
    return Authorship(authors, vectorizer, np.array(weights), np.array(offsets))


def learn_styles(posts: Sequence[tuple[str, str]]) -> Authorship:
    """Learn from (author, text) pairs how each author writes."""
    return finish(learn_in_steps(posts))


def finish(steps: Generator):
    """Go through steps without stopping and return their result."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return done.value


class Trial:
    """Posts made ready to count hits again and again: ``known`` to learn from, ``nameless`` to be told.

    Both are (author, text) pairs. Which runs of letters are counted comes from a model of all known posts.
    """

    def __init__(
        self, model: Authorship, known: Sequence[tuple[str, str]], nameless: Sequence[tuple[str, str]]
    ):
        self.vectorizer = model.vectorizer
        self.known, self.nameless = [a for a, _ in known], [a for a, _ in nameless]
        self.features = self.vectorizer.transform([text for _, text in known])
        self.asked = self.vectorizer.transform([text for _, text in nameless])

    def hits(self, authors: int, rng: Random) -> Generator[float, None, Hits]:
        """Draw so many authors, learn from their known posts, count the nameless ones that are told right.

        Yields the share done, returns the count.
        """
        everybody = sorted(set(self.known))
        if not 2 <= authors <= len(everybody):
            raise PlainError(f"Choose from 2 to {len(everybody)} authors.")
        drawn = set(rng.sample(everybody, authors))
        mine = [i for i, author in enumerate(self.known) if author in drawn]
        model = yield from _fit(self.vectorizer, self.features[mine], [self.known[i] for i in mine])
        asked = [i for i, author in enumerate(self.nameless) if author in drawn]
        best = (self.asked[asked] @ model.weights.T + model.offsets).argmax(axis=1)
        right = sum(model.authors[b] == self.nameless[i] for b, i in zip(best, asked, strict=True))
        return Hits(authors, right, len(asked))
