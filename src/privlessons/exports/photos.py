"""Photos: where and when a picture was taken, from the notes that a camera leaves in it (EXIF).

The time of a satellite fix is in UTC; the camera's own clock has no zone, unless the picture says which.
Messengers and social networks take these notes out of the pictures that they pass on.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from privlessons.exports.plain import plain
from privlessons.exports.values import local, position, when
from privlessons.records import Event

SERVICE = "Photos"
MOST = 1 << 20  # bytes that are read: the notes stand at the beginning
MOST_HEIC = 1 << 25  # of a HEIC picture, whose notes may stand anywhere
PIXELS = 10**9
JPEG, PNG, WEBP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
TIME = re.compile(r"(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})")
TAKEN, CHANGED, SHIFT = 0x9003, 0x0132, 0x9011
HEIC = re.compile(rb"....ftyp(?:heic|heix|mif1|msf1|hevc|avif)", re.DOTALL)
# Some Android phones write no word before the notes, only how many bytes lie between: none.
NOTES = re.compile(rb"Exif\0\0(?=MM\0\*|II\*\0)|\0{4}(?=MM\0\*\0\0\0\x08|II\*\0\x08\0\0\0)")


def looks_like(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is a picture that may hold such notes."""
    if head.startswith(JPEG):
        return b"Exif\0\0" in head
    if head.startswith(PNG):
        return b"eXIf" in head
    return (head.startswith(WEBP) and head[8:12] == b"WEBP" and b"EXIF" in head) or bool(HEIC.match(head))


def events(files: Iterable, note: Callable[[str], None]) -> Iterator[Event]:
    """Read where and when each picture was taken; one without a time is left out."""
    bare = 0
    for file in files:
        heic = HEIC.match(file.head)
        data = _beginning(file, MOST_HEIC if heic else MOST)
        if heic and not NOTES.search(data):
            bare += 1
            continue
        try:
            time, place, camera = _notes(_in_heic(data) if heic else _in_picture(data))
        except _BrokenError:
            note(f"The notes in the picture {file.name} are damaged, so it was left out.")
            continue
        if time is not None:
            where = dict(zip(("latitude", "longitude"), place, strict=True)) if place else {}
            yield Event(time, "photos", file.name.rpartition("/")[2], who=camera, **where)
    if bare:
        note(f"Pictures in the form HEIC without a camera's notes were left out ({bare:,}).")


def notes_of(data: bytes) -> tuple[datetime | None, tuple[float, float] | None, str]:
    """Return when and where one picture was taken, and the camera; nothing for what can't be read."""
    try:
        return _notes(_in_picture(data))
    except _BrokenError:
        return None, None, ""


class _BrokenError(Exception):
    """The notes can't be read."""


def _beginning(file, most: int) -> bytes:
    data = bytearray()
    while len(data) < most and (more := file.read(most - len(data))):
        data += more
    return bytes(data)


def _in_picture(data: bytes):
    from PIL import Image

    def read():
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
            return picture.getexif()

    return read


def _in_heic(data: bytes):
    """Find the notes by how they begin: Pillow can't open HEIC, and a library for it weighs megabytes."""
    from PIL import Image

    def read():
        exif = Image.Exif()
        exif.load(b"Exif\0\0" + data[NOTES.search(data).end() :][:MOST])
        return exif

    return read


def _notes(read: Callable) -> tuple[datetime | None, tuple[float, float] | None, str]:
    from PIL import ExifTags

    try:
        with warnings.catch_warnings(action="ignore"):
            exif = read()
            gps = dict(exif.get_ifd(ExifTags.IFD.GPSInfo))
            taken = dict(exif.get_ifd(ExifTags.IFD.Exif))
            changed, model = exif.get(CHANGED), exif.get(0x0110)
    except Exception:  # Pillow raises a dozen kinds of errors on what is broken
        raise _BrokenError from None
    time = _satellite(gps) or _clock(taken.get(TAKEN) or changed, taken.get(SHIFT))
    return time, _place(gps), plain(model).partition("\0")[0].strip()


def _place(gps: dict) -> tuple[float, float] | None:
    north, east = _angle(gps.get(2)), _angle(gps.get(4))
    if north is None or east is None:
        return None
    return position(
        -north if _letter(gps.get(1)) == "S" else north, -east if _letter(gps.get(3)) == "W" else east
    )


def _angle(value: object) -> float | None:
    try:
        pieces = [float(piece) for piece in value]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    if not pieces or len(pieces) > 3 or not all(0 <= piece < 360 for piece in pieces):
        return None
    return sum(piece / 60**power for power, piece in enumerate(pieces))


def _letter(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return plain(value).strip("\0 ").upper()[:1]


def _satellite(gps: dict) -> datetime | None:
    day = plain(gps.get(29)).strip("\0 ")
    try:
        hours, minutes, seconds = (int(float(piece)) for piece in gps.get(7))
        return when(f"{day.replace(':', '-')}T{hours:02}:{minutes:02}:{seconds:02}")
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None


def _clock(value: object, shift: object) -> datetime | None:
    found = TIME.match(plain(value))
    if not found:
        return None
    try:
        time = datetime(*map(int, found.groups()))
    except ValueError:
        return None
    zone = plain(shift).strip("\0 ")
    return when(f"{time.isoformat()}{zone}") if re.fullmatch(r"[+-]\d\d:\d\d", zone) else local(time)
