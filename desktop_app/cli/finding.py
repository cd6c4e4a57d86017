"""`earmark search` and `earmark tag`: what is in the library, and what sounds anywhere are like."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.app import Earmark
from desktop_app.cli.cat_ids import tag_cat_ids
from desktop_app.cli.events import tag_events
from desktop_app.cli.measured_lines import measured_values, measured_words
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import audio_files, existing, existing_file, is_empty, vocabularies_of
from desktop_app.core.bands import band_of
from desktop_app.core.example import Example
from desktop_app.core.marks import Marks
from desktop_app.core.measured import Measured
from desktop_app.core.metadata import Metadata
from desktop_app.core.moment import Moment, clock_time
from desktop_app.core.query import Query, parse_query
from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.sound import Sound
from desktop_app.core.tag import Vocabulary
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.core.weights import Weights
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.engine.searching.examples import ExampleError
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.library.tables.orders import SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file
from desktop_app.open_profile.active_vocabularies import training_note

_SOUNDS_AT_ONCE = 512

Tags = tuple[AppliedTag, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search gives."""

    hits: list[dict[str, Any]]
    """As JSON has them."""
    measured: list[Measured]
    """Of each hit."""
    total: int
    """How many there are without a limit."""


def search(arguments: Namespace) -> int:
    """Words in, ranked sounds out."""
    text = " ".join(arguments.text)
    query = parse_query(text)
    if query.broken:
        raise CommandError(" ".join(query.hints), WRONG_USAGE)
    like = None if arguments.like is None else existing_file(arguments.like)
    column = _column(arguments.sort)
    with reading(arguments) as earmark:
        found = _find(earmark, query, like, column, arguments)
        embedder = earmark.spec.embedder_id
    lines = [
        _hit_line(hit, measured_words(each) if arguments.measured else "")
        for hit, each in zip(found.hits, found.measured, strict=True)
    ]
    if len(lines) < found.total:
        say(f"{len(lines):,} of {found.total:,} shown: --limit N shows more")
    result(arguments, {"query": text, "embedder": embedder, "total": found.total, "hits": found.hits}, lines)
    return OK


def _column(name: str | None) -> SortColumn | None:
    try:
        return None if name is None else SortColumn(name.casefold())
    except ValueError:
        columns = ", ".join(SortColumn)
        raise CommandError(f"There is no column “{name}” to sort by. Columns are {columns}.", WRONG_USAGE) from None


def _find(earmark: Earmark, query: Query, like: Path | None, column: SortColumn | None, arguments: Namespace) -> _Found:
    if is_empty(earmark):
        return _Found([], [], 0)
    earmark.load_tags()
    if query.asks_for_tags:
        for problem in earmark.vocabulary_problems():
            say(problem.sentence)
    example = None if like is None else _embedding_of(earmark, like)
    weights = Weights(**dict(arguments.weight))
    answer = earmark.searcher.search(query, like=example, weights=weights)
    if answer.message:
        say(answer.message)
    places = {sound_id: place for place, sound_id in enumerate(answer.sound_ids.tolist())}
    found = list(places)[: arguments.limit]
    if column is not None:
        in_order = earmark.library.sounds.ids(order=column, descending=arguments.descending).tolist()
        found = [sound_id for sound_id in in_order if sound_id in places][: arguments.limit]
    tags = earmark.tagger.tags_of(found)
    sounds = earmark.library.sounds.many(found)
    measured = _measured_of(earmark, sounds)
    hits = [
        {
            "path": str(sound.path),
            **_standing(answer, places[sound.sound_id]),
            "tags": _as_json(tags[sound.sound_id]),
            **noted,
        }
        for sound, noted in zip(sounds, _noted(earmark, sounds, measured), strict=True)
    ]
    return _Found(hits, measured, len(places))


def _standing(answer: SearchAnswer, place: int) -> dict[str, Any]:
    """How well a hit fits, and when it does."""
    score = None if answer.scores is None else float(answer.scores[place])
    band = None if answer.calibrated is None else band_of(float(answer.calibrated[place]))
    return {"score": score, "band": band, **_when(None if answer.moments is None else answer.moments.at(place))}


def _when(moment: Moment | None) -> dict[str, float | None]:
    """The stretch of a long sound that answers best; nulls for a short one."""
    if moment is None:
        return {"start_s": None, "end_s": None}
    return {"start_s": round(moment.start_s, 3), "end_s": round(moment.end_s, 3)}


def _measured_of(earmark: Earmark, sounds: Sequence[Sound]) -> list[Measured]:
    known = earmark.library.measured.of([sound.content_id for sound in sounds if sound.content_id is not None])
    return [known.get(sound.content_id or b"", Measured()) for sound in sounds]


def _noted(earmark: Earmark, sounds: Sequence[Sound], measured: Sequence[Measured]) -> Iterator[dict[str, Any]]:
    """What a person noted of each sound, the collections that hold it, and what was measured of it."""
    contents = [sound.content_id for sound in sounds if sound.content_id is not None]
    marks = earmark.library.marks.of_content(contents)
    collections = earmark.library.collections.of_content(contents)
    texts = earmark.library.file_texts.of([sound.sound_id for sound in sounds])
    for sound, found in zip(sounds, measured, strict=True):
        content = sound.content_id or b""
        said = marks.get(content, Marks())
        noted = asdict(said) | {"collections": list(collections.get(content, ()))}
        read = texts.get(sound.sound_id, Metadata())
        in_file = {field.value: list(parts) for field, parts in read.fields()}
        markers = [
            {"start_s": round(mark.start, 3), "end_s": round(mark.start + mark.seconds, 3), "text": mark.text}
            for mark in read.markers
        ]
        yield noted | measured_values(found) | {"in_file": in_file, "markers": markers}


