"""What is odd, broken or beyond belief in the files of each source. All people are invented."""

import io
import json
import struct
import zipfile
from datetime import UTC, datetime

import pytest

from privlessons import samples
from privlessons.exports import activity_html, dates, my_activity, read_export, read_exports, tables, values
from privlessons.records import Event, PlainError
from privlessons.samples.media import heic, picture
from privlessons.samples.story import story


def events(content):
    return list(read_export(content).events)


def as_json(value):
    return json.dumps(value).encode()


def utc(*numbers):
    return datetime(*numbers, tzinfo=UTC)


# times and places


@pytest.mark.parametrize(
    ("value", "per_second", "year"),
    [
        (1_700_000_000, 1, 2023),
        ("1700000000000", 1000, 2023),
        (1_617_404_690_134_513, 1e6, 2021),
        ("2021-04-02T21:34:50Z", 1, 2021),
        ("2021-04-02T21:34:50.123456789+02:00", 1, 2021),
        (0, 1, None),
        (-1, 1, None),
        (631_151_999, 1, None),
        (4_102_444_800, 1, None),
        ("1989-12-31T23:59:59Z", 1, None),
        ("2100-01-01T00:00:00Z", 1, None),
        ("9" * 5000, 1, None),
        (10**400, 1000, None),
        (float("nan"), 1, None),
        (float("inf"), 1, None),
        (True, 1, None),
        (None, 1, None),
        ("yesterday", 1, None),
        ({}, 1, None),
        ("²", 1, None),
    ],
)
def test_times_from_1990_to_2100_are_believed(value, per_second, year):
    got = values.when(value, per_second)
    assert (got and got.year) == year
    assert got is None or got.tzinfo is UTC


@pytest.mark.parametrize(
    ("north", "east", "want"),
    [
        (547_000_000, 22_000_000, (54.7, 2.2)),
        (547_000_000 + 2**32, 22_000_000, (54.7, 2.2)),
        (2**32 - 338_688_000, 1_512_093_000, (-33.8688, 151.2093)),
        (547_000_000, 2**32 - 22_000_000, (54.7, -2.2)),
        ("547000000", "22000000", (54.7, 2.2)),
        (0, 0, None),
        (1_000_000_000, 0, (-329.4967296, None)),
        (None, 3, None),
        (float("nan"), 1, None),
        (10**400, 1, None),
        ([], {}, None),
    ],
)
def test_positions_in_e7_are_put_right_or_refused(north, east, want):
    got = values.e7(north, east)
    if want is None or want[1] is None:
        assert got is None
    else:
        assert got == pytest.approx(want)


def test_what_cannot_be_right_is_counted_and_the_rest_is_read():
    good = {"latitudeE7": 547000000, "longitudeE7": 22000000, "timestamp": "2024-05-01T10:00:00Z"}
    odd = [
        good | {"timestamp": "1800-01-01T00:00:00Z"},
        good | {"latitudeE7": 950000000},
        good | {"longitudeE7": None},
    ]
    trail = read_export(as_json({"locations": [good, *odd, 7, good]}))
    assert len(list(trail.events)) == 2
    assert sorted(trail.skipped) == [
        "Entries of this file whose position cannot be right were left out (2).",
        "Entries of this file without a believable time were left out (1).",
        "Entry number 5 in this file has an unknown shape and was left out.",
    ]


@pytest.mark.parametrize(
    "point",
    ["54.7°, 2.2°", "geo:54.7,2.2", "54.7,2.2", {"latLng": "54.7°, 2.2°"}, {"placeLocation": "geo:54.7,2.2"}],
)
def test_a_phones_timeline_is_read_however_it_writes_points(point):
    visit = {"topCandidate": {"placeLocation": point, "semanticType": "INFERRED_HOME"}}
    span = {"startTime": "2024-05-01T10:00:00.000+01:00", "endTime": "2024-05-01T11:00:00.000+01:00"}
    for whole in ({"semanticSegments": [span | {"visit": visit}]}, [span | {"visit": visit}]):
        (got,) = events(as_json(whole))
        assert (got.latitude, got.longitude, got.text) == (54.7, 2.2, "home")
        assert (got.time, got.end) == (utc(2024, 5, 1, 9), utc(2024, 5, 1, 10))


HERE = {"latitudeE7": 547000000, "longitudeE7": 22000000}
WAY = {"waypoints": [{"latE7": 547000000, "lngE7": 22000000}]}


