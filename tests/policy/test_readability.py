import pytest
import textstat

from privlessons.policy.readability import grade, minutes, syllables
from privlessons.policy.shelf import load_firms


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("we", 1), ("data", 2), ("policy", 3), ("shared", 1), ("stored", 1), ("deleted", 3), ("use", 1),
        ("service", 2), ("information", 4), ("privacy", 3), ("provide", 2), ("services", 3), ("people", 2),
        ("the", 1), ("being", 2), ("create", 2), ("e", 1), ("various", 3), ("don't", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


@pytest.mark.parametrize("firm", load_firms(), ids=lambda f: f.id)
def test_the_grade_is_close_to_textstats(firm):
    sentences = [s.text.rstrip(";:.") + "." for s in firm.policy().sentences]
    assert grade(sentences) == pytest.approx(textstat.flesch_kincaid_grade("\n".join(sentences)), abs=1.3)


def test_long_words_and_long_sentences_raise_the_grade():
    assert grade(["We keep it for a day."]) < 2
    assert (
        grade(["Notwithstanding contractual obligations, retention considerations necessitate archival."])
        > 15
    )
    assert grade([]) == grade(["…"]) == 0


def test_minutes_are_words_over_speed():
    assert minutes(2380) == 10
    assert minutes(600, 300) == 2
