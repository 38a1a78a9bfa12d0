"""How much personal data is found, beside plain Presidio with the same language model.

Plain Presidio: `AnalyzerEngine` with all its default recognisers, the whole pipeline, no threshold, and
ORGANIZATION reported (its stock settings leave it out). Three sets: two halves of invented sentences in
tests/fixtures/detection (the second is touched only for measuring), and the town's chats. A match is any
overlap. Run `python -m benchmarks.detection` for the table by kind.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

from privlessons.detect import find_personal_data, model_name
from privlessons.records import Finding, PlainError, Planted
from privlessons.redaction import score

FIXTURES = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "detection"
# Presidio's names for what is one kind here.
SAME = dict.fromkeys(
    (
        "CRYPTO MAC_ADDRESS MEDICAL_LICENSE UK_NHS US_BANK_NUMBER US_DRIVER_LICENSE US_ITIN US_PASSPORT"
        " US_SSN UUID"
    ).split(),
    "ID_NUMBER",
)
# What plain Presidio has a recogniser for: a comparison on these alone is the friendliest to it.
PEER_KINDS = frozenset(
    (
        "PERSON LOCATION ORGANIZATION NRP DATE_TIME EMAIL_ADDRESS PHONE_NUMBER URL IP_ADDRESS CREDIT_CARD"
        " IBAN_CODE ID_NUMBER"
    ).split()
)


def read_marked(path) -> list[tuple[str, list[Planted]]]:
    """Read a fixture: (text, planted spans) for each text; spans are marked {KIND|words}."""
    samples = []
    for block in Path(path).read_text(encoding="utf-8").split("\n---\n")[1:]:
        text, planted = "", []
        at = 0
        block = block.rstrip("\n")  # noqa: PLW2901
        for mark in re.finditer(r"\{([A-Z_]+)\|([^{}]+)\}", block):
            text += block[at : mark.start()]
            planted.append(Planted(0, len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
            at = mark.end()
        samples.append((text + block[at:], planted))
    return samples


def read_town() -> list[tuple[str, list[Planted]]]:
    """Return every message that a person typed in the town's chats, with its truth."""
    from privlessons.datasets import load_chats

    return [
        (message.text, [p for p in chat.planted if p.message == number])
        for chat in load_chats()
        for number, message in enumerate(chat.chat.messages)
        if message.author == "person"
    ]


@cache
def plain_presidio(organisations=True):
    """Return plain Presidio around the same model, as its documentation shows it."""
    os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    settings = (
        NerModelConfiguration()
        if organisations
        else NerModelConfiguration(labels_to_ignore=["ORG", "ORGANIZATION"])
    )
    engine = SpacyNlpEngine([{"lang_code": "en", "model_name": model_name()}], settings)
    engine.load()
    return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])


def peer_findings(texts, organisations=True):
    analyzer = plain_presidio(organisations)
    return [
        [
            Finding(SAME.get(r.entity_type, r.entity_type), r.start, r.end, r.score)
            for r in analyzer.analyze(text, language="en")
        ]
        for text in texts
    ]


def sets() -> dict[str, list]:
    found = {
        "sentences, first half": read_marked(FIXTURES / "develop.txt"),
        "sentences, second half": read_marked(FIXTURES / "held_out.txt"),
    }
    try:
        found["town's chats"] = read_town()
    except (ImportError, PlainError) as why:
        print("The town's chats are not measured:", why, file=sys.stderr)
    return found


def _only(items, kinds):
    return [[item for item in row if item.kind in kinds] for row in items]


def measure(samples, organisations=True):
    """Return (ours, the peer's, ours and the peer's on the peer's own kinds) as scores."""
    texts, planted = [text for text, _ in samples], [spans for _, spans in samples]
    ours, peer = find_personal_data(texts), peer_findings(texts, organisations)
    mine, theirs, truth = (_only(items, PEER_KINDS) for items in (ours, peer, planted))
    return score(ours, planted), score(peer, planted), score(mine, truth), score(theirs, truth)


def run() -> list[dict]:
    rows = []
    for name, samples in sets().items():
        ours, peer, *_ = measure(samples)
        for figure, goal in (("recall", 1.0), ("precision", 1.0), ("f2", 1.0)):
            mine, theirs = (getattr(s.anywhere, figure) for s in (ours, peer))
            ratio = mine / theirs if theirs else None
            rows.append(
                {
                    "name": f"Personal data found, {name}: {figure.upper() if figure == 'f2' else figure}",
                    "ours": round(mine, 3),
                    "peer": round(theirs, 3),
                    "unit": "share" if figure != "f2" else "F2",
                    "ratio": None if ratio is None else round(ratio, 2),
                    "goal": goal,
                    "met": ratio is not None and ratio >= goal,
                }
            )
    return rows


def _print(name, organisations):
    titles = ("ours", "plain Presidio", "ours, its kinds", "plain Presidio, its kinds")
    measured = measure(sets()[name], organisations)
    print(f"\n== {name} (ORGANIZATION {'on' if organisations else 'off'})")
    for title, found in zip(titles, measured, strict=True):
        for how in ("anywhere", "right_kind"):
            t = getattr(found, how)
            print(
                f"{title:26} {how:10} recall {t.recall:.3f} precision {t.precision:.3f} F2 {t.f2:.3f}",
                f"({t.claims} claims)",
            )
    for kind in sorted(measured[0].by_kind | measured[1].by_kind):
        lines = []
        for found in measured[:2]:
            t = found.by_kind.get(kind)
            lines.append(f"{t.caught:3}/{t.caught + t.missed:<3} {t.false_alarms:3} false" if t else " " * 17)
        print(f"   {kind:16} ours {lines[0]}   peer {lines[1]}")


if __name__ == "__main__":
    for set_name in sets():
        _print(set_name, organisations="--without-organizations" not in sys.argv)