@pytest.mark.parametrize(
    "start", ["2024-05-01T10:00:00Z", "1714557600", "1714557600000", "2024-05-01 11:00:00 +0100"]
)
@pytest.mark.parametrize(
    "entry",
    [
        {"placeVisit": {"location": HERE}},
        {"placeVisit": {"location": {}, "otherCandidateLocations": [HERE]}},
        {"placeVisit": {"centerLatE7": 547000000, "centerLngE7": 22000000}},
        {"activitySegment": {"startLocation": HERE}},
        {"activitySegment": {"startLocation": {}, "waypointPath": WAY}},
    ],
)
def test_the_months_of_google_are_read_however_they_write_times_and_places(start, entry):
    ((name, inner),) = entry.items()
    raw = as_json({"timelineObjects": [{name: inner | {"duration": {"startTimestamp": start}}}]})
    (got,) = events(b"\xef\xbb\xbf" + raw)
    assert (got.time, got.latitude, got.longitude) == (utc(2024, 5, 1, 10), 54.7, 2.2)


def test_a_phones_places_have_the_labels_at_the_end_of_its_file():
    span = {"startTime": "2024-05-01T10:00:00Z", "endTime": "2024-05-01T11:00:00Z"}
    visit = {"topCandidate": {"placeId": "p", "semanticType": "UNKNOWN", "placeLocation": "54.7°, 2.2°"}}
    places = [{"placeId": "p", "placeLocation": "54.7°, 2.2°", "label": "WORK"}]
    whole = {"semanticSegments": [span | {"visit": visit}], "userLocationProfile": {"frequentPlaces": places}}
    assert [e.text for e in events(as_json(whole))] == ["work"]


def test_raw_signals_are_read_where_there_is_nothing_else():
    here = {"LatLng": "54.7°, 2.2°", "timestamp": "2024-05-01T10:00:00Z"}
    assert len(events(as_json({"rawSignals": [{"wifiScan": {}}, {"position": here}]}))) == 1


def test_what_takeout_still_has_of_a_phone_is_read():
    point = {"latE7": 547000000, "lngE7": 22000000}
    position = {"point": point, "accuracyMm": 12000, "timestamp": "2025-08-15T14:32:18.000Z"}
    edits = [
        {"deviceId": "1", "placeAggregates": {"placeAggregateInfo": [{"point": point}]}},
        {"deviceId": "1", "rawSignal": {"signal": {"position": position}}},
        {"deviceId": "1", "rawSignal": {"signal": {"wifiScan": {}}}},
    ]
    trail = read_export(as_json({"timelineEdits": edits}))
    assert [(e.time, e.latitude, e.longitude) for e in trail.events] == [
        (utc(2025, 8, 15, 14, 32, 18), 54.7, 2.2)
    ]
    assert trail.skipped == []


def test_the_list_is_found_even_behind_a_long_other_one():
    padding = [{"wifiScan": {"deliveryTime": "x" * 100}}] * 5000
    segment = {"startTime": "2024-05-01T10:00:00Z", "endTime": "2024-05-01T11:00:00Z",
               "visit": {"topCandidate": {"placeLocation": "54.7, 2.2"}}}  # fmt: skip
    for whole in ({"rawSignals": padding, "semanticSegments": [segment]}, {"semanticSegments": [segment]}):
        trail = read_export(as_json(whole))
        assert (len(list(trail.events)), trail.skipped) == (1, [])
    with pytest.raises(PlainError):
        read_export(as_json({"rawSignals": padding}))


# tables


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_any_encoding_and_separator_are_read(coding, separator):
    rows = [["Title", "Date"], [f"Crème{separator} “Café”", "31/12/2024"], ["B\nC", "01/01/2025"]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    got = events(text.encode(coding))
    assert [e.text for e in got] == [f"Crème{separator} “Café”", "B\nC"]
    assert f"{got[0].time.astimezone():%F}" == "2024-12-31"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (["12/31/24", "1/2/24"], "2024-01-02"),
        (["31/12/2024", "1/2/2024"], "2024-02-01"),
        (["31.12.24", "01.02.24"], "2024-02-01"),
        (["2024-12-31", "2024-02-01"], "2024-02-01"),
    ],
)
def test_dates_of_netflix_are_read_in_the_order_that_the_file_shows(written, day):
    trail = read_export(("Title,Date\n" + "".join(f"x,{date}\n" for date in written)).encode())
    assert f"{list(trail.events)[1].time.astimezone():%F}" == day
    assert trail.skipped == []


