"""Tries to break Earmark: `poe faults [ROW...] [--quick] [--json FILE]` prints the fault table."""

import argparse
import importlib
import json
import logging
import pkgutil
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

import tests.faults.rows as here
from tests.faults.row import Row
from tests.faults.table import document, table


def names() -> list[str]:
    """The rows there are: each is a module with `run(quick: bool) -> Row`."""
    return sorted(info.name for info in pkgutil.iter_modules(here.__path__))


def run_row(name: str, *, quick: bool) -> Row:
    """Try one row; `quick` means fewer tries of the same."""
    row: Row = importlib.import_module(f"tests.faults.rows.{name}").run(quick)
    return row


def main(words: Sequence[str]) -> int:
    """Try the named rows (all for none) and print one table; 1 when one of them misses its target or cannot be run."""
    parser = _parser()
    arguments = parser.parse_args(words)
    if unknown := set(arguments.rows) - set(names()):
        parser.error(f"there is no row {', '.join(sorted(unknown))}")
    logging.disable()  # what is tried is full of what is worth a line in a log
    rows = [_tried(name, quick=arguments.quick) for name in arguments.rows or names()]
    rows.sort(key=lambda row: row.number)
    print("\n".join(table(rows)))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(document(rows), indent=2) + "\n", encoding="utf-8")
    return 0 if all(row.passed for row in rows) else 1


def _tried(name: str, *, quick: bool) -> Row:
    _say(f"{name} ...")
    began = time.perf_counter()
    try:
        row = run_row(name, quick=quick)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one row, the others are tried
        traceback.print_exc()
        row = Row(0, name, 0, "", "", (f"could not be run to its end: {error}",))
    _say(f"{name}: {time.perf_counter() - began:.0f} s")
    return row


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="poe faults", description="Try to break Earmark; print the fault table.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"instead of all: {', '.join(names())}")
    parser.add_argument("--quick", action="store_true", help="fewer tries of every row")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table to a file, too")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
