import pytest

from privlessons.datasets import load_chats
from privlessons.memory_appetite import AMOUNTS, HELD_OUT, commonest_share, portions
from privlessons.records import PlainError


def people_of(chats, texts):
    texts = set(texts)
    return {c.person for c in chats if any(m.text in texts for m in c.chat.messages)}


def test_a_larger_portion_holds_the_smaller_ones_and_has_so_many_people():
    chats = load_chats()
    made = portions(chats, 1)
    assert tuple(made.texts) == AMOUNTS
    smaller = ()
    for amount in AMOUNTS:
        assert made.texts[amount][: len(smaller)] == smaller
        smaller = made.texts[amount]
    assert len(people_of(chats, made.texts[10]) - people_of(chats, made.test)) <= 10


def test_nobody_is_learned_from_and_tested_on():
    chats = load_chats()
    made = portions(chats, 2)
    learned = {id(text) for texts in made.texts.values() for text in texts}
    assert not learned & {id(text) for text in made.test}
    persons = len({c.person for c in chats})
    assert max(AMOUNTS) + HELD_OUT <= persons


def test_another_seed_takes_other_people():
    assert portions(load_chats(), 1).test != portions(load_chats(), 2).test


def test_too_few_people_are_refused_in_a_sentence():
    with pytest.raises(PlainError, match="These chats are by 5 people, and 53 are needed"):
        portions(load_chats()[:5], 1)


def test_the_commonest_letter_is_right_as_often_as_it_comes():
    assert commonest_share(["aab", "A"]) == pytest.approx(3 / 6)
