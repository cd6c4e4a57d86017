"""Training a head: what it gains over words and over scikit-learn as it comes, on recordings that anyone has, and how
long it takes.

Two labelled sets: the tests' own recordings in kinds of things, and, where the package sonic-pi-samples of Debian is
installed, its samples by the beginnings of their names. Every sound is judged by a head that was trained without it.
The baselines see the same sounds in the same folds: words alone in the best of all ways to put them, and scikit-learn's
LogisticRegression with its own settings, which knows neither words nor sounds at large.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from threadpoolctl import threadpool_limits

from desktop_app.core.calibration import DEVIATIONS_AT_HALF
from desktop_app.core.evaluation import Truth, paired_difference
from desktop_app.core.head_fitting import draw_folds, group_sounds
from desktop_app.core.vector_index import Rows, Vectors
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.decoding.audio import decode
from desktop_app.engine.evaluation.evaluating import evaluate, templates
from desktop_app.engine.evaluation.head_training import FOLDS, Material, train_head
from desktop_app.engine.starter.starter import StarterEmbedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import resources
from tests.benchmarks.result import Result

MANY = 10_000
SECONDS = 10.0
"""Promised for so many sounds."""
_EVERYDAY = Path(__file__).resolve().parents[1] / "data" / "everyday"
_SAMPLES = Path("/usr/share/sonic-pi/samples")
_KINDS = {
    "animal": "bee bird black cat_ cow_ crow dog_ farm_ frog gander goat grass hen horse lion mosq roos seag sheep",
    "vehicle": "airplane car_ firetruck helicopter train",
    "explosion": "explosion firew gunshot lightning machine_",
    "footsteps or doors": "foot door",
    "voice": "applause laugh scream speech",
    "tool or fire": "chainsaw saw fire_ vacuum",
}
"""Beginnings of the names of the tests' recordings."""
_BEGINNINGS = {
    "ambi": "ambience",
    "bass": "bass synth",
    "bd": "bass drum",
    "drum": "drum kit",
    "elec": "electronic blip",
    "glitch": "glitch",
    "loop": "drum loop",
    "perc": "percussion",
    "tabla": "tabla",
}


@dataclass(frozen=True, slots=True)
class _Set:
    """Labelled sounds as the bundled embedder hears them."""

    name: str
    sounds: Vectors
    """[n, d]"""
    truth: Truth


def run() -> Iterable[Result]:
    """For each set the accuracies and how right the tags are; then the time for ten thousand sounds."""
    embedder = StarterEmbedder(starter_folder(), embedder_id=starter_spec(starter_folder()).embedder_id)
    reference = load_file(starter_folder() / "reference.safetensors")[embedder.embedder_id].astype(np.float32)
    sets = [_heard(embedder, "everyday recordings", _everyday())]
    if _SAMPLES.is_dir():
        sets.append(_heard(embedder, "sonic-pi-samples", _samples()))
    for each in sets:
        yield from _compared(embedder, each, reference)
    yield from _times(sets[-1], reference)


def _everyday() -> dict[Path, str]:
    return {
        file: kind
        for kind, beginnings in _KINDS.items()
        for file in sorted(_EVERYDAY.glob("*.ogg"))
        if file.name.startswith(tuple(beginnings.split()))
    }


def _samples() -> dict[Path, str]:
    named = {file: file.name.partition("_")[0] for file in sorted(_SAMPLES.glob("*.flac"))}
    return {file: _BEGINNINGS[beginning] for file, beginning in named.items() if beginning in _BEGINNINGS}


def _heard(embedder: StarterEmbedder, name: str, label_of: dict[Path, str]) -> _Set:
    decoded = (decode(file, sample_rate=embedder.sample_rate).samples for file in label_of)
    sounds = np.stack([embedder.embed_audio([samples])[0] for samples in decoded])
    labels = tuple(sorted(set(label_of.values())))
    return _Set(
        name, sounds, Truth(labels, np.array([[label == each for each in labels] for label in label_of.values()]))
    )