def test_dates_that_can_be_read_in_two_ways_are_said():
    trail = read_export(b"Title,Date\nx,3/2/24\nx,2/2/24\n")
    assert [f"{e.time.astimezone():%F}" for e in trail.events] == ["2024-02-03", "2024-02-02"]
    assert trail.skipped == ["The dates in this file can be read in two ways: we took the day to come first."]


def test_where_one_order_jumps_back_and_forth_the_other_is_taken():
    newest_first = ["3/1/24", "2/12/24", "2/11/24", "2/3/24", "1/9/24", "1/2/24"]
    trail = read_export(("Title,Date\n" + "".join(f"x,{date}\n" for date in newest_first)).encode())
    months = [e.time.astimezone().month for e in trail.events]
    assert months == [3, 2, 2, 2, 1, 1]
    assert "month to come first" in trail.skipped[0]


def test_rows_that_are_cut_short_are_counted_and_the_rest_is_read():
    trail = read_export(b"Conversation,Time,Author,Message\nKites,2026-01-01T10:00:00,Human,hi\nKites,2026")
    assert len(list(trail.chats)) == 1
    assert trail.skipped == ["Rows of this file that are cut short or damaged were left out (1)."]


def test_a_quote_that_never_ends_does_no_harm():
    head = b'Title,Date\nfine,01/02/2024\n"open,'
    assert events(head + b"x\n" * 700_000)[0].text == "fine"


def test_nul_bytes_and_a_line_that_names_the_separator_do_no_harm():
    assert [e.text for e in events(b"sep=;\r\nTitle;Date\r\na\0b;13/02/2024\r\n")] == ["ab"]


def test_one_line_of_ten_megabytes_is_read_in_pieces():
    class Endless:
        head = b"x" * 100

        def __init__(self):
            self.left = 10_000_000

        def read(self, size):
            size = min(size, self.left)
            self.left -= size
            return b"x" * size

    found = list(tables.lines(Endless()))
    assert sum(map(len, found)) == 10_000_000
    assert max(map(len, found)) < 6_000_000


# messages


CHATS = {
    "an iPhone": "[13/02/2024, 10:11:12] Ida Fenn: hi",
    "an iPhone in America": "[2/13/24, 10:11:12\u202fAM] Ida Fenn: hi",
    "a German iPhone": "[13.02.24, 10:11:12] Ida Fenn: hi",
    "Android": "13/02/2024, 10:11 - Ida Fenn: hi",
    "Android in America": "2/13/24, 10:11 AM - Ida Fenn: hi",
    "Android in Germany": "13.02.24, 10:11 - Ida Fenn: hi",
    "Android in France": "13/02/2024 à 10:11 - Ida Fenn: hi",
    "Android in Finland": "13.2.2024 klo 10.11 - Ida Fenn: hi",
    "an iPhone in Finland": "[13.2.2024 klo 10.11.12] Ida Fenn: hi",
    "Android in Sweden": "2024-02-13 10:11 - Ida Fenn: hi",
    "Android in Spain": "13/2/24, 10:11 a. m. - Ida Fenn: hi",
    "Android in the Netherlands": "13-02-2024 10:11 - Ida Fenn: hi",
    "Android in Korea": "2024. 2. 13. 오전 10:11 - Ida Fenn: hi",
    "an iPhone in China": "[2024/2/13 上午10:11:12] Ida Fenn: hi",
    "Android in Egypt": "١٣\u200f/٢\u200f/٢٠٢٤\u060c ١٠:١١ ص - Ida Fenn: hi",
    "Android in Greece": "13/2/24, 10:11 π.μ. - Ida Fenn: hi",
    "Android in Bulgaria": "13.02.24 г., 10:11 - Ida Fenn: hi",
    "an iPhone with marks": "\u200e[13/02/2024, 10:11:12] \u200eIda Fenn: \u200ehi",
}


@pytest.mark.parametrize("name", CHATS)
def test_whatsapp_is_read_in_the_layout_of(name):
    (got,) = events(f"{CHATS[name]}\nthere\n".encode())
    assert (got.text, got.who, got.source) == ("hi\nthere", "Ida Fenn", "messages")
    assert f"{got.time.astimezone():%F %H:%M}" == "2024-02-13 10:11"


