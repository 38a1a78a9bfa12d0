"""`python -m benchmarks [NAME ...]` runs all or the named benchmarks, prints a table, keeps the figures."""

import json
import pkgutil
import sys
import traceback
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
LATEST = HERE / "latest.json"
COLUMNS = ("name", "ours", "peer", "unit", "ratio", "goal", "met")


def modules():
    return [m.name for m in pkgutil.iter_modules([str(HERE)]) if not m.name.startswith("_")]


def written(value):
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "NO"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def table(rows):
    """Return the rows as lines of text, the columns under each other."""
    cells = [COLUMNS, *[tuple(written(row[column]) for column in COLUMNS) for row in rows]]
    widths = [max(len(line[i]) for line in cells) for i in range(len(COLUMNS))]
    lines = ["  ".join(word.ljust(w) for word, w in zip(c, widths, strict=True)) for c in cells]
    return "\n".join(line.rstrip() for line in lines)


def main(wanted):
    """Run them one after the other; what isn't run now keeps its last figures."""
    rows, failed = [], []
    for name in wanted or modules():
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            found = import_module(f"benchmarks.{name}").run()
            rows += [found] if isinstance(found, dict) else list(found)
        except Exception:
            traceback.print_exc()
            failed.append(name)
    kept = json.loads(LATEST.read_text("utf-8")) if wanted and LATEST.exists() else []
    fresh = {row["name"] for row in rows}
    rows = [row for row in kept if row["name"] not in fresh] + rows
    LATEST.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(table(rows))
    if failed:
        print(f"Not measured, because of an error: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed or not all(row["met"] for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
