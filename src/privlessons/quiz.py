"""Questions as data (the jupyterquiz JSON shape); an answer is marked with its own feedback."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

import ipywidgets as widgets

from privlessons.controls import Choice, Live
from privlessons.home import home
from privlessons.lesson import Lesson
from privlessons.records import PlainError
from privlessons.ui import Activity, activity, button, html, note


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer, whether it is right, and what to tell who picks it."""

    text: str
    correct: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``many`` where several answers are right. ``key`` names it in the progress file."""

    key: str
    text: str
    many: bool
    answers: tuple[Answer, ...]


def load_questions(name: str) -> tuple[Question, ...]:
    """Return the questions of ``notebooks/quizzes/<name>.json``; errors name the file and the question."""
    where = home() / "notebooks" / "quizzes" / f"{name}.json"
    try:
        rows = json.loads(where.read_text("utf-8"))
    except FileNotFoundError:
        raise PlainError(f"There is no quiz file {where.name} beside the lessons.") from None
    except ValueError as error:
        raise PlainError(f"The quiz file {where.name} is not valid JSON: {error}.") from None
    return tuple(_question(where.name, number, row) for number, row in enumerate(rows, 1))


def _question(file: str, number: int, row: dict) -> Question:
    try:
        many = {"multiple_choice": False, "many_choice": True}[row["type"]]
        answers = tuple(Answer(a["answer"], bool(a["correct"]), a["feedback"]) for a in row["answers"])
        return Question(row.get("id", f"q{number}"), row["question"], many, answers)
    except (KeyError, TypeError) as error:
        raise PlainError(
            f"Question {number} in {file} lacks {error} or has it in the wrong shape. It needs question, "
            "type (multiple_choice or many_choice) and answers with answer, correct and feedback."
        ) from None


def mark(question: Question, picked: list[int]) -> tuple[bool, list[str]]:
    """Return whether the picked answers (indices) are right, and the feedback to show."""
    right = {i for i, answer in enumerate(question.answers) if answer.correct}
    feedback = [question.answers[i].feedback for i in picked]
    if question.many and right - set(picked):
        missing = len(right - set(picked))
        feedback.append(
            "One right answer is still missing." if missing == 1 else f"{missing} are still missing."
        )
    return set(picked) == right, feedback


def _card(lesson: Lesson, question: Question, title: str, card: Activity) -> widgets.VBox:
    """Return one question; an answer of another day stands there again, with its feedback."""
    choice = Choice(
        legend=f"{title} {question.text}", options=[a.text for a in question.answers], many=question.many
    )
    check = button("Check my answer")
    said = Live()

    def show():
        right, feedback = mark(question, choice.picked)
        word, look = ("Yes.", "right") if right else ("Not quite.", "wrong")
        said.html = note(escape(" ".join(feedback)), look, word)
        card.state[question.key] = right

    def checked():
        if not choice.picked:
            said.html = note("Pick an answer first.", "caution")
            return
        lesson.keep("answers", question.key, [choice.options[i] for i in choice.picked])
        show()
        if len(card.state) == len(card.controls) // 2:
            lesson.done("check")

    def erased():
        choice.picked, said.html = [], ""
        card.state.pop(question.key, None)

    card.on(check, checked)
    lesson.after_erasing(erased)
    card.controls |= {question.key: choice, f"{question.key}-check": check}
    kept = lesson.kept("answers", question.key)
    if isinstance(kept, list) and kept and all(words in choice.options for words in kept):
        choice.picked = [choice.options.index(words) for words in kept]
        show()
    box = widgets.VBox([choice, check, said])
    box.add_class("pl-question")
    return box


@activity
def check_yourself(lesson: Lesson) -> Activity:
    """Show the lesson's questions; each answer, right or wrong, has its own explanation.

    What was answered on another day is shown as answered.
    """
    card = Activity()
    questions = load_questions(lesson.stem[:2])
    rows = [_card(lesson, q, f"{n} of {len(questions)}.", card) for n, q in enumerate(questions, 1)]
    card.show(*rows)
    return card


@activity
def before_test(lesson: Lesson, when: str = "before") -> Activity:
    """Show the short test for before and after the lessons; nothing is marked, answers are kept.

    ``when`` is "before" in the first lesson and "after" in the last.
    """
    questions = load_questions("before-and-after")
    intro = html("<p>There are no marks here. Say what you think today.</p>")
    choices = {q.key: Choice(legend=q.text, options=[a.text for a in q.answers]) for q in questions}
    for choice in choices.values():
        choice.add_class("pl-question")
    save = button("Keep my answers", primary=True)
    card = Activity([intro, *choices.values(), save], controls={**choices, "save": save})
    for key, choice in choices.items():
        kept = lesson.kept("answers", f"{when}-{key}")
        if kept in choice.options:
            choice.picked = [choice.options.index(kept)]

    def keep():
        answered = {key: c.text for key, c in choices.items() if c.picked}
        if not answered:
            raise PlainError("Pick at least one answer first, or just go on. Nobody grades this.")
        before = {key: lesson.kept("answers", f"{when}-{key}") for key in answered}
        changed = sum(before[key] not in (None, words) for key, words in answered.items())
        for key, words in answered.items():
            lesson.keep("answers", f"{when}-{key}", words)
        card.state["answered"] = len(answered)
        lesson.done("before-test")
        are = "answers is kept" if len(answered) == 1 else "answers are kept"
        card.tell(
            f"{len(answered)} of {len(choices)} {are}."
            + (f" {changed} of them changed since the last time." if changed else ""),
            "note",
        )

    def erased():
        for choice in choices.values():
            choice.picked = []
        card.state.pop("answered", None)
        card.tell("")

    card.on(save, keep)
    lesson.after_erasing(erased)
    return card
