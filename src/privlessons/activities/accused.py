"""Lesson 06: train an "AI detector" on the town's posts, turn its dial, and see whom it accuses."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from html import escape
from itertools import zip_longest

from privlessons.activities.passages import bars, post
from privlessons.board import load_board
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.sounds import Accused, Expectation, accuse, train_detector
from privlessons.ui import STOPPED, Activity, activity, button, html, note, progress_bar, replay
from privlessons.writers import Post

KEPT = "whom-it-accuses"
GUESSES = (
    "Nobody. A machine has no favourites",
    "People who make many typos",
    "People who write loosely, with jokes and faces",
    "People who write plainly, or who learned English later",
)
WHO = {
    "Pip": "Pip",
    "Pip, told to sound casual": "Pip, told to sound casual",
    "free": "People who write freely",
    "plain": "People who write plainly",
    "second language": "People who learned English later",
}
SETS = {
    "Only people who write freely": ("free",),
    "People of all three groups": ("free", "plain", "second language"),
}
SPOKE = {
    "low surprise": "the words are easy to guess",
    "low ups and downs of sentence length": "the sentences are of much the same length",
    "low ups and downs of surprise": "no word stands out much",
    "high ups and downs of surprise": "a few words stand out among easy ones",
}
MACHINE = ("Pip", "Pip, told to sound casual")


@activity
def who_sounds_like_a_machine(lesson: Lesson) -> Activity:
    """Let the learner guess whom a detector accuses, train it, and set how sure it must be."""
    return _Detecting(lesson).card


class _Detecting:
    def __init__(self, lesson: Lesson):
        self.lesson = lesson
        self.guess = Choice(legend="Whom will it accuse by mistake most often?", options=list(GUESSES))
        self.start, self.cancel = button("Train the detector", primary=True), button("Cancel")
        self.learned = Choice(
            legend="Whose posts did it learn from, beside Pip's?", options=list(SETS), picked=[0], row=True
        )
        self.sure = Slider(
            label="How sure must it be before it accuses?",
            min=0.05,
            max=0.95,
            step=0.05,
            value=0.5,
            low="accuses many",
            high="lets many go",
            names={f"{n / 20:g}": f"{5 * n} in 100 sure" for n in range(1, 20)},
        )
        self.show = button("Show me somebody accused by mistake")
        self.intro, self.said, self.figure = Live(), Live(), html("")
        self.case, self.end = Live(), Live()
        self.scores: dict[str, list[tuple[str, float]]] = {}
        self.turned, self.stopped = 0, False
        self.card = Activity(
            controls={
                "guess": self.guess,
                "start": self.start,
                "cancel": self.cancel,
                "learned": self.learned,
                "sure": self.sure,
                "show": self.show,
            },
            state={"accused": {}, "shown": ""},
        )
        self.card.on(self.start, self._train)
        self.card.on(self.cancel, self._stop)
        self.card.on(self.learned, self._turn)
        self.card.on(self.sure, self._turn)
        self.card.on(self.show, self._show)
        self.said.html = (
            "<p>The detector gets posts by Pip and posts by people. It measures two things. How easily could "
            "a machine have guessed each next word? And are the sentences even, or long and short by turns? "
            "Then it judges posts that it never saw.</p>"
        )
        self.card.show(self.said, self.guess, self.start)

    def _stop(self) -> None:
        self.stopped = True

    async def _train(self) -> None:
        if self.scores:
            return
        if self.guess.text is None:
            raise PlainError("Pick one of the answers first. A wild guess is fine.")
        self.card.tell("")
        self.lesson.keep("guesses", KEPT, self.guess.text)
        self.guess.disabled, self.stopped = True, False
        self.card.show(self.said, self.cancel)
        scores = None
        try:
            scores = await self._judge()
        finally:
            if scores is None:
                self.said.html = STOPPED
                self.guess.disabled = False
                self.card.show(self.said, self.guess, self.start)
        if scores is None:
            return
        self.scores = scores
        self.lesson.done("second-round-detector")
        self.intro.html = (
            f"<p>It learned from posts by Pip and by people. It has judged {len(self.asked)} other posts, "
            "on topics that it never saw.</p>"
        )
        self.card.show(
            self.intro, self.sure, self.said, self.figure, self.learned, self.show, self.case, self.end
        )
        self._turn()
        self.intro.here += 1

    async def _judge(self) -> dict[str, list[tuple[str, float]]] | None:
        """Return for each set that it learned from the score of every post; None if it was stopped."""
        self.said.html = progress_bar(0, "It reads the board")
        await asyncio.sleep(0.1)
        board = load_board()
        expected = Expectation(p.text for p in (*board.first, *board.pips[0]))
        self.asked = (*board.pips[2], *board.third)
        machine = [p.text for p in board.pips[1] if p.group == "Pip"]
        scores, self.detectors = {}, {}
        for number, (name, groups) in enumerate(SETS.items()):
            people = [p.text for p in board.second if p.group in groups]
            detector = self.detectors[name] = train_detector(machine, people, expected)
            scores[name] = []
            for at, one in enumerate(self.asked):
                scores[name].append((WHO[one.group], detector.score(one.text)))
                if at % 50 == 0:
                    share = (number + at / len(self.asked)) / len(SETS)
                    self.said.html = progress_bar(share, f"Detector {number + 1} of {len(SETS)} judges posts")
                    await asyncio.sleep(0.01)
                if self.stopped:
                    return None
        return scores

    def _name(self) -> str:
        return list(SETS)[self.learned.picked[0] if self.learned.picked else 0]

    def _turn(self) -> None:
        if not self.scores:
            return
        scores = self.scores[self._name()]
        found = {a.group: a for a in accuse(scores, self.sure.value)}
        order = sorted(found.values(), key=lambda a: list(WHO.values()).index(a.group))
        self.card.state["accused"] = {a.group: a.accused for a in order}
        self.turned = 0
        self.case.html = ""
        self.figure.value = bars(
            [
                (
                    a.group,
                    a.accused / a.asked,
                    f"{a.accused} of {a.asked}",
                    "" if a.group in MACHINE else "off",
                )
                for a in order
            ],
            ("Posts by", "Called a machine's", ""),
        )
        pip, plain, free = found["Pip"], found[WHO["plain"]], found[WHO["free"]]
        second = found[WHO["second language"]]
        self.said.html = (
            f"<p>It calls <b>{_in_100(pip)} in 100</b> of Pip's posts a machine's. That is right. By mistake "
            f"it accuses {_in_100(free)} in 100 posts by people who write freely, but <b>{_in_100(plain)} in "
            f"100</b> by people who write plainly, and <b>{_in_100(second)} in 100</b> by people who learned "
            "English later.</p>"
        )
        casual = found["Pip, told to sound casual"]
        self.end.html = replay(
            self.lesson,
            KEPT,
            _hardest((free, plain, second)),
        ) + note(
            f"Somebody who wants to cheat tells Pip to “sound casual”. Then it finds {_in_100(casual)} in "
            "100. Somebody honest who writes plainly would not think of that.",
            "caution",
            "Whom does it catch?",
        )

    def _show(self) -> None:
        if not self.scores:
            return
        scores = self.scores[self._name()]
        people = [
            (one, score)
            for one, (_, score) in zip(self.asked, scores, strict=True)
            if one.handle != "Pip" and score >= self.sure.value
        ]
        if not people:
            self.case.html = note("There is nobody at this setting.", "right")
            return
        queue = _in_turn(people)
        one, score = queue[self.turned % len(queue)]
        self.turned += 1
        self.card.state["shown"] = one.handle
        loudest = max(self.detectors[self._name()].parts(one.text), key=lambda part: part[1])[0]
        self.case.html = post(one.text, one.handle) + note(
            f"{escape(one.handle)} wrote this, no machine did. Group: {_small(WHO[one.group])}. The detector "
            f"is {min(99, round(100 * score))} in 100 sure that it was a machine. What spoke for that most: "
            f"<b>{SPOKE.get(loudest, loudest)}</b>.",
            "wrong",
            "Accused by mistake.",
        )


def _hardest(people: Sequence[Accused]) -> str:
    """Say which group it accuses by mistake most often; two or more when their shares are the same."""
    most = max(a.accused / a.asked for a in people)
    if not most:
        return "At this setting it accuses nobody by mistake."
    worst = [_small(a.group) for a in people if a.accused / a.asked == most]
    return f"At this setting it is hardest on {' and on '.join(worst)}."


def _small(group: str) -> str:
    """Return a group's name for the middle of a sentence: "English" keeps its capital."""
    return group[0].lower() + group[1:]


def _in_turn(people: list[tuple[Post, float]]) -> list[tuple[Post, float]]:
    """Return each writer's surest accusation, one group after the other, those first whom it hits hardest."""
    worst: dict[str, tuple[Post, float]] = {}
    for one, score in sorted(people, key=lambda pair: -pair[1]):
        worst.setdefault(one.handle, (one, score))
    groups = [[p for p in worst.values() if p[0].group == g] for g in ("second language", "plain", "free")]
    return [pair for some in zip_longest(*groups) for pair in some if pair]


def _in_100(group: Accused) -> int:
    return round(100 * group.accused / group.asked)
