"""The company's export: in the shape that ChatGPT's has, and what a part of it lacks."""

import io
import json
import zipfile

from tests.company.test_company import with_mika

from privlessons import read_export
from privlessons.company.export import FILES, chats_of, export, missing
from privlessons.company.rows import rows_of
from privlessons.company.schema import PLACES
from privlessons.company.story import MIKA


def test_the_reader_for_chatgpt_gives_back_the_very_chats_of_the_tables():
    db = with_mika()
    trail = read_export(export(db, MIKA.id, whole=True))
    read = list(trail.chats)
    stored = chats_of(db, MIKA.id)
    assert trail.source == "ChatGPT"
    assert [chat.title for chat in read] == [chat.title for chat in stored]
    assert [[(m.author, m.text, m.time) for m in chat.messages] for chat in read] == [
        [(m.author, m.text, m.time) for m in chat.messages] for chat in stored
    ]
    assert trail.skipped == []


def test_a_part_lacks_every_place_but_account_and_chats_and_the_whole_lacks_none():
    db = with_mika()
    rows = rows_of(db, MIKA.id)
    used = {key for key, some in rows.items() if some}
    assert set(missing(rows, export(db, MIKA.id, whole=False))) == used - {"account", "chats"}
    assert missing(rows, export(db, MIKA.id, whole=True)) == ()


def test_every_row_of_hers_stands_in_the_whole_and_nobody_elses():
    db = with_mika()
    with zipfile.ZipFile(io.BytesIO(export(db, MIKA.id, whole=True))) as archive:
        told = {name: json.loads(archive.read(name)) for name in archive.namelist()}
    assert set(told) == {FILES[place.key] for place in PLACES}
    for key, rows in rows_of(db, MIKA.id).items():
        if key not in ("account", "chats"):
            assert len(told[FILES[key]]) == len(rows), key
    assert "C000001" not in json.dumps(told)


def test_the_same_rows_give_the_same_bytes():
    assert export(with_mika(), MIKA.id, whole=True) == export(with_mika(), MIKA.id, whole=True)
