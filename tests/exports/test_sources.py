"""Each source, as its made-up export has it: what went in comes out. All people are invented."""

import io
import random
import zipfile
from datetime import timedelta

import pytest

from privlessons import samples
from privlessons.exports import READERS, read_export, read_exports
from privlessons.records import PlainError
from privlessons.samples.story import story
from privlessons.town_trails import mika

TOLD = story()


def told(*sources):
    return [event for event in TOLD if event.source in sources]


def read(name):
    trail = read_export(samples.make(name))
    return trail, sorted(trail.events, key=lambda event: event.time)


def second(event):
    return event.time.replace(microsecond=0)


@pytest.mark.parametrize("name", samples.NAMES)
def test_every_made_up_export_is_read_whole(name):
    trail = read_export(samples.make(name))
    assert name.startswith(trail.source)
    events = list(trail.events)
    assert len(events) >= 10
    assert all(event.time.utcoffset() == timedelta(0) for event in events)
    assert [said for said in trail.skipped if "yours" not in said] == []
    assert trail.progress() == 1
    assert list(trail.events) == events, "a second walk gives the same"
    assert sum(trail.events.by_hour().values()) == len(events)


@pytest.mark.parametrize("name", ["Chrome or Edge", "Firefox", "Safari", "Chrome by Takeout"])
def test_visits_and_searches_come_out_with_their_times_titles_and_hosts(name):
    _, events = read(name)
    want = told("browser history", "searches")
    assert [(e.source, e.text) for e in events] == [(e.source, e.text) for e in want]
    assert all(abs(a.time - b.time) < timedelta(milliseconds=1) for a, b in zip(events, want, strict=True))
    visits = [event for event in events if event.source == "browser history"]
    assert [e.who for e in visits] == [e.who for e in want if e.source == "browser history"]
    assert {e.who for e in events if e.source == "searches"} == {"google.com"}


