"""`earmark export sidecars`: listed first, never over somebody else's file, and read again by `earmark import`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.said_json import read_json
from desktop_app.exchange.sidecars import Sidecar, write_sidecars
from tests.integration.test_exchange_command import Document, _indexed, ask, emptied, said_in

__all__ = ["_indexed", "ask"]


@pytest.fixture
def place(_indexed: Path) -> Iterator[Path]:
    """A library of which a person said something of two of three sounds, without any sidecar yet."""
    yield _indexed
    for path in (_indexed / "sounds").glob("*.json"):
        path.unlink()


def sidecars(place: Path) -> list[str]:
    return sorted(path.name for path in (place / "sounds").glob("*.json"))


def test_nothing_is_written_before_it_was_agreed_to(place: Path, ask: Document) -> None:
    would = ask(place / "p", "export", "sidecars", "--dry-run")
    assert [Path(path).name for path in would["files"]] == ["rain.wav.json", "wind.wav.json"]
    assert "--yes" in ask(place / "p", "export", "sidecars", code=1)
    assert sidecars(place) == []


def test_each_says_what_was_said_of_the_sound_beside_it(place: Path, ask: Document) -> None:
    assert ask(place / "p", "export", "sidecars", "--yes")["written"] == 2
    assert sidecars(place) == ["rain.wav.json", "wind.wav.json"]
    expected = {Path(said.path).name: said for said in said_in(place / "p")}
    for name in sidecars(place):
        (said,) = read_json((place / "sounds" / name).read_text(encoding="utf-8")).sounds
        assert said == expected[name.removesuffix(".json")]
    again = ask(place / "p", "export", "sidecars", "--yes")
    assert (again["written"], again["up_to_date"]) == (0, 2)


def test_only_for_the_sounds_named(place: Path, ask: Document) -> None:
    ask(place / "p", "export", "sidecars", place / "sounds" / "wind.wav", "--yes")
    assert sidecars(place) == ["wind.wav.json"]


@pytest.mark.parametrize(
    "mine", ["Dear diary", '{"earmark": 1, "sounds": []}', "{}", '{"bpm": 120}'], ids=["text", "list", "empty", "other"]
)
def test_a_file_of_somebody_else_stays(place: Path, ask: Document, mine: str) -> None:
    theirs = place / "sounds" / "rain.wav.json"
    theirs.write_text(mine)
    left_alone = ask(place / "p", "export", "sidecars", "--yes", code=3)["left_alone"]
    assert "Another program wrote this file" in left_alone[0]["reason"]
    assert theirs.read_text() == mine
    assert sidecars(place) == ["rain.wav.json", "wind.wav.json"]


def test_neither_a_link_nor_a_folder_is_written_to(place: Path, ask: Document, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text("{}")
    link = place / "sounds" / "rain.wav.json"
    try:
        link.symlink_to(elsewhere)
    except OSError:
        pytest.skip("this system lets nobody make links")
    folder = place / "sounds" / "wind.wav.json"
    folder.mkdir()
    said = ask(place / "p", "export", "sidecars", "--yes", code=3)
    assert str(said["left_alone"]).count("something else of this name") == 2
    assert elsewhere.read_text() == "{}"
    folder.rmdir()


def change(file: Path, **values: object) -> str:
    document = json.loads(file.read_text(encoding="utf-8"))
    document["sounds"][0] |= values
    file.write_text(json.dumps(document))
    return file.read_text()


def test_an_earlier_sidecar_is_brought_up_to_date(place: Path, ask: Document) -> None:
    ask(place / "p", "export", "sidecars", "--yes")
    file = place / "sounds" / "rain.wav.json"
    change(file, note="", rating=0, tags=[])
    assert ask(place / "p", "export", "sidecars", "--yes")["written"] == 1
    assert read_json(file.read_text(encoding="utf-8")).sounds[0].marks.rating == 4


def test_what_a_colleague_said_there_is_replaced_only_when_that_is_said(place: Path, ask: Document) -> None:
    ask(place / "p", "export", "sidecars", "--yes")
    rain, wind = (place / "sounds" / f"{name}.wav.json" for name in ("rain", "wind"))
    theirs = change(wind, note="Anna: use it for scene 12")
    change(rain, note="")
    done = ask(place / "p", "export", "sidecars", "--yes", code=3)
    assert (done["written"], done["files"]) == (1, [str(rain)])
    assert [one["path"] for one in done["left_alone"]] == [str(wind)]
    assert "not in this library" in done["left_alone"][0]["reason"]
    assert wind.read_text() == theirs
    done = ask(place / "p", "export", "sidecars", "--yes", "--replace")
    assert (done["written"], done["replaced"]) == (1, [str(wind)])
    assert read_json(wind.read_text(encoding="utf-8")).sounds[0].marks.note == ""


def test_what_another_program_added_stays(place: Path, ask: Document) -> None:
    ask(place / "p", "export", "sidecars", "--yes")
    wind = place / "sounds" / "wind.wav.json"
    theirs = change(wind, cue_notes="by another program", note="older")
    done = ask(place / "p", "export", "sidecars", "--yes", "--replace", code=3)
    assert "Another program added" in done["left_alone"][0]["reason"]
    assert wind.read_text() == theirs


def test_it_is_read_again_for_the_sound_beside_it(
    place: Path,
    tmp_path: Path,
    ask: Document,
) -> None:
    """Whatever the folder was called when it was written."""
    ask(place / "p", "export", "sidecars", "--yes")
    file = place / "sounds" / "rain.wav.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["sounds"][0] |= {"path": "/somewhere/else/entirely.wav", "content_id": ""}
    file.write_text(json.dumps(document))
    empty = emptied(place, tmp_path / "empty")
    found = ask(empty, "import", file)
    assert (found["matched"]["path"], found["unknown"]) == (1, [])
    (said,) = said_in(empty)
    (expected,) = (said for said in said_in(place / "p") if said.path.endswith("rain.wav"))
    assert said == expected


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    missing = Sidecar(tmp_path / "gone" / "rain.wav.json", "{}")
    long = Sidecar(tmp_path / f"{'x' * 300}.wav.json", "{}")
    problems = [sidecar.problem for sidecar in write_sidecars([missing, long])]
    assert "Its folder is not there" in problems[0]
    assert "cannot be written" in problems[1]
