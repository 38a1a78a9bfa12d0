"""A consent page whose parts can be pressed: each press says "this is a trick"."""

from __future__ import annotations

import anywidget
import traitlets as t

from privlessons.controls import _static


class ConsentPage(anywidget.AnyWidget):
    """A page of ``parts``, each {id, look, words}; what is pressed comes as ``value``, the part's id.

    ``marks`` says what was found out about a part: id -> "trick" or "fair". With ``still`` nothing can be
    pressed. Every part is a button for the keyboard and for screen readers.
    """

    _esm = _static("consent.js")
    label = t.Unicode("A consent page: press what you think is a trick").tag(sync=True)
    parts = t.List().tag(sync=True)
    marks = t.Dict().tag(sync=True)
    still = t.Bool(default_value=False).tag(sync=True)
    value = t.Unicode("").tag(sync=True)
