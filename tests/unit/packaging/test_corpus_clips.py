"""What is described of the corpus can be read, contradicts itself nowhere, and keeps apart what must be kept apart."""

import csv
import importlib
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import pytest

from tests.starter_files import ROOT

DATA = ROOT / "tests" / "data"
HEADER = "clip\tgroup\tcaptions\n"


@pytest.fixture
def clip(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))
    return importlib.import_module("corpus.clip")


@pytest.fixture
def sources(clip: ModuleType) -> Mapping[str, Any]:
    found: Mapping[str, Any] = clip.read_sources()
    return found


@pytest.fixture
def clips(clip: ModuleType, sources: Mapping[str, Any]) -> list[Any]:
    return [one for source in sources.values() for one in clip.read_clips(source)]


def made(clip: ModuleType, **values: Any) -> Any:
    texts = {"name": "game", "kind": "debian", "package": "game-data", "version": "1.0", "file": "game.deb"}
    texts |= {"sha256": "", "font": "", "licence": "CC0-1.0", "attribution": "", "homepage": "", "family": "effects"}
    return clip.Source(**(texts | {"role": clip.Split.TRAIN} | values))


def file_name(name: str) -> str:
    """Of a clip inside its package, without folders, containers and cuts."""
    return PurePosixPath(name.partition("#")[0].rpartition("!")[2]).name


def test_every_source_says_whose_it_is_and_what_is_fetched(sources: Mapping[str, Any]) -> None:
    assert len(sources) > 100
    for source in sources.values():
        assert source.licence, source.name
        assert source.attribution, source.name
        assert source.kind in ("debian", "pypi", "npm", "synthesised"), source.name
        assert source.family in ("effects", "notes", "drums", "music", "speech", "interface"), source.name
        fetched = (source.package, source.version, source.file, source.homepage, len(source.sha256) == 64)
        assert all(fetched) or source.kind == "synthesised", source.name


def test_no_licence_forbids_the_use(sources: Mapping[str, Any]) -> None:
    words = {word for source in sources.values() for word in source.licence.lower().replace("-", " ").split()}
    assert not words & {"nc", "nd", "noncommercial", "unknown", "proprietary"}


def test_every_source_has_clips_and_none_is_described_twice(
    sources: Mapping[str, Any], clips: list[Any], clip: ModuleType
) -> None:
    assert {one.source for one in clips} == sources.keys() == {path.stem for path in (clip.FOLDER / "clips").iterdir()}
    twice = Counter((sources[one.source].file, sources[one.source].font, one.name) for one in clips)
    assert [name for name, times in twice.items() if times > 1] == []


def test_captions_are_short_plain_and_said_once(clips: list[Any]) -> None:
    for one in clips:
        assert 1 <= len(one.captions) <= 5, one
        assert len(set(one.captions)) == len(one.captions), one
        for phrase in one.captions:
            assert phrase == phrase.lower(), one
            assert phrase.isascii(), one
            assert len(phrase.split()) <= 6, one


def test_every_cut_is_a_stretch_of_time(clips: list[Any]) -> None:
    cuts = [one.name.partition("#")[2] for one in clips if "#" in one.name]
    assert cuts
    for cut in cuts:
        start, stop = map(float, cut.split("-"))
        assert 0 <= start < stop, cut


def test_every_clip_of_a_font_can_be_played(sources: Mapping[str, Any], clips: list[Any]) -> None:
    performance = importlib.import_module("corpus.rendering").performance
    played = [performance(one.name) for one in clips if sources[one.source].font]
    assert len(played) > 1000


def test_there_is_enough_of_each_split(clips: list[Any], clip: ModuleType) -> None:
    counts = Counter(one.split for one in clips)
    assert counts[clip.Split.TRAIN] > 5000
    assert min(counts.values()) > 500


def test_a_package_to_judge_by_is_trained_on_only_where_somebody_else_made_the_sounds(
    sources: Mapping[str, Any], clips: list[Any], clip: ModuleType
) -> None:
    """Some packages collect drum kits of several makers, which lie in folders of their own."""
    folders: defaultdict[tuple[str, str], set[tuple[str, Any]]] = defaultdict(set)
    for one in clips:
        source = sources[one.source]
        folders[source.file, str(PurePosixPath(one.name).parent)].add((source.attribution, source.role))
    shared = [folder for folder, owners in folders.items() if folder[0] and len(owners) > 1]
    assert shared == []
    judged_by = {source.attribution for source in sources.values() if source.role is clip.Split.TEST}
    others = {source.attribution for source in sources.values() if source.role is not clip.Split.TEST}
    assert judged_by & others == set()


