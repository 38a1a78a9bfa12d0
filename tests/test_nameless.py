"""What a machine takes out of a chat, and where the words that stay stand afterwards."""

from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.nameless import take_out
from privlessons.records import Chat, Finding, Message, TownChat

QUICK = settings(max_examples=100, deadline=None)


def town_chat(*texts):
    return TownChat(Chat("c", "", tuple(Message("person", text) for text in texts)), "P0001", "", ())


def test_names_get_the_same_stand_in_throughout_a_chat():
    one = take_out(
        town_chat("Ida and Tom", "thanks, Tom"),
        [[Finding("PERSON", 0, 3, 0.9), Finding("PERSON", 8, 11, 0.9)], [Finding("PERSON", 8, 11, 0.9)]],
    )
    assert [m.text for m in one.messages] == ["[name 1] and [name 2]", "thanks, [name 2]"]


def test_a_job_stays_and_so_does_what_the_machine_is_not_sure_of():
    one = take_out(town_chat("a nurse, Ida"), [[Finding("JOB", 2, 7, 0.9), Finding("PERSON", 9, 12, 0.4)]])
    assert one.messages[0].text == "a nurse, Ida"
    assert one.spans == ()


def test_words_are_found_again_behind_a_stand_in():
    one = take_out(town_chat("Ida is a nurse"), [[Finding("PERSON", 0, 3, 0.9)]])
    message, start, end = one.place(0, 9, 14)
    assert one.messages[message].text[start:end] == "nurse"


def test_of_words_that_were_taken_out_in_part_the_rest_is_found():
    one = take_out(town_chat("so TOMASZ KUBIAK it is"), [[Finding("PERSON", 3, 9, 0.9)]])
    message, start, end = one.place(0, 3, 16)
    assert one.messages[message].text[start:end] == " KUBIAK"


@QUICK
@given(
    st.text("abc dé🐙", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 8)), max_size=5),
    st.integers(0, 39),
    st.integers(1, 10),
)
def test_what_stays_visible_is_found_word_for_word(text, cuts, start, length):
    findings, at = [], 0
    for cut, size in sorted(cuts):
        if at <= cut < len(text):
            findings.append(Finding("PERSON", cut, min(len(text), cut + size), 1.0))
            at = findings[-1].end
    one = take_out(town_chat(text), [findings])
    end = min(len(text), start + length)
    if start >= end or any(f.start < end and start < f.end for f in findings):
        return
    _, moved_start, moved_end = one.place(0, start, end)
    assert one.messages[0].text[moved_start:moved_end] == text[start:end]
