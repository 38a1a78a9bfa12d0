"""Three places: the list, the copy, the model. Each act reaches one of them."""

import pytest

from privlessons.memory_chats import Typed
from privlessons.memory_company import Company


def typed(who, code):
    return Typed(who, "locker", code, f"my locker code is {code}")


@pytest.fixture
def company():
    return Company().receive([typed("Mika", "1111"), typed("Mika", "1111"), typed("Ruth", "2222")])


def test_what_is_received_is_listed_and_copied(company):
    assert company.holds("Mika", "1111") == (2, 2)
    assert company.holds("Ruth", "2222") == (1, 1)


def test_deleting_empties_the_list_and_leaves_the_copy(company):
    deleted = company.delete("Mika")
    assert deleted.holds("Mika", "1111") == (0, 2)
    assert deleted.holds("Ruth", "2222") == (1, 1)


def test_opting_out_keeps_new_messages_from_the_copy_and_leaves_old_ones(company):
    later = company.opt_out("Mika").receive([typed("Mika", "3333"), typed("Ruth", "4444")])
    assert later.holds("Mika", "1111") == (2, 2)
    assert later.holds("Mika", "3333") == (1, 0)
    assert later.holds("Ruth", "4444") == (1, 1)


def test_taking_out_empties_the_copy_and_leaves_the_list(company):
    assert company.take_out("Mika").holds("Mika", "1111") == (2, 0)


def test_no_act_changes_the_company_as_it_was_before(company):
    company.delete("Mika").take_out("Mika").opt_out("Mika").receive([typed("Mika", "1111")])
    assert company.holds("Mika", "1111") == (2, 2)
    assert company.opted_out == frozenset()
