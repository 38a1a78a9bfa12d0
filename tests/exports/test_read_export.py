"""Where an export may lie, and what is said when it can't be read. All people are invented."""

import io
import json
import os
import re
import stat
import struct
import zipfile
import zlib

import pytest

from privlessons.exports import read_export, zips
from privlessons.exports.zips import MAX_ENTRIES
from privlessons.records import PlainError
from privlessons.sample_export import ABOUT, make_sample, sample_chats
from privlessons.sample_shapes import MANNER

SAMPLE = make_sample()
CHATS = len(list(sample_chats()))


def zipped(files, **more):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def chats_json(count=3, words="hi"):
    def one(i):
        node = {
            "parent": None,
            "message": {"author": {"role": "user"}, "content": {"parts": [f"{words} {i}"]}},
        }
        return {"title": f"Chat {i}", "conversation_id": f"c{i}", "mapping": {"a": node}, "current_node": "a"}

    return json.dumps([one(i) for i in range(count)]).encode()


def sentence(source):
    with pytest.raises(PlainError) as problem:
        read_export(source)
    text = str(problem.value)
    assert re.fullmatch(r"[^\n]+[.]", text), text
    assert not re.search(r"[.!?] [A-Z]", text), f"more than one sentence: {text}"
    assert "Error" not in text
    return text


def texts(trail):
    return [message.text for chat in trail.chats for message in chat.messages]


# where it lies


def test_a_zip_a_folder_a_file_and_bytes_hold_the_same_chats(tmp_path):
    zip_path = tmp_path / "renamed.bin"
    zip_path.write_bytes(SAMPLE)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(zip_path) as archive:
        archive.extractall(folder)
    want = texts(read_export(SAMPLE))
    bare = folder / "conversations.json"
    for source in (
        zip_path,
        str(zip_path),
        f'"{zip_path}" ',
        folder,
        bare,
        bare.read_bytes(),
        bytearray(SAMPLE),
    ):
        assert texts(read_export(source)) == want
    assert len(want) > 50


