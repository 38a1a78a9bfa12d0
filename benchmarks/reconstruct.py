"""Blocks solved back from their tables: how fast, beside OR-Tools' CP-SAT and HiGHS asked again and again.

CP-SAT gets the very lines that HiGHS gets, in an environment of its own, and must find as many blocks. Times
are of the processor, not of the clock on the wall.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import row
from privlessons.activities.rebuild import BLOCK, PRINTS
from privlessons.blocks import Schema
from privlessons.publishing import STANDARD, publish
from privlessons.recon_solver import model, solve
from privlessons.reconstruction import reconstruct, reconstructing

BLOCKS, PEOPLE, SEED = 30, 12, 4
PEER = """
import json, sys, time
from ortools.sat.python import cp_model

upper, rows = json.load(open(sys.argv[1]))
model = cp_model.CpModel()
x = [model.new_int_var(0, int(u), f"x{i}") for i, u in enumerate(upper)]
far = 10**12
for terms, low, high in rows:
    line = sum(int(v) * x[int(i)] for i, v in terms.items())
    model.add_linear_constraint(line, max(-far, low), min(far, high))
class Found(cp_model.CpSolverSolutionCallback):
    many = 0
    def on_solution_callback(self):
        self.many += 1
found, solver = Found(), cp_model.CpSolver()
solver.parameters.enumerate_all_solutions = True
solver.parameters.num_workers = 1
start = time.process_time()
status = solver.solve(model, found)
print(json.dumps([found.many, time.process_time() - start, solver.status_name(status)]))
"""


def took(work):
    """Return what ``work`` gives, and the seconds of processor time it took."""
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def by_cp_sat(totals, folder):
    """Return how many blocks CP-SAT finds, and the seconds it took, in an environment of its own."""
    uv, python = Path(sys.executable).with_name("uv"), folder / "peer" / "bin" / "python"
    if not python.exists():
        for command in (
            [uv, "venv", "-q", folder / "peer"],
            [uv, "pip", "install", "-q", "--python", python, "ortools"],
        ):
            subprocess.run(list(map(str, command)), check=True)
    upper, rows = model(totals, Schema())
    lines = [(terms, max(low, -1e12), min(high, 1e12)) for terms, low, high in rows]
    lines = [(terms, round(low), round(high)) for terms, low, high in lines]
    (folder / "model.json").write_text(json.dumps([upper, lines]), "utf-8")
    (folder / "peer.py").write_text(PEER, "utf-8")
    command = [str(python), str(folder / "peer.py"), str(folder / "model.json")]
    many, seconds, status = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    assert status == "OPTIMAL", status  # that is: all were found
    return many, seconds


def by_highs(totals):
    """Return how many blocks HiGHS finds if it is asked for another one until there is none."""
    found = []
    while True:
        block, proved = solve(totals, Schema(), found, seconds=60)
        assert proved
        if block is None:
            return len(found)
        found.append(block)


def random_blocks():
    rng = random.Random(SEED)
    for _ in range(BLOCKS):
        yield [
            (min(99, max(0, round(rng.gauss(40, 22)))), rng.choice("fm"), rng.choice(["no", "no", "yes"]))
            for _ in range(PEOPLE)
        ]


def first_answers():
    """Yield the seconds until something is shown, for each number of tables and each way to print them."""
    for options in PRINTS.values():
        for many in range(1, len(STANDARD) + 1):
            publication = publish(BLOCK, STANDARD[:many], **options)
            steps = reconstructing(publication, known=BLOCK)
            yield took(lambda s=steps: next(s))[1]


def run():
    nine, ten = publish(BLOCK, STANDARD[:9]), publish(BLOCK, STANDARD[:10])
    answer, ours = took(lambda: reconstruct(nine))
    few, ours_few = took(lambda: reconstruct(ten))
    again, highs = took(lambda: by_highs(ten.totals))
    with tempfile.TemporaryDirectory() as folder:
        many, cp_sat = by_cp_sat(nine.totals, Path(folder))
    assert (many, again) == (answer.count, few.count)
    blocks = [took(lambda b=block: reconstruct(publish(b))) for block in random_blocks()]
    counted = sum(a.exact for a, _ in blocks)
    assert all(a.count for a, _ in blocks)
    return [
        row("all blocks of nine tables, CP-SAT", round(ours, 3), "s", 1, peer=round(cp_sat, 3)),
        row("all blocks of ten tables, HiGHS", round(ours_few, 3), "s", 1, peer=round(highs, 3)),
        row(
            f"slowest of {BLOCKS} blocks of {PEOPLE}, all tables", round(max(s for _, s in blocks), 2), "s", 2
        ),
        row(
            f"blocks of {PEOPLE} counted exactly", counted, f"of {BLOCKS}", BLOCKS // 2, lower_is_better=False
        ),
        row("slowest first answer on Mika's block", round(1000 * max(first_answers()), 1), "ms", 150),
    ]
