"""Clues narrow the town down, and only what is still visible counts."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.clues import candidates, dots, narrow, needless, others_in, read_clues, says, visible
from privlessons.datasets import load_chats, load_people
from privlessons.records import Chat, Message, Planted, TownChat

QUICK = settings(max_examples=50, deadline=None)
TEXT = "im Mika, the left handed dentist. ring 07700 900123 or Tom"


def planted(words, kind, *, whom="self", clue=None):
    start = TEXT.index(words)
    return Planted(0, start, start + len(words), kind, whom, clue)


CHAT = TownChat(
    Chat("c", "a title", (Message("person", TEXT),)),
    "P0417",
    "work",
    (
        planted("Mika", "PERSON"),
        planted("left handed", "DESCRIPTION", clue=("handedness", "left")),
        planted("dentist", "JOB", clue=("occupation", "dentist")),
        planted("07700 900123", "PHONE_NUMBER"),
        planted("Tom", "PERSON", whom="friend"),
    ),
)


def span(words):
    start = TEXT.index(words)
    return 0, start, start + len(words)


@pytest.fixture(scope="module")
def people():
    return load_people()


def test_clues_come_in_reading_order_and_tell_only_about_the_writer(people):
    told = [(clue.words, clue.says) for clue in read_clues(CHAT, (), people)]

    assert told == [
        ("Mika", "is called Mika"),
        ("left handed", "is left-handed"),
        ("dentist", "is a dentist"),
        ("07700 900123", "is the one person with this phone number"),
    ]


def test_hidden_words_are_no_clues(people):
    hidden = [span("Mika"), span("07700 900123")]
    assert [clue.words for clue in read_clues(CHAT, hidden, people)] == ["left handed", "dentist"]


def test_half_a_word_hidden_hides_it_and_less_does_not():
    mark = planted("dentist", "JOB")
    assert not visible(mark, [(0, mark.start, mark.start + 4)])
    assert visible(mark, [(0, mark.start, mark.start + 3)])
    assert visible(mark, [(1, mark.start, mark.end)]), "another message"


def test_hidden_letters_are_bars_in_what_is_quoted(people):
    [clue] = read_clues(CHAT, [span("Mika"), span("left"), span("dentist"), span("07700 900123")], people)
    assert clue.words == "████ handed"
    assert others_in(CHAT, [span("T")]) == {"friend": ("█om",)}


@QUICK
@given(st.lists(st.tuples(st.just(0), st.integers(0, 58), st.integers(0, 58))))
def test_no_hidden_letter_is_ever_quoted(hidden):
    dark = {at for _, start, end in hidden for at in range(start, end)}
    seen = "".join("█" if at in dark else letter for at, letter in enumerate(TEXT))
    for clue in read_clues(CHAT, hidden):
        _, start, end = clue.spans[0]
        assert clue.words == seen[start:end]


def test_of_two_places_the_one_that_is_wholly_there_is_quoted(people):
    text = "left handed dentist, i am left handed"
    mark = Planted(0, 0, 11, "DESCRIPTION", "self", ("handedness", "left"))
    chat = TownChat(
        Chat("c", "t", (Message("person", text),)), "P0417", "work", (mark, replace(mark, start=26, end=37))
    )
    [clue] = read_clues(chat, [(0, 0, 4)], people)
    assert clue.words == "left handed"
    assert len(clue.spans) == 2


def test_of_a_full_name_each_word_is_a_clue_of_its_own(people):
    text = "I am Mika Tarn"
    chat = TownChat(Chat("c", "", (Message("person", text),)), "P0417", "", (Planted(0, 5, 14, "PERSON"),))
    assert [(c.column, c.pattern) for c in read_clues(chat, (), people)] == [
        ("first_name", "Mika"),
        ("last_name", "Tarn"),
    ]
    assert [c.words for c in read_clues(chat, [(0, 5, 9)], people)] == ["Tarn"]


@pytest.mark.parametrize("name", ["pixelbird", "Joanna"])
def test_a_nickname_or_a_former_name_is_no_clue(people, name):
    mark = Planted(0, 0, len(name), "PERSON")
    chat = TownChat(Chat("c", "", (Message("person", name),)), "P0417", "", (mark,))
    assert read_clues(chat, (), people) == ()


def test_the_same_fact_said_twice_is_one_clue_with_two_places(people):
    text = "a gecko, my gecko"
    marks = tuple(Planted(0, at, at + 5, "DESCRIPTION", clue=("pet", "gecko")) for at in (2, 12))
    [clue] = read_clues(TownChat(Chat("c", "", (Message("person", text),)), "P0417", "", marks))
    assert clue.spans == ((0, 2, 7), (0, 12, 17))


def test_candidates_are_the_rows_that_fit_every_clue(people):
    left = candidates(people, [("occupation", "illustrator"), ("handedness", "left")])

    assert len(left)
    assert set(left.occupation) == {"illustrator"}
    assert set(left.handedness) == {"left"}
    both = (people.occupation == "illustrator") & (people.handedness == "left")
    assert len(left) == both.sum()


def test_without_clues_everybody_fits(people):
    assert len(candidates(people, [])) == len(people)
    assert narrow(people, []) == ()


def test_every_chat_of_the_town_leads_to_a_crowd_with_its_writer_in_it(people):
    position = {person: at for at, person in enumerate(people.person_id)}
    for chat in load_chats():
        for step in narrow(people, read_clues(chat, (), people)):
            assert position[chat.person] in step.left, (chat.chat.id, step.clue.says)


@QUICK
@given(st.lists(st.sampled_from(range(5)), unique=True))
def test_a_further_clue_never_brings_anybody_back(order):
    people = load_people().head(300)
    clues = read_clues(CHAT, (), people)
    steps = narrow(people, [clues[i] for i in order if i < len(clues)])
    for before, after in pairwise(steps):
        assert set(after.left) <= set(before.left)


@QUICK
@given(st.sets(st.integers(0, 49)))
def test_a_dot_is_in_if_its_person_still_fits_and_stands_out_if_alone(left):
    states = dots(50, sorted(left))

    assert {at for at, state in enumerate(states) if state} == left
    assert (2 in states) == (len(left) == 1)


def test_others_are_told_apart_from_the_writer():
    assert others_in(CHAT) == {"friend": ("Tom",)}
    assert others_in(CHAT, [span("Tom")]) == {}


def test_words_that_touch_no_mark_were_hidden_for_nothing():
    assert needless(CHAT, [span("ring"), span("dentist."), span("or")]) == ("ring", "or")


@pytest.mark.parametrize(
    ("column", "pattern", "sentence"),
    [
        ("age", "29", "is 29 years old"),
        ("age", "2?", "is in their twenties"),
        ("children", "1", "has one child at home"),
        ("children", "3", "has three children at home"),
        ("birth_date", "1990-06-20", "was born on 20 June 1990"),
        ("birth_date", "1990-*", "was born in 1990"),
        ("postcode", "ZQ3*", "lives where postcodes start with ZQ3"),
        ("occupation", "*nurse*", "is some kind of nurse"),
        ("occupation", "illustrator", "is an illustrator"),
        ("occupation", "retired", "is retired"),
        ("pet", "two cats", "keeps two cats"),
        ("born_in", "Philippines", "was born in the Philippines"),
        ("born_in", "Poland", "was born in Poland"),
        ("pet", "gecko", "keeps a gecko"),
        ("sex", "f", "is a woman or girl"),
        ("shoe", "43", "has this in the column shoe: 43"),
    ],
)
def test_a_clue_is_said_in_everyday_words(column, pattern, sentence):
    assert says(column, pattern) == sentence
