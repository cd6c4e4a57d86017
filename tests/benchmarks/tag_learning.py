"""Tags that learn: how much a handful of verdicts brings, and what wrong ones cost, on recordings that anyone has.

The recordings are those of the tests and, where the package sonic-pi-samples of Debian is installed, all of its samples
in place of the few that the tests have; words in what they are called tell which tags are right. Verdicts are drawn
from the sounds that stand highest by the prompts, which is where a person meets them, and judged is the order of all
the others. The larger measurement, over 3,697 clips, is told in `desktop_app/core/learning.py`.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from desktop_app.core.calibration import Background
from desktop_app.core.learning import learn, surroundings_of
from desktop_app.core.scoring import TagMatrix, build_tag_matrix, prompts_of
from desktop_app.core.vector_index import Vectors
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.decoding.audio import decode
from desktop_app.engine.starter.starter import StarterEmbedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.engine.tagging.review import candidates
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import resources
from tests.benchmarks.result import Result
from tests.benchmarks.search_and_tags import median

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "starter_model"))

from evaluation.own_recordings import EVERYDAY, recordings, sound_of
from evaluation.tag_words import Truth, read_shipped_tags, truth

Flags = NDArray[np.bool_]

VERDICTS = (2, 5, 10, 20, 40)
SEEDS = range(5)
WRONG = 0.3
LEAST_RIGHT = 4
"""Recordings that a tag must be right for: with fewer, its average precision is that of one or two sounds."""
LEAST_LEFT = 2
"""Of them so many must be left to judge by."""
PROMISED = 20
"""Verdicts a tag, of which something was promised: the next two."""
LEAST_GAINED = 0.01
"""Of average precision, on average over the tags; with wrong verdicts nothing, but no loss."""
MOST_LOST = 0.02
"""Of average precision, by any tag on average over `SEEDS`."""
_SAMPLES = Path("/usr/share/sonic-pi/samples")
_LISTED = Path(__file__).resolve().parents[2] / "packaging/starter_model/corpus/clips/sonic-pi-samples.tsv"


@dataclass(frozen=True, slots=True)
class Heard:
    """Recordings as the bundled embedder hears them, and what the tags are to them."""

    sounds: Vectors
    """[n, d]"""
    matrix: TagMatrix
    """t tags."""
    reference: Vectors
    known: Truth
    """[n, t]"""


def run() -> Iterable[Result]:
    """What 2 to 40 verdicts a tag bring, the tag that gains least, the same with wrong verdicts, and what it takes."""
    heard = hear()
    tags = np.flatnonzero(heard.known.right.sum(axis=0) >= LEAST_RIGHT).tolist()
    plain = without_verdicts(heard, tags)
    yield Result("0 verdicts, average precision", float(plain.mean()), "", f"of {len(plain)} tags")
    for wrong, called in ((0.0, "verdicts"), (WRONG, f"verdicts, {WRONG:.0%} of them wrong")):
        for count in VERDICTS:
            before, after = changes(heard, tags, count, wrong)
            gained = after - before
            precisions = f"of {len(gained)} tags, {len(heard.sounds)} recordings: {before.mean():.3f}"
            least, most_lost = (0.0 if wrong else LEAST_GAINED, -MOST_LOST) if count == PROMISED else (None, None)
            name = f"{count} {called}, average precision gained"
            yield Result(name, float(gained.mean()), "", precisions, target=least, target_for="at least")
            name = f"... by the tag that gained least ({count}, wrong: {wrong:.0%})"
            yield Result(name, float(gained.min()), "", target=most_lost, target_for="at least")
    yield _reviewed(heard, tags)
    yield from _times(heard, tags[0])


def hear() -> Heard:
    """All recordings."""
    embedder = StarterEmbedder(starter_folder(), embedder_id=starter_spec(starter_folder()).embedder_id)
    captions, sounds = [], []
    installed = _SAMPLES.is_dir()
    for clip in recordings():
        if clip.source == EVERYDAY or not installed:
            captions.append(clip.captions)
            sounds.append(embedder.embed_audio([sound_of(clip, embedder.sample_rate)])[0])
    for file, called in _samples() if installed else ():
        captions.append(called)
        sounds.append(embedder.embed_audio([decode(file, sample_rate=embedder.sample_rate).samples])[0])
    tags = read_shipped_tags()
    families = list(dict.fromkeys(tag.family for tag in tags))
    files = [resources() / "vocabularies" / f"{family}.toml" for family in families]
    vocabularies = [parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name) for file in files]
    prompts = prompts_of(vocabularies)
    reference = load_file(starter_folder() / "reference.safetensors")[embedder.embedder_id].astype(np.float32)
    every = build_tag_matrix(vocabularies, dict(zip(prompts, embedder.embed_text(prompts), strict=True)), reference)
    number_of = {scored.key: number for number, scored in enumerate(every.tags)}
    told = [number_of[tag.family, tag.tag] for tag in tags]
    background = Background(every.background.usual[told], every.background.spread[told])
    matrix = TagMatrix(tuple(every.tags[number] for number in told), every.vectors[told], background)
    return Heard(np.stack(sounds), matrix, reference, truth(tags, captions))


def _samples() -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The installed samples and what they are called."""
    with _LISTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = _SAMPLES / Path(row["clip"]).name
            if path.is_file():
                yield path, tuple(row["captions"].split("|"))