def test_whats_app_itself_is_nobody_in_a_group():
    said = [
        "Swim club: \u200eMessages are end-to-end encrypted.",
        "Ida Fenn: \u200eIda Fenn created this group",
        "Ida Fenn: hi",
        "Ben Oat: \u200eimage omitted",
        "Ben Oat: Ben Oat is my name",
        "Swim club: \u200eyou were added",
        "Cleo Ash: hello",
    ]
    text = "".join(f"[13/02/2024, 10:11:{second:02}] {one}\r\n" for second, one in enumerate(said))
    got = [(e.who, e.text) for e in events(text.encode())]
    assert got == [
        ("Ida Fenn", "hi"),
        ("Ben Oat", "image omitted"),
        ("Ben Oat", "Ben Oat is my name"),
        ("Cleo Ash", "hello"),
    ]


def test_ambiguous_dates_of_whatsapp_are_said():
    trail = read_export(b"03/02/2024, 10:11 - Ida: hi\n04/02/2024, 10:11 - Ida: hi\n")
    assert [e.time.astimezone().month for e in trail.events] == [2, 2]
    assert any("two ways: we took the day to come first" in said for said in trail.skipped)


def test_evening_and_midnight_are_told_apart():
    text = "2/13/24, 12:05 AM - Ida: a\n2/13/24, 12:05 PM - Ida: b\n2/13/24, 11:59 PM - Ida: c\n"
    assert [e.time.astimezone().hour for e in events(text.encode())] == [0, 12, 23]


@pytest.mark.parametrize(
    ("early", "late"), [("上午", "下午"), ("오전", "오후"), ("ص", "م"), ("πμ", "μμ"), ("ÖÖ", "ÖS")]
)
def test_evening_and_midnight_are_told_apart_in_other_languages(early, late):
    clocks = [f"{early} 12:05", f"{late} 12:05", f"{late} 11:59"]
    before = "".join(f"13/2/2024 {clock} - Ida: a\n" for clock in clocks)
    after = "".join(f"13/2/2024, {' '.join(reversed(clock.split()))} - Ida: a\n" for clock in clocks)
    for text in (before, after):
        assert [e.time.astimezone().hour for e in events(text.encode())] == [0, 12, 23]


def test_a_year_of_two_digits_that_comes_first_is_told_by_how_seldom_it_changes():
    text = "".join(f"[24-03-{day:02} 10:11] Ida: hi\n" for day in (5, 17, 29)).encode()
    trail = read_export(text)
    assert [f"{e.time.astimezone():%F}" for e in trail.events] == ["2024-03-05", "2024-03-17", "2024-03-29"]
    assert any("two ways: we took the year to come first" in said for said in trail.skipped)
    at_home = "".join(f"{day}/03/24, 10:11 - Ida: hi\n" for day in (15, 17, 19)).encode()
    assert [e.time.astimezone().day for e in read_export(at_home).events] == [15, 17, 19]


def test_the_owner_of_two_chats_is_the_one_in_both(tmp_path):
    (tmp_path / "one.txt").write_text("13/02/2024, 10:11 - Ida: hi\n13/02/2024, 10:12 - Mo: a\n")
    (tmp_path / "two.txt").write_text("13/02/2024, 10:11 - Mo: b\n13/02/2024, 10:12 - Zoë: hi\n")
    got = events(tmp_path)
    assert {e.text for e in got if e.mine} == {"a", "b"}


def test_a_log_or_a_letter_is_no_chat():
    for text in (
        "2024-01-01 10:00:00,123 - main - INFO: start",
        "Dear Ida,\n13/02/2024, 10:11 - x: y",
        "13/02/2024",
    ):
        with pytest.raises(PlainError):
            read_export(text.encode())


def test_messages_at_impossible_dates_are_counted():
    trail = read_export(
        b"13/02/2024, 10:11 - Ida: hi\n31/02/2024, 10:11 - Ida: x\n13/02/2024, 99:99 - Ida: y\n"
    )
    assert [e.text for e in trail.events] == ["hi"]
    assert "Entries of this file without a believable time were left out (2)." in trail.skipped


