"""Long work in steps: a progress bar, a Cancel button that is heard between two steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from time import monotonic

from privlessons.ui import button

STOPPED = "Stopped. You can start again whenever you like."
"""For the card's status line, where the focus goes: the button that had it is gone."""
PAUSE = 0.08
"""How many seconds of work go between two looks at the page."""


class Stepper:
    """One piece of work at a time. ``cancel`` is a button for the card; it shows while something runs."""

    def __init__(self):
        self.running = self.stopped = False
        self.cancel = button("Cancel")
        self.cancel.layout.display = "none"

    def start(self) -> None:
        """Begin; `end` ends it."""
        self.stopped, self.running = False, True
        self.cancel.layout.display = None

    def stop(self) -> None:
        """Let the work end at its next step."""
        self.stopped = True

    def end(self) -> None:
        """Put the cancel button away."""
        self.running = False
        self.cancel.layout.display = "none"

    async def go(self, steps: Iterable[tuple], moved: Callable):
        """Walk through (share done, what) and return the last ``what``, or None if it was stopped.

        ``moved(share, what)`` hears of some of the steps, with a breath for the page after each.
        """
        looked = 0.0
        what = None
        for share, what in steps:
            if self.stopped:
                return None
            if monotonic() - looked > PAUSE:
                moved(share, what)
                await asyncio.sleep(0.01)
                looked = monotonic()
        return None if self.stopped else what
