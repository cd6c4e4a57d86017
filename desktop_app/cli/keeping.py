"""`earmark library`: checking, backing up, restoring and repairing what people made."""

from argparse import Namespace
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.cli.output import BUSY, FAILED, OK, WRONG_USAGE, CommandError, result, say
from desktop_app.cli.session import TO_RESTORE, do_in_other, profile_of
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.rescuing.backup import Backup, BackupKind, Backups
from desktop_app.library.rescuing.checking import UnreadableError, check_cache, check_library, so_many
from desktop_app.library.rescuing.repair import Mender, Repaired
from desktop_app.library.rescuing.table_rows import SAID, TABLES, UNTOLD
from desktop_app.open_profile.keeping import backups_of, shown, what_is_lost
from desktop_app.other_processes.instance import Holder
from desktop_app.paths import Profile

_TO_REPAIR = "Run “earmark library repair”: it keeps the damaged file and saves what can be saved."
_TO_REPAIR_CACHE = (
    "Run “earmark library repair”: your sounds are then listened to again. Nothing that you made is hurt."
)
_TO_BACK_UP = "Run “earmark library backup” to make another backup."
_WHY = {
    BackupKind.DAILY: "daily",
    BackupKind.ASKED: "asked for",
    BackupKind.MIGRATION: "before an update of Earmark",
}
_BUSY_SENTENCE = "Another Earmark is using this library: close it, or wait until it has ended, and try again."


def library_check(arguments: Namespace) -> int:
    """Say what is wrong with the two files; also beside whoever has them open."""
    profile = profile_of(arguments)
    library, library_damaged = _findings(lambda: check_library(profile.library_file))
    cache, cache_damaged = _findings(lambda: check_cache(profile.cache_file))
    backups = backups_of(profile)
    lost = "" if library else what_is_lost(profile, backups)
    damaged = backups.damaged()
    wrong = (*library, *filter(None, [lost]), *cache, *damaged.values())
    for sentence in wrong:
        say(sentence)
    if lost:
        say(TO_RESTORE)
    if library_damaged:
        say(_TO_REPAIR)
    elif cache_damaged:
        say(_TO_REPAIR_CACHE)
    elif damaged and not lost:
        say(_TO_BACK_UP)
    made = backups.all()
    document = {
        "library": [lost] if lost else list(library),
        "cache": list(cache),
        "backups": [shown(backup) for backup in made],
        "damaged_backups": list(damaged.values()),
    }
    newest = f"the newest backup is of {_when(made[-1])}" if made else "there is no backup yet"
    fine = (
        f"nothing is wrong; {newest}" if profile.library_file.exists() else f"there is no library yet in {profile.data}"
    )
    result(arguments, document, [] if wrong else [fine])
    return FAILED if wrong else OK


def _findings(look: Callable[[], tuple[str, ...]]) -> tuple[tuple[str, ...], bool]:
    """What is wrong with a file, and whether a repair mends it."""
    try:
        found = look()
    except UnreadableError as error:
        return (str(error),), False
    return found, bool(found)


def library_backup(arguments: Namespace) -> int:
    """Back the library up now, or list the backups."""
    profile = profile_of(arguments)
    backups = backups_of(profile)
    if arguments.list:
        made = backups.all()
        lines = [f"{backup.number}: {_when(backup)}, in {backup.folder}" for backup in made]
        lines = lines or ["There are no backups yet."]
        result(arguments, {"backups": [shown(backup) for backup in made]}, lines)
        return OK
    done = _back_up(profile, backups)
    result(arguments, done, [f"backed up into {done['path']}"])
    return OK


def library_restore(arguments: Namespace) -> int:
    """Put a backup in the library's place; the library that was there is kept."""
    with _holding(arguments) as profile:
        backups = backups_of(profile)
        file = _kept_file(backups, arguments.backup)
        if file is not None:
            return _restore_file(arguments, file, _mender(profile, backups))
        backup, passed_over = _chosen(backups, arguments.backup)
        done = _mender(profile, backups).restore(backup)
    kept = None if done.kept is None else str(done.kept)
    lines = [f"restored backup {backup.number}, of {_when(backup)}: {_said(done.rows)}", *_kept_as(kept)]
    for why in passed_over:
        say(f"{why} The next older one was taken.")
    say(_left_alone(profile, backup))
    document = {"backup": shown(backup), "kept": kept, "rows": done.rows, "passed_over": passed_over}
    result(arguments, document, lines)
    return OK


def _restore_file(arguments: Namespace, file: Path, mender: Mender) -> int:
    done = mender.restore_file(file)
    kept = None if done.kept is None else str(done.kept)
    lines = [f"restored {file}: {_said(done.rows)}", *_kept_as(kept)]
    result(arguments, {"file": str(file), "kept": kept, "rows": done.rows}, lines)
    return OK


def _kept_as(kept: str | None) -> list[str]:
    return [f"the library that was there is kept as {kept}"] if kept else []


def library_repair(arguments: Namespace) -> int:
    """Save what can be read of damaged files; these are kept."""
    with _holding(arguments) as profile:
        backups = backups_of(profile)
        if lost := what_is_lost(profile, backups):
            raise LibraryError(f"{lost} {TO_RESTORE}")
        if not profile.library_file.exists():
            raise LibraryError(f"There is no library in {profile.data} yet: there is nothing to repair.")
        done = _mender(profile, backups).repair()
    passed_over = done.choice.passed_over.values() if done.choice is not None and done.lost else ()
    for sentence in (*done.wrong, *passed_over):
        say(sentence)
    result(arguments, _report(done), _lines(done))
    return OK


