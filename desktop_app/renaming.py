"""Renaming sound files as the Universal Category System wants it, when a person says so: which names they would get,
the renaming, and taking it back.

Only for who holds the profile: the library is told of every new name, so that nothing is heard again.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import CatIdChoice, OfferedCatId, Reason, known_sounds
from desktop_app.core.metadata import Field, Metadata
from desktop_app.core.sound import Sound
from desktop_app.core.ucs_name import Category, UcsName, parse_ucs_name
from desktop_app.core.ucs_renaming import (
    LONGEST_NAME,
    NO_CREATOR,
    NoRoomError,
    block_of,
    free_name,
    fx_name_of,
    is_short_enough,
    says_something,
    with_blocks,
)
from desktop_app.library.metadata.reading import read_metadata
from desktop_app.library.rename_journal import (
    Renaming,
    RenamingJournal,
    RenamingRun,
    has_its_name,
    read_renamings,
    rename_back,
)
from desktop_app.library.renaming import LINK, NotRenamedError, rename_file
from desktop_app.library.run_journal import TakingBack, runs_to_take_back
from desktop_app.library.watching.relative_paths import text_key

_SOUNDS_AT_ONCE = 512
_NAMES_OF: Final = (Field.FX_NAME, Field.TITLE, Field.DESCRIPTION)
"""What is a sound's FXName, the first that is there; then come its old name and its best tag."""
TOO_LONG: Final = "The name would be too long: choose a shorter creator or source."
READ_ONLY: Final = "The folder of this file is read-only: allow writing to it, or leave it out."


@dataclass(frozen=True, slots=True)
class NameChoice:
    """What a person wants names made of."""

    creator: str = ""
    """Instead of what the file says; empty for that."""
    source: str = ""
    keep_name: bool = False
    """Whether the old name, whole, is the FXName."""
    automatic: bool = False
    """Whether the CatID that fits the sound best is taken where nothing else tells one."""


@dataclass(frozen=True, slots=True)
class PlannedName:
    """What would become of one sound's name."""

    sound: Sound
    offered: OfferedCatId | None
    """The CatID; None where none is known well enough."""
    new: Path | None
    """None for a file that keeps its name."""
    problem: str = ""
    """Why it keeps it though there is a CatID, as a sentence."""


@dataclass(frozen=True, slots=True)
class RenameOutcome:
    """What became of one file."""

    path: Path
    """Its name now."""
    problem: str = ""
    """Why it has the name that it had, as a sentence; empty for one that was renamed."""
    was_so: bool = False
    """Whether it had that name already."""


def plan_names(earmark: Earmark, sound_ids: Sequence[int], choice: NameChoice) -> Iterator[PlannedName]:
    """Which names sounds would get. Those that are named by the system already keep their names, and get only a creator
    and source that they lack, where the choice has them; those that need neither are left out. Touches no file.

    Has the tagger tag by the system. Raises EmbedderError, LibraryError, VocabularyError and OSError.
    """
    cat_ids = CatIdChoice(earmark)
    cat_ids.load()
    names = _FolderNames(earmark)
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        part = sound_ids[start : start + _SOUNDS_AT_ONCE]
        found = earmark.library.sounds.many(part)
        sounds = [sound for sound in found if not cat_ids.named_by(sound.path.stem)]
        for sound in found:
            name = parse_ucs_name(sound.path.stem, earmark.ucs_categories)
            if name is not None:
                yield from _completed(names, sound, earmark.ucs_categories[name.cat_id.casefold()], choice)
        known = list(known_sounds(earmark, sounds, metadata_of))
        for sound, facts, offered in zip(sounds, known, cat_ids.offer(known), strict=True):
            best = offered[0] if offered else None
            if best is None or (best.reason is Reason.SOUND and not choice.automatic):
                yield PlannedName(sound, None, None)
            else:
                yield _planned(names, sound, facts.metadata, best, choice)


def _completed(names: "_FolderNames", sound: Sound, category: Category, choice: NameChoice) -> Iterator[PlannedName]:
    """The same name with a creator and source, if that is another one."""
    if "_" not in sound.path.stem:
        return  # a CatID and nothing else: blocks behind an empty name would say less than none
    creator, source = block_of(choice.creator), block_of(choice.source)
    stem = with_blocks(sound.path.stem, creator=creator, source=source)
    if stem == sound.path.stem:
        return
    offered = OfferedCatId(category, Reason.FILE, 1.0)
    name = f"{stem}{sound.path.suffix}"
    if not is_short_enough(name):
        yield PlannedName(sound, offered, None, TOO_LONG)
        return
    yield _in_folder(names, sound, offered, lambda is_taken: _free(name, is_taken))


def _free(name: str, is_taken: Callable[[str], bool]) -> str:
    if is_taken(name):
        raise NoRoomError("Another file has the name that this one would get: rename one of them.")
    return name


def metadata_of(path: Path) -> Metadata:
    """What stands in a file; nothing for one that cannot be read."""
    try:
        return read_metadata(path)
    except OSError:
        return Metadata()


