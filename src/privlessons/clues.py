"""From words that were left in a chat to the people they fit: what somebody with a second list can do.

The clues were marked by the author of each invented chat. A real searcher has to spot them first, and needs
a list such as the town's. Being the only one who fits is not yet the same as being found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from privlessons.kinds import DIRECT, KINDS
from privlessons.records import Planted, TownChat
from privlessons.town import fits

Span = tuple[int, int, int]
"""(message, start, end): half-open string indices into the text of one message of a chat."""

BAR = "█"
_REACHES = DIRECT - {"PERSON", "SECRET"}  # a name narrows, a password opens; the rest lead to one person
_NUMBERS = "no one two three four five six seven eight nine ten".split()
_TENS = "teens twenties thirties forties fifties sixties seventies eighties nineties".split()
_SAYS = {
    "first_name": "is called {}",
    "last_name": "has the family name {}",
    "birth_date": "was born on {}",
    "age": "is {} years old",
    "postcode": "lives at postcode {}",
    "district": "lives in {}",
    "household_role": "lives as: {}",
    "home": "{} the home",
    "employer": "works or learns at {}",
    "born_in": "was born in {}",
    "second_language": "speaks {}",
    "hobby": "has the hobby {}",
    "handedness": "is {}-handed",
}
_WITH_THE = {"Philippines", "United Kingdom", "Netherlands", "United States"}
_NO_ARTICLE = {"retired", "looking for work", ""}


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a chat that fit some people of the list and not others.

    ``words`` stand in the chat at each of ``spans``, with bars for hidden letters. People fit whose
    ``column`` fits ``pattern`` (see `town.fits`).
    """

    words: str
    column: str
    pattern: str
    spans: tuple[Span, ...]
    kind: str = "DESCRIPTION"

    @property
    def says(self) -> str:
        """What the clue tells, as the end of a sentence: "is left-handed"."""
        return says(self.column, self.pattern, self.kind)


@dataclass(frozen=True, slots=True)
class Step:
    """One clue more: ``left`` holds the positions in the table of the people who fit all clues so far."""

    clue: Clue
    left: tuple[int, ...]


def says(column: str, pattern: str, kind: str = "") -> str:
    """Return what a clue tells about somebody, as the end of a sentence."""
    if column == "person_id":
        return f"is the one person with this {KINDS[kind].word}" if kind in KINDS else "is this one person"
    plain = pattern.strip("*-").strip()
    if column == "age" and re.fullmatch(r"[1-9]\?", pattern):
        return f"is in their {_TENS[int(pattern[0]) - 1]}"
    if column == "children" and plain.isdigit():
        many = _NUMBERS[int(plain)] if int(plain) < len(_NUMBERS) else plain
        return f"has {many} {'child' if plain == '1' else 'children'} at home"
    if column == "sex":
        return {"f": "is a woman or girl", "m": "is a man or boy"}.get(plain, "is neither man nor woman")
    if column == "born_in" and plain in _WITH_THE:
        plain = f"the {plain}"
    if column == "occupation":
        return f"is some kind of {plain}" if plain != pattern else f"is {_a(plain)}"
    if column == "pet":
        return f"keeps {_a(plain)}"
    if column == "birth_date" and re.fullmatch(r"\d{4}", plain):
        return f"was born in {plain}"
    if column == "birth_date" and re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        day = date.fromisoformat(plain)
        plain = f"{day.day} {day:%B %Y}"
    if plain != pattern and column == "postcode":
        return f"lives where postcodes start with {plain}"
    return _SAYS.get(column, f"has this in the column {column}: {{}}").format(plain)


def _a(words: str) -> str:
    """Return words with their article, if they take one."""
    if words in _NO_ARTICLE or words.split(maxsplit=1)[0] in _NUMBERS:
        return words
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"


def visible(planted: Planted, hidden: Iterable[Span]) -> bool:
    """Whether a planted span can still be read: less than half of its characters are hidden."""
    return 2 * len(_covered(planted, hidden)) < planted.end - planted.start


def _covered(planted: Planted, hidden: Iterable[Span]) -> set[int]:
    return {
        at
        for message, start, end in hidden
        if message == planted.message
        for at in range(max(start, planted.start), min(end, planted.end))
    }


