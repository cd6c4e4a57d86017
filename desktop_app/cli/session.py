"""How a command gets at the library: for reading always, for writing as its holder, or by handing the job to the
holder.
"""

import threading
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.app import Earmark, ignore
from desktop_app.cli.output import BUSY, FAILED, CommandError
from desktop_app.core.events import IndexEvent
from desktop_app.instance import Holder, Reply, Request, hand_over
from desktop_app.jobs import run_job
from desktop_app.paths import Profile

_BUSY_SENTENCE = (
    "Another Earmark is using this library and does not take jobs. Close it, or wait until it has ended, and try again."
)


def profile_of(arguments: Namespace) -> Profile:
    """The profile that `--profile` names, or the platform's."""
    return Profile.at(Path(arguments.profile) if arguments.profile else None)


@contextmanager
def reading(arguments: Namespace) -> Iterator[Earmark]:
    """The library for reading; works beside any writer."""
    with Earmark(profile_of(arguments), writable=False, in_process=arguments.in_process) as earmark:
        yield earmark


@contextmanager
def holding(
    arguments: Namespace, notify: Callable[[IndexEvent], None] = ignore
) -> Iterator[tuple[Earmark, Holder] | None]:
    """The library for writing, or None when another process holds it."""
    profile = profile_of(arguments)
    holder = Holder.acquire(profile)
    if holder is None:
        yield None
        return
    try:
        with Earmark(profile, writable=True, in_process=arguments.in_process, notify=notify) as earmark:
            yield earmark, holder
    finally:
        holder.close()


def do_job(arguments: Namespace, request: Request, notify: Callable[[IndexEvent], None] = ignore) -> dict[str, Any]:
    """Do a job here when no other process holds the library, else there. Raises CommandError."""
    with holding(arguments, notify) as held:
        if held is not None:
            earmark, holder = held
            # Whoever comes while this command runs can hand its job over too.
            lock = threading.Lock()
            holder.serve(lambda other: _one_at_a_time(lock, earmark, other))
            earmark.indexer.start()
            return _result(_one_at_a_time(lock, earmark, request))
    reply = hand_over(profile_of(arguments), request)
    if reply is None:
        raise CommandError(_BUSY_SENTENCE, BUSY)
    return _result(reply)


def _one_at_a_time(lock: threading.Lock, earmark: Earmark, request: Request) -> Reply:
    with lock:
        return run_job(earmark, request)


def _result(reply: Reply) -> dict[str, Any]:
    if "error" in reply:
        raise CommandError(str(reply["error"]), FAILED)
    result: dict[str, Any] = reply["result"]
    return result
