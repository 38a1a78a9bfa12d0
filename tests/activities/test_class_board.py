"""Lesson 07's stretch: from what stands on the wall to a link, and nothing more."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.activities.cards import said

from privlessons.activities.class_board import answer_on_the_board, board_link
from privlessons.lesson import open_lesson
from privlessons.records import PlainError


@pytest.fixture
def card(tmp_path, monkeypatch):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    return answer_on_the_board(open_lesson("07-answer-with-a-coin"))


def press(card, address, code=""):
    card.controls["address"].value, card.controls["code"].value = address, code
    card.controls["go"].click()
    return said(card)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://192.168.1.20:8790", "abc234"),
        ("192.168.1.20:8790/", " ABC 234 "),
        (" 192.168. 1.20 : 8790 ", "abc234"),
        ("http://192.168.1.20:8790/r/abc234", ""),
        (" http://192.168.1.20:8790/anything?x=1#y", "ABC234"),
    ],
)
def test_what_stands_on_the_wall_becomes_one_link(card, address, code):
    page = press(card, address, code)
    assert card.state["link"] == "http://192.168.1.20:8790/r/ABC234"
    assert 'href="http://192.168.1.20:8790/r/ABC234"' in page
    assert 'rel="noopener noreferrer"' in page


def test_a_host_name_and_https_and_ipv6_are_fine():
    assert board_link("https://board.example.org", "ABC234") == "https://board.example.org/r/ABC234"
    assert board_link("http://[::1]:80", "ABC234") == "http://[::1]:80/r/ABC234"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "http://",
        "file:///etc/hosts",
        'http://x"onclick="y',
        "http://a@b:1",
        "http://x:99999",
        "not an address",
    ],
)
def test_what_is_no_address_is_one_sentence_and_no_link(card, address):
    page = press(card, address, "ABC234")
    assert card.state["link"] is None
    assert "Type the address" in page
    assert "<a " not in page


@pytest.mark.parametrize("code", ["", "A/../t", "<b>", "x", "A" * 5, "A" * 7, "A" * 13])
def test_without_a_join_code_there_is_no_link(card, code):
    assert "join code" in press(card, "http://192.168.1.20:8790", code)
    assert card.state["link"] is None


def test_a_wrong_second_try_takes_the_first_link_away(card):
    press(card, "192.168.1.20", "ABC234")
    assert "<a " not in press(card, "", "ABC234")


@given(st.text(max_size=60), st.text(max_size=15))
def test_whatever_is_typed_only_a_boards_page_comes_out(address, code):
    try:
        parts = urlsplit(board_link(address, code))
    except PlainError:
        return
    assert parts.scheme in ("http", "https")
    assert parts.hostname
    assert parts.path.startswith("/r/")
    assert not parts.query + parts.fragment
