"""Made-up short messages on the phones of the town's people, and the words that a keyboard knows.

Nobody real typed them. Everybody shares the everyday sentences; hobby, animal and work give each phone a few
words of its own. Mika's are written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

MIKA = "P0417"
OPENINGS = ("", "", "", "hi", "hello", "morning", "ok", "sorry")
EVERYDAY = (
    "see you at the {place} {time}",
    "see you {time}",
    "i am running late again",
    "the bus is late again",
    "i will be there in {few} minutes",
    "can you pick up some {thing} on the way home",
    "do we need any {thing}",
    "we are out of {thing}",
    "do you want to come over {time}",
    "are you home {time}",
    "i am at the {place} now",
    "i am still at work",
    "call me when you can",
    "call me {time}",
    "thank you so much",
    "thanks for {time}",
    "how are you feeling today",
    "how was your day",
    "what do you want for dinner",
    "what time do you finish work",
    "happy birthday to you",
    "have a good day at work",
    "let me know when you get home",
    "let me know what you think",
    "i miss you",
    "i left my {lost} at the {place}",
    "have you seen my {lost}",
    "can we talk {time}",
    "good luck for {time}",
    "on my way home now",
)
FILLERS = {
    "place": ("station", "market", "harbour", "library", "pub", "bakery", "chapel", "beach"),
    "time": ("tomorrow", "tonight", "on friday", "on sunday", "after work", "in the morning", "at lunch"),
    "few": ("five", "ten", "twenty"),
    "thing": ("milk", "bread", "coffee", "eggs", "soap", "potatoes"),
    "lost": ("keys", "bag", "coat", "phone", "glasses"),
}
OF_ONES_OWN = {
    "hobby": ("{} is on tonight", "are you coming to {} on friday", "i need new shoes for {}"),
    "pet": ("can you feed the {} tonight", "the {} is asleep on my bed"),
    "occupation": ("they need another {} at work", "being a {} is hard today"),
}
MIKAS = (
    "hi ruth no swim today my hand is numb again",
    "the physio cannot see me until may",
    "the naproxen makes me sleepy",
    "please do not tell anyone about lantern tide",
    "lantern tide is still secret until september",
    "the whale boss for lantern tide is done",
    "i signed a contract so i cannot say more",
    "rory says the studio is nearly out of money",
    "the client still has not paid my invoice",
    "rent is due on friday and i am broke",
    "mum cannot read the big letters any more",
    "the damp behind my desk is back",
    "the gecko is asleep on my tablet",
    "see you at the beach in the morning",
    "i am still at work",
    "can you pick up some bread on the way home",
    "call me when you can",
    "let me know what you think",
)
PHONES, EACH = 50, 18
START, END = "<start>", "<end>"
WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Phone:
    """One phone: whose it is (a person's number and a name to show), and the messages typed on it."""

    person: str
    name: str
    messages: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """All words that were typed on it."""
        return frozenset(word for text in self.messages for word in WORDS.findall(text))


def fill(template: str, rng) -> str:
    """Return an everyday sentence with its gaps filled by chance."""
    return re.sub(r"{(\w+)}", lambda gap: str(rng.choice(FILLERS[gap[1]])), template)


def write(person: Mapping[str, str], rng, each: int = EACH) -> tuple[str, ...]:
    """Return ``each`` short messages of one person, about a quarter with words of their own."""
    own = [
        line.format(person[column])
        for column, lines in OF_ONES_OWN.items()
        for line in lines
        if person[column]
    ]
    texts = [str(rng.choice(own)) for _ in range(each // 4)] if own else []
    while len(texts) < each:
        texts.append(f"{rng.choice(OPENINGS)} {fill(str(rng.choice(EVERYDAY)), rng)}".strip())
    return tuple(texts[i].lower() for i in rng.permutation(each))


def make_phones(people: Iterable[Mapping], rng, phones: int = PHONES) -> tuple[Phone, ...]:
    """Return the phones of ``phones`` adults of the town, Mika's first.

    ``people`` are rows of the people table as mappings. The same generator ``rng`` gives the same phones.
    """
    rows = {row["person_id"]: row for row in people if row["age"] >= 18}
    mika = Phone(MIKA, "Mika", MIKAS)
    numbers = sorted(rows.keys() - {MIKA})
    drawn = [numbers[i] for i in rng.choice(len(numbers), phones - 1, replace=False)]
    return (mika, *(Phone(n, str(rows[n]["first_name"]), write(rows[n], rng)) for n in drawn))


def dictionary(more: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words that the keyboard knows, in order, with the marks for a message's start and end.

    These are the words of all sentences here and of the texts ``more``. A word that is not in it can't be
    learned, as on real keyboards.
    """
    texts = [*OPENINGS, *EVERYDAY, *MIKAS, *(" ".join(words) for words in FILLERS.values())]
    texts += [line for lines in OF_ONES_OWN.values() for line in lines]
    known = {word for text in (*texts, *more) for word in WORDS.findall(text.lower())}
    known -= set(FILLERS)  # names of gaps, not words
    return (START, END, *sorted(known | {"time", "few", "place", "thing", "lost"}))


def triples(texts: Iterable[str], words: Mapping[str, int]):
    """Return messages as an array (n, 3): the last two words and the one that came next, as numbers.

    Words that the keyboard doesn't know are left out.
    """
    import numpy as np

    rows = []
    for text in texts:
        known = [words[word] for word in WORDS.findall(text) if word in words]
        line = [words[START]] * 2 + known + [words[END]]
        rows += zip(line, islice(line, 1, None), islice(line, 2, None), strict=False)
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
