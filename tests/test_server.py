import json
import re
import shutil
import time
from datetime import date
from pathlib import Path

import httpx
import pytest

from privlessons.server import without_delay
from tests.conftest import FIXTURE_HOME, running

ONE = FIXTURE_HOME / "notebooks" / "10-one-button.ipynb"


def client_of(book, **options):
    headers = {"Authorization": f"token {book.token}"}
    return httpx.Client(base_url=book.url, headers=headers, timeout=60, **options)


@pytest.fixture
def client(fixture_workbook):
    with client_of(fixture_workbook) as asking:
        yield asking


def foreign(marker: Path, stem="10-one-button") -> dict:
    """A notebook dressed as a lesson, whose code writes a marker file."""
    notebook = json.loads(ONE.read_text("utf-8"))
    notebook["metadata"]["privlessons"]["autorun"] = True
    notebook["cells"][2]["source"] = f"open({str(marker)!r}, 'w').close()"
    notebook["cells"][0]["source"] = f"# Not {stem}"
    return notebook


def kernels(client):
    return client.get("api/kernels").json()


def learn(client, path):
    """Ask for a Learn page and end its kernel, as the page itself does when it is closed."""
    answer = client.get(f"voila/render/{path}")
    if started := re.search(r'"kernelId": "([^"]+)"', answer.text):
        client.delete(f"api/kernels/{started[1]}")
    return answer


def test_the_contents_page_lists_lessons_with_question_minutes_and_progress(client, fixture_workbook):
    kept = {"version": 1, "lessons": {"10-one-button": {"done": ["try"]}}}
    (fixture_workbook.state / "progress.json").write_text(json.dumps(kept))
    text = client.get("privlessons/").text
    for words in (
        "One button",
        "Does a button answer?",
        "3 minutes, and 2 more if you like",
        "1 of 2 steps done",
        "Words only",
        "your own computer",
        "Nothing is sent over the internet.",
        str(fixture_workbook.state / "progress.json"),
    ):
        assert words in text, words


def test_pages_and_the_door_check_need_the_token(fixture_workbook):
    for path in ("privlessons/", "voila/render/10-one-button.ipynb", "privlessons/hood/10-one-button"):
        answer = httpx.get(fixture_workbook.url + path)
        assert answer.status_code in (302, 403), path
        assert "/login" in answer.headers.get("location", "/login")
    answer = httpx.post(f"{fixture_workbook.url}privlessons/api/may-run", json={"cells": []})
    assert answer.status_code == 403


def test_a_lesson_is_rendered_with_its_outputs(client):
    answer = learn(client, "10-one-button.ipynb")
    assert answer.status_code == 200
    assert "A coffee costs $3, two cost $6." in answer.text
    assert answer.text.count("application/vnd.jupyter.widget-view+json") == 2
    assert "open_lesson" not in answer.text  # the code stays hidden


def test_the_page_lets_the_browser_refuse_other_machines(client):
    answer = learn(client, "11-words-only.ipynb")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy.replace("https://", "http://").replace("http-equiv", "")
    assert "//" not in answer.text.split("<main")[0].replace("<!--", "").split("</script>")[-1]


def test_scripts_in_markdown_are_taken_out_and_pictures_put_in(client):
    text = learn(client, "11-words-only.ipynb").text.split("<main")[1]
    assert 'src="data:image/png;base64,' in text
    assert "Nothing runs here" in text
    assert "onerror" not in text
    assert "<script>document" not in text


def test_a_learners_notebook_with_the_lessons_code_runs_too(client, fixture_workbook):
    notebook = json.loads(ONE.read_text("utf-8"))
    notebook["metadata"]["voila"] = {"template": "reveal", "theme": "dark"}  # is not followed
    notebook["cells"][0]["source"] = "# My notes"
    notebook["cells"][1]["source"] = [
        notebook["cells"][1]["source"][0],
        'lesson = open_lesson("10-one-button", own_data=False, clock=False)',
    ]
    (fixture_workbook.folder / "my-notes.ipynb").write_text(json.dumps(notebook))
    answer = learn(client, "my-notes.ipynb")
    assert answer.status_code == 200
    assert "My notes" in answer.text
    assert 'class="pl-page' in answer.text


