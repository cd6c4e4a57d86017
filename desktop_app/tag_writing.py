"""Writing tags into sound files, when a person says so: what would change, the change, and taking it back.

Only for who holds the profile: the library is told of every file that was written, so that it is not heard again.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from desktop_app.app import Earmark
from desktop_app.core.metadata import Field
from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.sound import FileStamp, Sound
from desktop_app.core.ucs_name import Category
from desktop_app.core.vocabulary import Tag
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.processes.decoder_process import Release
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.library.databases.durable import write_whole
from desktop_app.library.metadata.identity import IDENTITY, beside
from desktop_app.library.metadata.journal import Journal, Run, TakenBackStamps, read_run
from desktop_app.library.metadata.mapping import WRITTEN
from desktop_app.library.metadata.reading import read_metadata
from desktop_app.library.metadata.replacing import NotWrittenError, sweep
from desktop_app.library.metadata.slots import Existing, Slots
from desktop_app.library.metadata.writing import (
    WritePlan,
    keep,
    plan_writing,
    take_back,
    was_never_written,
    write_planned,
)
from desktop_app.library.run_journal import TakingBack, runs, runs_to_take_back

log = logging.getLogger(__name__)

_SOUNDS_AT_ONCE: Final = 512
_LINKED: Final = "This is a link to a file outside the folders of the library: it is left as it is."
_PATIENCE: Final = 2.0
"""Seconds."""
_UNDER_WAY: Final = ".under-way"
"""How the name of a file ends that is there as long as a run changes files: a killed one leaves it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants written."""

    lowest: float | None = None
    """Automatic tags are written from this calibrated score on; None for none, only what a person gave or accepted."""
    slots: Slots = field(default_factory=lambda: WRITTEN)
    """Which fields are written, and where."""
    existing: Existing = Existing.ADD
    keep_time: bool = True
    """Whether files keep the time at which they were changed last."""


@dataclass(frozen=True, slots=True)
class PlannedSound:
    """What would become of one sound's file."""

    sound: Sound
    plan: WritePlan | None
    problem: str = ""
    """Why nothing can be written into it, as a sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: Path
    problem: str = ""
    """Why it was left as it was, as a sentence; empty for one that was written."""
    was_so: bool = False
    """Whether it said all that already, and nothing was done."""


def plan_sounds(
    earmark: Earmark, sound_ids: Sequence[int], choice: Choice, planned: set[Path] | None = None
) -> Iterator[PlannedSound]:
    """What writing would change, sound by sound; those of which nothing would change are left out. Touches no file.

    `planned`: the files, where links to them lead, that are planned already and are left out; more are added. Tags must
    be loaded. Raises LibraryError.
    """
    planned = set() if planned is None else planned
    roots = [os.path.realpath(folder.path) for folder in earmark.library.folders.all()]
    known = {scored.key: scored.tag for scored in earmark.tagger.tags}
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        part = sound_ids[start : start + _SOUNDS_AT_ONCE]
        tags = earmark.tagger.tags_of(part)
        sounds = earmark.library.sounds.many(part)
        marks = earmark.library.marks.of_content([sound.content_id for sound in sounds if sound.content_id is not None])
        for sound in sounds:
            said = marks.get(sound.content_id) if sound.content_id is not None else None
            applied = tags.get(sound.sound_id, ())
            wishes = wishes_of(applied, known, earmark.ucs_categories, choice, note=said.note if said else "")
            if not wishes:
                continue
            place = Path(os.path.realpath(sound.path))
            try:
                plan = _plan(sound.path, wishes, earmark.ucs_categories, choice)
                _check_place(plan, place, roots)
            except NotWrittenError as error:
                yield PlannedSound(sound, None, str(error))
            else:
                if plan.changes and place not in planned:
                    planned.add(place)
                    yield PlannedSound(sound, plan)


def _plan(
    path: Path, wishes: Mapping[Field, Sequence[str]], categories: Mapping[str, Category], choice: Choice
) -> WritePlan:
    """What would become of a file; what it says of its category and keeps is told from nothing else. Raises
    NotWrittenError.
    """
    if choice.existing is not Existing.REPLACE and not wishes.keys().isdisjoint(IDENTITY):
        try:
            wishes = beside(wishes, read_metadata(path), path.stem, categories)
        except OSError as error:
            raise NotWrittenError(f"This file cannot be read ({error.strerror or error}).") from error
    return plan_writing(path, wishes, existing=choice.existing, slots=choice.slots)


def _check_place(plan: WritePlan, place: Path, roots: Sequence[str]) -> None:
    """Raises NotWrittenError for a change of what is none of the library's files: people choose files in folders."""
    if plan.changes and not any(place.is_relative_to(root) for root in roots):
        raise NotWrittenError(_LINKED)


def wishes_of(
    tags: Sequence[AppliedTag],
    known: Mapping[tuple[str, str], Tag],
    categories: Mapping[str, Category],
    choice: Choice,
    *,
    note: str = "",
) -> dict[Field, list[str]]:
    """What a sound's file is to say: its tags as keywords, the category of the best one that has a CatID, its note.

    `categories`: those of UCS, by CatID in lower case; a CatID that is none of them stands for no category.
    """
    wanted = [
        tag
        for tag in tags
        if tag.source is not TagSource.AUTOMATIC or (choice.lowest is not None and tag.score >= choice.lowest)
    ]
    wishes = {Field.KEYWORDS: [tag.name for tag in wanted], Field.NOTES: [note]}
    by_rank = sorted(wanted, key=lambda tag: (tag.source is TagSource.AUTOMATIC, -tag.score))
    for tag in by_rank:
        source = known.get((tag.vocabulary_id, tag.tag_id))
        if source is not None and source.cat_id:
            wishes[Field.CATID] = [source.cat_id]
            category = categories.get(source.cat_id.casefold())
            if category is not None:
                wishes[Field.CATEGORY], wishes[Field.SUBCATEGORY] = [category.category], [category.subcategory]
            break
    return {field: texts for field, texts in wishes.items() if field in choice.slots and any(texts)}


