"""The shape that every lesson's notebook shares, as a list of what is wrong with one."""

import re

PARTS = (
    "setup", "story", "predict", "try", "notice", "second-round", "check", "takeaway", "on-your-own",
    "under-the-hood",
)  # fmt: skip
# What a lesson may lack, and why.
MAY_LACK = {
    "00": {
        "notice": "ten minutes leave no time to talk",
        "second-round": "its second round is erasing and looking again",
    },
}
MINUTES_OR_YEARS = re.compile(
    r"\b\d+(?:[–-]\d+)?[ -]minutes?\b|\b(?:19|20)\d\d\b|\b[Ll]essons? \d\d(?:(?:,| and|,? or) \d\d)*\b"
)
# "(Author, year)" or "Author et al. (year)".
CITED = re.compile(
    r"\([^()]*[A-Z][^()]*\b(?:19|20)\d\d[a-z]?[^()]*\)|\b[A-Z]\w+(?: et al\.| and [A-Z]\w+)?,? \(\d{4}\)"
)
NOT_PROSE = re.compile(r"\]\([^)]*\)|<[^>]*>|`[^`]*`|^# .*$|^\d+\. ", re.MULTILINE)


def markdown(nb):
    return [cell for cell in nb.cells if cell.cell_type == "markdown"]


def code(nb):
    return [cell for cell in nb.cells if cell.cell_type == "code"]


def slug(title):
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", title.lower())).strip("-")


def has_part(nb, part):
    number = nb.cells[0].id[:2]
    return any(re.fullmatch(rf"{number}-{part}(-[a-z-]+)?", cell.id) for cell in nb.cells)


def loose_digits(cell):
    """The digits of a Markdown cell that are neither minutes, years, lesson numbers nor in a cited text."""
    prose = NOT_PROSE.sub(" ", cell.source)
    return [
        paragraph.strip()
        for paragraph in re.split(r"\n\s*\n", prose)
        if re.search(r"\d", MINUTES_OR_YEARS.sub("", paragraph)) and not CITED.search(paragraph)
    ]


def about_the_cells(nb, number):
    ids = [cell.id for cell in nb.cells]
    strange = [i for i in ids if not re.fullmatch(rf"{number}(-[a-z]+)+", i)]
    yield from (f"{i}: the id is not {number}- and words" for i in strange)
    yield from (f"{i}: the id is there twice" for i in set(ids) if ids.count(i) > 1)
    yield from (f"{cell.id}: an empty cell" for cell in nb.cells if not cell.source.strip())
    for cell in code(nb):
        if cell.outputs or cell.execution_count is not None:
            yield f"{cell.id}: has outputs or a run number"
        if not cell.metadata.get("jupyter", {}).get("source_hidden"):
            yield f"{cell.id}: its code is not hidden at first"
        lines = [line for line in cell.source.splitlines() if line.strip()]
        if len(lines) > (10 if cell.id.endswith("-under-the-hood") else 3):
            yield f"{cell.id}: {len(lines)} lines of code"
        if any(len(line) > 100 for line in lines):
            yield f"{cell.id}: a line that is too long to read aloud"
    for cell in markdown(nb):
        if "$" in cell.source:
            yield f"{cell.id}: a dollar sign, which JupyterLab reads as mathematics"
        if cell is not nb.cells[0]:  # which says how many minutes, in many ways
            yield from (f"{cell.id}: digits without a source: {text}" for text in loose_digits(cell))


def about_the_whole(nb, stem):
    number, name = stem[:2], stem[3:]
    titles = [line for cell in markdown(nb) for line in cell.source.splitlines() if line.startswith("# ")]
    if len(titles) != 1 or not nb.cells[0].source.startswith("# "):
        yield f"one title at the very top, not {titles}"
    elif name not in slug(titles[0]):
        yield f"the title {titles[0]!r} says something else than the file's name {name!r}"
    if "you will be able to" not in nb.cells[0].source.lower():
        yield "the title cell lacks “you will be able to …”"
    setups = [cell for cell in code(nb) if cell.id == f"{number}-setup"]
    if len(setups) != 1 or setups[0] is not code(nb)[0]:
        yield f"{number}-setup must be there once, and be the first code cell"
    elif f'open_lesson("{stem}"' not in setups[0].source:
        yield f"{number}-setup doesn't open {stem}"
    lacks = {part for part in PARTS if not has_part(nb, part)} - MAY_LACK.get(number, {}).keys()
    yield from (f"the part “{part}” is missing" for part in sorted(lacks))
    for cell in markdown(nb):
        if cell.id == f"{number}-story" and len(cell.source.split()) > 120:
            yield f"{cell.id}: {len(cell.source.split())} words, and a story has 120 at most"
        if cell.id == f"{number}-notice" and "<details>" not in cell.source:
            yield f"{cell.id}: no hint in <details>"


def about_the_metadata(nb):
    about = nb.metadata.get("privlessons", {})
    if about.get("autorun") is not True:
        yield "metadata: autorun is not true"
    if not str(about.get("question", "")).endswith("?"):
        yield "metadata: the question is not a question"
    elif about["question"] not in nb.cells[0].source:
        yield "metadata: the question is not the title cell's"
    minutes = about.get("minutes", {})
    if not all(isinstance(minutes.get(key), int) for key in ("core", "stretch")):
        yield "metadata: minutes need core and stretch, both whole numbers"
    elif not 1 <= minutes["core"] <= 30:
        yield f"metadata: a core of {minutes['core']} minutes"
    elif not re.search(rf"\b{minutes['core']}[ -]minutes?\b", nb.cells[0].source):
        yield "metadata: the core's minutes are not the title cell's"
    steps = about.get("steps")
    if not steps or not all(isinstance(step, str) for step in steps) or len(set(steps)) != len(steps):
        yield "metadata: steps must be words, each once"
    if nb.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "metadata: the kernel is not python3, so Jupyter would ask for one"


def problems(nb, stem):
    """Everything about a notebook that is not as all lessons are, a sentence each."""
    return [*about_the_cells(nb, stem[:2]), *about_the_whole(nb, stem), *about_the_metadata(nb)]
