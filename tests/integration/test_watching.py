"""What happens in a folder while Earmark watches it is soon found, in this process and from another one."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.app import Earmark
from desktop_app.core.query import parse_query
from desktop_app.core.sound import SoundState
from desktop_app.paths import Profile
from tests.library_maker import DEADLINE

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Sounds"
    root.mkdir()
    shutil.copy(RECORDINGS / "drum_cowbell.flac", root)
    return root


@pytest.fixture
def earmark(tmp_path: Path, root: Path) -> Iterator[Earmark]:
    """Watches `root`, and has indexed what was there."""
    with Earmark(Profile.at(tmp_path / "profile"), writable=True, in_process=True) as opened:
        opened.start_watching()
        opened.start_indexing()
        opened.add_folders([root])
        assert opened.indexer.wait_idle(DEADLINE)
        yield opened


def names(earmark: Earmark, text: str) -> list[str]:
    """What a search finds, best first."""
    found = earmark.searcher.search(parse_query(text))
    return [sound.path.name for sound in earmark.library.sounds.many(found.sound_ids.tolist())]


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


class TestWhileWatching:
    def test_a_new_file_is_found_and_a_removed_one_is_not(self, earmark: Earmark, root: Path) -> None:
        shutil.copy(RECORDINGS / "misc_crow.flac", root)
        wait_until(lambda: names(earmark, "crow")[:1] == ["misc_crow.flac"])
        (root / "misc_crow.flac").unlink()
        wait_until(lambda: names(earmark, "crow") == ["drum_cowbell.flac"])

    def test_a_renamed_file_stays_the_same_sound(self, earmark: Earmark, root: Path) -> None:
        before = earmark.library.sounds.by_path(root / "drum_cowbell.flac")
        assert before is not None
        (root / "new").mkdir()
        (root / "drum_cowbell.flac").rename(root / "new" / "moo.flac")
        wait_until(lambda: names(earmark, "cowbell") == ["moo.flac"])
        after = earmark.library.sounds.by_path(root / "new" / "moo.flac")
        assert after is not None
        assert (after.sound_id, after.content_id) == (before.sound_id, before.content_id)
        assert earmark.indexer.embedded_in([before.folder_id]) == 1

    def test_a_file_in_a_folder_that_was_taken_in_is_found(self, earmark: Earmark, root: Path, tmp_path: Path) -> None:
        around = tmp_path / "Sounds"
        inner = around / "inner"
        inner.mkdir()
        earmark.remove_folder(earmark.library.folders.all()[0].folder_id)
        earmark.add_folders([inner])
        earmark.add_folders([around])
        assert earmark.indexer.wait_idle(DEADLINE)
        shutil.copy(RECORDINGS / "misc_crow.flac", inner)
        wait_until(lambda: "misc_crow.flac" in names(earmark, "crow"))

    def test_a_folder_that_goes_away_and_comes_back_loses_nothing(
        self, earmark: Earmark, root: Path, tmp_path: Path
    ) -> None:
        sound = earmark.library.sounds.by_path(root / "drum_cowbell.flac")
        assert sound is not None

        def state() -> SoundState:
            now = earmark.library.sounds.get(sound.sound_id)
            assert now is not None
            return now.state

        root.rename(tmp_path / "unplugged")
        wait_until(lambda: state() is SoundState.OFFLINE)
        assert names(earmark, "cowbell") == []
        (tmp_path / "unplugged").rename(root)
        wait_until(lambda: state() is SoundState.PRESENT)
        wait_until(lambda: names(earmark, "cowbell") == ["drum_cowbell.flac"])
        assert earmark.indexer.embedded_in([sound.folder_id]) == 1


@pytest.mark.skipif(os.name == "nt", reason="there is no gentle way to end another process on Windows")
def test_another_process_finds_what_was_dropped_in(tmp_path: Path, root: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "settings.toml").write_text("vocabularies = []\nmeasuring = false\nmoments = false\n")
    command = [sys.executable, "-m", "desktop_app", "--profile", str(profile)]
    log = tmp_path / "watch.log"

    def both_heard() -> bool:
        """Asked in this process: a search in another one for each look would take longer than the hearing."""
        with Earmark(Profile.at(profile), writable=False, in_process=True) as reader:
            counts = reader.library.sounds.counts(reader.spec.embedder_id)
        return (counts.sounds, counts.waiting) == (2, 0)

    def search() -> list[str]:
        answer = subprocess.run([*command, "search", "--json", "a crow caws"], capture_output=True, check=True)
        document: dict[str, Any] = json.loads(answer.stdout)
        return [Path(hit["path"]).name for hit in document["hits"]]

    with log.open("wb") as stream:
        watching = subprocess.Popen([*command, "watch", str(root)], stdout=stream, stderr=stream)
        try:
            wait_until(lambda: watching.poll() is not None or b"up to date" in log.read_bytes())
            assert search() == ["drum_cowbell.flac"]
            shutil.copy(RECORDINGS / "misc_crow.flac", root)
            wait_until(both_heard)
            assert search()[0] == "misc_crow.flac"
        finally:
            watching.send_signal(signal.SIGINT)
            code = watching.wait(DEADLINE)
    assert code == 0, log.read_text()
