from collections import Counter

import pytest

from privlessons.policy.classes import classify, heading_kinds, matches
from privlessons.policy.records import CLASSES, QUESTIONS, WORDS, Sentence
from privlessons.policy.shelf import load_firms, load_labelled

# Sentences of our own in the manner of real policies, none of them from the shipped ones.
OURS = [
    ("We obtain details about you from data brokers and other third parties.", {"collect"}),
    ("We use your information to run the service.", {"use"}),
    ("Unless you opt out, your chats help to train our language models.", {"train", "controls"}),
    ("Human reviewers look at a sample of conversations.", {"review"}),
    ("A small number of trained staff may read prompts that were flagged.", {"review"}),
    ("We disclose personal data to our affiliates and to law enforcement.", {"share"}),
    ("Personal data may be transferred to servers in the United States.", {"share"}),
    ("Deleted chats are removed from our systems within 30 days.", {"keep"}),
    ("We retain your data for as long as your account is open.", {"keep"}),
    ("You have the right to object to the processing of your data.", {"controls"}),
    ("To unsubscribe, use the link at the end of each mail.", {"controls"}),
    ("You must be at least 13 years old.", {"children"}),
    ("We will notify you of material changes to this policy.", {"changes"}),
    ("We take security seriously.", set()),
    ("Our parent company is in Oslo.", set()),
    ("Our employees receive training every year.", set()),
]


@pytest.mark.parametrize(("text", "kinds"), OURS)
def test_a_plain_sentence_has_its_classes_and_no_other(text, kinds):
    assert {m.kind for m in matches(text)} == kinds


@pytest.mark.parametrize(
    ("text", "not_said"),
    [
        ("We use the information that we collect to answer you.", "collect"),
        ("We keep what you type in our app store account.", "train"),
        ("You can object to the use of your data.", "use"),
        ("Keep your password secret.", "keep"),
    ],
)
def test_words_that_only_name_a_thing_do_not_count(text, not_said):
    assert not_said not in {m.kind for m in matches(text)}


def test_what_a_rule_matched_stands_in_the_sentence_with_its_reason():
    text = "We may share your chats with trusted partners."
    [first, *_] = [m for m in matches(text) if m.kind == "share"]
    assert text[first.start : first.end].startswith("share your chats with")
    assert first.rule == "gives it to others"


def test_an_item_has_the_classes_of_the_line_before_its_list():
    [item] = classify([Sentence("your name;", lead="We collect:", item=True)])
    assert item.kinds == ("collect",)
    assert "We collect:" in item.matches[0].rule


def test_a_heading_with_one_class_lends_it_where_no_rule_finds_anything():
    heading = ("4. How long we keep it", "The length depends.")
    [bare] = classify([Sentence("That depends on the kind of chat.", heading[:1])])
    [other] = classify([Sentence("We sell your data.", heading[:1])])
    assert bare.kinds == ("keep",)
    assert other.kinds == ("share",)


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("How we use your data", {"use"}),
        ("10. Changes to this Privacy Policy", {"changes"}),
        ("Children's privacy", {"children"}),
        ("Data retention", {"keep"}),
        ("Security", set()),
    ],
)
def test_headings_are_known(heading, kinds):
    assert heading_kinds(heading) == kinds


def test_every_class_has_a_word_and_a_question():
    assert set(WORDS) == set(QUESTIONS) == set(CLASSES)


def test_the_labelled_sentences_are_the_shipped_policies_sentences_in_order():
    for firm in load_firms():
        for version in firm.versions:
            labelled = [text for policy, text, _ in load_labelled() if policy == f"{firm.id}-{version}"]
            assert labelled == [s.text for s in firm.policy(version).sentences]


def test_the_rules_agree_with_our_labels_for_each_class():
    right, claimed, true = Counter(), Counter(), Counter()
    labels = iter(load_labelled())
    by_policy = {}
    for policy, text, kinds in labels:
        by_policy.setdefault(policy, []).append((text, kinds))
    for firm in load_firms():
        for version in firm.versions:
            judged = by_policy[f"{firm.id}-{version}"]
            for sentence, (_, kinds) in zip(firm.policy(version).sentences, judged, strict=True):
                claimed.update(sentence.kinds)
                true.update(kinds)
                right.update(set(kinds) & set(sentence.kinds))
    for kind in CLASSES:
        assert right[kind] >= 0.8 * claimed[kind], kind
        assert right[kind] >= 0.75 * true[kind], kind
