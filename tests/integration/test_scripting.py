"""Earmark as a library of other people's programs: what the README shows runs as it stands there."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.other_processes.job import JobError
from desktop_app.scripting import SoundLibrary
from tests import sounds

PROJECT = Path(__file__).parents[2]
RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"
HEAVY = ("PySide6", "torch", "transformers", "onnxruntime", "openvino")
NAMES = ("bd_808.flac", "misc_crow.flac", "vinyl_scratch.flac")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sounds that the example speaks of, and a library of them."""
    folder = tmp_path_factory.mktemp("scripting")
    (folder / "Sounds").mkdir()
    for name in NAMES:
        shutil.copy(RECORDINGS / name, folder / "Sounds")
    sounds.make(folder, name="other", frames=sounds.noise(0.5))
    shown = re.search(r"```python\n(.*?)```", (PROJECT / "desktop_app" / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    done = run(shown[1], folder)
    assert "bd_808.flac" in done, "the search's paths are printed"
    return folder


def run(script: str, folder: Path) -> str:
    """What a script prints that runs in an interpreter of its own, in a folder."""
    command = [sys.executable, "-W", "error", "-c", script]
    environment = {"PYTHONPATH": str(PROJECT), "HOME": str(folder), "PATH": ""}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def library(place: Path) -> Iterator[SoundLibrary]:
    with SoundLibrary(place / "my library") as library:
        yield library


def test_it_is_ten_lines() -> None:
    readme = (PROJECT / "desktop_app" / "README.md").read_text("utf-8")
    shown = re.search(r"```python\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    assert len([line for line in shown[1].splitlines() if line]) <= 10


def test_neither_importing_nor_opening_loads_qt_or_a_network(place: Path) -> None:
    script = f"""
import sys
from desktop_app.scripting import SoundLibrary
imported = [name for name in {HEAVY} if name in sys.modules]
with SoundLibrary("my library") as library:
    paths, embeddings = library.embeddings()
    opened = [name for name in {HEAVY} if name in sys.modules]
print(imported, opened, len(paths), embeddings.shape == (len(paths), embeddings.shape[1]))
"""
    assert run(script, place).split() == ["[]", "[]", str(len(NAMES)), "True"]


def test_what_was_measured_is_told(library: SoundLibrary, place: Path) -> None:
    paths, _ = library.embeddings()
    *known, unknown = library.measured([*paths, place / "other.wav"])
    assert unknown is None, "it is not in the library"
    assert all(each is not None and each.quality is not None and each.music is not None for each in known)


def test_numpy_arrays_go_in_and_out(library: SoundLibrary, place: Path) -> None:
    paths, embeddings = library.embeddings()
    assert sorted(path.name for path in paths) == sorted(NAMES)
    assert embeddings.dtype == np.float32
    again = library.embed_files([str(path) for path in paths])
    assert np.abs(again - embeddings).max() < 1e-3, "kept in half precision"
    assert library.embed_files([]).shape == (0, embeddings.shape[1])
    sound = np.sin(np.arange(48_000, dtype=np.float32) * 0.1)
    assert library.embed_samples([sound, sound[:9_600]]).shape == (2, embeddings.shape[1])
    scores = library.score_tags(embeddings)
    assert scores.shape == (len(paths), len(library.tag_names))
    assert ((scores >= 0) & (scores <= 1)).all()
    crow = [path.name for path in paths].index("misc_crow.flac")
    found = library.search("a crow cawing")
    assert found.paths[0].name == "misc_crow.flac"
    assert found.scores.shape == found.starts.shape == found.ends.shape == (len(NAMES),)
    assert library.search(like=embeddings[crow]).paths[0] == paths[crow]
    only_filters = library.search("format:flac", limit=2)
    assert len(only_filters.paths) == 2
    assert np.isnan(only_filters.scores).all()
    assert library.embedder_id.startswith("starter")


def test_what_is_there_already_is_not_heard_again(library: SoundLibrary, place: Path) -> None:
    report = library.add(place / "Sounds")
    assert (report["sounds"], report["embedded"], report["unreadable"]) == (len(NAMES), 0, [])


def test_one_writer_and_any_number_of_readers(library: SoundLibrary, place: Path) -> None:
    with pytest.raises(LibraryError, match="read_only=True"):
        SoundLibrary(place / "my library")
    with SoundLibrary(place / "my library", read_only=True) as reader:
        with pytest.raises(LibraryError, match="without read_only"):
            reader.add(place)
        assert len(reader.embeddings()[0]) == len(NAMES)
    library.close()
    with SoundLibrary(place / "my library") as next_one:
        assert len(next_one.embeddings()[0]) == len(NAMES)


def test_what_goes_wrong_is_a_sentence(library: SoundLibrary, place: Path) -> None:
    with pytest.raises(UnreadableSoundError, match=r"notes\.wav: This is not audio"):
        library.embed_files([place / "other.wav", sounds.text_file(place)])
    with pytest.raises(SilentSoundError, match=r"hush\.wav: This sound is silent"):
        library.embed_files([sounds.silence(place, name="hush.wav"), place / "other.wav"])
    with pytest.raises((JobError, LibraryError), match="not there"):
        library.add(place / "not there")
