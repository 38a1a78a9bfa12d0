"""The board over HTTP: what works, and what guests who mean harm get."""

import asyncio
import json
import logging

import pytest
from tests.classroom.board import QUESTION, Person, in_class


def test_a_guest_answers_and_a_repeat_sends_the_first_word(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest = await teacher.guest()
        first = await teacher.answer(guest, question, "yes")
        again = await teacher.answer(guest, question, "no")
        assert [json.loads(a.text) for a in (first, again)] == [{"sent": "yes"}] * 2
        page = await guest.open(f"/r/{teacher.room.code}")
        assert 'data-sent="yes"' in page.text
        assert teacher.board.store.tallies(teacher.room.id)[0].answered == 1

    in_class(tmp_path, act)


def test_answering_works_without_a_script(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest = await teacher.guest()
        answer = await teacher.answer(guest, question, "no", accept="text/html")
        assert answer.code == 302
        assert "Stored." in (await guest.open(answer.headers["Location"])).text

    in_class(tmp_path, act)


def test_nothing_shows_below_20_and_the_next_result_comes_with_ten_more(tmp_path):
    async def act(teacher):
        question, seen = await teacher.put(), []
        for i in range(32):
            guest = await teacher.guest()
            assert (await teacher.answer(guest, question, "yes" if i % 2 else "no")).code == 200
            await teacher.board.live.at_once(teacher.room.code)
            last = (await teacher.picture())["questions"][-1]
            assert last["answered"] == i + 1
            seen.append((last["people"], last["share"]))
        assert seen[:19] == [(0, None)] * 19
        assert [people for people, _ in seen[19:]] == [20] * 10 + [30] * 3
        assert len({share for people, share in seen if people == 20}) == 1
        page = (await teacher.open(teacher.page)).text
        assert "first 30 answers" in page
        assert "95 of 100" in page

    in_class(tmp_path, act)


def test_a_question_with_script_is_escaped_on_both_pages(tmp_path):
    async def act(teacher):
        await teacher.put("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>?")
        guest = await teacher.guest()
        for page in (await guest.open(f"/r/{teacher.room.code}"), await teacher.open(teacher.page)):
            assert "<script>alert" not in page.text
            assert "<img" not in page.text
            assert "&lt;script&gt;" in page.text
            assert "script-src 'self'" in page.headers["Content-Security-Policy"]

    in_class(tmp_path, act)


@pytest.mark.parametrize("word", ["", "maybe", "YES", "<script>", "1", "yes,no"])
def test_an_answer_other_than_yes_or_no_is_refused(tmp_path, word):
    async def act(teacher):
        question = await teacher.put()
        answer = await teacher.answer(await teacher.guest(), question, word)
        assert answer.code == 400
        assert teacher.board.store.tallies(teacher.room.id)[0].answered == 0

    in_class(tmp_path, act)


def test_forged_answers_are_refused(tmp_path):
    async def act(teacher):
        question, code = await teacher.put(), teacher.room.code
        other = teacher.board.store.new_room()
        stranger, elsewhere = await teacher.guest(), Person(teacher.url)
        genuine = stranger.cookies["board_guest"]
        del stranger.cookies["board_guest"]
        assert (await teacher.answer(stranger, question)).code == 403
        stranger.cookies["board_guest"] = "made-up"
        assert (await teacher.answer(stranger, question)).code == 403
        stranger.cookies["board_guest"] = genuine[:-3] + "000"
        assert (await teacher.answer(stranger, question)).code == 403
        # A guest of another room, in this one.
        await elsewhere.open(f"/r/{other.code}")
        elsewhere.xsrf, elsewhere.cookies["board_xsrf"] = stranger.xsrf, stranger.cookies["board_xsrf"]
        assert (await elsewhere.send(f"/r/{code}", answer="yes", question=question)).code == 403
        guest = await teacher.guest()
        for number in (question + 1, 0, 999_999_999):
            assert (await teacher.answer(guest, number)).code == 409
        for number in ("", "-1", "1e3", "٣", "9" * 40, "1 or 1=1"):
            assert (await teacher.answer(guest, number)).code == 400
        assert teacher.board.store.tallies(teacher.room.id)[0].answered == 0

    in_class(tmp_path, act)


def test_a_request_from_another_site_is_refused(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest = await teacher.guest()
        guest.xsrf = ""
        assert (await teacher.answer(guest, question)).code == 403
        teacher.xsrf = "0" * 32
        for what in ("ask", "close", "erase"):
            assert (await teacher.send(f"{teacher.page}/{what}", own="Mine?", sure="yes")).code == 403
        assert len((await teacher.picture())["questions"]) == 1

    in_class(tmp_path, act)


def test_the_teachers_pages_open_for_the_teacher_only(tmp_path):
    async def act(teacher):
        await teacher.put()
        other = teacher.board.store.new_room()
        guest = await teacher.guest()
        for path in ("", "/live", "/totals.csv"):
            assert (await guest.ask(teacher.page + path)).code == 403
            assert (await teacher.ask(f"/teach/{other.code}{path}")).code == 403
        guest.cookies["board_teacher"] = guest.cookies["board_guest"]
        assert (await guest.ask(teacher.page)).code == 403
        for what in ("ask", "close", "erase"):
            assert (await guest.send(f"{teacher.page}/{what}", own="Mine?", sure="yes")).code == 403
        assert (await guest.ask("/t/guessed")).code == 404

    in_class(tmp_path, act)


def test_wrong_codes_are_limited_and_guests_who_are_in_go_on(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest, snoop = await teacher.guest(), Person(teacher.url)
        codes = [(await snoop.ask(f"/r/WRONG{i}")).code for i in range(40)]
        assert codes == [404] * 30 + [429] * 10
        assert (await snoop.ask(f"/r/{teacher.room.code}")).code == 429
        assert (await snoop.ask("/t/guessed")).code == 429
        assert (await teacher.answer(guest, question)).code == 200

    in_class(tmp_path, act)


def test_an_oversized_body_is_cut_off(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest = await teacher.guest()
        answer = await teacher.answer(guest, question, "yes" * 50_000)
        assert answer.code in (400, 413, 599)
        assert (await teacher.answer(guest, question)).code == 200

    in_class(tmp_path, act)


def test_no_log_holds_an_address_a_code_or_a_secret(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)

    async def act(teacher):
        question = await teacher.put()
        guest = await teacher.guest()
        await teacher.answer(guest, question)
        await guest.ask("/r/WRONG1")
        await guest.ask("/nowhere")
        teacher.board.live.picture = None  # a fault in the board itself
        assert (await guest.ask(f"/r/{teacher.room.code}")).code == 500
        return teacher.room.code, teacher.secret

    code, secret = in_class(tmp_path, act)
    ours = [r for r in caplog.records if r.name.startswith(("privlessons", "tornado"))]
    said = "\n".join(r.getMessage() for r in ours)
    assert "TypeError" in said
    for word in ("127.0.0.1", code, secret):
        assert word not in said


def test_a_full_disk_is_told_and_the_same_word_can_be_sent_again(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest, store = await teacher.guest(), teacher.board.store
        real = store._record
        from sqlalchemy.exc import OperationalError

        def full(answers):
            raise OperationalError("insert", {}, Exception("database or disk is full"))

        store._record = full
        answer = await teacher.answer(guest, question, "no")
        assert answer.code == 503
        assert "does not count" in answer.text
        store._record = real
        assert json.loads((await teacher.answer(guest, question, "no")).text) == {"sent": "no"}

    in_class(tmp_path, act)


def test_a_room_closes_exports_and_is_erased(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        for _ in range(20):
            await teacher.answer(await teacher.guest(), question)
        guest = await teacher.guest()
        assert (await teacher.send(f"{teacher.page}/close")).code == 302
        assert (await teacher.answer(guest, question)).code == 409
        table = (await teacher.ask(f"{teacher.page}/totals.csv")).text
        assert f"{QUESTION},20,20,20,100" in table
        kept = await teacher.send(f"{teacher.page}/erase", accept="text/html")
        assert kept.code == 400
        assert "tick the box" in kept.text
        gone = await teacher.send(f"{teacher.page}/erase", sure="yes")
        assert "erased" in gone.text
        assert (await guest.ask(f"/r/{teacher.room.code}")).code == 404
        assert (await teacher.ask(teacher.page)).code == 403

    in_class(tmp_path, act)


def test_a_bad_question_is_told_in_one_sentence(tmp_path):
    async def act(teacher):
        await teacher.enter()
        page = await teacher.send(f"{teacher.page}/ask", own="x" * 201, accept="text/html")
        assert page.code == 400
        assert "at most 200" in page.text

    in_class(tmp_path, act)


def test_viewers_see_news_without_asking_again(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        guest, news = await teacher.guest(), []
        seen = asyncio.Event()

        def chunk(data):
            news.append(data.decode())
            if '"answered": 1' in data.decode():
                seen.set()

        watching = asyncio.ensure_future(guest.ask(f"/r/{teacher.room.code}/live", streaming_callback=chunk))
        await teacher.answer(guest, question)
        await asyncio.wait_for(seen.wait(), 30)
        assert "sent" not in "".join(news)
        stranger = Person(teacher.url)
        assert (await stranger.ask(f"/r/{teacher.room.code}/live")).code == 403
        watching.cancel()

    in_class(tmp_path, act)


def test_a_guest_that_never_ends_its_request_keeps_nobody_waiting(tmp_path):
    async def act(teacher):
        question = await teacher.put()
        host, port = teacher.url.removeprefix("http://").split(":")
        slow = [await asyncio.open_connection(host, int(port)) for _ in range(50)]
        for _, write in slow:
            write.write(b"POST /r/X HTTP/1.1\r\nContent-Length: 100\r\n\r\nansw")
        assert (await teacher.answer(await teacher.guest(), question)).code == 200
        for _, write in slow:
            write.close()

    in_class(tmp_path, act)
