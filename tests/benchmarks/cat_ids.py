"""CatIDs of the Universal Category System: how often the first and one of the first five is right, on the recordings of
the tests. By what is heard, by the words of the file's name, and by both; the baseline of each is the order of the
plain scores of the tags that have CatIDs.
"""

import csv
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import load_file

from desktop_app.core.cat_ids import DOUBTFUL_BELOW, NAMED_FROM, NEARLY_BEST, OFFERED, CatIdRanking, read_synonyms
from desktop_app.core.scoring import TagMatrix, build_tag_matrix, prompts_of
from desktop_app.core.tag import Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.paths import resources
from tests.benchmarks.result import Result

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "starter_model"))

from evaluation.own_recordings import recordings, sound_of

_LABELS: Final = Path(__file__).resolve().parents[1] / "data" / "labels" / "cat_ids.tsv"
_CALLED: Final = {"everyday": "64 everyday sounds", "recordings": "62 musical sounds"}
Order = Callable[[str, Vectors], Sequence[str]]
"""From a file's name without its suffix and its standings [t] to CatIDs, best first."""


def run() -> Iterator[Result]:
    """Shares of right answers."""
    vocabulary, matrix, standings = _heard()
    synonyms = read_synonyms((resources() / "vocabularies" / "ucs_synonyms.tsv").read_text(encoding="utf-8"))
    ranking = CatIdRanking(vocabulary.tags, synonyms)
    category_of = {category.cat_id: category.category for category in ranking.categories}
    orders: dict[str, Order] = {
        "by sound": lambda _, heard: _cat_ids(ranking, heard, ()),
        "by name": lambda name, _: _cat_ids(ranking, None, (name,)),
        "by both": lambda name, heard: _cat_ids(ranking, heard, (name,)),
    }
    plain = _plain(matrix)
    yield from _named(ranking, standings, category_of)
    yield from _heard_alone(ranking, standings)
    for folder, called in _CALLED.items():
        sounds = {name: heard for name, heard in standings.items() if name.startswith(folder)}
        before = _shares(sounds, plain, category_of)
        for way, order in orders.items():
            for what, share in _shares(sounds, order, category_of).items():
                baseline = f"plain scores of the tags, {before[what]:.2f}"
                yield Result(f"{called}, {way}: {what}", share, "", baseline, share / before[what])


def _named(ranking: CatIdRanking, standings: Mapping[str, Vectors], category_of: Mapping[str, str]) -> Iterator[Result]:
    """Of how many the words of the name tell the CatID, so that a file is renamed by it unasked, and how often that is
    right; the baseline is what the words say, whatever is heard.
    """
    labels = _labels()
    counts = {"named": 0, "rightly": 0, "right category": 0}
    before = dict(counts)
    for name, heard in standings.items():
        words = (name.partition("/")[2],)
        best = ranking.rank(heard, words)[0]
        most = max((one.said for one in ranking.rank(None, words)), default=0.0)
        right = best.category.cat_id in labels[name]
        right_category = best.category.category in {category_of[cat_id] for cat_id in labels[name]}
        for told, found in ((best.named, counts), (best.said >= max(NAMED_FROM, NEARLY_BEST * most), before)):
            for what, hit in zip(found, (True, right, right_category), strict=True):
                found[what] += told and hit
    for what in counts:
        of, of_before = (len(standings),) * 2 if what == "named" else (counts["named"], before["named"])
        share, share_before = counts[what] / of, before[what] / of_before
        baseline = f"by the words alone, {share_before:.2f}"
        yield Result(f"{len(standings)} sounds, CatID told by name: {what}", share, "", baseline, share / share_before)


def _heard_alone(ranking: CatIdRanking, standings: Mapping[str, Vectors]) -> Iterator[Result]:
    """Of the sounds of which no words tell the CatID, how many have one that is not doubtful, and how often that is
    right; the baseline is how often a doubtful one is.
    """
    labels = _labels()
    best = {name: ranking.rank(heard, (name.partition("/")[2],))[0] for name, heard in standings.items()}
    unnamed = {name: one for name, one in best.items() if not one.named}
    right = {
        sure: [
            one.category.cat_id in labels[name]
            for name, one in unnamed.items()
            if (one.score >= DOUBTFUL_BELOW) is sure
        ]
        for sure in (True, False)
    }
    share, doubtful = (sum(right[sure]) / len(right[sure]) for sure in (True, False))
    called = f"{len(right[True])} of {len(unnamed)} sounds, CatID told by sound, not doubtful: rightly"
    yield Result(called, share, "", f"the doubtful ones, {doubtful:.2f}", share / doubtful)


def _cat_ids(ranking: CatIdRanking, standings: Vectors | None, texts: Sequence[str]) -> list[str]:
    return [found.category.cat_id for found in ranking.rank(standings, texts)]


def _plain(matrix: TagMatrix) -> Order:
    """The order of the CatIDs' own tags."""
    cat_ids = [scored.tag.cat_id for scored in matrix.tags]

    def order(_: str, standings: Vectors) -> list[str]:
        found = (cat_ids[number] for number in np.argsort(-standings, kind="stable").tolist())
        return [cat_id for cat_id in found if cat_id][:OFFERED]

    return order


def _shares(sounds: Mapping[str, Vectors], order: Order, category_of: Mapping[str, str]) -> dict[str, float]:
    right = {"category": 0, f"category among {OFFERED}": 0, "CatID": 0, f"CatID among {OFFERED}": 0}
    labels = _labels()
    for name, standings in sounds.items():
        found = order(name.partition("/")[2], standings)
        wanted = labels[name]
        categories = {category_of[cat_id] for cat_id in wanted}
        hits = ([category_of[cat_id] in categories for cat_id in found], [cat_id in wanted for cat_id in found])
        for what, one in zip(right, (hits[0][:1], hits[0], hits[1][:1], hits[1]), strict=True):
            right[what] += any(one)
    return {what: count / len(sounds) for what, count in right.items()}


def _labels() -> dict[str, set[str]]:
    with _LABELS.open(encoding="utf-8", newline="") as file:
        return {row["file"]: set(row["cat_ids"].split(" | ")) for row in csv.DictReader(file, delimiter="\t")}


def _heard() -> tuple[Vocabulary, TagMatrix, dict[str, Vectors]]:
    """The vocabulary, its tags, and each recording's standings [t], by folder and name without its suffix."""
    file = resources() / "vocabularies" / "ucs.toml"
    vocabulary = parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name)
    embedder = load_embedder(starter_spec(starter_folder()))
    prompts = prompts_of([vocabulary])
    reference = load_file(starter_folder() / "reference.safetensors")[embedder.embedder_id].astype(np.float32)
    matrix = build_tag_matrix([vocabulary], dict(zip(prompts, embedder.embed_text(prompts), strict=True)), reference)
    clips = recordings()
    vectors = embedder.embed_audio([sound_of(clip, embedder.sample_rate) for clip in clips])
    names = [f"{clip.source}/{Path(clip.name).stem}" for clip in clips]
    return vocabulary, matrix, dict(zip(names, matrix.standings(vectors), strict=True))
