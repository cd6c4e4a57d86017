"""The stage that judges the bundled embedder hears the right clips, counts the costs and writes down what it found."""

import importlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.starter.starter_files import starter_spec
from tests.starter_files import ROOT, STARTER

VOCABULARIES = ROOT / "resources" / "vocabularies"


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


@pytest.fixture
def corpus() -> ModuleType:
    return importlib.import_module("corpus.clip")


@pytest.fixture
def judging() -> ModuleType:
    return importlib.import_module("evaluation.judging")


def clip(corpus: ModuleType, source: str, name: str, *captions: str) -> Any:
    return corpus.Clip(source, name, name, captions, corpus.Split.TEST)


def test_only_what_nothing_was_trained_or_chosen_by_is_heard(corpus: ModuleType) -> None:
    hearing = importlib.import_module("evaluation.hearing")
    sources = corpus.read_sources()
    chosen = hearing.test_clips(list(sources.values()))
    assert len(chosen) > 2000
    assert {one.split for one in chosen} == {corpus.Split.TEST}
    whole = {source.name for source in sources.values() if source.role is corpus.Split.TEST}
    assert "sonic-pi-samples" in whole
    assert whole < {one.source for one in chosen}


def test_sounds_come_back_in_the_order_of_their_clips_and_are_heard_once(corpus: ModuleType, tmp_path: Path) -> None:
    hearing = importlib.import_module("evaluation.hearing")
    committed = importlib.import_module("evaluation.committed")
    audio_cache = importlib.import_module("corpus.audio_cache")
    source = corpus.read_sources()["synthesised"]
    known = corpus.read_clips(source)
    sounds = [0.1 * np.sin(np.arange(4000, dtype=np.float32) * (0.01 + 0.001 * number)) for number in range(4)]
    spans = {one.name: (4000 * (number % 4), 4000 * (number % 4 + 1)) for number, one in enumerate(known)}
    path = tmp_path / "audio" / f"{source.name}-{audio_cache._digest(source, known)}.f32"
    path.parent.mkdir()
    np.concatenate(sounds).tofile(path)
    path.with_suffix(".json").write_text(json.dumps(spans))
    asked = [known[number] for number in (2, 0, 3)]
    heard = hearing.hear({source.name: source}, asked, STARTER, VOCABULARIES, tmp_path)
    expected = committed.CommittedEmbedder(STARTER, VOCABULARIES).hear([sounds[number] for number in (2, 0, 3)])
    np.testing.assert_allclose(heard[hearing.AS_IT_IS], expected, atol=1e-5)
    assert not np.allclose(heard["pink noise 0 dB"], expected, atol=0.1)
    path.unlink()
    again = hearing.hear({source.name: source}, asked, STARTER, VOCABULARIES, tmp_path)
    assert all(np.array_equal(again[way], heard[way]) for way in heard)


def test_makers_are_told_apart_by_whether_training_heard_them(corpus: ModuleType, judging: ModuleType) -> None:
    kit = corpus.Source("kit", "debian", "kit", "1", "kit.deb", "", "", "CC0-1.0", "A", "", corpus.Split.TRAIN, "drums")
    sources = {
        "kit": kit,
        "other": replace(kit, name="other", role=corpus.Split.TEST),
        "made": replace(kit, name="made", kind="synthesised"),
    }
    clips = [
        clip(corpus, "kit", "a", "rain"),
        clip(corpus, "other", "b", "dog bark"),
        clip(corpus, "other", "c", "whoosh"),
        clip(corpus, "made", "d", "sweep"),
    ]

    def read(texts: Any) -> Any:
        return np.stack([np.eye(4)[["rain", "dog bark", "whoosh", "sweep"].index(text)] for text in texts])

    found = judging.by_maker(sources, clips, np.eye(4), read, lambda texts: np.ones(len(texts)))
    assert {name: section["text to audio, mAP"].n for name, section in found.items()} == {
        "retrieval, makers unheard": 2,
        "retrieval, makers heard": 1,
    }


def test_a_text_is_read_once(judging: ModuleType) -> None:
    asked: list[str] = []

    def read(texts: Any) -> Any:
        asked.extend(texts)
        return np.array([[len(text)] for text in texts])

    remembering = judging.reading_once(read)
    assert remembering(["a", "bb", "a"]).tolist() == [[1], [2], [1]]
    assert remembering(["ccc", "bb"]).tolist() == [[3], [2]]
    assert asked == ["a", "bb", "ccc"]


