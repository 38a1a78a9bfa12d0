"""The photo's notes are read out as they went in, and are gone from the bytes afterwards."""

import io
from contextlib import nullcontext
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from privlessons.attachments.notes import KINDS
from privlessons.attachments.photo import make_photo, notes_in, place_of, without_notes
from privlessons.records import PlainError

TIME = datetime(2026, 1, 8, 18, 5, 30, tzinfo=UTC)
PHOTO = make_photo(TIME, 54.71352, 2.22563)


def test_time_place_device_and_owner_are_read_out():
    notes = {note.field: note.value for note in notes_in(PHOTO)}
    assert notes["Taken at"] == "08 January 2026, 18:05:30 UTC"
    assert notes["Owner"] == "Mika Tarn"
    assert notes["Camera"] == "Pixelphone 4"
    assert {note.kind for note in notes_in(PHOTO)} == set(KINDS)
    assert place_of(PHOTO) == pytest.approx((54.71352, 2.22563), abs=2e-5)


def placed(letters):
    exif = Image.Exif()
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[1], gps[2], gps[3], gps[4] = letters[0], (33.0, 51.0, 0.0), letters[1], (70.0, 30.0, 0.0)
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_place_is_read_out_also_where_no_time_stands_beside_it():
    assert [(note.field, note.value) for note in notes_in(placed("NE"))] == [
        ("Taken where", "33.85000 N, 70.50000 E")
    ]
    assert place_of(placed("NE")) == pytest.approx((33.85, 70.5))


def test_south_and_west_are_named():
    assert [note.value for note in notes_in(placed("SW"))] == ["33.85000 S, 70.50000 W"]


def test_without_notes_the_same_picture_says_nothing_more():
    bare = without_notes(PHOTO)
    assert notes_in(bare) == ()
    assert place_of(bare) is None
    for words in (b"Exif", b"Mika", b"Pixel", b"2026"):
        assert words in PHOTO
        assert words not in bare
    with Image.open(io.BytesIO(PHOTO)) as one, Image.open(io.BytesIO(bare)) as two:
        assert one.size == two.size
        apart = [abs(a - b) for a, b in zip(one.tobytes(), two.tobytes(), strict=True)]
    assert max(apart) <= 12, "written anew, it differs by less than eyes can see"
    assert sum(apart) / len(apart) < 0.5


@settings(max_examples=8, deadline=None)
@given(st.floats(1, 89), st.floats(1, 179), st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)))
def test_any_place_and_time_come_back(latitude, longitude, time):
    photo = make_photo(time.replace(tzinfo=UTC), latitude, longitude)
    assert place_of(photo) == pytest.approx((latitude, longitude), abs=2e-5)
    assert f"{time:%d %B %Y, %H:%M:%S} UTC" in {note.value for note in notes_in(photo)}


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8\xff", b"GIF89a", PHOTO[:300], b"\xff\xd8\xff\xe1\0\x10Exif\0\0MM\0*"]
)
def test_what_is_no_picture_is_refused_in_a_sentence(data):
    with pytest.raises(PlainError, match="JPEG"):
        without_notes(data)


@pytest.mark.parametrize(("side", "refused"), [(10_000, False), (60_000, True)])
def test_a_picture_of_many_pixels_is_read_in_silence_and_one_of_too_many_refused(recwarn, side, refused):
    data, at = bytearray(PHOTO), PHOTO.rfind(b"\xff\xc0")
    data[at + 5 : at + 9] = 2 * side.to_bytes(2)
    with pytest.raises(PlainError, match="too many pixels") if refused else nullcontext():
        assert len(notes_in(bytes(data))) == 7
    assert not recwarn


def test_comments_and_colour_profiles_go_as_well():
    out = io.BytesIO()
    with Image.open(io.BytesIO(PHOTO)) as picture:
        picture.save(out, "JPEG", comment=b"by Mika", xmp=b"<x>Mika</x>", icc_profile=b"Mika" * 40)
    assert out.getvalue().count(b"Mika") > 40
    assert b"Mika" not in without_notes(out.getvalue())
