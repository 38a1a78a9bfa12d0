from hypothesis import given
from hypothesis import strategies as st

from privlessons.masks import DOTS, GUARDED, harmless, mask, mask_all
from privlessons.records import Finding


def test_the_middle_is_hidden():
    assert mask("matt kiln") == "ma••••ln"
    assert mask("Lily") == "L••••y"
    assert mask("Ann") == DOTS


def test_passwords_and_official_numbers_keep_their_first_character_at_most():
    assert mask("hunter2", "SECRET") == "h••••"
    assert mask("1234", "SECRET") == DOTS


@given(st.text(max_size=40), st.sampled_from(["PERSON", *GUARDED]))
def test_at_least_half_is_hidden_and_the_length_is_not_told(value, kind):
    masked = mask(value, kind)
    shown = masked.replace(DOTS, "", 1)
    assert DOTS in masked
    assert len(shown) <= min(4, len(value) / 2)


@given(st.text())
def test_nothing_that_steers_a_terminal_gets_through(text):
    assert harmless(text).isprintable()
    assert len(harmless(text)) == len(text)


def test_escape_sequences_are_shown_as_replaced():
    assert harmless("\x1b[2Jhi\r\n\u202eok") == "�[2Jhi  �ok"


def test_in_a_text_only_the_findings_are_masked():
    found = [Finding("PERSON", 6, 15, 1.0), Finding("PERSON", 8, 12, 1.0)]
    assert mask_all("about Ida Fenn! and me", found) == "about Id••••n! and me"