def test_a_thread_of_instagram_alone_says_that_it_could_be_facebooks():
    said = [("Mo", 1_700_000_000_000, "caf\u00c3\u00a9"), ("Ida", 5, "x")]
    keys = ("sender_name", "timestamp_ms", "content")
    messages = [dict(zip(keys, one, strict=True)) for one in said]
    thread = {"participants": [{"name": "Ida"}, {"name": "Mo"}], "messages": messages}
    trail = read_export(as_json(thread))
    assert trail.source == "Instagram or Facebook"
    (got,) = trail.events
    assert (got.text, got.who, got.mine) == ("café", "Ida", True)
    assert trail.skipped == ["Entries of this file without a believable time were left out (1)."]


def test_a_thread_that_was_encrypted_from_end_to_end_is_read():
    said = {
        "isUnsent": False,
        "senderName": "Ida",
        "text": "hi",
        "timestamp": 1_700_000_000_000,
        "type": "text",
    }
    trail = read_export(as_json({"participants": ["Ida", "Mo"], "threadName": "Ida_1", "messages": [said]}))
    (got,) = trail.events
    assert (got.text, got.who, got.mine, got.time.year) == ("hi", "Ida", False, 2023)


STAMP = 1_700_000_000
LIKED = [{"timestamp": STAMP, "data": [{"reaction": {"reaction": "LIKE"}}], "title": "Ida likes a post."}]
POST = {"timestamp": STAMP, "attachments": [], "data": [{"post": "Kites"}]}
SEEN = [{"name": "Pages", "entries": [{"timestamp": STAMP, "data": {"name": "Kites"}}]}]
SHOP = [{"name": "kites.example", "events": [{"id": 1, "type": "PURCHASE", "timestamp": STAMP}]}]
BOUGHT = {"dict": [{"label": "Event", "value": "PURCHASE"}, {"label": "On", "timestamp_value": STAMP}]}
SHOPS = [{"title": "kites.example", "label_values": [{"label": "Events", "vec": [BOUGHT, BOUGHT]}]}]
LOGIN = [{"action": "Login", "timestamp": STAMP, "ip_address": "192.0.2.7"}]


@pytest.mark.parametrize(
    ("content", "want"),
    [
        (LIKED, [("Ida likes a post. · LIKE", "")]),
        (POST, [("Kites", "")]),
        ({"recently_viewed": SEEN}, [("Kites", "Pages")]),
        ({"off_facebook_activity_v2": SHOP}, [("PURCHASE", "kites.example")]),
        (SHOPS, [("PURCHASE", "kites.example")] * 2),
        ({"account_activity_v2": LOGIN}, [("Login", "")]),
    ],
)
def test_what_facebook_noted_is_read_with_whom_it_was_about(content, want):
    trail = read_export(as_json(content))
    assert trail.source.endswith("Facebook")
    assert [(e.text, e.who) for e in trail.events] == want
    assert {e.time for e in trail.events} == {utc(2023, 11, 14, 22, 13, 20)}


def test_the_place_that_instagram_knew_last_is_found_in_any_language():
    label = {"Breite": {"value": "54.70"}, "Länge": {"value": "2.20"}, "Zeit": {"timestamp": STAMP}}
    content = {"account_history_imprecise_last_known_location": [{"string_map_data": label}]}
    (got,) = events(as_json(content))
    assert (got.latitude, got.longitude) == (54.7, 2.2)


def test_a_visit_by_way_of_google_is_no_search():
    link = "https://www.google.com/url?q=https://kites.example/a%3Fb&usg=x"
    record = {"header": "Search", "title": "Visited a page", "titleUrl": link, "time": "2024-05-01T10:00:00Z"}
    (got,) = events(as_json([record]))
    assert (got.source, got.text, got.who) == ("browser history", "Visited a page", "kites.example")


@pytest.mark.parametrize("first", ["Typed Url", "Session"])
def test_the_history_of_chrome_is_found_behind_its_other_lists(first):
    others = [{"url": "https://example.com/", "visits": ["1"] * 20, "tab": {"navigation": []}}] * 2_000
    visit = {"title": "Kites", "url": "https://example.org/", "time_usec": 1_700_000_000_000_000}
    trail = read_export(as_json({first: others, "Browser History": [visit]}))
    assert trail.source == "Chrome by Takeout"
    assert [(e.text, e.who) for e in trail.events] == [("Kites", "example.org")]
    assert trail.skipped == []


