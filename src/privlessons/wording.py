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
    letter = f"[^\\W_{SPACELESS}]"
    return re.compile(f"[{SPACELESS}](?<=[^\\W_])[{marks}]*|{letter}(?:{letter}|[{marks}]|['’](?=[^\\W_]))*")


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text as (plain form, start, end)."""
    plain = {}  # of this text only: what a learner forgets must not live on in a cache
    for match in _words().finditer(text):
        word = match.group()
        if word not in plain:
            folded = unicodedata.normalize("NFKC", word).casefold()
            plain[word] = unicodedata.normalize("NFKC", folded).replace("’", "'")
        yield plain[word], match.start(), match.end()
