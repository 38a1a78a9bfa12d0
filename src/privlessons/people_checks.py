"""Whether to believe a row about people.

Is the word a name, the number an age, the token a handle? Each check gets the match of a row in
``patterns_people``; what is judged is its group ``x``.
"""

from __future__ import annotations

import re

from privlessons.given_names import GIVEN_NAMES
from privlessons.patterns import plain
from privlessons.words_people import NAMES_THAT_ARE_WORDS, NOT_PEOPLE, RELATIONS, SURNAMES
from privlessons.words_places import GROUPS, PLACES, PLACES_THAT_ARE_WORDS
from privlessons.words_talk import AFTER_RELATION, NO_CAPITALS, NO_HANDLE, NO_NAME

ANY_NAMES = GIVEN_NAMES | NAMES_THAT_ARE_WORDS
NOT_NAMES = NO_NAME | GROUPS | NOT_PEOPLE | PLACES | PLACES_THAT_ARE_WORDS - NAMES_THAT_ARE_WORDS


def first_word(match):
    """Return the first word of what was found, plain."""
    return plain(re.split(r"[\s-]", match["x"])[0].removesuffix("'s").removesuffix("’s"))


def known(match):
    """Believe a given name that is listed."""
    first = first_word(match)
    return first in ANY_NAMES and first not in NOT_PEOPLE


def looks_like_name(match):
    """Believe a known name, or a word with a capital letter that is no everyday word."""
    first = first_word(match)
    return first not in NOT_PEOPLE and (
        first in ANY_NAMES or (match["x"][0].isupper() and first not in NOT_NAMES)
    )


def no_everyday_word(match):
    """Believe any word that is not known to follow such words in everyday talk (small letters too)."""
    first = first_word(match)
    if first in NOT_PEOPLE:
        return False
    return first in ANY_NAMES or (
        first not in NOT_NAMES and not re.search(r"(?:ing|ed|ly)$", first) and len(first) > 2
    )


def only_names(words):
    """Return the length of the words that can belong to the name: "anna and" is "anna"."""
    end = 0
    for match in re.finditer(r"[^\s]+", words):
        word = match[0].lower().strip(".,")
        is_name = plain(word) in ANY_NAMES or word in SURNAMES or match[0][0].isupper()
        if end and (word in NO_NAME or not (is_name or not re.search(r"(?:ing|ed|ly|s)$", word))):
            break
        end = match.end()
    return end


def after_relation(match):
    """Believe a name after "my sister", unless it is what one says of her: "my sister told"."""
    return no_everyday_word(match) and first_word(match) not in AFTER_RELATION


def account(match):
    """Believe a user name with a digit, a dot or an underscore, or one that is said to be mine."""
    word = match["x"].lower().strip("@.")
    if re.search(r"[\d_]|\w\.\w", word):
        return True
    said = (match["link"] or "").strip().lower() in {"is", ":", "=", "is:"}
    return word not in NO_HANDLE and said and len(word) > 3 and match["mine"] is not None


def name_said(match):
    """Believe a name after "my name is"; after "called" only what looks like one."""
    said = match[0].lower().startswith(("name", "call me"))
    return no_everyday_word(match) if said else looks_like_name(match)


def i_am(match):
    """Believe "i'm anna", and a full name with capitals; "i'm Will" but not "i'm will"."""
    if known(match):
        return first_word(match) not in NAMES_THAT_ARE_WORDS or not match["x"][0].islower()
    parts = match["x"].split()
    about_me = not match[0].lower().startswith(("it", "we"))
    return (
        looks_like_name(match)
        and len(parts) > 1
        and about_me
        and not any(plain(p) in NOT_NAMES for p in parts)
    )


def after_a_person(match):
    """Believe a number in brackets or between commas right after somebody: "my son (9)", "Maria, 42,"."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    word = re.search(r"([^\W\d_]+)(?: is| are)?,?\s?\(?$", before)
    if word is None:
        return False
    somebody = re.fullmatch(rf"{RELATIONS}|he|she|they", word[1], re.IGNORECASE)
    return bool(somebody) or plain(word[1]) in ANY_NAMES


def signature(match):
    """Believe a name after thanks, or another word if it stands on a line of its own."""
    if known(match):
        alone = "\n" in match[0] or "," in match[0] or match["x"][0].isupper()
        return alone or first_word(match) not in NAMES_THAT_ARE_WORDS
    return "\n" in match[0] and no_everyday_word(match)


def age_said(match):
    """Believe an age after a person: "i'm 17", "Maria is 17", "my son is 7"; not after a thing."""
    said, age = match[0].lower(), int(match["x"])
    before = match.string[max(0, match.start() - 30) : match.start()]
    if re.match(r"(?:i|he|she|they|who)\b|im\b|hes\b|shes\b|am\b", said) or re.search(r"[A-Z]\w+\s$", before):
        return 3 <= age <= 110
    people = rf"\b(?:{RELATIONS}|who|he|she|i|when (?:i|he|she|we)|girl|boy|man|woman|both)\s$"
    return 1 <= age <= 110 and bool(re.search(people, before.lower()))


def unknown_capitals(match):
    """Believe two words with capitals of which none is an everyday word, a group or a place."""
    parts = [plain(part) for part in re.split(r"[\s-]", match["x"])]
    return not any(part in NOT_NAMES or part in NO_CAPITALS or not part.isalpha() for part in parts)
