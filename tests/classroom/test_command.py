"""``privlessons class``: what it prints, whom it lets in, and that no confirmed answer is lost."""

import asyncio
import json
import signal
import subprocess
import sys

import pytest
from tests.classroom.board import Person
from tests.classroom.running import class_board
from tornado.httpclient import HTTPClientError

QUESTION = "Really?"


async def asked(running):
    """Ask a question as the teacher; return its number."""
    teacher = Person(running.url)
    await teacher.ask(running.teacher.removeprefix(running.url))
    await teacher.open(f"/teach/{running.code}")
    await teacher.send(f"/teach/{running.code}/ask", own=QUESTION)
    page = await Person(running.url).open(f"/r/{running.code}")
    return int(page.text.partition('data-question="')[2].partition('"')[0])


def test_it_listens_for_this_computer_only_and_says_so(tmp_path):
    with class_board(tmp_path) as running:
        assert running.url.startswith("http://127.0.0.1:")
        assert "Only this computer" in running.printed
        assert "█" in running.printed  # the QR code


def test_opening_it_to_the_network_says_what_that_means(tmp_path):
    with class_board(tmp_path, "--host", "0.0.0.0") as running:
        assert "everybody in this network" in running.printed
        assert "0.0.0.0" not in running.join


def test_ctrl_c_ends_it_quietly_while_somebody_watches(tmp_path):
    async def watch(running):
        guest = Person(running.url)
        await guest.open(f"/r/{running.code}")
        host, port = running.url.removeprefix("http://").split(":")
        read, write = await asyncio.open_connection(host, int(port))
        cookie = f"board_guest={guest.cookies['board_guest']}"
        write.write(f"GET /r/{running.code}/live HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n".encode())
        await read.readuntil(b"data: ")
        running.process.send_signal(signal.SIGINT)
        await asyncio.wait_for(read.read(), 30)

    with class_board(tmp_path) as running:
        asyncio.run(watch(running))
        assert running.process.wait(20) == 130
        assert not running.process.stderr.read().strip()


def test_a_started_again_board_has_the_same_room_and_a_new_key(tmp_path):
    with class_board(tmp_path) as first:
        pass
    with class_board(tmp_path) as second:
        assert second.code == first.code
        assert second.teacher.rpartition("/")[2] != first.teacher.rpartition("/")[2]
    with class_board(tmp_path, "--new") as third:
        assert third.code != first.code


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--port", "70000"], "no port number"),
        (["--questions", "/no/such/file"], "one question a line"),
        (["--store", "nonsense"], "can't be opened"),
        (["--host", "192.0.2.1"], "can't listen"),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path, monkeypatch, options, words):
    monkeypatch.setenv("PRIVLESSONS_HOME", str(tmp_path))
    command = [sys.executable, "-m", "privlessons", "class", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_one_sentence(tmp_path):
    with class_board(tmp_path / "a") as running:
        port = running.url.rpartition(":")[2]
        with pytest.raises(AssertionError, match="can't listen"), class_board(tmp_path / "b", port=port):
            pass


async def _crowd(running, question, people, confirmed):
    """Let people answer until the board is killed in the middle; note what each was told is stored."""
    enough = len(confirmed) + 15

    async def one(name, person):
        try:
            if not person.cookies:
                await person.open(f"/r/{running.code}")
            word = "yes" if name % 3 else "no"
            told = await person.send(f"/r/{running.code}", answer=word, question=question)
        except (OSError, HTTPClientError):
            return
        if told.code == 200:
            confirmed[name] = json.loads(told.text)["sent"]
        if len(confirmed) >= enough:
            running.process.kill()

    await asyncio.gather(*(one(name, person) for name, person in people.items()))


@pytest.mark.slow
def test_no_confirmed_answer_is_lost_when_the_board_is_killed_ten_times(tmp_path):
    confirmed, people, kills, port, question = {}, {}, 0, 0, None
    for turn in range(10):
        with class_board(tmp_path, port=port) as running:
            port = running.url.rpartition(":")[2]
            question = question or asyncio.run(asked(running))
            people |= {name: Person(running.url) for name in range(60 * turn, 60 * turn + 60)}
            fresh = {name: person for name, person in people.items() if name not in confirmed}
            asyncio.run(_crowd(running, question, fresh, confirmed))
            assert running.process.wait(20) == -signal.SIGKILL
            kills += 1
    assert kills == 10
    assert len(confirmed) >= 150
    with class_board(tmp_path, port=port) as running:

        async def kept():
            pages = {}
            for name in confirmed:
                pages[name] = (await people[name].open(f"/r/{running.code}")).text
            return pages

        pages = asyncio.run(kept())
    lost = [name for name, word in confirmed.items() if f'data-sent="{word}"' not in pages[name]]
    assert not lost
