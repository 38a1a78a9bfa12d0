"""Lesson 09: masks that cancel in the sum, and a phone that loses its connection in the middle."""

from __future__ import annotations

import asyncio

from privlessons.activities.bars import bars
from privlessons.activities.phones_views import file, rows, the, the_crowd
from privlessons.collective import leaks, masks
from privlessons.controls import Choice, Live, Slider
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, predict, progress_bar, replay, row

KEY = "one-drops-out"
GUESSES = (
    "The sum is still right: the masks cancel anyway",
    "The sum is wrong by what that phone would have sent",
    "The sum is rubbish, and useless to the firm",
)
STEPS = (
    "Put the masks on",
    "Add up all phones",
    "Let one phone drop out",
    "Let the others help",
)
SAMPLE = ("gecko", "lantern", "milk")
NUMBERS, SEED, FIRST_GONE, MOST_GONE = 4, 9, 7, 10
HELP = ("No", "Yes")


def guess_a_dropout(lesson: Lesson) -> Activity:
    """Ask what happens to the sum if one phone loses its connection."""
    return predict(
        lesson,
        KEY,
        "All phones have put their masks on. Then one loses its connection before it sends. What about the "
        "sum of the others?",
        GUESSES,
    )


@activity
def masks_that_cancel(lesson: Lesson) -> Activity:
    """Mask, add up, lose a phone, repair the sum; then set how many drop out."""
    return _Masks(lesson).card


