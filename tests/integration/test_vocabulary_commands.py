"""`earmark vocabulary use` and `remove`: what tags the library is chosen without a window, and no file is lost."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.launch import window
from desktop_app.log import stop_logging
from desktop_app.settings import load_settings

Command = Callable[..., tuple[int, str, str]]
TEXT = 'format = 1\nid = "{}"\nname = "{}"\n[[tags]]\nname = "Kettle"\nprompts = ["a kettle boiling"]\n'


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Three vocabularies of one's own, one in place of a shipped one; two are active."""
    own = tmp_path / "profile" / "vocabularies"
    own.mkdir(parents=True)
    for name in ("mine", "other", "music"):
        (own / f"{name}.toml").write_text(TEXT.format(name, f"My {name}"), encoding="utf-8")
    (own.parent / "settings.toml").write_text('vocabularies = ["mine", "music"]\n', encoding="utf-8")
    return own.parent


@pytest.fixture
def vocabulary(profile: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    def command(*words: str) -> tuple[int, str, str]:
        code = run(["--profile", str(profile), "--in-process", "vocabulary", *words], window)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_logging()


def active(profile: Path) -> list[str]:
    return list(load_settings(profile / "settings.toml").vocabularies)


def test_those_that_are_named_are_used_and_no_others(vocabulary: Command, profile: Path) -> None:
    assert vocabulary("use", "MY OTHER", "mine", "other") == (0, "sounds are tagged by other, mine now\n", "")
    assert active(profile) == ["other", "mine"]
    code, out, _ = vocabulary("use", "mine", "--json")
    assert (code, json.loads(out)) == (0, {"active": ["mine"]})
    assert {path.name for path in (profile / "vocabularies").iterdir()} == {"mine.toml", "other.toml", "music.toml"}


@pytest.mark.parametrize("action", ["use", "remove"])
def test_what_is_no_vocabulary_is_named_and_nothing_changes(
    vocabulary: Command, profile: Path, tmp_path: Path, action: str
) -> None:
    file = tmp_path / "file.toml"
    file.write_text(TEXT.format("file", "File"))
    for name, sentence in (("othre", "did you mean"), (str(file), "import it first")):
        code, out, err = vocabulary(action, *(["mine"] if action == "use" else []), name)
        assert (code, out) == (2, "")
        assert sentence in err
    assert active(profile) == ["mine", "music"]
    assert file.exists()


def test_ones_own_is_switched_off_and_its_file_kept(vocabulary: Command, profile: Path) -> None:
    text = (profile / "vocabularies" / "mine.toml").read_text()
    kept = profile / "vocabularies" / "mine.toml.deleted"
    code, out, _ = vocabulary("remove", "My mine")
    assert (code, out) == (0, f"removed mine; its file is kept as {kept}\nsounds are tagged by music now\n")
    assert kept.read_text() == text
    assert active(profile) == ["music"]
    assert "mine" not in [each["id"] for each in json.loads(vocabulary("list", "--json")[1])["vocabularies"]]


def test_a_shipped_one_comes_back_and_is_then_only_switched_off(vocabulary: Command, profile: Path) -> None:
    code, out, _ = vocabulary("remove", "music")
    assert code == 0
    assert "the music that comes with Earmark takes its place again" in out
    assert active(profile) == ["mine", "music"]
    code, out, _ = vocabulary("remove", "music", "--json")
    found = json.loads(out)
    assert (code, found["was_active"], found["kept_as"], found["active"]) == (0, True, None, ["mine"])
    assert "music was not active" in vocabulary("remove", "music")[1]
    listed = {each["id"]: each for each in json.loads(vocabulary("list", "--json")[1])["vocabularies"]}
    assert (listed["music"]["shipped"], listed["music"]["active"]) == (True, False)


def test_one_whose_file_is_gone_is_forgotten_and_without_any_it_is_said(vocabulary: Command, profile: Path) -> None:
    (profile / "vocabularies" / "mine.toml").unlink()
    vocabulary("use", "music")
    (profile / "settings.toml").write_text('vocabularies = ["mine"]\n', encoding="utf-8")
    code, out, _ = vocabulary("remove", "mine")
    assert (code, active(profile)) == (0, [])
    assert "no vocabulary is active now" in out
