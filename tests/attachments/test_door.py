"""A door is the one that the whole table gives."""

import pytest

from privlessons.attachments.door import door_of
from privlessons.datasets import load_people
from privlessons.records import PlainError
from privlessons.town_map import home_of


def test_the_door_is_the_one_of_the_whole_table():
    people = load_people()
    for at in (0, 417, 1999):
        row = people.iloc[at].to_dict()
        assert door_of(row["person_id"]) == home_of(row)
    with pytest.raises(PlainError, match="Nobody"):
        door_of("P9999")
