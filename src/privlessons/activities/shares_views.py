"""What the shares of lesson 10 show: hosts as cards, and sentences about who can rebuild the secret."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from privlessons.storage.shares import Share, rebuild, share_that_makes
from privlessons.ui import note

HOSTS = ("Harbour", "Mill", "Lighthouse", "Station", "Market", "Chapel", "Ferry")
LIES = ("The boss is a clown", "No boss in the game", "Bring me my pyjamas")
"""What a thief with too few shares might as well believe; cut or filled to the secret's length."""


def hosts(shares: Sequence[Share], down: Collection[int], stolen: Collection[int]) -> str:
    """Return HTML with a card for each host: its share's bytes, and in words what became of it."""
    cards = "".join(
        f'<li class="pl-card-person pl-host{_looks(n in down, n in stolen)}">'
        f'<b>{HOSTS[n]}</b><span class="pl-hex">{one.heights.hex(" ")}</span>'
        f'<span class="pl-sure">{_state(n in down, n in stolen)}</span></li>'
        for n, one in enumerate(shares)
    )
    return f'<ul class="pl-cards pl-hosts" aria-label="The hosts and their shares">{cards}</ul>'


def _looks(down: bool, stolen: bool) -> str:
    return (" pl-whole" if stolen else "") + (" pl-down" if down else "")


def _state(down: bool, stolen: bool) -> str:
    words = "✕ down" if down else "✓ up"
    return f"{words}, copied by the thief" if stolen else words


def shown(data: bytes) -> str:
    """Return bytes as letters, with a dot for each that is none."""
    return escape("".join(chr(b) if 32 <= b < 127 else "·" for b in data))


def mika_reads(standing: Sequence[Share], needed: int) -> str:
    """Return what Mika gets from the hosts that stand, rebuilt just now."""
    if len(standing) < needed:
        return note(
            f"Mika asks all hosts. {_answer(len(standing))}, and she needs {needed}. Her secret is lost "
            "until more hosts are back.",
            "wrong",
            "Mika:",
        )
    enough = "1 is" if needed == 1 else f"{needed} are"
    words = f"Mika asks all hosts. {_answer(len(standing))}, and {enough} enough. She reads: "
    return note(f"{words}<b>{shown(rebuild(standing[:needed]))}</b>", "right", "Mika:")


def thief_reads(stolen: Sequence[Share], needed: int, length: int, spare: int) -> str:
    """Return what the thief gets. ``spare`` is the place of a share that he does not have."""
    if not stolen:
        return note("The thief has no share yet. Give him some.", "note", "Thief:")
    if len(stolen) >= needed:
        only = " A single share is enough: each host holds a plain copy." if needed == 1 else ""
        return note(
            f"He has {_count(len(stolen))}, and {needed} would do. He reads: "
            f"<b>{shown(rebuild(stolen[:needed]))}</b>.{only}",
            "wrong",
            "Thief:",
        )
    told = (
        f"He has {_count(len(stolen))} and needs {needed}. Put together, they give "
        f"<b>{shown(rebuild(stolen))}</b>. He knows one thing: the secret has {length} letters, with spaces."
    )
    return note(told, "right", "Thief:") + (
        could_be(stolen, length, spare) if len(stolen) == needed - 1 else ""
    )


def could_be(stolen: Sequence[Share], length: int, spare: int) -> str:
    """Return a table of other sentences that fit the thief's shares, each with the share that makes it."""
    rows = "".join(
        f"<tr><td>{shown(rebuild((*stolen, made)))}</td><td class='pl-hex'>{made.heights.hex(' ')}</td></tr>"
        for made in (share_that_makes(_as_long(lie, length), stolen, spare) for lie in LIES)
    )
    return (
        '<table class="pl-table pl-lies"><caption>He lacks one share. These would fit just as well</caption>'
        f'<tr><th scope="col">The secret</th><th scope="col">if the last share were</th></tr>{rows}</table>'
        '<p class="pl-soft">There is such a share for every sentence of this length. So his shares speak for '
        "none.</p>"
    )


def _as_long(text: str, length: int) -> bytes:
    return text.ljust(length, ".")[:length].encode()


def _answer(number: int) -> str:
    return {0: "None answers", 1: "1 answers"}.get(number, f"{number} answer")


def _count(number: int) -> str:
    return "1 share" if number == 1 else f"{number} shares"


def setting(needed: int, count: int) -> str:
    """Return what this choice of sizes withstands."""
    lost, held = count - needed, needed - 1
    if needed == 1:
        return "Any one host is enough. These are plain copies: hard to lose, easy to steal."
    if needed == count:
        return "All hosts are needed. If one goes down, the secret is gone. Hard to steal, easy to lose."
    return (
        f"Any {needed} of {count} rebuild it. {lost} may go down, and a thief may copy {held}: "
        "still no harm is done."
    )
