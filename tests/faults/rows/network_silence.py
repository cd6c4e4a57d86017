"""A whole session, from the first folder to the repair of the library: no process asks anything of a network."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import psutil

from desktop_app.library.library import Library
from desktop_app.open_profile.embedder_list import spec_of
from desktop_app.paths import Profile
from desktop_app.settings import Settings
from tests import sounds
from tests.faults import socket_watch
from tests.faults.killing import FAKE, QUICK, wait_until, work_for
from tests.faults.row import Row, shortened
from tests.gui.profile import VOCABULARY

_NO_NETWORK: Final = ("unshare", "--map-root-user", "--net")
"""In a network of its own that has no way out."""
_CALLS: Final = ("strace", "-f", "--seccomp-bpf", "-qq", "-A", "--trace=connect,sendto,sendmsg,sendmmsg,bind")
_TRY: Final = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))"
"""Does what must not be done, to see that it is noticed: asks for an address that is nobody's."""
_SECONDS: Final = 300.0
_OPEN_SECONDS: Final = 30.0
"""A window and a watch: what a library collects behind one's back is sent once in a while."""
_HERE: Final = Path(__file__).parents[3]


def run(quick: bool) -> Row:
    """Every command and the window (quick: the window alone, with a network that is loaded at once), overheard."""
    with TemporaryDirectory() as scratch:
        session = _Session(Path(scratch), quick=quick)
        session.check_the_ears()
        commands = session.play()
        attempts, processes = session.attempts, session.processes
    problems = [*session.problems, *attempts]
    if processes <= commands:
        problems.append(f"only {processes} processes were listened to: their children are missing")
    return Row(
        24,
        f"a session in windows and on the command line ({commands} commands), without a network",
        processes,
        "0 connections, look-ups and open ports tried by any process",
        f"{len(attempts)} tried",
        shortened(problems),
        session.limit,
    )