def without_verdicts(heard: Heard, tags: list[int]) -> Vectors:
    """Average precision of each tag over all recordings, by its prompts alone."""
    stands = heard.matrix.standings(heard.sounds)
    judged = heard.known.judged
    every = [average_precision(stands[judged[:, tag], tag], heard.known.right[judged[:, tag], tag]) for tag in tags]
    return np.array(every)


def changes(heard: Heard, tags: list[int], count: int, wrong: float) -> tuple[Vectors, Vectors]:
    """Average precision of each tag that can be judged over the sounds that nobody spoke of, without verdicts and with
    `count` of them, each the mean over `SEEDS`.
    """
    before, after = [], []
    for tag in tags:
        pairs = [pair for seed in SEEDS if (pair := _change(heard, tag, count, wrong, seed)) is not None]
        if len(pairs) == len(SEEDS):
            plain, learned = np.mean(pairs, axis=0)
            before.append(plain)
            after.append(learned)
    return np.array(before), np.array(after)


def _change(heard: Heard, tag: int, count: int, wrong: float, seed: int) -> tuple[float, float] | None:
    """The same of one drawing; None where too few sounds that the tag is right for are left to judge by."""
    random = np.random.default_rng([seed, tag, count])
    judged = np.flatnonzero(heard.known.judged[:, tag])
    stands = heard.matrix.standings(heard.sounds[judged])[:, tag]
    highest = judged[np.argsort(-stands, kind="stable")][: max(3 * count, 15)]
    told = random.choice(highest, count, replace=False)
    said = heard.known.right[told, tag] ^ (random.random(count) < wrong)
    others = np.setdiff1d(judged, told)
    right = heard.known.right[others, tag]
    if right.sum() < LEAST_LEFT:
        return None
    one = _tag(heard, tag, told, said)
    return (
        average_precision(heard.matrix.standings(heard.sounds[others])[:, tag], right),
        average_precision(one.standings(heard.sounds[others])[:, 0], right),
    )


def _reviewed(heard: Heard, tags: list[int]) -> Result:
    """What as many verdicts bring where a review asks for them, which learns as it goes, against those drawn from the
    highest: both from one half of the recordings, judged on the other.
    """
    asked: list[float] = []
    drawn: list[float] = []
    for tag in tags:
        for seed in SEEDS:
            random = np.random.default_rng([seed, tag])
            judged = random.permutation(np.flatnonzero(heard.known.judged[:, tag]))
            pool, others = judged[::2], judged[1::2]
            right = heard.known.right[others, tag]
            if right.sum() < LEAST_LEFT:
                continue
            highest = pool[np.argsort(-heard.matrix.standings(heard.sounds[pool])[:, tag])][: 3 * PROMISED]
            before = average_precision(heard.matrix.standings(heard.sounds[others])[:, tag], right)
            for told, gained in (
                (_asked_about(heard, tag, pool), asked),
                (random.choice(highest, PROMISED, replace=False), drawn),
            ):
                one = _tag(heard, tag, told, heard.known.right[told, tag])
                gained.append(average_precision(one.standings(heard.sounds[others])[:, 0], right) - before)
    name = f"{PROMISED} verdicts as a review asks for them, average precision gained"
    by_chance = float(np.mean(drawn))
    return Result(
        name, float(np.mean(asked)), "", f"drawn from the highest: {by_chance:.3f}", target=0.0, target_for="at least"
    )


def _asked_about(heard: Heard, tag: int, pool: NDArray[np.int64]) -> NDArray[np.int64]:
    """What a review asks about of these recordings, one after the other."""
    one = heard.matrix.part([tag])
    told = pool[:0]
    for _ in range(PROMISED):
        scores = one.scores(heard.sounds[pool])[:, 0]
        place = candidates(scores, float(one.thresholds[0]), np.isin(pool, told))[0]
        told = np.append(told, pool[place])
        one = _tag(heard, tag, told, heard.known.right[told, tag])
    return told


def _tag(heard: Heard, tag: int, told: NDArray[np.int64], said: Flags) -> TagMatrix:
    """One tag as it is after these verdicts."""
    background = heard.matrix.background
    usual, spread = float(background.usual[tag]), float(background.spread[tag])
    around = surroundings_of(heard.reference)
    learned = learn(heard.matrix.vectors[tag], usual, spread, around, heard.sounds[told], said)
    now = Background(np.array([learned.usual], dtype=np.float32), background.spread[[tag]])
    return TagMatrix((heard.matrix.tags[tag],), learned.vector[None], now)


def average_precision(stands: Vectors, right: Flags) -> float:
    """Of sounds [n] in the order of their standing."""
    places = np.flatnonzero(right[np.argsort(-stands, kind="stable")])
    return float(np.mean(np.arange(1, len(places) + 1) / (places + 1)))


def _times(heard: Heard, tag: int) -> Iterator[Result]:
    """What it takes to learn from so many verdicts."""
    background, around = heard.matrix.background, surroundings_of(heard.reference)
    usual, spread = float(background.usual[tag]), float(background.spread[tag])
    for count, most in ((20, 5.0), (100, 50.0)):
        sounds, right = heard.sounds[:count], heard.known.right[:count, tag]
        work = partial(_learn, heard.matrix.vectors[tag], usual, spread, around, sounds, right)
        name = f"learning from {len(sounds)} verdicts"
        yield Result(name, 1000 * median(work), "ms", "the promise", target=most, target_for="at most")


def _learn(*told: Any) -> None:
    learn(*told)
