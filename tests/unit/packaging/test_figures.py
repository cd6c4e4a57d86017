"""The figures of the model card come out as an example worked by hand says, and are written down whole."""

import importlib
import math
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest
import soundfile

from tests.starter_files import ROOT, STARTER

EVERYDAY = ROOT / "tests" / "data" / "everyday"


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))


@pytest.fixture
def figures() -> ModuleType:
    return importlib.import_module("evaluation.figures")


@pytest.fixture
def model_card() -> ModuleType:
    return importlib.import_module("evaluation.model_card")


def clip(name: str, *captions: str) -> Any:
    corpus = importlib.import_module("corpus.clip")
    return corpus.Clip("kit", name, name, captions, corpus.Split.TEST)


@pytest.fixture
def library() -> SimpleNamespace:
    """Three sounds and a way to read that is wrong about one caption: "braam" points to the dog."""
    directions = {"rain": 0, "rainfall": 0, "dog bark": 1, "braam": 1, "whoosh": 2}

    def read(texts: Any) -> Any:
        return np.stack([np.eye(4)[directions.get(text, 3)] for text in texts]).astype(np.float32)

    clips = [clip("a", "rain", "rainfall"), clip("b", "dog bark"), clip("c", "whoosh", "braam")]
    return SimpleNamespace(clips=clips, sounds=np.eye(4, dtype=np.float32)[:3], read=read)


def cosines(texts: Any) -> Any:
    """Only rain and dogs are classes."""
    return np.array([0.9 if text in ("rain", "rainfall", "dog bark") else 0.2 for text in texts])


def test_captions_find_sounds_and_sounds_captions(figures: ModuleType, library: SimpleNamespace) -> None:
    section = figures.retrieval(library.clips, library.sounds, library.read, cosines)
    assert section["text to audio, mAP"].value == pytest.approx((1 + 1 + 1 + 1 + 1 / 3) / 5)
    assert section["text to audio, mAP, near a class name"].value == 1
    assert section["text to audio, mAP, far from class names"].value == pytest.approx((1 + 1 / 3) / 2)
    assert section["text to audio, P@10"].n == 0
    # the dog is as near to "braam" as to "dog bark", and a tie is lost
    assert section["audio to text, R@1"].value == pytest.approx(4 / 5)
    assert section["audio to text, R@5"].value == 1
    assert section["audio to text, R@1, near a class name"].value == pytest.approx(2 / 3)
    assert section["audio to text, R@1, far from class names"].value == pytest.approx(1 / 2)
    assert section["audio to text, R@1, far from class names"].n == 2


def test_a_tag_of_the_open_vocabulary_is_right_by_the_captions(figures: ModuleType, library: SimpleNamespace) -> None:
    section = figures.open_vocabulary(library.clips, library.sounds, library.read)
    assert section["100 tags, top-1"].value == 1
    assert section["100 tags, top-1"].n == 3
    # braam is one of the three hundred and not of the hundred; the dog scores as high for it as for its own tag
    assert section["300 tags, top-1"].value == pytest.approx(3 / 4)
    assert section["300 tags, top-5"].value == 1


def test_a_task_has_one_right_label_a_clip(figures: ModuleType, library: SimpleNamespace) -> None:
    task = [figures.TaskClip("kit", name, label) for name, label in (("a", "rain"), ("b", "whoosh"), ("z", "dog bark"))]
    section, labels = figures.n_way(task, library.clips, library.sounds, library.read)
    assert section["accuracy"].value == pytest.approx(0.5)
    assert section["accuracy"].n == 2
    assert {name: figure.n for name, figure in labels.items()} == {"dog bark": 0, "rain": 1, "whoosh": 1}
    assert labels["rain"].value == 1
    assert labels["whoosh"].value == 0


def test_a_task_of_clips_that_are_not_there_is_left_out(figures: ModuleType, library: SimpleNamespace) -> None:
    task = {"elsewhere": [figures.TaskClip("kit", "z", "rain")]}
    found = figures.evaluate(library.clips, library.sounds, library.read, class_cosines=cosines, tasks=task)
    assert list(found.sections) == ["retrieval", "open vocabulary"]
    assert found.labels == {}


