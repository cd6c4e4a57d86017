"""How work in a child process can end other than well."""

from typing import Final, Literal

KilledBy = Literal["crash", "hang", "memory", "processor"]

_SENTENCES: Final[dict[str, str]] = {
    "crash": "Reading this file crashed; the file may be damaged.",
    "hang": "Reading this file did not get on and was given up; the file may be damaged, or its drive may hang.",
    "memory": "This file needs more memory than one sound may have.",
    "processor": "Reading this file took far longer than a sound of its size can need; the file may be damaged.",
}


class WorkerDiedError(Exception):
    """The child died over this piece of work; the message is a sentence, `killed_by` says how."""

    def __init__(self, killed_by: KilledBy) -> None:
        super().__init__(_SENTENCES[killed_by])
        self.killed_by: KilledBy = killed_by


class WorkerFailedError(Exception):
    """The work raised an error that nobody expected; its traceback is in the log."""


class WorkerClosedError(Exception):
    """The worker was closed before this piece of work was done."""


class UnwantedError(Exception):
    """Nobody wanted this piece of work any more before it was done."""
