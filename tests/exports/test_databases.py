"""Databases of browsers, also while the browser runs, and when they are broken. All people are invented."""

import io
import os
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from privlessons import samples
from privlessons.exports import chromium, read_export, read_exports, sqlite
from privlessons.records import Event, PlainError
from privlessons.samples.browsers import fill_chromium, fill_firefox, fill_safari

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
FILLS = {"History": fill_chromium, "places.sqlite": fill_firefox, "History.db": fill_safari}


def visits(count, words="page"):
    return [
        Event(START + timedelta(minutes=n), "browser history", f"{words} {n}", who="inkwell.example")
        for n in range(count)
    ]


def texts(source):
    return [event.text for event in read_export(source).events]


def database(events, fill=fill_chromium):
    with closing(sqlite3.connect(":memory:")) as base:
        fill(base, events)
        return base.serialize()


def more(base, count, words):
    """Add visits to Chrome's tables, as a running browser does."""
    for event in visits(count, words):
        time = int((event.time.timestamp() + 11_644_473_600) * 1e6)
        base.execute(
            "INSERT INTO urls (url, title, last_visit_time) VALUES (?, ?, ?)",
            ("https://x.example/", event.text, time),
        )
        base.execute("INSERT INTO visits (url, visit_time) VALUES (last_insert_rowid(), ?)", (time,))


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
@pytest.mark.parametrize("checkpoint", [False, True])
def test_a_running_browser_is_read_with_its_journal_and_left_as_it_is(tmp_path, size, checkpoint):
    path = tmp_path / "History"
    with closing(sqlite3.connect(path)) as base:
        base.execute(f"PRAGMA page_size = {size}")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA wal_autocheckpoint = 0")
        base.execute("PRAGMA locking_mode = EXCLUSIVE")
        base.executescript(samples.browsers.CHROMIUM.replace("PRAGMA page_size = 4096;", ""))
        more(base, 300, "old")
        base.commit()
        if checkpoint:
            base.execute("PRAGMA wal_checkpoint(RESTART)")
        more(base, 40, "new")
        base.commit()
        more(base, 3, "not yet saved")
        before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
        assert len(before[f"{path.name}-wal"]) > 32
        for source in (path, tmp_path):
            found = texts(source)
            assert [t for t in found if t.startswith("old")] == [f"old {n}" for n in range(300)]
            assert [t for t in found if t.startswith("new")] == [f"new {n}" for n in range(40)]
            assert len(found) == 340
            assert read_export(source).events.by_hour().total() == 340
        assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_database_and_its_journal_chosen_together_in_the_box_are_read(tmp_path):
    path = tmp_path / "History"
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        fill_chromium(base, visits(5))
        more(base, 2, "new")
        base.commit()
        upload = [{"name": p.name, "content": p.read_bytes()} for p in tmp_path.iterdir()]
    assert len(upload) == 3
    assert len(texts(upload)) == 7


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.97])
def test_a_journal_that_is_cut_or_broken_costs_only_what_comes_after(tmp_path, keep):
    path = tmp_path / "History"
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        fill_chromium(base, visits(5))
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for n in range(30):
            more(base, 10, f"new {n},")
            base.commit()
        journal = (tmp_path / "History-wal").read_bytes()
        whole = path.read_bytes()
    cut = {"History": whole, "History-wal": journal[: int(len(journal) * keep)]}
    broken = bytearray(journal)
    broken[int(len(journal) * keep)] ^= 0xFF
    for wal in (cut["History-wal"], bytes(broken)):
        found = texts([{"name": "History", "content": whole}, {"name": "History-wal", "content": wal}])
        assert 5 <= len(found) < 305
        assert (len(found) - 5) % 10 == 0, "a commit comes whole or not at all"


def test_a_database_that_begins_to_be_written_is_counted_from_a_copy(tmp_path, monkeypatch):
    path = tmp_path / "History"
    path.write_bytes(database(visits(20)))
    trail = read_export(path)

    def spoiled(_path):
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(sqlite, "_in_place", spoiled)
    assert trail.events.by_hour().total() == 20
    assert trail.skipped == []
    (tmp_path / "History-journal").write_bytes(b"something")
    assert read_export(path).events.by_hour().total() == 20


def test_a_new_database_that_is_mostly_zeros_is_no_trap_in_a_zip(tmp_path):
    path = tmp_path / "places.sqlite"
    path.write_bytes(database(visits(3), fill_firefox))
    with closing(sqlite3.connect(path)) as base:
        base.executescript("CREATE TABLE more (zeros BLOB); INSERT INTO more VALUES (zeroblob(5000000));")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    assert len(out.getvalue()) * 200 < path.stat().st_size
    assert texts(out.getvalue()) == ["page 0", "page 1", "page 2"]


def test_times_of_firefox_on_a_phone_are_milliseconds():
    with closing(sqlite3.connect(":memory:")) as base:
        fill_firefox(base, visits(3))
        base.execute("UPDATE moz_historyvisits SET visit_date = visit_date / 1000")
        base.commit()
        trail = read_export(base.serialize())
    assert [event.time for event in trail.events] == [event.time for event in visits(3)]
    assert trail.events.by_hour().total() == 3


def test_a_history_without_a_believable_visit_gives_one_sentence(tmp_path):
    with closing(sqlite3.connect(":memory:")) as base:
        fill_chromium(base, visits(3))
        base.execute("UPDATE visits SET visit_time = 5")
        base.commit()
        (tmp_path / "History").write_bytes(base.serialize())
    with pytest.raises(PlainError, match="without a believable time"):
        read_export(tmp_path)


