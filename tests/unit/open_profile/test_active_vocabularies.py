"""The active vocabularies: those that can be read tag, and of the others it is said why they do not."""

import logging
from pathlib import Path

import pytest

from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from desktop_app.open_profile.active_vocabularies import ActiveVocabularies, Flaw, training_note
from desktop_app.paths import resources

GOOD = 'name = "Mine"\n\n[[tags]]\nname = "thud"\nprompts = ["a thud"]\n'
TRAINED = """
name = "Heads"
embedder = "one"

[[tags]]
name = "x"
prompts = ["x"]
weights = "0.5"
bias = 1.0
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def active(own: Path, *names: str) -> ActiveVocabularies:
    return ActiveVocabularies(VocabularyFiles(resources() / "vocabularies", own), lambda: names)


def test_of_what_can_be_read_nothing_is_said(own: Path) -> None:
    found = active(own, "mine", "everyday")
    assert [each.vocabulary_id for each in found.load()] == ["mine", "everyday"]
    assert found.problems("one") == []


def test_a_file_that_was_cut_off_is_named_with_what_is_wrong_and_logged_once(
    own: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = own / "mine.toml"
    file.write_text(GOOD[:-8], encoding="utf-8")
    found = active(own, "mine", "everyday")
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert [each.vocabulary_id for each in found.load()] == ["everyday"]
        [problem] = found.problems("one")
        assert "“mine” cannot be read" in problem.sentence
        assert "mine.toml, line 5: this is not valid TOML" in problem.sentence
        assert (problem.flaw, problem.name, problem.file) == (Flaw.UNREADABLE, "mine", file)
        assert caplog.messages == ["a vocabulary was left out: mine.toml, line 5"]
        file.write_text(GOOD, encoding="utf-8")
        assert len(found.load()) == 2
        file.write_bytes(b"\xff\xff")
        found.load()
        assert caplog.messages[1:] == ["a vocabulary was left out: mine.toml, line 1"], "it broke anew"


def test_one_that_is_gone_is_said_and_its_name_not_logged(own: Path, caplog: pytest.LogCaptureFixture) -> None:
    found = active(own, "secret project")
    with caplog.at_level(logging.WARNING):
        assert found.load() == []
    [problem] = found.problems("one")
    assert "“secret project” is active and is not there" in problem.sentence
    assert "secret" not in caplog.text
    assert "it is not there" in caplog.text


def test_a_file_whose_name_is_not_the_vocabularys_is_pointed_at_once_it_is_broken(own: Path) -> None:
    file = own / "field recordings, 2nd try.toml"
    file.write_text(GOOD.replace("Mine", "Field"), encoding="utf-8")
    found = active(own, "field")
    assert found.problems("one") == []
    file.write_text(GOOD[:-8], encoding="utf-8")
    [problem] = found.problems("one")
    assert (problem.flaw, problem.file) == (Flaw.LOST, file)
    assert f"It may be in {file}, which cannot be used: {file.name}, line 5" in problem.sentence


def test_a_broken_file_that_stood_in_for_a_shipped_one_is_named(own: Path) -> None:
    (own / "everyday.toml").write_text('name = "', encoding="utf-8")
    found = active(own, "everyday")
    assert [each.vocabulary_id for each in found.load()] == ["everyday"], "the one that comes with Earmark"
    [problem] = found.problems("one")
    assert str(own / "everyday.toml") in problem.sentence
    assert problem.file == own / "everyday.toml"


def test_tags_that_were_trained_for_another_embedder(own: Path) -> None:
    (own / "heads.toml").write_text(TRAINED, encoding="utf-8")
    found = active(own, "heads")
    assert found.problems("one") == []
    [problem] = found.problems("two")
    assert problem.sentence.startswith("“Heads”: It was trained for the embedder one")
    assert training_note("one", None) == "", "which embedder serves is not known"
