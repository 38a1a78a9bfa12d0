import asyncio
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from html import unescape

import pytest
from tests.activities import cards
from tests.activities.cards import done

from privlessons import trail
from privlessons.activities.own_trail import EVERYTHING, look_at_a_trail
from privlessons.activities.own_trail_views import KINDS, people, told
from privlessons.controls import Live
from privlessons.exports.whatsapp import UNKNOWN
from privlessons.lesson import open_lesson
from privlessons.records import Conclusion, Event
from privlessons.samples import NAMES, make

LESSON = "01-follow-your-data-trail"
DELICATE = {"health", "faith", "debt", "sexuality"}


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


def said(card):
    """What a card says, pictures' shapes left out."""
    return re.sub(r"(<svg[^>]*>).*?</svg>", r"\1", cards.said(card))


def test_the_pictures_shapes_are_no_words(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "draw")
    assert len(said(card)) < 20_000 < len(cards.said(card))


def together():
    """Browser and messages in one zip: enough for conclusions about health and people."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("History", make("Chrome or Edge"))
        archive.writestr("instagram.zip", make("Instagram"))
    return out.getvalue()


def test_the_made_up_exports_together_fill_every_part(lesson):
    card = look_at_a_trail(lesson)
    assert card.controls["which"].value == EVERYTHING
    press(card, "sample")
    assert card.state["finished"]
    assert {"location", "browser history", "chats", "messages", "music"} <= set(card.state["sources"])
    press(card, "draw", "conclude")
    shown = said(card)
    headings = ("Over time", "The hours of the week", "People who come up most", "Topics that come up most")
    for heading in (*headings, "Places"):
        assert heading in shown
    assert {"home", "health"} <= set(card.state["conclusions"])


def test_an_export_whose_records_have_no_time_is_told_in_one_sentence(lesson):
    chat = {"title": "a", "conversation_id": "c", "current_node": "n", "mapping": {
        "n": {"id": "n", "parent": None, "children": [], "message": {
            "author": {"role": "user"}, "create_time": None,
            "content": {"content_type": "text", "parts": ["hi"]},
        }},
    }}  # fmt: skip
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    upload(card, json.dumps([chat]).encode(), "conversations.json")
    assert "None of its records has a time" in card.status.html
    assert card.state["records"] is None
    assert not card.controls["upload"].disabled


def test_a_trail_is_read_where_it_lies(lesson, tmp_path):
    (tmp_path / "History").write_bytes(make("Chrome or Edge"))
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    card.controls["bigger"].click()
    card.controls["path"].value = str(tmp_path)
    press(card, "open")
    assert card.state["sources"]["browser history"] > 10


@pytest.mark.parametrize("name", NAMES)
def test_each_made_up_export_opens(lesson, name):
    card = look_at_a_trail(lesson)
    card.controls["which"].value = name
    press(card, "sample")
    assert card.state["records"] > 5
    assert card.status.html == ""


def test_names_and_words_are_hidden_until_they_are_asked_for(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "draw", "conclude")
    for secret in ("Weir Street", "Ruth", "Finn", "Tarn", "Fogbell"):
        assert secret not in said(card)
    card.controls["names"].picked = [0]
    assert "Tarn & Tiles" in unescape(said(card))
    assert "Ruth" in said(card)
    card.controls["names"].picked = []
    for secret in ("Ruth", "Tarn"):
        assert secret not in said(card)


def test_a_file_is_refused_until_it_is_said_to_be_ones_own(lesson):
    card = look_at_a_trail(lesson)
    assert card.controls["upload"].disabled
    upload(card, together())
    assert card.state["records"] is None
    assert "First tick" in card.status.html


def test_delicate_conclusions_about_oneself_only_if_ticked(lesson):
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    upload(card, together())
    press(card, "conclude")
    card.controls["names"].picked = [0]
    assert card.state["conclusions"]
    assert not set(card.state["conclusions"]) & DELICATE
    assert "wrists" not in said(card)
    assert card.controls["upload"].value == ()

    press(card, "forget")
    card.controls["sure"].picked = [0, 1]
    upload(card, together())
    press(card, "conclude")
    assert set(card.state["conclusions"]) & DELICATE


def test_a_broken_file_gets_one_sentence_and_the_page_stays_usable(lesson):
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    upload(card, together()[:400])
    assert card.status.html
    assert "Traceback" not in card.status.html
    assert card.state["records"] is None
    press(card, "sample")
    assert card.state["records"]


def test_forgetting_leaves_nothing_on_the_page(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "draw", "conclude")
    card.controls["names"].picked = [0]
    press(card, "forget")
    assert card.state["records"] is None
    assert card.state["conclusions"] is None
    assert card.controls["sample"] in card.children
    press(card, "draw", "conclude")
    card.controls["names"].picked = [0]
    card.controls["width"].picked = [1]
    assert "Tarn" not in said(card)
    assert "figure" not in said(card)


def test_cancel_stops_and_says_that_this_is_not_all(lesson):
    async def stop():
        card = look_at_a_trail(lesson)
        card.controls["sample"].click()
        await asyncio.sleep(0)
        card.controls["cancel"].click()
        await done()
        return card

    card = asyncio.run(stop())
    assert card.state["finished"] is False
    assert "You stopped early" in said(card)


def test_the_timeline_zooms_to_a_part(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "draw")
    before = said(card)
    card.controls["width"].picked = [4]
    card.controls["at"].value = 20
    assert said(card) != before
    assert not card.controls["at"].disabled
    card.controls["width"].picked = [0]
    assert card.controls["at"].disabled


def test_more_than_memory_should_hold_is_left_out_and_said(lesson, monkeypatch):
    monkeypatch.setattr("privlessons.activities.own_trail.MOST", 50)
    card = look_at_a_trail(lesson)
    press(card, "sample")
    assert card.state["records"] == 50
    assert card.state["finished"] is False
    assert "more in the file" in said(card)


def test_nothing_of_an_export_is_written_down(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "draw", "conclude")
    assert set(lesson.progress.load()["lessons"][lesson.stem]) == {"done"}


@pytest.mark.parametrize(("place", "own_data"), [("own", False), ("", True)])
def test_where_own_files_are_shut_only_made_up_ones_open(monkeypatch, lesson, place, own_data):
    monkeypatch.setenv("PRIVLESSONS_PLACE", place)
    card = look_at_a_trail(open_lesson("01-follow-your-data-trail", own_data=own_data))
    assert "Shut:" in said(card)
    assert card.controls["upload"] not in card.children
    card.controls["sure"].picked = [0, 1]
    upload(card, together())
    assert card.state["records"] is None
    card.controls["bigger"].click()
    assert "shut here" in card.status.html

    press(card, "sample")
    assert card.state["records"]


def test_what_a_file_holds_is_shown_as_text():
    bad = Event(datetime(2026, 1, 1, tzinfo=UTC), "messages", "<script>1</script>", who="<b>Ann</b>")
    found = (Conclusion("person", "<i>Ann</i> matters", "<i>Ann</i>", 0.5, (0,), 1),)
    shown = people([bad], names=True) + told(found, [bad], UTC, names=True, delicate=False)
    for tag in ("<script>", "<b>Ann", "<i>Ann"):
        assert tag not in shown


# --- what a newcomer stumbled over ------------------------------------------------------------------------


def chats(*texts):
    """A ChatGPT export in which the owner said these things, a day apart."""
    made = []
    for i, text in enumerate(texts):
        said = {"author": {"role": "user"}, "create_time": 1_770_000_000 + 86_400 * i,
                "content": {"content_type": "text", "parts": [text]}}  # fmt: skip
        node = {"id": "n", "parent": None, "children": [], "message": said}
        made.append({"title": "a", "conversation_id": f"c{i}", "current_node": "n", "mapping": {"n": node}})
    return json.dumps(made).encode()


def test_a_partner_is_left_out_with_love_unless_it_is_asked_for(lesson):
    talk = chats(
        "dinner with my husband Jim", "my husband Jim is late", "ask my brother Finn", "my brother Finn"
    )
    for ticked, there in (([0], False), ([0, 1], True)):
        card = look_at_a_trail(lesson)
        card.controls["sure"].picked = ticked
        upload(card, talk, "conversations.json")
        press(card, "conclude")
        card.controls["names"].picked = [0]
        assert ("usband" in said(card)) == there
        assert "Brother Finn" in said(card)
        assert ("love were left out" in said(card)) != there


def test_it_is_said_whose_the_records_are(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample")
    assert "This export is made up. It is Mika" in unescape(said(card))
    press(card, "forget")
    card.controls["sure"].picked = [0]
    upload(card, chats("hello", "again"), "conversations.json")
    assert "the file that you chose" in said(card)


def test_the_made_up_export_shows_what_its_label_says(lesson):
    card = look_at_a_trail(lesson)
    assert "made-up export" in card.controls["sure"].options[1]
    press(card, "sample", "conclude")
    assert "health" in card.state["conclusions"]


def test_one_button_at_a_time_leads_on(lesson):
    card = look_at_a_trail(lesson)

    def primary():
        return [n for n, c in card.controls.items() if c in card.children and "pl-primary" in c._dom_classes]

    press(card, "sample")
    assert primary() == ["draw"]
    press(card, "draw")
    assert primary() == ["conclude"]
    press(card, "conclude")
    assert primary() == []


def test_names_can_be_asked_for_only_once_there_are_any(lesson):
    card = look_at_a_trail(lesson)

    def offered():
        return any(card.controls["names"] in getattr(part, "children", ()) for part in card.children)

    press(card, "sample")
    assert not offered()
    press(card, "draw")
    assert offered()


def test_hidden_conclusions_are_counted_by_what_they_are_about(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "conclude")
    visits = card.state["conclusions"].count("visit")
    assert visits > 1
    assert said(card).count("places that are gone to again and again") == 1
    assert f"({visits} conclusions)" in said(card)
    assert set(KINDS) == set(trail.KINDS)


def test_conclusions_are_told_in_everyday_words(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "conclude")
    card.controls["names"].picked = [0]
    assert "longitude" not in said(card)
    assert not re.search(r"Goes to -?\d", said(card))
    assert "km south-west of home" in said(card)


def test_a_chat_that_names_no_owner_asks_which_name_is_theirs(lesson):
    card = look_at_a_trail(lesson)
    card.controls["which"].value = "WhatsApp (Android)"
    press(card, "sample", "draw", "conclude")
    assert card.controls["me"] in card.children
    assert "Left out" not in said(card)
    assert UNKNOWN not in said(card)
    assert "person" not in card.state["conclusions"]
    assert "hours of the week</h4>" not in said(card)

    async def pick():
        card.controls["me"].picked = [card.controls["me"].options.index("Mika Tarn")]
        await done()

    asyncio.run(pick())
    card.controls["names"].picked = [0]
    assert "hours of the week</h4>" in said(card)
    assert "person" in card.state["conclusions"]
    assert "Ruth matters" in said(card)
    assert "Mika Tarn matters" not in said(card)
    assert card.controls["me"] in card.children, "it can be put right"


def test_a_chat_that_names_its_owner_asks_nothing(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample")
    assert card.controls["me"] not in card.children


def test_every_part_of_time_that_can_be_chosen_holds_records(lesson):
    card = look_at_a_trail(lesson)
    press(card, "sample", "draw")
    at, width = card.controls["at"], card.controls["width"]
    for wide in range(1, len(width.options)):
        width.picked = [wide]
        if at.disabled:
            continue
        assert len(at.names) == at.max + 1 > 1
        for place in {0, 1, int(at.max)}:
            at.value = place
            assert "by source: none" not in said(card)
    assert len(at.names) < 60, "of half a year of days those with records"
    press(card, "forget")
    assert width.picked == [0]


def focused(card):
    """How often the keyboard's focus was moved to each sentence that the card shows."""
    return {part: part.here + part.held for part in card.children if isinstance(part, Live)}


def moved(before, after):
    return any(count > before.get(part, 0) for part, count in after.items())


def test_the_focus_goes_where_the_learner_goes_on(lesson):
    """A button that is gone takes the keyboard's focus with it: each step gives it to a sentence."""
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    for button in ("bigger", "back", "sample", "draw", "forget"):
        before = focused(card)
        press(card, button)
        assert moved(before, focused(card)), button


def test_the_focus_comes_to_the_sentence_about_a_bad_file(lesson):
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    before = focused(card)
    upload(card, b"only words", "diary.txt")
    assert card.status.html
    assert moved(before, focused(card))


def test_a_broken_zip_and_a_photo_without_a_place_say_what_to_do(lesson):
    card = look_at_a_trail(lesson)
    card.controls["sure"].picked = [0]
    upload(card, b"\x00\x01 no zip" * 50, "export.zip")
    assert "damaged or only partly downloaded" in card.status.html
    assert "download your export again" in card.status.html
    upload(card, b"\x89PNG\r\n\x1a\n" + bytes(200), "photo.png")
    assert "as the camera saved it" in card.status.html
