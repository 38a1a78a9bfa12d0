"""How long a policy takes to read, and how many years of school it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults, on average over 190 studies (Brysbaert, 2019)."""
SLOW, FAST = 175, 300
"""Most adults read between these, says the same review."""

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?:(?<![cs]h)(?<![aeiouylsxzcg])es|[^dtaeiouy]ed|[^laeiouy]e|[^aeiouyl]ely)$")
PARTED = re.compile(
    r"i(?:a(?!l|n\b|ge)|o(?!u|n)|um|ety)|[aeiou]ing$|eo(?!p)|ua[tl]|[^q]uent|[ct]ia(?=te)|yer$|crea|riou"
)


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, silent ones apart."""
    low = word.lower().replace("’", "'")
    count = len(VOWELS.findall(low))
    if count > 1 and SILENT.search(low):
        count -= 1
    return max(1, count + len(PARTED.findall(low)))


def grade(sentences: Iterable[str]) -> float:
    """Return the Flesch–Kincaid grade (Kincaid et al., 1975): the school year of those who can read it.

    A sentence is what the reader of policies takes for one, so an item of a list is a sentence of its own.
    """
    counted = cache(syllables)  # for one text only, so that no word of it stays behind
    words = of = count = 0
    for sentence in sentences:
        found = WORD.findall(sentence)
        if found:
            of += 1
            words += len(found)
            count += sum(map(counted, found))
    if not words:
        return 0.0
    return max(0.0, 0.39 * words / of + 11.8 * count / words - 15.59)


def minutes(words: int, a_minute: float = WORDS_A_MINUTE) -> float:
    """Return the minutes that so many words take, read silently at ``a_minute`` words."""
    return words / a_minute
