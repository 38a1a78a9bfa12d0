"""The noise library takes seconds to load the first time: a sign of waiting, then it is there."""

from __future__ import annotations

import asyncio

from privlessons import dp
from privlessons.controls import Live
from privlessons.ui import progress_bar


async def load(said: Live) -> None:
    """Load diffprivlib, with words in ``said`` while it takes; nothing is shown if it is loaded already."""
    if dp.loaded():
        return
    said.html = progress_bar(0.3, "The noise library is loaded. The first time takes some seconds.")
    await asyncio.sleep(0.1)  # the page is drawn before the kernel is busy
    dp.laplace(1.0)
