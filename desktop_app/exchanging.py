"""What people said of their sounds, out of a library and into another: what an import would do, and the doing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.exchange import MOST_BYTES, ExchangeError, Judged, Names, SaidOfSound, format_of
from desktop_app.core.marks import Marks
from desktop_app.core.playlist import read_playlist
from desktop_app.core.sound import Sound
from desktop_app.core.verdict import Verdict
from desktop_app.core.vocabulary import VocabularyError
from desktop_app.library.databases.bounded_reading import UnfitFileError, read_at_most
from desktop_app.library.library import Library
from desktop_app.library.watching.relative_paths import text_key

SIDECAR = ".json"
"""What a sidecar's name has behind that of its sound."""
_SOUNDS_AT_ONCE = 512
_NOT_YET = "It was not heard yet: index its folder first."


def said_of_sounds(library: Library, sound_ids: Sequence[int]) -> Iterator[SaidOfSound]:
    """All that a person said of these sounds, one by one; sounds of which nothing was said are left out."""
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        for said in _said_of(library, library.sounds.many(sound_ids[start : start + _SOUNDS_AT_ONCE])):
            if said.judged or said.marks or said.collections:
                yield said


def _said_of(library: Library, sounds: Sequence[Sound]) -> Iterator[SaidOfSound]:
    contents = [sound.content_id for sound in sounds if sound.content_id is not None]
    judged: dict[bytes, list[Judged]] = defaultdict(list)
    for verdict in library.verdicts.of_content(contents):
        judged[verdict.content_id].append(Judged(verdict.vocabulary_id, verdict.tag_id, verdict.judgement))
    marks = library.marks.of_content(contents)
    collections = library.collections.of_content(contents)
    for sound in sounds:
        content = sound.content_id or b""
        yield SaidOfSound(
            str(sound.path),
            content,
            tuple(sorted(judged[content], key=lambda one: (one.judgement, one.key))),
            marks.get(content, Marks()),
            collections.get(content, ()),
        )


def is_list(name: str) -> bool:
    """Whether a file of this name can be read by `read_said`."""
    return format_of(name) is not None or Path(name).suffix.lower() in (".m3u", ".m3u8")


def sidecar_of(sound: Path) -> Path:
    """The file beside a sound that says what was said of it: `name.wav.json`."""
    return sound.with_name(f"{sound.name}{SIDECAR}")


def sound_beside(sidecar: Path) -> Path | None:
    """The sound that a sidecar lies beside; None where the file is none, by its name, or there is no such sound."""
    sound = sidecar.with_name(sidecar.name.removesuffix(SIDECAR))
    return sound if sound != sidecar and sound.suffix and sound.is_file() else None


def read_said(file: Path) -> list[SaidOfSound]:
    """What a file lists, by what its name says that it is; a playlist is a collection of its name, and a sidecar is
    about the sound beside it, whatever that was called when it was written.

    Raises ExchangeError.
    """
    form = format_of(file.name)
    if not is_list(file.name):
        raise ExchangeError(f"{file} is none of .json, .csv, .txt, .m3u and .m3u8, as Earmark writes and reads them.")
    try:
        text = read_at_most(file, MOST_BYTES).decode("utf-8", "surrogateescape")
    except (OSError, UnfitFileError) as error:
        raise ExchangeError(f"{file} cannot be read ({error}).") from error
    if form is not None:
        listed = form.read(text)
        sound = sound_beside(file)
        return [replace(listed[0], path=str(sound))] if len(listed) == 1 and sound is not None else listed
    return [SaidOfSound(str(path), collections=(file.stem,)) for path in read_playlist(text, file.parent)]


def names_of_tags(earmark: Earmark) -> Names:
    """What the tags of all vocabularies that can be read are called."""
    names: dict[tuple[str, str], str] = {}
    for entry in earmark.vocabularies.names():
        if entry.problem is None:
            try:
                vocabulary = earmark.vocabularies.load(entry.vocabulary_id)
            except VocabularyError:
                continue
            names |= {(vocabulary.vocabulary_id, tag.tag_id): tag.name for tag in vocabulary.tags}
    return names


def tags_not_here(listed: Sequence[SaidOfSound], names: Names) -> dict[str, int]:
    """How often a list decides on tags that are in none of the vocabularies, by `vocabulary/tag`; `names`: what the
    tags of all vocabularies are called. They can be taken over all the same: their vocabulary may come later.
    """
    judged = (one for said in listed for one in said.judged)
    return dict(Counter(one.key for one in judged if (one.vocabulary_id, one.tag_id) not in names))


