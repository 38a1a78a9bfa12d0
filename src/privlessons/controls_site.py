"""Lesson 12's own control: a small settings site inside the card."""

from __future__ import annotations

import anywidget
import traitlets as t

from privlessons.controls import _static


class SettingsSite(anywidget.AnyWidget):
    """One page of a site at a time: ``page`` has a title, text, what the site says, and items.

    Each press sets ``value`` to a running number, a colon and the item's id. After a change of page the
    keyboard's focus goes to the new title, else it stays on what was pressed.
    """

    _esm = _static("site.js")
    page = t.Dict().tag(sync=True)
    value = t.Unicode("").tag(sync=True)