@pytest.mark.parametrize("name", ["Chrome or Edge", "Firefox", "Safari"])
def test_hours_counted_by_the_database_are_those_of_the_events(name):
    trail, events = read(name)
    counted = {}
    for event in events:
        hour = int(event.time.timestamp() // 3600)
        counted[hour] = counted.get(hour, 0) + 1
    assert trail.events.by_hour() == counted


@pytest.mark.parametrize("name", ["Google My Activity", "Google My Activity (web pages)"])
def test_my_activity_gives_searches_and_what_gemini_was_asked_and_answered(name):
    trail, events = read(name)
    searches = [e.text for e in events if e.source == "searches"]
    assert sorted(searches) == sorted(e.text for e in told("searches"))
    asked = [(second(e), " ".join(e.text.split())) for e in told("chats") if e.mine]
    messages = [message for chat in trail.chats for message in chat.messages]
    got = [
        (m.time.replace(microsecond=0), " ".join(m.text.split())) for m in messages if m.author == "person"
    ]
    assert sorted(got) == sorted(asked)
    answers = [m.text for m in messages if m.author == "assistant"]
    assert len(answers) >= len(asked) / 2
    assert all("<" not in text and "One\nTwo" in text for text in answers)
    for chat in trail.chats:
        assert [m.time for m in chat.messages] == sorted(m.time for m in chat.messages)


def test_records_give_points_even_where_32_bits_overflowed():
    _, events = read("Google location (records)")
    first = told("location")[0]
    assert (round(events[0].latitude, 5), round(events[0].longitude, 5)) == (
        round(first.latitude, 5),
        round(first.longitude, 5),
    )
    assert all(54 < e.latitude < 55 and 1.5 < e.longitude < 3 for e in events)


@pytest.mark.parametrize(
    "name", ["Google location (months)", "Google location (Android)", "Google location (iPhone)"]
)
def test_stays_come_out_with_their_ends_and_what_google_calls_home(name):
    _, events = read(name)
    stays = [e for e in events if e.end]
    want = told("location")
    assert [second(e) for e in stays] == [second(e) for e in want]
    assert [e.end.replace(microsecond=0) for e in stays] == [e.end.replace(microsecond=0) for e in want]
    assert all(
        abs(a.latitude - b.latitude) + abs(a.longitude - b.longitude) < 1e-5
        for a, b in zip(stays, want, strict=True)
    )
    homes = {second(e) for e in want if e.text == mika().life.home.name}
    assert {second(e) for e in stays if e.text == "home"} == homes
    assert homes


@pytest.mark.parametrize("name", ["WhatsApp (iPhone)", "WhatsApp (Android)"])
def test_messages_of_whatsapp_keep_their_lines_and_say_who(name, tmp_path):
    paths = {path.name: path for path in samples.write_all(tmp_path)}
    chosen = paths["WhatsApp Chat - Ruth.zip" if "iPhone" in name else "WhatsApp Chat with Ruth.txt"]
    if "iPhone" in name:  # the file's own name tells nothing, that of its zip does
        (tmp_path / "alone").mkdir()
        chosen = chosen.rename(tmp_path / "alone" / chosen.name).parent
    trail = read_export(chosen)
    events = [e for e in trail.events if "omitted" not in e.text and "encrypted" not in e.text]
    want = told("messages")
    assert [(e.text, e.mine) for e in events] == [(e.text, e.mine) for e in want]
    assert {e.who for e in events} == {"Ruth"}
    minute = timedelta(minutes=1)
    assert all(abs(a.time - b.time) < minute for a, b in zip(events, want, strict=True))
    assert trail.skipped == []


PAGES = ["Instagram (web pages)", "Facebook (web pages)"]


@pytest.mark.parametrize("name", PAGES)
def test_web_pages_of_instagram_and_facebook_have_the_times_of_their_cards(name):
    _, events = read(name)
    messages = [e for e in events if e.source == "messages"]
    assert [second(e) for e in messages] == [second(e) for e in told("messages")]
    assert {e.who for e in messages} == {"Ruth"}


@pytest.mark.parametrize("name", PAGES)
def test_web_pages_alone_are_known_by_their_insides(name):
    service = name.split()[0]
    for path, content in samples.files(name).items():
        if service == "Instagram" or "search" not in path:
            trail = read_export([{"name": path.rpartition("/")[2], "content": content}])
            assert trail.source in {service, "Instagram or Facebook"}
            assert len(list(trail.events)) >= 10


@pytest.mark.parametrize("name", ["Instagram", "Facebook", *PAGES])
def test_letters_of_instagram_and_facebook_are_put_right_and_the_owner_is_found(name):
    _, events = read(name)
    messages = [e for e in events if e.source == "messages"]
    assert [(e.text, e.mine) for e in messages] == [(e.text, e.mine) for e in told("messages")]
    assert any("😬" in e.text for e in messages)
    posts = {e.text.rpartition(" · ")[2] for e in events if e.source == "social posts"}
    assert {e.text.rpartition(" · ")[2] for e in told("social posts")} <= posts
    assert [e.text for e in events if e.source == "searches"][-1] in {e.text for e in told("searches")}


def test_instagram_is_read_whatever_language_its_keys_are_in():
    texts = [e.text for e in read("Instagram")[1]]
    assert "saltmere_swims" in texts
    assert any("Café Kittiwake" in text for text in texts)
    assert "fogbell_games" in texts


@pytest.mark.parametrize("name", ["Spotify (last year)", "Spotify (all)"])
def test_songs_begin_as_long_before_their_end_as_they_were_heard(name):
    _, events = read(name)
    want = told("music")
    if name == "Spotify (all)":
        assert (events[0].text, events[0].who) == ("On gulls", "The Harbour Hour")
        events, want = events[1:], want[1:]
    assert sorted((e.text, e.who) for e in events) == sorted((e.text, e.who) for e in want)
    lengths = sorted((e.end - e.time).total_seconds() for e in events)
    assert lengths == pytest.approx(sorted((e.end - e.time).total_seconds() for e in want), abs=1)


@pytest.mark.parametrize("name", ["Netflix (short)", "Netflix (all)"])
def test_films_come_out_without_trailers_on_their_days(name):
    trail, events = read(name)
    want = told("films")
    assert sorted((f"{e.time.astimezone():%F}", e.text) for e in events) == sorted(
        (f"{e.time.astimezone():%F}", e.text) for e in want
    )
    assert trail.skipped == []


def test_photos_tell_where_and_when_by_satellite_else_by_the_cameras_clock_and_zone():
    _, events = read("Photos")
    want = told("photos")[:12]
    assert [second(e) for e in events] == [second(e) for e in want]
    for got, told_of in zip(events[:-1], want[:-1], strict=True):
        assert got.latitude == pytest.approx(told_of.latitude, abs=1e-4)
        assert got.longitude == pytest.approx(told_of.longitude, abs=1e-4)
    assert events[-1].latitude is None
    assert events[0].who == "Pixelphone 4"


@pytest.mark.parametrize("name", ["Grok", "Copilot", "ChatGPT", "Claude"])
def test_chats_come_out_with_both_sides_in_order(name):
    trail = read_export(samples.make(name))
    chats = list(trail.chats)
    assert len(chats) >= 10
    for chat in chats:
        times = [m.time for m in chat.messages if m.time and not m.taken_back]
        assert times == sorted(times)
    assert {m.author for chat in chats for m in chat.messages} == {"person", "assistant"}
    typed = [m.text for chat in chats for m in chat.messages if m.author == "person" and m.time]
    assert [event.text for event in trail.events] == typed


# all of them together


def all_sources():
    return {reader.SERVICE for reader in READERS} - {"Instagram or Facebook"}


def test_a_folder_of_everything_lists_every_source(tmp_path):
    samples.write_all(tmp_path)
    (tmp_path / "notes.txt").write_text("Not a chat.\nNothing at all.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    trails = read_exports(tmp_path)
    assert {trail.source for trail in trails} == all_sources()
    whole = {trail.source: len(list(trail.events)) for trail in trails}
    assert min(whole.values()) > 10
    assert [trail.skipped for trail in trails] == [[]] * len(trails)
    together = read_export(tmp_path)
    assert len(list(together.events)) == sum(whole.values())
    assert all(source in together.source for source in whole)


def test_everything_unpacked_in_one_folder_or_packed_in_one_zip_is_read_alike(tmp_path):
    want = {}
    for name in samples.NAMES:
        folder = tmp_path / "all" / name.replace(" ", "-")
        for path, content in samples.files(name).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        want[name] = len(list(read_export(folder).events))
    assert sum(len(list(trail.events)) for trail in read_exports(tmp_path)) == sum(want.values())
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((tmp_path / "all").rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(tmp_path).as_posix())
    assert {trail.source for trail in read_exports(packed)} == all_sources()
    assert len(list(read_export(packed).events)) == sum(want.values())


def test_zips_of_a_folder_packed_again_are_read(tmp_path):
    samples.write_all(tmp_path)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(tmp_path.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(tmp_path).as_posix())
    assert {trail.source for trail in read_exports(out.getvalue())} == all_sources()


def test_what_files_are_called_does_not_matter():
    rng = random.Random(3)
    for name in ("Google My Activity", "Spotify (all)", "Chrome by Takeout", "Google location (months)"):
        entries = [{"name": f"{rng.random()}", "content": c} for c in samples.files(name).values()]
        assert len(list(read_export(entries).events)) == len(list(read_export(samples.make(name)).events))


def test_an_unknown_made_up_export_gives_one_sentence():
    with pytest.raises(PlainError, match="no made-up export called Friendster"):
        samples.make("Friendster")
