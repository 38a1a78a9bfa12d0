"""privlessons: the course vocabulary. Names are imported when first used, so that importing this is quick."""

from __future__ import annotations

import os
from importlib import import_module

__version__ = "0.1.0"

# Jupyter sends each change of a control back to the page that made it, for others that look at the same
# kernel; a lesson has one page. It is a message less on the way from slider to picture.
os.environ.setdefault("JUPYTER_WIDGETS_ECHO", "0")

_WHERE = {
    "Chat": "records",
    "Coin": "noise",
    "Finding": "records",
    "Message": "records",
    "PlainError": "records",
    "Request": "rights.requests",
    "Total": "blocks",
    "Trail": "records",
    "candidates": "clues",
    "coarsen": "coarseness",
    "compare_versions": "policy",
    "complete": "memory",
    "conclude": "trail",
    "deadline": "rights.deadlines",
    "epsilon": "noise",
    "estimate": "noise",
    "exposure": "memory",
    "find_copied": "copying",
    "find_personal_data": "detect",
    "flip": "noise",
    "k_anonymize": "k_anonymity",
    "label_policy": "policy",
    "learn_styles": "style",
    "letter": "rights.letters",
    "link": "linkage",
    "load_chats": "datasets",
    "load_people": "datasets",
    "make_index": "copying",
    "next_step": "rights.requests",
    "open_lesson": "lesson",
    "publish": "publishing",
    "read_export": "exports",
    "read_exports": "exports",
    "read_policy": "policy",
    "reconstruct": "reconstruction",
    "redact": "redaction",
    "score": "redaction",
    "train": "memory",
    "uniqueness": "linkage",
}

__all__ = list(_WHERE)


def __getattr__(name):
    if name not in _WHERE:
        raise AttributeError(f"privlessons has no name {name!r}; it has {', '.join(__all__)}.")
    return getattr(import_module(f"privlessons.{_WHERE[name]}"), name)


def __dir__():
    return [*__all__, "__version__"]
