"""Training in a lesson: a coroutine that moves a progress bar and answers Cancel."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from privlessons.memory import Step, TextModel, train_in_steps
from privlessons.ui import button

_trained: dict[tuple, TextModel] = {}  # on made-up texts only, so that no activity trains the same one twice


class Trainer:
    """One training at a time; `stop` ends it within a few batches. ``cancel`` is a button for the card.

    It shows only while something runs.
    """

    def __init__(self):
        self.stopped = False
        self.running = False
        self.cancel = button("Cancel")
        self.cancel.layout.display = "none"  # there is nothing to cancel yet

    def stop(self) -> None:
        """Let the training end within the batches that it is at."""
        self.stopped = True

    def start(self) -> None:
        """Begin a piece of work of one or more trainings; `end` ends it."""
        self.stopped, self.running = False, True
        self.cancel.layout.display = None

    def end(self) -> None:
        """Put the cancel button away again. Whoever pressed it needs another place for the focus."""
        self.running = False
        self.cancel.layout.display = "none"

    async def train(
        self,
        texts: Sequence[str],
        seed: int,
        moved: Callable[[Step], None],
        *,
        batches: int | None = None,
        keep: bool = True,
    ) -> TextModel | None:
        """Return the model, or None if it was stopped. ``moved`` hears of each step.

        ``keep`` False leaves nothing of a learner's own texts in memory.
        """
        key = (tuple(texts), seed, batches)
        if key in _trained:
            moved(Step(1.0, 0.0, _trained[key]))
            await asyncio.sleep(0.01)
            return _trained[key]
        for step in train_in_steps(texts, seed, batches=batches):
            if self.stopped:
                return None
            moved(step)
            await asyncio.sleep(0.01)  # the page is drawn, and a click on Cancel heard
        if keep:
            _trained[key] = step.model
        return step.model
