"""The house's arrows, read from the import statements: who may import what, and where."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "privlessons"
LONGEST = 250

SERVERS = {"opening", "server", "learn", "rendering", "workbook"}

# One stranger, one room: a library -> the rooms (first part of a module's name) that may import it.
ROOMS = {
    "presidio_analyzer": {"detect"},
    "spacy": {"detect"},
    "ipywidgets": {"ui", "quiz", "activities", "lesson"},
    "anywidget": {"controls", "ui"},
    "ipyfilechooser": {"ui", "activities"},
    "matplotlib": {"charts", "ui"},
    "jupyter_server": SERVERS,
    "tornado": SERVERS | {"classroom"},
    "sqlalchemy": {"classroom"},
    "segno": {"classroom"},
    "holidays": {"rights"},
    "icalendar": {"rights"},
    "jsonschema": {"facts"},
    "voila": SERVERS,
    "jupyterlab": SERVERS,
    "cryptography": {"wire", "storage"},  # what crosses, and what lies on a disk
    "sqlite3": {"company", "exports", "samples", "storage"},
}
# These start servers and open browsers; no lesson imports them.
OUTSIDE_LESSONS = SERVERS | {"__main__", "contents", "doors", "kernels", "working", "scan", "classroom"}
OUTSIDE_LESSONS |= {"commands"}
NOT_IN_LESSONS = {
    "_thread", "threading", "multiprocessing", "concurrent.futures", "subprocess", "socket",
    "socketserver", "ssl", "http.client", "http.server", "urllib.request", "requests", "httpx",
    "urllib3", "aiohttp", "ftplib", "smtplib",
}  # fmt: skip
# The small line of lesson 10 has a guard of its own: loopback only, for one run, one client.
MAY_USE = {"wire.loopback": {"ssl"}}
HEAVY = {
    "cryptography", "diffprivlib", "matplotlib", "numpy", "pandas", "presidio_analyzer", "scipy", "sklearn",
    "spacy", "voila", "jupyterlab", "jupyter_server", "tornado", "ipywidgets", "anywidget", "IPython",
    "sqlalchemy",
}  # fmt: skip
# Rooms whose business a heavy library is: they may import it at the top, since they are imported late.
AT_THE_TOP = {
    "matplotlib": {"charts"},
    "ipywidgets": {"ui", "quiz", "activities", "lesson"},
    "anywidget": {"controls", "ui"},
    "IPython": {"ui", "lesson"},
    "jupyter_server": SERVERS,
    "tornado": SERVERS | {"classroom"},
    "sqlalchemy": {"classroom"},
    "voila": SERVERS,
    "jupyterlab": SERVERS,
}
# Arrows go from a higher number to a lower or equal one. Rooms not named here are pure.
LEVEL = {"progress": 1, "charts": 1, "lesson": 2, "controls": 2, "ui": 3, "quiz": 4, "activities": 4}
LEVEL |= dict.fromkeys(OUTSIDE_LESSONS, 5)
NOT_IN_PURE = {"ipywidgets", "anywidget", "IPython", "matplotlib", "jupyter_server", "tornado", "voila"}


def modules():
    """Each module's dotted name inside the package, and its file."""
    for path in sorted(SRC.rglob("*.py")):
        parts = path.relative_to(SRC).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts), path


NAMES = dict(modules())


def room(module):
    """The room a module stands in: `ui_chat` and `ui.chat` are of `ui`, `charts_town` of `charts`."""
    first = module.split(".")[0]
    return first if first.startswith("__") else first.split("_")[0]