@dataclass
class _Session:
    """A person's way through the program, overheard."""

    place: Path
    quick: bool
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._root = self.place / "Sounds"
        self._root.mkdir()
        self._profile = self.place / "profile"
        self._noted, self._calls = self.place / "noted", self.place / "calls"
        (self.place / "sitecustomize.py").write_text("from tests.faults.socket_watch import watch\n\nwatch()\n")
        (self.place / "mine.toml").write_text(VOCABULARY, encoding="utf-8")
        for number in range(4):
            sounds.make(self._root, name=f"sound {number}", frames=sounds.noise(0.5, seed=number))
        self._wrapper: list[str] = []
        missing = []
        for what, wrapper, wanted in (
            ("a network without routes", _NO_NETWORK, True),
            ("what processes ask of the system itself", (*_CALLS, f"--output={self._calls}"), not self.quick),
        ):
            if wanted and _works([*self._wrapper, *wrapper]):
                self._wrapper += wrapper
            elif wanted:
                missing.append(what)
        self.limit = ", ".join(missing)

    def check_the_ears(self) -> None:
        """A connection that is tried must be noticed, by each listener; then they begin anew."""
        self._start([sys.executable, "-c", _TRY]).communicate()
        heard = {"Python": self._noted}
        heard |= {"the system": self._calls} if _CALLS[0] in self._wrapper else {}
        self.problems += [f"{name} notices nothing" for name, file in heard.items() if "192.0.2.1" not in _text(file)]
        for file in heard.values():
            file.unlink(missing_ok=True)

    def play(self) -> int:
        """How many commands were run."""
        first, root = str(self._root / "sound 0.wav"), str(self._root)
        commands: list[Sequence[str]] = []
        if not self.quick:
            commands = [
                *(("index", root), ("search", "rain on a roof")),
                *(("search", "--like", first), ("tag",), ("tag", first, "--events"), ("status",), ("folder", "list")),
                *(("vocabulary", "import", str(self.place / "mine.toml")), ("vocabulary", "list"), ("tag",)),
                ("export", "embeddings", "--to", str(self.place / "heard.npz")),
                *(("embedder", "list"), ("embedder", "check", "starter"), ("library", "check"), ("library", "backup")),
                *(("library", "restore"), ("library", "repair")),
            ]
        for words in commands:
            self._command(words)
        live: list[Sequence[str]] = [(root,), *([] if self.quick else [("watch", root)])]
        for words in live:
            self._live(words)
        return len(commands) + len(live)

    @property
    def attempts(self) -> list[str]:
        """What was tried."""
        noted = [line for line in _text(self._noted).splitlines() if not line.startswith(socket_watch.STARTED)]
        return noted + [line for line in _text(self._calls).splitlines() if "AF_INET" in line]

    @property
    def processes(self) -> int:
        """Those that were listened to."""
        return _text(self._noted).count(socket_watch.STARTED)

    def _command(self, words: Sequence[str]) -> None:
        process = self._start(self._earmark(words))
        try:
            _, said = process.communicate(timeout=_SECONDS)
        finally:
            _end(process)
        if process.returncode != 0:
            self.problems.append(f"{' '.join(words)} failed: {said.strip()[-300:]}")

    def _live(self, words: Sequence[str]) -> None:
        """A window, or a watch: a sound comes while it is open, is heard, and the window is closed."""
        process = self._start(self._earmark(words))
        profile = self._profile
        embedder_id = FAKE if self.quick else spec_of("starter", Profile.at(profile), Settings()).embedder_id
        try:
            wait_until(_unless_ended(process, lambda: (profile / "writer.json").exists()))
            count = len(list(self._root.iterdir())) + 1
            sounds.make(self._root, name=f"sound {count}", frames=sounds.noise(0.4, seed=count))
            wait_until(_unless_ended(process, lambda: _heard(profile, embedder_id) == count))
            work_for(0 if self.quick else _OPEN_SECONDS)
            _program(process).send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=_SECONDS)
        finally:
            _end(process)
        if process.returncode not in (0, 128 + signal.SIGINT, -signal.SIGINT):
            self.problems.append(f"{' '.join(words)} ended with {process.returncode}: {said.strip()[-300:]}")

    def _earmark(self, words: Sequence[str]) -> list[str]:
        program = QUICK if self.quick else ("-m", "desktop_app")
        return [sys.executable, *program, "--profile", str(self._profile), *words]

    def _start(self, command: Sequence[str]) -> subprocess.Popen[str]:
        environment = os.environ | {
            "PYTHONPATH": f"{self.place}{os.pathsep}{_HERE}",
            socket_watch.FILE: str(self._noted),
            "QT_QPA_PLATFORM": "offscreen",
        }
        return subprocess.Popen(
            [*self._wrapper, *command],
            cwd=_HERE,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )


def _works(wrapper: Sequence[str]) -> bool:
    """Whether this machine lets a command be run so."""
    if shutil.which(wrapper[0]) is None:
        return False
    return subprocess.run([*wrapper, sys.executable, "-c", ""], capture_output=True, check=False).returncode == 0


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _heard(profile: Path, embedder_id: str) -> int:
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        counts = library.sounds.counts(embedder_id)
        return counts.sounds - counts.waiting


def _unless_ended(process: subprocess.Popen[str], happened: Callable[[], bool]) -> Callable[[], bool]:
    return lambda: happened() or process.poll() is not None


def _program(wrapper: subprocess.Popen[str]) -> psutil.Process:
    """The program itself, whatever it is wrapped in."""
    outer = psutil.Process(wrapper.pid)
    return next(
        process
        for process in (outer, *outer.children(recursive=True))
        if "--profile" in process.cmdline() and process.name().startswith("python")
    )


def _end(wrapper: subprocess.Popen[str]) -> None:
    """Leave nothing of it behind, whatever went wrong: a wrapper that is killed lets its program go on."""
    if wrapper.poll() is None:
        for process in psutil.Process(wrapper.pid).children(recursive=True):
            process.kill()
        wrapper.kill()
