"""The detector at work in a lesson: a coroutine that moves a progress bar and answers Cancel."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from privlessons.detect import find_in_batches
from privlessons.records import Finding
from privlessons.ui import button

BATCH = 16
_found: dict[str, tuple[Finding, ...]] = {}  # of the town's chats only, so that no activity finds them twice


class Machine:
    """One reading of the town's chats at a time; `stop` ends it.

    ``cancel`` is a button for the card. It opens once the model is awake: no click is heard while it loads.
    """

    def __init__(self):
        self.stopped = False
        self.cancel = button("Cancel")

    def stop(self) -> None:
        """Let a reading end within the batch that it is at."""
        self.stopped = True

    async def read(
        self, texts: Iterable[str], moved: Callable[[float, str], None]
    ) -> dict[str, tuple[Finding, ...]] | None:
        """Return the findings of each text, however unsure; None if it was stopped.

        ``moved`` is told the share done, from 0 to 1, and the same in words.
        """
        self.stopped = False
        texts = list(texts)
        waiting = [text for text in dict.fromkeys(texts) if text not in _found]
        self.cancel.disabled = bool(waiting)
        if waiting:
            moved(0, "The machine wakes up. That takes a few seconds. After that you can cancel.")
            await asyncio.sleep(0.1)  # the page must hear of it before the model keeps us busy
        for index, found in find_in_batches(waiting, batch=BATCH, least_score=0):
            _found[waiting[index]] = tuple(found)
            if (index + 1) % BATCH == 0:
                self.cancel.disabled = False
                read = sum(text in _found for text in texts)
                moved(read / len(texts), f"{read} of {len(texts)} messages read")
                await asyncio.sleep(0.01)
            if self.stopped:
                return None
        return {text: _found[text] for text in texts}
