"""The whole, from a folder of real recordings to words that find them, with the bundled network."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.app import Earmark
from desktop_app.core.events import IndexEvent, MomentsProgress, SoundsChanged, TagsChanged
from desktop_app.core.query import parse_query
from desktop_app.demonstration import demonstration_folder
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.paths import Profile
from tests import sounds
from tests.clap_checkpoint import save_checkpoint
from tests.library_maker import DEADLINE

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"
CHOSEN = ("misc_crow", "ambi_piano", "drum_cowbell", "vinyl_scratch", "perc_bell")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Sounds"
    root.mkdir()
    for name in CHOSEN:
        shutil.copy(RECORDINGS / f"{name}.flac", root)
    return root


def names(earmark: Earmark, text: str) -> list[str]:
    """What a search finds, best first."""
    found = earmark.searcher.search(parse_query(text))
    return [sound.path.stem for sound in earmark.library.sounds.many(found.sound_ids.tolist())]


def index(earmark: Earmark, *folders: Path) -> None:
    """Index folders to the end; the indexer runs."""
    earmark.add_folders(folders)
    assert earmark.indexer.wait_idle(DEADLINE)
    assert earmark.indexer.problem == ""


@pytest.fixture(scope="module")
def earmark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Earmark]:
    """One library of recordings, indexed once."""
    folder = tmp_path_factory.mktemp("app")
    root = folder / "Sounds"
    root.mkdir()
    for name in CHOSEN:
        shutil.copy(RECORDINGS / f"{name}.flac", root)
    with Earmark(Profile.at(folder / "profile"), writable=True, in_process=True, measuring=False) as opened:
        opened.start_indexing()
        index(opened, root)
        opened.load_tags()
        yield opened


class TestTheBundledNetwork:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("crow", "misc_crow"),
            ("cawing bird", "misc_crow"),
            ("scratch", "vinyl_scratch"),
            ("cowbell", "drum_cowbell"),
        ],
    )
    def test_words_find_the_sound(self, earmark: Earmark, text: str, name: str) -> None:
        assert names(earmark, text)[0] == name

    def test_a_crow_is_tagged_as_one(self, earmark: Earmark) -> None:
        folder = earmark.library.folders.all()[0]
        crow = earmark.library.sounds.by_path(folder.path / "misc_crow.flac")
        assert crow is not None
        tags = [tag.name for tag in earmark.tagger.tags_of([crow.sound_id])[crow.sound_id]]
        assert any("crow" in name.casefold() or "bird" in name.casefold() for name in tags), tags
        counts = {count.scored.tag.name: count.count for count in earmark.tagger.counts()}
        for name in tags:
            assert counts[name] >= 1
            assert "misc_crow" in names(earmark, f'tag:"{name}"')

    def test_another_process_reads_beside_the_writer(self, earmark: Earmark) -> None:
        with Earmark(earmark.profile, writable=False, in_process=True) as reader:
            assert names(reader, "crow")[0] == "misc_crow"
            assert reader.library.sounds.counts(reader.spec.embedder_id).waiting == 0
            with pytest.raises(LibraryError):
                reader.library.folders.add(earmark.profile.data)
            with pytest.raises(RuntimeError):
                _ = reader.indexer

    def test_the_same_sounds_elsewhere_cost_nothing(self, earmark: Earmark, tmp_path: Path) -> None:
        shutil.copytree(earmark.library.folders.all()[0].path, tmp_path / "copies")
        folder = earmark.add_folders([tmp_path / "copies"])[0]
        assert earmark.indexer.wait_idle(DEADLINE)
        assert earmark.indexer.embedded_in([folder.folder_id]) == 0
        assert names(earmark, "crow")[:2] == ["misc_crow", "misc_crow"]
        earmark.remove_folder(folder.folder_id)
        assert names(earmark, "crow").count("misc_crow") == 1


class TestFolders:
    def test_adding_the_folder_around_keeps_all_and_is_told(self, profile: Profile, root: Path) -> None:
        events: list[IndexEvent] = []
        with Earmark(profile, writable=True, in_process=True, measuring=False, notify=events.append) as earmark:
            earmark.start_indexing()
            index(earmark, root)
            before = set(earmark.library.sounds.ids().tolist())
            index(earmark, root.parent)
            assert [folder.path for folder in earmark.library.folders.all()] == [root.parent]
            assert set(earmark.library.sounds.ids().tolist()) == before
            assert SoundsChanged(earmark.library.folders.all()[0].folder_id) in events

    def test_what_is_closed_in_a_folder_is_forgotten_with_it(self, profile: Profile, root: Path) -> None:
        (root / "loop.wav").symlink_to(root / "loop.wav")
        with Earmark(profile, writable=True, in_process=True, measuring=False) as earmark:
            earmark.start_indexing()
            index(earmark, root)
            assert [path for path, _ in earmark.indexer.closed_places] == [root / "loop.wav"]
            earmark.remove_folder(earmark.library.folders.all()[0].folder_id)
            assert earmark.indexer.wait_idle(DEADLINE)
            assert earmark.indexer.closed_places == []

    def test_a_folder_that_moved_is_located(self, profile: Profile, root: Path, tmp_path: Path) -> None:
        events: list[IndexEvent] = []
        with Earmark(profile, writable=True, in_process=True, measuring=False, notify=events.append) as earmark:
            earmark.start_indexing()
            index(earmark, root)
            folder = earmark.library.folders.all()[0]
            root.rename(tmp_path / "Moved")
            events.clear()
            earmark.locate_folder(folder.folder_id, tmp_path / "Moved")
            assert SoundsChanged(folder.folder_id) in events
            assert earmark.indexer.wait_idle(DEADLINE)
            assert earmark.library.sounds.by_path(tmp_path / "Moved" / "misc_crow.flac") is not None
            assert earmark.library.sounds.counts(earmark.spec.embedder_id).waiting == 0
            assert earmark.indexer.embedded_in([folder.folder_id]) == len(CHOSEN)

    def test_a_folder_that_is_not_there_is_refused_and_the_others_are_kept(self, profile: Profile, root: Path) -> None:
        with Earmark(profile, writable=True, in_process=True, measuring=False) as earmark:
            earmark.start_indexing()
            with pytest.raises(LibraryError, match="nowhere"):
                earmark.add_folders([root, root / "nowhere"])
            assert earmark.indexer.wait_idle(DEADLINE)
            assert earmark.library.sounds.counts(earmark.spec.embedder_id).sounds == len(CHOSEN)

    def test_demonstration_sounds_are_copied_once(self, profile: Profile) -> None:
        profile.create()
        folder = demonstration_folder(profile)
        count = len(list(folder.rglob("*.flac")))
        assert count >= 24
        (folder / "mine.wav").write_bytes(b"mine")
        assert demonstration_folder(profile) == folder
        assert (folder / "mine.wav").exists()


class TestChangesOfMind:
    def test_another_embedder_and_back(self, profile: Profile, root: Path, tmp_path: Path) -> None:
        checkpoint = save_checkpoint(tmp_path / "clap")
        with Earmark(profile, writable=True, measuring=False) as earmark:
            earmark.start_indexing()
            index(earmark, root)
            starter = earmark.spec.embedder_id
            with pytest.raises(EmbedderError, match="no embedder called"):
                earmark.use_embedder("nobody")
            assert earmark.settings.embedder == "starter"
            earmark.change_settings(own_embedders=(f"mine={checkpoint}",))
            earmark.indexer.pause()
            earmark.use_embedder("mine")
            assert earmark.spec.embedder_id != starter
            assert earmark.indexer.paused, "who paused is asked before anything is heard anew"
            earmark.indexer.resume()
            assert earmark.indexer.wait_idle(DEADLINE)
            assert len(names(earmark, "crow")) == len(CHOSEN)
            earmark.use_embedder("starter")
            assert earmark.indexer.wait_idle(DEADLINE)
            assert earmark.indexer.embedded_in([f.folder_id for f in earmark.library.folders.all()]) == 0
            assert names(earmark, "crow")[0] == "misc_crow"

    def test_moments_are_heard_only_while_they_are_wanted(self, profile: Profile, tmp_path: Path) -> None:
        (tmp_path / "Long").mkdir()
        sounds.make(tmp_path / "Long", name="noise", frames=sounds.noise(12.0))
        events: list[IndexEvent] = []
        with Earmark(profile, writable=True, in_process=True, measuring=False, notify=events.append) as earmark:
            earmark.change_settings(moments=False)
            earmark.start_indexing()
            index(earmark, tmp_path / "Long")
            assert not list(earmark.library.windows.since(earmark.spec.embedder_id, 0))
            assert not any(isinstance(event, MomentsProgress) for event in events)
            earmark.change_settings(moments=True)
            assert earmark.indexer.wait_idle(DEADLINE)
            [heard] = earmark.library.windows.since(earmark.spec.embedder_id, 0)
            assert heard.starts.tolist() == [0.0, 2.0, 4.0, 6.0, 8.0]
            assert [event.done for event in events if isinstance(event, MomentsProgress)] == [0, 1]

    def test_another_vocabulary(self, profile: Profile) -> None:
        told = threading.Event()

        def notify(event: IndexEvent) -> None:
            if isinstance(event, TagsChanged):
                told.set()

        with Earmark(profile, writable=True, in_process=True, measuring=False, notify=notify) as earmark:
            earmark.set_active_vocabularies(["sound-design", "there is no such"])
            assert told.wait(DEADLINE)
            assert {scored.vocabulary_id for scored in earmark.tagger.tags} == {"sound-design"}
        with Earmark(profile, writable=False, in_process=True) as earmark:
            assert earmark.settings.vocabularies == ("sound-design", "there is no such")


class TestClosing:
    def test_whoever_closes_may_wait_for_tags_that_another_thread_begins_to_load(self, profile: Profile) -> None:
        """As when a watching Earmark is closed while it begins a job that another process handed over."""
        with Earmark(profile, writable=True, in_process=True, measuring=False) as earmark:
            earmark.set_active_vocabularies([])
            begun = threading.Event()

            def begin() -> None:
                for _ in range(150):
                    earmark.load_tags_soon()
                begun.set()

            beginner = threading.Thread(target=begin)
            beginner.start()
            try:
                while not begun.is_set():
                    earmark.wait_for_tags()
            finally:
                beginner.join()

    def test_closing_twice_and_at_once(self, profile: Profile, root: Path) -> None:
        before = set(threading.enumerate())
        earmark = Earmark(profile, writable=True, measuring=False)
        earmark.start_watching()
        earmark.start_indexing()
        earmark.add_folders([root])
        earmark.load_tags_soon()
        earmark.stop_working()
        earmark.close()
        earmark.close()
        assert set(threading.enumerate()) <= before