def tag(arguments: Namespace) -> int:
    """Which tags sounds have: the whole library's, or those of files and folders, in the library or not."""
    if arguments.events and arguments.catid:
        raise CommandError("Say either --events or --catid.", WRONG_USAGE)
    if arguments.events:
        return tag_events(arguments)
    if arguments.format or arguments.to or arguments.replace:
        raise CommandError("--format, --to and --replace are for --events.", WRONG_USAGE)
    if arguments.catid:
        return tag_cat_ids(arguments)
    paths = [existing(path) for path in arguments.paths]
    with reading(arguments) as earmark:
        vocabularies = vocabularies_of(earmark, arguments.vocabulary)
        _say_what_tags_nothing(earmark, arguments.vocabulary, vocabularies)
        unreadable: list[str] = []
        sounds = []
        if paths or not is_empty(earmark):
            earmark.tagger.set_vocabularies(vocabularies)
            for path, tags in _tagged(earmark, paths, unreadable):
                sounds.append({"path": str(path), "tags": _as_json(tags[: arguments.top])})
        document = {
            "vocabulary": ", ".join(vocabulary.vocabulary_id for vocabulary in vocabularies),
            "embedder": earmark.spec.embedder_id,
            "sounds": sounds,
        }
    for problem in unreadable:
        say(problem)
    result(arguments, document, [_tag_line(sound) for sound in sounds])
    return SOME_UNREADABLE if unreadable else OK


def _say_what_tags_nothing(earmark: Earmark, name: str | None, vocabularies: Sequence[Vocabulary]) -> None:
    if name is None:
        problems = [problem.sentence for problem in earmark.vocabulary_problems()]
    else:
        problems = [training_note(each.trained_for, earmark.spec.embedder_id) for each in vocabularies]
    for problem in filter(None, problems):
        say(problem)


def _tagged(earmark: Earmark, paths: Sequence[Path], unreadable: list[str]) -> Iterator[tuple[Path, Tags]]:
    if not paths:
        yield from _tagged_in_library(earmark)
        return
    silent = dict(earmark.library.sounds.silent())
    for path in audio_files(earmark, paths):
        sound = earmark.library.sounds.by_path(path)
        if sound is not None and path in silent and _is_as_it_was(sound):
            say(f"{path}: {silent[path]}")
            yield path, ()
            continue
        if sound is not None and _is_known(earmark, sound):
            yield path, earmark.tagger.tags_of([sound.sound_id])[sound.sound_id]
            continue
        try:
            heard = earmark.worker.hear(path)
        except SilentSoundError as error:
            say(f"{path}: {error}")
            yield path, ()
        except (UnreadableSoundError, WorkerDiedError) as error:
            unreadable.append(f"unreadable: {path}: {error}")
        else:
            yield path, earmark.tagger.tags_of_content(heard.content_id, stored_precision(heard.vector))


def _tagged_in_library(earmark: Earmark) -> Iterator[tuple[Path, Tags]]:
    sound_ids = earmark.library.sounds.ids(filter=SoundFilter()).tolist()
    for start in range(0, len(sound_ids), _SOUNDS_AT_ONCE):
        part = sound_ids[start : start + _SOUNDS_AT_ONCE]
        tags = earmark.tagger.tags_of(part)
        for sound in earmark.library.sounds.many(part):
            yield sound.path, tags[sound.sound_id]


def _embedding_of(earmark: Earmark, path: Path) -> Vectors:
    """The embedding [d] of an example, from the cache or by listening to it."""
    try:
        return earmark.examples.vector(Example(path=path))
    except ExampleError as error:
        raise CommandError(f"{path}: {error.reason}") from None


def _is_known(earmark: Earmark, sound: Sound) -> bool:
    """Whether the library has heard the file as it is now."""
    heard = earmark.embedded.snapshot().rows_of(np.array([sound.sound_id]))[0] >= 0
    return bool(heard) and _is_as_it_was(sound)


def _is_as_it_was(sound: Sound) -> bool:
    """Whether the file is the one that the library looked at."""
    now = stamp_of_file(sound.path)
    return now is not None and is_unchanged(sound.stamp, now)


def _as_json(tags: Sequence[AppliedTag]) -> list[dict[str, Any]]:
    return [{"name": t.name, "score": round(t.score, 4), "source": t.source.value} for t in tags]


def _hit_line(hit: dict[str, Any], words: str) -> str:
    """`words`: what was measured, where that is to be shown."""
    score = "     " if hit["score"] is None else f"{hit['score']:6.3f}  {hit['band'] or '':<6}"
    names = ", ".join(t["name"] for t in hit["tags"][:4])
    at = "" if hit["start_s"] is None else f"  at {clock_time(hit['start_s'])}"
    return f"{score}  {hit['path']}{at}{f'  ({words})' if words else ''}{f'  [{names}]' if names else ''}"


def _tag_line(sound: dict[str, Any]) -> str:
    return f"{sound['path']}: {', '.join(map(_tag_words, sound['tags'])) or 'no tags'}"


def _tag_words(tag: dict[str, Any]) -> str:
    """A tag as a line shows it: one that a person gave or accepted never looks like an automatic one."""
    if tag["source"] == TagSource.PERSON:
        return f"{tag['name']} (yours)"
    accepted = " (accepted)" if tag["source"] == TagSource.ACCEPTED else ""
    return f"{tag['name']} {tag['score']:.2f}{accepted}"
