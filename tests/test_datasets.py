"""The readers of the town's tables and chats, and the promises that the data makes."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.datasets import load_chats, load_people
from privlessons.home import home
from privlessons.kinds import DIRECT, KINDS
from privlessons.records import PlainError
from privlessons.town import COLUMNS, fits

MINIMAL = "id: a\ntitle: t\nperson: P0417\ntopic: x\n\nme: hello\n\npip: hi\n"
PHONE = re.compile(r"07700 ?900 ?\d{3}|\+44 7700 ?900 ?\d{3}|01632 ?960 ?\d{3}|555-01\d\d")
SAFE_HOST = re.compile(r"(?:[\w-]+\.)*(?:example\.(?:com|org|net)|[\w-]+\.example)")
SAFE_IP = re.compile(r"(?:192\.0\.2|198\.51\.100|203\.0\.113|192\.168\.\d+)\.\d+")


@pytest.fixture(scope="module")
def chats():
    return load_chats()


@pytest.fixture(scope="module")
def people():
    return load_people().set_index("person_id", drop=False)


def words(chat, span):
    return chat.chat.messages[span.message].text[span.start : span.end]


def countdown(chat, people):
    """How many people are left after each clue about the writer, and how many each clue alone leaves."""
    left, steps, alone = people, [len(people)], []
    for span in chat.planted:
        if span.clue and span.whom == "self" and span.kind not in DIRECT:
            column, pattern = span.clue
            alone.append(sum(fits(value, pattern) for value in people[column]))
            left = left[[fits(value, pattern) for value in left[column]]]
            steps.append(len(left))
    return left, steps, alone


# --- the chats of the town


def test_there_are_chats_enough_and_none_is_too_short_or_too_long(chats):
    assert len(chats) >= 64
    assert all(4 <= len(chat.chat.messages) <= 12 for chat in chats)
    assert sum(chat.person == "P0417" for chat in chats) >= 10


def test_every_chat_is_called_after_its_file_and_tells_who_wrote_it(chats, people):
    files = sorted(path.stem for path in (home() / "data/town/chats").glob("*.txt"))
    assert sorted(chat.chat.id for chat in chats) == files
    assert all(chat.person in people.index for chat in chats)
    assert all(chat.chat.messages[0].author == "person" for chat in chats)
    assert all(chat.chat.messages[0].time for chat in chats)


def test_spans_hold_words_and_never_overlap(chats):
    for chat in chats:
        end = (0, 0)
        for span in chat.planted:
            assert (span.message, span.start) >= end, (chat.chat.id, words(chat, span))
            assert words(chat, span) == words(chat, span).strip() != "", chat.chat.id
            assert span.kind in KINDS
            end = (span.message, span.end)


def test_no_mark_is_left_in_a_text(chats):
    for chat in chats:
        for message in chat.chat.messages:
            assert not re.search(r"\[\[|\]\]|whom=|occupation=", message.text), chat.chat.id
            assert not any(f"{kind}|" in message.text for kind in KINDS), chat.chat.id


def test_each_kind_is_planted_several_times(chats):
    count = Counter(span.kind for chat in chats for span in chat.planted)
    assert {kind for kind in KINDS if count[kind] < 3} == set()


def test_some_chats_hold_nothing_to_find(chats):
    assert sum(not chat.planted for chat in chats) >= 10


def test_other_people_are_given_away_too(chats):
    assert sum(any(span.whom != "self" for span in chat.planted) for chat in chats) >= 40


def test_what_a_chat_says_about_its_writer_stands_in_the_table(chats, people):
    for chat in chats:
        for span in chat.planted:
            if span.clue and span.whom == "self":
                column, pattern = span.clue
                told = people.loc[chat.person, column]
                assert fits(told, pattern), f"{chat.chat.id}: {words(chat, span)!r} against {column} {told!r}"


def test_the_same_words_by_the_same_chat_are_marked_each_time(chats):
    direct = {"PERSON", "HANDLE", "EMAIL_ADDRESS", "PHONE_NUMBER", "STREET_ADDRESS", "POSTCODE"}
    for chat in chats:
        said = {words(chat, span) for span in chat.planted if span.kind in direct}
        for index, message in enumerate(chat.chat.messages):
            spans = [(span.start, span.end) for span in chat.planted if span.message == index]
            for phrase in said:
                for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", message.text):
                    assert any(a < match.end() and match.start() < b for a, b in spans), (
                        f"{chat.chat.id}, message {index}: {phrase!r} is not marked"
                    )


def test_the_desk_counts_down_to_one_person_or_to_very_few(chats, people):
    desk = [chat for chat in chats if chat.desk]
    assert len(desk) == 8
    assert sum(chat.person == "P0417" for chat in desk) == 1
    ends = []
    for chat in desk:
        left, steps, alone = countdown(chat, people)
        assert chat.person in left.index
        assert min(alone) > 1, f"{chat.chat.id}: one clue is enough by itself"
        assert 6 <= len(chat.chat.messages) <= 8
        ends.append(steps[-1])
    assert ends.count(1) >= 6
    assert max(ends) in range(2, 6), "not every countdown ends in one person"


def test_a_dozen_chats_or_more_single_out_their_writer_without_a_name(chats, people):
    found = 0
    for chat in chats:
        left, _, alone = countdown(chat, people)
        found += list(left.index) == [chat.person] and min(alone) > 1
    assert found >= 12


# --- nothing in the town belongs to somebody


def every_text():
    return {
        path.name: path.read_text("utf-8") for path in (home() / "data/town").rglob("*.*") if path.is_file()
    }


def test_every_phone_number_is_reserved_for_fiction(chats):
    for chat in chats:
        for span in chat.planted:
            if span.kind == "PHONE_NUMBER":
                assert PHONE.match(words(chat, span)), (chat.chat.id, words(chat, span))
    for name, text in every_text().items():
        for match in re.finditer(r"(?<![\w-])(?:\+44[ 0-9]|0)[1-9]\d{2,4}[ -]?\d{3} ?\d{3}", text):
            if name != "card.md":
                assert PHONE.match(match[0]), (name, match[0])


def test_every_host_and_address_is_an_example(chats):
    for name, text in every_text().items():
        for match in re.finditer(r"(?:https?://|[\w.]@)([\w.-]+\.[a-z]{2,})", text):
            assert SAFE_HOST.fullmatch(match[1]), (name, match[0])
        for match in re.finditer(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", text):
            assert SAFE_IP.fullmatch(match[0]), (name, match[0])


def test_every_postcode_is_of_the_area_that_does_not_exist():
    for name, text in every_text().items():
        for match in re.finditer(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]? \d[A-Za-z]{2}\b", text):
            assert match[0].upper().startswith("ZQ"), (name, match[0])


def test_the_town_is_small_and_its_card_names_every_column():
    files = [path for path in (home() / "data/town").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 1_500_000
    card = (home() / "data/town/card.md").read_text("utf-8")
    assert all(f"`{column}`" in card for column in COLUMNS)
    assert "CC BY 4.0" in card


# --- reading a table


def test_the_people_table_has_its_stated_types():
    table = load_people()
    assert table.shape == (2000, len(COLUMNS))
    assert list(table.columns) == list(COLUMNS)
    assert table["age"].dtype == table["children"].dtype == "int64"
    assert all(isinstance(value, str) for value in table["pet"])


ROW = "P1,A,B,f,1997-03-14,29,ZQ1 1AA,Old Town,H1,lives alone,0,rents,nurse,,United Kingdom,,choir,,left"
HEAD = ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (f"{HEAD}\n".encode(), "no people"),
        (b"person_id,age\nP1,29\n", "line 1: these columns are missing: first_name"),
        (f"{HEAD}\n{ROW}\n{ROW.replace(',29,', ',old,')}\n".encode(), "line 3, column age: 'old'"),
        (
            f"{HEAD}\n{ROW.replace('1997-03-14', '14/3/97')}\n".encode(),
            "line 2, column birth_date: '14/3/97'",
        ),
        (f"{HEAD}\n{ROW},more\n".encode(), "line 2: 20 values for 19 columns"),
        (f"{HEAD}\n{ROW}\n{ROW.replace('A,B', 'Zoë,B')}\n".encode("latin-1"), "line 3: this is not UTF-8"),
    ],
)
def test_a_table_that_cannot_be_used_gives_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "mine.csv"
    path.write_bytes(content)
    with pytest.raises(PlainError, match=re.escape(sentence)) as raised:
        load_people(path)
    assert str(raised.value).startswith("mine.csv")
    assert str(raised.value).endswith(".")


def test_a_table_that_is_not_there_gives_one_sentence(tmp_path):
    with pytest.raises(PlainError, match=r"nobody\.csv cannot be read"):
        load_people(tmp_path / "nobody.csv")


def test_a_table_of_ones_own_may_have_further_columns_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_bytes(f"\ufeff{HEAD},shoe\r\n{ROW},39\r\n".encode())
    table = load_people(path)
    assert table.loc[0, "shoe"] == "39"
    assert table.loc[0, "age"] == 29


# --- reading a chat


def read(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, "utf-8")
    return load_chats(tmp_path)[0]


def test_a_mark_becomes_a_span_and_leaves_the_text(tmp_path):
    text = MINIMAL.replace(
        "hello", "im [[PERSON|mika]], ask [[JOB whom=client occupation=dentist|the dentist]]"
    )
    chat = read(tmp_path, text)
    assert chat.chat.messages[0].text == "im mika, ask the dentist"
    name, job = chat.planted
    assert (words(chat, name), name.whom, name.clue) == ("mika", "self", None)
    assert (words(chat, job), job.whom, job.clue) == ("the dentist", "client", ("occupation", "dentist"))
    assert not chat.desk


def test_a_message_keeps_its_lines_and_its_author(tmp_path):
    chat = read(tmp_path, MINIMAL.replace("hello", "one\n\n  two"))
    assert [(m.author, m.text) for m in chat.chat.messages] == [
        ("person", "one\n\n  two"),
        ("assistant", "hi"),
    ]
    assert chat.chat.messages[0].time is None


def test_the_top_may_say_when_and_that_it_is_for_the_desk(tmp_path):
    chat = read(tmp_path, MINIMAL.replace("topic: x", "topic: x\ntime: 2026-05-14 21:40\ndesk: yes"))
    assert chat.desk
    assert [m.time.isoformat() for m in chat.chat.messages] == [
        "2026-05-14T21:40:00+00:00",
        "2026-05-14T21:41:00+00:00",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("hello", "[[NAME|mika]]", "a.txt, line 6: the mark [[NAME|…]]"),
        ("hello", "[[JOB colour=red|x]]", "a.txt, line 6: the mark [[JOB colour=red|…]]"),
        ("hi", "[[PERSON|mika", "a.txt, line 8: a mark is not closed"),
        ("title: t\n", "", "a.txt, line 1: the line `title: …` is missing"),
        ("title: t", "mood: t", "a.txt, line 2: before the first `me:`"),
        ("me: hello\n\npip: hi\n", "", "a.txt: there is no message"),
        ("topic: x", "topic: x\ntime: yesterday", "a.txt: the time should look like"),
    ],
)
def test_a_chat_that_breaks_the_format_gives_one_sentence(tmp_path, old, new, sentence):
    with pytest.raises(PlainError, match=re.escape(sentence)):
        read(tmp_path, MINIMAL.replace(old, new))


def test_a_folder_without_chats_gives_one_sentence(tmp_path):
    with pytest.raises(PlainError, match="There are no chats"):
        load_chats(tmp_path)


plain = st.text(st.characters(exclude_characters="[]|:\r", exclude_categories=("Cs", "Cc")), min_size=1).map(
    lambda text: "w" + text.strip()
)


@given(st.lists(st.tuples(plain, st.sampled_from(sorted(KINDS)), plain), min_size=1, max_size=5))
def test_any_marks_come_back_as_the_spans_that_were_written(tmp_path_factory, parts):
    body = " ".join(f"{before} [[{kind}|{marked}]]" for before, kind, marked in parts)
    chat = read(tmp_path_factory.mktemp("chats"), MINIMAL.replace("hello", body))
    assert [(span.kind, words(chat, span)) for span in chat.planted] == [(k, m) for _, k, m in parts]
    assert chat.chat.messages[0].text == " ".join(f"{before} {marked}" for before, _, marked in parts)
