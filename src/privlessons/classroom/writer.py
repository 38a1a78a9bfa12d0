"""Between the service's one loop and the store's one thread: answers wait and are kept together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from privlessons.classroom.keeping import Answer
from privlessons.classroom.store import NotStoredError, Store

MOST_WAITING, BATCH = 5_000, 500


class Writer:
    """Runs the store's methods one after the other in a thread; answers that come meanwhile share a commit.

    A sync to the disk takes milliseconds: one for each answer would make a full class wait.
    """

    def __init__(self, store: Store):
        self.store = store
        self._thread = ThreadPoolExecutor(1, "store")
        self._waiting: list[tuple[Answer, asyncio.Future]] = []
        self._task: asyncio.Task | None = None

    async def run(self, act: Callable, *values):
        """Return ``act(*values)``, done in the store's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, act, *values)

    async def keep(self, answer: Answer) -> bool | None:
        """Return what is kept for a guest once it is stored; see `Store.record`."""
        if len(self._waiting) >= MOST_WAITING:
            raise NotStoredError("busy")
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((answer, done))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())
        return await done

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            try:
                kept = await self.run(self.store.record, [answer for answer, _ in batch])
            except Exception as error:
                kept = [NotStoredError(type(error).__name__)] * len(batch)
            for (_, done), value in zip(batch, kept, strict=True):
                if done.done():  # its guest has left; what was stored stays
                    continue
                if isinstance(value, NotStoredError):
                    done.set_exception(value)
                else:
                    done.set_result(value)

    def end(self) -> None:
        """Let the thread finish what it has begun, and close the store."""
        self._thread.shutdown()
        self.store.end()