def test_a_history_that_safari_exports_itself_is_safaris():
    about = {"browser_name": "Safari", "data_type": "history", "export_time_usec": 1_734_000_000_000_000}
    visit = {"url": "https://example.org/", "title": "Kites", "time_usec": 1_700_000_000_000_000}
    trail = read_export(as_json({"metadata": about, "history": [visit]}))
    assert trail.source == "Safari"
    assert [(e.text, e.time) for e in trail.events] == [("Kites", utc(2023, 11, 14, 22, 13, 20))]
    assert sum(trail.events.by_hour().values()) == 1


def test_the_other_tables_of_copilot_are_read_with_their_times():
    chats = "CreatedAt,MessageContent,Author,ChatName\n2/17/2026 14:36:11 +01:00,At nine,Copilot,Tides\n"
    trail = read_export(f"{chats}2/17/2026 2:36:05 PM +01:00,When?,user,Tides\n".encode())
    (chat,) = trail.chats
    assert (trail.source, chat.title) == ("Copilot", "Tides")
    assert [(m.author, m.text, m.time) for m in chat.messages] == [
        ("person", "When?", utc(2026, 2, 17, 13, 36, 5)),
        ("assistant", "At nine", utc(2026, 2, 17, 13, 36, 11)),
    ]
    windows = read_export(b"\xef\xbb\xbfTimestamp,ClientApp,Prompt\n2026-02-17T14:36:11Z,Paint,a kite\n")
    assert [(e.text, e.time) for e in windows.events] == [("a kite", utc(2026, 2, 17, 14, 36, 11))]


def test_podcasts_of_spotify_have_names():
    heard = {"endTime": "2024-05-01 10:00", "podcastName": "Tides", "episodeName": "One", "msPlayed": 60_000}
    (got,) = events(as_json([heard]))
    assert (got.text, got.who, got.time) == ("One", "Tides", utc(2024, 5, 1, 9, 59))


@pytest.mark.parametrize("names", ["Title,Date", "Titel,Datum", "Titre,Date", "Título;Fecha", "Başlık,Tarih"])
def test_netflix_is_known_in_other_languages(names):
    separator = ";" if ";" in names else ","
    assert [e.text for e in events(f"{names}\nKites{separator}31.12.2024\n".encode())] == ["Kites"]


def test_letters_that_were_right_stay_as_they_are():
    from privlessons.exports.meta import letters

    assert [letters(t) for t in ("café", "😀", "Ã", "", None, "â\u0080\u0099")] == [
        "café",
        "😀",
        "Ã",
        "",
        "",
        "’",
    ]


# web pages


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Apr 2, 2021, 9:34:50 PM UTC", utc(2021, 4, 2, 21, 34, 50)),
        ("2 Apr 2021, 21:34:50 BST", utc(2021, 4, 2, 20, 34, 50)),
        ("02.04.2021, 21:34:50 MESZ", utc(2021, 4, 2, 19, 34, 50)),
        ("2 avr. 2021, 21:34:50 CEST", utc(2021, 4, 2, 19, 34, 50)),
        ("2 de abr. de 2021, 21:34:50 GMT-3", utc(2021, 4, 3, 0, 34, 50)),
        ("2021/04/02 21:34:50 JST", utc(2021, 4, 2, 12, 34, 50)),
        ("2021年4月2日 下午9:34:50 GMT+8", utc(2021, 4, 2, 13, 34, 50)),
        ("2021年4月2日 21:34:50 CST", utc(2021, 4, 2, 13, 34, 50)),
        ("Apr 2, 2021, 9:34:50 PM CST", utc(2021, 4, 3, 3, 34, 50)),
        ("2 Apr 2021, 21:34:50 IST", utc(2021, 4, 2, 16, 4, 50)),
        ("2 de abr. de 2021, 21:34:50 BRT", utc(2021, 4, 3, 0, 34, 50)),
        ("2021. 4. 2. 오후 9:34:50 KST", utc(2021, 4, 2, 12, 34, 50)),
        ("2 kwi 2021, 21:34:50 CEST", utc(2021, 4, 2, 19, 34, 50)),
        ("2 апр. 2021 г., 21:34:50 MSK", utc(2021, 4, 2, 18, 34, 50)),
        ("2 Απρ 2021, 9:34:50 μ.μ. EEST", utc(2021, 4, 2, 18, 34, 50)),
        ("2. huhtik. 2021 klo 21.34.50 UTC+3", utc(2021, 4, 2, 18, 34, 50)),
        ("2021. ápr. 2. 21:34:50 CEST", utc(2021, 4, 2, 19, 34, 50)),
        ("2021. jan. 2. 21:34:50 CET", utc(2021, 1, 2, 20, 34, 50)),
        ("2.4.2021 klo 21.34.50 UTC+3", utc(2021, 4, 2, 18, 34, 50)),
        ("21:34:50 2 thg 4, 2021 CET", utc(2021, 4, 2, 20, 34, 50)),
        ("21:34:50 2 thg 4, 2021 GMT+7", utc(2021, 4, 2, 14, 34, 50)),
        ("Tháng 4 02, 2021 9:34:50 ch UTC", utc(2021, 4, 2, 21, 34, 50)),
        ("Apr 2, 2021, 9:34:50\u202fPM GMT+05:30", utc(2021, 4, 2, 16, 4, 50)),
        ("no time", None),
        ("Apr 31, 2021, 9:34:50 PM UTC", None),
    ],
)
def test_times_of_my_activity_are_read_in_other_languages_and_zones(text, want):
    assert activity_html.moment(text.replace("\u202f", " ")) == want


