"""Questions for the class board: those that ship, a teacher's own file, and what a question may be."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from privlessons.records import PlainError

LONGEST = 200
MOST = 100


def checked(text: str) -> str:
    """Return a question as it is asked: one line of at most `LONGEST` characters.

    Errors: nothing in it, too long, characters that can't be seen.
    """
    words = " ".join(text.split())
    if not words:
        raise PlainError("The question is empty: write one that can be answered by yes or no.")
    if len(words) > LONGEST:
        raise PlainError(
            f"The question has {len(words)} characters: write at most {LONGEST}, so that all can read it."
        )
    if not words.isprintable():
        raise PlainError("The question holds characters that can't be seen: type it anew.")
    return words


def parse(text: str) -> list[str]:
    """Return the questions of a text, one a line; empty lines and lines that begin with # are left out."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(checked(line))
        except PlainError as error:
            raise PlainError(f"Line {number} of the questions: {error}") from None
    if len(found) > MOST:
        raise PlainError(f"There are {len(found)} questions: {MOST} are the most that a list can show.")
    return list(dict.fromkeys(found))


def questions(file: Path | None = None) -> list[str]:
    """Return the questions that ship, after those of a teacher's ``file`` (plain text, UTF-8) if given."""
    shipped = parse((files("privlessons.classroom") / "questions.txt").read_text("utf-8"))
    if file is None:
        return shipped
    try:
        own = parse(Path(file).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise PlainError(
            f"{file} can't be read as questions: give a text file (UTF-8) with one question a line."
        ) from None
    return list(dict.fromkeys(own + shipped))
