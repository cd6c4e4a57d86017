"""What was done to vocabulary files is undone to the letter, and never over somebody's edits."""

import errno
from pathlib import Path

import pytest

from desktop_app.core.tag import VocabularyError
from desktop_app.library.vocabularies import vocabulary_texts
from desktop_app.library.vocabularies.vocabulary_texts import differences, put_back, texts_in


def test_the_texts_are_those_of_the_files_that_can_be_vocabularies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary_texts, "LONGEST_FILE", 20)
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfone\r\n")
    (tmp_path / "notes.txt").write_text("no")
    (tmp_path / "latin.toml").write_bytes(b"caf\xe9")
    (tmp_path / "long.toml").write_text("x" * 21)
    (tmp_path / "folder.toml").mkdir()
    assert texts_in(tmp_path) == {"a.toml": "\ufeffone\r\n"}
    assert texts_in(tmp_path / "not there") == {}


def test_only_what_differs_is_remembered() -> None:
    before, after = differences({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "two", "d": "4"})
    assert before == {"b": "2", "c": "3", "d": None}
    assert after == {"b": "two", "c": None, "d": "4"}


def test_files_are_changed_brought_back_and_taken_away(tmp_path: Path) -> None:
    (tmp_path / "changed.toml").write_bytes(b"old\r\n")
    (tmp_path / "gone.toml").write_text("gone")
    before = texts_in(tmp_path)
    (tmp_path / "changed.toml").write_text("new")
    (tmp_path / "gone.toml").unlink()
    (tmp_path / "fresh.toml").write_text("fresh")
    old, new = differences(before, texts_in(tmp_path))
    put_back(tmp_path, old, new)
    assert (tmp_path / "changed.toml").read_bytes() == b"old\r\n"
    assert texts_in(tmp_path) == before
    assert (tmp_path / "fresh.toml.deleted").read_text() == "fresh", "nothing that was written is lost"
    put_back(tmp_path, new, old)
    assert {path.name for path in tmp_path.glob("*.toml")} == {"changed.toml", "fresh.toml"}


@pytest.mark.parametrize("edit", ["edited", None])
def test_a_file_that_says_something_else_by_now_keeps_all_of_them_as_they_are(tmp_path: Path, edit: str | None) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text("1")
    two.write_text("2")
    if edit is None:
        two.unlink()
    else:
        two.write_text(edit)
    with pytest.raises(VocabularyError, match="changed elsewhere"):
        put_back(tmp_path, {"one.toml": "old 1", "two.toml": "old 2"}, {"one.toml": "1", "two.toml": "2"})
    assert one.read_text() == "1"
    assert (two.read_text() if two.exists() else None) == edit


def test_a_file_that_is_put_back_out_of_use_leaves_what_was_deleted_before(tmp_path: Path) -> None:
    (tmp_path / "my-tags.toml.deleted").write_text("years of work")
    (tmp_path / "my-tags.toml").write_text("one new tag")
    put_back(tmp_path, {"my-tags.toml": None}, {"my-tags.toml": "one new tag"})
    assert (tmp_path / "my-tags.toml.deleted").read_text() == "years of work"
    assert (tmp_path / "my-tags.toml.deleted-2").read_text() == "one new tag"


def test_a_file_that_cannot_be_taken_away_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "fresh.toml"
    file.write_text("fresh")

    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(VocabularyError, match=r"cannot be removed \(Permission denied\)"):
        put_back(tmp_path, {"fresh.toml": None}, {"fresh.toml": "fresh"})
    assert file.read_text() == "fresh"