def test_what_was_done_in_gemini_is_not_what_was_asked():
    done = ["Used an Assistant feature", "Gave feedback: Good response", "Created Gemini Canvas titled Kites"]
    titles = ["Prompted when is high tide", *done]
    time = "2026-03-01T10:00:00Z"
    records = [{"header": "Gemini Apps", "title": title, "time": time} for title in titles]
    trail = read_export(as_json(records))
    assert [e.text for e in trail.events] == ["when is high tide"]
    assert [m.text for chat in trail.chats for m in chat.messages] == ["when is high tide"]


def test_words_of_a_web_page_lose_tags_and_scripts():
    assert (
        my_activity.words("<p>a &lt;b&gt;</p><script>evil()</script><br>c<style>x{}</style>") == "a <b>\n\nc"
    )


def test_months_are_known_by_their_names():
    names = "January Feb. März avril Mai juin Juli août sett octobre nov dezember".split()
    assert [dates.month(name) for name in names] == list(range(1, 13))
    assert [dates.month(name) for name in "červen července листопада lokakuuta".split()] == [6, 7, 11, 10]
    assert dates.month("Ruth") == 0


# photos


def broken_photos():
    whole = picture(utc(2024, 5, 1, 10), Event(utc(2024, 5, 1), "photos", latitude=54.7, longitude=2.2))
    at = whole.index(b"Exif\0\0") + 6
    yield "cut", whole[: at + 20]
    yield (
        "circle",
        whole[: at + 4] + struct.pack(">I" if whole[at : at + 2] == b"MM" else "<I", 0) + whole[at + 8 :],
    )
    yield "far away", whole[: at + 4] + b"\xff\xff\xff\xff" + whole[at + 8 :]
    yield "noise", whole[:at] + bytes(range(256)) + whole[at + 256 :]


@pytest.mark.parametrize(("fault", "content"), list(broken_photos()))
def test_a_photo_with_broken_notes_costs_no_other(fault, content, tmp_path):
    (tmp_path / f"{fault}.jpg").write_bytes(content)
    (tmp_path / "good.jpg").write_bytes(picture(utc(2024, 5, 1, 10)))
    trail = read_export(tmp_path)
    assert "good.jpg" in [e.text for e in trail.events]
    assert all("\n" not in said for said in trail.skipped)


def test_positions_south_and_west_have_their_sign_and_impossible_ones_none():
    here = Event(utc(2024, 5, 1), "photos", latitude=-33.8688, longitude=-70.6693)
    (got,) = events(picture(utc(2024, 5, 1, 10), here))
    assert (got.latitude, got.longitude) == pytest.approx((-33.8688, -70.6693), abs=1e-5)
    (nowhere,) = events(
        picture(utc(2024, 5, 1, 10), Event(utc(2024, 5, 1), "photos", latitude=99, longitude=2))
    )
    assert nowhere.latitude is None


def test_a_camera_s_name_ends_where_its_letters_do():
    raw = picture(utc(2024, 5, 1, 10)).replace(b"Pixelphone 4", b"ION230\0Fxxxx")
    assert [e.who for e in events(raw)] == ["ION230"]


