"""Training learns what can be learnt, the same every time, and from nothing that is kept to judge by."""

import dataclasses
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from desktop_app.engine.starter.projection import Projection
from tests.starter_files import ROOT, STARTER

KINDS = 6
FEATURES = 24
PER_KIND = 40


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


def script(name: str) -> ModuleType:
    return importlib.import_module(f"training.{name}")


def corpus(name: str) -> ModuleType:
    return importlib.import_module(f"corpus.{name}")


def directions(count: int, seed: int = 1) -> NDArray[np.float32]:
    """Unit vectors that are nearly at right angles."""
    found = np.random.default_rng(seed).standard_normal((count, 384)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def heard(seed: int) -> NDArray[np.float16]:
    """Windows of each kind of sound in turn, [KINDS * PER_KIND, FEATURES]; what tells kinds apart is drowned in noise
    of features that mean nothing.
    """
    rng = np.random.default_rng(seed)
    features = rng.standard_normal((KINDS * PER_KIND, FEATURES)) * 0.3
    features[:, KINDS:] *= 20
    features[np.arange(len(features)), np.arange(len(features)) % KINDS] += 1.0
    return features.astype(np.float16)


def problem() -> Any:
    """Each kind has a caption and a class of its own, whose phrase is another one."""
    kinds = np.arange(KINDS * PER_KIND) % KINDS
    scores = np.zeros((len(kinds), 521), dtype=np.float32)
    scores[np.arange(len(kinds)), kinds] = 0.8
    return script("fit").Windows(
        features=heard(1),
        scores=scores,
        captions=kinds[:, None].repeat(2, axis=1).astype(np.int64),
        synonyms=np.array([[KINDS, KINDS + 1], [KINDS + 2, KINDS + 3]]),
        is_copy=np.arange(len(kinds)) % 3 == 0,
        meanings=np.concatenate([directions(KINDS), directions(4, seed=3)]),
        told_apart=np.zeros((KINDS, KINDS), dtype=bool),
        phrases=directions(KINDS, seed=2),
        owners=np.arange(KINDS, dtype=np.int64),
    )


def recipe(**values: Any) -> Any:
    return script("fit").Recipe(**({"steps": 120, "batch": 64, "warm_up": 10} | values))


def test_what_sounds_are_called_is_learnt_and_holds_for_others() -> None:
    network = script("fit").fit(problem(), recipe())
    with torch.no_grad():
        points = network.hear(torch.from_numpy(heard(seed=9)).float())
        likeness = points @ network.read(torch.from_numpy(directions(KINDS))).T
    right = likeness.argmax(1).numpy() == np.arange(KINDS * PER_KIND) % KINDS
    assert right.mean() > 0.8


def test_the_same_corpus_gives_the_same_bits_and_another_seed_others() -> None:
    one, again, other = (
        script("fit").fit(problem(), recipe(steps=15, seed=seed)).folded()["sound.weight"] for seed in (0, 0, 1)
    )
    assert torch.equal(one, again)
    assert not torch.equal(one, other)


def test_the_matrices_of_the_file_do_what_the_trained_network_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The normalisation of features becomes part of the matrix."""
    network = script("fit").fit(problem(), recipe(steps=30))
    windows, meanings = heard(seed=9).astype(np.float32)[:5], directions(3, seed=7)
    matrices = Projection({name: tensor.numpy() for name, tensor in network.folded().items()})
    monkeypatch.setattr("desktop_app.engine.starter.projection.window_features", lambda window: window)
    with torch.no_grad():
        points, texts = network.hear(torch.from_numpy(windows)), network.read(torch.from_numpy(meanings))
    for window, point in zip(windows, points, strict=True):
        np.testing.assert_allclose(matrices.hear(window), point, atol=1e-5)
    for meaning, text in zip(meanings, texts, strict=True):
        np.testing.assert_allclose(matrices.read(meaning), text, atol=1e-5)


def test_an_untrained_network_reads_texts_as_they_are() -> None:
    network = script("network").ProjectionNetwork(FEATURES, dropout=0.0)
    meanings = torch.from_numpy(directions(3))
    torch.testing.assert_close(network.read(meanings), meanings)


def test_phrases_for_the_same_sound_come_together() -> None:
    network = script("fit").fit(problem(), recipe(synonym_weight=3.0))
    with torch.no_grad():
        one, same, other, _ = network.read(torch.from_numpy(directions(4, seed=3)))
    before = directions(4, seed=3)
    assert one @ same > before[0] @ before[1] + 0.1
    assert one @ same > one @ other


def test_what_must_be_told_apart_comes_apart_however_alike_its_words_are() -> None:
    """Two kinds whose captions mean nearly the same; others are as they were."""
    near = directions(KINDS)
    near[1] = near[0] + 0.3 * near[1]
    near[1] /= np.linalg.norm(near[1])
    several = problem()
    meanings = np.concatenate([near, directions(4, seed=3)])
    pair = script("fit").told_apart([str(number) for number in range(KINDS)], [("1", "0"), ("2", "no caption")])
    assert np.argwhere(pair).tolist() == [[0, 1], [1, 0]]

    def of_the_right_two(told_apart: Any) -> float:
        windows = dataclasses.replace(several, meanings=meanings, told_apart=told_apart)
        network = script("fit").fit(windows, recipe(class_weight=0.0, synonym_weight=0.0))
        with torch.no_grad():
            points = network.hear(torch.from_numpy(heard(seed=9)).float())
            scores = (points @ network.read(torch.from_numpy(near[:2])).T).numpy()
        kinds = np.arange(len(scores)) % KINDS
        return float((scores[kinds == 0, 0] - scores[kinds == 0, 1]).mean())

    assert of_the_right_two(pair) > 3 * of_the_right_two(np.zeros_like(pair)) > 0


def test_captions_are_numbered_once_and_a_window_repeats_its_own() -> None:
    phrases, table = script("fit").caption_table([("dog bark", "bark"), ("rain",), ("bark", "dog bark", "dog")])
    assert phrases == ["bark", "dog", "dog bark", "rain"]
    assert table.tolist() == [[2, 0, 2], [3, 3, 3], [0, 2, 1]]


def test_a_rare_caption_is_drawn_more_often_than_its_share_and_a_copy_less() -> None:
    fit = script("fit")
    common, rare, copies = 300, 3, 300
    captions = np.array([0] * common + [1] * rare + [2] * copies, dtype=np.int64)[:, None]
    nothing = np.zeros((len(captions), 1), dtype=np.float32)
    is_copy = np.arange(len(captions)) >= common + rare
    windows = fit.Windows(nothing, nothing, captions, is_copy, captions, nothing, is_copy, nothing, captions[:, 0])
    torch.manual_seed(0)
    batches = fit._batches(windows, recipe(batch=512))
    drawn = captions[:, 0][torch.cat([next(batches) for _ in range(20)]).numpy()]
    counts = np.bincount(drawn)
    assert counts[1] / counts[0] == pytest.approx((rare / common) ** 0.5, rel=0.2)
    assert counts[2] / counts[0] == pytest.approx(0.5, rel=0.1)


def test_a_caption_that_means_the_same_is_as_right() -> None:
    """Two windows called alike, and one that is called otherwise."""
    likeness = torch.tensor([[1.0, 1.0, -1.0], [1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])
    to_captions, to_windows = script("network").caption_targets(likeness, 0.05)
    half = torch.tensor([[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]])
    torch.testing.assert_close(to_captions, half)
    torch.testing.assert_close(to_windows, half)


def test_targets_are_shares_of_captions_for_a_window_and_of_windows_for_a_caption() -> None:
    likeness = torch.tensor([[1.0, 0.9], [0.8, 1.0], [0.2, 1.0]])
    to_captions, to_windows = script("network").caption_targets(likeness, 0.1)
    assert (to_captions.shape, to_windows.shape) == ((3, 2), (2, 3))
    for shares in (to_captions, to_windows):
        torch.testing.assert_close(shares.sum(1), torch.ones(len(shares)))
    assert to_captions[1, 0] / to_captions[1, 1] == pytest.approx(np.exp(-2), rel=1e-4)
    assert to_windows[0, 1] / to_windows[0, 0] == pytest.approx(np.exp(-2), rel=1e-4)


def test_the_contrastive_loss_is_least_where_scores_say_what_the_targets_say() -> None:
    network = script("network")
    targets = network.caption_targets(torch.tensor([[1.0, 0.0], [0.0, 1.0]]), 0.1)
    right = torch.tensor([[10.0, 0.0], [0.0, 10.0]])
    assert network.contrastive_loss(right, targets) < 0.01
    assert network.contrastive_loss(right.flip(0), targets) > 10
    assert network.contrastive_loss(torch.zeros(2, 2), targets) == pytest.approx(2 * np.log(2), rel=1e-4)


def test_a_window_among_its_classs_phrases_has_kept_its_class() -> None:
    class_loss = script("network").class_loss
    phrases = torch.eye(3)
    owners = torch.tensor([0, 1, 1])
    shares = torch.tensor([[1.0, 0.0]])
    near, far = torch.tensor([[1.0, 0.0, 0.0]]), torch.tensor([[0.0, 1.0, 0.0]])
    assert class_loss(near, shares, phrases, owners, 0.05) < 1e-3
    assert class_loss(far, shares, phrases, owners, 0.05) > 10


def test_a_class_with_many_phrases_is_not_the_likelier_for_it() -> None:
    """A window that is as near to all phrases as to any says nothing: each of two classes has a half."""
    owners = torch.tensor([0, 1, 1, 1, 1])
    shares = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    nowhere = torch.zeros(2, 5)
    loss = script("network").class_loss(nowhere, shares, torch.eye(5), owners, 0.05)
    assert loss == pytest.approx(np.log(2), rel=1e-4)


def test_only_the_clips_of_the_splits_asked_for_are_learnt_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a source with clips of all splits, each in one window and one copy; its roots tell which clip it was. A few of
    the words that mean the same are enough for that: to read them all takes longer than everything else here.
    """
    clip, train = corpus("clip"), script("train")
    few = {name: getattr(train, name)()[:4] for name in ("read_synonyms", "read_ucs_groups")}
    for name, groups in few.items():
        monkeypatch.setattr(train, name, lambda groups=groups: groups)
    source = clip.read_sources()["sound-theme-freedesktop"]
    clips = clip.read_clips(source)
    assert {one.split for one in clips} == set(clip.Split)
    numbers = np.repeat(np.arange(len(clips)), 2)
    examples = script("examples").Examples(
        features=np.random.default_rng(1).standard_normal((len(numbers), 7)).astype(np.float16),
        roots=numbers[:, None].repeat(521, axis=1).astype(np.float16),
        scores=np.full((len(numbers), 521), 0.1, dtype=np.float16),
        clip=numbers.astype(np.int32),
        copy=np.tile([0, 1], len(clips)).astype(np.int32),
        captions=[clips[number].captions for number in numbers],
    )
    names = train.ClassNames(directions(KINDS), np.arange(KINDS, dtype=np.int64))
    learnt = train.learn(
        [source],
        {source.name: examples},
        names,
        splits=frozenset({clip.Split.TRAIN}),
        recipe=recipe(steps=2, batch=8),
        network=STARTER,
        cache=tmp_path,
    )
    wanted = [number for number, one in enumerate(clips) if one.split is clip.Split.TRAIN]
    assert learnt.roots[:, 0].tolist() == wanted
    assert {name: (tensor.dtype, tensor.shape) for name, tensor in learnt.projection.items()} == {
        "sound.weight": (np.float16, (384, 7)),
        "sound.bias": (np.float16, (384,)),
        "text.weight": (np.float16, (384, 384)),
    }


def test_what_captions_mean_is_read_once(tmp_path: Path) -> None:
    meanings = script("texts").meanings
    read = meanings(["rain", "kick drum"], STARTER, tmp_path)
    assert read.shape == (2, 384)
    np.testing.assert_allclose(np.linalg.norm(read, axis=1), 1, atol=1e-6)
    (kept,) = (tmp_path / "meanings").iterdir()
    written = kept.stat().st_mtime_ns
    np.testing.assert_array_equal(meanings(["rain", "kick drum"], STARTER, tmp_path), read)
    assert kept.stat().st_mtime_ns == written
    np.testing.assert_array_equal(meanings(["kick drum"], STARTER, tmp_path)[0], read[1])


def copies(role: str, *, clips: int = 30) -> tuple[list[Any], list[list[tuple[int, NDArray[np.float32], str]]]]:
    """Some clips of a source, a second of noise each, and what is heard of every one."""
    clip, examples = corpus("clip"), script("examples")
    split = clip.Split(role)
    texts = dict.fromkeys(("kind", "package", "version", "file", "sha256", "font", "licence", "attribution"), "")
    source = clip.Source(name="game", **texts, homepage="", role=split, family="effects")
    several = [clip.Clip("game", f"{number}.wav", "dog", ("dog bark", "barking"), split) for number in range(clips)]
    samples = (np.random.default_rng(1).standard_normal(clips * 16_000) * 0.1).astype(np.float32)
    spans = {one.name: (number * 16_000, (number + 1) * 16_000) for number, one in enumerate(several)}
    audio = corpus("audio_cache").Recordings(samples, spans)
    return several, [list(examples._copies(source, several, number, audio)) for number in range(clips)]


def test_a_source_to_judge_by_is_heard_as_it_is() -> None:
    _clips, heard_of = copies("test")
    assert [[copy for copy, _sound, _effect in several] for several in heard_of] == [[0]] * len(heard_of)


def test_of_other_clips_there_are_copies_and_of_some_one_that_an_effect_names() -> None:
    _clips, heard_of = copies("train")
    numbers = [[copy for copy, _sound, _effect in several] for several in heard_of]
    assert all(several in ([0, 1, 2], [0, 1, 2, 3]) for several in numbers)
    assert 3 <= sum(len(several) == 4 for several in numbers) <= 20
    for several in heard_of:
        assert [bool(effect) for _copy, _sound, effect in several] == [copy == 3 for copy, _sound, _effect in several]
        assert all(not np.array_equal(sound, several[0][1]) for _copy, sound, _effect in several[1:])
    _clips, again = copies("train")
    for once, twice in zip(heard_of, again, strict=True):
        assert all(np.array_equal(one[1], other[1]) for one, other in zip(once, twice, strict=True))


def test_a_copy_is_called_by_its_effect_and_by_what_it_is() -> None:
    (one, *_others), _heard_of = copies("train", clips=1)
    captions = script("examples")._captions
    assert captions(one, "") == ("dog bark", "barking")
    (effect, *_more) = corpus("effects").EFFECTS
    called = captions(one, effect.name)
    assert len(called) == 2
    for caption, phrase in zip(one.captions, called, strict=True):
        assert caption in phrase
        assert any(word in phrase for word in effect.words)
