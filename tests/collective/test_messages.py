"""The made-up messages, and the words that the keyboard knows."""

import numpy as np
import pytest

from privlessons.collective.crowd import make_crowd
from privlessons.collective.messages import END, MIKAS, START, dictionary, triples
from privlessons.datasets import load_people


@pytest.fixture(scope="module")
def crowd():
    return make_crowd(load_people().to_dict("records"))


def test_mika_comes_first_and_the_same_seed_gives_the_same_phones(crowd):
    again = make_crowd(load_people().to_dict("records"))
    assert crowd.phones[0].name == "Mika"
    assert crowd.phones[0].messages == MIKAS
    assert crowd.phones == again.phones
    assert (crowd.model == again.model).all()


def test_nobody_has_two_phones_and_strangers_take_no_part(crowd):
    everybody = [phone.person for phone in (*crowd.phones, *crowd.strangers)]
    assert len(set(everybody)) == len(everybody) == 75


def test_the_keyboard_knows_every_word_that_was_typed(crowd):
    for phone in (*crowd.phones, *crowd.strangers):
        assert phone.words <= set(crowd.words)
    assert crowd.words[:2] == (START, END)


def test_only_mika_types_the_games_name(crowd):
    assert {crowd.numbers["lantern"], crowd.numbers["tide"]} <= crowd.only_of(0)
    assert crowd.only_of(0) <= crowd.words_of(0) <= crowd.by_anybody()


def test_a_message_becomes_pairs_of_words_and_what_came_next():
    words = {word: n for n, word in enumerate(dictionary(["sea fog"]))}
    rows = triples(["sea zzz fog"], words)
    names = {n: word for word, n in words.items()}
    assert [[names[n] for n in row] for row in rows.tolist()] == [
        [START, START, "sea"],
        [START, "sea", "fog"],
        ["sea", "fog", END],
    ]
    assert np.shape(triples([], words)) == (0, 3)