class _Masks:
    def __init__(self, lesson: Lesson):
        self.lesson, self.crowd = lesson, the_crowd()
        self.step, self.busy = -1, False
        self.next = button(STEPS[0], primary=True)
        self.gone = Slider(
            label="How many phones drop out?", max=MOST_GONE, value=1, low="none", high="one in five"
        )
        self.help = Choice(
            legend="Do the others tell the shared numbers?", options=list(HELP), picked=[1], row=True
        )
        self.said, self.sent, self.bars, self.after = Live(), html(""), html(""), Live()
        self.card = Activity(
            controls={"next": self.next, "gone": self.gone, "help": self.help},
            state={"step": 0, "found": None, "luck": None, "off": None, "right": None},
        )
        self.card.on(self.next, self._next)
        for control in (self.gone, self.help):
            self.card.on(control, self._play)
        self.said.html = (
            f"<p>The firm wants the sum of {len(self.crowd.phones)} updates. It needs no single one. "
            "So each pair of phones agrees on secret numbers. One adds them, the other takes them away.</p>"
        )
        self.card.show(self.said, self.sent, self.bars, row(self.next), self.after)

    async def _next(self) -> None:
        if self.busy or self.step >= len(STEPS) - 1:
            return
        if self.step == 1 and self.lesson.kept("guesses", KEY) is None:
            raise PlainError("Make your guess first, above this box. A wild guess is fine.")
        self.busy = True
        try:
            if self.step < 0:
                await self._prepare()
            self.step += 1
            self.card.state["step"] = self.step + 1
            self.card.tell("")
            (self._masked, self._added, self._dropped, self._helped)[self.step]()
            if self.step < len(STEPS) - 1:
                self.next.description = STEPS[self.step + 1]
        finally:
            self.busy = False

    async def _prepare(self) -> None:
        """Compute all updates and masks, in slices that leave the page alive."""
        import numpy as np

        phones = len(self.crowd.phones)
        self.updates = []
        for number in range(phones):
            self.updates.append(self.crowd.update(number))
            if number % 10 == 9:
                self.bars.value = progress_bar(number / phones, "The phones compute their updates")
                await asyncio.sleep(0.01)
        self.seeds = masks.agree(phones, np.random.default_rng(SEED))
        self.sent_all = masks.send(self.updates, self.seeds)
        self.order = [FIRST_GONE, *(n for n in range(1, phones) if n != FIRST_GONE)]

    def _numbers(self, update) -> str:
        at = [self.crowd.numbers[word] for word in SAMPLE]
        return rows(SAMPLE, update[at, :NUMBERS])

    def _attack(self, update) -> tuple[int, float]:
        """Name as many words as Mika typed; return how many are right, and what luck gives."""
        truth = self.crowd.words_of(0)
        found = leaks.score(leaks.longest(update, len(truth)), truth)
        return len(found.hits), leaks.luck(len(truth), len(truth), len(self.crowd.words) - leaks.MARKS)

    def _masked(self) -> None:
        masked = masks.plain(self.sent_all.masked[0])
        truth = len(self.crowd.words_of(0))
        bare, _ = self._attack(self.updates[0])
        hits, luck = self._attack(masked)
        self.card.state |= {"found": hits, "luck": luck}
        self.sent.value = file("Mika's update as it is", self._numbers(self.updates[0])) + file(
            "Mika's update as it is sent, with its masks", self._numbers(masked)
        )
        self.bars.value = bars(
            [
                ("Her words named rightly, without masks", bare / truth, f"{bare} of {truth}", "bad"),
                ("Her words named rightly, with masks", hits / truth, f"{hits} of {truth}", ""),
                ("By luck alone", luck / truth, f"{luck:.0f} of {truth}", "soft"),
            ]
        )
        self.said.html = (
            f"<p>Now her numbers could be anything. The firm names {truth} words again. <b>{hits}</b> are "
            f"right. Luck alone gives about {luck:.0f}.</p>"
        )

    def _added(self) -> None:
        off, right = self._judge(self.sent_all, {})
        truth = self._judge(None, {})[1]
        self.said.html = (
            f"<p>All {len(self.crowd.phones)} masked updates are added up. The sum is off by "
            f"<b>{off:g}</b>: each mask was added once and taken away once. With this sum the keyboard gets "
            f"{100 * right:.0f} of 100 right after round one. Without masks: {100 * truth:.0f}.</p>"
        )
        self._show(self.sent_all, {})
        self.lesson.done("second-round")

    def _dropped(self) -> None:
        sent = self._lose(1)
        off, right = self._judge(sent, {})
        name = self.crowd.phones[FIRST_GONE].name
        self.said.html = replay(
            self.lesson,
            KEY,
            f"{name}'s phone dropped out. Its masks are still in the others' updates, and nothing takes them "
            f"away. One number of the sum is off by {off:,.0f}. The keyboard gets {100 * right:.0f} of 100 "
            "right.",
        )
        self._show(sent, {})

    def _helped(self) -> None:
        self.card.show(self.said, self.gone, self.help, self.sent, self.bars, self.after)
        self._play()
        only = self.crowd.only_of(0)
        total = masks.add_up(self.sent_all)
        found = leaks.typed_words(total, 0) & only
        self.after.html = note(
            f"{the(len(only), 'word')} were typed on Mika's phone and on no other. In the sum their rows "
            f"have moved, too: {len(found)} of {len(only)} show, “lantern” among them. The firm can't see "
            "who typed them. It sees that somebody did.",
            "caution",
            "Masks hide who, not what.",
        )
        self.said.here += 1

    def _lose(self, count: int):
        return masks.lose(self.sent_all, self.order[:count])

    def _judge(self, sent, revealed) -> tuple[float, float]:
        """Return how far one number of the sum is off at most, and the share right after it."""
        import numpy as np

        there = range(len(self.updates)) if sent is None else sent.masked
        true = masks.plain(sum(masks.whole(self.updates[n]) for n in there))
        total = true if sent is None else masks.add_up(sent, revealed)
        model = (self.crowd.model + total / len(there)).astype(np.float32)
        return float(np.abs(total - true).max()), self.crowd.right(model)

    def _show(self, sent, revealed) -> None:
        off, right = self._judge(sent, revealed)
        self.card.state |= {"off": off, "right": right}
        self.sent.value = file(
            f"The sum of {len(sent.masked)} updates, as the firm has it",
            self._numbers(masks.add_up(sent, revealed)),
        )
        self.bars.value = bars(
            [("Right suggestions after this round", right, f"{100 * right:.0f} of 100", "")]
        )

    def _play(self) -> None:
        if self.step < len(STEPS) - 1:
            return
        count, told = round(self.gone.value), 1 in self.help.picked
        sent = self._lose(count)
        revealed = masks.seeds_with(sent.gone, self.seeds) if told else {}
        self._show(sent, revealed)
        off, right = self.card.state["off"], self.card.state["right"]
        who = f"{the(count, 'phone')} dropped out" if count else "Nobody dropped out"
        whom, rest = "it" if count == 1 else "them", "the {} others" if count else "all {}"
        did = (
            f"The others tell the {len(revealed):,} secret numbers that they shared with {whom}. "
            if revealed
            else "Nobody tells anything. "
        )
        self.said.html = (
            f"<p>{who}. {did if count else ''}The sum of {rest.format(len(sent.masked))} is off by "
            f"<b>{off:,.0f}</b>. The keyboard gets {100 * right:.0f} of 100 right.</p>"
        )
