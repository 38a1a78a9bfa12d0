"""The words of a text in any language, in a plain form in which they can be compared.

Capitals, punctuation and the form of letters ("ﬁ", "é" in one sign or two) make no difference. In scripts
without spaces, such as Chinese or Thai, each character counts as a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)


@cache
def _words():
    marks = "".join(chr(c) for c in range(0x300, 0x1F000) if unicodedata.category(chr(c))[0] == "M")
    marks = re.escape(marks) + "\u200c\u200d"
    return re.compile(
        f"[{SPACELESS}](?<=[^\\W_])[{marks}]*|[^\\W_{SPACELESS}](?:[^\\W_{SPACELESS}]|[{marks}]|['’](?=[^\\W_]))*"
    )


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text as (plain form, start, end)."""
    for match in _words().finditer(text):
        yield _plain(match.group()), match.start(), match.end()


@cache
def _shared(word: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold()).replace("’", "'")


def _plain(word: str) -> str:
    # Short words come again and again; a text without a space is one long word and would fill the cache.
    return _shared(word) if len(word) <= 20 else _shared.__wrapped__(word)
