"""Which names of the Universal Category System sound files would get, and what stands against it. Touches no file."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
    has_unknown_cat_id,
    is_short_enough,
    says_something,
    with_blocks,
    with_cat_id,
)
from desktop_app.file_changes.rename_folders import NOTHING_BESIDE, Beside, FolderNames, Links
from desktop_app.library.metadata.reading import said_by
from desktop_app.library.renaming import LINK

_SOUNDS_AT_ONCE: Final = 512
_NAMES_OF: Final = (Field.FX_NAME, Field.TITLE, Field.DESCRIPTION)
"""What is a sound's FXName, the first that is there; then come its old name and its best tag."""
TOO_LONG: Final = "The name would be too long: choose a shorter creator or source."
READ_ONLY: Final = "The folder of this file is read-only: allow writing to it, or leave it out."
TAKEN: Final = "Another file has the name that this one would get: rename one of them."


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
class NameEdit:
    """What a person wants for one sound in place of what was planned; empty for that."""

    cat_id: str = ""
    fx_name: str = ""


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
    offers: tuple[OfferedCatId, ...] = ()
    """What a person may choose from, best first."""
    fx_name: str = ""
    """As it is in the name, or would be."""
    shared: str = ""
    """What its texts give for the FXName and several of the planned sounds have, so that its old name is that instead;
    empty where it is not so.
    """
    numbered: bool = False
    """Whether a number was put behind the FXName because another file has the name without."""
    beside: Beside = NOTHING_BESIDE
    links: tuple[Path, ...] = ()
    """Links in the library that lead to this file, and nowhere once it has another name."""

    @property
    def is_done(self) -> bool:
        """Whether the file is named by the system already, and lacks nothing."""
        return self.offered is not None and self.new is None and not self.problem


