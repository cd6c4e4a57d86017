"""When tags apply in sounds composed of recordings: F1 of segments of a second, as in the evaluation of sound events.

A second counts for a tag as soon as any part of it does; right and wrong ones are counted over all tags of the
vocabulary `everyday` and all sounds together (A. Mesaros, T. Heittola, T. Virtanen: Metrics for Polyphonic Sound Event
Detection, 2016). What may be said of a recording as well is neither. The constants were chosen on the one half of the
recordings and are judged on the other. What is compared with: each window of 4 s has its tags for all of its length.

Of CLAP nothing can be told here: with the random weights of the tests its tags are chance.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from desktop_app.core.moment import WindowShape
from desktop_app.core.scoring import TagMatrix, build_tag_matrix, prompts_of
from desktop_app.core.sound_events import WindowGrid, find_events
from desktop_app.core.vector_index import Vectors
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.indexing import moment_hearing
from desktop_app.engine.starter.starter import StarterEmbedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.engine.tagging import sound_events
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import resources
from tests.benchmarks.result import Result
from tests.composed_sounds import Composed, compose, everyday_recordings

Flags = NDArray[np.bool_]
_SILENCE = 1e-5
"""Samples no louder than this are none: -100 dBFS."""


@dataclass(slots=True)
class Counts:
    """Segments of one tag, summed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def __str__(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        return f"precision {precision:.2f}, recall {self.right / max(self.right + self.missed, 1):.2f}"


def run() -> Iterable[Result]:
    """F1 on both halves, and with the windows that are kept for searching."""
    embedder = StarterEmbedder(starter_folder(), embedder_id=starter_spec(starter_folder()).embedder_id)
    matrix = starter_matrix(embedder)
    recordings = everyday_recordings(embedder.sample_rate)
    judged, chosen = recordings[1::2], recordings[::2]
    for name, part in (("judged half", judged), ("half it was chosen on", chosen)):
        sounds = [
            sound
            for seed in (0, 1)
            for noisy in (False, True)
            for sound in compose(part, embedder.sample_rate, seed=seed, noisy=noisy)
        ]
        kept = [_heard(embedder, sound, moment_hearing.STARTER_WINDOWS) for sound in sounds]
        close = [_heard(embedder, sound, sound_events.STARTER_WINDOWS) for sound in sounds]
        plain = _counted(matrix, sounds, kept, _plainly)
        for windows, heard in (("windows of 2 s", close), ("kept windows of 4 s", kept)):
            found = _counted(matrix, sounds, heard, segments_of_events)
            against = f"{found}; each window for itself: {plain.f1:.3f}, {plain}"
            yield Result(f"bundled embedder, {name}, {windows}, F1", found.f1, "", against, found.f1 / plain.f1)


def starter_matrix(embedder: StarterEmbedder) -> TagMatrix:
    """The tags of `everyday` and `music`, as the application has them."""
    folder = resources() / "vocabularies"
    files = [folder / f"{name}.toml" for name in ("everyday", "music")]
    vocabularies = [parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name) for file in files]
    prompts = prompts_of(vocabularies)
    reference = load_file(starter_folder() / "reference.safetensors")[embedder.embedder_id].astype(np.float32)
    return build_tag_matrix(vocabularies, dict(zip(prompts, embedder.embed_text(prompts), strict=True)), reference)


def _heard(embedder: StarterEmbedder, sound: Composed, shape: WindowShape) -> tuple[WindowGrid, Vectors]:
    """The windows of a sound, as the application hears them."""
    starts, rate = shape.starts(sound.seconds), embedder.sample_rate
    vectors = np.full((len(starts), embedder.dimension), np.nan, dtype=np.float32)
    for row, start in enumerate(starts):
        window = sound.samples[round(start * rate) : round((start + shape.seconds) * rate)]
        if np.abs(window).max() >= _SILENCE:
            vectors[row] = embedder.embed_audio([window])[0]
    return WindowGrid(np.array(starts), shape.seconds, sound.seconds), vectors


def segments_of_events(matrix: TagMatrix, grid: WindowGrid, vectors: Vectors) -> Flags:
    """[seconds, tags] that events lie in."""
    flags = np.zeros((math.ceil(grid.length), len(matrix.tags)), dtype=np.bool_)
    number_of = {scored.key: number for number, scored in enumerate(matrix.tags)}
    for event in find_events(matrix, vectors, grid):
        flags[math.floor(event.onset) : math.ceil(event.offset), number_of[event.tag.key]] = True
    return flags


def _plainly(matrix: TagMatrix, grid: WindowGrid, vectors: Vectors) -> Flags:
    """[seconds, tags] that a window lies in to which the tag applies."""
    flags = np.zeros((math.ceil(grid.length), len(matrix.tags)), dtype=np.bool_)
    heard = np.isfinite(vectors).all(axis=1)
    applies = np.zeros((len(vectors), len(matrix.tags)), dtype=np.bool_)
    applies[heard] = matrix.applies(vectors[heard])
    for start, has in zip(grid.starts.tolist(), applies, strict=True):
        flags[math.floor(start) : math.ceil(start + grid.seconds)] |= has
    return flags


def count(matrix: TagMatrix, sound: Composed, found: Flags, counts: Counts) -> None:
    """Add the segments of one sound."""
    wanted, allowed = np.zeros_like(found), np.zeros_like(found)
    number_of = {scored.tag.tag_id: n for n, scored in enumerate(matrix.tags) if scored.vocabulary_id == "everyday"}
    judged = list(number_of.values())
    for placed in sound.placed:
        rows = slice(math.floor(placed.start), math.ceil(placed.end))
        for flags, names in ((wanted, placed.recording.labels), (allowed, placed.recording.also)):
            for name in names & number_of.keys():
                flags[rows, number_of[name]] = True
    found, wanted, allowed = found[:, judged], wanted[:, judged], allowed[:, judged]
    counts.right += int((found & wanted).sum())
    counts.wrong += int((found & ~wanted & ~allowed).sum())
    counts.missed += int((wanted & ~found).sum())


def _counted(
    matrix: TagMatrix,
    sounds: list[Composed],
    heard: list[tuple[WindowGrid, Vectors]],
    segments: Callable[[TagMatrix, WindowGrid, Vectors], Flags],
) -> Counts:
    counts = Counts()
    for sound, (grid, vectors) in zip(sounds, heard, strict=True):
        count(matrix, sound, segments(matrix, grid, vectors), counts)
    return counts
