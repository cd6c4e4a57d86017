"""Proves that a stranger can start: from a clone, in new environments, the README's two commands and `pip install .`
work.

Takes minutes and needs the package index. Exit code 1 with the failing step's output when one fails.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run all steps in a scratch folder; returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="earmark-fresh-") as scratch:
        clone = Path(scratch) / "clone"
        step("clone", ["git", "clone", "--quiet", "--no-local", str(ROOT), str(clone)])
        step(
            "app on the demonstration sounds", [sys.executable, "packaging/dev.py", "app"], cwd=clone, must_print=SEARCH
        )
        step("test", [sys.executable, "packaging/dev.py", "test"], cwd=clone, must_print=" passed")
        installed(Path(scratch), clone)
    print("fresh: all steps passed")
    return 0


SEARCH = "Search: church bell"


def installed(scratch: Path, clone: Path) -> None:
    """`pip install .` into an empty environment gives an `earmark` that does its job far from the checkout."""
    environment, source = scratch / "environment", scratch / "source"
    step("empty environment", [sys.executable, "-m", "venv", str(environment)])
    step("plain source", ["git", "clone", "--quiet", "--no-local", str(clone), str(source)])
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    step("pip install .", [str(binaries / "python"), "-m", "pip", "install", "--quiet", "."], cwd=source)
    sounds = scratch / "sounds"
    shutil.copytree(source / "resources" / "demo", sounds)
    shutil.rmtree(source)
    earmark = [str(binaries / "earmark"), "--profile", str(scratch / "profile")]
    step("earmark index", [*earmark, "index", str(sounds)], cwd=scratch)
    step("earmark search", [*earmark, "search", "church bell", "--limit", "3"], cwd=scratch, must_print="bell")
    picture = scratch / "window.png"
    step("earmark --screenshot", [*earmark, "--screenshot", str(picture)], cwd=scratch)
    if not picture.is_file():
        sys.exit("fresh: the window was not drawn")


def step(name: str, command: list[str], *, cwd: Path | None = None, must_print: str = "") -> None:
    """Run one step without a display and without this environment's Python settings; stop at the first that fails."""
    print(f"fresh: {name}...", flush=True)
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode or must_print not in done.stdout:
        sys.exit(f"fresh: {name} failed ({done.returncode}):\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")


if __name__ == "__main__":
    sys.exit(main())