def test_tags_are_counted_where_they_are_right_or_wrong(figures: ModuleType, library: SimpleNamespace) -> None:
    tags = importlib.import_module("evaluation.tag_words").read_shipped_tags()
    given = np.zeros((3, len(tags)), dtype=bool)
    names = [(tag.family, tag.tag) for tag in tags]
    given[:2, names.index(("everyday", "dog"))] = True
    given[2, names.index(("sound-design", "whoosh"))] = True
    given[2, names.index(("sound-design", "swish"))] = True  # neither right nor wrong of a whoosh
    sections, each = figures.shipped_vocabularies(library.clips, given)
    assert sections["vocabulary everyday"]["precision"].value == pytest.approx(1 / 2)
    assert sections["vocabulary everyday"]["recall"].value == pytest.approx(1 / 2)
    assert sections["vocabulary everyday"]["false positive rate, highest"].value == pytest.approx(1 / 2)
    assert sections["vocabulary sound-design"]["precision"].value == 1
    dog = each[names.index(("everyday", "dog"))]
    assert (dog.right_clips, dog.precision, dog.recall, dog.false_positive_rate) == (1, 0.5, 1.0, 0.5)
    with pytest.raises(ValueError, match="3 clips and 230 tags"):
        figures.shipped_vocabularies(library.clips, given[:, :5])


def test_false_positives_are_compared_where_tags_have_some() -> None:
    """Four tags that fit none of the clips: three score 10 for one clip, the fourth 9.1 for five, and all less else."""
    spread = importlib.import_module("evaluation.false_positives")
    scores = np.arange(1.0, 11.0)[:, None].repeat(4, axis=1)
    scores[5:, 3] = 9.1
    nothing = np.zeros(scores.shape, dtype=bool)
    assert spread.common_limit(scores, ~nothing) == 10
    scores = np.concatenate([scores - 100.0 * number for number in range(10)])
    nothing = np.zeros(scores.shape, dtype=bool)
    given = nothing.copy()
    given[0, 3] = True
    found = {name: figure.value for name, figure in spread.spread_of_rates(given, scores, nothing, ~nothing).items()}
    assert found["as the app gives tags, median of tags"] == 0
    assert found["as the app gives tags, highest"] == 0.01
    assert found["as the app gives tags, tags without any"] == 0.75
    assert math.isnan(found["as the app gives tags, highest over median"])
    # at 9.1 the first three have one clip each and the last five
    assert found["where 1 % are wrong, median of tags"] == 0.01
    assert found["where 1 % are wrong, highest over median"] == 5
    assert found["where 1 % are wrong, tags within 5 times the median"] == 1
    assert spread.spread_of_rates(given, scores, ~nothing, ~nothing) == {}


