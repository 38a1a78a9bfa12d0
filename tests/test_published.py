"""The one line of arithmetic, against throwing birth dates; the figures with their sources."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.published import DATES, load_figures, people_for, share_alone


def test_five_thousand_people_and_a_century_of_dates_give_sweeneys_figure():
    assert round(100 * share_alone(5_000, 36_500), 1) == 87.2


@pytest.mark.parametrize(("people", "dates"), [(50, 100), (1_000, 1_200), (5_000, 36_500), (17_000, 36_500)])
def test_the_line_agrees_with_throwing_dates(people, dates):
    rng = np.random.default_rng(7)
    alone = [_alone(rng, people, dates) for _ in range(max(40, 200_000 // people))]
    assert np.mean(alone) == pytest.approx(share_alone(people, dates), abs=0.006)


def _alone(rng, people, dates):
    counts = np.bincount(rng.integers(0, dates, people), minlength=dates)
    return (counts == 1).sum() / people


@settings(deadline=None)
@given(st.integers(1, 10**6), st.sampled_from(list(DATES.values())))
def test_how_many_people_a_share_needs_is_the_line_backwards(people, dates):
    share = share_alone(people, dates)
    assert 0 <= share <= 1
    if share > 1e-6:
        assert people_for(share, dates) == people


def test_every_figure_has_a_source_a_day_and_a_caution():
    figures = load_figures()
    assert [figure.share for figure in figures] == [87, 83, 63]
    for figure in figures:
        assert figure.source
        assert figure.caution.endswith(".")
        assert figure.seen.year == 2026
