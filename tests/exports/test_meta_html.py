"""Instagram and Facebook as web pages, the form that people get who choose none. All people are invented."""

import pytest

from privlessons.exports import read_export, read_exports

PAGE = "<html><head><style>._a6-g{x:y}</style></head><body><h1>%s</h1><main>%s</main></body></html>"
CARD = (
    '<div class="pam _a6-g"><h2 class="_a6-h">%s</h2><div class="_a6-p">%s</div>'
    '<div class="_a6-o">%s</div></div>'
)
NAME = "instagram/messages/inbox/%s/message_1.html"


def pages(tmp_path, **chats):
    for name, cards in chats.items():
        path = tmp_path / (NAME % name)
        path.parent.mkdir(parents=True)
        path.write_text(PAGE % (name, "".join(CARD % card for card in cards)))
    return read_export(tmp_path)


def test_a_date_in_a_message_is_not_its_time_and_reactions_are_not_its_words(tmp_path):
    heart = '<ul class="_a6-q"><li>❤Bo (Jun 03, 2026 1:00 pm)</li></ul>'
    said = f"bring <b>cake</b> &amp; 12 June 2026, 10:30{heart}"
    trail = pages(tmp_path, Bo=[("Ida", said, "Jun 02, 2026 12:34 pm"), ("Bo", "", "Jun 02, 2026 11:00 am")])
    events = sorted(trail.events, key=lambda event: event.time)
    assert [(e.text, e.mine, e.who) for e in events] == [
        ("", False, "Bo"),
        ("bring\ncake\n& 12 June 2026, 10:30", True, "Bo"),
    ]
    assert f"{events[1].time.astimezone():%F %H:%M}" == "2026-06-02 12:34"
    assert trail.source == "Instagram"


def test_a_message_in_a_row_has_its_senders_name_and_one_with_a_link_is_told_once(tmp_path):
    link = '<a href="https://example.com/">https://example.com/</a>'
    said = f"<div>look<br />{link}</div><div>look\nhttps://example.com/</div><div>{link}</div>"
    foot = '<footer><div class="_a72d">Jun 02, 2026 12:34 pm</div></footer></section>'
    section = '<section class="_a6-g">{}<div class="_a6-p"><div>{}</div></div>' + foot
    heads = ['<h2 class="_a6-h">Ida</h2>', "", '<h2 class="_a6-h">Bo</h2>']
    cards = "".join(
        section.format(head, text) for head, text in zip(heads, (said, "and", "yes"), strict=True)
    )
    trail = read_export((PAGE % ("Bo", cards)).encode())
    assert [(e.text, e.mine) for e in trail.events] == [
        ("look\nhttps://example.com/", True),
        ("and", True),
        ("yes", False),
    ]


def test_each_page_belongs_to_the_export_that_it_lies_in(tmp_path):
    time = "Jun 02, 2026 12:34 pm"
    for folder, known in (("a", "your_instagram_activity/"), ("b", "your_facebook_activity/")):
        for name, said in (("messages/x.html", known), ("connections/friends.html", "")):
            path = tmp_path / "mine" / folder / name
            path.parent.mkdir(parents=True)
            path.write_text(PAGE % ("Page", CARD % ("Bo", f'<img src="{said}1.jpg">', time)))
    found = {trail.source: len(list(trail.events)) for trail in read_exports(tmp_path)}
    assert found == {"Instagram": 2, "Facebook": 2}


def test_the_owner_of_a_group_is_known_from_the_chats_with_one_person(tmp_path):
    time = "Jun 02, 2026 12:34 pm"
    group = [("Bo", "a", time), ("Ida", "b", time), ("Uma", "c", time)]
    alone = pages(tmp_path / "alone", gang=group)
    assert not any(event.mine for event in alone.events)
    assert any("which of the names is yours" in said for said in alone.skipped)
    both = pages(tmp_path / "both", gang=group, Bo=[("Bo", "d", time), ("Ida", "e", time)])
    assert sorted(event.text for event in both.events if event.mine) == ["b", "e"]
    assert both.skipped == []


FOLLOWED = (
    '<div class="_a6-g"><div class="_a6-p"><a href="https://example.com/">bo</a><div>{}</div></div></div>'
)
FRIEND = '<section class="_a6-g"><h2 class="_a6-h">bo</h2><footer class="_a6-o">{}</footer></section>'
CHANGED = (
    '<div class="_a6-g"><h2 class="_a6-h">bo</h2><div class="_a6-p"><div>Updated {}</div></div>'
    '<footer class="_a6-o"><a href="x">y</a><div>{}</div></footer></div>'
)


@pytest.mark.parametrize("card", [FOLLOWED, FRIEND, CHANGED])
@pytest.mark.parametrize(
    "written", ["Jan 02, 2025 10:05 pm", "02.01.2025, 22:05", "2 janv. 2025 à 22:05", "2025-01-02 22:05"]
)
def test_cards_are_read_wherever_and_however_they_write_their_time(card, written):
    content = PAGE % ("Friends", card.format(written, written))
    (event,) = read_export([{"name": "your_friends.html", "content": content.encode()}]).events
    assert (event.text, f"{event.time.astimezone():%F %H:%M}") == ("bo", "2025-01-02 22:05")


def test_a_page_tells_where_a_picture_was_taken_and_which_times_it_could_not_read():
    where = "<td>Breite</td><td>54.7012</td><td>Länge</td><td>2.2034</td>"
    cards = CARD % ("Pier", where, "Aug 17, 2025 11:23 am") + CARD % ("Sea", "", "yesterday")
    trail = read_export([{"name": "posts_1.html", "content": (PAGE % ("Posts", cards)).encode()}])
    (event,) = trail.events
    assert (event.latitude, event.longitude) == (54.7012, 2.2034)
    assert trail.skipped == ["Entries of this file without a believable time were left out (1)."]


def test_a_page_of_messages_chosen_alone_is_known_by_its_title():
    time = "Jun 02, 2026 12:34 pm"
    content = PAGE % ("Bo", CARD % ("Bo", "hello", time) + CARD % ("Ida", "yes", time))
    assert [(e.source, e.text, e.mine) for e in read_export(content.encode()).events] == [
        ("messages", "hello", False),
        ("messages", "yes", True),
    ]
