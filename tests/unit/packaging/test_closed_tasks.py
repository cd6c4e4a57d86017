"""The closed tasks ask about sounds that no training has seen, and about each kind often enough."""

import csv
import importlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from tests.starter_files import ROOT

TASKS = ROOT / "packaging" / "starter_model" / "evaluation" / "tasks"


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


def corpus() -> ModuleType:
    return importlib.import_module("corpus.clip")


def rows(task: Path) -> list[dict[str, str]]:
    with task.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(("name", "kinds"), [("sonic-pi-18", 18), ("instruments-15", 15), ("one-shots-28", 28)])
def test_a_task_asks_as_many_kinds_as_its_name_says(name: str, kinds: int) -> None:
    asked = rows(TASKS / f"{name}.tsv")
    assert len({row["label"] for row in asked}) == kinds
    assert not [sound for sound, times in Counter((row["source"], row["clip"]) for row in asked).items() if times > 1]


def test_every_instrument_is_asked_about_equally_often() -> None:
    asked = Counter(row["label"] for row in rows(TASKS / "instruments-15.tsv"))
    assert min(asked.values()) >= 12
    assert max(asked.values()) <= 20


def test_the_sounds_asked_about_are_kept_for_tests() -> None:
    clip = corpus()
    sources = clip.read_sources()
    asked = {(row["source"], row["clip"]) for task in TASKS.glob("*.tsv") for row in rows(task)}
    kept = {
        (found.source, found.name)
        for name in {source for source, _ in asked}
        for found in clip.read_clips(sources[name])
        if sources[name].role is clip.Split.TEST
    }
    assert not asked - kept