class NamePlanner:
    """Plans names that do not collide with each other. To be used on one thread at a time."""

    def __init__(
        self,
        earmark: Earmark,
        choice: NameChoice,
        sound_ids: Sequence[int] = (),
        edits: Mapping[int, NameEdit] | None = None,
    ) -> None:
        """`sound_ids`: all that will be planned; `edits` by the sound's id. May take seconds. Raises EmbedderError,
        LibraryError, VocabularyError, OSError.
        """
        self._earmark = earmark
        self._choice = choice
        self._edits = edits or {}
        self._cat_ids = CatIdChoice(earmark)
        self._cat_ids.load()
        self._names = FolderNames(earmark)
        self._links = Links(earmark)
        self._shared = _names_of_several(earmark, sound_ids)

    @property
    def categories(self) -> tuple[Category, ...]:
        """All that a person may choose from, by the letters of their CatIDs."""
        return tuple(sorted(self._cat_ids.categories.values(), key=lambda category: category.cat_id))

    def tag_id_of(self, cat_id: str) -> str:
        """The id of a CatID's tag in the system's vocabulary."""
        return self._cat_ids.tag_id_of(self._cat_ids.categories[cat_id.casefold()])

    def plan(self, sound_ids: Sequence[int]) -> Iterator[PlannedName]:
        """Which name each sound would get. Files that are named by the system already keep their names but for a CatID
        that a person contradicted or that there is not, and get a creator and source that they lack, where the choice
        has them. Raises LibraryError.
        """
        for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
            sounds = self._earmark.library.sounds.many(sound_ids[start : start + _SOUNDS_AT_ONCE])
            known = list(known_sounds(self._earmark, sounds, said_by))
            planned = [
                self._planned(sound, facts.metadata, offers, self._edits.get(sound.sound_id, NameEdit()))
                for sound, facts, offers in zip(sounds, known, self._cat_ids.offer(known), strict=True)
            ]
            links = self._links.to([item.sound for item in planned if item.new is not None])
            for item in planned:
                yield replace(item, links=links.get(item.sound.sound_id, ()))

    def change(self, item: PlannedName, edit: NameEdit) -> PlannedName:
        """The same sound as a person wants it. Raises LibraryError."""
        [facts] = known_sounds(self._earmark, [item.sound], said_by)
        self._names.give_back(item.sound)
        changed = self._planned(item.sound, facts.metadata, item.offers, edit)
        return replace(changed, links=self._links.to([item.sound]).get(item.sound.sound_id, ()))

    def _planned(
        self, sound: Sound, metadata: Metadata, offers: tuple[OfferedCatId, ...], edit: NameEdit
    ) -> PlannedName:
        stem, categories = sound.path.stem, self._cat_ids.categories
        name = parse_ucs_name(stem, categories)
        best = self._best(name, offers, edit)
        if best is None:
            return PlannedName(sound, None, None, offers=offers)
        if name is None and not has_unknown_cat_id(stem, categories):
            wanted = self._made(stem, metadata, best, edit)
            shared = _said_name(metadata) if not (edit.fx_name or self._choice.keep_name) else ""
            shared = shared if shared.casefold() in self._shared and wanted.fx_name != shared else ""
            return self._in_folder(
                PlannedName(sound, best, None, offers=offers, fx_name=wanted.fx_name, shared=shared),
                lambda is_taken: free_name(wanted, sound.path.suffix, is_taken),
            )
        stem, fx_name = self._completed(stem, best, edit)
        item = PlannedName(sound, best, None, offers=offers, fx_name=fx_name)
        if stem == sound.path.stem:
            self._names.take(sound, sound.path.name)
            return item
        new = f"{stem}{sound.path.suffix}"
        if not is_short_enough(new) and len(new) > len(sound.path.name):
            return replace(item, problem=TOO_LONG)
        return self._in_folder(item, lambda is_taken: _free(new, is_taken))

    def _best(self, name: UcsName | None, offers: Sequence[OfferedCatId], edit: NameEdit) -> OfferedCatId | None:
        """The CatID that is taken: what a person chose, then what the file's name says, then what is offered first."""
        if edit.cat_id:
            category = self._cat_ids.categories[edit.cat_id.casefold()]
            return OfferedCatId(category, Reason.PERSON, 1.0, told=True)
        best = offers[0] if offers else None
        if name is not None:
            own = OfferedCatId(self._cat_ids.categories[name.cat_id.casefold()], Reason.FILE, 1.0)
            return best if best is not None and best.told else own
        if best is None or (best.reason is Reason.SOUND and not self._choice.automatic):
            return None
        return best

    def _completed(self, stem: str, best: OfferedCatId, edit: NameEdit) -> tuple[str, str]:
        """A name of the system as it is wanted, and its FXName; what need not change stays to the letter."""
        cat_id, categories = best.category.cat_id, self._cat_ids.categories
        old = parse_ucs_name(stem, categories)
        if old is None or old.cat_id != cat_id:
            stem = with_cat_id(stem, cat_id)
        name = parse_ucs_name(stem, categories)
        assert name is not None, "it begins with a CatID"
        fx_name = fx_name_of(edit.fx_name, longest=LONGEST_NAME)
        if fx_name and fx_name != name.fx_name:
            name = replace(name, fx_name=fx_name)
            stem = str(name)
        if "_" in stem:  # behind a CatID and nothing else, blocks after an empty name would say less than none
            stem = with_blocks(stem, creator=block_of(self._choice.creator), source=block_of(self._choice.source))
        return stem, name.fx_name

    def _made(self, stem: str, metadata: Metadata, best: OfferedCatId, edit: NameEdit) -> UcsName:
        """The name of a file that has none of the system yet."""
        choice = self._choice
        creator = block_of(choice.creator or next(iter(metadata.of(Field.CREATOR)), ""))
        source = block_of(choice.source or next(iter(metadata.of(Field.SOURCE)), ""))
        fx_name = fx_name_of(edit.fx_name, longest=LONGEST_NAME)
        return UcsName(
            best.category.cat_id,
            fx_name=fx_name or _fx_name(stem, metadata, best, keep_name=choice.keep_name, shared=self._shared),
            creator=creator or (NO_CREATOR if source else ""),
            source=source,
        )

    def _in_folder(self, item: PlannedName, choose: Callable[[Callable[[str], bool]], str]) -> PlannedName:
        """The name that is chosen, if the folder lets one have it."""
        sound, folder = item.sound, item.sound.path.parent
        if sound.path.is_symlink():
            return replace(item, problem=LINK)
        asked: list[str] = []

        def is_taken(name: str) -> bool:
            asked.append(name)
            return self._names.is_taken(sound, name)

        try:
            name = choose(is_taken)
            beside = self._names.beside(sound.path)
        except NoRoomError as error:
            return replace(item, problem=str(error))
        except OSError as error:
            return replace(item, problem=f"The folder of this file cannot be read ({error.strerror or error}).")
        self._names.take(sound, name)
        if not os.access(folder, os.W_OK | os.X_OK):
            return replace(item, problem=READ_ONLY)
        return replace(item, new=folder / name, numbered=len(asked) > 1, beside=beside)


def _free(name: str, is_taken: Callable[[str], bool]) -> str:
    if is_taken(name):
        raise NoRoomError(TAKEN)
    return name


def _names_of_several(earmark: Earmark, sound_ids: Sequence[int]) -> frozenset[str]:
    """FXNames that the texts in files give to several different sounds of these, in small letters: the title of an
    album, not of a sound.
    """
    having: dict[str, set[bytes | Path]] = {}
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        sounds = earmark.library.sounds.many(sound_ids[start : start + _SOUNDS_AT_ONCE])
        for facts in known_sounds(earmark, sounds, said_by):
            having.setdefault(_said_name(facts.metadata).casefold(), set()).add(facts.content_id or facts.path)
    return frozenset(name for name, sounds in having.items() if name and len(sounds) > 1)


def _said_name(metadata: Metadata) -> str:
    """The FXName that the texts in a file give; empty where they give none."""
    said = (text for about in _NAMES_OF for text in metadata.of(about) if says_something(text))
    return next(filter(None, map(fx_name_of, said)), "")


def _fx_name(
    stem: str, metadata: Metadata, offered: OfferedCatId, *, keep_name: bool, shared: Collection[str] = ()
) -> str:
    """The FXName of a file that has none; what is `shared` by several, in small letters, comes after the old name."""
    if keep_name:
        return fx_name_of(stem, longest=LONGEST_NAME)
    said = _said_name(metadata)
    named = fx_name_of(stem) if says_something(stem) else ""
    category = offered.category
    tag = f"{category.category} {category.subcategory}".title()
    names = (named, said) if said.casefold() in shared else (said, named)
    return next(filter(None, (*names, fx_name_of(tag))), "")
