from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.policy import compare_versions
from privlessons.policy.records import Policy, Sentence
from privlessons.policy.shelf import load_firms

GLOWMOTH = next(firm for firm in load_firms() if firm.id == "glowmoth")
WORDS = st.lists(
    st.sampled_from("we share keep your data for 30 days may not".split()), min_size=1, max_size=8
)


def policy(*texts):
    return Policy(tuple(Sentence(t) for t in texts), 0)


def test_sentences_that_came_went_and_changed_are_told_apart():
    old = policy("We keep it for 30 days.", "You must be 13.", "We like trees.")
    new = policy("We like  trees!", "We keep it for 90 days.", "We sell it to firms.")
    found = {(c.what, (c.old or c.new).text) for c in compare_versions(old, new)}
    assert ("went", "You must be 13.") in found
    assert ("came", "We sell it to firms.") in found
    assert not any("trees" in text for _, text in found), "what only moved has not changed"


def test_a_changed_sentence_is_spelled_out_word_by_word():
    [change] = compare_versions(policy("We keep it for 30 days."), policy("We keep it for 90 long days."))
    assert change.pieces == (
        ("same", "We keep it for"), ("gone", "30"), ("new", "90 long"), ("same", "days."),
    )  # fmt: skip


def test_the_update_took_back_the_promise_about_training():
    changes = compare_versions(GLOWMOTH.policy("2024"), GLOWMOTH.policy("2026"))
    [train] = [c for c in changes if c.what == "changed" and "train" in c.kinds]
    assert "gone" in dict(train.pieces)
    assert any(c.what == "went" and "children" in c.kinds for c in changes)
    assert compare_versions(GLOWMOTH.policy(), GLOWMOTH.policy()) == ()


@given(st.lists(WORDS.map(" ".join), max_size=7), st.lists(WORDS.map(" ".join), max_size=7))
@settings(deadline=None, max_examples=150)
def test_the_pieces_of_a_change_are_both_sentences(old, new):
    for change in compare_versions(policy(*old), policy(*new)):
        if change.what == "changed":
            for skipped, text in (("new", change.old.text), ("gone", change.new.text)):
                assert " ".join(w for what, w in change.pieces if what != skipped) == text
    went = [c.old.text for c in compare_versions(policy(*old), policy())]
    assert went == old
