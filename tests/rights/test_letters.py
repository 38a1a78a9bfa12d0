from datetime import date
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser

import pytest
from tests.prose import grade

from privlessons.records import PlainError
from privlessons.rights.letters import letter
from privlessons.rights.outputs import as_eml, as_page, as_text, file_stem
from privlessons.rights.places import OFFERED
from privlessons.rights.standing import KINDS

TODAY = date(2026, 11, 25)
HOSTILE = [
    "{{7*7}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "=cmd()",
    "<script>alert(1)</script>",
    "José Ñandú, Ph.D.",
    "محمد بن علي",
    '"Quoted" <x@example.org>',
    "张伟; drop",
]


def written(kind="erasure", place="DE", name="Mika Tarn", **more):
    return letter(kind, "ChatGPT", place, name, today=TODAY, **more)


@pytest.mark.parametrize("place", OFFERED)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_is_plain_and_threatens_nobody(kind, place):
    made = written(kind, place, email="mika@example.org")
    assert grade(made.body) <= 9
    assert "fine" not in made.body.lower().split()
    assert "{" not in made.body
    assert made.mark in ("a right here", "only a request")
    assert made.standing.why
    assert ("I know of no law" in made.body) <= (made.mark == "only a request")


@pytest.mark.parametrize(
    ("kind", "place", "mark"),
    [
        ("objection", "US-CA", "only a request"),
        ("access", "US-CA", "a right here"),
        ("withdrawal", "US-CA", "only a request"),
        ("objection", "IE", "a right here"),
        ("withdrawal", "GB-SCT", "a right here"),
        ("erasure", "CA", "only a request"),
        ("correction", "CA-QC", "a right here"),
        ("access", "IN", "only a request"),
        ("erasure", "US", "only a request"),
        ("complaint", "BR", "a right here"),
        ("access", "other", "only a request"),
    ],
)
def test_a_letter_says_if_it_is_a_right_there(kind, place, mark):
    assert written(kind, place).mark == mark


def test_a_right_that_is_not_yet_in_force_becomes_one_on_its_day():
    assert letter("erasure", "X", "IN", "Mika", today=date(2027, 5, 14)).mark == "a right here"


def test_a_complaint_goes_to_the_authority_and_in_the_uk_first_to_the_company():
    assert "data protection authority" in written("complaint", "DE").to
    assert written("complaint", "GB-ENG").to == "OpenAI"
    assert written("complaint", "DE").address == ""


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_typed_stays_the_same_text_everywhere(typed):
    made = written(name=typed, details=f"Because {typed}")
    assert made.body.rstrip().endswith(typed)
    assert typed in as_text(made)
    mail = message_from_bytes(as_eml(written(name=typed, email="me@example.org")), policy=default)
    assert mail["From"].addresses[0].display_name == typed
    assert [a.addr_spec for a in mail["From"].addresses] == ["me@example.org"]
    assert typed in mail.get_content()

    class Words(HTMLParser):
        said, tags = "", ()

        def handle_data(self, data):
            self.said += data

        def handle_starttag(self, tag, attrs):
            self.tags += (tag,)

    page = Words()
    page.feed(as_page(made))
    assert page.said.count(typed) == 3
    assert "script" not in page.tags


@pytest.mark.parametrize("place", ["name", "email", "address"])
@pytest.mark.parametrize("broken", ["a@example.org\r\nBcc: b@example.org", "a@example.org\nX: y", "a\u2028b"])
def test_a_line_break_in_a_header_is_refused(place, broken):
    with pytest.raises(PlainError):
        written(**{place: broken})


def test_a_line_break_in_a_services_name_is_refused():
    with pytest.raises(PlainError, match="one line"):
        letter("access", "A\r\nBcc: x@example.org", "DE", "Mika", today=TODAY)


@pytest.mark.parametrize(
    "email", ["mika", "a@b@c.example", "x@example.org, y@example.org", "<x@example.org>"]
)
def test_what_is_no_address_is_refused(email):
    with pytest.raises(PlainError, match="no mail address"):
        written(email=email)


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_is_needed_and_may_not_be_endless(name):
    with pytest.raises(PlainError):
        written(name=name)


def test_marks_that_turn_all_following_text_are_left_out():
    assert "\u202e" not in as_text(written(name="Mika\u202e nraT"))


def test_a_tab_still_parts_two_words():
    made = written(name="Mika\tTarn", details="one\ttwo")
    assert "Mika Tarn" in made.body
    assert "one two" in made.body


def test_a_draft_opens_as_one_to_be_sent_to_the_address_we_know():
    mail = message_from_bytes(as_eml(written(email="mika@example.org")), policy=default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "dsar@openai.com"
    assert "erase" in mail["Subject"]


def test_no_line_of_a_draft_is_longer_than_mail_allows():
    raw = as_eml(written(details="word " * 700))
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert "word " * 699 in message_from_bytes(raw, policy=default).get_content()


def test_a_files_name_is_harmless_whatever_the_service_is_called():
    made = letter("access", "../../Ünï: <b>", "DE", "Mika", today=TODAY)
    assert file_stem(made) == "access-uni-b-2026-11-25"
    assert file_stem(letter("access", "张伟", "DE", "Mika", today=TODAY)) == "access-service-2026-11-25"


def test_california_gets_the_sale_opt_out_that_it_does_have():
    assert "1798.120" in written("objection", "US-CA").body
    assert "1798.120" not in written("objection", "DE").body
