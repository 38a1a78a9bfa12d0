"""privlessons: the course vocabulary. Names are imported when first used, so that importing this is quick."""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_WHERE = {
    "Chat": "records",
    "Finding": "records",
    "Message": "records",
    "PlainError": "records",
    "Total": "blocks",
    "Trail": "records",
    "candidates": "linkage",
    "conclude": "trail",
    "find_personal_data": "detect",
    "load_chats": "datasets",
    "load_people": "datasets",
    "open_lesson": "lesson",
    "publish": "publishing",
    "read_export": "exports",
    "read_exports": "exports",
    "reconstruct": "reconstruction",
    "redact": "redaction",
    "score": "redaction",
}

__all__ = list(_WHERE)


def __getattr__(name):
    if name not in _WHERE:
        raise AttributeError(f"privlessons has no name {name!r}; it has {', '.join(__all__)}.")
    return getattr(import_module(f"privlessons.{_WHERE[name]}"), name)


def __dir__():
    return [*__all__, "__version__"]
