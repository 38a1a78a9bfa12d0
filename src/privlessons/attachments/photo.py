"""A made-up photo with a camera's notes (EXIF), what they say, and the photo without them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import datetime

from privlessons.attachments.notes import DEVICE, WHEN, WHERE, WHO, Note
from privlessons.exports import photos
from privlessons.records import PlainError

SIZE = (960, 640)
LARGEST = 20_000_000
"""Most bytes of a picture that is read."""
_FIELDS = {  # tags of the Exif standard, version 2.32
    0x010F: ("Maker", DEVICE),
    0x0131: ("Program", DEVICE),
    0x013B: ("Artist", WHO),
    0x8298: ("Copyright", WHO),
    0x9286: ("Comment", WHO),
    0xA430: ("Owner", WHO),
    0xA431: ("Serial number of the camera", DEVICE),
}


def make_photo(time: datetime, latitude: float, longitude: float) -> bytes:
    """Draw a damp wall above a desk; return a JPEG with a phone's notes of time, place, device and owner.

    ``time`` is aware UTC; positions are degrees north and east, both positive in the town.
    """
    out = io.BytesIO()
    _picture().save(out, "JPEG", quality=88, exif=_notes(time, latitude, longitude))
    return out.getvalue()


def _picture():
    from random import Random

    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    picture = Image.new("RGB", SIZE, "#e9e2d0")
    damp, draw = Image.new("L", SIZE, 0), Random(7)
    spots = ImageDraw.Draw(damp)
    for _ in range(140):  # thick in one corner, thin further out
        x, y, r = abs(draw.gauss(0, 170)) + 60, abs(draw.gauss(0, 110)) + 30, draw.uniform(6, 34)
        spots.ellipse((x - r, y - r, x + r, y + r), fill=draw.randint(60, 170))
    picture.paste("#4d5244", mask=damp.filter(ImageFilter.GaussianBlur(7)))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 440, 960, 640), fill="#9a6b3f")
    pen.polygon(((90, 470), (420, 470), (470, 600), (60, 600)), fill="#2b2d36")
    pen.polygon(((115, 482), (402, 482), (440, 582), (96, 582)), fill="#51606e")
    pen.rectangle((720, 500, 900, 578), fill="#fbf8ef")
    font = ImageFont.load_default(size=17)
    for line, words in enumerate(("Mika Tarn", "22 Weir Street", "Saltmere ZQ3 4PJ")):
        pen.text((734, 508 + 21 * line), words, fill="#26231c", font=font)
    return picture


def _notes(time: datetime, latitude: float, longitude: float):
    from PIL import ExifTags, Image, TiffImagePlugin

    ratio = TiffImagePlugin.IFDRational
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Pixelphone", "Pixelphone 4", "Pixelcam 12.1"
    more = exif.get_ifd(ExifTags.IFD.Exif)
    more[0x9003], more[0x9011] = f"{time:%Y:%m:%d %H:%M:%S}", "+00:00"
    more[0xA430], more[0xA431] = "Mika Tarn", "PX4-0038-7716"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    for tag, value, letter in ((1, latitude, "N"), (3, longitude, "E")):
        hundredths = round(abs(value) * 360_000)
        gps[tag] = letter
        gps[tag + 1] = (
            ratio(hundredths // 360_000),
            ratio(hundredths // 6_000 % 60),
            ratio(hundredths % 6_000, 100),
        )
    gps[7] = tuple(ratio(piece) for piece in (time.hour, time.minute, time.second))
    gps[29] = f"{time:%Y:%m:%d}"
    return exif


def notes_in(data: bytes) -> tuple[Note, ...]:
    """Return what a picture says besides what it shows. Raises PlainError for what is no picture."""
    return (*_time_and_place(data), *_rest(data))


def place_of(data: bytes) -> tuple[float, float] | None:
    """Return where a picture was taken, in degrees, or None where it doesn't say so."""
    return photos.notes_of(data)[1]


def _time_and_place(data: bytes) -> Iterator[Note]:
    time, place, camera = photos.notes_of(data)
    if time:
        yield Note("Taken at", f"{time:%d %B %Y, %H:%M:%S} UTC", WHEN)
    if place:
        north, east = place
        where = f"{abs(north):.5f} {'S' if north < 0 else 'N'}, {abs(east):.5f} {'W' if east < 0 else 'E'}"
        yield Note("Taken where", where, WHERE)
    if camera:
        yield Note("Camera", camera, DEVICE)


def _rest(data: bytes) -> Iterator[Note]:
    from PIL import ExifTags

    with _opened(data) as picture:
        exif = picture.getexif()
        found = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    for tag, (name, kind) in _FIELDS.items():
        value = found.get(tag)
        words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
        if words.strip("\0 "):
            yield Note(name, words.strip("\0 ")[:200], kind)


def _opened(data: bytes):
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST:
        raise PlainError("This picture is too large. Take one of at most 20 MB.")
    try:
        with warnings.catch_warnings(action="ignore"):  # of many pixels: phones take such pictures
            return Image.open(io.BytesIO(data), formats=("JPEG",))
    except Image.DecompressionBombError:
        raise PlainError("This picture has too many pixels. Take a smaller one.") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise PlainError("This is no picture in the form JPEG, or it is damaged.") from None


def without_notes(data: bytes) -> bytes:
    """Return the same picture as a JPEG with no notes at all. Raises PlainError for what is no picture."""
    out = io.BytesIO()
    with _opened(data) as picture:
        try:
            picture.save(out, "JPEG", quality="keep", exif=b"", comment=b"", icc_profile=None)
        except (OSError, ValueError, SyntaxError):
            raise PlainError("This is no picture in the form JPEG, or it is damaged.") from None
    return out.getvalue()
