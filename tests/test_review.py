"""What the report says of a trail. All people are invented."""

from datetime import UTC, datetime

import pytest

from privlessons.exports import read_export
from privlessons.masks import DOTS
from privlessons.records import Again, Chat, Message, Trail
from privlessons.review import Review
from privlessons.sample_export import make_sample, sample_chats

TYPED = [
    "hi my name is mika, mail me at mika@example.com",
    "my sister Josie is at josie@example.org, write to josie@example.org",
    "call 07700 900321 after lunch",
]


def trail(*texts, answers=("Fine.",), owner=(), copies=1):
    typed = [
        Message("person", text, datetime(2026, 3, 1 + i % 20, tzinfo=UTC)) for i, text in enumerate(texts)
    ]
    chat = Chat("c", "For josie@example.org", (*typed, *(Message("assistant", text) for text in answers)))
    return Trail("ChatGPT", Again(lambda: iter([chat] * copies)), owner=owner)


def reviewed(some, **more):
    review = Review(some, **more)
    list(review.run())
    return review.report()


def test_messages_and_days_are_counted():
    report = reviewed(trail(*TYPED), names=False)
    assert (report.chats, report.typed, report.answers, report.taken_back) == (1, 3, 1, 0)
    assert (report.first.day, report.last.day) == (1, 3)
    assert report.finished


def test_findings_are_counted_by_kind():
    counts = reviewed(trail(*TYPED), names=False).counts
    assert counts["EMAIL_ADDRESS"] == 3
    assert counts["PHONE_NUMBER"] == 1
    assert list(counts.values()) == sorted(counts.values(), reverse=True)


def test_other_peoples_details_are_told_from_the_writers():
    others = reviewed(trail(*TYPED, owner=["mika@example.com"]), names=False).others
    assert others["EMAIL_ADDRESS"] == (2, 1)
    assert others["PHONE_NUMBER"] == (1, 1)


def test_no_value_is_shown_unmasked():
    report = reviewed(trail(*TYPED, answers=["Shall I write to josie@example.org?"]))
    everything = repr(report)
    for secret in ("josie@", "mika@", "900321", "Josie"):
        assert secret not in everything
    assert report.examples["EMAIL_ADDRESS"] == ("jo••••rg", "mi••••om")
    assert report.fullest[0].title == "For jo••••rg"
    assert all(DOTS in value for values in report.examples.values() for value in values)


def test_answers_are_counted_apart():
    report = reviewed(trail("hello", answers=["Write to ida@example.org"]), names=False)
    assert report.counts == {}
    assert report.in_answers == {"EMAIL_ADDRESS": 1}
    assert report.answers_read == 1


def test_names_need_the_language_model_and_a_better_look_counts_nothing_twice():
    some = trail("Ida Fenn wrote to ida@example.org from Manchester", copies=3)
    without, with_names = reviewed(some, names=False), reviewed(some)
    assert without.named == 0
    assert with_names.named == with_names.typed == 3
    assert with_names.counts["EMAIL_ADDRESS"] == without.counts["EMAIL_ADDRESS"] == 3
    assert with_names.counts["PERSON"] == 3
    assert with_names.counts["LOCATION"] == 3


def test_a_sample_is_as_large_as_asked_random_and_the_same_for_the_same_seed():
    some = trail(*[f"mail {i}@example.org" for i in range(300)])

    def sampled(seed):
        review = Review(some, sample=20, rest=False, seed=seed)
        list(review.run())
        return [said.number for said in review._sample.values()]

    assert len(sampled(1)) == 20
    assert sampled(1) == sampled(1) != sampled(2)
    assert max(sampled(1)) > 150
    assert reviewed(some, sample=20, rest=False).named == 20
    assert reviewed(some, sample=20, rest=False).counts["EMAIL_ADDRESS"] == 300


def test_the_rest_after_the_sample_covers_each_message_once():
    some = trail(*[f"Ida Fenn and mail {i}@example.org" for i in range(90)])
    report = reviewed(some, sample=7)
    assert report.named == 90
    assert report.counts["EMAIL_ADDRESS"] == 90


def test_stages_come_in_order_and_each_share_rises_to_one():
    some = trail(*["mail a@example.org"] * 300, answers=["ok"] * 300)
    steps = list(Review(some, sample=100).run())
    assert list(dict.fromkeys(step.stage for step in steps)) == ["typed", "sample", "rest", "answers"]
    for stage in ("sample", "rest"):
        shares = [step.share for step in steps if step.stage == stage]
        assert shares == sorted(shares)
        assert shares[-1] == 1
        assert all(0 <= share <= 1 for share in shares)
    assert any(step.seconds_left for step in steps)


def test_stopping_keeps_the_report_so_far():
    review = Review(trail(*["mail a@example.org"] * 1000))
    work = review.run()
    next(work)
    work.close()
    report = review.report()
    assert not report.finished
    assert 0 < report.counts["EMAIL_ADDRESS"] < 1000
    assert report.named == 0


def test_a_very_long_message_is_looked_at_in_pieces_and_counted_as_one():
    report = reviewed(trail("word " * 5_000 + "mail a@example.org"))
    assert report.counts["EMAIL_ADDRESS"] == 1
    assert report.named == report.typed == 1


@pytest.mark.parametrize("names", [True, False])
def test_a_trail_without_a_typed_word_gives_a_report(names):
    report = reviewed(trail(answers=["hi"]), names=names)
    assert (report.typed, report.counts, report.others) == (0, {}, {})


def test_what_was_skipped_and_what_cannot_be_seen_is_said():
    report = reviewed(read_export(make_sample()), names=False)
    assert "miss most names" in report.limits
    some = trail("hi")
    some.skipped.append("One chat was left out.")
    assert reviewed(some).skipped == ("One chat was left out.",)
    assert "language model" in reviewed(some).limits


def test_the_made_up_export_gives_a_full_report():
    report = reviewed(read_export(make_sample()), names=False)
    chats = list(sample_chats())
    assert report.chats == len(chats)
    assert report.taken_back == sum(message.taken_back for chat in chats for message in chat.messages) > 0
    assert len(report.fullest) == 5
    assert report.others
