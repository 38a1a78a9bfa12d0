"""A crowd as marks: one a person, each in its place for good; shape and colour say what is true of them."""

from __future__ import annotations

import anywidget
import traitlets as t

from privlessons.controls import _static

OUT, IN, ONE, TWIN, SOME, NOT = range(6)
"""How a mark looks: a speck, a disc, the one big disc, two discs side by side, an open ring, a cross."""
RING = -1
"""In a key: the ring around the mark that is ``ringed``."""


class Marks(anywidget.AnyWidget):
    """Marks in rows of ``across``. ``states`` holds one look for each, a byte; ``ringed`` is one to point at.

    ``key`` lists what looks mean, as (look, words); ``alt`` says all that the picture shows.
    """

    _esm = _static("marks.js")
    states = t.Bytes().tag(sync=True)
    across = t.Int(60).tag(sync=True)
    ringed = t.Int(-1).tag(sync=True)
    key = t.List().tag(sync=True)
    alt = t.Unicode("").tag(sync=True)
