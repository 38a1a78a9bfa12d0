"""The helper gives Pip's own old answers, to the question that is most alike, or none."""

import pytest

from privlessons.datasets import load_chats
from privlessons.local.helper import answer, read
from privlessons.records import Chat, Message, PlainError


@pytest.fixture(scope="module")
def helper():
    return read(town.chat for town in load_chats())


def test_an_old_question_gets_its_own_answer(helper):
    own = [at for at, asked in enumerate(helper.questions) if len(asked.split()) > 12][::9]
    assert len(own) > 10
    for at in own:
        found = answer(helper, helper.questions[at])
        assert (found.words, found.alike) == (helper.answers[at], pytest.approx(1))


def test_what_nobody_asked_gets_no_answer(helper):
    assert answer(helper, "zzz qqq").words == answer(helper, "").words == ""


def test_only_a_question_with_an_answer_next_is_learned():
    chat = Chat(
        "x", "x", (Message("person", "soup"), Message("person", "bread"), Message("assistant", "bake"))
    )
    assert read([chat]).questions == ("bread",)
    with pytest.raises(PlainError, match="at least one"):
        read([])
