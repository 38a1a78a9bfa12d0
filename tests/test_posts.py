import re
from random import Random

import pytest

from privlessons.posts import PLAIN, Style, in_style, load_topics, write_post


def test_every_mark_in_the_topics_has_a_plain_word_and_every_topic_enough_sentences():
    for topic, sentences in load_topics().items():
        assert len(sentences) == 6, topic
        assert set(re.findall(r"\{(\w+)\}", " ".join(sentences))) <= PLAIN.keys()


def test_a_style_without_habits_writes_the_plain_sentences():
    post = write_post(Style("nobody"), "ferry", Random(1), sentences=6)
    assert post.startswith("The ferry is not running today because of the wind.")
    assert "I think they should send a message" in post
    assert "{" not in post


@pytest.mark.parametrize(
    ("habit", "expected"),
    [
        ({"small": "all"}, "it is a bit cold, but i do not mind."),
        ({"small": "i"}, "It is a bit cold, but i do not mind."),
        ({"shorten": 1.0}, "It's a bit cold, but I don't mind."),
        ({"shorten": 1.0, "apostrophes": False}, "Its a bit cold, but I dont mind."),
        ({"words": {"bit": ("kinda",), "but": ("though",)}}, "It is kinda cold, though I do not mind."),
        ({"commas": 0.0}, "It is a bit cold but I do not mind."),
        ({"exclaim": 1.0}, "It is a bit cold, but I do not mind!"),
        ({"dots": 1.0}, "It is a bit cold, but I do not mind..."),
        ({"faces": (":)",), "face": 1.0}, "It is a bit cold, but I do not mind :)"),
        ({"hello": ("Hi all,",)}, "Hi all, it is a bit cold, but I do not mind."),
        ({"fillers": ("honestly",), "filler": 1.0}, "Honestly it is a bit cold, but I do not mind."),
        ({"typos": {"mind": "mnid"}}, "It is a bit cold, but I do not mnid."),
    ],
)
def test_each_habit_changes_what_it_says(habit, expected):
    written = in_style(Style("x", **habit), ["It is {bit} cold, {but} I do not mind."], Random(1))
    assert written == expected


def test_the_same_seed_writes_the_same_post():
    style = Style("x", exclaim=0.5, join=0.5, shorten=0.5)
    assert write_post(style, "pool", Random(4)) == write_post(style, "pool", Random(4))
