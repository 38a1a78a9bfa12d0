"""A class board in this process, and guests and teachers that speak HTTP with it."""

import asyncio
import json
import re
from contextlib import asynccontextmanager
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from privlessons.classroom.questions import questions
from privlessons.classroom.service import BoardService, serve
from privlessons.classroom.store import Store

QUESTION = "Have you ever said <b>please</b> to a chatbot?"


class Person:
    """Somebody with a browser: cookies, and no redirects that aren't followed by hand."""

    def __init__(self, url):
        self.url, self.cookies = url, {}

    async def ask(self, path, method="GET", **options):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, **options.pop("headers", {})} if cookies else options.pop("headers", {})
        request = HTTPRequest(
            self.url + path, method, headers=headers, follow_redirects=False, request_timeout=60, **options
        )
        answer = await AsyncHTTPClient(force_instance=False).fetch(request, raise_error=False)
        for line in answer.headers.get_list("Set-Cookie"):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        answer.text = (answer.body or b"").decode("utf-8", "replace")
        return answer

    async def send(self, path, accept="application/json", **fields):
        """POST a form as the page does, with its XSRF field."""
        return await self.ask(
            path, "POST", body=urlencode(fields), headers={"Accept": accept, "X-Xsrftoken": self.xsrf}
        )

    xsrf = ""

    async def open(self, path):
        page = await self.ask(path)
        if found := re.search(r'name="_xsrf" value="([^"]+)"', page.text):
            self.xsrf = found[1]
        return page


class Class(Person):
    """The teacher, with the board behind her."""

    def __init__(self, url, board, room, secret):
        super().__init__(url)
        self.board, self.room, self.secret = board, room, secret
        self.page = f"/teach/{room.code}"

    async def enter(self):
        assert (await self.ask(f"/t/{self.secret}")).code == 302
        return await self.open(self.page)

    async def put(self, question=QUESTION):
        await self.enter()
        assert (await self.send(f"{self.page}/ask", own=question)).code == 302
        return (await self.picture())["questions"][-1]["question"]

    async def picture(self):
        return json.loads(await self.board.live.picture(self.room))

    async def guest(self):
        one = Person(self.url)
        assert (await one.open(f"/r/{self.room.code}")).code == 200
        return one

    async def answer(self, guest, question, word="yes", **options):
        return await guest.send(f"/r/{self.room.code}", answer=word, question=question, **options)


@asynccontextmanager
async def a_class(folder, address=None):
    store = Store(address or f"sqlite:///{folder}/board.sqlite")
    board = BoardService(store, questions())
    room = store.new_room()
    server, port = serve(board, "127.0.0.1", 0)
    AsyncHTTPClient.configure(None, max_clients=400)
    try:
        yield Class(f"http://127.0.0.1:{port}", board, room, store.new_secret(room.id))
    finally:
        server.stop()
        await server.close_all_connections()
        for task in list(board.live._due.values()):
            task.cancel()
        board.writer.end()


def in_class(folder, act):
    """Run ``await act(teacher)`` with a board of its own."""

    async def run():
        async with a_class(folder) as teacher:
            return await act(teacher)

    return asyncio.run(run())
