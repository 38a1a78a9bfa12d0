"""Controls that Jupyter's own set lacks: native ones, with visible labels and names for screen readers.

ipywidgets' slider handles have no accessible name, its radio buttons no question, and neither wraps long
text; these are plain HTML inputs behind the same observe() interface.
"""

from __future__ import annotations

import re
from importlib import resources

import anywidget
import traitlets as t

from privlessons.records import Message


def _static(name: str) -> str:
    return resources.files("privlessons").joinpath("static", name).read_text("utf-8")


class Live(anywidget.AnyWidget):
    """A sentence that is rewritten, and said by screen readers when it is. ``html`` must be escaped.

    It carries the house's style sheet: every activity holds one, so the style is there in both doors.
    Each change of ``here`` brings it to the top of the window and moves the keyboard's focus to it. ``held``
    moves the focus only, for where a button went away that had it. An empty one can't take the focus.
    """

    _esm = _static("live.js")
    _css = _static("style.css")
    html = t.Unicode("").tag(sync=True)
    here = t.Int(0).tag(sync=True)
    held = t.Int(0).tag(sync=True)


class Told(anywidget.AnyWidget):
    """A control that a press on a button can't overtake.

    The page holds back a second change while the kernel is busy with the first, but no press. So the page
    tells what was set once more, in a message of its own, which is not held back.
    """

    def __init__(self, **traits):
        super().__init__(**traits)
        self.on_msg(lambda _, told, __: self.set_state(told))


class Slider(Told):
    """A slider from ``min`` to ``max``. ``low`` and ``high`` say what its two ends mean.

    ``shown`` writes the value, such as ``"{} in 100"``; ``names`` gives single values words of their own.
    """

    _esm = _static("slider.js")
    label = t.Unicode().tag(sync=True)
    value = t.Float().tag(sync=True)
    min = t.Float(0).tag(sync=True)
    max = t.Float(100).tag(sync=True)
    step = t.Float(1).tag(sync=True)
    low = t.Unicode("").tag(sync=True)
    high = t.Unicode("").tag(sync=True)
    shown = t.Unicode("{}").tag(sync=True)
    names = t.Dict().tag(sync=True)
    disabled = t.Bool(default_value=False).tag(sync=True)


class Choice(Told):
    """A question (``legend``) with ``options``: one to pick, or several with ``many=True``.

    ``picked`` is the list of chosen indices, empty at first: nothing is chosen for the learner.
    """

    _esm = _static("choice.js")
    legend = t.Unicode().tag(sync=True)
    options = t.List(t.Unicode()).tag(sync=True)
    picked = t.List(t.Int()).tag(sync=True)
    many = t.Bool(default_value=False).tag(sync=True)
    row = t.Bool(default_value=False).tag(sync=True)
    disabled = t.Bool(default_value=False).tag(sync=True)

    @property
    def text(self) -> str | None:
        """The words of the (first) chosen option, or None."""
        return self.options[self.picked[0]] if self.picked else None


class Dots(anywidget.AnyWidget):
    """One dot a person, always in the same spot. ``states`` holds a byte each: 0 out, 1 in, 2 the one."""

    _esm = _static("dots.js")
    states = t.Bytes().tag(sync=True)
    across = t.Int(80).tag(sync=True)
    alt = t.Unicode("").tag(sync=True)


class Blackout(Told):
    """A chat whose words the learner blacks out. ``hidden`` lists the blacked-out words, counted from 0."""

    _esm = _static("blackout.js")
    label = t.Unicode("Chat: pick the words to black out").tag(sync=True)
    messages = t.List().tag(sync=True)
    hidden = t.List(t.Int()).tag(sync=True)

    def __init__(self, messages: tuple[Message, ...], names: dict[str, str], **traits):
        self.words = []  # (message, start, end) of each word, in order
        shown = []
        for m, message in enumerate(messages):
            pieces = []
            for piece in re.finditer(r"\S+|\s+", message.text):
                is_word = not piece.group().isspace()
                pieces.append([piece.group(), is_word])
                if is_word:
                    self.words.append((m, piece.start(), piece.end()))
            shown.append({"author": message.author, "name": names[message.author], "pieces": pieces})
        super().__init__(messages=shown, **traits)

    def spans(self) -> list[tuple[int, int, int]]:
        """Return (message, start, end) of every blacked-out word."""
        return [self.words[i] for i in self.hidden]
