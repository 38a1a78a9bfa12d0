"""The word lists as one list of entries for the pattern table."""

from __future__ import annotations

from privlessons import given_names, words_life, words_people, words_places


def entries():
    """Yield (phrase in small letters, kind, score, whether a capital letter is needed)."""
    for name in sorted(given_names.GIVEN_NAMES):
        yield name, "PERSON", 0.62, False
    for name in sorted(words_people.NAMES_THAT_ARE_WORDS):
        yield name, "PERSON", 0.5, True
    for place in sorted(words_places.PLACES):
        yield place, "LOCATION", 0.65, False
    for place in sorted(words_places.PLACES_THAT_ARE_WORDS):
        yield place, "LOCATION", 0.55, True
    for group in sorted(words_places.GROUPS - words_places.GROUPS_THAT_ARE_WORDS):
        yield group, "NRP", 0.6, False
        yield group + "s", "NRP", 0.6, False
    for group in sorted(words_places.GROUPS_THAT_ARE_WORDS):
        yield group, "NRP", 0.55, True
    for company in sorted(words_places.COMPANIES):
        yield company, "ORGANIZATION", 0.6, False
    for health in sorted(words_life.HEALTH - words_life.HEALTH_THAT_ARE_WORDS):
        yield health, "HEALTH", 0.65, False
