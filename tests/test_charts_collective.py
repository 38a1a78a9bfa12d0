"""Lesson 09's pictures: they change with what they show, and the sentence says it all."""

from privlessons import charts_collective as charts
from privlessons.collective.membership import Judged
from tests.svg import parsed


def test_rounds_are_drawn_and_said():
    drawing = charts.RoundsPicture(3, 0.4, 0.8)
    first, second = drawing.svg([0.01, 0.3]), drawing.svg([0.01, 0.3, 0.5, 0.7])
    assert parsed(first).tag == "svg"
    assert first != second
    assert drawing.svg([0.01, 0.3]) == first
    said = charts.says_rounds([0.01, 0.3, 0.5], 0.4, 0.8)
    assert "1, 30, 50" in said
    assert "alone: 40" in said
    assert "place: 80" in said


def test_noise_shows_only_crowds_that_were_trained_and_rings_one_point():
    drawing = charts.NoisePicture([0, 1], [50, 500, 5000])
    few = {50: [0.7, 0.1]}
    assert drawing.svg(few, 50, 0) != drawing.svg(few, 50, 1)
    both = few | {5000: [0.7, 0.6]}
    assert drawing.svg(few, 50, 0) != drawing.svg(both, 50, 0)
    assert charts.says_noise([0, 1], few).endswith("With 50 phones, no noise: 70, strength 1: 10.")


def test_members_frames_the_one_that_is_looked_at():
    judged = (Judged(2.0, 0.6, 0.55, 0.5), Judged(None, 0.9, 0.7, 0.61))
    drawing = charts.MembersPicture(judged)
    assert drawing.svg(0) != drawing.svg(1)
    said = charts.says_members(judged)
    assert "At epsilon 2: 55 right" in said
    assert "Plainly: 70 right about people it never saw, attack 61" in said
