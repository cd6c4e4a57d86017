"""Labels that contradict each other are found, and several labels that are meant are none."""

from pathlib import Path

import numpy as np

from desktop_app.engine.evaluation.contradictory_labels import Contradiction, contradictions
from desktop_app.library.labelled_sounds import read_labelled

VECTORS = {"a": [1, 0], "b": [1, 0], "c": [0, 1]}


def found_in(folder: Path, rows: str) -> list[Contradiction]:
    for name in VECTORS:
        (folder / f"{name}.wav").write_bytes(b"")
    (folder / "labels.csv").write_text(f"path,label\n{rows}")
    vectors = {folder / f"{name}.wav": np.array(vector, dtype=np.float32) for name, vector in VECTORS.items()}
    return contradictions(read_labelled(folder / "labels.csv"), vectors)


def test_copies_under_different_labels_contradict_each_other(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.wav,rain\nb.wav,dog\nc.wav,dog\n")
    assert found == [Contradiction((tmp_path / "a.wav", tmp_path / "b.wav"), ("dog", "rain"), (("rain",), ("dog",)))]
    assert found[0].document["labels"] == ["dog", "rain"]


def test_one_file_in_two_lines_contradicts_itself(tmp_path: Path) -> None:
    found = found_in(tmp_path, "a.wav,rain\nc.wav,dog\na.wav,dog\n")
    assert found == [Contradiction((tmp_path / "a.wav",), ("dog", "rain"), (("dog", "rain"),))]


def test_copies_of_one_label_and_labels_that_are_listed_do_not(tmp_path: Path) -> None:
    assert found_in(tmp_path, "a.wav,rain\nb.wav,rain\nc.wav,dog\n") == []
    assert found_in(tmp_path, "a.wav,rain;dog\nb.wav,rain\nc.wav,dog\n") == []
