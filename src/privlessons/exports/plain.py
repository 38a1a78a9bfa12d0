"""Values as exports hold them, made plain: text without broken letters, times in UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def plain(value: object) -> str:
    """Return a text as it is, halves of letters joined or replaced by U+FFFD; anything else is empty."""
    if not isinstance(value, str):
        return ""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def moment(value: object) -> datetime | None:
    """Return a time in UTC from seconds since 1970 or from an ISO 8601 text; None where there is none."""
    try:
        if isinstance(value, str):
            time = datetime.fromisoformat(value)
            return time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def entries(value: object) -> list[dict]:
    """Return the objects of a list; an empty list for anything else."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def of(value: object, key: str) -> object:
    """Return ``value[key]`` if ``value`` is an object that has it, else None."""
    return value.get(key) if isinstance(value, dict) else None