def test_pictures_of_iphones_tell_where_and_when_wherever_their_notes_stand():
    place = Event(utc(2024, 5, 1), "photos", latitude=54.7, longitude=2.2)
    whole = heic(utc(2024, 5, 1, 10), place)
    late = whole[: whole.index(b"mdat")] + bytes(3_000_000) + whole[whole.index(b"mdat") :]
    bare = whole.replace(b"\0\0\0\x06Exif\0\0", bytes(4))
    assert len(bare) < len(whole)
    for raw in (whole, late, bare):
        (got,) = events(raw)
        assert got.time == utc(2024, 5, 1, 10)
        assert (got.latitude, got.longitude) == pytest.approx((54.7, 2.2), abs=1e-5)


def test_damaged_notes_of_an_iphones_picture_are_named(tmp_path):
    whole = heic(utc(2024, 5, 1, 10))
    (tmp_path / "cut.heic").write_bytes(whole[: whole.rindex(b"Exif\0\0") + 12])
    (tmp_path / "good.jpg").write_bytes(picture(utc(2024, 5, 1, 10)))
    trail = read_export(tmp_path)
    assert len(list(trail.events)) == 1
    assert "cut.heic" in " ".join(trail.skipped)


def test_pictures_of_iphones_without_notes_are_counted_in_one_sentence(tmp_path):
    for n in range(3):
        (tmp_path / f"{n}.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(100))
    (tmp_path / "good.jpg").write_bytes(picture(utc(2024, 5, 1, 10)))
    trail = read_export(tmp_path)
    assert len(list(trail.events)) == 1
    assert len(trail.skipped) == 1
    assert "HEIC" in trail.skipped[0]


# many and large


def test_every_source_survives_the_loss_of_its_end(tmp_path):
    for name in samples.NAMES:
        for path, content in samples.files(name).items():
            target = tmp_path / name.replace(" ", "-") / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content[: len(content) * 3 // 4])
    trails = read_exports(tmp_path)
    assert len(trails) >= 12
    for trail in trails:
        assert list(trail.events) or list(trail.chats)
        assert all(said.endswith(".") and "\n" not in said for said in trail.skipped)


def test_a_bomb_beside_good_files_is_named_and_they_are_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "x.json", b'{"Browser History": [{"time_usec": 1, "url": "' + b"a" * 5_000_000 + b'"}]}'
        )
    (tmp_path / "films.csv").write_bytes(samples.make("Netflix (short)"))
    trail = read_export(tmp_path)
    assert len(list(trail.events)) > 10
    assert any("200 times" in said and "bomb.zip" in said for said in trail.skipped)


@pytest.mark.slow
def test_a_folder_with_a_hundred_thousand_files_is_looked_through(tmp_path):
    for n in range(100):
        (tmp_path / f"{n}").mkdir()
        for m in range(1000):
            (tmp_path / f"{n}" / f"{m}.txt").write_bytes(b"nothing")
    (tmp_path / "99" / "x").write_bytes(samples.make("Firefox"))
    trail = read_export(tmp_path)
    assert len(list(trail.events)) == len([e for e in story() if e.source in {"browser history", "searches"}])


def test_a_zip_damaged_in_one_file_gives_the_others():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", samples.make("Netflix (short)"))
        archive.writestr("History", samples.make("Chrome or Edge"))
    raw = bytearray(out.getvalue())
    at = raw.index(b"History") + 40
    raw[at : at + 30] = bytes(30)
    trail = read_export(bytes(raw))
    assert trail.source == "Netflix"
    list(trail.events)
    assert any("History" in said for said in trail.skipped)


@pytest.mark.parametrize("content", [b"\0" * 400, b"<html>half a page", b"no zip at all"])
def test_a_file_called_zip_that_is_none_is_said_to_be_damaged(tmp_path, content):
    path = tmp_path / "My-Export.ZIP"
    path.write_bytes(content)
    for source in (path, [{"name": path.name, "content": content}]):
        with pytest.raises(PlainError, match="damaged or only partly downloaded"):
            read_export(source)


def test_a_broken_zip_beside_good_files_is_named_and_the_rest_is_read(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"no zip at all")
    (tmp_path / "chat.zip").write_bytes(samples.make("ChatGPT"))
    trail = read_export(tmp_path)
    assert any(trail.events)
    assert "A file is damaged and was left out: broken.zip." in trail.skipped
