"""The company's answers: every way through the talks ends well, and each reply has its law."""

import pytest
from tests.prose import grade, prose

from privlessons.company.talk import first, rules, talk
from privlessons.records import PlainError

KINDS = ("access", "erasure")


@pytest.mark.parametrize("kind", KINDS)
def test_from_every_answer_the_good_end_can_be_reached(kind):
    answers = talk(kind)
    ends = {name for name, answer in answers.items() if not answer.replies}
    assert [answers[name].does for name in ends] == ["whole" if kind == "access" else "erase"]
    good = set(ends)
    while more := {n for n, a in answers.items() if n not in good and any(r.to in good for r in a.replies)}:
        good |= more
    assert good == set(answers)


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_can_come_up_and_each_reply_has_its_rule(kind):
    reached, waiting = set(), [first(kind).name]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [reply.to for reply in talk(kind)[name].replies]
    assert reached == set(talk(kind))
    for answer in talk(kind).values():
        for reply in answer.replies:
            assert reply.law in rules()
            assert reply.look in {"right", "caution", "wrong"}
            assert reply.days >= 0


def test_when_the_extension_is_asked_for_the_first_month_is_over_on_every_way():
    """So that what the page says of it is true."""
    answers = talk("erasure")

    def shortest(name, days, seen):
        if name == "later":
            return [days]
        return [
            found
            for reply in answers[name].replies
            if reply.to not in seen
            for found in shortest(reply.to, days + reply.days, {*seen, reply.to})
        ]

    assert min(shortest(first("erasure").name, 0, {first("erasure").name})) > 31
    assert talk("access")["part"].replies[1].days > 31, "and so is the month in which nothing is heard"


def test_the_words_of_the_talks_are_easy():
    words = [
        text
        for kind in KINDS
        for answer in talk(kind).values()
        for text in (answer.says, *(w for r in answer.replies for w in (r.text, r.comment)))
    ]
    assert grade(prose("\n\n".join([*words, *(rule.says for rule in rules().values())]))) <= 8


def test_a_rule_goes_stale_by_its_date():
    rule = rules()["month"]
    assert not rule.stale(rule.check_by)
    assert rule.stale(rule.check_by.replace(year=rule.check_by.year + 1))


def test_an_unknown_talk_is_a_plain_error():
    with pytest.raises(PlainError, match="erasure"):
        talk("tea")
