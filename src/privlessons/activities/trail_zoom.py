"""The picture of the years with its two controls: how much time is shown, and which part."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from privlessons.activities.trail_views import wide
from privlessons.controls import Choice, Slider
from privlessons.trail_time import days_with_records, parts_with_records
from privlessons.ui import html, picture

WIDTHS = {"All the time": None, "A year": 365, "A month": 31, "A week": 7, "A day": 1}
TALLEST = "At the right of each row stands how many records its tallest bar has."
MOST = 1000  # parts to choose from: a slider has no more places


class Zoom:
    """``width`` and ``at`` are the controls, ``years`` is the picture; ``draw`` follows them.

    Only parts that hold records can be chosen, so that nobody looks for the one full day among empty ones.
    """

    def __init__(self):
        self.width = Choice(legend="How much time is shown?", options=list(WIDTHS), picked=[0], row=True)
        self.at = Slider(label="Which part?", low="the first records", high="the last")
        self.years = html("")
        self.clear()

    def show(self, times: Mapping, zone: tzinfo) -> None:
        """Show ``times`` (see ``charts_trail.times_of``) by the calendar of ``zone``."""
        self.times, self.zone = times, zone
        self.days = days_with_records(times.values(), zone)
        self.cut()

    def cut(self) -> None:
        """Cut the time into parts as wide as is chosen, those without records left out, and draw."""
        if not self.times:
            return
        width = WIDTHS[self.width.text or "All the time"]
        self.parts = parts_with_records(self.days, width, MOST) if width else []
        alone = len(self.parts) < 2
        start = "" if width == 1 else "from "
        self.at.names = {str(i): f"{start}{one.day} {one:%B %Y}" for i, one in enumerate(self.parts)}
        self.at.max = max(1, len(self.parts) - 1)
        self.at.disabled = alone
        self.at.layout.display = "none" if alone else None
        if self.at.value:
            self.at.value = 0  # which draws, too
        else:
            self.draw()

    def draw(self) -> None:
        """Draw the part that is chosen."""
        if not self.times:
            return
        from privlessons.charts import Picture
        from privlessons.charts_trail import says_years, years_figure

        span = ()
        if len(self.parts) > 1:
            first = self.parts[min(round(self.at.value), len(self.parts) - 1)]
            last = first + timedelta(days=WIDTHS[self.width.text])
            span = [datetime.combine(one, time(), self.zone) for one in (first, last)]
        shown = says_years(self.times, *span, zone=self.zone)
        drawn = Picture(years_figure(self.times, *span, zone=self.zone)).svg()
        self.years.value = f"<h4>Over time</h4>{wide(picture(drawn, shown, f'<p>{shown} {TALLEST}</p>'))}"

    def clear(self) -> None:
        """Forget the times and the picture."""
        self.times: Mapping = {}
        self.width.picked = [0]
        self.days: list[date] = []
        self.parts: list[date] = []
        self.zone: tzinfo = UTC
        self.years.value = ""
