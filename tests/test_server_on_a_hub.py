"""The extension in a Jupyter server that somebody else started, as on a hub or on Binder."""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from privlessons import server
from tests.conftest import FIXTURE_HOME, own_folders, wait_until
from tests.test_server import foreign

SHARE = str(Path(server.__file__).parent / "share")
BASE = "/user/ada/"


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A plain `jupyter server` below a base address, that finds the extension by its shipped settings."""
    root = tmp_path_factory.mktemp("hub")
    folders = own_folders(root)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(8)
    config = {
        "ServerApp": {"base_url": BASE, "root_dir": str(root / "home"), "port": port, "open_browser": False},
        "Workbook": {"home": str(FIXTURE_HOME)},
        "IdentityProvider": {"token": token},
    }
    (root / "config" / "jupyter_server_config.json").write_text(json.dumps(config))
    environ = {name: value for name, value in os.environ.items() if name != "PRIVLESSONS_PLACE"}
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", "--allow-root"],
        env={**environ, **folders, "JUPYTER_CONFIG_PATH": SHARE, "JUPYTERHUB_USER": "ada"},
        stderr=subprocess.DEVNULL,
        cwd=root,
    )
    with httpx.Client(
        base_url=f"http://127.0.0.1:{port}{BASE}", headers={"Authorization": f"token {token}"}, timeout=60
    ) as client:

        def answers():
            try:
                return client.get("api/status").status_code == 200
            except httpx.ConnectError:
                return False

        wait_until(answers, what="the server's first answer")
        client.folder = root / "home"
        yield client
    process.terminate()
    process.wait(20)


def test_the_contents_page_stands_below_the_base_address_and_says_where_it_runs(hub):
    text = hub.get("privlessons/").text
    assert "class server" in text
    assert "Nothing is sent over the internet" not in text
    for address in re.findall(r'(?:href|src|action)="(/[^"]*)"', text):
        assert address.startswith(BASE), address
    assert hub.get("privlessons/static/page.css").status_code == 200


def test_learn_works_below_the_base_address(hub):
    answer = hub.get("voila/render/10-one-button.ipynb")
    assert answer.status_code == 200
    assert answer.text.count("widget-view+json") == 2
    for address in re.findall(r'(?:href|src)="(/[^"]*)"', answer.text):
        assert address.startswith(BASE), address
        if "/voila/render/" not in address and "/privlessons/hood/" not in address:
            assert hub.get(address.removeprefix(BASE)).status_code == 200, address


def test_a_copy_with_the_hood_lifted_lies_in_a_folder_of_its_own(hub):
    answer = hub.get("privlessons/hood/10-one-button")
    assert answer.headers["location"] == f"{BASE}doc/tree/privlessons-lessons/10-one-button.ipynb"
    assert (hub.folder / "privlessons-lessons" / "10-one-button.ipynb").is_file()


def test_the_repositorys_own_notebooks_may_be_asked_for_by_their_path(hub):
    notebooks = hub.folder / "notebooks"
    notebooks.mkdir(exist_ok=True)
    (notebooks / "10-one-button.ipynb").write_bytes(
        (FIXTURE_HOME / "notebooks/10-one-button.ipynb").read_bytes()
    )
    assert hub.get("voila/render/notebooks/10-one-button.ipynb").status_code == 200


def test_the_door_is_shut_to_strangers_there_too(hub, tmp_path):
    (hub.folder / "stranger.ipynb").write_text(json.dumps(foreign(tmp_path / "marker")))
    answer = hub.get("voila/render/stranger.ipynb")
    assert answer.status_code == 403
    assert "not one of the lessons" in answer.text
    assert not (tmp_path / "marker").exists()


def test_no_kernel_is_started_ahead_on_a_shared_machine(hub):
    before = len(hub.get("api/kernels").json())
    hub.get("privlessons/")
    assert len(hub.get("api/kernels").json()) == before


def test_voilas_own_door_refuses_strangers_should_a_request_reach_it(tmp_path):
    import nbformat
    from tornado import web

    from privlessons.doors import doors_of

    class Book:
        doors = doors_of(FIXTURE_HOME / "notebooks")

    class Handler:
        settings = {"privlessons": Book}  # noqa: RUF012

    stranger = nbformat.from_dict(foreign(tmp_path / "marker"))
    with pytest.raises(web.HTTPError) as refused:
        server.refuse_strangers(Handler, stranger, "")
    assert refused.value.status_code == 403
    ours = nbformat.read(FIXTURE_HOME / "notebooks" / "10-one-button.ipynb", as_version=4)
    assert server.refuse_strangers(Handler, ours, "") is None
