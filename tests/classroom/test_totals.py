import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.classroom.totals import Tally, as_csv, counted, shown


@given(st.integers(0, 5_000))
def test_what_is_counted_is_nothing_below_20_and_then_whole_tens(answered):
    n = counted(answered)
    assert n == 0 if answered < 20 else (n % 10 == 0 and answered - 10 < n <= answered)


@given(st.integers(0, 5_000))
def test_two_counts_never_differ_by_fewer_than_ten_people(answered):
    step = counted(answered + 1) - counted(answered)
    assert step == 0 or step >= 10


def test_below_20_no_share_is_shown():
    one = shown(Tally(1, "Really?", 19, 0, 0))
    assert (one.share, one.low, one.high) == (None, None, None)
    assert "20" in one.says
    assert one.answered == 19


@given(st.integers(2, 300).flatmap(lambda tens: st.tuples(st.just(10 * tens), st.integers(0, 10 * tens))))
def test_the_margin_holds_the_estimate(numbers):
    people, yes = numbers
    one = shown(Tally(1, "Really?", people + 3, people, yes))
    assert 0 <= one.low <= one.share <= one.high <= 1
    assert f"first {people} answers" in one.says


@pytest.mark.parametrize("text", ["=1+1?", "@x?", "-1?", "+1?", 'He said "yes", did he?'])
def test_a_spreadsheet_gets_text_and_no_formula(text):
    rows = list(csv.reader(io.StringIO(as_csv([Tally(1, text, 41, 40, 18), Tally(2, "Few?", 5, 0, 0)]))))
    assert rows[1][0].lstrip("'") == text
    assert rows[1][0][0] not in "=+-@"
    assert rows[1][1:4] == ["41", "40", "18"]
    assert rows[2] == ["Few?", "5", "0", "", "", "", ""]


def test_an_ended_question_promises_no_further_result():
    assert "next" not in shown(Tally(1, "Really?", 23, 20, 9), ended=True).says
    assert shown(Tally(1, "Really?", 3, 0, 0), ended=True).says.startswith("Too few to show a result")
    assert "The next result comes at 30." in shown(Tally(1, "Really?", 23, 20, 9)).says
