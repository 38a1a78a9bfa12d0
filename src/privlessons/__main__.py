"""The command ``privlessons``: each sub-command lives in a module of its own."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

from privlessons import __version__
from privlessons.records import PlainError

COMMANDS = (
    "opening",
    "scan",
    "classroom.command",
    "commands.facts",
    "commands.request",
    "commands.signs",
)  # modules with add_parser(subparsers); they import what is heavy when run


def parser() -> argparse.ArgumentParser:
    """Build the parser of all sub-commands."""
    top = argparse.ArgumentParser(
        prog="privlessons",
        description="A workbook about what happens to the messages you type into an AI chatbot. "
        "Without a command it opens in your browser.",
    )
    top.add_argument("--version", action="version", version=f"privlessons {__version__}")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    for module in COMMANDS:
        import_module(f"privlessons.{module}").add_parser(commands)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run the command; return 0, or 2 after an error that was told in one sentence."""
    argv = sys.argv[1:] if argv is None else argv
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help", "--version")):
        argv = ["open", *argv]
    args = parser().parse_args(argv)
    try:
        return args.run(args) or 0
    except PlainError as error:
        print(f"privlessons: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