@contextmanager
def _holding(arguments: Namespace) -> Iterator[Profile]:
    """A profile whose library nobody else has open for writing. Raises CommandError."""
    profile = profile_of(arguments)
    holder = Holder.acquire(profile)
    if holder is None:
        raise CommandError(_BUSY_SENTENCE, BUSY)
    try:
        yield profile
    finally:
        holder.close()


def _kept_file(backups: Backups, reference: str | None) -> Path | None:
    """The file that is asked for, such as a library that a repair kept; None when it is a backup."""
    if reference is None or backups.find(reference) is not None or not Path(reference).is_file():
        return None
    return Path(reference).absolute()


def _chosen(backups: Backups, reference: str | None) -> tuple[Backup, list[str]]:
    """The backup that is asked for, and a sentence about each newer one that is of no use."""
    if reference is not None:
        found = backups.find(reference)
        if found is None:
            listing = "“earmark library backup --list” shows those that there are"
            raise CommandError(f"There is no backup “{reference}”: {listing}.", WRONG_USAGE)
        return found, []
    choice = backups.choose()
    newest = choice.backup
    if newest is None and backups.all():
        raise CommandError(f"None of the backups in {backups.folder} can be read, so there is nothing to restore.")
    if newest is None:
        raise CommandError(f"There is no backup of this library in {backups.folder}: there is nothing to restore.")
    return newest, list(choice.passed_over.values())


def _back_up(profile: Profile, backups: Backups) -> dict[str, Any]:
    """Here, or by the process that holds the profile."""
    holder = Holder.acquire(profile)
    if holder is None:
        return do_in_other(profile, {"job": "back-up"})
    try:
        if not profile.library_file.exists():
            raise LibraryError(f"There is no library in {profile.data} yet: there is nothing to back up.")
        if lost := what_is_lost(profile, backups):
            raise LibraryError(f"{lost} {TO_RESTORE}")
        return shown(backups.make(BackupKind.ASKED))
    finally:
        holder.close()


def _mender(profile: Profile, backups: Backups) -> Mender:
    return Mender(profile.library_file, profile.cache_file, backups)


def _report(done: Repaired) -> dict[str, Any]:
    saved = done.salvaged
    return {
        "wrong": list(done.wrong),
        "rows": None if saved is None else dict(saved.rows),
        "from_backup": None if saved is None else dict(saved.from_backup),
        "doubtful": None if saved is None else dict(saved.doubtful),
        "hurt": None if saved is None else sorted(saved.hurt),
        "backup": None if done.backup is None else shown(done.backup),
        "kept": None if done.kept is None else str(done.kept),
        "cache_kept": None if done.cache_kept is None else str(done.cache_kept),
    }


def _lines(done: Repaired) -> list[str]:
    if not done.wrong:
        return ["nothing is wrong; nothing was changed"]
    lines = []
    if done.salvaged is not None:
        lines.append(f"saved: {_said(done.salvaged.rows, done.expected)}")
        if done.backup is not None:
            lines.append(f"of these from the backup of {_when(done.backup)}: {_said(done.salvaged.from_backup)}")
        doubtful = {name: count for name, count in done.salvaged.doubtful.items() if name in SAID}
        if any(doubtful.values()):
            lines.append(f"perhaps some of these had been undone: {_said(doubtful)}")
        if done.lost:
            since = "may be lost; there is no backup"
            if done.newest is not None:
                since = f"that were given since the backup of {_when(done.newest)} may be lost"
            lines.append(f"part of the file could not be read: ratings, notes, tags and collections {since}")
        lines.append(f"the damaged library is kept as {done.kept}")
    if done.cache_kept is not None:
        lines.append(f"the damaged cache is kept as {done.cache_kept}; the next start listens to the sounds again")
    return lines


def _when(backup: Backup) -> str:
    """When, by the clock here, and why it was made."""
    return f"{backup.made.astimezone():%Y-%m-%d %H:%M} ({_WHY[backup.kind]})"


def _said(rows: Mapping[str, int], also: Collection[str] = ()) -> str:
    """How many rows there are of each table that a person knows of; those are left out that have none, but for
    `also`.
    """
    told = [table for table in TABLES if table.name not in UNTOLD and (rows.get(table.name) or table.name in also)]
    return ", ".join(so_many(rows.get(table.name, 0), table.one, table.many) for table in told) or "nothing"


def _left_alone(profile: Profile, backup: Backup) -> str:
    """What a restore did not touch, and where that lies as it was when the backup was made."""
    beside = {
        "vocabularies": profile.vocabularies,
        "settings": profile.settings_file,
        "searches": profile.searches_file,
    }
    held = [word for word, path in beside.items() if (backup.folder / path.name).exists()]
    same = f"Your {_listed(list(beside))} are as they were"
    if not held:
        return f"{same}; this backup holds none."
    return f"{same}; the {_listed(held)} of that day lie in {backup.folder}."


def _listed(words: Sequence[str]) -> str:
    """`vocabularies, settings and searches`."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
