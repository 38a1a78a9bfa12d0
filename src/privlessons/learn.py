"""The Learn page: a lesson rendered as a page, after the door check."""

from __future__ import annotations

import nbformat
from jupyter_core.utils import ensure_async
from tornado import web
from tornado.iostream import StreamClosedError

from privlessons.contents import explaining_page
from privlessons.doors import code_cells
from privlessons.rendering import rendering
from privlessons.workbook import PageHandler

NEXT_KERNEL = 5  # seconds from one lesson's page to the start of a kernel for the next
NOT_OURS = (
    "This notebook is not one of the lessons, or its code is no longer the lesson's own.",
    "So it was not run: a notebook that runs on opening could do anything on this computer.",
    "If it is yours and you trust it, end the workbook, and start it again with the name of its folder:",
)


class LearnHandler(PageHandler):
    """``voila/render/<path>``: shows a lesson that runs, or says kindly why it does not."""

    @web.authenticated
    async def get(self, path: str):
        """Check the notebook, take a kernel, and send the page cell by cell."""
        try:
            found = await self._checked(path)
        except (web.HTTPError, OSError, ValueError, KeyError, TypeError, AttributeError):
            self._explain(404, "There is no such lesson", ["Perhaps it was moved or renamed."])
            return
        if found is None:
            self._explain(403, "This notebook was not opened", list(NOT_OURS), "privlessons open FOLDER")
            return
        stem, notebook, folder = found
        kernel_id, running = self.workbook.kernels.take()
        lesson = {**self.workbook.neighbours(stem), **self.page_parts()}
        page = await rendering(self, notebook, folder, kernel_id, lesson)
        self.set_header("Cache-Control", "no-store")
        try:
            async for html, _ in page.generate_content_generator(kernel_id, running):
                self.write(html)
                await self.flush()
        except StreamClosedError:  # the learner has left
            return
        except Exception:
            self.log.exception("The lesson %s did not wake up", stem)
            self.write("<script>privlessonsAsleep()</script>")
        await self.finish()
        self.workbook.kernels.start_ahead(after=NEXT_KERNEL)

    async def _checked(self, path: str):
        """Return (stem, notebook in memory, its folder) of what may run, None for what may not.

        A file of the opened folder comes first, then a shipped lesson by its name, then any other
        notebook below the server's root that says the same as a lesson.
        """
        book = self.workbook
        if own := book.doors.opened_file(path):
            return own.stem, nbformat.reads(own.read_text("utf-8"), as_version=4), own.parent
        if path.removesuffix(".ipynb") in book.doors.shipped.values():
            folder = book.notebooks
            notebook = nbformat.reads((folder / path).read_text("utf-8"), as_version=4)
        else:
            folder = (book.root / path).parent
            model = await ensure_async(self.contents_manager.get(path, type="notebook", content=True))
            notebook = model["content"]
        stem = book.doors.lesson(code_cells(notebook))
        return stem and (stem, notebook, folder)

    def _explain(self, status: int, heading: str, sentences: list[str], command: str = "") -> None:
        self.set_status(status)
        self.finish(explaining_page(heading, sentences, command, **self.page_parts()))
