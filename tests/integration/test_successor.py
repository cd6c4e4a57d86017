"""Another embedder hears the whole library while the present one serves; then it takes over by itself."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

import desktop_app.app
import desktop_app.open_profile.listening
from desktop_app.app import Earmark
from desktop_app.core.events import (
    EmbedderChanged,
    IndexEvent,
    IndexingStopped,
    SoundsIndexed,
    SuccessorProgress,
    SuccessorStopped,
    TagsChanged,
)
from desktop_app.core.example import Example
from desktop_app.core.query import parse_query
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError
from desktop_app.engine.searching.examples import Examples
from desktop_app.gui.queries import Question, answer
from desktop_app.settings import load_settings
from tests.fakes import FakeEmbedder, fake_spec
from tests.gui.profile import profile_with_vocabulary, sound_folder
from tests.library_maker import DEADLINE
from tests.sounds import make, tone


def until(true: Callable[[], bool]) -> None:
    """Look again and again until it is true."""
    deadline = time.monotonic() + DEADLINE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


class Gate:
    """Lets an embedder hear only while it is open."""

    def __init__(self) -> None:
        self.hearing = threading.Event()
        self.hearing.set()


class GatedEmbedder(FakeEmbedder):
    """A fake of another name that waits at its gate."""

    embedder_id = "fake/2"

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        assert self._gate.hearing.wait(DEADLINE)
        return -super().embed_audio(sounds)


@dataclass
class Stage:
    """An open Earmark with two embedders to choose from, "starter" and "other"."""

    earmark: Earmark
    gate: Gate
    events: list[IndexEvent] = field(default_factory=list)

    def told(self, kind: type) -> list[IndexEvent]:
        return [event for event in self.events if isinstance(event, kind)]

    def found(self) -> int:
        return len(self.earmark.searcher.search(parse_query("rain")).sound_ids)


OpenStage = Callable[[], Stage]


@pytest.fixture
def open_stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenStage]:
    gate = Gate()
    specs = {"starter": fake_spec(), "other": replace(fake_spec(), name="other", embedder_id="fake/2")}
    reference = np.random.default_rng(7).normal(size=(40, FakeEmbedder.dimension)).astype(np.float32)

    def spec_of(name: str, *_: object) -> EmbedderSpec:
        if name not in specs:
            raise EmbedderError(f"{name} is not on this computer yet.")
        return specs[name]

    def worker(spec: EmbedderSpec) -> InProcessWorker:
        return InProcessWorker(GatedEmbedder(gate) if spec.embedder_id == "fake/2" else FakeEmbedder())

    monkeypatch.setattr(desktop_app.app, "spec_of", spec_of)
    monkeypatch.setattr(desktop_app.open_profile.listening, "InProcessWorker", worker)
    monkeypatch.setattr(desktop_app.open_profile.listening, "reference_embeddings", lambda *_, **__: reference)
    profile = profile_with_vocabulary(tmp_path / "profile")
    folder = sound_folder(tmp_path)
    stages: list[Stage] = []

    def open_one() -> Stage:
        events: list[IndexEvent] = []
        earmark = Earmark(profile, writable=True, in_process=True, notify=events.append)
        stages.append(Stage(earmark, gate, events))
        earmark.start_indexing()
        earmark.load_tags()
        earmark.add_folders([folder])
        assert earmark.indexer.wait_idle(DEADLINE)
        events.clear()
        return stages[-1]

    yield open_one
    gate.hearing.set()
    for stage in stages:
        stage.earmark.close()


def test_the_old_embedder_serves_until_the_new_one_has_heard_everything(open_stage: OpenStage) -> None:
    stage = open_stage()
    stage.gate.hearing.clear()

    stage.earmark.prepare_embedder("other")

    assert stage.earmark.successor == "other"
    assert stage.earmark.spec.embedder_id == "fake/1"
    assert stage.found() == 4
    assert stage.earmark.tagger.ready
    assert load_settings(stage.earmark.profile.settings_file).embedder == "starter"

    stage.gate.hearing.set()
    until(lambda: bool(stage.told(EmbedderChanged)))
    assert stage.earmark.spec.embedder_id == "fake/2"
    assert stage.earmark.successor == ""
    assert stage.earmark.tagger.ready, "its tags were prepared before"
    assert stage.found() == 4
    saved = load_settings(stage.earmark.profile.settings_file)
    assert (saved.embedder, saved.next_embedder) == ("other", "")


def test_what_it_has_heard_is_told_as_progress_and_never_as_news_for_the_list(open_stage: OpenStage) -> None:
    stage = open_stage()

    stage.earmark.prepare_embedder("other")
    until(lambda: bool(stage.told(EmbedderChanged)))

    last = stage.told(SuccessorProgress)[-1]
    assert isinstance(last, SuccessorProgress)
    assert (last.embedder, last.progress.done, last.progress.total) == ("other", 4, 4)
    assert not stage.told(SoundsIndexed)
    until(lambda: bool(stage.told(TagsChanged)))


def test_a_sound_that_comes_meanwhile_is_found_at_once_and_heard_by_the_new_one_too(
    open_stage: OpenStage, tmp_path: Path
) -> None:
    stage = open_stage()
    stage.gate.hearing.clear()
    stage.earmark.prepare_embedder("other")
    new = tmp_path / "more"
    new.mkdir()
    make(new, name="bell", frames=tone(0.4, hertz=800))

    stage.earmark.add_folders([new])
    until(lambda: stage.found() == 5)
    assert stage.earmark.spec.embedder_id == "fake/1"

    stage.gate.hearing.set()
    until(lambda: bool(stage.told(EmbedderChanged)))
    assert stage.earmark.indexer.wait_idle(DEADLINE)
    assert stage.found() == 5


def test_the_person_may_switch_at_once(open_stage: OpenStage) -> None:
    stage = open_stage()
    stage.gate.hearing.clear()
    stage.earmark.prepare_embedder("other")

    stage.earmark.use_embedder("other")

    assert stage.earmark.spec.embedder_id == "fake/2"
    stage.gate.hearing.set()
    assert stage.earmark.indexer.wait_idle(DEADLINE)
    until(lambda: stage.found() == 4 and stage.earmark.tagger.ready)
    assert not stage.told(EmbedderChanged), "nobody has to be told what they did themselves"


@pytest.mark.parametrize("ended", [False, True])
def test_an_example_is_compared_with_what_the_same_embedder_heard(
    open_stage: OpenStage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, ended: bool
) -> None:
    stage = open_stage()
    kick = next(tmp_path.rglob("kick*"))
    vector = Examples.vector

    def switches(examples: Examples, example: Example) -> Vectors:
        """The other takes over while the present one listens, and perhaps ends it."""
        heard = vector(examples, example)
        if stage.earmark.spec.embedder_id == "fake/1":
            stage.earmark.use_embedder("other")
            assert stage.earmark.indexer.wait_idle(DEADLINE)
            if ended:
                raise WorkerClosedError("Earmark is closing.")
        return heard

    monkeypatch.setattr(Examples, "vector", switches)
    found = answer(Question(like=Example(path=kick)), stage.earmark)
    assert found.scores is not None
    assert found.scores[0] == pytest.approx(1, abs=1e-3), "nothing is more like it than itself"


def test_the_person_may_keep_the_old_one(open_stage: OpenStage) -> None:
    stage = open_stage()
    stage.gate.hearing.clear()
    stage.earmark.prepare_embedder("other")
    stage.gate.hearing.set()

    stage.earmark.keep_embedder()

    assert stage.earmark.successor == ""
    assert load_settings(stage.earmark.profile.settings_file).next_embedder == ""
    assert stage.earmark.spec.embedder_id == "fake/1"
    assert stage.found() == 4


def test_it_is_gone_on_with_after_a_restart(open_stage: OpenStage) -> None:
    stage = open_stage()
    stage.earmark.pause()
    stage.earmark.prepare_embedder("other")
    stage.earmark.close()

    again = open_stage()
    assert again.earmark.spec.embedder_id == "fake/1"
    again.earmark.go_on_preparing()

    until(lambda: bool(again.told(EmbedderChanged)))
    assert again.earmark.spec.embedder_id == "fake/2"


def test_one_that_is_gone_after_a_restart_is_said_and_the_old_one_serves(open_stage: OpenStage) -> None:
    stage = open_stage()
    stage.earmark.change_settings(next_embedder="vanished")

    stage.earmark.go_on_preparing()

    assert stage.told(SuccessorStopped) == [SuccessorStopped("vanished", "vanished is not on this computer yet.")]
    assert stage.found() == 4


def test_a_network_that_cannot_be_loaded_leaves_the_old_one_serving(
    open_stage: OpenStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = open_stage()

    def fails(*_: object) -> Vectors:
        raise EmbedderError("The weights are damaged; download them again.")

    monkeypatch.setattr(GatedEmbedder, "embed_text", fails)
    stage.earmark.prepare_embedder("other")

    until(lambda: bool(stage.told(SuccessorStopped)))
    assert stage.told(SuccessorStopped) == [SuccessorStopped("other", "The weights are damaged; download them again.")]
    assert not stage.told(IndexingStopped)
    assert stage.found() == 4


def test_pausing_rests_both(open_stage: OpenStage) -> None:
    stage = open_stage()
    stage.gate.hearing.clear()
    stage.earmark.prepare_embedder("other")

    stage.earmark.pause()
    stage.gate.hearing.set()
    assert stage.earmark.indexer.paused
    assert stage.earmark.successor == "other"

    stage.earmark.resume()
    until(lambda: bool(stage.told(EmbedderChanged)))


def test_the_first_vocabularys_tags_do_not_wait_for_the_others(
    open_stage: OpenStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = open_stage()
    folder = stage.earmark.profile.vocabularies
    text = (folder / "test.toml").read_text(encoding="utf-8")
    second = text.replace('id = "test"', 'id = "second"').replace("rain", "snow").replace("a door slams", "a gate")
    (folder / "second.toml").write_text(second, encoding="utf-8")
    stage.earmark.close()
    (stage.earmark.profile.data / "cache.db").unlink()
    embed, slow = FakeEmbedder.embed_text, threading.Event()

    def embed_text(self: FakeEmbedder, texts: Sequence[str]) -> Vectors:
        assert "snow" not in texts or slow.wait(DEADLINE)
        return embed(self, texts)

    monkeypatch.setattr(FakeEmbedder, "embed_text", embed_text)
    with Earmark(stage.earmark.profile, writable=True, in_process=True) as earmark:
        earmark.change_settings(vocabularies=("test", "second"))
        earmark.load_tags_soon()

        until(lambda: earmark.tagger.ready)
        assert {tag.vocabulary_id for tag in earmark.tagger.tags} == {"test"}

        slow.set()
        earmark.wait_for_tags()
        assert {tag.vocabulary_id for tag in earmark.tagger.tags} == {"test", "second"}