def test_other_captions_are_another_set_of_clips(corpus: ModuleType, judging: ModuleType) -> None:
    one, other = clip(corpus, "kit", "a", "rain"), clip(corpus, "kit", "a", "rain", "rainfall")
    assert judging.clips_digest([one]) == judging.clips_digest([one]) != judging.clips_digest([other])


def test_the_card_gets_the_figures_and_compares_only_what_was_judged_by_the_same_clips(
    judging: ModuleType, tmp_path: Path
) -> None:
    untrained = judging.Figures.from_json(judging.UNTRAINED.read_text(encoding="utf-8"))
    shutil.copy(STARTER / "README.md", tmp_path)
    judging.write(untrained, tmp_path)
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "| untrained |" in card
    assert "### Spoilt sounds" in card
    assert card.startswith((STARTER / "README.md").read_text(encoding="utf-8")[:500])
    assert judging.Figures.from_json((tmp_path / "figures.json").read_text(encoding="utf-8")) is not None
    judging.write(replace(untrained, clips="others"), tmp_path)
    assert "| untrained |" not in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_the_committed_figures_are_those_of_the_committed_embedder_and_corpus(
    corpus: ModuleType, judging: ModuleType
) -> None:
    """Whoever trains anew or changes a manifest must judge anew: `packaging/starter_model/judge.py`."""
    figures = judging.Figures.from_json((STARTER / "figures.json").read_text(encoding="utf-8"))
    assert figures.embedder == starter_spec(STARTER).embedder_id
    assert figures.clips == judging.clips_digest(judging.test_clips(list(corpus.read_sources().values())))


def test_the_shipped_tags_are_right_often_enough_and_wrong_evenly(judging: ModuleType) -> None:
    """Floors somewhat below what was reached on clips by which nothing was chosen: see the model card."""
    sections = judging.Figures.from_json((STARTER / "figures.json").read_text(encoding="utf-8")).sections
    for vocabulary, precision in (("everyday", 0.72), ("music", 0.65), ("sound-design", 0.6)):
        assert sections[f"vocabulary {vocabulary}"]["precision"].value >= precision, vocabulary
    wrong = sections["false positives"]
    assert wrong["where 1 % are wrong, tags within 5 times the median"].value >= 0.95
    assert wrong["where 1 % are wrong, highest over median"].value <= 10
    assert wrong["if all were equal, highest over median"].high < 5, "else the clips could not tell"


def test_training_pays(judging: ModuleType) -> None:
    """On every main figure, and where the classes have no names more than anywhere else."""
    trained, untrained = (
        judging.Figures.from_json(path.read_text(encoding="utf-8"))
        for path in (STARTER / "figures.json", judging.UNTRAINED)
    )
    for section, name, gain in (
        ("retrieval", "text to audio, mAP", 1.8),
        ("retrieval", "text to audio, mAP, far from class names", 3.0),
        ("open vocabulary", "300 tags, top-5", 1.3),
        ("task instruments-15", "accuracy, mean over labels", 1.3),
    ):
        assert trained.sections[section][name].value > gain * untrained.sections[section][name].value, name


def test_the_files_that_the_app_reads_fit_into_what_they_may_cost() -> None:
    costs = importlib.import_module("evaluation.costs")
    named = json.loads((STARTER / "config.json").read_text(encoding="utf-8"))["files"]
    known = sum(file["bytes"] for file in named.values())
    assert known < costs.size(STARTER) < 40e6


def test_a_cold_process_answers_and_its_costs_are_counted() -> None:
    costs = importlib.import_module("evaluation.costs")
    seconds, megabytes = costs._numbers(costs._COLD, STARTER, ROOT)
    assert seconds > 0
    assert 50 < megabytes < 1000


def test_the_processor_is_called_what_it_calls_itself(tmp_path: Path) -> None:
    costs = importlib.import_module("evaluation.costs")
    described = tmp_path / "cpuinfo"
    described.write_text("processor\t: 0\nmodel name\t: A Quick One\n", encoding="utf-8")
    assert costs.processor(described) == "A Quick One"
    assert costs.processor(tmp_path / "none")
