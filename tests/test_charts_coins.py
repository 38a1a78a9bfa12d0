import re

import pytest

from privlessons.charts_coins import answer_bars, bars, in_100, poll_line, says_odds, says_results
from privlessons.noise import Coin


def lefts(html):
    return [float(x) for x in re.findall(r'pl-polls-dot[^"]*" style="left:([\d.]+)%', html)]


def test_shares_are_said_as_so_many_in_100_also_below_none():
    assert in_100(0.3) == "30 in 100"
    assert in_100(-0.1) == "−10 in 100"


def test_each_poll_is_a_dot_in_the_order_of_its_result():
    places = lefts(poll_line("20 people", [0, 0.3, 1], 0.3))
    assert len(places) == 3
    assert places == sorted(places)
    truth = float(re.search(r'truth" style="left:([\d.]+)%', poll_line("x", [0.3], 0.3))[1])
    assert places[1] == pytest.approx(truth)


def test_a_result_beyond_the_line_is_drawn_at_its_end():
    low, high = lefts(poll_line("20 people", [-3, 5], 0.3))
    assert 0 < low < 5
    assert 95 < high < 100


def test_only_a_dot_outside_the_band_is_a_ring():
    html = poll_line("60 people", [0.3, 0.5, 0.6], 0.3, 0.25)
    assert html.count("pl-far") == 1
    assert "2 of 3 lie within 25 points" in html


def test_the_words_for_those_who_can_t_see_say_all():
    words = says_results("20 people", [-0.1, 0.6], 0.3, None)
    assert (
        words == "2 polls of 20 people. The results go from −10 in 100 to 60 in 100. The truth is 30 in 100."
    )
    assert says_results("20 people", [], 0.3, None) == "No poll of 20 people yet. The truth is 30 in 100."
    assert 'role="img" aria-label="2 polls' in poll_line("20 people", [-0.1, 0.6], 0.3)


@pytest.mark.parametrize(
    ("coin", "words"),
    [
        (Coin(), "One answer at most triples the odds about its sender."),
        (Coin(0.5, 1), "A no is proof: no coin ever says it. A yes doubles the odds."),
        (Coin(0.5, 0), "A yes is proof: no coin ever says it. A no doubles the odds."),
        (Coin(1), "Each answer is proof: nobody is hidden."),
        (Coin(0), "One answer tells nothing about its sender."),
        (Coin(0.05), "One answer at most multiplies the odds about its sender by 1.11."),
        (Coin(0.5, 0.8), "A yes multiplies the odds by 2.2, a no multiplies the odds by 6."),
    ],
)
def test_what_an_answer_gives_away_in_words(coin, words):
    assert says_odds(coin) == words


def test_the_bars_of_a_no_are_those_of_a_yes_turned_round():
    assert "If the truth is no, 75 in 100 say no. If the truth is yes, 25 in 100 say no." in answer_bars(
        answer="no"
    )
    assert "width:75.0%" in answer_bars(answer="yes")


def test_labels_are_escaped():
    assert "<script>" not in bars([("<script>", 0.5, "<script>")], '"<script>')
    assert "<script>" not in poll_line("<script>", [0.1], 0.3)