def test_how_far_chance_alone_sets_equal_tags_apart() -> None:
    """Tags of very different scores that are wrong equally often; to have each clip twice tells nothing new."""
    spread = importlib.import_module("evaluation.false_positives")
    scores = np.random.default_rng(4).normal(size=(4000, 20)) * np.arange(1, 21)
    nothing = np.zeros(scores.shape, dtype=bool)
    alone = spread.chance_alone(scores, nothing, ~nothing, [str(number) for number in range(4000)])
    together = spread.chance_alone(scores, nothing, ~nothing, [str(number // 20) for number in range(4000)])
    highest = "if all were equal, highest over median"
    assert 1 < alone[highest].low < alone[highest].value < alone[highest].high < 2.5
    assert alone["if all were equal, tags within 5 times the median"].value == 1
    doubled = spread.chance_alone(
        scores.repeat(2, 0), nothing.repeat(2, 0), ~nothing.repeat(2, 0), [str(number // 2) for number in range(8000)]
    )
    assert doubled[highest].value == pytest.approx(alone[highest].value, abs=0.05)
    assert together[highest].n == 20
    assert spread.chance_alone(scores, ~nothing, ~nothing, ["one"] * 4000) == {}


def test_figures_are_kept_as_they_are(figures: ModuleType, library: SimpleNamespace) -> None:
    found = figures.evaluate(
        library.clips,
        library.sounds,
        library.read,
        class_cosines=cosines,
        given=np.zeros((3, 230), dtype=bool),
        tag_scores=np.zeros((3, 230)),
        degraded={"-20 dB": 0.1 * library.sounds},
        tasks={"two": [figures.TaskClip("kit", "a", "rain"), figures.TaskClip("kit", "b", "dog bark")]},
        costs={"size": "33 MB"},
    )
    text = found.to_json()
    assert "NaN" not in text
    assert figures.Figures.from_json(text).to_json() == text
    with pytest.raises(ValueError, match="no figures"):
        figures.Figures.from_json('{"sections": {}}')


def test_the_tasks_are_tables_of_clips_and_labels(figures: ModuleType, tmp_path: Path) -> None:
    tasks = figures.read_tasks()
    assert len(tasks) == 3
    for name, task in tasks.items():
        assert len({item.label for item in task}) == int(name.rpartition("-")[2])
        assert len({(item.source, item.clip) for item in task}) == len(task)
    (tmp_path / "odd.tsv").write_text("clip\tlabel\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd.tsv is not a table"):
        figures.read_tasks(tmp_path)


def test_the_card_shows_figures_sources_and_what_failed(
    figures: ModuleType, model_card: ModuleType, library: SimpleNamespace
) -> None:
    corpus = importlib.import_module("corpus.clip")
    words = ("kit", "debian", "kit", "1", "kit.deb", "", "", "CC0-1.0", "A | B", "", corpus.Split.TEST, "drums")
    found = figures.evaluate(
        library.clips,
        library.sounds,
        library.read,
        class_cosines=cosines,
        degraded={"-20 dB": library.sounds},
        tasks={"sonic-pi-18": [figures.TaskClip("kit", "a", "rain"), figures.TaskClip("kit", "b", "whoosh")]},
        costs={"size": "33 MB"},
    )
    text = model_card.measured_part(found, [corpus.Source(*words)], {"kit": 3}, "* More of the same.")
    for line in (
        "### Musical one-shots, 18 kinds",
        "Each: rain 1.00 (1), whoosh .000 (1).",
        "| text to audio, P@10 | - | - | 0 |",
        "| size | 33 MB |",
        "| kit | 3 | test | CC0-1.0 | A \\| B |",
        "* More of the same.",
    ):
        assert line in text
    assert text.count("| -20 dB |") == text.count("| as it is |") == 1


def test_only_the_measured_part_of_the_card_is_replaced(model_card: ModuleType) -> None:
    card = "# Card\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nLicences\n"
    new = model_card.with_measured(card, "new\n")
    assert new == "# Card\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nLicences\n"
    for broken in ("# Card\n", card + card, "<!-- measured: end --> <!-- measured: begin -->"):
        with pytest.raises(ValueError, match="needs one"):
            model_card.with_measured(broken, "new")


def test_the_committed_embedder_is_asked_as_the_app_asks_it() -> None:
    committed = importlib.import_module("evaluation.committed")
    tags = importlib.import_module("evaluation.tag_words").read_shipped_tags()
    embedder = committed.CommittedEmbedder(STARTER, ROOT / "resources" / "vocabularies")
    samples, rate = soundfile.read(EVERYDAY / "farm_dog.ogg", dtype="float32")
    assert samples.ndim == 1
    dog = embedder.hear([samples[:: rate // embedder.sample_rate]])
    given = [(tag.family, tag.tag) for tag, given in zip(tags, embedder.given_tags(dog)[0], strict=True) if given]
    assert ("everyday", "dog") in given
    assert len(given) < 20
    near, far = embedder.class_cosines(["dog barking", "braam"])
    assert near > 0.75 > far
    scores = dog @ embedder.read(["dog", "helicopter"]).T
    assert scores[0, 0] > scores[0, 1]
    assert math.isfinite(float(scores.sum()))
