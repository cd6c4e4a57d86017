"""What was heard of files outside the library is known again while a file is the same; without it, all goes on."""

from pathlib import Path

import apsw
import numpy as np
import pytest

from desktop_app.core.sound import FileStamp
from desktop_app.core.vector_index import Vectors
from desktop_app.library import kept_hearing
from desktop_app.library.kept_hearing import KeptHearing

STAMP = FileStamp(1_000, 5, 7)
SOUND = Path("/sounds/r\udcffin.wav")


def vector(number: float) -> Vectors:
    return np.full(4, number, dtype=np.float32)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "heard.db"


def keep(file: Path, **parts: float) -> None:
    with KeptHearing(file) as kept:
        kept.keep(SOUND, STAMP, "net/1", {part: vector(number) for part, number in parts.items()})


def numbers(file: Path, stamp: FileStamp = STAMP, how: str = "net/1") -> dict[str, float]:
    with KeptHearing(file) as kept:
        return {part: float(found[0]) for part, found in kept.known(SOUND, stamp, how).items()}


def test_what_was_kept_is_known_in_its_order(file: Path) -> None:
    keep(file, intact=0.5, noisy=0.25)
    assert list(numbers(file).items()) == [("intact", 0.5), ("noisy", 0.25)]
    keep(file, intact=2)
    assert numbers(file)["intact"] == 2


@pytest.mark.parametrize("stamp", [FileStamp(1_001, 5, 7), FileStamp(1_000, 6, 7), FileStamp(1_000, 5, 8)])
def test_a_file_that_changed_is_not_known(file: Path, stamp: FileStamp) -> None:
    keep(file, intact=0.5)
    assert numbers(file, stamp) == {}


def test_another_embedder_knows_nothing(file: Path) -> None:
    keep(file, intact=0.5)
    assert numbers(file, how="net/2") == {}


def test_nothing_is_made_before_there_is_something_to_keep(file: Path) -> None:
    assert numbers(file) == {}
    keep(file)
    assert not file.parent.exists()


def test_many_are_saved_before_the_end(file: Path) -> None:
    with KeptHearing(file) as kept:
        for number in range(70):
            kept.keep(Path(f"/{number}.wav"), STAMP, "net/1", {"": vector(number)})
        with KeptHearing(file) as other:
            assert other.known(Path("/9.wav"), STAMP, "net/1")[""][0] == 9


def test_what_was_heard_first_goes_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_hearing, "MOST_ROWS", 3)
    other = Path("/sounds/wind.wav")
    keep(file, intact=1, noisy=2)
    with KeptHearing(file) as kept:
        kept.keep(other, STAMP, "net/1", {"intact": vector(3), "noisy": vector(4)})
    assert numbers(file) == {}, "a sound is not half known"
    with KeptHearing(file) as kept:
        assert list(kept.known(other, STAMP, "net/1")) == ["intact", "noisy"]


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b""])
def test_a_damaged_file_is_made_anew(file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    assert numbers(file) == {}
    keep(file, intact=0.5)
    assert numbers(file) == {"intact": 0.5}


def test_vectors_that_are_none_are_not_given(file: Path) -> None:
    keep(file, intact=0.5)
    connection = apsw.Connection(str(file))
    connection.execute("UPDATE heard_1 SET vector = x'01'")
    connection.close()
    assert numbers(file) == {}


def test_without_a_place_to_keep_it_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file in the folder's place")
    keep(tmp_path / "cache" / "heard.db", intact=0.5)
    assert numbers(tmp_path / "cache" / "heard.db") == {}


def test_a_file_that_is_locked_is_done_without(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_hearing, "_BUSY_MILLISECONDS", 1)
    keep(file, intact=0.5)
    connection = apsw.Connection(str(file))
    connection.execute("BEGIN EXCLUSIVE")
    with KeptHearing(file) as kept:
        assert kept.known(SOUND, STAMP, "net/1") == {}
        kept.keep(SOUND, STAMP, "net/1", {"": vector(1)})
    connection.execute("ROLLBACK")
    connection.close()
    assert numbers(file) == {"intact": 0.5}


def test_a_file_that_fails_while_it_is_written_ends_the_keeping(file: Path) -> None:
    keep(file, intact=0.5)
    with KeptHearing(file) as kept:
        assert kept.known(SOUND, STAMP, "net/1")
        connection = apsw.Connection(str(file))
        connection.execute("DROP TABLE heard_1")
        connection.close()
        kept.keep(SOUND, STAMP, "net/1", {"": vector(1)})
    assert numbers(file) == {}, "and the command went on"
