"""The developer's commands, with all the set-up they need: a fresh checkout on a fresh machine is enough.

    python3 packaging/dev.py app [FOLDER...]    open Earmark (on demonstration sounds without a folder)
    python3 packaging/dev.py test [ARGUMENT...] run the test suite
    python3 packaging/dev.py run COMMAND...     run a command of the environment, such as: poe check

Only Python's standard library is used here. On the way: missing system libraries are found (and installed where apt
and root allow, otherwise the exact line is printed), `.venv` is made, and Earmark is installed into it.
"""

import ctypes
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")

# Debian's package for each library that Qt needs; the first six for any use, the others for a window on X11.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# On Linux the package index's torch brings gigabytes of CUDA; torch's own index has the plain build.
CPU_TORCH_INDEX = "https://download.pytorch.org/whl/cpu"

WHOLE_SUITE = ("-q", "--numprocesses=logical", "--maxprocesses=4", "--dist=loadfile", "--max-worker-restart=0")
"""A process a core; each of them may hold two networks in memory, so no more than four. One that dies ends the run with
the name of its test: another in its place may wait for ever for tests that nobody hands out.
"""

TEST_MINUTES = 30
"""No run takes as long, on the slowest machine; one that stands still must not keep its machine."""

EXAMPLE_SEARCHES = ("church bell", "rain -frying", "a bird singing length:<2")


def main() -> int:
    """Run one command; returns its exit code."""
    command, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if sys.version_info < (3, 11):
        print(f"Earmark needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    if command == "app":
        return app(arguments)
    if command == "test":
        need_libraries(QT_LIBRARIES)
        make_environment("dev")
        return test(arguments)
    if command == "run" and arguments:
        need_libraries(QT_LIBRARIES)
        make_environment("dev")
        return run([BIN / arguments[0], *arguments[1:]])
    print(__doc__, file=sys.stderr)
    return 2


def test(arguments: list[str]) -> int:
    """Run what these arguments of pytest say; without any the whole suite, which is ended when it stands still."""
    pytest = [BIN / "python", "-m", "pytest"]
    # Many tests start processes, which would all compile Earmark again where Python is told to keep nothing.
    variables = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    if arguments:
        return run([*pytest, *arguments], **variables)
    # A group of their own: a process of theirs that stays would keep what reads their output waiting.
    group = None if os.name == "nt" else 0
    with subprocess.Popen([*pytest, *WHOLE_SUITE], env=os.environ | variables, process_group=group) as suite:
        try:
            return suite.wait(TEST_MINUTES * 60)
        except KeyboardInterrupt:
            end(suite, signal.SIGINT)
            return 130
        except subprocess.TimeoutExpired:
            print(f"\nThe tests did not end within {TEST_MINUTES} minutes, so they were killed.", file=sys.stderr)
            end(suite, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
            return 1


def end(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Tell a process, and on POSIX systems all of its group, to end."""
    if os.name == "nt":
        process.terminate()
    else:
        os.killpg(process.pid, how)


def app(folders: list[str]) -> int:
    """Open the window; without a display, do the same job on the command line."""
    display = has_display()
    if display:
        need_libraries(QT_LIBRARIES | (X11_LIBRARIES if os.environ.get("DISPLAY") else {}))
    make_environment("")
    if folders:
        return open_on(folders, [], display=display)
    with tempfile.TemporaryDirectory(prefix="earmark-demo-", ignore_cleanup_errors=True) as scratch:
        sounds = Path(scratch) / "Demonstration sounds"
        shutil.copytree(ROOT / "resources" / "demo", sounds, ignore=shutil.ignore_patterns("*.md"))
        print("Opening on demonstration sounds, in a scratch profile that is deleted afterwards.", flush=True)
        return open_on([str(sounds)], ["--profile", str(Path(scratch) / "profile")], display=display)


def open_on(folders: list[str], profile: list[str], *, display: bool) -> int:
    """The window on these folders, or the same job on the command line."""
    earmark = [BIN / "earmark", *profile]
    if display:
        return run([*earmark, *folders])
    print("There is no display here, so Earmark does its job on the command line instead.", flush=True)
    code = run([*earmark, "index", *folders])
    if code not in (0, 3):
        return code
    print("\nTags:", flush=True)
    run([*earmark, "tag", "--top", "4", *folders])
    for text in EXAMPLE_SEARCHES:
        print(f"\nSearch: {text}", flush=True)
        run([*earmark, "search", text, "--limit", "3"])
    return 0


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def need_libraries(libraries: dict[str, str]) -> None:
    """Make sure that system libraries are there: install them where that is allowed, else say how and stop."""
    if sys.platform != "linux":
        return
    missing = [package for library, package in libraries.items() if not loads(library)]
    if missing:
        install_packages(missing)


def loads(library: str) -> bool:
    """Whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root, else print the exact line and stop."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        sys.exit(
            f"Missing system libraries; Debian calls their packages: {' '.join(packages)}. Install yours and try again."
        )
    if os.geteuid() != 0:
        sys.exit(f"Missing system libraries. Install them and try again:\n  sudo {' '.join(line)}")
    print(f"Installing system libraries: {' '.join(packages)}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    if subprocess.run([*line, "-qq"], env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        sys.exit(f"The system libraries could not be installed. Try it yourself:\n  {' '.join(line)}")


def make_environment(extra: str) -> None:
    """Make `.venv` and install Earmark into it, unless that was done for this very pyproject.toml."""
    stamp = VENV / f"earmark-{extra or 'app'}.stamp"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        make_venv()
    print("Installing Earmark and what it needs (the first time takes some minutes)...", flush=True)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    install = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target]
    if run([*install, *torch_index()]) != 0:
        sys.exit("The installation failed; the lines above say why. Mend that and run the same command again.")
    stamp.write_text(wanted)


def make_venv() -> None:
    """Make an empty environment; on Debian its tools may be missing."""
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if sys.platform == "linux":
        install_packages(["python3-venv"])
    if subprocess.run(command, check=False).returncode:
        sys.exit(f"No environment could be made in {VENV}; the lines above say why.")


def torch_index() -> list[str]:
    """Options that make pip take torch's plain build on Linux, where its index can be reached."""
    if sys.platform != "linux":
        return []
    try:
        urllib.request.urlopen(f"{CPU_TORCH_INDEX}/torch/", timeout=5).close()
    except OSError:
        return []
    return ["--extra-index-url", CPU_TORCH_INDEX]


def run(command: list[str | Path], **variables: str) -> int:
    """Run a command in the checkout with some environment variables; returns its exit code."""
    try:
        return subprocess.run(
            [str(part) for part in command], cwd=None, env=os.environ | variables, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
