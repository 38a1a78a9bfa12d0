"""Kernels for Learn pages, started ahead where that disturbs nobody."""

from __future__ import annotations

import asyncio

from jupyter_core.utils import ensure_async

KERNEL = "python3"
WARM_UP = "import privlessons.ui as _"  # the slowest of what every lesson's first line brings in


class Kernels:
    """Kernels for Learn pages, one of them started ahead, so that a lesson need not wait for it.

    A kernel started ahead that nobody takes is culled like any other idle one; opening the contents page
    or a lesson starts the next.
    """

    def __init__(self, manager, *, ahead: bool):
        self.manager = manager
        self.ahead = ahead
        self._next: tuple[str, asyncio.Task] | None = None

    def start_ahead(self, after: float = 0) -> None:
        """Start a kernel ``after`` so many seconds, if none is waiting then."""
        if after:
            asyncio.get_running_loop().call_later(after, self.start_ahead)
        elif self.ahead and not self._waiting():
            self._next = self._start()

    def take(self) -> tuple[str, asyncio.Task]:
        """Return the id of a kernel that is nobody else's, and the task that brings its manager."""
        ready = self._next if self._waiting() else None
        self._next = None
        return ready or self._start()

    def _waiting(self) -> bool:
        if self._next is None:
            return False
        kernel_id, task = self._next
        return not task.done() or (not task.exception() and kernel_id in self.manager)

    def _start(self) -> tuple[str, asyncio.Task]:
        kernel_id = self.manager.new_kernel_id()
        return kernel_id, asyncio.ensure_future(self._run(kernel_id))

    async def _run(self, kernel_id: str):
        start = {
            "kernel_name": KERNEL,
            "path": "",
            "extra_arguments": [f"--IPKernelApp.exec_lines={WARM_UP}"],
        }
        await ensure_async(self.manager.start_kernel(kernel_id=kernel_id, **start))
        return self.manager.get_kernel(kernel_id)
