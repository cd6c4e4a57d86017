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


def test_kinds_are_of_phrases_that_are_there(phrases: ModuleType) -> None:
    known = {phrase for group in phrases.read_synonyms() for phrase in group}
    kinds = phrases.read_kinds()
    assert kinds.keys() <= known
    assert kinds["violin"] == ("bowed stringed instrument", "stringed instrument", "musical instrument")


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


def test_kinds_are_read_out_of_wordnets_own_format(phrases: ModuleType, tmp_path: Path) -> None:
    """Two nouns below an instrument, one of which has a second sense below a bird: that one is left out."""
    data = tmp_path / "data.noun"
    data.write_text(
        "  1 This software and database is being provided to you\n"
        "00000001 06 n 02 violin 0 fiddle 0 001 @ 00000002 n 0000 | bowed\n"
        "00000002 06 n 01 bowed_stringed_instrument 0 002 @ 03800933 n 0000 ~ 00000001 n 0000 | strings\n"
        "00000003 06 n 01 recorder 0 001 @ 03800933 n 0000 | a pipe\n"
        "00000004 05 n 01 recorder 0 001 @ 01503061 n 0000 | not really\n"
        "03800933 06 n 01 musical_instrument 0 000 | root\n"
        "01503061 05 n 01 bird 0 000 | root\n",
        encoding="ascii",
    )
    wordnet = importlib.import_module("text.wordnet_kinds")
    kinds = wordnet.kinds_of(wordnet.read_synsets(data), {"violin", "fiddle", "recorder", "riser"})
    assert kinds == {
        "fiddle": ["bowed stringed instrument", "musical instrument"],
        "violin": ["bowed stringed instrument", "musical instrument"],
    }
