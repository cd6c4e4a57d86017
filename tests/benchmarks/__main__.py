"""Runs the benchmarks: `poe bench [NAME...] [--json FILE]`. Each ratio is against a baseline of the same run."""

import argparse
import importlib
import json
import pkgutil
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

import tests.benchmarks as here
from tests.benchmarks.result import Result
from tests.benchmarks.table import document, table

_NO_BENCHMARKS = {"__main__", "result", "table"}


def names() -> list[str]:
    """The benchmarks there are: each is a module with `run() -> Iterable[Result]`."""
    return [info.name for info in pkgutil.iter_modules(here.__path__) if info.name not in _NO_BENCHMARKS]


def main(words: Sequence[str]) -> int:
    """Run the named benchmarks (all for none) and print one table; 1 when one of them could not be run to its end.

    A missed target is marked and is no failure: machines are noisy.
    """
    parser = _parser()
    arguments = parser.parse_args(words)
    if unknown := set(arguments.names) - set(names()):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    results: list[Result] = []
    failed = [name for name in arguments.names or names() if not _ran(name, results)]
    print("\n".join(table(results)))
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(document(results), indent=2) + "\n", encoding="utf-8")
    if failed:
        _say(f"could not be run to the end: {', '.join(failed)}")
    return 1 if failed else 0


def _ran(name: str, results: list[Result]) -> bool:
    """Run a benchmark, adding what it measures to `results`; False when it failed, which must not cost the others."""
    _say(f"{name} ...")
    began = time.perf_counter()
    try:
        results.extend(importlib.import_module(f"tests.benchmarks.{name}").run())
    except Exception:  # noqa: BLE001 - whatever goes wrong in one, what hours of others have measured is shown
        traceback.print_exc()
        return False
    _say(f"{name}: {time.perf_counter() - began:.0f} s")
    return True


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="poe bench", description="Measure; print one table with ratios and targets.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"instead of all: {', '.join(names())}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results to a file, too")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