def write_sounds(
    earmark: Earmark,
    planned: Sequence[PlannedSound],
    choice: Choice,
    goes_on: Callable[[], bool] = lambda: True,
    let_go: Callable[[Path], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Write what was planned, file by file, each noted in the journal before it is touched. Raises OSError where the
    journal cannot be written, and LibraryError: what was written until then stays, and can be taken back.

    `goes_on` is asked before each file, and `let_go` called, so that nobody in this process has it open.
    """
    with Journal(earmark.profile.written) as journal, _under_way(earmark, journal.number):
        for item in planned:
            if not goes_on():
                return
            if item.plan is None:
                yield Outcome(item.sound.path, item.problem)
                continue
            let_go(item.sound.path)
            noted = False
            try:
                with earmark.changing_files:
                    journal.note(keep(item.plan))
                    noted = True
                    stamp = write_planned(item.plan, _identify(earmark), keep_time=choice.keep_time)
                    _note_written(earmark, item.sound.path, item.plan.stamp, stamp)
            except NotWrittenError as error:
                if noted:
                    journal.refused(item.sound.path)
                yield Outcome(item.sound.path, str(error))
                continue
            journal.done(item.sound.path, stamp)
            yield Outcome(item.sound.path)


def last_run(earmark: Earmark) -> Run | None:
    """The run that is taken back next: the last one, but of those first that were tried least; without files that were
    never written. None when there is none. Raises OSError and ValueError.
    """
    for number in runs_to_take_back(earmark.profile.written):
        run = read_run(earmark.profile.written, number)
        files = tuple((kept, after) for kept, after in run.files if after is not None or not was_never_written(kept))
        if files:
            return replace(run, files=files)
    return None


def take_run_back(
    earmark: Earmark,
    run: Run,
    goes_on: Callable[[], bool] = lambda: True,
    let_go: Callable[[Path], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Make the files of a run say what they said before. Once all do, the run is forgotten; else it is kept for those
    that do not. Raises LibraryError and OSError.

    `goes_on` and `let_go` as with `write_sounds`.
    """
    whole, stamps = True, TakenBackStamps(earmark.profile.written)
    with _under_way(earmark, run.number), TakingBack(earmark.profile.written, run.number) as journal:
        _sweep(earmark, run)
        for kept, after in reversed(run.files):
            if not goes_on():
                return
            let_go(kept.path)
            try:
                with earmark.changing_files:
                    after = None if after is None else stamps.of(kept.path, after)
                    done = take_back(kept, after, _identify(earmark))
                    stamps.note(kept.path, kept.stamp, done.stamp)
                    if after is not None:
                        _note_written(earmark, kept.path, after, done.stamp)
            except NotWrittenError as error:
                whole = False
                yield Outcome(kept.path, str(error))
                continue
            journal.done(kept.path)
            yield Outcome(kept.path, was_so=done.was_so)
        journal.end(whole=whole)
    if not runs(earmark.profile.written):
        stamps.forget()


def sweep_unfinished(earmark: Earmark) -> None:
    """Remove the unfinished copies that a run left which was killed. Only reads a journal where there was such a run;
    one that cannot be read is no reason not to begin.
    """
    try:
        for mark in earmark.profile.written.glob(f"*{_UNDER_WAY}"):
            number = int(mark.stem) if mark.stem.isdecimal() else 0
            if number in runs(earmark.profile.written):
                _sweep(earmark, read_run(earmark.profile.written, number))
            mark.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        log.warning("what a writing left that was cut off stays: %s", error)


def release_files(earmark: Earmark) -> None:
    """Have the decoder let go of the file that it read last. Returns when it has, or after a while."""
    if earmark.decoder.pid is None:
        return
    released = threading.Event()
    earmark.decoder.request(Release(), lambda _: released.set())
    released.wait(_PATIENCE)


def _note_written(earmark: Earmark, path: Path, before: FileStamp, after: FileStamp) -> None:
    """Tell the library, also of the file to which a link leads."""
    for known in {path, Path(os.path.realpath(path))}:
        earmark.library.sounds.note_written(known, before, after)


def _sweep(earmark: Earmark, run: Run) -> None:
    for folder in {kept.path.parent for kept, _ in run.files}:
        with earmark.changing_files:  # a copy that is being made is not left over
            sweep(folder)


@contextmanager
def _under_way(earmark: Earmark, number: int) -> Iterator[None]:
    """A mark on the disk while files are changed; then what stands in them is read again."""
    mark = earmark.profile.written / f"{number:06}{_UNDER_WAY}"
    write_whole(mark, b"")
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)
        earmark.file_texts.look_again()


def _identify(earmark: Earmark) -> Callable[[Path], bytes]:
    """What audio a file holds, found out in the child process."""

    def identify(path: Path) -> bytes:
        try:
            return earmark.worker.identify(path).content_id
        except (UnreadableSoundError, WorkerDiedError) as error:
            raise NotWrittenError(f"The sound in this file cannot be read ({error}): it is left as it is.") from error

    return identify
