"""Pictures of a trail: every record in its row, and sentences that say what is to be seen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from privlessons.charts import Picture
from privlessons.charts_trail import (
    day_figure,
    says_day,
    says_week,
    says_years,
    times_of,
    week_counts,
    week_figure,
    years_figure,
)
from privlessons.charts_trail_map import map_figure, says_map
from privlessons.records import Conclusion, Event
from privlessons.town_trails import MIKAS_DAY, day_of, mika
from privlessons.trail import SOURCES, conclude
from tests.svg import parsed

NOON = datetime(2026, 5, 6, 12, tzinfo=UTC)


def drawn(figure):
    return len(parsed(Picture(figure).svg()))


@pytest.fixture(scope="module")
def events():
    return mika().events


@pytest.fixture(scope="module")
def found(events):
    return conclude(events)


def words(figure):
    return [t.get_text() for axes in figure.axes for t in (*axes.get_yticklabels(), *axes.texts)] + [
        t.get_text() for t in figure.texts
    ]


def test_a_day_has_a_row_for_each_source_and_a_mark_for_each_record():
    day = day_of(mika().events)
    figure = day_figure(day, MIKAS_DAY)
    axes = figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == list(SOURCES)
    stays = sum(e.end is not None for e in day)
    assert len(axes.patches) == stays
    assert len(axes.lines) == len(day) - stays
    assert drawn(figure)


def test_a_source_that_is_off_stays_in_the_picture_and_says_so():
    day = day_of(mika().events)
    figure = day_figure(day, MIKAS_DAY, on={"chats"})
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels.count("chats") == 1
    assert sum(label.endswith("(off)") for label in labels) == len(SOURCES) - 1
    assert "location: switched off" in says_day(day, MIKAS_DAY, on={"chats"})


def test_evidence_wears_a_ring():
    day = day_of(mika().events)
    plain, lit = (len(day_figure(day, MIKAS_DAY, lit=lit).axes[0].lines) for lit in ((), range(len(day))))
    assert lit - plain == sum(e.end is None for e in day)


def test_the_sentence_of_a_day_counts_what_the_day_holds():
    text = says_day(day_of(mika().events), MIKAS_DAY)
    assert "Wednesday 6 May 2026" in text
    assert "location: 9 from 00:00" in text


def test_a_zoom_shows_the_records_of_its_time_alone(events):
    times = times_of(events)
    first, last = datetime(2026, 5, 6, tzinfo=UTC), datetime(2026, 5, 7, tzinfo=UTC)
    figure = years_figure(times, first, last)
    assert figure.axes[0].get_xlim() == (first.timestamp(), last.timestamp())
    expected = sum(e.source == "searches" and first <= e.time <= last for e in events)
    assert f"searches: {expected}" in says_years(times, first, last)
    assert drawn(figure)


@pytest.mark.parametrize("years", [0, 0.01, 1, 12, 80])
def test_any_span_of_time_can_be_drawn(years):
    span = [Event(NOON, "films", "a"), Event(NOON + timedelta(days=365 * years), "films", "b")]
    assert drawn(years_figure(times_of(span)))
    assert "films: 2" in says_years(times_of(span))


def test_the_squares_of_the_week_count_hours_by_the_persons_clock():
    one = [Event(NOON.replace(hour=23), "chats", "late")]
    assert week_counts(one)[2, 23] == 1
    assert week_counts(one, clock=1)[3, 0] == 1
    assert week_counts([replace(one[0], mine=False)]).sum() == 0
    assert week_counts(one, sources=["searches"]).sum() == 0


def test_the_week_is_drawn_and_told(events):
    assert drawn(week_figure(events, 1))
    assert "fewest from 0" in says_week(events, 1)
    assert says_week(()) == "Records by weekday and hour: none."


def test_the_map_names_places_only_if_asked(found):
    named, plain = (" ".join(words(map_figure(found, names=names))) for names in (True, False))
    assert "Cockle Beach" in named
    assert "Cockle Beach" not in plain
    assert "Weir Street" not in plain
    assert "visit 1" in plain
    assert "Cockle Beach" not in says_map(found, names=False)


def test_the_map_keeps_distances():
    def place(kind, name, latitude, longitude):
        return Conclusion(kind, "", name, 0.9, (0,), 1, latitude, longitude)

    text = says_map([place("home", "A", 54.7, 2.2), place("visit", "B", 54.709, 2.2)])
    assert "home: A in the middle" in text
    assert "1.0 km north" in text


def test_nothing_can_be_drawn_too():
    for figure in (day_figure((), MIKAS_DAY), years_figure({}), week_figure(()), map_figure(())):
        assert drawn(figure)


def test_every_source_has_a_colour_of_its_own_that_shows_on_paper():
    from privlessons.charts import PAPER
    from privlessons.charts_trail import _SHAPES, _colour

    colours = [_colour(source) for source in _SHAPES]
    assert len(set(colours)) == len(colours)
    for one in colours:
        assert contrast(one, PAPER) >= 3, one


def contrast(a, b):
    """The contrast of two colours as WCAG 2.2 counts it."""
    from matplotlib.colors import to_rgb

    def light(colour):
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_mark_at_the_edge_of_the_day_is_not_cut_off():
    last = [Event(MIKAS_DAY + timedelta(hours=23, minutes=54), "searches", "a")]
    for line in day_figure(last, MIKAS_DAY, lit=[0]).axes[0].lines:
        assert not line.get_clip_on()


def test_pictures_leave_no_empty_strip_below_the_hours():
    """Between the foot of the axes and the foot of the picture is room for one line of words."""
    for figure in (day_figure(day_of(mika().events), MIKAS_DAY), years_figure({}), week_figure(())):
        strip = figure.axes[0].get_position().y0 * figure.get_figheight()
        assert 0.25 < strip < 0.4


LONDON = MIKAS_DAY.tzinfo


def marks(figure):
    axes = figure.axes[0]
    return {
        tick: label.get_text() for tick, label in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True)
    }


def test_months_are_marked_where_they_begin_and_none_is_missing(events):
    found = marks(years_figure(times_of(events), zone=LONDON))
    names = ["Dec 2025", "Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026"]
    assert list(found.values()) == names
    for tick, name in found.items():
        assert datetime.fromtimestamp(tick, LONDON) == datetime.strptime(name, "%b %Y").replace(tzinfo=LONDON)


@pytest.mark.parametrize("days", [0.04, 0.5, 1, 5, 20, 60, 183, 365, 900, 4000, 30_000])
def test_a_line_of_time_has_a_few_marks_within_it_at_even_turns_of_the_clock(days):
    start = datetime(1990, 11, 30, 13, 7, tzinfo=UTC)
    found = marks(years_figure({}, start, start + timedelta(days=days)))
    assert 2 <= len(found) <= 8
    assert len(set(found.values())) == len(found)
    for tick in found:
        at = datetime.fromtimestamp(tick, UTC)
        assert start <= at <= start + timedelta(days=days)
        assert at.second == 0
        assert days < 1 or at.minute == 0


def test_a_day_is_told_as_one_day_and_without_the_sources_that_hold_nothing(events):
    times, day = times_of(events), datetime(2025, 11, 30, tzinfo=LONDON)
    text = says_years(times, day, day + timedelta(days=1), zone=LONDON)
    assert text.startswith("Records of 30 November 2025, by source: chats: ")
    assert "searches" not in text


@pytest.mark.parametrize("hours", [1, 30, 24 * 12 + 1, 24 * 400 + 7])
def test_all_bars_are_equally_wide_the_last_one_too(hours):
    span = [Event(NOON, "films", "a"), Event(NOON + timedelta(hours=hours), "films", "b")]
    [bars] = years_figure(times_of(span)).axes[0].patches
    widths = np.diff(bars.get_data().edges)
    assert np.allclose(widths, widths[0])