def test_here_and_home_are_places_too(tmp_path, monkeypatch):
    (tmp_path / "export.zip").write_bytes(SAMPLE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for source in (".", "./export.zip", "~/export.zip", "~"):
        assert len(list(read_export(source).chats)) == CHATS


def test_an_upload_is_read_as_the_widget_gives_it():
    entry = {"name": "x.zip", "type": "application/zip", "size": len(SAMPLE), "content": memoryview(SAMPLE)}
    want = texts(read_export(SAMPLE))
    for upload in (entry, (entry,), [entry]):
        assert texts(read_export(upload)) == want


def test_shards_uploaded_together_are_read_in_order():
    files = {f"conversations-{n:03}.json": chats_json(2, f"shard {n},") for n in (2, 0, 10, 1)}
    upload = tuple({"name": name, "content": content} for name, content in files.items())
    numbers = [int(text.split()[1].rstrip(",")) for text in texts(read_export(upload))]
    assert numbers == [0, 0, 1, 1, 2, 2, 10, 10]


def test_shards_in_a_zip_are_read_in_order_and_the_index_is_no_shard():
    want = [chat.title for chat in sample_chats()]
    assert [chat.title for chat in read_export(make_sample(shards=4)).chats] == want
    decoy = zipped({"conversations.json.index": chats_json(), "conversations-000.json": chats_json(1)})
    assert len(list(read_export(decoy).chats)) == 1


def test_custom_instructions_are_told_once_over_all_shards():
    found = texts(read_export(make_sample(shards=2)))
    assert found[:2] == [ABOUT, MANNER]
    assert found.count(ABOUT) == 1


def test_zips_in_a_zip_are_read_two_levels_deep():
    inner = zipped({"data/export.zip": SAMPLE, "readme.txt": "hi"})
    outer = zipped({"deep.zip": inner})
    for nested in (inner, outer):
        assert len(list(read_export(nested).chats)) == CHATS
    assert "no chats" in sentence(zipped({"deeper.zip": outer}))


def test_two_batches_in_one_folder_are_read_together(tmp_path):
    for n in range(2):
        (tmp_path / f"data-batch-000{n}.zip").write_bytes(zipped({"conversations.json": chats_json(2)}))
    assert len(list(read_export(tmp_path).chats)) == 4


def test_what_a_file_is_called_does_not_matter():
    assert len(list(read_export(zipped({"Ohne Titel.txt": chats_json()})).chats)) == 3


def test_chats_can_be_walked_again_and_progress_goes_from_zero_to_one():
    trail = read_export(chats_json(3000, "word " * 40))
    assert trail.progress() == 0
    seen = [trail.progress() for _ in trail.chats]
    assert seen == sorted(seen)
    assert 0 < seen[0] < 0.5
    assert trail.progress() == 1
    assert texts(trail) == texts(trail)


def test_a_walk_that_stops_early_leaves_the_next_one_whole():
    trail = read_export(SAMPLE)
    next(iter(trail.chats))
    assert len(list(trail.chats)) == CHATS


def test_reading_writes_nothing(tmp_path, monkeypatch):
    path = tmp_path / "export.zip"
    path.write_bytes(SAMPLE)
    monkeypatch.chdir(tmp_path)
    texts(read_export(path))
    assert list(tmp_path.iterdir()) == [path]


def test_the_account_file_says_whose_export_it_is():
    assert read_export(SAMPLE).owner == ("mika@example.com",)


# what can't be read at all


def test_a_missing_file_gives_one_sentence(tmp_path):
    assert "There is no file" in sentence(tmp_path / "gone.zip")
    assert "No file was chosen" in sentence(" ")


def test_an_empty_file_gives_one_sentence(tmp_path):
    (tmp_path / "x.zip").touch()
    assert "empty" in sentence(tmp_path / "x.zip")
    assert "empty" in sentence(b"")


def test_an_empty_folder_gives_one_sentence(tmp_path):
    assert "holds no file" in sentence(tmp_path)


def test_a_refused_file_gives_one_sentence(tmp_path, monkeypatch):
    path = tmp_path / "x.zip"
    path.write_bytes(SAMPLE)

    def refuse(*_args, **_more):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert "may not read" in sentence(path)


def test_something_that_is_no_file_gives_one_sentence(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in sentence(tmp_path / "pipe")
    assert "not a file" in sentence(3)
    assert "No file was chosen" in sentence(())
    assert "could not be opened" in sentence("a\0b")


@pytest.mark.parametrize("keep", [0.3, 0.9, 0.999])
def test_a_truncated_zip_gives_one_sentence(keep):
    assert "damaged or only partly downloaded" in sentence(SAMPLE[: int(len(SAMPLE) * keep)])


def test_a_zip_with_a_wrong_checksum_gives_one_sentence():
    raw = bytearray(zipped({"conversations.json": chats_json()}))
    at = raw.index(b"PK\x01\x02") + 16
    raw[at : at + 4] = bytes(4)
    raw[14:18] = bytes(4)
    assert "damaged" in sentence(bytes(raw))


def test_a_locked_zip_gives_one_sentence():
    raw = bytearray(zipped({"conversations.json": chats_json()}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in sentence(bytes(raw))


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b"null", b"3", b'"x"', b'[{"a": 1}]', b"[1, 2", b"hello", b"{" * 9]
)
def test_json_of_the_wrong_shape_gives_one_sentence(content):
    assert "no chats" in sentence(content)
    assert "not what its name says" in sentence(zipped({"conversations.json": content}))


def test_an_export_whose_chats_are_all_empty_gives_one_sentence():
    assert "no chats" in sentence(b'[{"mapping": {}, "title": "x"}]')
    assert "no readable messages" in sentence(b'[{"mapping": null, "title": "x"}]')


def test_an_empty_zip_gives_one_sentence():
    assert sentence(zipped({}))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('[{"header": "Search", "title": "Searched for x", "time": ""}]', "believable time"),
        ('{"conversations": [{"conversation": {"id": "1"}, "responses": []}]}', "Grok"),
        ("Conversation,Time,Author,Message\n", "Copilot"),
        ('{"locations": [{"latitudeE7": 1}]}', "believable time"),
        ('{"locations": [{"latitudeE7": 1, "timestampMs": "1700000000000"}]}', "position"),
        ('{"semanticSegments": []}', "no other records"),
        ('[{"endTime": "soon", "msPlayed": 3}]', "believable time"),
        ("Title,Date\n", "Netflix"),
        ("SQLite format 3\0", "a database"),
        ('{"participants": [], "messages": [{"sender_name": "x"}]}', "believable time"),
        ("<!DOCTYPE html><html>", "HTML"),
        ("\ufeff  <html>", "HTML"),
        ("<html><head><title>ChatGPT Data Export</title>", "choose the zip that it came in"),
    ],
)
def test_an_export_that_is_empty_or_that_we_can_t_read_is_named(content, name):
    assert name in sentence(content.encode())
    assert name in sentence(zipped({"x": content}))


def test_a_page_that_lies_in_every_takeout_tells_nothing():
    page = "<!DOCTYPE html><html><title>Google Takeout</title></html>"
    files = {"Takeout/archive_browser.html": page, "Takeout/Keep/a.json": '{"title": "x"}'}
    assert "no other records that we know" in sentence(zipped(files))
    assert "HTML" in sentence(zipped({"Takeout/archive_browser.html": page}))