class MatchedBy(StrEnum):
    """How a sound of a list was found in the library."""

    PATH = "path"
    CONTENT = "content"
    NAME = "file name"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that a person said here already, and that the list says otherwise."""

    path: Path
    what: str
    """`tag everyday/rain`, `rating` or `note`."""
    here: str
    there: str


@dataclass(slots=True)
class ImportPlan:
    """What an import would do. Nothing has been done yet."""

    verdicts: list[Verdict] = field(default_factory=list)
    marks: dict[bytes, Marks] = field(default_factory=dict)
    collections: dict[str, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    matched: dict[MatchedBy, int] = field(default_factory=lambda: dict.fromkeys(MatchedBy, 0))
    unknown: list[str] = field(default_factory=list)
    """Sounds of the list of which nothing can be said here: they are not in the library, or were not heard."""
    unheard: dict[str, str] = field(default_factory=dict)
    """Those of them that are in the library, with the reason why nothing was heard of them, as a sentence."""
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """How much would be said."""
        return len(self.verdicts) + len(self.marks) + sum(map(len, self.collections.values()))


def plan_import(library: Library, listed: Sequence[SaidOfSound], *, replace: bool) -> ImportPlan:
    """What a list would add to what is said; what contradicts it only with `replace`. Raises LibraryError."""
    plan = ImportPlan()
    finder = _Finder(library)
    matched: list[tuple[Sound, SaidOfSound]] = []
    for said in listed:
        found = finder.find(said)
        if found is None:
            plan.unknown.append(said.path)
            known = library.sounds.by_path(Path(said.path))
            if known is not None:
                plan.unheard[said.path] = known.problem or _NOT_YET
            continue
        sound, by = found
        plan.matched[by] += 1
        matched.append((sound, said))
    here = {said.content_id: said for said in _said_of(library, [sound for sound, _ in matched])}
    for sound, said in matched:
        assert sound.content_id is not None, "only sounds that were heard are found"
        _plan_sound(sound, here[sound.content_id], said, plan, replace=replace)
    return plan


def import_planned(library: Library, plan: ImportPlan) -> None:
    """Do what was planned. Raises LibraryError."""
    if plan.verdicts:
        library.verdicts.set(plan.verdicts)
    if plan.marks:
        library.marks.set(plan.marks)
    known = {text_key(collection.name): collection.collection_id for collection in library.collections.all()}
    for name, contents in plan.collections.items():
        if text_key(name) in known:
            library.collections.add(known[text_key(name)], contents)
        else:
            known[text_key(name)] = library.collections.create(name, contents)


class _Finder:
    """Finds the sounds of a list in the library: by path, else by what audio they are, else by a name that only one
    has.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_content: dict[bytes, int] | None = None
        self._by_name: Mapping[str, list[int]] | None = None

    def find(self, said: SaidOfSound) -> tuple[Sound, MatchedBy] | None:
        sound = self._library.sounds.by_path(Path(said.path))
        if sound is not None and sound.content_id is not None:
            return sound, MatchedBy.PATH
        for ids, by in ((self._with_content(said.content_id), MatchedBy.CONTENT), (self._named(said), MatchedBy.NAME)):
            found = self._library.sounds.many(ids)
            if len(found) == 1 and found[0].content_id is not None:
                return found[0], by
        return None

    def _with_content(self, content_id: bytes) -> list[int]:
        if self._by_content is None:
            ids, contents, _ = self._library.sounds.contents()
            self._by_content = {
                content: int(number) for number, content in zip(ids, contents, strict=True) if content is not None
            }
        found = self._by_content.get(content_id)
        return [] if found is None else [found]

    def _named(self, said: SaidOfSound) -> list[int]:
        if self._by_name is None:
            by_name: dict[str, list[int]] = defaultdict(list)
            ids = self._library.sounds.ids().tolist()
            for start in range(0, len(ids), _SOUNDS_AT_ONCE):
                for sound in self._library.sounds.many(ids[start : start + _SOUNDS_AT_ONCE]):
                    by_name[sound.name].append(sound.sound_id)
            self._by_name = by_name
        # A list may come from another system, where names are parted otherwise.
        name = said.path.replace("\\", "/").rpartition("/")[2]
        return self._by_name.get(name, []) if name else []


def _plan_sound(sound: Sound, here: SaidOfSound, said: SaidOfSound, plan: ImportPlan, *, replace: bool) -> None:
    content = here.content_id
    judgements = {(judged.vocabulary_id, judged.tag_id): judged.judgement for judged in here.judged}
    for judged in said.judged:
        known = judgements.get((judged.vocabulary_id, judged.tag_id))
        if known is not None and known is not judged.judgement:
            plan.conflicts.append(Conflict(sound.path, f"tag {judged.key}", known, judged.judgement))
        if known is None or (replace and known is not judged.judgement):
            plan.verdicts.append(Verdict(content, judged.vocabulary_id, judged.tag_id, judged.judgement))
    marks = plan.marks.get(content) or here.marks
    merged = _merged(sound.path, marks, said.marks, plan, replace=replace)
    if merged != marks:
        plan.marks[content] = merged
    inside = {text_key(name) for name in here.collections}
    for name in map(str.strip, said.collections):
        if name and text_key(name) not in inside:
            plan.collections[name].append(content)


def _merged(path: Path, here: Marks, there: Marks, plan: ImportPlan, *, replace: bool) -> Marks:
    rating, note = here.rating or there.rating, here.note or there.note
    if there.rating not in (0, rating):
        plan.conflicts.append(Conflict(path, "rating", str(rating), str(there.rating)))
        rating = there.rating if replace else rating
    if there.note not in ("", note):
        plan.conflicts.append(Conflict(path, "note", note, there.note))
        note = there.note if replace else note
    return Marks(rating, here.favourite or there.favourite, note)
