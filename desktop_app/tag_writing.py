"""Writing tags into sound files, when a person says so: what would change, the change, and taking it back.

Only for who holds the profile: the library is told of every file that was written, so that it is not heard again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.metadata import Field
from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.sound import Sound
from desktop_app.core.vocabulary import Tag
from desktop_app.engine.embedding_process import WorkerDiedError
from desktop_app.engine.sound_errors import UnreadableSoundError
from desktop_app.library.metadata.journal import Journal, Run, forget_run, read_run, runs
from desktop_app.library.metadata.replacing import NotWrittenError, sweep
from desktop_app.library.metadata.slots import Existing
from desktop_app.library.metadata.writing import WritePlan, keep, plan_writing, take_back, write_planned

_SOUNDS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants written."""

    lowest: float | None = None
    """Automatic tags are written from this calibrated score on; None for none, only what a person gave or accepted."""
    fields: frozenset[Field] = frozenset({Field.KEYWORDS, Field.CATEGORY, Field.SUBCATEGORY, Field.CATID})
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


def plan_sounds(earmark: Earmark, sound_ids: Sequence[int], choice: Choice) -> Iterator[PlannedSound]:
    """What writing would change, sound by sound; those of which nothing would change are left out. Touches no file.

    Tags must be loaded. Raises LibraryError.
    """
    known = {scored.key: scored.tag for scored in earmark.tagger.tags}
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        part = sound_ids[start : start + _SOUNDS_AT_ONCE]
        tags = earmark.tagger.tags_of(part)
        for sound in earmark.library.sounds.many(part):
            wishes = wishes_of(tags.get(sound.sound_id, ()), known, choice)
            if not wishes:
                continue
            try:
                plan = plan_writing(sound.path, wishes, existing=choice.existing)
            except NotWrittenError as error:
                yield PlannedSound(sound, None, str(error))
            else:
                if plan.changes:
                    yield PlannedSound(sound, plan)


def wishes_of(
    tags: Sequence[AppliedTag], known: Mapping[tuple[str, str], Tag], choice: Choice
) -> dict[Field, list[str]]:
    """What a sound's file is to say: its tags as keywords, and the category of the best one that has a CatID."""
    wanted = [
        tag
        for tag in tags
        if tag.source is not TagSource.AUTOMATIC or (choice.lowest is not None and tag.score >= choice.lowest)
    ]
    if not wanted:
        return {}
    wishes = {Field.KEYWORDS: [tag.name for tag in wanted]}
    by_rank = sorted(wanted, key=lambda tag: (tag.source is TagSource.AUTOMATIC, -tag.score))
    for tag in by_rank:
        source = known.get((tag.vocabulary_id, tag.tag_id))
        if source is not None and source.cat_id:
            category = source.group or ""
            wishes[Field.CATID] = [source.cat_id]
            wishes[Field.CATEGORY] = [category]
            wishes[Field.SUBCATEGORY] = [source.name.removeprefix(category).strip()]
            break
    return {field: texts for field, texts in wishes.items() if field in choice.fields and any(texts)}


def write_sounds(
    earmark: Earmark, planned: Sequence[PlannedSound], choice: Choice, goes_on: Callable[[], bool] = lambda: True
) -> Iterator[Outcome]:
    """Write what was planned, file by file, each noted in the journal before it is touched. Raises OSError where the
    journal cannot be written, and LibraryError: what was written until then stays, and can be taken back.
    """
    with Journal(earmark.profile.written) as journal:
        for item in planned:
            if not goes_on():
                return
            if item.plan is None:
                yield Outcome(item.sound.path, item.problem)
                continue
            try:
                journal.note(keep(item.plan))
                stamp = write_planned(item.plan, _identify(earmark), keep_time=choice.keep_time)
            except NotWrittenError as error:
                yield Outcome(item.sound.path, str(error))
                continue
            journal.done(item.sound.path, stamp)
            earmark.library.sounds.note_written(item.sound.path, item.plan.stamp, stamp)
            yield Outcome(item.sound.path)


def last_run(earmark: Earmark) -> Run | None:
    """The run that was written last and not taken back. Raises OSError and ValueError."""
    numbers = runs(earmark.profile.written)
    return read_run(earmark.profile.written, numbers[-1]) if numbers else None


def take_run_back(earmark: Earmark, run: Run) -> Iterator[Outcome]:
    """Make the files of a run say what they said before; the run is forgotten once all do. Raises LibraryError."""
    whole = True
    for folder in {kept.path.parent for kept, _ in run.files}:
        sweep(folder)
    for kept, after in reversed(run.files):
        try:
            stamp = take_back(kept, after, _identify(earmark))
        except NotWrittenError as error:
            whole = False
            yield Outcome(kept.path, str(error))
            continue
        if after is not None:
            earmark.library.sounds.note_written(kept.path, after, stamp)
        yield Outcome(kept.path)
    if whole:
        forget_run(earmark.profile.written, run.number)


def _identify(earmark: Earmark) -> Callable[[Path], bytes]:
    """What audio a file holds, found out in the child process."""

    def identify(path: Path) -> bytes:
        try:
            return earmark.worker.identify(path).content_id
        except (UnreadableSoundError, WorkerDiedError) as error:
            raise NotWrittenError(f"The sound in this file cannot be read ({error}): it is left as it is.") from error

    return identify
