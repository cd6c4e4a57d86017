"""`earmark search` and `earmark tag`."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.app import Earmark
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, result, say
from desktop_app.cli.session import reading
from desktop_app.core.query import parse_query
from desktop_app.core.scoring import AppliedTag
from desktop_app.core.sound import Sound
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.core.vocabulary import Vocabulary
from desktop_app.engine.embedding_process import WorkerDiedError
from desktop_app.engine.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.library.scanner import AUDIO_SUFFIXES

_SOUNDS_AT_ONCE = 512


def search(arguments: Namespace) -> int:
    """Words in, ranked sounds out."""
    text = " ".join(arguments.text)
    with reading(arguments) as earmark:
        earmark.load_tags()
        like = _embedding_of(earmark, Path(arguments.like)) if arguments.like else None
        answer = earmark.searcher.search(parse_query(text), like=like, limit=arguments.limit)
        sounds = earmark.library.sounds.many(answer.sound_ids.tolist())
        tags = earmark.tagger.tags_of(answer.sound_ids.tolist())
        scores = [None] * len(answer.sound_ids) if answer.scores is None else answer.scores.tolist()
        score_of = dict(zip(answer.sound_ids.tolist(), scores, strict=True))
        hits = [
            {"path": str(sound.path), "score": score_of[sound.sound_id], "tags": _as_json(tags[sound.sound_id])}
            for sound in sounds
        ]
        embedder = earmark.spec.embedder_id
    if answer.message:
        say(answer.message)
    result(arguments, {"query": text, "embedder": embedder, "hits": hits}, [_hit_line(hit) for hit in hits])
    return OK


def tag(arguments: Namespace) -> int:
    """Which tags sounds have: the whole library's, or those of files and folders, in the library or not."""
    with reading(arguments) as earmark:
        vocabularies = _vocabularies(earmark, arguments.vocabulary)
        earmark.tagger.set_vocabularies(vocabularies)
        unreadable: list[str] = []
        sounds = []
        for path, tags in _tagged(earmark, arguments.paths, unreadable):
            shown = tags if arguments.top is None else _best(tags, arguments.top)
            sounds.append({"path": str(path), "tags": _as_json(shown)})
        document = {
            "vocabulary": ", ".join(vocabulary.vocabulary_id for vocabulary in vocabularies),
            "embedder": earmark.spec.embedder_id,
            "sounds": sounds,
        }
    for problem in unreadable:
        say(problem)
    result(arguments, document, [_tag_line(sound) for sound in sounds])
    return SOME_UNREADABLE if unreadable else OK


def _tagged(
    earmark: Earmark, paths: Sequence[str], unreadable: list[str]
) -> Iterator[tuple[Path, tuple[AppliedTag, ...]]]:
    if not paths:
        yield from _tagged_in_library(earmark, earmark.library.sounds.ids().tolist())
        return
    for path in _audio_files(paths):
        sound = earmark.library.sounds.by_path(path)
        if sound is not None and sound.content_id is not None and _has_embedding(earmark, sound):
            yield path, earmark.tagger.tags_of([sound.sound_id])[sound.sound_id]
            continue
        try:
            heard = earmark.worker.hear(path)
        except (UnreadableSoundError, SilentSoundError, WorkerDiedError) as error:
            unreadable.append(f"{path}: {error}")
            continue
        yield path, earmark.tagger.tags_of_content(heard.content_id, stored_precision(heard.vector))


def _tagged_in_library(earmark: Earmark, sound_ids: list[int]) -> Iterator[tuple[Path, tuple[AppliedTag, ...]]]:
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        part = sound_ids[start : start + _SOUNDS_AT_ONCE]
        tags = earmark.tagger.tags_of(part)
        for sound in earmark.library.sounds.many(part):
            yield sound.path, tags[sound.sound_id]


def _audio_files(paths: Sequence[str]) -> Iterator[Path]:
    for given in paths:
        path = Path(given).absolute()
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in AUDIO_SUFFIXES and p.is_file())
        elif path.exists():
            yield path
        else:
            raise CommandError(f"{path} does not exist: name a sound or a folder.", WRONG_USAGE)


def _embedding_of(earmark: Earmark, path: Path) -> Vectors:
    """The embedding [d] of an example, from the cache or by listening to it."""
    path = path.absolute()
    if not path.is_file():
        raise CommandError(f"{path} does not exist: name a sound file to search by.", WRONG_USAGE)
    sound = earmark.library.sounds.by_path(path)
    if sound is not None and sound.content_id is not None:
        known = earmark.library.cache.embedding(sound.content_id, earmark.spec.embedder_id)
        if known is not None:
            return known
    try:
        return stored_precision(earmark.worker.hear(path).vector)
    except (UnreadableSoundError, SilentSoundError, WorkerDiedError) as error:
        raise CommandError(f"{path}: {error}") from None


def _has_embedding(earmark: Earmark, sound: Sound) -> bool:
    return bool(earmark.embedded.snapshot().rows_of(np.array([sound.sound_id]))[0] >= 0)


def _vocabularies(earmark: Earmark, name: str | None) -> list[Vocabulary]:
    return earmark.active_vocabularies() if name is None else [earmark.vocabularies.load(name)]


def _best(tags: Sequence[AppliedTag], count: int) -> tuple[AppliedTag, ...]:
    return tuple(sorted(tags, key=lambda applied: -applied.score)[:count])


def _as_json(tags: Sequence[AppliedTag]) -> list[dict[str, Any]]:
    return [{"name": t.name, "score": round(t.score, 4), "source": t.source.value} for t in tags]


def _hit_line(hit: dict[str, Any]) -> str:
    score = "     " if hit["score"] is None else f"{hit['score']:6.3f}"
    names = ", ".join(t["name"] for t in hit["tags"][:4])
    return f"{score}  {hit['path']}{f'  [{names}]' if names else ''}"


def _tag_line(sound: dict[str, Any]) -> str:
    names = ", ".join(f"{t['name']} {t['score']:.2f}" for t in sound["tags"])
    return f"{sound['path']}: {names or 'no tags'}"
