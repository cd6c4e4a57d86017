"""`earmark tag --catid`: under which CatIDs sounds may be filed."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import CatIdChoice, KnownSound, OfferedCatId, Reason, known_sounds
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import audio_files, existing, is_empty
from desktop_app.core.cat_ids import OFFERED
from desktop_app.core.example import Example
from desktop_app.engine.searching.examples import ExampleError
from desktop_app.library.metadata.reading import said_by
from desktop_app.library.tables.sound_filter import SoundFilter

_SOUNDS_AT_ONCE: Final = 512
_WORDS: Final = {Reason.PERSON: " (yours)", Reason.FILE: " (in the file)", Reason.WORDS: "", Reason.SOUND: ""}


def tag_cat_ids(arguments: Namespace) -> int:
    """The best CatIDs of the sounds that were named, or of the whole library."""
    if arguments.vocabulary is not None:
        raise CommandError("--catid has a vocabulary of its own: leave --vocabulary out.", WRONG_USAGE)
    paths = [existing(path) for path in arguments.paths]
    unreadable: list[str] = []
    found: list[tuple[Path, tuple[OfferedCatId, ...]]] = []
    with reading(arguments) as earmark:
        if paths or not is_empty(earmark):
            choice = CatIdChoice(earmark)
            choice.load()
            for part in _parts(earmark, paths, unreadable):
                offered = choice.offer(part, limit=arguments.top or OFFERED)
                found += zip((sound.path for sound in part), offered, strict=True)
        embedder = earmark.spec.embedder_id
    for problem in unreadable:
        say(problem)
    document = {
        "embedder": embedder,
        "sounds": [{"path": str(path), "cat_ids": list(map(_as_json, offered))} for path, offered in found],
    }
    result(arguments, document, [f"{path}: {_line(offered)}" for path, offered in found])
    return SOME_UNREADABLE if unreadable else OK


def _parts(earmark: Earmark, paths: Sequence[Path], unreadable: list[str]) -> Iterator[list[KnownSound]]:
    if not paths:
        sound_ids = earmark.library.sounds.ids(filter=SoundFilter()).tolist()
        for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
            sounds = earmark.library.sounds.many(sound_ids[start : start + _SOUNDS_AT_ONCE])
            yield list(known_sounds(earmark, sounds, said_by))
        return
    for path in audio_files(earmark, paths):
        sound = earmark.library.sounds.by_path(path)
        content_id = None if sound is None else sound.content_id
        try:
            embedding = earmark.examples.vector(Example(path=path))
        except ExampleError as error:
            unreadable.append(f"{path}: {error.reason}")
        else:
            yield [KnownSound(path, content_id, embedding, said_by(path))]


def _line(offered: Sequence[OfferedCatId]) -> str:
    return ", ".join(f"{one.category.cat_id} {one.score:.2f}{_WORDS[one.reason]}" for one in offered) or "no CatID"


def _as_json(one: OfferedCatId) -> dict[str, Any]:
    return {
        "cat_id": one.category.cat_id,
        "category": one.category.category,
        "subcategory": one.category.subcategory,
        "score": round(one.score, 4),
        "reason": one.reason.value,
    }