def test_a_large_database_is_read_where_it_lies_and_the_journal_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "LARGEST", 1000)
    path = tmp_path / "odd ?#% name"
    path.write_bytes(database(visits(20)))
    assert len(texts(path)) == 20
    (tmp_path / f"{path.name}-wal").write_bytes(b"something")
    trail = read_export(path)
    assert len(list(trail.events)) == 20
    assert "close the browser" in trail.skipped[0]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([path.name, f"{path.name}-wal"])


@pytest.mark.parametrize("name", FILLS)
def test_a_truncated_database_is_read_as_far_as_it_goes_and_named(name, tmp_path):
    raw = database(visits(3000), FILLS[name])
    (tmp_path / name).write_bytes(raw[: int(len(raw) * 0.6)])
    trail = read_exports(tmp_path)[0]
    assert len(list(trail.events)) < 3000
    assert any("missing" in said for said in trail.skipped)
    assert any("damaged" in said for said in trail.skipped)


@pytest.mark.parametrize("name", FILLS)
@pytest.mark.parametrize(
    "content", [os.urandom(5000), b"", b"hello", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(4080)]
)
def test_what_is_no_database_or_encrypted_gives_one_sentence_and_the_others_are_read(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PlainError) as problem:
        read_export(tmp_path)
    assert "\n" not in str(problem.value)
    (tmp_path / "other").write_bytes(database(visits(4)))
    trail = read_export(tmp_path)
    assert len(list(trail.events)) == 4
    assert [said for said in trail.skipped if said.startswith(name)], trail.skipped


def test_a_file_that_another_program_holds_is_named(tmp_path, monkeypatch):
    (tmp_path / "History").write_bytes(database(visits(4)))
    (tmp_path / "other").write_bytes(database(visits(4)))
    real = open

    def held(path, *more):
        if str(path).endswith("History"):
            raise PermissionError(13, "The process cannot access the file")
        return real(path, *more)

    monkeypatch.setattr("privlessons.exports.archive.open", held, raising=False)
    trail = read_export(tmp_path)
    assert len(list(trail.events)) == 4
    assert trail.skipped == ["History may not be opened (a running program may hold it) and was left out."]


@pytest.mark.parametrize("byte", [b"\xff", b"\xc3", b"\x00"])
def test_tables_whose_names_hold_broken_letters_give_one_sentence(byte):
    raw = database(visits(3)).replace(b"CREATE TABLE downloads", b"CREATE TABLE" + byte + b"downloads")
    with pytest.raises(PlainError, match="is damaged"):
        read_export(raw)


def test_a_view_made_to_never_end_is_refused():
    with closing(sqlite3.connect(":memory:")) as base:
        fill_chromium(base, visits(2))
        base.execute("DROP TABLE visits")
        base.execute(
            "CREATE VIEW visits AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS id, 1 AS url, i AS visit_time, 0 AS transition FROM n -- visit_time INTEGER NOT NULL"
        )
        raw = base.serialize()
    assert chromium.looks_like(raw)
    with pytest.raises(PlainError, match="lacks the tables"):
        read_export(raw)


def test_values_of_the_wrong_kind_and_times_beyond_belief_are_left_out_and_counted():
    with closing(sqlite3.connect(":memory:")) as base:
        fill_chromium(base, visits(3))
        for time in (0, -5, 2**62, 1, "'soon'", "x'00ff'"):
            base.execute(f"INSERT INTO visits (url, visit_time) VALUES (1, {time})")
        base.execute("UPDATE urls SET title = x'636166e9' WHERE id = 2")
        base.execute("UPDATE urls SET title = CAST(x'636166e9' AS TEXT) WHERE id = 3")
        base.execute(
            "INSERT INTO urls (url, title, last_visit_time) VALUES ('file:///home/mika/cv.pdf', 'cv', 1)"
        )
        base.execute("INSERT INTO visits (url, visit_time) SELECT 4, visit_time FROM visits WHERE id = 1")
        base.commit()
        raw = base.serialize()
    trail = read_export(raw)
    found = [event.text for event in trail.events]
    assert len(found) == 3
    assert found[2] == "caf�"
    assert trail.skipped == ["Entries of this file without a believable time were left out (6)."]


@pytest.mark.parametrize(
    ("url", "query", "host"),
    [
        (
            "https://www.google.co.uk/search?client=x&q=caf%C3%A9+near+me&hl=en",
            "café near me",
            "google.co.uk",
        ),
        ("https://duckduckgo.com/?q=back+pain&ia=web", "back pain", "duckduckgo.com"),
        ("https://www.bing.com/search?q=a%2Bb", "a+b", "bing.com"),
        ("https://www.youtube.com/results?search_query=gecko", "gecko", "youtube.com"),
        ("https://www.amazon.co.uk/s?k=wrist+splint", "wrist splint", "amazon.co.uk"),
        ("https://user:pass@shop.example:8080/?q=x", "", "shop.example"),
        ("https://www.google.com/maps?hl=en", "", "google.com"),
        ("https://google.com.evil.example/?q=x", "x", "google.com.evil.example"),
        ("about:blank?q=x", "", ""),
        ("http://[::1", "", "["),
    ],
)
def test_searches_and_hosts_are_read_from_addresses(url, query, host):
    from privlessons.exports import values

    assert (values.searched(url), values.host(url)) == (query, host)