def refused(client, path):
    before = {kernel["id"] for kernel in kernels(client)}
    answer = client.get(f"voila/render/{path}")
    assert answer.status_code == 403, answer.status_code
    assert "not one of the lessons" in answer.text
    assert "privlessons open FOLDER" in answer.text
    assert {kernel["id"] for kernel in kernels(client)} <= before
    return answer


def test_a_foreign_notebook_does_not_run_from_disk_uploaded_or_saved(client, fixture_workbook, tmp_path):
    marker = tmp_path / "marker"
    notebook = foreign(marker)
    (fixture_workbook.folder / "disk.ipynb").write_text(json.dumps(notebook))
    refused(client, "disk.ipynb")
    body = {"type": "notebook", "format": "json", "content": notebook}
    assert client.put("api/contents/uploaded.ipynb", json=body).status_code == 201
    refused(client, "uploaded.ipynb")
    saved = client.get("api/contents/uploaded.ipynb").json()
    assert client.put("api/contents/uploaded.ipynb", json=saved).status_code == 200
    refused(client, "uploaded.ipynb")
    cells = [
        [cell["id"], "".join(cell["source"])] for cell in notebook["cells"] if cell["cell_type"] == "code"
    ]
    for path in ("disk.ipynb", "uploaded.ipynb", "10-one-button.ipynb"):
        answer = client.post("privlessons/api/may-run", json={"path": path, "cells": cells}).json()
        assert answer["may"] is False
        assert "not one of the lessons" in answer["why"]
    time.sleep(1)
    assert not marker.exists()


def test_a_foreign_notebook_of_a_lessons_name_is_not_what_learn_shows(client, fixture_workbook, tmp_path):
    (fixture_workbook.folder / ONE.name).write_text(json.dumps(foreign(tmp_path / "marker")))
    answer = learn(client, ONE.name)
    assert answer.status_code == 200
    assert "One button" in answer.text
    assert not (tmp_path / "marker").exists()
    (fixture_workbook.folder / ONE.name).unlink()


@pytest.mark.parametrize(
    "path",
    [
        "../outside.ipynb",
        "%2e%2e/outside.ipynb",
        "link.ipynb",
        "away/outside.ipynb",
        "./link.ipynb",
        "//link.ipynb",
    ],
)
def test_links_and_dots_run_nothing_foreign(client, fixture_workbook, tmp_path, path):
    outside = fixture_workbook.folder.parent / "outside.ipynb"
    outside.write_text(json.dumps(foreign(tmp_path / "marker")))
    for name, target in (("link.ipynb", outside), ("away", outside.parent)):
        link = fixture_workbook.folder / name
        if not link.is_symlink():
            link.symlink_to(target)
    assert client.get(f"voila/render/{path}").status_code in (403, 404)
    assert not (tmp_path / "marker").exists()


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "no json", '{"cells": 3}', '{"cells": [{}], "nbformat": 4}']
)
def test_a_damaged_notebook_gets_a_page_and_no_traceback(client, fixture_workbook, content):
    (fixture_workbook.folder / "damaged.ipynb").write_text(content)
    answer = client.get("voila/render/damaged.ipynb")
    assert answer.status_code in (403, 404)
    assert "All lessons" in answer.text or "See all lessons" in answer.text
    assert "Traceback" not in answer.text


def test_a_lesson_that_does_not_exist_gets_a_page(client):
    answer = client.get("voila/render/77-nothing.ipynb")
    assert answer.status_code == 404
    assert "There is no such lesson" in answer.text


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b'{"cells": [1]}', b'{"cells": {"a": 1}}', b'{"cells": null}']
)
def test_a_strange_question_to_the_door_is_answered_with_no(client, body):
    answer = client.post("privlessons/api/may-run", content=body)
    assert answer.status_code == 400 or answer.json()["may"] is False