def rename_sounds(
    earmark: Earmark, planned: Sequence[PlannedName], let_go: Callable[[Path], None] = lambda _: None
) -> Iterator[RenameOutcome]:
    """Do what was planned, file by file, each noted in the journal before. Raises OSError where the journal cannot be
    written, and LibraryError: what was renamed until then stays, and can be taken back.

    `let_go` is called before each file, so that nobody in this process has it open.
    """
    with RenamingJournal(earmark.profile.renamed) as journal:
        for item in planned:
            if item.new is None:
                if item.problem:
                    yield RenameOutcome(item.sound.path, item.problem)
                continue
            renaming = Renaming(item.sound.path, item.new, item.sound.stamp)
            let_go(renaming.old)
            try:
                with earmark.changing_files:
                    journal.note(renaming)
                    rename_file(renaming.old, renaming.new, renaming.stamp)
                    earmark.library.sounds.note_renamed(renaming.old, renaming.new)
            except NotRenamedError as error:
                journal.refused(renaming.old)
                yield RenameOutcome(renaming.old, str(error))
                continue
            yield RenameOutcome(renaming.new)


def last_renaming(earmark: Earmark) -> RenamingRun | None:
    """The run of renaming that is taken back next: the last one, but of those first that were tried least; without
    files that have their names. None when there is none. Raises OSError and ValueError.
    """
    for number in runs_to_take_back(earmark.profile.renamed):
        run = read_renamings(earmark.profile.renamed, number)
        renamings = tuple(one for one in run.renamings if not has_its_name(one))
        if renamings:
            return replace(run, renamings=renamings)
    return None


def take_names_back(
    earmark: Earmark, run: RenamingRun, let_go: Callable[[Path], None] = lambda _: None
) -> Iterator[RenameOutcome]:
    """Give the files of a run their old names. Once all have them, the run is forgotten; else it is kept for those that
    have not. Raises LibraryError and OSError. `let_go` as with `rename_sounds`.
    """
    whole = True
    with TakingBack(earmark.profile.renamed, run.number) as journal:
        for renaming in reversed(run.renamings):
            let_go(renaming.new)
            try:
                with earmark.changing_files:
                    was_renamed = rename_back(renaming)
                    earmark.library.sounds.note_renamed(renaming.new, renaming.old)
            except NotRenamedError as error:
                whole = False
                yield RenameOutcome(renaming.new, str(error))
                continue
            journal.done(renaming.old)
            yield RenameOutcome(renaming.old, was_so=not was_renamed)
        journal.end(whole=whole)


class _FolderNames:
    """Which names are taken in folders: by files, by what is planned, and by sounds that the library misses there."""

    def __init__(self, earmark: Earmark) -> None:
        self._earmark = earmark
        self._taken: dict[Path, set[str]] = {}

    def is_taken(self, folder: Path, name: str) -> bool:
        """In any letter case, as some file systems compare. Raises OSError."""
        if folder not in self._taken:
            self._taken[folder] = {text_key(entry.name) for entry in folder.iterdir()}
        return text_key(name) in self._taken[folder] or self._earmark.library.sounds.by_path(folder / name) is not None

    def take(self, folder: Path, name: str) -> None:
        self._taken[folder].add(text_key(name))


def _planned(
    names: _FolderNames, sound: Sound, metadata: Metadata, offered: OfferedCatId, choice: NameChoice
) -> PlannedName:
    creator = block_of(choice.creator or next(iter(metadata.of(Field.CREATOR)), ""))
    source = block_of(choice.source or next(iter(metadata.of(Field.SOURCE)), ""))
    wanted = UcsName(
        offered.category.cat_id,
        fx_name=_fx_name(sound.path.stem, metadata, offered, keep_name=choice.keep_name),
        creator=creator or (NO_CREATOR if source else ""),
        source=source,
    )
    return _in_folder(names, sound, offered, lambda is_taken: free_name(wanted, sound.path.suffix, is_taken))


def _in_folder(
    names: _FolderNames, sound: Sound, offered: OfferedCatId, choose: Callable[[Callable[[str], bool]], str]
) -> PlannedName:
    """The name that is chosen, if the folder lets one have it."""
    folder = sound.path.parent
    if sound.path.is_symlink():
        return PlannedName(sound, offered, None, LINK)
    try:
        name = choose(lambda name: names.is_taken(folder, name))
    except NoRoomError as error:
        return PlannedName(sound, offered, None, str(error))
    except OSError as error:
        return PlannedName(sound, offered, None, f"The folder of this file cannot be read ({error.strerror or error}).")
    names.take(folder, name)
    if not os.access(folder, os.W_OK | os.X_OK):
        return PlannedName(sound, offered, None, READ_ONLY)
    return PlannedName(sound, offered, folder / name)


def _fx_name(stem: str, metadata: Metadata, offered: OfferedCatId, *, keep_name: bool) -> str:
    if keep_name:
        return fx_name_of(stem, longest=LONGEST_NAME)
    said = [text for about in _NAMES_OF for text in metadata.of(about) if says_something(text)]
    named = [stem] if says_something(stem) else []
    category = offered.category
    tag = f"{category.category} {category.subcategory}".title()
    return next(filter(None, map(fx_name_of, (*said, *named, tag))), "")
