"""How a command gets at the library: for reading always, for writing as its holder, or by handing the job to the
holder.
"""

import threading
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark, ignore
from desktop_app.cli.output import BUSY, FAILED, WRONG_USAGE, CommandError, say
from desktop_app.core.events import IndexEvent, LibraryNoticed, Remedy
from desktop_app.file_changes.tag_writing import sweep_unfinished
from desktop_app.open_profile.keeping import what_begins_anew, what_is_lost
from desktop_app.other_processes.instance import Holder, hand_over
from desktop_app.other_processes.jobs import run_job
from desktop_app.other_processes.local_socket import NoReplyError, Reply, Request
from desktop_app.paths import Profile

_BUSY_SENTENCE: Final = (
    "Another Earmark is using this library and does not take jobs. Close it, or wait until it has ended, and try again."
)
_PATIENCE: Final = 5.0
"""Seconds."""
_PAUSE: Final = 0.1


TO_RESTORE: Final = "Run “earmark library restore”: it brings the newest backup back."
_ADVICE: Final = {
    Remedy.NONE: "",
    Remedy.REPAIR: " End this and run “earmark library repair”: it keeps the damaged file and saves what can be saved.",
    Remedy.RESTORE: " If you miss it, end this and run “earmark library restore”: it brings the newest backup back.",
}


def say_notices(event: IndexEvent) -> None:
    """Say what there is to say of the library's own files."""
    if isinstance(event, LibraryNoticed):
        say(f"{event.sentence}{_ADVICE[event.remedy]}")


def profile_of(arguments: Namespace) -> Profile:
    """The profile that `--profile` names, or the platform's."""
    return Profile.at(Path(arguments.profile) if arguments.profile else None)


@contextmanager
def reading(arguments: Namespace) -> Iterator[Earmark]:
    """The library for reading; works beside any writer."""
    with Earmark(profile_of(arguments), writable=False, in_process=arguments.in_process, notify=say_notices) as earmark:
        if lost := what_is_lost(earmark.profile, earmark.backups):
            say(f"{lost} {TO_RESTORE}")
        elif anew := what_begins_anew(earmark.profile, earmark.backups):
            say(anew)
        yield earmark


@contextmanager
def holding(
    arguments: Namespace, notify: Callable[[IndexEvent], None] = ignore, *, embedder: str | None = None
) -> Iterator[tuple[Earmark, Holder] | None]:
    """The library for writing, or None when another process holds it; `embedder` instead of the one set."""
    profile = profile_of(arguments)
    holder = Holder.acquire(profile)
    if holder is None:
        yield None
        return
    try:
        with Earmark(
            profile,
            writable=True,
            in_process=arguments.in_process,
            notify=notify,
            embedder=embedder,
            at_once=getattr(arguments, "jobs", None),
            measuring=getattr(arguments, "measuring", True),
            moments=getattr(arguments, "moments", True),
        ) as earmark:
            sweep_unfinished(earmark)
            try:
                yield earmark, holder
            finally:
                # Jobs that were taken end with the work they wait for; a new one would find the library closed.
                holder.leave()
    finally:
        holder.close()


def do_job(
    arguments: Namespace,
    request: Request,
    notify: Callable[[IndexEvent], None] = say_notices,
    *,
    embedder: str | None = None,
) -> dict[str, Any]:
    """Do a job here when no other process holds the library, else there. Raises CommandError.

    `embedder`: the one to open the library with, for a job that must work when the one that was set is gone.
    """
    for _ in patiently():
        with holding(arguments, notify, embedder=embedder) as held:
            if held is not None:
                return _do_here(*held, request)
        reply = _do_there(profile_of(arguments), request)
        if reply is not None:
            return _result(reply)
    raise CommandError(_BUSY_SENTENCE, BUSY)


def do_in_other(profile: Profile, request: Request, *, goes_on: bool = False) -> dict[str, Any]:
    """Have the process that holds the library do a job. Raises CommandError.

    `goes_on`: whether it does what it has shown, and nothing need be said of it again.
    """
    reply = _do_there(profile, request, goes_on=goes_on)
    if reply is None:
        raise CommandError(_BUSY_SENTENCE, BUSY)
    return _result(reply)


def patiently() -> Iterator[None]:
    """Tries, as long as another process may be just starting (and take jobs soon) or just ending (and be gone soon)."""
    give_up = time.monotonic() + _PATIENCE
    while True:
        yield
        if time.monotonic() >= give_up:
            return
        time.sleep(_PAUSE)


def one_at_a_time(earmark: Earmark) -> Callable[[Request], Reply]:
    """Does jobs for this process and for others, one after the other."""
    lock = threading.Lock()

    def do(request: Request) -> Reply:
        with lock:
            return run_job(earmark, request)

    return do


def _do_here(earmark: Earmark, holder: Holder, request: Request) -> dict[str, Any]:
    do = one_at_a_time(earmark)
    earmark.indexer.start()
    earmark.keeper.start()
    # Whoever comes while this command runs can hand its job over too.
    holder.serve(do)
    result = _result(do(request))
    holder.finish()
    return result


def _do_there(profile: Profile, request: Request, *, goes_on: bool = False) -> Reply | None:
    def taken() -> None:
        if not goes_on:
            say("the Earmark that has this library open does the job")

    try:
        return hand_over(profile, request, taken=taken)
    except NoReplyError:
        raise CommandError("The Earmark that was doing the job ended before it was done: try again.") from None


def _result(reply: Reply) -> dict[str, Any]:
    if "error" in reply:
        raise CommandError(str(reply["error"]), WRONG_USAGE if reply.get("not_there") else FAILED)
    result: dict[str, Any] = reply["result"]
    return result
