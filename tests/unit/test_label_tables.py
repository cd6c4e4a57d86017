"""The tables by which published figures were made can be read, and name what they say they do."""

import csv
from pathlib import Path

from desktop_app.library.labelled_sounds import read_labelled

ROOT = Path(__file__).resolve().parents[2]
LABELS = ROOT / "tests" / "data" / "labels"
SAMPLES = ROOT / "packaging" / "starter_model" / "corpus" / "clips" / "sonic-pi-samples.tsv"


def test_the_everyday_recordings_are_all_there_with_their_labels() -> None:
    found = read_labelled(LABELS / "everyday.csv")
    assert (len(found.sounds), len(found.labels), found.absent) == (64, 42, 0)
    assert {sound.path.resolve() for sound in found.sounds} == set((ROOT / "tests/data/everyday").glob("*.ogg"))


def test_the_samples_are_named_once_and_nearly_all_that_the_embedder_is_judged_by_among_them() -> None:
    with (LABELS / "sonic-pi.csv").open(encoding="utf-8", newline="") as file:
        labels = {Path(row["path"]).name: row["label"] for row in csv.DictReader(file)}
    assert (len(labels), len(set(labels.values()))) == (156, 35)
    with SAMPLES.open(encoding="utf-8", newline="") as file:
        judged = {Path(row["clip"]).name for row in csv.DictReader(file, delimiter="\t")}
    assert len(judged - labels.keys()) <= 2
