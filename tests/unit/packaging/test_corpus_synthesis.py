"""The sounds that the corpus makes itself: sound where there should be some, the same every time, named as they are."""

import importlib
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.starter_files import ROOT

FOLDER = ROOT / "packaging" / "starter_model"
CLIPS = FOLDER / "corpus" / "clips"
RATE = 44_100
MANIFESTS = ("synthesised", "synthesised-one-shots")


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))


def synthesis(name: str = "") -> Any:
    return importlib.import_module(f"corpus.synthesis{name}")


def rows(manifest: Path) -> list[list[str]]:
    return [line.split("\t") for line in manifest.read_text(encoding="utf-8").splitlines()[1:]]


def test_every_recipe_makes_a_sound_that_can_be_heard_and_is_as_its_manifest_says() -> None:
    recipe = synthesis(".recipe")
    captions = {name: phrases for manifest in MANIFESTS for name, _, phrases in rows(CLIPS / f"{manifest}.tsv")}
    for made in synthesis(".catalogue").RECIPES.values():
        samples, phrases = recipe.rendered(made, 0)
        level = np.sqrt(np.mean(samples**2))
        assert np.isfinite(samples).all(), made.name
        assert 0.02 <= len(samples) / RATE <= 8, made.name
        assert 0.15 <= np.abs(samples).max() < 1, made.name
        assert level > 0.001, made.name
        assert abs(np.mean(samples)) < 0.1 * level, made.name
        assert captions[f"{made.name}-0"] == "|".join(phrases), made.name


@pytest.mark.parametrize("manifest", MANIFESTS)
def test_the_manifest_names_each_seed_of_each_recipe_and_nothing_else(manifest: str) -> None:
    named = [name for name, _, _ in rows(CLIPS / f"{manifest}.tsv")]
    recipes = synthesis(".catalogue").SOURCES[manifest]
    assert named == sorted(f"{recipe.name}-{seed}" for recipe in recipes for seed in range(recipe.seeds))


@pytest.mark.parametrize("manifest", [*MANIFESTS, "espeak"])
def test_captions_are_short_plain_phrases(manifest: str) -> None:
    for name, _, captions in rows(CLIPS / f"{manifest}.tsv"):
        phrases = captions.split("|")
        assert 1 <= len(phrases) <= 5, name
        assert len(set(phrases)) == len(phrases), name
        assert all(phrase == phrase.lower().strip() and 1 <= len(phrase.split()) <= 4 for phrase in phrases), name


def test_the_same_name_is_the_same_sound_and_another_seed_is_another() -> None:
    synthesise = synthesis().synthesise
    first, rate = synthesise("snare-1")
    again, _ = synthesise("snare-1")
    other, _ = synthesise("snare-2")
    assert rate == RATE
    np.testing.assert_array_equal(first, again)
    assert len(first) != len(other) or not np.array_equal(first, other)


@pytest.mark.parametrize("name", ["snare", "snare-", "snare-x", "no_such_recipe-1", "espeak-no-such-sentence"])
def test_a_name_without_a_recipe_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="There is no"):
        synthesis().synthesise(name)


def test_the_manifest_of_speech_is_what_the_sentences_say() -> None:
    assert synthesis(".manifest").of_speech() == (CLIPS / "espeak.tsv").read_text(encoding="utf-8")


def test_speech_without_its_program_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="install it"):
        synthesis().synthesise("espeak-man-0")


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
def test_a_sentence_is_spoken() -> None:
    samples, rate = synthesis().synthesise("espeak-man-0")
    assert 2 < len(samples) / rate < 8
    assert np.abs(samples).max() > 0.1


def test_a_low_tone_is_lower_than_a_high_one() -> None:
    """The words that say more than the recipe are true of the sound."""
    synthesise = synthesis().synthesise
    heights: dict[str, list[float]] = {"low": [], "high": []}
    for name, group, captions in rows(CLIPS / "synthesised.tsv"):
        if group != "sine tone":
            continue
        samples, rate = synthesise(name)
        peak = float(np.argmax(np.abs(np.fft.rfft(samples))) * rate / len(samples))
        for word, found in heights.items():
            if f"{word} tone" in captions.split("|"):
                found.append(peak)
    assert heights["low"]
    assert heights["high"]
    assert max(heights["low"]) <= 180
    assert min(heights["high"]) >= 1790