def test_lifting_the_hood_goes_to_the_working_copy(client, fixture_workbook):
    answer = client.get("privlessons/hood/10-one-button")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/doc/tree/10-one-button.ipynb"
    assert (fixture_workbook.folder / ONE.name).is_file()
    assert client.get("privlessons/hood/..%2f..%2fetc").status_code == 404


def test_starting_over_needs_a_form_from_our_own_page(fixture_workbook):
    copy = fixture_workbook.folder / ONE.name
    with client_of(fixture_workbook) as asking:
        asking.get("privlessons/hood/10-one-button")
    copy.write_text(copy.read_text("utf-8").replace("Press the button.", "Mine."))
    with httpx.Client(base_url=fixture_workbook.url, timeout=60, follow_redirects=True) as browser:
        text = browser.get(f"privlessons/?token={fixture_workbook.token}").text
        assert "You changed your copy of this lesson" in text
        assert browser.post("privlessons/start-over/10-one-button").status_code == 403
        assert "Mine." in copy.read_text("utf-8")
        xsrf = text.split('name="_xsrf" value="')[1].split('"')[0]
        answer = browser.post("privlessons/start-over/10-one-button", data={"_xsrf": xsrf})
        kept = f"10-one-button-my-version-{date.today().isoformat()}.ipynb"
        assert kept in answer.text
        assert "Mine." in (fixture_workbook.folder / kept).read_text("utf-8")
        assert "Mine." not in copy.read_text("utf-8")
        assert "You changed your copy" not in browser.get("privlessons/").text


def test_uploads_larger_than_jupyters_limit_arrive(client, fixture_workbook):
    from websocket import create_connection

    kernel = client.post("api/kernels", json={"name": "python3"}).json()["id"]
    address = fixture_workbook.url.replace("http", "ws") + f"api/kernels/{kernel}/channels"
    socket = create_connection(
        address, header=[f"Authorization: token {fixture_workbook.token}"], timeout=120
    )
    header = {
        "msg_id": "big",
        "msg_type": "execute_request",
        "username": "",
        "session": "s",
        "version": "5.3",
    }
    content = {"code": "#" + "x" * 11_000_000, "silent": True}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    socket.send(json.dumps(message))
    while (answer := json.loads(socket.recv()))["msg_type"] != "execute_reply":
        pass
    assert answer["content"]["status"] == "ok"
    socket.close()
    client.delete(f"api/kernels/{kernel}")


def test_a_teachers_folder_runs_by_both_doors_when_it_was_opened_by_name(run_workbook, tmp_path):
    mine = tmp_path / "my lessons"
    mine.mkdir()
    (mine / "for class.ipynb").write_text(json.dumps(foreign(tmp_path / "marker", "mine")))
    with run_workbook(mine, "--home", FIXTURE_HOME) as book, client_of(book) as asking:
        assert "Your own lessons" in asking.get("privlessons/").text
        assert asking.get("privlessons/hood/for%20class").headers["location"] == "/doc/tree/for%20class.ipynb"
        question = {"path": "for class.ipynb", "cells": [["a", "1"]]}
        assert asking.post("privlessons/api/may-run", json=question).json() == {"may": True}
        assert learn(asking, "for%20class.ipynb").status_code == 200
        assert (tmp_path / "marker").exists()
        assert learn(asking, "10-one-button.ipynb").status_code == 200


def test_idle_kernels_of_closed_pages_end_after_a_while(tmp_path):
    config = tmp_path / "config"
    config.mkdir()
    quick = {"MappingKernelManager": {"cull_idle_timeout": 2, "cull_interval": 1}}
    (config / "jupyter_server_config.json").write_text(json.dumps(quick))
    with running(tmp_path, "--home", str(FIXTURE_HOME)) as book, client_of(book) as asking:
        for _ in range(3):
            assert asking.get("voila/render/11-words-only.ipynb").status_code == 200
        end = time.monotonic() + 60
        while kernels(asking):
            assert time.monotonic() < end, kernels(asking)
            time.sleep(0.5)