def test_the_web_page_beside_the_chats_does_not_matter():
    assert (
        len(list(read_export(zipped({"chat.html": "<html>", "conversations.json": chats_json()})).chats)) == 3
    )


# what was made to harm


def test_a_zip_bomb_is_refused_with_the_limit_in_the_sentence():
    bomb = b'[{"mapping": {}, "title": "' + b"a" * 5_000_000 + b'"}]'
    assert "200 times" in sentence(zipped({"conversations.json": bomb}))


def test_pictures_beside_the_chats_do_not_count_as_a_bomb():
    trail = read_export(zipped({"picture.dat": bytes(5_000_000), "conversations.json": chats_json()}))
    assert len(list(trail.chats)) == 3


def test_a_size_that_cannot_be_true_is_refused():
    raw = bytearray(zipped({"conversations.json": chats_json()}))
    at = raw.index(b"PK\x01\x02")
    struct.pack_into("<II", raw, at + 20, 0xF0000000, 0xF0000000)
    assert "looks like a trap" in sentence(bytes(raw))


def test_the_limit_on_bytes_is_said(monkeypatch):
    monkeypatch.setattr(zips, "MAX_TOTAL", 100)
    assert "GB (our limit)" in sentence(chats_json())


def test_a_zip_with_too_many_files_is_refused():
    many = zipped(dict.fromkeys(map(str, range(MAX_ENTRIES + 1)), b""))
    assert "50,000 files" in sentence(many)


def test_a_list_of_contents_beyond_reason_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(zips, "DIRECTORY_BYTES", 50)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert "files (our limit)" in sentence(SAMPLE)


def test_paths_that_climb_out_and_links_are_left_alone_and_told():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../../conversations.json", "/etc/conversations.json", "C:\\conversations.json"):
            archive.writestr(name, chats_json())
        link = zipfile.ZipInfo("link.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("conversations.json", chats_json(2))
    trail = read_export(out.getvalue())
    assert len(list(trail.chats)) == 2
    assert trail.skipped == [
        "Files in the zip that point outside the zip were left alone (4): no real export has such files."
    ]
    assert "outside" in sentence(zipped({"../x.json": chats_json()}))


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "conversations.json").write_bytes(chats_json())
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "conversations.json").symlink_to(tmp_path / "secret" / "conversations.json")
    (tmp_path / "export" / "folder").symlink_to(tmp_path / "secret")
    assert "holds no file" in sentence(tmp_path / "export")


def test_a_file_without_a_name_does_no_harm():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("x", chats_json())
        archive.writestr("conversations.json", chats_json(2))
    raw = out.getvalue()
    at = raw.index(b"PK\x01\x02") + 46
    assert len(texts(read_export(raw[:at] + b"\0" + raw[at + 1 :]))) == 2


def test_names_and_titles_that_steer_a_screen_are_made_harmless():
    rows = [*json.loads(chats_json(1)), {"title": "a\nb\x1b[2J", "mapping": 3}]
    evil = zipped({"x\n\x1b[2J.json": json.dumps(rows)[:-1]})
    trail = read_export(evil)
    assert len(list(trail.chats)) == 1
    assert len(trail.skipped) == 2
    assert all(sentence.isprintable() for sentence in trail.skipped)


def test_unusual_packing_is_left_alone_because_it_has_no_limit_on_memory():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("conversations.json", chats_json())
    assert "unusual way" in sentence(out.getvalue())


@pytest.mark.parametrize("depth", [200, 5_000, 200_000])
def test_deep_nesting_is_harmless(depth):
    deep = b'[{"mapping": ' + b'{"a": [' * depth + b"]}" * depth + b"}]"
    assert sentence(deep)
    assert sentence(b"[" * depth + b"]" * depth)
    mixed = (
        chats_json(2)[:-1] + b', {"title": "deep", "mapping": {"a": ' + b"[" * depth + b"]" * depth + b"}}, "
    )
    trail = read_export(mixed + chats_json(1)[1:])
    assert len(list(trail.chats)) == 3
    assert len(trail.skipped) == 1


# what is damaged in part


