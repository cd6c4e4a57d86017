"""A story on the command line: nobody is asked anything, and the log says where, but never what."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop_app.cli import run
from desktop_app.cli.output import FAILED, OK, WRONG_USAGE
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.launch import window
from desktop_app.log import log, stop_logging
from desktop_app.open_profile import listening
from desktop_app.paths import Profile
from tests.gui.profile import use_quick_network
from tests.silence import Overheard, overheard, silence

__all__ = ["overheard", "silence"]

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"
SECRETS = ("zyzzyva", "quokka", "axolotl", "capybara")
"""What somebody searched for, a tag, a prompt, and the tag of a file that cannot be read."""
VOCABULARY = 'format = 1\nid = "mine"\nname = "Mine"\n[[tags]]\nname = "quokka"\nprompts = ["an axolotl at night"]\n'
BROKEN = 'format = 1\nid = "broken"\nname = "B"\n[[tags]]\nname = "capybara"\nprompts = ["a"]\ncapybara = 1\n'
Earmark = Callable[..., int]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def earmark(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Earmark]:
    """Runs a command in this process. Who listens is a child, as always, but with a network that is loaded at once."""
    use_quick_network(monkeypatch)
    monkeypatch.setattr(listening, "EmbeddingProcess", partial(EmbeddingProcess, loader="tests.fakes:load_fake"))
    yield lambda *words: run(["--profile", str(profile.data), *map(str, words)], window)
    stop_logging()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "Sounds"
    folder.mkdir()
    shutil.copy(RECORDINGS / "misc_crow.flac", folder)
    (folder / "diary.wav").write_text("Dear diary, this is not a sound.\n" * 50)
    (tmp_path / "mine.toml").write_text(VOCABULARY, encoding="utf-8")
    (tmp_path / "broken.toml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def test_a_story_on_the_command_line_asks_nobody_and_keeps_its_secrets(
    earmark: Earmark, place: Path, profile: Profile, silence: Overheard, capsys: pytest.CaptureFixture[str]
) -> None:
    sounds, crow = place / "Sounds", place / "Sounds" / "misc_crow.flac"
    assert earmark("index", sounds) == 3, "the diary is no sound"
    assert earmark("vocabulary", "import", place / "mine.toml") == OK
    assert earmark("search", "zyzzyva -axolotl") == OK
    assert earmark("search", "--like", crow, "zyzzyva") == OK
    assert earmark("search", "length:zyzzyva") == WRONG_USAGE
    assert earmark("tag", crow) == OK
    assert earmark("tag", crow, "--events", "--format", "audacity", "--to", place / "labels.txt") == OK
    assert earmark("vocabulary", "check", place / "broken.toml") == FAILED
    assert earmark("vocabulary", "show", "zyzzyva") == WRONG_USAGE
    (profile.vocabularies / "mine.toml").write_text(BROKEN.replace('"broken"', '"mine"'), encoding="utf-8")
    assert earmark("tag", crow) == OK
    assert earmark("embedder", "list") == OK
    assert earmark("library", "backup") == OK
    assert earmark("export", "embeddings", "--to", place / "heard.npz") == OK
    log.warning("the end")

    assert "capybara" in capsys.readouterr().err, "the terminal is told what is wrong"
    assert len(silence.processes) >= 2, "who listens was not listened to"
    logged = "".join(file.read_text(encoding="utf-8") for file in profile.log_file.parent.glob("*.log*"))
    assert "the end" in logged, "there is a log"
    assert "mine.toml" in logged, "what is wrong with a vocabulary is told by its file"
    assert [secret for secret in SECRETS if secret in logged] == []


def test_an_attempt_is_noted_also_in_a_process_that_was_started(overheard: Overheard) -> None:
    """What the story above is listened to with has ears."""
    ask = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", ask], check=False, capture_output=True)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as here:
        here.bind(("127.0.0.1", 0))
    with socket.socket(socket.AF_UNIX) as ours, pytest.raises(OSError, match="No such file"):
        ours.connect("/nowhere/at/all")
    assert ["connect" in line for line in overheard.attempts] == [True, False]
    assert len(overheard.processes) == 1