def _compared(embedder: StarterEmbedder, each: _Set, reference: Vectors) -> Iterable[Result]:
    files = [resources() / "vocabularies" / f"{name}.toml" for name in ("everyday", "music")]
    vocabularies = [parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name) for file in files]
    ways = templates(each.truth.labels, [tag for vocabulary in vocabularies for tag in vocabulary.tags])

    def read(texts: Any) -> dict[str, Vectors]:
        return dict(zip(texts, embedder.embed_text(list(texts)), strict=True))

    evaluation = evaluate(each.sounds, each.truth, ways, read, reference)
    words = evaluation.tried[evaluation.best].figures
    vectors = read([text for prompts in ways[-1].prompts for text in prompts])
    mean = np.stack([np.mean([vectors[text] for text in prompts], axis=0) for prompts in ways[-1].prompts])
    material = _material(each, mean, reference)
    found = train_head(material, embedder.embedder_id)
    plain = _plain(material)
    what = f"head, {len(each.sounds)} {each.name}, {len(each.truth.labels)} labels"
    for baseline, right in ((f"words alone: {words.accuracy.value:.3f}", words.right), (_called(plain), plain)):
        probability = paired_difference(found.figures.right, right)
        accuracy = found.figures.accuracy
        told = f"{baseline} (by chance: {probability:.2g}); 95 %: {accuracy.low:.2f} to {accuracy.high:.2f}"
        yield Result(f"{what}: right label first", accuracy.value, "", told, accuracy.value / right.mean(), target=1.0)
    score = next(way.score for way in reversed(evaluation.tried) if way.as_tags)
    tags, at_large = score(each.sounds) >= DEVIATIONS_AT_HALF, score(reference) >= DEVIATIONS_AT_HALF
    right = tags & each.truth.holds
    precision, recall = found.precision.value, found.recall.value
    yield Result("... precision of its tags", precision, "", f"words alone: {right.sum() / tags.sum():.2f}")
    yield Result("... recall of its tags", recall, "", f"words alone: {right.sum() / each.truth.holds.sum():.2f}")
    told = f"words alone: {at_large.any(axis=1).mean():.2f}"
    yield Result("... sounds at large that get a tag", found.tagged_background.value, "", told)
    yield Result("... scores are wrong by, on average", found.calibration_error, "", target=0.05, target_for="at most")


def _called(plain: Vectors) -> str:
    return f"scikit-learn's LogisticRegression: {plain.mean():.3f}"


def _material(each: _Set, words: Vectors, reference: Vectors) -> Material:
    groups = group_sounds(each.sounds, [""] * len(each.sounds))
    return Material(each.sounds, each.truth, groups, ("",) * len(each.sounds), words, reference)


def _plain(material: Material) -> Any:
    """Which sounds LogisticRegression gets right, [n]."""
    sounds, holds = material.embeddings, material.truth.holds
    folds: Rows = draw_folds(holds, material.groups, FOLDS, 20_26)
    first = np.zeros(len(folds), dtype=np.int64)
    for fold in range(FOLDS):
        model = LogisticRegression(max_iter=1_000).fit(sounds[folds != fold], holds[folds != fold].argmax(axis=1))
        first[folds == fold] = model.predict(sounds[folds == fold])
    return holds[np.arange(len(first)), first]


def _times(each: _Set, reference: Vectors) -> Iterable[Result]:
    """Training with many sounds, which are those of a set with a little noise."""
    chance = np.random.default_rng(1)
    drawn = chance.integers(len(each.sounds), size=MANY)
    sounds = each.sounds[drawn] + chance.normal(0, 0.015, (MANY, each.sounds.shape[1])).astype(np.float32)
    many = _Set(each.name, sounds, Truth(each.truth.labels, each.truth.holds[drawn]))
    words = np.zeros((len(each.truth.labels), each.sounds.shape[1]), dtype=np.float32)
    material = Material(many.sounds, many.truth, drawn, ("",) * MANY, words, reference)
    began, computing = time.perf_counter(), time.process_time()
    train_head(material, "none")
    took, computed = time.perf_counter() - began, time.process_time() - computing
    with threadpool_limits(1):
        before = time.process_time()
        OneVsRestClassifier(LogisticRegression(max_iter=1_000)).fit(sounds, many.truth.holds)
        plain = (time.process_time() - before) * (FOLDS + 1)
    name = f"head, {MANY:,} embeddings of {len(words)} labels, {FOLDS} folds and all"
    yield Result(name, took, "s", target=SECONDS, target_for="at most")
    yield Result("... processor time", computed, "s", f"LogisticRegression as often: {plain:.1f} s", plain / computed)
