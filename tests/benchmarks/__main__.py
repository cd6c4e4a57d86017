"""Runs the benchmarks: `poe bench [NAME...]`. Each line has a ratio against a baseline measured in the same run."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType

import tests.benchmarks as here


def main(wanted: list[str]) -> int:
    """Run the named benchmark modules (all for none) and print one table."""
    print(f"{'benchmark':<58} {'value':>12}  {'against':<44} ratio")
    for module in _modules(wanted):
        for result in module.run():
            ratio = "" if result.ratio is None else f"{result.ratio:.2f}x"
            value = f"{result.value:,.4g} {result.unit}"
            print(f"{result.name:<58} {value:>12}  {result.baseline:<44} {ratio}", flush=True)
    return 0


def _modules(wanted: list[str]) -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(here.__path__):
        if info.name in ("__main__", "result") or (wanted and info.name not in wanted):
            continue
        yield importlib.import_module(f"tests.benchmarks.{info.name}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