def dotted(node, module):
    """The dotted names that an import statement reads, with relative ones spelled out."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        home = f"privlessons.{module}".split(".")
        is_package = NAMES[module].name == "__init__.py" and module != "__init__"
        up = home[: len(home) - node.level + is_package]
        base = ".".join([*up, *filter(None, [base])])
    return [f"{base}.{alias.name}" for alias in node.names]


@cache
def imports(module):
    """(dotted name, line, whether it runs when the module is imported) for each import of a module."""
    found = []

    def walk(node, top):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import | ast.ImportFrom):
                found.extend((name, child.lineno, top) for name in dotted(child, module))
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            walk(child, top and not inside)

    walk(ast.parse(NAMES[module].read_text("utf-8")), top=True)
    return found


def reads(name, library):
    return name == library or name.startswith(library + ".")


def own(name):
    """The package's module that a dotted name means, or None for a stranger."""
    if not reads(name, "privlessons"):
        return None
    rest = name.removeprefix("privlessons").lstrip(".")
    while rest and rest not in NAMES:
        rest = rest.rpartition(".")[0]
    return rest or "__init__"


@pytest.mark.parametrize("module", NAMES)
def test_a_stranger_is_imported_in_its_own_room_only(module):
    strays = [
        f"line {line}: {name}"
        for name, line, _ in imports(module)
        for library, rooms in ROOMS.items()
        if reads(name, library) and room(module) not in rooms
    ]
    assert not strays


def test_diffprivlib_is_imported_in_one_module_at_most():
    assert len({m for m in NAMES for name, *_ in imports(m) if reads(name, "diffprivlib")}) <= 1


@pytest.mark.parametrize(
    ("library", "module"),
    [("holidays", "rights.days"), ("icalendar", "rights.calendar"), ("jinja2", "rights.paper")],
)
def test_lesson_12_keeps_each_stranger_in_one_module(library, module):
    rooms = {m for m in NAMES for name, *_ in imports(m) if reads(name, library)}
    assert {m for m in rooms if room(m) == "rights"} == {module}


def test_cryptography_is_imported_in_one_module_of_each_of_its_rooms():
    users = {m for m in NAMES for name, *_ in imports(m) if reads(name, "cryptography")}
    assert users == {"wire.seals", "storage.locks"}


@pytest.mark.parametrize("module", NAMES)
def test_nobody_imports_pyplot(module):
    assert not [name for name, *_ in imports(module) if reads(name, "matplotlib.pyplot") or name == "pylab"]


@pytest.mark.parametrize("module", [m for m in NAMES if room(m) not in OUTSIDE_LESSONS])
def test_the_lesson_path_has_no_threads_processes_or_sockets(module):
    strays = [
        f"line {line}: {name}"
        for name, line, _ in imports(module)
        if any(reads(name, stray) for stray in NOT_IN_LESSONS - MAY_USE.get(module, set()))
    ]
    assert not strays


@pytest.mark.parametrize("module", NAMES)
def test_heavy_libraries_are_imported_inside_functions(module):
    early = [
        f"line {line}: {name}"
        for name, line, top in imports(module)
        for library in HEAVY
        if top and reads(name, library) and room(module) not in AT_THE_TOP.get(library, ())
    ]
    assert not early


@pytest.mark.parametrize("module", NAMES)
def test_arrows_go_one_way(module):
    level = LEVEL.get(room(module), 0)
    uphill = [
        f"line {line}: {name}"
        for name, line, _ in imports(module)
        if own(name) and LEVEL.get(room(own(name)), 0) > level
    ]
    assert not uphill


@pytest.mark.parametrize("module", [m for m in NAMES if not LEVEL.get(room(m))])
def test_pure_modules_know_no_widgets_charts_or_jupyter(module):
    strays = [
        f"line {line}: {name}"
        for name, line, _ in imports(module)
        if any(reads(name, stray) for stray in NOT_IN_PURE)
    ]
    assert not strays


def test_no_circle_of_modules_import_each_other_at_the_top():
    arrows = {m: {own(name) for name, _, top in imports(m) if top and own(name)} - {m} for m in NAMES}
    while ends := {m for m, to in arrows.items() if not to & arrows.keys()}:
        arrows = {m: to for m, to in arrows.items() if m not in ends}
    assert not arrows


@pytest.mark.parametrize("module", NAMES)
def test_modules_stay_small(module):
    assert len(NAMES[module].read_text("utf-8").splitlines()) <= LONGEST


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, privlessons; dir(privlessons); print(*{m.split('.')[0] for m in sys.modules})"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "privlessons" in loaded
    assert not loaded & HEAVY
