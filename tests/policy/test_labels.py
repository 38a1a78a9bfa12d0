import pytest

from privlessons.activities.policy.views import badge
from privlessons.policy import label_policy, read_policy
from privlessons.policy.checklist import checklist
from privlessons.policy.labels import stance
from privlessons.policy.puzzle import ASKED, puzzle
from privlessons.policy.records import CLASSES
from privlessons.policy.shelf import load_firms

FIRMS = {firm.id: firm for firm in load_firms()}


def rows(name):
    return {row.kind: row for row in label_policy(FIRMS[name].policy()).rows}


def test_the_short_policy_leaves_three_questions_open():
    assert label_policy(FIRMS["tollwick"].policy()).not_said == ("train", "review", "keep")
    assert label_policy(FIRMS["glowmoth"].policy()).not_said == ("children",)
    assert label_policy(FIRMS["brambleby"].policy()).not_said == ()


def test_an_answer_shows_a_sentence_about_it_and_counts_them():
    for name, firm in FIRMS.items():
        for kind, row in rows(name).items():
            about = [s for s in firm.policy().sentences if kind in s.kinds]
            assert row.count == len(about)
            assert (row.sentence in about) if about else (row.sentence is None)
            assert 0 <= row.open <= row.count


def test_a_badge_fits_the_sentence_that_is_shown_beside_it():
    assert rows("glowmoth")["review"].open < rows("glowmoth")["review"].count
    assert "leaves room" in badge(rows("glowmoth")["review"])
    assert "it says so" in badge(rows("tollwick")["collect"])


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("We never sell your data.", "share", "no"),
        ("We do not use your chats to train our models.", "train", "no"),
        ("We cannot use your chats to train our models.", "train", "no"),
        ("Our staff can’t read your chats.", "review", "no"),
        ("We do not train our models on your chats unless you agree.", "train", "only if"),
        ("We train our models on your chats if you switch this on.", "train", "only if"),
        ("We train our models on your chats.", "train", "yes"),
        ("We do not sell data, but we share it with partners.", "share", "no"),
        ("Nobody reads your chats.", "review", "no"),
        ("We keep it not only for a week.", "keep", "yes"),
    ],
)
def test_a_sentence_says_yes_no_or_only_if(text, kind, said):
    [sentence] = read_policy(f"{text} And so it is for you and for all of us.").sentences[:1]
    assert kind in sentence.kinds
    assert stance(sentence, kind) == said


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Do we sell your data? No, we do not sell it to anyone.", "share", "no"),
        ("Do we train our models on your chats? No. We never do that.", "train", "no"),
        ("Do we train our models on your chats? Yes. You can stop it.", "train", "yes"),
        ("# Do we share your data?\n\nNo.\n\n# More", "share", "no"),
        ("# Do we share your data?\n\nYes.\n\n# More", "share", "yes"),
    ],
)
def test_a_question_says_what_its_answer_says(text, kind, said):
    policy = read_policy(f"{text}\n\nAnd so it is for you and for all of us.")
    [row] = [row for row in label_policy(policy).rows if row.kind == kind]
    assert row.said == said


def test_the_checklist_ranks_the_honest_firm_first_and_knows_what_is_not_said():
    met = {name: [p.met for p in checklist(firm.policy())] for name, firm in FIRMS.items()}
    assert met["brambleby"] == [True] * 10
    assert met["tollwick"][:3] == [None] * 3
    assert met["glowmoth"][0] is False
    for firm in FIRMS.values():
        for point in checklist(firm.policy()):
            assert point.sentence is None or point.sentence in firm.policy().sentences


@pytest.mark.parametrize(
    ("text", "point", "met"),
    [
        ("You can delete your data.", "You can delete", True),
        ("You cannot delete your data.", "You can delete", None),
        ("Can you delete your data? No.", "You can delete", None),
        ("You have no right to erase your data.", "You can delete", None),
        ("You can delete your chats, but you cannot delete our logs of them.", "You can delete", True),
        ("See your rights in our settings.", "You can get a copy", None),
        ("You can see all of your data in our settings.", "You can get a copy", True),
        ("We tell you before we change this policy.", "It tells you", True),
        ("We do not notify you of changes to this policy in advance.", "It tells you", False),
        ("You must be at least sixteen years old.", "It says how old", True),
        ("Our service is not for children.", "It says how old", False),
    ],
)
def test_the_checklist_heeds_a_not_and_an_age_in_words(text, point, met):
    policy = read_policy(f"{text} And so it is for you and for all of us.")
    [found] = [one for one in checklist(policy) if one.words.startswith(point)]
    assert found.met is met


@pytest.mark.parametrize("name", FIRMS)
@pytest.mark.parametrize("kind", CLASSES)
def test_a_puzzle_has_one_right_answer_at_most(name, kind):
    made = puzzle(FIRMS[name].policy(), kind)
    about = [kind in s.kinds for s in made.sentences]
    assert sum(about) == (made.right is not None)
    assert len(made.sentences) == 4
    if made.right is not None:
        assert about[made.right]


def test_the_puzzle_on_training_offers_the_sentence_that_many_take_for_an_answer():
    made = puzzle(FIRMS["tollwick"].policy(), ASKED[1])
    assert made.right is None
    assert "improve our service" in made.sentences[0].text
