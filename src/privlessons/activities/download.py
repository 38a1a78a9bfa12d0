"""A file that an activity made, as a link that saves it: nothing is sent anywhere."""

from __future__ import annotations

import base64
from html import escape


def download(name: str, kind: str, content: bytes, words: str) -> str:
    """Return HTML for a link that saves ``content`` as ``name``; ``kind`` is its media type."""
    data = base64.b64encode(content).decode()
    return (
        f'<a download="{escape(name, quote=True)}" href="data:{kind};base64,{data}">'
        f"{escape(words)} ({escape(name)})</a>"
    )


def downloads(*links: str) -> str:
    """Return HTML for several such links, one below the other."""
    return f'<ul class="pl-downloads">{"".join(f"<li>{link}</li>" for link in links)}</ul>'


def paper(name: str, words: str, *, letter: bool = False) -> str:
    """Return HTML for a file as it stands, every character of it escaped; a ``letter`` is shown whole."""
    look = "pl-letter pl-whole" if letter else ""
    shown = f'<pre class="{look}" dir="auto" tabindex="0">{escape(words)}</pre>'
    return f'<div class="pl-file"><div class="pl-file-name">{escape(name)}</div>{shown}</div>'