def _as_left(planted: Planted, chat: TownChat, hidden: Iterable[Span]) -> str:
    """Return the words of a span as a reader sees them, with a bar for each hidden character."""
    text, covered = chat.chat.messages[planted.message].text, _covered(planted, hidden)
    return "".join(BAR if at in covered else text[at] for at in range(planted.start, planted.end))


def read_clues(chat: TownChat, hidden: Collection[Span] = (), people=None) -> tuple[Clue, ...]:
    """Return what still tells about the person who typed a chat, in reading order, each clue once.

    A visible name is a clue if it is the one that the ``people`` table has; a nickname leads nowhere there.
    A visible address, number or online
    name leads to the one person by itself. What tells about other people is left to `others_in`.
    """
    found: dict[tuple[str, str], list] = {}
    for planted in sorted(chat.planted, key=lambda p: (p.message, p.start)):
        if planted.whom != "self":
            continue
        for part, told in _told(planted, chat, people):
            if visible(part, hidden):
                words = _as_left(part, chat, hidden)
                clue = found.setdefault(told, [words, part.kind])
                if BAR not in words:  # of two places, the one that is wholly there is quoted
                    clue[0] = words if BAR in clue[0] else clue[0]
                clue.append((part.message, part.start, part.end))
    return tuple(
        Clue(words, column, pattern, tuple(spans), kind)
        for (column, pattern), (words, kind, *spans) in found.items()
    )


def _told(planted: Planted, chat: TownChat, people) -> Iterator[tuple[Planted, tuple[str, str]]]:
    """Yield what a span tells, each with the part of the span that tells it: names word by word."""
    if planted.clue:
        yield planted, planted.clue
    elif planted.kind in _REACHES:
        yield planted, ("person_id", chat.person)
    elif planted.kind == "PERSON" and people is not None:
        listed = people.loc[people.person_id == chat.person, ["first_name", "last_name"]].to_dict("records")
        names = {name.lower(): (column, name) for row in listed for column, name in row.items()}
        words = chat.chat.messages[planted.message].text[planted.start : planted.end]
        for word in re.finditer(r"[^\W\d_]+", words):
            if word.group().lower() in names:
                start = planted.start + word.start()
                part = replace(planted, start=start, end=start + len(word.group()))
                yield part, names[word.group().lower()]


def candidates(people, clues: Iterable[Clue | tuple[str, str]]):
    """Return the rows of the people table that fit every clue, a `Clue` or a ``(column, pattern)``."""
    left = people
    for clue in clues:
        column, pattern = (clue.column, clue.pattern) if isinstance(clue, Clue) else clue
        left = left[left[column].map(lambda value, pattern=pattern: fits(value, pattern)).astype(bool)]
    return left


def narrow(people, clues: Sequence[Clue]) -> tuple[Step, ...]:
    """Return, clue by clue, who still fits; positions count the rows of ``people`` from 0."""
    steps, left = [], people.reset_index(drop=True)
    for clue in clues:
        left = candidates(left, [clue])
        steps.append(Step(clue, tuple(map(int, left.index))))
    return tuple(steps)


def dots(total: int, left: Collection[int]) -> bytes:
    """Return one byte for each of ``total`` people: 0 out, 1 fits, 2 where nobody else fits."""
    states = bytearray(total)
    for position in left:
        states[position] = 2 if len(left) == 1 else 1
    return bytes(states)


def others_in(chat: TownChat, hidden: Collection[Span] = ()) -> dict[str, tuple[str, ...]]:
    """Return whose details besides the writer's can still be read, with the words, each once."""
    found: dict[str, dict[str, str]] = {}
    for planted in chat.planted:
        if planted.whom != "self" and visible(planted, hidden):
            words = _as_left(planted, chat, hidden)
            found.setdefault(planted.whom, {}).setdefault(words.lower(), words)
    return {whom: tuple(words.values()) for whom, words in found.items()}


def needless(chat: TownChat, hidden: Iterable[Span]) -> tuple[str, ...]:
    """Return the hidden words that gave nobody away: those that touch no planted span."""
    return tuple(
        chat.chat.messages[message].text[start:end]
        for message, start, end in hidden
        if not any(p.message == message and p.start < end and start < p.end for p in chat.planted)
    )