def test_kernels_end_after_two_idle_minutes_unless_configured_otherwise():
    from traitlets.config import Config

    from privlessons.server import _link_jupyter_server_extension

    class Server:
        config = Config()

    _link_jupyter_server_extension(Server)
    assert Server.config.MappingKernelManager == {"cull_idle_timeout": 120, "cull_interval": 30}
    Server.config = Config({"MappingKernelManager": {"cull_idle_timeout": 9}})
    _link_jupyter_server_extension(Server)
    assert Server.config.MappingKernelManager.cull_idle_timeout == 9


def test_messages_between_page_and_kernel_are_not_held_back():
    class Socket:
        def set_nodelay(self, value):
            done.append(("without delay", value))

    class Connection:
        websocket_handler = Socket()

        def connect(self):
            done.append("connected")
            return "awaited by Jupyter"

    done = []
    assert without_delay(Connection)().connect() == "awaited by Jupyter"
    assert done == [("without delay", True), "connected"]


def test_another_kernel_called_python3_is_not_taken(tmp_path):
    spec = tmp_path / "data" / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(
        json.dumps(
            {"argv": ["/bin/false", "{connection_file}"], "display_name": "Theirs", "language": "python"}
        )
    )
    with running(tmp_path, "--home", str(FIXTURE_HOME)) as book, client_of(book) as asking:
        assert learn(asking, "10-one-button.ipynb").text.count("widget-view+json") == 2


def test_who_opens_the_lessons_folder_by_name_edits_the_lessons_in_place(tmp_path):
    shutil.copytree(FIXTURE_HOME, tmp_path / "checkout")
    notebooks = tmp_path / "checkout" / "notebooks"
    options = (str(notebooks), "--home", str(tmp_path / "checkout"))
    with running(tmp_path, *options) as book, client_of(book) as asking:
        before = sorted(notebooks.iterdir())
        assert (
            asking.get("privlessons/hood/10-one-button").headers["location"]
            == "/doc/tree/10-one-button.ipynb"
        )
        assert sorted(notebooks.iterdir()) == before


def test_a_saved_lesson_keeps_no_outputs_so_no_answers_get_into_it(tmp_path):
    """Under the hood of the first lesson the record itself is printed; the file must not carry it."""
    with running(tmp_path, "--home", str(FIXTURE_HOME)) as book, client_of(book) as asking:
        asking.get("privlessons/hood/10-one-button")
        model = asking.get("api/contents/10-one-button.ipynb").json()
        output = {"output_type": "stream", "name": "stdout", "text": "my answers"}
        for cell in model["content"]["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [output], 3
        asking.put("api/contents/10-one-button.ipynb", json=model).raise_for_status()

        saved = asking.get("api/contents/10-one-button.ipynb").text
        assert "my answers" not in saved


def test_a_teachers_own_version_of_a_lesson_is_never_set_aside(tmp_path):
    folder = tmp_path / "my-class"
    folder.mkdir()
    lesson = json.loads((FIXTURE_HOME / "notebooks" / "10-one-button.ipynb").read_text("utf-8"))
    lesson["cells"][0]["source"] = "# For our class."
    (folder / "10-one-button.ipynb").write_text(json.dumps(lesson), "utf-8")
    with running(tmp_path, str(folder), "--home", str(FIXTURE_HOME)) as book, client_of(book) as asking:
        assert "You changed your copy" not in asking.get("privlessons/").text
        assert asking.post("privlessons/start-over/10-one-button").status_code == 302

        assert [path.name for path in folder.glob("*.ipynb")] == ["10-one-button.ipynb"]
        assert "For our class." in (folder / "10-one-button.ipynb").read_text("utf-8")
