"""The toy assistant against every set of defences, beside a table worked out by hand."""

from itertools import chain, combinations
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.mailbox.assistant import ASK, FILTER, NO_PICTURES, SPLIT, sum_up
from privlessons.mailbox.mails import ATTACKS, LETTERS, LOOKALIKE, Mail, inbox

SEND, KIND, PICTURE, LIE = ATTACKS
DEFENCES = (FILTER, ASK, NO_PICTURES, SPLIT)
SETS = list(chain.from_iterable(combinations(DEFENCES, n) for n in range(len(DEFENCES) + 1)))
STOPS = {SEND: {FILTER, ASK, SPLIT}, KIND: {ASK, SPLIT}, PICTURE: {FILTER, NO_PICTURES, SPLIT}}


@pytest.mark.parametrize("defences", SETS, ids=" + ".join)
def test_each_attack_leaks_unless_a_defence_that_fits_is_on(defences):
    for attack, stops in STOPS.items():
        assert sum_up(inbox(attack), defences).leaked == (not stops & {*defences}), attack.name


@pytest.mark.parametrize("defences", SETS, ids=" + ".join)
def test_only_the_word_filter_catches_the_lie_and_nothing_leaks_by_it(defences):
    run = sum_up(inbox(LIE), defences)
    assert run.lied == (FILTER not in defences)
    assert not run.leaked


def test_what_leaks_are_the_words_of_the_contract():
    [act] = sum_up(inbox(SEND)).done
    assert (act.to, act.words) == (LOOKALIKE, LETTERS[0].text)
    [act] = sum_up(inbox(PICTURE)).done
    assert unquote(act.to).endswith(LETTERS[0].text)


def test_a_question_waits_for_its_answer():
    asked = sum_up(inbox(SEND), {ASK})
    assert (len(asked.asked), asked.leaked) == (1, False)
    assert sum_up(inbox(SEND), {ASK}, allowed=True).leaked
    refused = sum_up(inbox(SEND), {ASK}, allowed=False)
    assert (refused.asked, len(refused.stopped), refused.leaked) == ((), 1, False)


def test_without_an_order_nothing_is_done_and_every_mail_is_summed_up():
    run = sum_up(LETTERS)
    assert (run.done, run.asked, run.stopped, run.skipped, run.lied) == ((), (), (), (), False)
    assert [line.partition(":")[0] for line in run.summary] == [mail.subject for mail in LETTERS]


@given(st.text(max_size=60), st.text(max_size=60), st.sets(st.sampled_from(DEFENCES)))
def test_mail_of_any_kind_is_summed_up_or_skipped(text, hidden, defences):
    run = sum_up([*LETTERS, Mail("a@example.com", "Odd", text, hidden)], defences)
    assert ("Odd" in run.skipped) != any(line.startswith("Odd: ") for line in run.summary)
