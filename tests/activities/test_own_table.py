import asyncio
from datetime import UTC, datetime

import pytest
from tests.activities.cards import done, said

from privlessons import uniqueness
from privlessons.activities.own_table import look_at_a_table
from privlessons.activities.table_box import MINE
from privlessons.lesson import open_lesson
from privlessons.sample_table import make_sample_table
from privlessons.tables import read_table


def lesson(tmp_path, monkeypatch, *, own_data=True):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path / "kept"))
    monkeypatch.setenv("PRIVLESSONS_PLACE", "own")
    return open_lesson("03-find-the-person-without-a-name", own_data=own_data)


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())


def load(card, content, name="list.csv"):
    async def go():
        files = (
            {
                "name": name,
                "type": "text/csv",
                "size": len(content),
                "content": memoryview(content),
                "last_modified": datetime.now(tz=UTC),
            },
        )
        card.controls["upload"].set_trait("value", files)
        await done()

    asyncio.run(go())


def test_the_made_up_table_is_counted_as_pandas_counts(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    press(card, "sample")
    assert card.state["rows"] == 800
    names = card.controls["columns"].options
    assert names == ["card", "born", "sex", "postcode", "job", "books this year"]
    card.controls["columns"].picked = [2, 4]
    table = read_table(make_sample_table())
    sizes = table.groupby(["sex", "job"], dropna=False)["born"].transform("size")
    assert card.state["alone"] == (sizes == 1).sum()
    assert card.state["few"] == (sizes < 5).sum()
    assert card.state["smallest"] == sizes.min()


def test_each_step_of_the_slider_makes_fewer_alone(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    press(card, "sample")
    card.controls["columns"].picked = [1, 3]
    alone = []
    for step in range(4):
        card.controls["coarse"].value = step
        alone.append(card.state["alone"])
    assert alone == sorted(alone, reverse=True)
    assert alone[0] > 700 > 100 > alone[-1]
    assert "by ten years" in said(card)


def test_no_value_of_the_table_is_shown(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    card.controls["sure"].picked = [0]
    content = b"<b>name</b>,secret\nZebedee,xyzzy\nYolanda,plugh\n"
    load(card, content, "<i>mine</i>.csv")
    card.controls["columns"].picked = [0, 1]
    shown = said(card) + str(card.controls["columns"].options)
    assert card.state["alone"] == 2
    for word in ("Zebedee", "xyzzy", "<i>mine"):
        assert word not in shown
    assert "<b>name</b> (" not in shown, "a column's name is escaped"


def test_forget_leaves_nothing(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    press(card, "sample")
    card.controls["columns"].picked = [0]
    press(card, "forget")
    assert card.state == {"rows": None, "columns": [], "alone": None, "few": None, "smallest": None}
    assert card.controls["columns"].options == []
    assert "Forgotten" in card.status.html
    assert "library" not in said(card)


def test_nothing_is_kept_in_the_progress_file(tmp_path, monkeypatch):
    opened = lesson(tmp_path, monkeypatch)
    card = look_at_a_table(opened)
    card.controls["sure"].picked = [0]
    load(card, b"name,town\nZebedee,Saltmere\n")
    kept = "".join(path.read_text() for path in (tmp_path / "kept").rglob("*.json"))
    assert "Zebedee" not in kept
    assert "town" not in kept.replace("own-table", "")


def test_in_a_class_the_box_is_shut_whatever_the_page_sends(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch, own_data=False))
    assert card.controls["upload"] not in card.children
    assert "Shut:" in said(card)
    card.controls["sure"].picked = [0]
    load(card, b"a,b\n1,2\n")
    assert card.state["rows"] is None
    assert "shut here" in card.status.html
    card.controls["path"].value = str(tmp_path)
    press(card, "open")
    assert "shut here" in card.status.html
    press(card, "sample")
    assert card.state["rows"] == 800


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"a,b\n", "no rows"),
        (b"a,a\n1,2\n", "Two columns"),
        (b"PK\x03\x04..", "workbook"),
        (b"Dear Ann, it was good to see you.\n", "looks like a text"),
    ],
)
def test_a_bad_table_gives_one_sentence_and_the_box_stays(tmp_path, monkeypatch, content, sentence):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    card.controls["sure"].picked = [0]
    load(card, content)
    assert sentence in card.status.html
    assert "“list.csv”" in card.status.html, "which file it is about"
    assert card.controls["upload"] in card.children
    assert card.state["rows"] is None


def test_nothing_can_be_chosen_before_it_is_ticked(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    assert card.controls["upload"].disabled
    assert card.controls["open"].disabled
    press(card, "open")
    assert "First tick" in card.status.html
    card.controls["sure"].picked = [card.controls["sure"].options.index(MINE)]
    assert not card.controls["upload"].disabled
    press(card, "open")
    assert "where your table is" in card.status.html


def test_a_table_is_read_from_a_path(tmp_path, monkeypatch):
    path = tmp_path / "club.csv"
    path.write_bytes(b"age;town\n20;A\n20;A\n31;B\n")
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    card.controls["sure"].picked = [0]
    card.controls["path"].value = str(path)
    press(card, "open")
    card.controls["columns"].picked = [0, 1]
    assert (card.state["rows"], card.state["alone"]) == (3, 1)
    assert uniqueness(read_table(path)).one_of_a_kind == 1


def test_a_folder_is_told_from_a_file_that_is_not_there(tmp_path, monkeypatch):
    card = look_at_a_table(lesson(tmp_path, monkeypatch))
    card.controls["sure"].picked = [0]
    for path, sentence in ((tmp_path, "This is a folder"), (tmp_path / "club.csv", "no such file")):
        card.controls["path"].value = str(path)
        press(card, "open")
        assert f"“{path.name}”: " in card.status.html
        assert sentence in card.status.html


def test_the_button_for_a_file_shows_its_words(tmp_path, monkeypatch):
    upload = look_at_a_table(lesson(tmp_path, monkeypatch)).controls["upload"]
    assert upload.tooltip == upload.description, "the style sheet shows the tooltip, without a count"
