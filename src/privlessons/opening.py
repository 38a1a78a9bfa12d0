"""``privlessons open``: one Jupyter server on the loopback address, with both doors to the lessons."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import warnings
from importlib.resources import files
from pathlib import Path

from privlessons.home import home, packaged_home
from privlessons.records import PlainError

LOOPBACK = "127.0.0.1"
FAR_AWAY = ("SSH_CONNECTION", "CODESPACES")  # the person's browser may be on another machine


def add_parser(commands) -> None:
    """Register the sub-command ``open``."""
    add = commands.add_parser(
        "open", help="open the workbook in your browser; what happens without a command"
    )
    add.add_argument(
        "folder", nargs="?", type=Path, help="a folder of your own lessons: they may run too, by both doors"
    )
    add.add_argument("--no-browser", action="store_true", help="only print the address")
    add.add_argument("--port", type=int, help="a port number (default: the first free one from 8888)")
    add.add_argument("--debug", action="store_true", help="show the server's own messages")
    add.add_argument("--home", type=Path, help="where notebooks/ and data/ lie, if not in this package")
    add.set_defaults(run=run)


def run(args) -> int:
    """Serve the workbook until Ctrl-C."""
    folder = _folder(args.folder)
    if args.port is not None:
        _must_be_free(args.port)
    shipped = (args.home or home()).resolve()
    if not (shipped / "notebooks").is_dir():
        raise PlainError(f"There are no lessons in {shipped}: install the workbook again, please.")
    root = folder or work_folder(shipped)
    root.mkdir(parents=True, exist_ok=True)
    # For the kernels, which inherit it; place() itself knows hubs and Binder.
    os.environ["PRIVLESSONS_PLACE"] = "" if any(map(os.environ.get, FAR_AWAY)) else "own"
    _serve(_settings(args, shipped, root, folder))
    return 0


def work_folder(shipped: Path) -> Path:
    """Return the folder of the lessons that a learner may change.

    PRIVLESSONS_WORK names it; else it is ``notebooks/`` itself in a checkout, and a folder in the
    person's home when the workbook was installed.
    """
    if chosen := os.environ.get("PRIVLESSONS_WORK"):
        return Path(chosen).expanduser().resolve()
    if shipped != packaged_home().resolve():
        return shipped / "notebooks"
    return Path.home() / "privlessons-lessons"


def _folder(folder: Path | None) -> Path | None:
    if folder is not None and not folder.is_dir():
        raise PlainError(f"There is no folder {folder}: write the name of a folder that holds your lessons.")
    return folder.resolve() if folder else None


def _must_be_free(port: int) -> None:
    if not 0 <= port <= 65535:
        raise PlainError(f"{port} is no port number: choose one from 1024 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            raise PlainError(
                f"Port {port} is taken by another program: choose another number, or leave --port out."
            ) from None


def _settings(args, shipped: Path, root: Path, folder: Path | None):
    import zmq
    from traitlets.config import Config

    from privlessons import progress
    from privlessons.workbook import policy

    share = Path(str(files("privlessons"))) / "share"
    messages = "INFO" if args.debug else "CRITICAL"  # they talk to programmers
    own = progress.folder() / "lab"  # so that a person's other Jupyter work neither changes nor is changed
    return Config(
        {
            "ServerApp": {
                "ip": LOOPBACK,
                "port": 8888 if args.port is None else args.port,
                "port_retries": 50 if args.port is None else 0,
                "open_browser": not args.no_browser,
                "answer_yes": True,  # Ctrl-C ends it without a question
                "allow_root": True,  # containers; the loopback address and the token stay in force
                "root_dir": str(root),
                "log_level": messages,
                "jpserver_extensions": {"privlessons.server": True, "voila.server_extension": True},
                "tornado_settings": {"headers": {"Content-Security-Policy": policy()}},
            },
            "IdentityProvider": {"token": secrets.token_urlsafe(24)},
            "LabApp": {
                "default_url": "/privlessons/",
                "app_settings_dir": str(share / "lab"),
                "extra_labextensions_path": [str(share / "labextensions")],
                "user_settings_dir": str(own / "settings"),
                "workspaces_dir": str(own / "workspaces"),
                "log_level": messages,
            },
            "FileCheckpoints": {"checkpoint_dir": str(own / "checkpoints")},  # no clutter beside lessons
            # what a learner types travels from server to kernel unreadable for other users of the computer
            "KernelManager": {"transport_encryption": "auto" if zmq.has("curve") else "disabled"},
            "Workbook": {"home": str(shipped), "opened": str(folder or ""), "work": str(root)},
        }
    )


def _serve(settings) -> None:
    # Building its grammar takes longer than all the rest of the start; jsonschema does without, and
    # only loses a check of international web addresses that nothing here needs.
    sys.modules.setdefault("rfc3987_syntax", None)
    import voila  # noqa: F401 - sets a filter for warnings, so it comes before ours
    from jupyterlab.labapp import LabApp

    if not sys.warnoptions:  # other people's libraries talk to programmers
        warnings.simplefilter("ignore")
    server = LabApp.initialize_server(argv=[], config=settings)
    address = f"http://{LOOPBACK}:{server.port}/privlessons/?token={settings.IdentityProvider.token}"
    lines = f"The workbook is open at\n    {address}\nPress Ctrl-C here to close it."
    server.io_loop.add_callback(print, lines, flush=True)  # once the server answers
    server.start()
