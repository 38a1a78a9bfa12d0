"""The voice note's words are read out, the sound is the same without them."""

import io
import wave
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privlessons.attachments.notes import KINDS
from privlessons.attachments.voice import make_voice, notes_in, without_notes
from privlessons.records import PlainError

VOICE = make_voice(datetime(2026, 1, 8, 18, 9, tzinfo=UTC), "Weir Street", 54.71352, 2.22563)


def sound(data):
    with wave.open(io.BytesIO(data)) as read:
        return read.getparams(), read.readframes(read.getnframes())


def test_title_owner_time_program_and_position_are_read_out():
    notes = {note.field: note.value for note in notes_in(VOICE)}
    assert notes["Title"] == "Weir Street 3"
    assert notes["Comment"] == "54.71352, 2.22563"
    assert notes["Made at"] == "2026-01-08 18:09:00 UTC"
    assert {note.kind for note in notes_in(VOICE)} == set(KINDS)


def test_another_library_hears_the_same_sound_with_and_without():
    bare = without_notes(VOICE)
    assert sound(bare) == sound(VOICE)
    assert notes_in(bare) == ()
    assert b"Mika" not in bare


@given(st.binary(max_size=80))
def test_damaged_notes_are_read_as_far_as_they_go(rest):
    data = b"RIFF\0\0\0\0WAVE" + rest
    notes_in(data)
    assert notes_in(without_notes(data)) == ()


@pytest.mark.parametrize("data", [b"", b"RIFF", b"\0" * 40])
def test_what_is_no_wav_is_refused(data):
    with pytest.raises(PlainError, match="WAV"):
        notes_in(data)
