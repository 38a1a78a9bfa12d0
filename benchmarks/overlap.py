"""How fast the passages of a 50-page text are found in 10 MB of other texts, after a one-time index.

The corpus is drawn from a seed: words with the frequencies of real ones, and 150 passages of 60 words copied
into the text. Peers: difflib of the standard library, on a hundredth of the corpus, since it would take
minutes on all of it; a plain set of runs of six words in Python, which gives the same words but neither
lengths nor places; and copydetect, a published tool that compares fingerprints (winnowing), on files in an
environment of its own. Times are of the processor. Every passage must be found, or there is no figure.
"""

import difflib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import row
from privlessons.copying import find_copied, make_index
from privlessons.wording import words_of

WORDS, PER_DOCUMENT, PASSAGES, LONG, RUN = 1_700_000, 9_000, 150, 60, 6
COPYDETECT = "copydetect==0.5.0"
PEER = """
import json, sys, time
from pathlib import Path
import copydetect
folder = Path(sys.argv[1])
names = sorted((folder / "corpus").iterdir())
text = copydetect.CodeFingerprint(str(folder / "text.txt"), 25, 1, filter=False)
start = time.process_time()
corpus = [copydetect.CodeFingerprint(str(name), 25, 1, filter=False) for name in names]
made = time.process_time() - start
start = time.process_time()
for one in corpus:
    copydetect.compare_files(text, one)
print(json.dumps([made, time.process_time() - start]))
"""


def took(work):
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def drawn():
    """Return the documents, the text, and the copied passages."""
    import numpy as np

    rng = np.random.default_rng(6)
    letters = list("etaoinshrdlu")
    vocabulary = ["".join(rng.choice(letters, rng.integers(2, 11))) for _ in range(40_000)]
    ranks = rng.zipf(1.2, 3 * WORDS)
    words = [vocabulary[r - 1] for r in ranks[ranks <= len(vocabulary)][: WORDS + 30_000].tolist()]
    corpus, fresh = words[:WORDS], words[WORDS:]
    copies = []
    for n in range(PASSAGES):
        at = int(rng.integers(0, WORDS // PER_DOCUMENT - 1)) * PER_DOCUMENT + int(rng.integers(0, 8_000))
        copies.append(" ".join(corpus[at : at + LONG]))
        fresh[n * 160 : n * 160 + LONG] = corpus[at : at + LONG]
    documents = [" ".join(corpus[i : i + PER_DOCUMENT]) for i in range(0, WORDS, PER_DOCUMENT)]
    return documents, " ".join(fresh[: PASSAGES * 160 + 100]), copies


def plain_set(documents):
    runs = set()
    for document in documents:
        words = [word for word, _, _ in words_of(document)]
        runs.update(zip(*(words[n:] for n in range(RUN)), strict=False))
    return runs


def look_up(text, runs):
    words = [word for word, _, _ in words_of(text)]
    return {
        i + n
        for i, run in enumerate(zip(*(words[n:] for n in range(RUN)), strict=False))
        if run in runs
        for n in range(RUN)
    }


def covered(text, passages):
    reach, at = set(), 0
    for number, (_, start, end) in enumerate(words_of(text)):
        while at < len(passages) and passages[at].end < end:
            at += 1
        if at < len(passages) and passages[at].start <= start:
            reach.add(number)
    return reach


def copydetect(documents, text):
    """Return (seconds to fingerprint the corpus, seconds to compare), or None where it can't be installed."""
    uv = Path(sys.executable).with_name("uv")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)  # noqa: PLW2901
        try:
            for command in (
                [uv, "venv", "-q", folder / "env"],
                [uv, "pip", "install", "-q", "--python", folder / "env" / "bin" / "python", COPYDETECT],
            ):
                subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=600)
        except (OSError, subprocess.SubprocessError) as why:
            print("copydetect is not measured:", why, file=sys.stderr)
            return None
        (folder / "corpus").mkdir()
        for number, document in enumerate(documents):
            (folder / "corpus" / f"{number:04}.txt").write_text(document, "utf-8")
        (folder / "text.txt").write_text(text, "utf-8")
        (folder / "peer.py").write_text(PEER, "utf-8")
        command = [str(folder / "env" / "bin" / "python"), "peer.py", str(folder)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder, timeout=1800)
        return json.loads(done.stdout.splitlines()[-1])


def run():
    documents, text, copies = drawn()
    index, made = took(lambda: make_index(documents))
    exact, seconds = took(lambda: find_copied(text, index, RUN, near=False))
    found, near_seconds = took(lambda: find_copied(text, index, RUN))
    missing = [c for c in copies if not any(c in text[p.start : p.end] for p in found)]
    assert not missing, f"{len(missing)} of {len(copies)} passages were not found"
    runs, runs_made = took(lambda: plain_set(documents))
    same, plain = took(lambda: look_up(text, runs))
    assert same == covered(text, exact), "the plain search covers other words"
    part = " ".join(documents)[: sum(map(len, documents)) // 100]
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(part.split())
    matcher.set_seq1(text.split())
    _, slice_seconds = took(matcher.get_matching_blocks)
    megabytes = sum(map(len, documents)) / 1e6
    name = f"passages of {len(text) / 1000:.0f} kB in {megabytes:.0f} MB"
    rows = [
        row(f"{name}, word for word and near", round(near_seconds, 3), "s", 1),
        row("the one-time index of it", round(made, 2), "s", 15),
        row(
            f"{name}, word for word, beside a set of runs", round(seconds, 3), "s", 0.1, peer=round(plain, 3)
        ),
        row("index, beside that set", round(made, 2), "s", 0.5, peer=round(runs_made, 2)),
        row(
            f"{name}, beside difflib on a hundredth of it",
            round(near_seconds, 3),
            "s",
            10,
            peer=round(slice_seconds, 3),
        ),
    ]
    copied, all_seconds = took(lambda: find_copied(" ".join(documents)[: len(text)], index, RUN))
    assert sum(p.end - p.start for p in copied) > 0.99 * len(text), "a text that is all copied was not found"
    rows.append(row("the same for a text that is all copied", round(all_seconds, 3), "s", 1))
    one_word = make_index(["the " * 12_000] * round(megabytes * 1e6 / 48_000))
    _, one_seconds = took(lambda: find_copied("the " * (len(text) // 4), one_word, RUN))
    rows.append(row("the same where all is one word", round(one_seconds, 3), "s", 1))
    other = copydetect(documents, text)
    if other:
        rows.append(
            row(f"{name}, beside copydetect", round(near_seconds, 3), "s", 5, peer=round(other[1], 3))
        )
    return rows


if __name__ == "__main__":
    for figure in run():
        print(figure)
