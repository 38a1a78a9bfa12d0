"""A real model on this machine, against a fake server: found, asked, and never anybody but loopback."""

import asyncio
import json

import pytest

from privlessons.local import real
from privlessons.local.real import RealModel, chat, running
from privlessons.local.watch import Watch
from privlessons.records import PlainError

MODELS = {"data": [{"id": "tiny:1b"}, {"id": "huge:120b-cloud"}, {"id": "other:cloud"}, {"id": 7}]}
SAYS = {"choices": [{"message": {"content": " Breathe out first. <b>"}}]}
asked = []


def plain(answer):
    body = json.dumps(answer).encode()
    return b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def chunked(answer):
    body = json.dumps(answer).encode()
    parts = (body[:5], body[5:])
    return (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts)
        + b"0\r\n\r\n"
    )


def with_server(act, answer=plain, models=MODELS, says=SAYS):
    """Run ``act()`` while a fake program listens where Ollama would."""

    async def served(reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = int(head.lower().partition("content-length:")[2].split()[0])
        asked.append((head.split()[1], await reader.readexactly(length)))
        writer.write(answer(says if "completions" in head else models))
        await writer.drain()
        writer.close()

    async def go():
        asked.clear()
        server = await asyncio.start_server(served, "127.0.0.1", 0)
        real.PORTS = {server.sockets[0].getsockname()[1]: "Ollama"}
        try:
            async with server:
                return await act()
        finally:
            server.close()

    return asyncio.run(go())


@pytest.fixture(autouse=True)
def _ports(monkeypatch):
    monkeypatch.setattr(real, "PORTS", {1: "Ollama"})  # nobody listens there
    monkeypatch.setattr(real, "LOOK", 0.5)
    monkeypatch.setattr(real, "ASK", 0.5)


def test_nobody_there_is_the_normal_state():
    assert asyncio.run(running()) == ()


@pytest.mark.parametrize("answer", [plain, chunked])
def test_a_model_is_found_and_asked_over_loopback_alone(answer):
    async def go():
        with Watch() as watch:
            [model] = await running()
            return model, await chat(model, "How do I ask for my money?"), watch

    model, words, watch = with_server(go, answer)
    assert (model.name, model.program) == ("tiny:1b", "Ollama")
    assert words == "Breathe out first. <b>"
    assert json.loads(asked[-1][1])["messages"][0]["content"] == "How do I ask for my money?"
    assert {address.partition(":")[0] for address in watch.seen.called} == {"127.0.0.1"}


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: b"",
        lambda _: b"SSH-2.0-OpenSSH\r\n\r\n",
        lambda _: b"HTTP/1.0 404 no\r\n\r\n{}",
        lambda _: b"HTTP/1.0 200 OK\r\n\r\n<html>",
        lambda _: b"HTTP/1.0 200 OK\r\n\r\n" + b"[" * 100_000,
        lambda _: b"HTTP/1.0 200 OK\r\n\r\n" + b" " * (real.LARGEST + 1),
        lambda _: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        lambda _: plain([]),
        lambda _: plain({"data": [1, None]}),
    ],
)
def test_another_program_at_that_door_is_no_model(answer):
    async def go():
        assert await running() == ()
        with pytest.raises(PlainError, match="no answer"):
            await chat(RealModel("x", "Ollama", next(iter(real.PORTS))), "hello")

    with_server(go, answer)


def test_an_empty_answer_is_none():
    async def go():
        [model] = await running()
        with pytest.raises(PlainError, match="no answer"):
            await chat(model, "hello")

    with_server(go, says={"choices": [{"message": {"content": " \n"}}]})


def test_no_other_port_is_called():
    with Watch() as watch, pytest.raises(PlainError):
        asyncio.run(chat(RealModel("x", "Ollama", 25), "hello"))
    assert watch.seen.called == ()
