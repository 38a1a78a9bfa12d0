"""Lesson 07's own controls: a coin that falls in the page alone, and people as dots that sort themselves."""

from __future__ import annotations

import anywidget
import traitlets as t

from privlessons.controls import _static


class Toss(anywidget.AnyWidget):
    """A question that is answered by a coin. The flips stay in the page: only ``value`` leaves it.

    ``value`` is "", "yes" or "no". It is set once, by the learner; pressing again raises ``again`` and sends
    the same word once more, since fresh flips would add up.
    """

    _esm = _static("toss.js")
    question = t.Unicode().tag(sync=True)
    value = t.Unicode("").tag(sync=True)
    again = t.Int(0).tag(sync=True)


class Crowd(anywidget.AnyWidget):
    """One dot a person, sorted into groups, each with a label above; a large dot said yes.

    ``groups`` and ``yes`` hold a byte a person: which group, and 1 for a yes. ``one`` is a person with a
    ring, or -1. The same dot is always the same person; it moves when groups change.
    """

    _esm = _static("crowd.js")
    groups = t.Bytes().tag(sync=True)
    yes = t.Bytes().tag(sync=True)
    labels = t.List(t.Unicode()).tag(sync=True)
    one = t.Int(-1).tag(sync=True)
    across = t.Int(40).tag(sync=True)
    bands = t.Int(3).tag(sync=True)
    alt = t.Unicode("").tag(sync=True)