def test_recordings_that_judge_the_app_are_neither_trained_nor_chosen_on(
    sources: Mapping[str, Any], clips: list[Any], clip: ModuleType
) -> None:
    with (DATA / "everyday" / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        told = [row["source"].partition(": ")[::2] for row in csv.DictReader(file, delimiter="\t")]
    named: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for one in clips:
        package, name = sources[one.source].package, file_name(one.name)
        named[package, name].append(one.split)
        named[package, name.partition(".")[0] + " and others"].append(one.split)
    takes = [(package, f"{file.partition('.')[0]} and others" if " to " in file else file) for package, file in told]
    found = [named[take] for take in takes if take in named]
    assert len(found) > 40
    assert {split for splits in found for split in splits} == {clip.Split.TEST}
    by_title = [one for one in clips if one.source == "openttd-opensfx" and one.split is clip.Split.TEST]
    assert len(by_title) >= sum(package == "openttd-opensfx" for package, _title in told) > 0


def test_sonic_pis_samples_are_kept_for_judging(sources: Mapping[str, Any], clips: list[Any], clip: ModuleType) -> None:
    """By the names of their files, wherever another package may have copied them."""
    recordings = {path.stem for path in (DATA / "recordings").glob("*.flac")}
    recordings |= {Path(file_name(one.name)).stem for one in clips if one.source == "sonic-pi-samples"}
    assert len(recordings) > 60
    splits = {one.split for one in clips if Path(file_name(one.name)).stem in recordings}
    assert splits == {clip.Split.TEST}


def test_the_clips_of_a_group_stay_together(clips: list[Any]) -> None:
    splits: defaultdict[tuple[str, str], set[Any]] = defaultdict(set)
    for one in clips:
        splits[one.source, one.group].add(one.split)
    assert {len(several) for several in splits.values()} == {1}


def test_groups_of_a_source_to_train_on_are_dealt_out_eight_to_one_to_one(clip: ModuleType) -> None:
    source = made(clip)
    counts = Counter(clip.split_of(source, f"group {number}") for number in range(2000))
    assert counts[clip.Split.TRAIN] == pytest.approx(1600, abs=80)
    assert counts[clip.Split.SELECTION] == pytest.approx(200, abs=60)
    assert counts[clip.Split.TEST] == pytest.approx(200, abs=60)


@pytest.mark.parametrize("role", ["selection", "test"])
def test_a_source_to_choose_or_judge_by_is_not_divided(clip: ModuleType, role: str) -> None:
    source = made(clip, role=clip.Split(role))
    assert {clip.split_of(source, f"group {number}") for number in range(50)} == {clip.Split(role)}


@pytest.mark.parametrize("family", ["notes", "drums"])
def test_instruments_and_drums_are_divided_by_their_makers_alone(clip: ModuleType, family: str) -> None:
    source = made(clip, family=family)
    assert {clip.split_of(source, f"group {number}") for number in range(50)} == {clip.Split.TRAIN}


@pytest.mark.parametrize("role", ["train", "selection", "test"])
@pytest.mark.parametrize("family", ["effects", "drums"])
def test_what_judges_the_app_is_tested_on_wherever_it_comes_from(clip: ModuleType, role: str, family: str) -> None:
    source = made(clip, role=clip.Split(role), family=family)
    assert clip.split_of(source, "everyday-test crow") is clip.Split.TEST


def test_clips_are_read_in_order_with_what_they_are_called(clip: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "game.tsv").write_text(HEADER + 'a/"dog".wav\tdog\tdog bark| barking\nb.wav#0.5-2\tcat\tcat\n')
    dog, cat = clip.read_clips(made(clip), tmp_path)
    assert (dog.source, dog.name, dog.group, dog.captions) == ("game", 'a/"dog".wav', "dog", ("dog bark", "barking"))
    assert (cat.name, cat.split) == ("b.wav#0.5-2", clip.split_of(made(clip), "cat"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "does not begin with the three columns"),
        ("clip\tcaptions\n", "does not begin with the three columns"),
        (HEADER + "a.wav\tdog\tdog\nb.wav\tdog\n", r"game\.tsv:3: a clip has a name, a group and captions"),
        (HEADER + "a.wav\t\tdog\n", r"game\.tsv:2: a clip has a name, a group and captions"),
        (HEADER + "a.wav\tdog\tdog|\n", r"game\.tsv:2: an empty caption"),
    ],
)
def test_a_line_that_is_no_clip_is_told(clip: ModuleType, tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "game.tsv").write_text(content)
    with pytest.raises(ValueError, match=sentence):
        clip.read_clips(made(clip), tmp_path)


@pytest.mark.parametrize(
    ("name", "change", "sentence"),
    [
        ("game", ('role = "train"', 'role = "learn"'), "does not describe a source"),
        ("game", ('font = ""\n', ""), "does not describe a source"),
        ("game", ('font = ""\n', 'font = ""\nmood = "good"\n'), "does not describe a source"),
        ("other", ("", ""), "of another name: 'game'"),
    ],
)
def test_a_description_that_is_none_is_told(
    clip: ModuleType, tmp_path: Path, name: str, change: tuple[str, str], sentence: str
) -> None:
    text = "".join(f'{key} = "{value}"\n' for key, value in made_values(clip).items())
    (tmp_path / "game.toml").write_text(text)
    assert clip.read_sources(tmp_path) == {"game": made(clip)}
    (tmp_path / "game.toml").unlink()
    (tmp_path / f"{name}.toml").write_text(text.replace(*change) if change[0] else text)
    with pytest.raises(ValueError, match=sentence):
        clip.read_sources(tmp_path)


def made_values(clip: ModuleType) -> dict[str, str]:
    source = made(clip)
    return {field: str(getattr(source, field)) for field in source.__dataclass_fields__}