def test_a_file_that_ends_too_early_keeps_what_comes_before():
    raw = chats_json(50)
    trail = read_export(raw[: len(raw) // 2])
    assert len(texts(trail)) == 25
    assert trail.skipped == ["The end of this file is damaged or missing: what comes before was read."]


def test_a_file_that_ends_right_after_a_chat_is_told_as_well():
    trail = read_export(chats_json(5)[:-1])
    assert len(texts(trail)) == 5
    assert len(trail.skipped) == 1


def test_damage_in_the_middle_costs_one_chat():
    raw = chats_json(9).replace(b'"c4", "mapping": {', b'"c4", "mapping": {{', 1)
    trail = read_export(raw)
    assert texts(trail) == [f"hi {i}" for i in (0, 1, 2, 3, 5, 6, 7, 8)]
    assert trail.skipped == ["Chat number 5 in this file is damaged and was left out."]
    assert len(texts(trail)) == 8
    assert len(trail.skipped) == 1, "a second walk tells it once, too"


def test_damage_at_the_very_beginning_costs_one_chat():
    trail = read_export(chats_json(3).replace(b'"parent"', b'"pare', 1))
    assert texts(trail) == ["hi 1", "hi 2"]


def test_invalid_letters_are_shown_as_replaced_and_told():
    raw = chats_json(3, "caf\xe9").decode().replace("\\u00e9", "é").encode("latin-1")
    trail = read_export(raw)
    assert texts(trail)[0] == "caf� 0"
    assert trail.skipped == ["Some letters in this file could not be read and are shown as �."]


def test_control_characters_and_strange_numbers_do_no_harm():
    raw = (
        chats_json(2)
        .replace(b"hi 0", b"h\ti\n0\x00")
        .replace(b'"title"', b'"big": 1' + b"0" * 400 + b', "x": NaN, "title"')
    )
    assert texts(read_export(raw)) == ["h\ti\n0\x00", "hi 1"]


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_a_file_saved_again_by_a_text_editor_is_read(coding):
    raw = json.dumps(json.loads(chats_json(3, "é😀")), indent=2, ensure_ascii=False).encode(coding)
    assert texts(read_export(raw)) == ["é😀 0", "é😀 1", "é😀 2"]


def test_a_zip_damaged_inside_keeps_what_was_read_before():
    words = os.urandom(600_000).hex()
    rows = json.loads(chats_json(100))
    for row in rows:
        row["noise"] = words[: 20_000 + len(row["title"])]
        words = words[5_000:] + words[:5_000]
    raw = bytearray(zipped({"conversations.json": json.dumps(rows)}))
    middle = len(raw) // 2
    raw[middle : middle + 200] = bytes(200)
    trail = read_export(bytes(raw))
    assert 5 < len(texts(trail)) < 95
    assert any("damaged" in said for said in trail.skipped)


def test_a_damaged_shard_is_named_and_the_others_are_read():
    raw = bytearray(zipped({f"conversations-00{n}.json": chats_json(3, f"shard{n}") for n in range(3)}))
    at = raw.index(b"conversations-001.json") + 30
    raw[at : at + 10] = bytes(10)
    trail = read_export(bytes(raw))
    assert {text.split()[0] for text in texts(trail)} == {"shard0", "shard2"}
    assert trail.skipped == ["A file is damaged and was left out: conversations-001.json."]


def test_a_file_that_vanishes_between_two_walks_gives_a_sentence(tmp_path):
    path = tmp_path / "conversations.json"
    path.write_bytes(chats_json())
    trail = read_export(path)
    path.unlink()
    assert list(trail.chats) == []
    assert trail.skipped == ["conversations.json can no longer be read and was left out."]


def test_a_thousand_damaged_chats_give_a_handful_of_sentences():
    rows = json.loads(chats_json(1)) + [{"title": f"{i}", "mapping": None} for i in range(1000)]
    trail = read_export(json.dumps(rows).encode())
    assert len(texts(trail)) == 1
    assert len(trail.skipped) == 21
    assert trail.skipped[-1] == "980 further parts could not be read either."


def test_a_stored_zip_is_read_too():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("conversations.json", chats_json())
    assert zlib.crc32(chats_json()) == zipfile.ZipFile(out).infolist()[0].CRC
    assert len(texts(read_export(out.getvalue()))) == 3


@pytest.mark.parametrize("name", ["export.zip", "EXPORT.ZIP", " export.zip "])
def test_a_file_called_zip_that_is_none_is_said_to_be_damaged(name, tmp_path):
    broken = b"\x00\x01 no zip" * 50
    assert "damaged" in sentence({"name": name, "content": broken})
    assert "damaged" in sentence([{"name": name, "content": broken}])
    (tmp_path / name.strip()).write_bytes(broken)
    assert "damaged" in sentence(tmp_path / name.strip())
    assert "damaged" in sentence(f"{tmp_path / name.strip()}")
    assert "no chats" in sentence({"name": "export.json", "content": broken})
    assert "no chats" in sentence({"name": name, "content": zipped({})})


def test_a_chat_in_a_file_with_the_wrong_ending_is_read_all_the_same():
    assert list(read_export({"name": "export.zip", "content": chats_json(2)}).chats)


def test_a_picture_without_place_and_time_says_what_to_choose():
    assert "as the camera saved it" in sentence(b"\x89PNG\r\n\x1a\n" + bytes(200))
