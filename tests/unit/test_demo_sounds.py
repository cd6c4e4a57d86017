"""The demonstration sounds: there, small, sound, and made by the script that stands beside them."""

import importlib.util
import sys

import numpy as np
import pytest
import soundfile

from tests.starter_files import ROOT

# Not imported by name: "packaging" is also the name of a package that every environment has.
SPEC = importlib.util.spec_from_file_location("demo_sounds", ROOT / "packaging" / "demo_sounds.py")
demo_sounds = importlib.util.module_from_spec(SPEC)
sys.modules["demo_sounds"] = demo_sounds
SPEC.loader.exec_module(demo_sounds)
DEMO_FOLDER, DEMOS, render = demo_sounds.DEMO_FOLDER, demo_sounds.DEMOS, demo_sounds.render

FILES = sorted(DEMO_FOLDER.rglob("*.flac"))


def test_at_least_24_sounds_in_folders_that_weigh_at_most_3_megabytes() -> None:
    assert len(FILES) >= 24
    assert len({file.parent for file in FILES}) >= 4
    assert sum(file.stat().st_size for file in FILES) <= 3_000_000


def test_the_files_are_those_of_the_table() -> None:
    assert {file.relative_to(DEMO_FOLDER).with_suffix("").as_posix() for file in FILES} == {demo.file for demo in DEMOS}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_is_a_short_clean_recording(file) -> None:
    samples, rate = soundfile.read(file, always_2d=True)
    assert soundfile.info(file).subtype == "PCM_16"
    assert rate == 48_000
    assert 0.5 <= len(samples) / rate <= 4
    assert 0.5 < np.max(np.abs(samples)) <= 0.9
    assert np.all(np.abs(np.mean(samples, axis=0)) < 1e-3)
    assert np.max(np.abs(samples[[0, -1]])) < 0.01


@pytest.mark.parametrize("demo", DEMOS[::6], ids=lambda demo: demo.kind)
def test_the_script_makes_the_committed_sounds_again(demo) -> None:
    committed, _ = soundfile.read(DEMO_FOLDER / f"{demo.file}.flac", dtype="int16")
    made = render(demo)
    assert made.shape == committed.shape
    # Other machines round the last bits otherwise; a changed sound differs everywhere.
    assert np.max(np.abs(made.astype(int) - committed)) <= 16


def test_writing_them_elsewhere_gives_files_that_decode_to_what_was_rendered(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(demo_sounds, "DEMOS", DEMOS[:2])
    paths = list(demo_sounds.write_all(tmp_path))
    assert [path.relative_to(tmp_path).as_posix() for path in paths] == [f"{demo.file}.flac" for demo in DEMOS[:2]]
    for path, demo in zip(paths, DEMOS[:2], strict=True):
        assert np.array_equal(soundfile.read(path, dtype="int16")[0], render(demo))
