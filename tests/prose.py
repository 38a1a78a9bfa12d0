"""The prose of a Markdown text, and how hard it is to read."""

import re
from statistics import mean

import textstat

# Of each, what a reader doesn't read as a sentence.
LEAVE_OUT = [
    re.compile(r"```.*?```", re.DOTALL),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"^#.*$", re.MULTILINE),
    re.compile(r"^\s*\|.*$", re.MULTILINE),  # tables
    re.compile(r"</?[a-zA-Z][^>]*>"),  # tags; the words between them are read
    re.compile(r"\([^()]*\b(?:19|20)\d\d[a-z]?\)"),  # sources
    re.compile(r"https?://\S+"),
]


def prose(markdown):
    """Return the sentences of a Markdown text, each item of a list as a sentence of its own."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    for pattern in LEAVE_OUT:
        text = pattern.sub("\n", text) if pattern.flags & re.DOTALL else pattern.sub(" ", text)
    text = re.sub(r"[*_`]+", "", text)
    paragraphs = re.split(r"\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s+", "\n" + text)
    flat = [" ".join(p.split()).lstrip("-+> ") for p in paragraphs]
    return "\n".join(p if p.endswith((".", "!", "?", ":", "…")) else p + "." for p in flat if len(p) > 1)


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?:…])[\s”\")]+", text) if re.search(r"\w", s)]


def grade(text):
    """The Flesch–Kincaid grade of prose: the school year whose pupils can read it."""
    return textstat.flesch_kincaid_grade(text)


def sentence_length(text):
    """The mean number of words in a sentence."""
    return mean(len(s.split()) for s in sentences(text))
