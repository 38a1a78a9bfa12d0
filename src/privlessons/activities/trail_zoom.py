"""The picture of the years with its two controls: how much time is shown, and which part."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from privlessons.activities.trail_views import wide
from privlessons.controls import Choice, Slider
from privlessons.trail_time import times_in_parts
from privlessons.ui import html, picture

WIDTHS = {"All the time": None, "A year": 365, "A month": 31, "A week": 7, "A day": 1}
MOST = 1000  # parts to choose from: a slider has no more places


class Zoom:
    """``width`` and ``at`` are the controls, ``years`` is the picture; ``draw`` follows them.

    Only parts that hold records can be chosen, so that nobody looks for the one full day among empty ones.
    """

    def __init__(self):
        self.width = Choice(legend="How much time is shown?", options=list(WIDTHS), picked=[0], row=True)
        self.at = Slider(label="Which part?", low="the first records", high="the last")
        self.years = html("")
        self.times: Mapping = {}
        self.ahead, self.parts, self.days = 0.0, [], None

    def show(self, times: Mapping, ahead: float) -> None:
        """Show ``times`` (see ``charts_trail.times_of``) by a clock so many hours ahead of UTC."""
        self.times, self.ahead, self.days = times, ahead, None
        self.cut()

    def cut(self) -> None:
        """Cut the time into parts as wide as is chosen, those without records left out, and draw."""
        if not self.times:
            return
        self.days = WIDTHS[self.width.text or "All the time"]
        self.parts = times_in_parts(self.times.values(), self.days, self.ahead, MOST) if self.days else []
        alone = len(self.parts) < 2
        self.at.names = {str(i): self._name(start) for i, start in enumerate(self.parts)}
        self.at.max = max(1, len(self.parts) - 1)
        self.at.disabled = alone
        self.at.layout.display = "none" if alone else None
        if self.at.value:
            self.at.value = 0  # which draws, too
        else:
            self.draw()

    def _name(self, start: float) -> str:
        at = datetime.fromtimestamp(start, UTC) + timedelta(hours=self.ahead)
        return f"{'' if self.days == 1 else 'from '}{at.day} {at:%B %Y}"

    def draw(self) -> None:
        """Draw the part that is chosen."""
        if not self.times:
            return
        from privlessons.charts_trail import png, says_years, years_figure

        span = ()
        if len(self.parts) > 1:
            start = datetime.fromtimestamp(self.parts[min(round(self.at.value), len(self.parts) - 1)], UTC)
            span = (start, start + timedelta(days=self.days))
        shown = says_years(self.times, *span, clock=self.ahead)
        drawn = picture(
            png(years_figure(self.times, *span, clock=self.ahead)), shown, f"<p>{shown}</p>", width=720
        )
        self.years.value = f"<h4>Over time</h4>{wide(drawn)}"

    def clear(self) -> None:
        """Forget the times and the picture."""
        self.times, self.parts, self.years.value = {}, [], ""
