"""One child process and the pipes to it, as its supervisor sees it."""

import logging
import math
import multiprocessing
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Final

from desktop_app.engine.processes.worker_child import start

_LAST_WORDS: Final = 2000
"""Characters of the child's error output that are kept for the log."""
_log = logging.getLogger(__name__)


class HungUp:
    """Stands for a message where the child has closed its end."""


class ChildProcess:
    """A freshly spawned process; the thread that makes it must live as long as it does, and call `end`."""

    def __init__(self, main: str, arguments: tuple[Any, ...], name: str) -> None:
        """Starts "package.module:function" in a new interpreter. Raises OSError if the system refuses."""
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._waiting = _Waiting()
        self._errors, their_errors = context.Pipe(duplex=False)
        self._errors_open = os.name == "posix"  # elsewhere the child sends its error output nowhere
        self._words = ""
        self._unfinished = ""
        self._name = name
        self.ready = False
        """True once the child has said that it takes orders."""
        self._process = context.Process(target=start, args=(theirs, their_errors, main, *arguments), name=name)
        try:
            with _interrupts_blocked():
                self._process.start()
        except OSError:
            self._close_pipes()
            raise
        finally:
            theirs.close()
            their_errors.close()
        self.pid = self._process.pid
        """The process id, also when the process is over: other threads may ask just then."""
        if self._errors_open:
            os.set_blocking(self._errors.fileno(), False)

    def wait(self, bell: "Connection[Any, Any]", seconds: float) -> None:
        """Until a message or error output has come, the process has ended or the bell rung; so long at most."""
        errors = [self._errors] if self._errors_open else []
        self._waiting(seconds, self.connection, self._process.sentinel, bell, *errors)

    def send(self, message: object) -> bool:
        """Send a message; False when the child has hung up."""
        try:
            self.connection.send(message)
        except OSError:
            return False
        return True

    def receive(self) -> object | None:
        """The next message that has come, None if there is none, `HungUp` at the end."""
        try:
            return self.connection.recv() if self._waiting(0.0, self.connection) else None
        except (EOFError, OSError):
            return HungUp()

    def listen(self) -> None:
        """Take over what the child wrote to its error output."""
        while self._errors_open:
            try:
                said = os.read(self._errors.fileno(), 1 << 14)
            except BlockingIOError:
                return
            except OSError:
                said = b""
            if not said:
                self._errors_open = False
                return
            text = said.decode(errors="replace")
            lines = (self._unfinished + text).split("\n")
            self._unfinished = lines.pop()[-_LAST_WORDS:]
            for line in lines:
                _log.debug("%s: %s", self._name, line)
            self._words = (self._words + text)[-_LAST_WORDS:]

    def end(self, *, kill: bool) -> int | None:
        """Wait for the end of the process, killing it if so asked or if it lingers; returns its exit code."""
        if not kill:
            self._process.join(1.0)
        self._process.kill()
        self._process.join()
        self.listen()
        code = self._process.exitcode
        self._process.close()
        self._close_pipes()
        return code

    def last_words(self) -> str:
        """The end of what the child wrote to its error output."""
        return self._words.strip() or "nothing"

    def _close_pipes(self) -> None:
        self.connection.close()
        self._errors.close()


class _Waiting:
    """Waits for the same few things again and again.

    multiprocessing's own `wait` and `poll` make a selector and register everything anew each time, which for short
    sounds took as long as all else that the parent does.
    """

    def __init__(self) -> None:
        self._polls: dict[tuple[object, ...], Any] = {}

    def __call__(self, seconds: float, *things: Any) -> bool:
        """Whether something has come, or ended, within so many seconds."""
        if sys.platform == "win32":
            return bool(wait(things, seconds))
        poll = self._polls.get(things)
        if poll is None:
            poll = self._polls[things] = select.poll()
            for thing in things:
                poll.register(thing, select.POLLIN)
        return bool(poll.poll(math.ceil(1000 * seconds)))


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """A process started inside never gets Ctrl+C, not even before it can ignore it: it inherits this thread's mask."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Whoever starts the first process starts this one beside it, and unblocks interrupts behind it.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
