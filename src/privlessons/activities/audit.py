"""Lesson 08, stretch: the audit. Run a mechanism on two neighbouring tables, hold it against its promise."""

from __future__ import annotations

import asyncio
from html import escape

from privlessons.activities.bars import times
from privlessons.activities.noise_loader import load
from privlessons.controls import Choice, Live
from privlessons.lesson import Lesson
from privlessons.noise_audit import OTHER, PLAIN, RUNS, Audit, Mechanism, broken, run, sound
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note, progress_bar, row

EPSILON = 1.0
ORDER = ("count", "small", "seed", "average", "range", "middle")
LABELS = ("Count A", "Count B", "Count C", "Average D", "Average E", "Middle F")


@activity
def audit_the_noise(lesson: Lesson, runs: int = RUNS, rng=None) -> Activity:
    """Let the learner pick a mechanism, guess if it keeps its promise, and audit it with ``runs`` runs.

    ``rng`` is for tests.
    """
    return _Audit(lesson, runs, rng).card


class _Audit:
    def __init__(self, lesson: Lesson, runs: int, rng):
        from numpy.random import default_rng

        self.lesson, self.runs, self.rng = lesson, runs, rng or default_rng()
        known = {m.name: m for m in (*sound(EPSILON), *broken(EPSILON))}
        self.mechanisms: list[Mechanism] = [known[name] for name in ORDER]
        self.which = Choice(legend="Which one do you want to audit?", options=list(LABELS), row=True)
        self.guess = Choice(
            legend="Does it keep its promise?", options=["I think so", "I think not"], row=True
        )
        self.start, self.cancel = (
            button(f"Run it {runs:,} times on each table", primary=True),
            button("Cancel"),
        )
        self.cancel.disabled = True
        self.bar, self.said, self.table = html(""), Live(), html("")
        self.found: dict[int, tuple[Audit, str]] = {}
        self.stopped = self.busy = False
        tables = html(
            f"<p>There are two tables of invented people. For a count, the first has {len(PLAIN)} people and "
            f"the second one more. For the others, one person of {PLAIN[-1]} years gives way to one of "
            f"{OTHER}.</p>"
        )
        self.card = Activity(
            [tables, self.which, self.guess, row(self.start, self.cancel), self.bar, self.said, self.table],
            controls={"which": self.which, "guess": self.guess, "start": self.start, "cancel": self.cancel},
            state={"audited": [], "broken": []},
        )
        self.card.on(self.start, self._run)
        self.card.on(self.cancel, self._stop)

    def _stop(self) -> None:
        self.stopped = True

    async def _run(self) -> None:
        if self.busy:
            return
        if not self.which.picked or not self.guess.picked:
            raise PlainError("Pick one of the six, and say what you think of it. Then run it.")
        at, guess = self.which.picked[0], self.guess.text
        self.card.tell("")
        self.busy, self.stopped = True, False
        found = None
        try:
            await load(self.said)
            self.said.html = ""
            self.cancel.disabled = False
            batch = max(500, self.runs // 50)
            for share, latest in run(self.mechanisms[at], self.rng, self.runs, batch):
                found = latest
                if self.stopped:
                    break
                self.bar.value = progress_bar(share, f"{LABELS[at]} is run on both tables")
                await asyncio.sleep(0.01)
        finally:
            self.busy = False
            self.cancel.disabled = True
            self.bar.value = ""
        if found is None:
            self.said.html = "<p>Stopped. You can start again whenever you like.</p>"
            return
        self.found[at] = (found, guess)
        self.lesson.done("audit")
        self.card.state["audited"] = sorted(self.found)
        self.card.state["broken"] = sorted(n for n, (a, _) in self.found.items() if a.broken)
        self._show(at)

    def _show(self, at: int) -> None:
        audit, guess = self.found[at]
        seen = (
            f"The result “{audit.event}” came {times(audit.in_first)} on the first table and "
            f"{times(audit.in_second)} on the second, of {audit.runs:,} runs each."
        )
        if audit.broken:
            fault = self.mechanisms[at].fault
            said = note(f"{seen} That is too far apart. {escape(fault)}", "wrong", "Caught.")
        else:
            said = note(
                f"{seen} That is within the promise. It proves nothing: another result, or another pair of "
                "tables, may be worse.",
                "note",
                "Not caught.",
            )
        self.said.html = f"<p>Your guess: <b>{escape(guess)}</b>.</p>{said}"
        rows = "".join(
            f"<tr><td>{LABELS[n]}</td><td>{_times(a.ratio)}</td><td>{a.promised:.2f} times</td>"
            f"<td>{'broken' if a.broken else 'not caught'}</td></tr>"
            for n, (a, _) in sorted(self.found.items())
        )
        self.table.value = (
            '<div class="pl-scroll"><table class="pl-table"><tr><th>What</th><th>Seen: more often by</th>'
            f"<th>Promised: at most</th><th>Verdict</th></tr>{rows}</table></div>"
            f'<p class="pl-soft">A sound one is called broken in at most one of {1 / audit.error:,.0f} '
            "audits. So what is seen may lie a little above the promise. Half of the runs chose the result "
            "to look at, the other half judged it.</p>"
        )


def _times(ratio: float) -> str:
    return (
        "without end"
        if ratio == float("inf")
        else f"{ratio:,.2f} times"
        if ratio < 10
        else f"{ratio:,.0f} times"
    )
