"""Searches are remembered across starts, each once, and never at the price of what a person wrote."""

import errno
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.example import Example
from desktop_app.searches import RECENT_KEPT, SavedSearch, SearchBook
from desktop_app.settings import SettingsError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "searches.toml"


def reread(file: Path) -> SearchBook:
    book = SearchBook(file)
    book.load()
    return book


def test_the_newest_search_comes_first_and_each_once(file: Path) -> None:
    book = SearchBook(file)
    for text in ("rain", "wind -bird", "rain", " ", 'tag:"door  slam"'):
        book.remember(text)
    assert reread(file).recent == book.recent == ('tag:"door slam"', "rain", "wind -bird")


def test_only_so_many_are_kept_and_all_can_be_forgotten(file: Path) -> None:
    book = SearchBook(file)
    book.keep([SavedSearch("Rain", "rain")])
    for number in range(RECENT_KEPT + 5):
        book.remember(f"take {number}")
    assert len(reread(file).recent) == RECENT_KEPT
    assert book.recent[0] == f"take {RECENT_KEPT + 4}"
    book.forget()
    assert reread(file).recent == ()
    assert reread(file).saved == (SavedSearch("Rain", "rain"),)


def test_saved_searches_come_back_in_their_order_with_their_example(file: Path) -> None:
    saved = (
        SavedSearch("Böse Tür", 'door -"creak" length:<2'),
        SavedSearch("Like the kick", "metallic", Example(path=Path("/sounds/kick.wav"), start=0.5, name="kick.wav")),
        SavedSearch("A", "a"),
    )
    SearchBook(file).keep(saved)
    assert reread(file).saved == saved


@settings(deadline=None)  # each example waits for the disk
@given(text=st.text(min_size=1, max_size=60))
def test_any_text_can_be_remembered(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("book") / "searches.toml"
    book = SearchBook(file)
    book.keep([SavedSearch(text, text)])
    book.remember(text)
    again = reread(file)
    assert again.saved == (SavedSearch(text, text),)
    assert again.recent == ((" ".join(text.split()),) if text.split() else ())


@pytest.mark.parametrize("content", ["recent = [", "\ufeffsaved = ", "\x00", "recent = " + "[" * 5_000])
def test_a_file_that_is_broken_is_said_and_left_alone(file: Path, content: str) -> None:
    file.write_text(content)
    for action in (lambda book: book.load(), lambda book: book.remember("rain"), lambda book: book.keep(())):
        with pytest.raises(SettingsError, match="correct it"):
            action(SearchBook(file))
    assert file.read_text() == content


def test_what_does_not_belong_is_passed_over(file: Path) -> None:
    file.write_text(
        'recent = [1, "rain"]\n[[saved]]\nname = 3\n[[saved]]\nname = "none"\n[[saved]]\ntext = "wind"\nend = true\n'
        '[[saved]]\nlike = "/a/b.wav"\nstart = 1\nend = "x"\n'
        f'[[saved]]\nlike = "/a/b.wav"\nstart = {"9" * 400}\nend = -1\n[[saved]]\nlike = "/a/b.wav"\nend = nan\n'
    )
    book = reread(file)
    assert book.recent == ("rain",)
    like = Example(path=Path("/a/b.wav"), start=1.0, name="b.wav")
    whole = SavedSearch("b.wav", "", Example(path=Path("/a/b.wav"), name="b.wav"))
    assert book.saved == (SavedSearch("wind", "wind"), SavedSearch("b.wav", "", like), whole, whole)


def test_a_file_beyond_measure_is_said_and_left_alone(file: Path) -> None:
    with file.open("wb") as large:
        large.truncate(40_000_000)
    with pytest.raises(SettingsError, match=r"larger than 32 MB\): correct it"):
        SearchBook(file).load()
    assert file.stat().st_size == 40_000_000


def test_what_cannot_be_written_is_a_sentence_and_nothing_is_remembered(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = SearchBook(file)
    book.remember("wind")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SettingsError, match=r"cannot be remembered in .* \(No space left on device\)"):
        book.remember("rain")
    assert book.recent == reread(file).recent == ("wind",)
    assert list(file.parent.iterdir()) == [file], "no draft is left"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_a_file_that_is_a_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "dot files" / "searches.toml", tmp_path / "searches.toml"
    real.parent.mkdir()
    real.touch()
    link.symlink_to(real)
    SearchBook(link).remember("rain")
    assert link.is_symlink()
    assert "rain" in real.read_text(encoding="utf-8")
