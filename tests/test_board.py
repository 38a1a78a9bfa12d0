import re
from collections import Counter

import pytest

from privlessons.board import (
    load_board,
    load_checks,
    load_nameless,
    load_pages,
    pip_index,
    what_pip_learned,
)
from privlessons.copying import find_copied
from privlessons.posts import load_topics
from privlessons.writers import MIKA


def test_there_are_more_than_forty_writers_with_handles_of_their_own():
    writers = load_board().writers
    assert len({w.handle for w in writers}) == len(writers) >= 41
    assert Counter(w.group for w in writers) == {"free": 29, "plain": 8, "second language": 8}


def test_every_writer_writes_on_every_topic_so_that_the_topic_tells_nobody():
    board = load_board()
    posts = [*board.first, *board.second, *board.third]
    assert Counter((p.handle, p.topic) for p in posts) == Counter(
        {(w.handle, topic): 1 for w in board.writers for topic in load_topics()}
    )


def test_what_is_tested_was_never_learned():
    board = load_board()
    parts = [{p.topic for p in part} for part in (board.first, board.second, board.third)]
    assert not parts[0] & parts[1]
    assert not (parts[0] | parts[1]) & parts[2]
    for people, pips in zip(parts, board.pips, strict=True):
        assert {p.topic for p in pips} == people


def test_the_companion_writes_as_in_her_chats():
    mine = [p.text for p in load_board().first if p.handle == MIKA.handle]
    assert all(text == text.lower() for text in mine)
    assert not any("'" in text for text in mine)


@pytest.mark.parametrize("check", load_checks(), ids=lambda check: check.id)
def test_only_the_shops_page_holds_one_persons_sentences(check):
    passages = find_copied(check.text, pip_index())
    rare = [p for p in passages if not p.common]
    authors = {pip_index().documents[p.document].author for p in rare}
    assert authors == ({MIKA.handle} if check.id == "shop" else set())
    assert sum(p.same for p in rare) >= 40 or check.id != "shop"
    assert any(p.common for p in passages) == (check.id == "ferry")


def test_the_line_that_pip_wrote_for_the_companion_stands_on_her_page_and_in_that_chat():
    index = pip_index()
    line = next(p for p in find_copied(load_checks()[0].text, index) if p.words == 6)
    assert line.documents == 2
    names = [d.name for d in index.documents if "tiny seas out of big squares" in d.text]
    assert names == ["Mika's page: About", "a chat with Pip"]


def test_nothing_that_pip_learned_is_a_text_to_check_or_a_nameless_post():
    learned = {d.text for d in what_pip_learned()}
    assert not learned & {c.text for c in load_checks()}
    assert not learned & {n.text for n in load_nameless()}


def test_the_pages_give_no_way_to_reach_anybody():
    text = " ".join(d.text for d in load_pages()) + " ".join(n.text for n in load_nameless())
    assert not re.search(r"@|\d{5}|https?:", text)
