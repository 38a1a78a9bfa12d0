"""The small line lets in nobody but its own client, and is gone after each run."""

import asyncio
from contextlib import suppress

import pytest

from privlessons.wire.loopback import HERE, SERVICE, line
from privlessons.wire.seals import make_certificate


async def far_end(path, body, writer):
    writer.write(b"HTTP/1.1 200 OK\r\n\r\nread " + body)


async def knock(port, said):
    """Come as a stranger; return what is answered."""
    reader, writer = await asyncio.open_connection(HERE, port)
    try:
        writer.write(said)
        return await asyncio.wait_for(reader.read(-1), 5)
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize("door", ["far", "tap"])
def test_a_stranger_is_refused_at_both_doors_even_with_the_right_word(door):
    async def run():
        async with line(far_end) as made:
            said = made.head("message", b"hello") + b"hello"
            answered = await knock(made.ports[door], said)
            own = await made.ask("message", b"mine")
            return answered, made.refused, own

    answered, refused, own = asyncio.run(run())
    assert (answered, refused) == (b"", 1)
    assert own.endswith(b"read mine")


def test_the_own_client_with_a_wrong_word_is_refused():
    async def run():
        async with line(far_end) as made:
            right, made.word = made.word, "x" * len(made.word)
            told = made.head("message", b"")
            made.word = right
            made.head = lambda path, body: told
            return await made.ask("message")

    assert asyncio.run(run()).startswith(b"HTTP/1.1 403")


@pytest.mark.parametrize("certificate", [None, make_certificate(SERVICE)])
def test_nobody_listens_any_more_after_a_run_nor_after_an_error(certificate):
    async def run(fails):
        with suppress(KeyError):
            async with line(far_end, certificate) as made:
                ports = made.ports
                await made.ask("message", b"hello")
                {False: 0}[fails]  # a KeyError
        for port in ports.values():
            with pytest.raises(ConnectionRefusedError):
                await asyncio.open_connection(HERE, port)
        return {task for task in asyncio.all_tasks() if task is not asyncio.current_task()}

    assert asyncio.run(run(fails=False)) == set()
    assert asyncio.run(run(fails=True)) == set()


def test_it_listens_on_loopback_only():
    async def run():
        async with line(far_end) as made:
            return {server.sockets[0].getsockname()[0] for server in made._servers.values()}

    assert asyncio.run(run()) == {"127.0.0.1"}


@pytest.mark.parametrize(
    "said", [b"", b"GET /\r\n\r\n", b"POST /x HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", b"\x00" * 70_000]
)
def test_what_is_no_request_gets_no_answer(said):
    async def run():
        async with line(far_end) as made:
            made.head = lambda path, body: said
            try:
                async with asyncio.timeout(0.5):
                    return await made.ask("message")
            except (TimeoutError, ConnectionError):
                return b""

    assert asyncio.run(run()) == b""
