"""How fast a policy of 30,000 words is labelled, and how well the rules agree with our labels, by class.

The long policy is made of the shipped ones' sentences, each with words changed from a seed, so that no cache
helps. Peers, both what somebody would write who knows the libraries: a plain scikit-learn text classifier
(TF-IDF of words and pairs, one logistic regression for each class), trained on the other firms' labelled
sentences and asked about one firm's; and spaCy's small English model with its sentence splitter and a
phrase matcher for the same nine subjects. Times are of the processor and leave out loading.

The sentences and the labels are our own, and the rules were written by the same people: figures on other
policies will differ.
"""

import random
import re
import time
from importlib.util import find_spec

from benchmarks import row
from privlessons.policy import label_policy, read_policy
from privlessons.policy.records import CLASSES
from privlessons.policy.shelf import load_firms, load_labelled

WORDS = 30_000
PHRASES = {
    "collect": ("collect", "obtain", "gather", "receive", "cookies"),
    "use": ("use", "process", "purposes", "legitimate interests"),
    "train": ("train", "training", "improve our models", "machine learning"),
    "review": ("reviewers", "human review", "employees"),
    "share": ("share", "disclose", "third parties", "sell", "transfer"),
    "keep": ("retain", "keep", "store", "delete", "days"),
    "controls": ("opt out", "rights", "settings", "you can", "unsubscribe"),
    "children": ("children", "child", "under 13", "parents"),
    "changes": ("update", "changes", "revise", "notify"),
}


def took(work):
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def long_policy():
    rng = random.Random(11)
    sentences = [text for _, text, _ in load_labelled()]
    out, words = [], 0
    while words < WORDS:
        text = re.sub(
            r"\b(?:you|we)\b",
            lambda m: f"{m[0]} {rng.choice(('now', 'also', 'still'))}",
            rng.choice(sentences),
        )
        words += len(text.split())
        out.append(text.rstrip(";:") + ("" if text.endswith(".") else "."))
    return "\n\n".join(" ".join(out[i : i + 6]) for i in range(0, len(out), 6))


def scores(found, true):
    """Return {class: (precision, recall, how many are true)} of two lists of sets."""
    result = {}
    for kind in CLASSES:
        right = sum(kind in f and kind in t for f, t in zip(found, true, strict=True))
        claimed, real = sum(kind in f for f in found), sum(kind in t for t in true)
        result[kind] = (right / max(1, claimed), right / max(1, real), real)
    return result


def micro_f1(found, true):
    right = sum(len(f & t) for f, t in zip(found, true, strict=True))
    return 2 * right / (sum(map(len, found)) + sum(map(len, true)))


def ours():
    found = []
    for firm in load_firms():
        for version in firm.versions:
            found += [(f"{firm.id}-{version}", set(s.kinds)) for s in firm.policy(version).sentences]
    order = {stem: [kinds for name, kinds in found if name == stem] for stem, _ in found}
    at = dict.fromkeys(order, 0)
    result = []
    for stem, _, _ in load_labelled():
        result.append(order[stem][at[stem]])
        at[stem] += 1
    return result


def sklearn_peer():
    """Return what the classifier says of each firm's sentences, trained on the other firms'."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import MultiLabelBinarizer

    rows = load_labelled()
    firms = [stem.split("-")[0] for stem, _, _ in rows]
    binarizer = MultiLabelBinarizer(classes=CLASSES)
    y = binarizer.fit_transform([kinds for _, _, kinds in rows])
    texts = [text for _, text, _ in rows]
    found = [set() for _ in rows]
    for firm in dict.fromkeys(firms):
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            OneVsRestClassifier(LogisticRegression(C=20, class_weight="balanced")),
        )
        train = [i for i, name in enumerate(firms) if name != firm]
        model.fit([texts[i] for i in train], y[train])
        mine = [i for i, name in enumerate(firms) if name == firm]
        for i, kinds in zip(
            mine, binarizer.inverse_transform(model.predict([texts[i] for i in mine])), strict=True
        ):
            found[i] = set(kinds)
    return found


def spacy_peer(text):
    """Return (classes by sentence, seconds of the processor) of spaCy with a phrase matcher."""
    import spacy
    from spacy.matcher import PhraseMatcher

    from privlessons.detect import MODELS

    model = next((name for name in MODELS if find_spec(name)), None)
    if model is None:
        raise ImportError("no language model is installed")
    nlp = spacy.load(model, exclude=["ner", "lemmatizer"])
    nlp.max_length = 10_000_000
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for kind, phrases in PHRASES.items():
        matcher.add(kind, [nlp.make_doc(phrase) for phrase in phrases])

    def read():
        found = []
        for doc in nlp.pipe(text.split("\n\n"), batch_size=64):
            found += [{nlp.vocab.strings[m] for m, _, _ in matcher(s.as_doc())} for s in doc.sents]
        return found

    return took(read)


def run():
    text = long_policy()
    policy, reading = took(lambda: read_policy(text))
    card, labelling = took(lambda: label_policy(policy))
    assert not card.not_said
    true = [set(kinds) for _, _, kinds in load_labelled()]
    mine, plain = ours(), sklearn_peer()
    ms = {name: round(value, 3) for name, value in (("ours", reading + labelling),)}
    name = f"a policy of {policy.words:,} words labelled"
    rows = [row(name, ms["ours"], "s", 1)]
    try:
        _, seconds = spacy_peer(text)
        rows.append(row(f"{name}, beside spaCy", ms["ours"], "s", 1, peer=round(seconds, 3)))
    except (ImportError, OSError) as why:
        print("spaCy is not measured:", why)
    for kind, (precision, recall, count) in scores(mine, true).items():
        rows.append(
            row(f"{kind}: precision on {count} labelled", round(precision, 2), "", 0.8, lower_is_better=False)
        )
        rows.append(
            row(f"{kind}: recall on {count} labelled", round(recall, 2), "", 0.8, lower_is_better=False)
        )
    name = "all classes (F1), beside scikit-learn on the other firms' sentences"
    f1, other = round(micro_f1(mine, true), 2), round(micro_f1(plain, true), 2)
    rows.append(row(name, f1, "F1", 1, peer=other, lower_is_better=False))
    return rows


if __name__ == "__main__":
    for figure in run():
        print(figure)
