"""What tests of activities share: reading a card, and waiting for what a click started."""

import asyncio

from tests.moves import settle


def said(card):
    """All sentences that a card shows now, as HTML."""
    return " ".join(str(getattr(c, "html", "") or getattr(c, "value", "")) for c in card.children)


async def done():
    """Wait until nothing runs any more but clocks."""
    await settle({asyncio.current_task()})
