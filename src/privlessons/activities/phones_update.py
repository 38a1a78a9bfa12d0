"""Lesson 09: open what one phone sent, and list the words that were typed on it."""

from __future__ import annotations

from privlessons.activities.phones import KEY
from privlessons.activities.phones_views import file, named, rows, the, the_crowd, typed
from privlessons.collective import leaks
from privlessons.collective.phones import WIDE
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, replay

SHOWN, NUMBERS, AROUND, PAIRS = 5, 5, 3, 10
HIDDEN = "lantern"


@activity
def open_an_update(lesson: Lesson) -> Activity:
    """Attack one phone's update: name the words from the numbers alone, then count right and wrong."""
    return _Open(lesson).card


class _Open:
    def __init__(self, lesson: Lesson):
        self.lesson, self.crowd = lesson, the_crowd()
        names = ["Mika's", *(f"{phone.name}'s" for phone in self.crowd.phones[1:SHOWN])]
        self.start = button("Open Mika's update", primary=True)
        self.which = Choice(legend="Whose update do you open?", options=names, row=True)
        self.said, self.found, self.order, self.verdict = Live(), html(""), html(""), Live()
        self.sent, self.truth = html(""), html("")
        self.open = False
        self.card = Activity(
            controls={"start": self.start, "which": self.which},
            state={"phone": None, "hits": None, "alarms": None, "missed": None, "pairs": None},
        )
        self.card.on(self.start, self._start)
        self.card.on(self.which, self._look)
        self.said.html = (
            f"<p>You sit at the firm. Mika's first update has arrived: {self.crowd.model.size:,} numbers, no "
            f"text. The model has a row of numbers for each of the {len(self.crowd.words) - leaks.MARKS} "
            "words that the keyboard knows.</p>"
        )
        self.card.show(self.said, self.start)

    def _start(self) -> None:
        if self.open:
            return
        if self.lesson.kept("guesses", KEY) is None:
            raise PlainError("Make your guess first, further up. A wild guess is fine.")
        self.open = True
        self.card.tell("")
        self.card.show(self.which, self.said, self.sent, self.found, self.order, self.verdict, self.truth)
        self.said.here += 1  # the button that had the focus is gone
        self.which.picked = [0]
        self.lesson.done("try-update")

    def _look(self) -> None:
        if not self.open or not self.which.picked:
            return
        at = self.which.picked[0]
        crowd, phone = self.crowd, self.crowd.phones[at]
        update = crowd.update(at)
        words = leaks.typed_words(update)
        found = leaks.score(words, crowd.words_of(at))
        pairs = leaks.pairs(crowd.model, update, words, PAIRS)
        true = crowd.pairs_of(at)
        right = sum(pair in true for pair in pairs)
        self.card.state |= {
            "phone": at,
            "hits": len(found.hits),
            "alarms": len(found.alarms),
            "missed": len(found.missed),
            "pairs": right,
        }
        self.sent.value = self._file(at, update, words)
        told = (
            f"The attack names <b>{the(len(words), 'word')}</b>. {len(found.hits)} of them were typed, "
            f"{len(found.alarms)} were not. It missed {len(found.missed)}."
        )
        if at == 0:
            all_ = f"{len(found.hits)} of {len(found.hits) + len(found.missed)}" if found.missed else "All"
            result = f"{all_} of her words can be read."
            self.lesson.keep("numbers", "words-found", len(found.hits))
            self.said.html = replay(self.lesson, KEY, result) + f"<p>{told}</p>"
        else:
            self.said.html = f"<p>{phone.name}'s update. {told}</p>"
        list_ = sorted(crowd.words[word] for word in words)
        self.found.value = "<h4>Words, read from the numbers</h4>" + named(list_, phone.words)
        two = [f"{crowd.words[a]} {crowd.words[b]}" for a, b in pairs]
        good = [words_ for words_, pair in zip(two, pairs, strict=True) if pair in true]
        self.order.value = f"<h4>Which word came after which: the {len(pairs)} surest guesses</h4>" + named(
            two, good
        )
        self.verdict.html = self._verdict(at, right, len(pairs))
        self.truth.value = (
            f"<details><summary>Compare: what {phone.name} really typed</summary>"
            f"{typed(phone.name, phone.messages)}</details>"
        )

    def _file(self, at: int, update, words) -> str:
        crowd = self.crowd
        own = sorted(words & crowd.only_of(at)) or sorted(words)
        middle = crowd.numbers[HIDDEN] if at == 0 else own[len(own) // 2]
        first = max(leaks.MARKS, middle - AROUND)
        around = range(first, min(len(crowd.words), first + 2 * AROUND + 1))
        content = rows(
            [crowd.words[n] for n in around], update[list(around), : min(NUMBERS, WIDE)], crowd.words[middle]
        )
        return file(
            f"{crowd.phones[at].name}'s update, the first numbers of {len(around)} words", f"{content}\n…"
        )

    def _verdict(self, at: int, right: int, pairs: int) -> str:
        said = note(
            "These numbers stay at zero for a word that was never typed. If it was typed, they move. So the "
            f"list of rows that moved is the list of words. Of the {pairs} surest pairs, {right} were typed "
            "in that order.",
            "wrong",
            "No message left the phone. Its words did.",
        )
        if at == 0:
            said += (
                f"<p>Look for <b>{HIDDEN}</b> and <b>tide</b>. That is the name of a game which Mika may not "
                "talk about.</p>"
            )
        return said
