"""A small table of people that a learner fills in: an age and a few choices for each person."""

from __future__ import annotations

import anywidget
import traitlets as t

from privlessons.controls import _static


class People(anywidget.AnyWidget):
    """Rows of people: ``value`` lists ``[age or None, value, value, …]`` for each.

    ``choices`` is a list of ``[label, [[value, words], …]]``, one for each attribute. A new row starts with
    ``fresh``. No more than ``most`` rows can be added.
    """

    _esm = _static("people.js")
    label = t.Unicode("People").tag(sync=True)
    value = t.List().tag(sync=True)
    choices = t.List().tag(sync=True)
    fresh = t.List().tag(sync=True)
    most = t.Int(12).tag(sync=True)
    oldest = t.Int(99).tag(sync=True)
