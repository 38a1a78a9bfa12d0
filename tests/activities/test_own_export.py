import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.activities.cards import done, said

from privlessons.activities.own_export import DELICATE, look_at_an_export
from privlessons.kinds import KINDS
from privlessons.lesson import open_lesson
from privlessons.sample_export import make_sample

LESSON = "02-sit-at-the-reviewers-desk"


def upload(card, content, name="export.zip"):
    async def go():
        entry = {"name": name, "type": "", "size": len(content), "content": memoryview(content)}
        card.controls["upload"].value = ({**entry, "last_modified": datetime.now(UTC)},)
        await done()

    asyncio.run(go())


def press(card, *names):
    async def go():
        for name in names:
            card.controls[name].click()
            await done()

    asyncio.run(go())


def test_the_made_up_export_shows_counts_before_any_word(lesson):
    card = look_at_an_export(lesson)
    press(card, "sample")
    assert card.state["finished"]
    assert card.state["counts"]["PERSON"] > 5
    assert "Tarn" not in said(card)
    assert "lantern" not in said(card).lower()

    press(card, "examples")
    assert "••••" in said(card)
    assert "Tarn" not in said(card), "names stay masked"


def test_a_file_is_refused_until_it_is_said_to_be_ones_own(lesson):
    card = look_at_an_export(lesson)
    assert card.controls["upload"].disabled
    upload(card, make_sample())
    assert card.state["typed"] is None
    assert "First tick" in card.status.html


def test_an_own_file_is_counted_and_delicate_kinds_only_if_ticked(lesson):
    card = look_at_an_export(lesson)
    card.controls["sure"].picked = [0]
    assert not card.controls["upload"].disabled
    upload(card, make_sample())
    assert card.state["typed"] > 10
    assert not set(card.state["counts"]) & set(DELICATE)
    assert card.controls["upload"].value == ()

    card.controls["forget"].click()
    card.controls["sure"].picked = [0, 1]
    upload(card, make_sample())
    assert set(card.state["counts"]) & set(DELICATE)


def test_a_broken_file_gets_one_sentence_and_the_page_stays_usable(lesson):
    card = look_at_an_export(lesson)
    card.controls["sure"].picked = [0]
    upload(card, make_sample()[:500])
    assert card.status.html
    assert "Traceback" not in card.status.html
    assert card.state["typed"] is None
    press(card, "sample")
    assert card.state["typed"]


def test_each_unreadable_upload_is_named_in_its_own_sentence(lesson):
    card = look_at_an_export(lesson)
    card.controls["sure"].picked = [0]
    upload(card, b"only words", "<b>one</b>.zip")
    first = card.status.html
    upload(card, b"only words", "two.zip")
    assert "“&lt;b&gt;one&lt;/b&gt;.zip”" in first
    assert "“two.zip”" in card.status.html
    assert "one" not in card.status.html.partition("”")[0]


def test_from_the_box_for_large_files_a_way_leads_back(lesson):
    card = look_at_an_export(lesson)
    card.controls["sure"].picked = [0]
    card.controls["bigger"].click()
    assert card.controls["back"] in card.children
    card.controls["back"].click()
    assert card.controls["back"] not in card.children
    assert card.controls["path"] not in card.children


@pytest.mark.parametrize("has_downloads", [True, False])
def test_the_list_of_files_starts_in_the_downloads_and_asks_for_no_file_name(
    lesson, tmp_path, monkeypatch, has_downloads
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    start = tmp_path / "Downloads" if has_downloads else tmp_path
    start.mkdir(exist_ok=True)
    (start / "my-export.zip").write_bytes(b"")
    card = look_at_an_export(lesson)
    card.controls["sure"].picked = [0]
    card.controls["bigger"].click()
    chooser = next(one for one in card.children if hasattr(one, "selected"))
    assert chooser.default_path.rstrip("/") == str(start)
    folder, name, files = chooser.children[1].children
    assert "my-export.zip" in files.options
    assert name.layout.display == "none"
    assert all([folder.description, files.description]), "a screen reader names both"
    assert not any(ord(letter) > 0xFFFF for option in files.options for letter in option)

    press, *_ = chooser.children[2].children
    press.click()
    files.value = "my-export.zip"
    press.click()
    assert card.controls["path"].value == str(start / "my-export.zip")


def test_a_large_file_is_read_where_it_lies(lesson, tmp_path):
    export = tmp_path / "large.zip"
    export.write_bytes(make_sample())
    card = look_at_an_export(lesson)
    card.controls["bigger"].click()
    assert "First tick" in card.status.html
    card.controls["sure"].picked = [0]
    card.controls["bigger"].click()
    press(card, "open")
    assert "Paste the path" in card.status.html
    card.controls["path"].value = f'"{export}"'
    press(card, "open")
    assert card.state["typed"] > 10


def test_a_mistyped_path_is_not_lost(lesson, tmp_path):
    (tmp_path / "right.zip").write_bytes(make_sample())
    card = look_at_an_export(lesson)
    card.controls["sure"].picked = [0]
    card.controls["bigger"].click()
    card.controls["path"].value = str(tmp_path / "wrong.zip")
    press(card, "open")
    assert "Traceback" not in card.status.html
    assert "wrong.zip" in card.status.html
    assert card.controls["path"] in card.children
    assert card.controls["path"].value.endswith("wrong.zip")
    card.controls["path"].value = str(tmp_path / "right.zip")
    press(card, "open", "forget")
    assert card.controls["path"].value == ""


def test_forgetting_leaves_nothing_on_the_page(lesson):
    card = look_at_an_export(lesson)
    press(card, "sample", "examples", "forget")
    assert card.state["counts"] == {}
    assert "••••" not in said(card)
    assert card.controls["sample"] in card.children
    press(card, "examples")
    assert "••••" not in said(card)


def test_others_are_counted_in_words_and_the_heading_holds_where_all_is_hidden(lesson):
    card = look_at_an_export(lesson)
    press(card, "sample", "examples")
    assert "most letters hidden" in said(card)
    for kind, (_, different) in card.state["others"].items():
        count = "one" if different == 1 else f"{different:,} different ones"
        assert f"{KINDS[kind].word}: {count}</li>" in said(card)


def test_cancel_stops_and_says_that_this_is_not_all(lesson):
    async def stop():
        card = look_at_an_export(lesson)
        card.controls["sample"].click()
        await asyncio.sleep(0)
        card.controls["cancel"].click()
        await done()
        return card

    card = asyncio.run(stop())
    assert card.state["finished"] is False
    assert "You stopped early" in said(card)


def test_nothing_of_an_export_is_written_down(lesson):
    card = look_at_an_export(lesson)
    press(card, "sample", "examples")
    assert set(lesson.progress.load()["lessons"][lesson.stem]) == {"done"}


@pytest.mark.parametrize(("place", "own_data"), [("own", False), ("", True)])
def test_where_own_files_are_shut_only_the_made_up_one_opens(monkeypatch, lesson, place, own_data):
    monkeypatch.setenv("PRIVLESSONS_PLACE", place)
    card = look_at_an_export(open_lesson("02-sit-at-the-reviewers-desk", own_data=own_data))
    assert "Shut:" in said(card)
    assert card.controls["upload"] not in card.children
    card.controls["sure"].picked = [0, 1]
    upload(card, make_sample())
    assert card.state["typed"] is None
    card.controls["bigger"].click()
    assert "shut here" in card.status.html

    press(card, "sample")
    assert card.state["typed"]
