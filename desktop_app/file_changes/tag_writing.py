"""Writing tags into sound files, when a person says so: what would change, and the change.

Only for who holds the profile: the library is told of every file that was written, so that it is not heard again.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.app import Earmark
from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.calibration import APPLIES
from desktop_app.core.metadata import Field
from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.sound import FileStamp, Sound
from desktop_app.core.tag import Tag
from desktop_app.core.ucs_name import Category
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.processes.decoder_work import Release
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.library.databases.durable import sync_folder
from desktop_app.library.metadata.identity import IDENTITY, beside, kept_other
from desktop_app.library.metadata.journal import Journal, Run, TakenBackStamps, read_run
from desktop_app.library.metadata.mapping import WRITTEN
from desktop_app.library.metadata.reading import read_metadata, said_by
from desktop_app.library.metadata.replacing import NotWrittenError, sweep, unreadable
from desktop_app.library.metadata.slots import Existing, Slots
from desktop_app.library.metadata.taking_back import left_by, was_never_written
from desktop_app.library.metadata.writing import Identify, Kept, WritePlan, keep, plan_writing, write_planned
from desktop_app.library.run_journal import forget_run, runs

log = logging.getLogger(__name__)

LOWEST: Final = {"accepted": None, "strong": STRONG_FROM, "likely": APPLIES}
"""From which score on automatic tags are written, by what commands and settings call it."""
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
    split_links: bool = False
    """Whether files with several names (hard links) are written, too: the name that is written becomes a file of its
    own.
    """


@dataclass(frozen=True, slots=True)
class PlannedSound:
    """What would become of one sound's file."""

    sound: Sound
    plan: WritePlan | None
    problem: str = ""
    """Why nothing can be written into it, as a sentence."""
    kept: str = ""
    """What of its category is kept though a person said otherwise, as a sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    path: Path
    problem: str = ""
    """Why it was left as it was, as a sentence; empty for one that was written."""
    was_so: bool = False
    """Whether it said all that already, and nothing was done."""


@dataclass(slots=True)
class Unplanned:
    """Sounds of which nothing would be written, and why; it grows while sounds are planned."""

    untagged: int = 0
    """Nothing of what was chosen is said of them."""
    saying_it: int = 0
    """Their files say it already."""
    keeping: int = 0
    """Nothing would be written into their files, which say another category than a person did."""
    again: int = 0
    """They are other names of files that are planned."""
    planned: set[Path] = field(default_factory=set)
    """The files that are planned, where links to them lead."""

    def lets(self, plan: WritePlan, kept: str, place: Path) -> bool:
        """Whether a file is to be written; takes it over where it is not, and that it is planned where it is."""
        if not plan.changes:
            self.keeping += bool(kept)
            self.saying_it += not kept
        elif place in self.planned:
            self.again += 1
        else:
            self.planned.add(place)
            return True
        return False


def plan_sounds(
    earmark: Earmark, sound_ids: Sequence[int], choice: Choice, unplanned: Unplanned | None = None
) -> Iterator[PlannedSound]:
    """What writing would change, sound by sound; those of which nothing would change are left out. Touches no file.

    `unplanned`: is told of those, and has the files that are planned already and are left out, too. Tags must be
    loaded. Raises LibraryError.
    """
    unplanned = Unplanned() if unplanned is None else unplanned
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
            note = said.note if said else ""
            wishes, is_told = wishes_of(applied, known, earmark.ucs_categories, choice, note=note)
            if not wishes:
                unplanned.untagged += 1
                continue
            place = Path(os.path.realpath(sound.path))
            try:
                plan, kept = _plan(sound.path, wishes, earmark.ucs_categories, choice, is_told=is_told)
                _check_place(plan, place, roots)
            except NotWrittenError as error:
                yield PlannedSound(sound, None, str(error))
            else:
                if unplanned.lets(plan, kept, place):
                    yield PlannedSound(sound, plan, kept=kept)


def _plan(
    path: Path,
    wishes: Mapping[Field, Sequence[str]],
    categories: Mapping[str, Category],
    choice: Choice,
    *,
    is_told: bool,
) -> tuple[WritePlan, str]:
    """What would become of a file, and what of its category is kept though a person said otherwise (`is_told`); what is
    kept is told from nothing else. Raises NotWrittenError.
    """
    kept = ""
    if choice.existing is not Existing.REPLACE and not wishes.keys().isdisjoint(IDENTITY):
        try:
            said = read_metadata(path)
        except OSError as error:
            raise unreadable(error) from error
        kept = kept_other(wishes, said, categories) if is_told else ""
        wishes = beside(wishes, said, path.stem, categories, is_told=is_told)
    plan = plan_writing(path, wishes, existing=choice.existing, slots=choice.slots, split_links=choice.split_links)
    return plan, kept


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
) -> tuple[dict[Field, list[str]], bool]:
    """What a sound's file is to say: its tags as keywords, the category of the best one that has a CatID, its note; and
    whether a person told that category.

    `categories`: those of UCS, by CatID in lower case; a CatID that is none of them stands for no category.
    """
    wanted = [
        tag
        for tag in tags
        if tag.source is not TagSource.AUTOMATIC or (choice.lowest is not None and tag.score >= choice.lowest)
    ]
    wishes = {Field.KEYWORDS: [tag.name for tag in wanted], Field.NOTES: [note]}
    by_rank = sorted(wanted, key=lambda tag: (tag.source is TagSource.AUTOMATIC, -tag.score))
    is_told = False
    for tag in by_rank:
        source = known.get((tag.vocabulary_id, tag.tag_id))
        if source is not None and source.cat_id:
            wishes[Field.CATID] = [source.cat_id]
            is_told = tag.source is not TagSource.AUTOMATIC
            category = categories.get(source.cat_id.casefold())
            if category is not None:
                wishes[Field.CATEGORY], wishes[Field.SUBCATEGORY] = [category.category], [category.subcategory]
            break
    return {field: texts for field, texts in wishes.items() if field in choice.slots and any(texts)}, is_told


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
    with Journal(earmark.profile.written) as journal, under_way(earmark, journal.number):
        for item in planned:
            if not goes_on():
                return
            if item.plan is None:
                yield Outcome(item.sound.path, item.problem)
                continue
            let_go(item.sound.path)
            kept: Kept | None = None
            try:
                with earmark.changing_files:
                    kept = keep(item.plan, item.sound.content_id)
                    journal.note(kept)
                    said = said_by(item.sound.path)
                    stamp = write_planned(item.plan, identifier(lambda: earmark.worker), keep_time=choice.keep_time)
                    note_written(earmark, item.sound.path, item.plan.stamp, stamp)
                    left = left_by(kept, stamp)
                    if item.sound.content_id is not None:
                        earmark.library.own_texts.note(item.sound.content_id, said, said_by(item.sound.path))
            except NotWrittenError as error:
                if kept is not None:
                    journal.refused(item.sound.path)
                yield Outcome(item.sound.path, str(error))
                continue
            journal.done(item.sound.path, left)
            yield Outcome(item.sound.path)


def sweep_unfinished(earmark: Earmark) -> None:
    """Remove the unfinished copies that a run left which was killed, and its journal where it changed no file, or all
    are taken back. Only reads a journal where there was such a run; one that cannot be read is no reason not to begin.
    """
    folder = earmark.profile.written
    try:
        for mark in folder.glob(f"*{_UNDER_WAY}"):
            number = int(mark.stem) if mark.stem.isdecimal() else 0
            if number in runs(folder):
                run = read_run(folder, number)
                sweep_folders(earmark, run)
                if all(left is None and was_never_written(kept) for kept, left in run.files):
                    forget_run(folder, number)
                if not runs(folder):
                    TakenBackStamps(folder).forget()
            mark.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        log.warning("what a writing left that was cut off stays: %s", error)


def is_under_way(earmark: Earmark) -> bool:
    """Whether texts are being written into files, or taken back."""
    return any(earmark.profile.written.glob(f"*{_UNDER_WAY}"))


def release_files(earmark: Earmark) -> None:
    """Have the decoder let go of the file that it read last. Returns when it has, or after a while."""
    if earmark.decoder.pid is None:
        return
    released = threading.Event()
    earmark.decoder.request(Release(), lambda _: released.set())
    released.wait(_PATIENCE)


def note_written(earmark: Earmark, path: Path, before: FileStamp, after: FileStamp) -> None:
    """Tell the library that we wrote into a file, also of the file to which a link leads."""
    for known in {path, Path(os.path.realpath(path))}:
        earmark.library.sounds.note_written(known, before, after)


def sweep_folders(earmark: Earmark, run: Run) -> None:
    """Remove unfinished copies from the folders of a run's files."""
    for folder in {kept.path.parent for kept, _ in run.files}:
        with earmark.changing_files:  # a copy that is being made is not left over
            sweep(folder)


@contextmanager
def under_way(earmark: Earmark, number: int) -> Iterator[None]:
    """A mark on the disk while a run changes files; then what stands in them is read again."""
    mark = earmark.profile.written / f"{number:06}{_UNDER_WAY}"
    mark.touch()
    sync_folder(mark.parent)
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)
        earmark.file_texts.look_again()


def identifier(worker: Callable[[], EmbeddingWorker]) -> Identify:
    """What audio a file holds, found out in the child process of the `worker` that serves then."""

    def identify(path: Path) -> bytes:
        try:
            return worker().identify(path).content_id
        except (UnreadableSoundError, WorkerDiedError) as error:
            raise NotWrittenError(f"The sound in this file cannot be read ({error}): it is left as it is.") from error

    return identify
