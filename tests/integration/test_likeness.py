"""Sounds that are called alike are alike: bands of likeness hold on real recordings, with the bundled embedder."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.calibration import APPLIES, calibrate_standing
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.searching.standings import Standings
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.reference import reference_embeddings
from desktop_app.open_profile.embedder_list import spec_of, starter_folder
from desktop_app.paths import Profile, resources
from desktop_app.settings import Settings
from tests.library_maker import open_library

DATA = Path(__file__).resolve().parents[1] / "data"
KINDS = (
    ("misc_crow", "everyday/crow", "Crow caws"),
    ("dog_bark", "farm_dog", "Dog barks"),
    ("car_horn", "Car horn"),
    ("helicopter", "Helicopter"),
    ("firetruck", "Police siren"),
    ("farm_duck", "Duck quacks"),
    ("glass_1", "glass_2", "Glass breaks"),
    ("footsteps_", "Gravel path"),
    ("fire_crackling", "fire_large"),
    ("gunshot", "machine_gun"),
    ("cow_moan", "farm_cow"),
    ("horse",),
    ("farm_sheep", "sheep_field", "goat"),
    ("farm_chickens", "hen.ogg"),
    ("train_",),
    ("airplane_jet",),
    ("speech_",),
    ("bd_", "drum_bass", "heavy_kick", "Kick deep"),
    ("snare", "sn_", "Snare"),
    ("drum_cymbal", "drum_splash", "Crash cymbal", "Hi-hat"),
    ("drum_tom",),
    ("tabla_",),
    ("vinyl_",),
    ("guit_",),
    ("bass_", "Synth bass"),
    ("ambi_choir", "Choir chord"),
    ("loop_", "Drum loop"),
    ("bird_tropical", "blackbird", "Summer birds"),
)
"""Parts of the paths of recordings of one kind of thing; all others are of a kind of their own."""


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vectors, NDArray[np.bool_]]:
    """Of every two recordings the calibrated likeness, and whether they are of the same kind of thing."""
    profile = Profile.at(tmp_path_factory.mktemp("profile"))
    profile.create()
    spec = spec_of("starter", profile, Settings())
    worker = InProcessWorker(spec)
    files = sorted([*DATA.glob("everyday/*.ogg"), *DATA.glob("recordings/*.flac"), *resources().glob("demo/*/*.flac")])
    vectors = stored_precision(np.stack([worker.hear(file).vector for file in files]))
    with open_library(profile.data) as library:
        reference = reference_embeddings(
            spec.embedder_id,
            shipped=starter_folder() / "reference.safetensors",
            cache=library.cache,
            embed_samples=worker.embed_samples,
        )
        standings = Standings(Prompts(library.cache, spec.embedder_id, worker.embed_text), lambda: reference)
        alike = np.stack([calibrate_standing(standings.of_example(vector, vectors)) for vector in vectors])
    kinds = np.array([_kind(file) for file in files])
    different = ~np.eye(len(files), dtype=np.bool_)
    return alike[different], (kinds[:, None] == kinds[None])[different]


def _kind(file: Path) -> str:
    return next((parts[0] for parts in KINDS if any(part in file.as_posix() for part in parts)), file.name)


def test_strong_likeness_means_the_same_kind_of_thing(pairs: tuple[Vectors, NDArray[np.bool_]]) -> None:
    alike, same = pairs
    strong, likely = alike >= STRONG_FROM, alike >= APPLIES
    assert same[strong].mean() > 0.7
    assert 0.4 < same[likely].mean() < same[strong].mean()
    assert same[~likely].mean() < 0.02


def test_most_of_what_is_of_the_same_kind_is_likely_alike(pairs: tuple[Vectors, NDArray[np.bool_]]) -> None:
    alike, same = pairs
    assert (alike[same] >= APPLIES).mean() > 0.5
    assert (alike[same] >= STRONG_FROM).mean() > 0.3


def test_likeness_spreads_as_words_do(pairs: tuple[Vectors, NDArray[np.bool_]]) -> None:
    """So that an example and words can be added: their standings are of one size."""
    alike, _ = pairs
    assert 0.001 < (alike >= STRONG_FROM).mean() < 0.03
