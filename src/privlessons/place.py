"""Where the workbook runs, and what that means for text a learner might type in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its short ``name``, whether own data may be loaded here, and where typed text goes."""

    name: str
    own_data: bool
    where_text_goes: str
    who_reads_progress: str


OWN = Place(
    "your own computer",
    own_data=True,
    where_text_goes="Text goes from this page to a program on this same computer. It stays in memory there "
    "and is gone when you close the page. Nothing is sent over the internet.",
    who_reads_progress="Anyone who can open files on this computer can read it.",
)
HUB = Place(
    "class server",
    own_data=False,
    where_text_goes="Text typed here travels to your class's server. Whoever runs that server could read it.",
    who_reads_progress="Whoever runs this class server can read it.",
)
BINDER = Place(
    "Binder",
    own_data=False,
    where_text_goes="Text typed here travels to a public server that strangers run for free. "
    "They could read it.",
    who_reads_progress="The people who run Binder could read it. It is gone when this session ends.",
)
BROWSER = Place(
    "this browser",
    own_data=True,
    where_text_goes="Text stays inside this browser tab. It is gone when you close the tab.",
    who_reads_progress="Anyone who uses this browser can read it.",
)
UNKNOWN = Place(
    "a place we cannot tell",
    own_data=False,
    where_text_goes="We cannot tell which computer this runs on. Text typed here may leave yours.",
    who_reads_progress="We cannot tell who could read it here.",
)


def place(environ: Mapping[str, str] = os.environ) -> Place:
    """Tell where this runs from marks that each place leaves; where in doubt, `UNKNOWN`.

    Binder also runs a hub, so its mark is looked for first. Only `privlessons open`, which binds to
    the loopback address, may say "own computer": a plain Jupyter could be on any machine.
    """
    if environ.get("BINDER_SERVICE_HOST") or environ.get("BINDER_LAUNCH_HOST"):
        return BINDER
    if environ.get("JUPYTERHUB_API_URL") or environ.get("JUPYTERHUB_USER"):
        return HUB
    if sys.platform == "emscripten":
        return BROWSER
    if environ.get("PRIVLESSONS_PLACE") == "own":
        return OWN
    return UNKNOWN
