from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.policy.weasels import LIST, may_into_does, weasels


@pytest.mark.parametrize(
    ("written", "done"),
    [
        ("We may share it.", "We do share it."),
        ("We may also share it.", "We do also share it."),
        ("Your data may be sold.", "Your data is sold."),
        ("Chats may be read, and it might not be deleted.", "Chats are read, and it is not deleted."),
        ("Glowmoth may keep it.", "Glowmoth does keep it."),
        ("Our partners may, at times, see it.", "Our partners do, at times, see it."),
        ("We may or may not tell you.", "We do or do not tell you."),
        ("The firm may sell it and may rent it.", "The firm does sell it and does rent it."),
        ("You may opt out.", "You may opt out."),
        ("You may also write to us.", "You may also write to us."),
        ("This holds from May 2026 on.", "This holds from May 2026 on."),
        ("We keep it.", "We keep it."),
    ],
)
def test_each_may_of_the_firms_becomes_does_and_the_readers_own_stays(written, done):
    assert may_into_does(written)[0] == done


@given(
    st.lists(st.sampled_from("we may be not also share It data may, your might us . You children".split()))
)
def test_the_new_words_stand_where_it_says_and_all_else_is_as_it_was(words):
    text = " ".join(words)
    new, places = may_into_does(text)
    for start, end in places:
        assert new[start:end].split()[0] in {"do", "does", "is", "are"}
    kept = [w for w in text.split() if w not in {"may", "might", "be", "may,"}]
    left = [w for w in new.split() if w.rstrip(",") not in {"do", "does", "is", "are", "may", "might", "be"}]
    assert left == kept


def test_weasel_words_are_found_in_order_and_never_overlap():
    text = "We may share data with trusted partners, such as affiliates, where permitted by law."
    found = list(weasels(text))
    assert [text[w.start : w.end] for w in found] == [
        "may", "trusted partners", "such as", "affiliates", "where permitted by law",
    ]  # fmt: skip
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_permission_for_the_reader_is_no_weasel():
    assert list(weasels("You may delete it, and users may export it.")) == []
    parents = "Parents who find that a child has signed up may write to us."
    assert list(weasels(parents)) == []
    assert may_into_does(parents)[0] == parents
    assert [w.name for w in weasels("Firms that work for us may read it.")] == ["may"]


def test_each_kind_of_weasel_says_what_room_it_leaves():
    assert len({name for name, _, _ in LIST}) == len(LIST)
    assert all(room.endswith((".", "?")) for _, room, _ in LIST)
