"""Ways to hide a style: each changes one habit of a text and leaves what it says alone."""

from __future__ import annotations

import re

WITHOUT = {
    "im": "I'm", "ive": "I've", "id": "I'd", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't",
    "cant": "can't", "isnt": "isn't", "wasnt": "wasn't", "wont": "won't", "arent": "aren't",
    "havent": "haven't", "hasnt": "hasn't", "youre": "you're", "theyre": "they're", "shes": "she's",
    "hes": "he's", "its": "it's", "thats": "that's", "theres": "there's", "rents": "rent's",
}  # fmt: skip
PETS = {
    "pls": "please", "plz": "please", "cos": "because", "cause": "because", "kinda": "a bit",
    "loads of": "a lot of", "tons of": "a lot of", "i reckon": "I think", "reckon": "think",
    "whoever plays": "the person who plays",
}  # fmt: skip
SCRAPS = re.compile(
    r"(?:(?:^|(?<=[.!?,…] ))"
    r"(?:honestly|i mean|ugh|ok so|hey all|well|actually|basically|obviously|to be fair)"
    r"|(?<!\w)(?:lol|tbh))(?!\w)(?:[,.]+ ?| |$)",
    re.IGNORECASE,
)
MARKS = [
    (re.compile(r"\?{2,}"), "?"),
    (re.compile(r"!+"), "."),
    (re.compile(r" ?(?:\.{2,}|…)"), "."),
    (re.compile(r" ?[:;]-?[()]| ?[\U0001f300-\U0001faff]"), ""),
    (re.compile(r" & "), " and "),
    (re.compile(r" {2,}"), " "),
]


def by_the_book(text: str) -> str:
    """Begin each sentence with a capital, and write a large I."""
    text = re.sub(r"\bi\b(?=['\s]|$)", "I", text)
    text = re.sub(r"\bi(?=['’])", "I", text)
    text = re.sub(r"\b[A-Z]{2,}\b", lambda m: m[0].lower(), text)
    return re.sub(r"(?:^|(?<=[.!?…] ))[a-z]", lambda m: m[0].upper(), text)


def apostrophes(text: str) -> str:
    """Put the apostrophes in that were left out: don't for dont."""
    return re.sub(
        r"\b\w+\b",
        lambda m: _cased(WITHOUT[m[0].lower()], m[0]) if m[0].lower() in WITHOUT else m[0],
        text,
    )


def _cased(new: str, old: str) -> str:
    return (new[0].upper() if old[0].isupper() else new[0].lower()) + new[1:]


def plain_words(text: str) -> str:
    """Put plain words in place of pet words, and leave out scraps such as "honestly"."""
    text = SCRAPS.sub("", text)
    for pet, plain in PETS.items():
        text = re.sub(rf"(?<!\w){re.escape(pet)}(?!\w)", plain, text, flags=re.IGNORECASE)
    return re.sub(r"[ ,]+(?=[.!?]|$)", "", text).strip()


def calm_marks(text: str) -> str:
    """One mark at the end of a sentence, no dots, no faces."""
    for marks, calm in MARKS:
        text = marks.sub(calm, text)
    return text


DISGUISES = {
    "Capitals as in a book": by_the_book,
    "Apostrophes where they belong": apostrophes,
    "Plain words for pet words": plain_words,
    "Calm marks: no ?? or ...": calm_marks,
}


def disguise(text: str, names) -> str:
    """Apply the named `DISGUISES`, in their own order."""
    for name in reversed(DISGUISES):  # marks and words first, capitals last
        if name in names:
            text = DISGUISES[name](text)
    return text
