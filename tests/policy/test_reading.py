import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privlessons.policy.blocks import blocks
from privlessons.policy.language import seems
from privlessons.policy.reading import LONGEST, read_policy, sentences_of
from privlessons.policy.shelf import load_firms
from privlessons.records import PlainError

BANNER = "We use cookies to make this better. Some cookies are needed. Accept all. Reject all."
GERMAN = (
    "Wir verarbeiten Ihre Daten, damit wir Ihnen den Dienst anbieten. Die Daten werden nicht an Dritte "
    "verkauft und nach dreißig Tagen gelöscht. Sie können der Verarbeitung widersprechen."
)
MARKDOWN = """\
# Our policy

1\\. What we collect
-------------------

We collect:

*   **Name:** your [name](https://example.org/a_(b)) and e-mail.
*   What you type.

**How we keep it**

We keep it for 30 days, e.g. in Acme Inc. files. We then delete it.
"""


def texts(policy):
    return [s.text for s in policy.sentences]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no policy in the box"),
        (" \n\t ", "no policy in the box"),
        ("We keep data.", "too short"),
        ("a" * 5_000_000, "too long: 5.0 million characters"),
        (BANNER, "cookie banner"),
        (GERMAN, "seems to be German"),
        ("我们收集您的个人信息，并将其用于改进我们的服务。" * 4 + " a b c d e f g h", "seems to be Chinese"),
        ("zxq wvu " * 30, "a language that we don't know"),
        ("The cat sat on the mat and it was in the sun for all of the day with a dog.", "None of our rules"),
        (b"%PDF-1.7 \x00", "not plain text"),
    ],
)
def test_what_is_no_english_policy_gets_one_clear_sentence(text, sentence):
    with pytest.raises(PlainError, match=re.escape(sentence)) as error:
        read_policy(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("French", "Nous collectons les données que vous nous donnez pour fournir le service et les offres."),
        ("Spanish", "Usamos los datos que usted nos da para prestar el servicio y para mejorar la calidad."),
        (
            "Italian",
            "Il titolare tratta i dati che gli utenti forniscono per il servizio e per la sicurezza.",
        ),
        (
            "Dutch",
            "Wij verwerken de gegevens die u ons geeft om de dienst te leveren en voor het.",
        ),
        (
            "Polish",
            "Zbieramy dane, które są nam podane, i używamy ich do tego, aby usługa się rozwijała oraz w.",
        ),
    ],
)
def test_other_languages_are_named(language, text):
    assert seems(text) == language


def test_markdown_becomes_headings_items_with_their_lead_and_sentences():
    policy = read_policy(MARKDOWN)
    assert texts(policy) == [
        "We collect:",
        "Name: your name and e-mail.",
        "What you type.",
        "We keep it for 30 days, e.g. in Acme Inc. files.",
        "We then delete it.",
    ]
    item, kept = policy.sentences[1], policy.sentences[3]
    assert (item.lead, item.item, item.section) == ("We collect:", True, ("Our policy", "1. What we collect"))
    assert kept.section[-1] == "How we keep it"


@pytest.mark.parametrize("body", ["<body>", ""])
def test_a_head_that_is_never_closed_hides_nothing(body):  # HTML lets both tags be left out
    said = "We share your data with all of the shops in town."
    page = f"<!doctype html><html><head><title>Our policy at a glance</title>{body}<p>{said}</p>"
    assert texts(read_policy(page)) == [said]


def test_a_page_is_read_without_its_scripts_styles_and_buttons():
    page = (
        "<!doctype html><html><head><title>x</title><style>p {color: red}</style></head><body>"
        "<script>alert('We sell your data to everyone.')</script><h2>Who gets it</h2>"
        "<p>We share your data with&nbsp;partners.<br>We keep it &lt;30 days.</p>"
        "<ul><li><p>We read your chats.</p></li></ul><button>We collect all</button>"
        "<img src=x onerror=alert(1)></body></html>"
    )
    policy = read_policy(page)
    assert texts(policy) == [
        "We share your data with partners.", "We keep it <30 days.", "We read your chats.",
    ]  # fmt: skip
    assert policy.sentences[0].section == ("Who gets it",)


def test_lines_of_plain_text_are_joined_where_they_go_on_and_short_ones_are_headings():
    text = (
        "Sharing your information\nWe may share the information that you give to us with firms that\n"
        "work for us.\nWe do not sell it.\n• partners\n• affiliates\n"
    )
    found = [(b.kind, b.text) for b in blocks(text)]
    assert found[:2] == [
        ("heading", "Sharing your information"),
        ("text", "We may share the information that you give to us with firms that work for us."),
    ]
    assert found[-2:] == [("item", "partners"), ("item", "affiliates")]


def test_links_of_a_table_of_contents_are_no_sentences_and_lend_no_heading():
    text = (
        "1. Sharing\n\n* [Sharing](#a)\n* [Keeping](#b)\n\nWelcome to our page, and thank you for coming by."
    )
    assert [b.kind for b in blocks(text)][-3:] == ["contents", "contents", "text"]
    with pytest.raises(PlainError, match="None of our rules"):
        read_policy(text)


def test_short_forms_end_no_sentence():
    paragraph = "We are in the U.S. Data goes to Acme Ltd. in York. Is it 3.5 days? Yes."
    assert list(sentences_of(paragraph)) == [
        "We are in the U.S. Data goes to Acme Ltd. in York.", "Is it 3.5 days?", "Yes.",
    ]  # fmt: skip


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=80), max_size=12).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused_in_one_sentence(noise):
    text = f"We collect the data that you give to us.\n{noise}"
    try:
        policy = read_policy(text)
    except PlainError:
        return
    for s in policy.sentences:
        assert s.text.strip()
        assert all(0 <= m.start <= m.end <= len(s.text) for m in s.matches)


@given(st.text("<>/!-p li\"'=a &;#x\n", max_size=200))
@settings(max_examples=100, deadline=None)
def test_broken_tags_never_raise_anything_but_a_sentence(noise):
    with suppress(PlainError):
        read_policy(f"<html><p>We collect your data and we keep it for a year.</p>{noise}")


def test_every_shipped_policy_is_read_and_the_longest_paste_is_longer_than_any_of_them():
    for firm in load_firms():
        for version in firm.versions:
            assert firm.policy(version).words > 200
    assert LONGEST > 500_000


def test_a_text_without_an_end_is_cut_so_that_the_rules_stay_quick():
    policy = read_policy("we may share your data with the partners and " * 500)
    assert max(len(s.text) for s in policy.sentences) <= 2_000
    assert policy.words == 500 * 9
