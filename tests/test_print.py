"""The paper twin of lesson 02 can be solved, has one answer a chat, and names nobody on the pupils' pages."""

import re

import pytest

from privlessons.datasets import load_chats, load_people
from privlessons.town import fits
from tests.offline import ROOT
from tests.print_page import CHATS, HEADS, KEY, PEOPLE, PEOPLE_HEAD, clues_in, identifiers, print_page

PAGE = (ROOT / "instructors" / "print-02.md").read_text("utf-8")
CHATS_PART, REST = PAGE[PAGE.index("## Chat A") :].split(PEOPLE_HEAD)
SHEET, ANSWERS = REST.split(KEY)


@pytest.fixture(scope="module")
def people():
    return load_people()


@pytest.fixture(scope="module")
def chats():
    by_id = {chat.chat.id: chat for chat in load_chats()}
    return [by_id[name] for name in CHATS]


@pytest.fixture(scope="module")
def sheet():
    """The forty as they stand on paper: one dictionary a row, by the columns of the people table."""
    lines = [line for line in SHEET.splitlines() if re.match(r"\| \d", line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(HEADS, row[1:], strict=True)) for row in cells]


def called(row):
    return f"{row['first_name']} {row['last_name']}"


def writer(chat, people):
    return called(people[people.person_id == chat.person].iloc[0])


def test_the_page_is_what_the_program_makes_today():
    assert print_page() == PAGE, "run: python -m tests.print_page instructors/print-02.md"


def test_the_chats_are_of_the_desk_and_the_sheet_has_forty_people(chats, sheet):
    assert all(chat.desk for chat in chats)
    assert len(sheet) == len({called(row) for row in sheet}) == PEOPLE == 40


@pytest.mark.parametrize("number", range(len(CHATS)))
def test_each_writer_is_the_only_one_of_the_forty_who_fits_the_clues(number, chats, people, sheet):
    clues = clues_in(chats[number], people)
    fit = [called(row) for row in sheet if all(fits(row[c.column], c.pattern) for c in clues)]
    assert fit == [writer(chats[number], people)]
    assert f"### Chat {'ABC'[number]}: {fit[0]}\n" in ANSWERS


@pytest.mark.parametrize("number", range(len(CHATS)))
def test_no_clue_alone_singles_a_writer_out(number, chats, people, sheet):
    clues = clues_in(chats[number], people)
    assert len(clues) >= 4
    for clue in clues:
        assert clue.words in CHATS_PART
        assert sum(fits(row[clue.column], clue.pattern) for row in sheet) > 1, clue.words


def test_no_direct_identifier_stands_in_the_chats_on_paper(chats, people):
    names = identifiers(chats)
    assert {"mika", "tyler", "kian", "lumb", "rory"} <= names
    assert [name for name in names if re.search(rf"\b{name}", CHATS_PART.lower())] == []
    assert [name for chat in chats for name in writer(chat, people).split() if name in CHATS_PART] == []


def test_of_what_the_bars_hide_only_the_writers_own_names_stand_among_the_forty(chats, people):
    own = {name.lower() for chat in chats for name in writer(chat, people).split()}
    assert identifiers(chats) & set(re.findall(r"\w+", SHEET.lower())) <= own


def test_the_pupils_pages_do_not_hold_the_key():
    assert PAGE.index(PEOPLE_HEAD) < PAGE.index(KEY)
    assert PAGE.count("break-after: page") == len(CHATS) + 2
