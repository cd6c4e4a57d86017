"""The words that the bundled embedder learns to read from contradict neither themselves nor each other."""

import importlib
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from tests.starter_files import ROOT

SCRIPTS = ROOT / "packaging" / "starter_model"


@pytest.fixture
def phrases(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module("text.phrases")


def test_a_phrase_means_one_sound(phrases: ModuleType) -> None:
    groups = phrases.read_synonyms()
    assert len(groups) > 1000
    assert [
        phrase for phrase, times in Counter(phrase for group in groups for phrase in group).items() if times > 1
    ] == []
    assert [group for group in groups if len(group) < 2] == []


def test_what_must_be_told_apart_is_nowhere_called_the_same(phrases: ModuleType) -> None:
    group_of = {phrase: number for number, group in enumerate(phrases.read_synonyms()) for phrase in group}
    pairs = phrases.read_hard_negatives()
    assert len({frozenset(pair) for pair in pairs}) == len(pairs) > 250
    assert [pair for pair in pairs if not group_of.keys() >= set(pair)] == []
    assert [pair for pair in pairs if group_of[pair[0]] == group_of[pair[1]]] == []


def test_captions_are_written_as_people_search(phrases: ModuleType) -> None:
    words = [phrase for group in phrases.read_synonyms() for phrase in group]
    words += [phrase for pair in phrases.read_hard_negatives() for phrase in pair]
    assert [phrase for phrase in words if phrase != phrase.lower().strip() or not phrase.isascii()] == []


def test_examples_of_a_whole_category_are_no_synonyms(phrases: ModuleType) -> None:
    groups = phrases.read_ucs_groups()
    assert ("burst of compressed air", "air blast") in groups
    assert ("compressed air", "rushing air") not in groups
    assert ("air moving through a vent", "inflating a balloon") not in groups


def test_a_broken_line_is_named(phrases: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "synonyms.tsv"
    table.write_text("group\tphrases\nkick\tkick|bd\nsnare\t\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"synonyms.tsv:3"):
        phrases.read_synonyms(table)
    table.write_text("kick|bd\n", encoding="utf-8")
    with pytest.raises(ValueError, match="columns group and phrases"):
        phrases.read_synonyms(table)
