"""A real, open profile with a quick network, for tests of the whole window."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import desktop_app.app
import desktop_app.open_profile.listening
from desktop_app.app import Earmark
from desktop_app.core.events import IndexEvent
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.paths import Profile
from tests.fakes import FakeEmbedder, fake_spec
from tests.sounds import make, noise, tone

VOCABULARY = """
format = 1
id = "test"
name = "Test sounds"
description = ""

[[tags]]
id = "rain"
name = "Rain"
prompts = ["rain"]

[[tags]]
id = "door-slam"
name = "Door slam"
prompts = ["a door slams"]
"""


def use_quick_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is real but the network, and the reference sounds, which take it minutes to make."""
    reference = np.random.default_rng(7).normal(size=(40, FakeEmbedder.dimension)).astype(np.float32)
    monkeypatch.setattr(desktop_app.app, "spec_of", lambda *_: fake_spec())
    monkeypatch.setattr(
        desktop_app.open_profile.listening, "InProcessWorker", lambda _: InProcessWorker(FakeEmbedder())
    )
    monkeypatch.setattr(desktop_app.open_profile.listening, "reference_embeddings", lambda *_, **__: reference)


def profile_with_vocabulary(folder: Path) -> Profile:
    """A profile whose one active vocabulary has two tags, and in which sounds are only heard: to measure them, too, is
    nothing to a test of anything else but time.
    """
    profile = Profile.at(folder)
    profile.create()
    profile.vocabularies.mkdir(exist_ok=True)
    (profile.vocabularies / "test.toml").write_text(VOCABULARY, encoding="utf-8")
    profile.settings_file.write_text('vocabularies = ["test"]\naudition = true\nmeasuring = false\n', encoding="utf-8")
    return profile


def open_earmark(profile: Profile, notify: Callable[[IndexEvent], None]) -> Earmark:
    """The profile, opened for writing in this process."""
    return Earmark(profile, writable=True, in_process=True, notify=notify)


def sound_folder(parent: Path, name: str = "sounds") -> Path:
    """A folder with four sounds in two directories, and a text that calls itself a sound."""
    folder = parent / name
    (folder / "rain").mkdir(parents=True)
    make(folder, name="kick", frames=tone(0.3, hertz=60))
    make(folder, name="whistle", frames=tone(0.8, hertz=2000))
    make(folder / "rain", name="light rain", frames=noise(0.5, seed=1))
    make(folder / "rain", name="heavy rain", frames=noise(1.2, seed=2))
    (folder / "broken.wav").write_text("Dear diary, this is not a sound.\n" * 50)
    return folder
