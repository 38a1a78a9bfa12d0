import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.classroom.questions import LONGEST, checked, parse, questions
from privlessons.records import PlainError


def test_at_least_ten_questions_ship_and_all_end_in_a_question_mark():
    shipped = questions()
    assert len(shipped) >= 10
    assert all(one.endswith("?") for one in shipped)


def test_a_teachers_own_come_first(tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("# mine\n\nDo you like rain?\nDo you like rain?\n", "utf-8")
    assert questions(file) == ["Do you like rain?", *questions()]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", None])
def test_a_file_that_is_no_text_is_one_plain_sentence(tmp_path, content):
    file = tmp_path / "own.txt"
    if content:
        file.write_bytes(content)
    with pytest.raises(PlainError, match="one question a line"):
        questions(file)


def test_a_faulty_line_is_named():
    with pytest.raises(PlainError, match="Line 3"):
        parse("Fine?\n# note\n" + "x" * (LONGEST + 1))


@pytest.mark.parametrize("bad", ["", "   ", "x" * (LONGEST + 1), "a\x00b", "a\u202eb?"])
def test_what_is_no_question_is_refused(bad):
    with pytest.raises(PlainError):
        checked(bad)


@given(st.text(max_size=400))
def test_any_text_is_a_checked_question_or_one_sentence(text):
    try:
        kept = checked(text)
    except PlainError:
        return
    assert kept == checked(kept)
    assert 0 < len(kept) <= LONGEST
    assert "\n" not in kept
