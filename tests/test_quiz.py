import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons import quiz
from privlessons.lesson import open_lesson
from privlessons.records import PlainError


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    return open_lesson("00-start-here")


def question(many, *answers):
    return quiz.Question("q", "?", many, tuple(quiz.Answer(t, c, f"about {t}") for t, c in answers))


def test_a_wrong_answer_gets_its_own_feedback():
    asked = question(False, ("a", True), ("b", False))

    assert quiz.mark(asked, [0]) == (True, ["about a"])
    assert quiz.mark(asked, [1]) == (False, ["about b"])


def test_a_missing_right_answer_is_said_without_giving_it_away():
    asked = question(True, ("a", True), ("b", True), ("c", False))

    assert quiz.mark(asked, [0]) == (False, ["about a", "One right answer is still missing."])


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.data())
def test_an_answer_is_right_only_if_it_is_exactly_the_right_set(truth, data):
    asked = question(True, *((str(i), t) for i, t in enumerate(truth)))
    picked = data.draw(st.lists(st.integers(0, len(truth) - 1), unique=True))

    assert quiz.mark(asked, picked)[0] == all(t == (i in picked) for i, t in enumerate(truth))


def beside(card, asked):
    """What is said in a question's own box."""
    box = next(one for one in card.children if card.controls[asked.key] in one.children)
    return box.children[-1].html


def test_the_quiz_keeps_answers_and_finishes_when_all_are_given(lesson):
    card = quiz.check_yourself(lesson)
    questions = quiz.load_questions("00")
    for asked in questions:
        card.controls[f"{asked.key}-check"].click()
        assert "Pick an answer first" in beside(card, asked)
        assert not card.status.html, "the end of the card may be out of sight"
        card.controls[asked.key].picked = [1]
        card.controls[f"{asked.key}-check"].click()

    kept = lesson.progress.load()["lessons"]["00-start-here"]
    assert kept["answers"] == {q.key: [q.answers[1].text] for q in questions}
    assert "check" in kept["done"]


def test_what_was_answered_is_shown_as_answered_on_another_day(lesson):
    first, second, *_ = quiz.load_questions("00")
    card = quiz.check_yourself(lesson)
    card.controls[first.key].picked = [0]
    card.controls[f"{first.key}-check"].click()
    lesson.keep("answers", second.key, ["words of an older version"])
    told, written = beside(card, first), lesson.progress.path.read_bytes()

    again = quiz.check_yourself(lesson)
    assert again.controls[first.key].picked == [0]
    assert beside(again, first) == told != ""
    assert again.state == {first.key: card.state[first.key]}
    assert again.controls[second.key].picked == []
    assert lesson.progress.path.read_bytes() == written, "showing it again writes nothing"


def test_one_kept_answer_is_spoken_of_as_one(lesson):
    card = quiz.before_test(lesson)
    card.controls["deleted"].picked = [1]
    card.controls["save"].click()
    assert "1 of 5 answers is kept." in card.status.html


def test_the_before_test_keeps_answers_and_marks_nothing(lesson):
    card = quiz.before_test(lesson)
    card.controls["save"].click()
    assert "Pick at least one" in card.status.html

    card.controls["deleted"].picked = [1]
    card.controls["save"].click()
    words = card.controls["deleted"].options[1]
    assert lesson.kept("answers", "before-deleted") == words
    assert "right" not in card.status.html.lower().replace("pl-right", "")
    again = quiz.before_test(lesson)
    assert again.controls["deleted"].picked == [1]
    again.controls["deleted"].picked = [0]
    again.controls["save"].click()
    assert "1 of them changed since the last time" in again.status.html


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "not valid JSON"),
        (json.dumps([{"question": "?"}]), "Question 1 in 99.json lacks 'type'"),
        (json.dumps([{"question": "?", "type": "numeric", "answers": []}]), "Question 1 in 99.json"),
        (json.dumps([{"question": "?", "type": "many_choice", "answers": [{"answer": "a"}]}]), "'correct'"),
    ],
)
def test_a_faulty_quiz_file_names_file_and_question(tmp_path, monkeypatch, content, told):
    monkeypatch.setattr(quiz, "home", lambda: tmp_path)
    (tmp_path / "notebooks" / "quizzes").mkdir(parents=True)
    (tmp_path / "notebooks" / "quizzes" / "99.json").write_text(content)

    with pytest.raises(PlainError, match=told):
        quiz.load_questions("99")


def test_a_missing_quiz_file_is_named():
    with pytest.raises(PlainError, match="no quiz file 98"):
        quiz.load_questions("98")


@pytest.mark.parametrize(
    "name", sorted(p.stem for p in (quiz.home() / "notebooks" / "quizzes").glob("*.json"))
)
def test_the_right_answer_does_not_always_stand_in_the_same_place(name):
    places = {tuple(a.correct for a in q.answers).index(True) for q in quiz.load_questions(name)}

    assert len(places) > 1
