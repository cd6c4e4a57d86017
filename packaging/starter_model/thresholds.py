"""Measures where a tag should begin to apply: the constants of `desktop_app/core/calibration.py`, and the thresholds in
the files of `resources/vocabularies`.

    python packaging/starter_model/thresholds.py FOLDER

FOLDER has an embedder that was trained on the train split alone (build.py: `build(..., splits={Split.TRAIN})`), with
the reference.safetensors that packaging/reference_embeddings.py writes for it. The committed one has heard the clips of
the selection split, which this judges by.

Prints, for a range of spreads above the background, precision and recall of the shipped vocabularies' tags and how far
the tags' false positive rates lie apart; then how evenly they are wrong at one limit; the lowest threshold at which
each vocabulary is precise enough, which is the one to write into its file (rounded up); and what thresholds of their
own for single tags would bring: they are chosen on one half of the clips' groups and judged on the other.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import platformdirs
from numpy.typing import NDArray
from safetensors.numpy import load_file

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from background import sounds_of  # noqa: E402
from corpus.clip import Clip, Split, read_clips, read_sources  # noqa: E402
from evaluation.false_positives import spread_of_rates  # noqa: E402
from evaluation.metrics import decisions  # noqa: E402
from evaluation.tag_words import TagWords, Truth, read_shipped_tags, truth  # noqa: E402

from desktop_app.core.calibration import DEVIATIONS_AT_HALF, at_deviations  # noqa: E402
from desktop_app.core.scoring import TagMatrix, build_tag_matrix, prompts_of  # noqa: E402
from desktop_app.core.vocabulary import parse_vocabulary  # noqa: E402
from desktop_app.engine.starter.starter import StarterEmbedder  # noqa: E402
from desktop_app.engine.starter.starter_files import starter_spec  # noqa: E402

PRECISION = 0.7
"""Wanted of the tags of the shipped vocabularies."""
LEAST_RIGHT = 5
"""Clips that a tag must be right for before it gets a threshold of its own."""
_STEPS = np.arange(1.5, 3.51, 0.25)

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Judged:
    """Clips and how far their scores lie above each tag's background."""

    deviations: Floats
    """[clips, tags], in spreads."""
    known: Truth

    def of(self, rows: NDArray[np.bool_]) -> "Judged":
        """Some of the clips, [clips]."""
        return Judged(self.deviations[rows], Truth(self.known.right[rows], self.known.judged[rows]))

    def precision_and_recall(self, thresholds: Floats | float, chosen: NDArray[np.bool_]) -> tuple[float, float]:
        """Pooled over the chosen tags [tags]."""
        counts = decisions(self.deviations >= thresholds, self.known.right, self.known.judged)
        right, wrong, missed = (int(n[chosen].sum()) for n in (counts.right, counts.wrong, counts.missed))
        return right / max(right + wrong, 1), right / max(right + missed, 1)


def lowest_precise(judged: Judged, chosen: NDArray[np.bool_]) -> float:
    """The lowest limit, in spreads, at which the chosen tags [tags] together are right often enough, or infinity."""
    known = judged.known.judged[:, chosen]
    scores, right = judged.deviations[:, chosen][known], judged.known.right[:, chosen][known]
    order = np.argsort(-scores, kind="stable")
    last_of_equals = np.append(np.diff(scores[order]) != 0, True)
    enough = np.flatnonzero(last_of_equals & (np.cumsum(right[order]) >= PRECISION * np.arange(1, len(order) + 1)))
    return float(scores[order[enough[-1]]]) if len(enough) else np.inf


def thresholds_of_single_tags(judged: Judged, common: float) -> NDArray[np.float64]:
    """[tags]: `common`, or for a tag that is wrong too often there, the lowest at which it is right often enough.

    A tag that never is does not apply to any of the clips.
    """
    thresholds = np.full(judged.deviations.shape[1], common)
    for column in range(len(thresholds)):
        known = judged.known.judged[:, column]
        scores, right = judged.deviations[known, column], judged.known.right[known, column]
        order = np.argsort(-scores)
        precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
        applies = int((scores >= common).sum())
        if right.sum() < LEAST_RIGHT or not applies or precision[applies - 1] >= PRECISION:
            continue
        enough = np.flatnonzero(precision[:applies] >= PRECISION)
        thresholds[column] = scores[order[enough[-1]]] if len(enough) else np.nextafter(scores.max(), np.inf)
    return thresholds


def selection(folder: Path, cache: Path) -> tuple[list[Clip], list[TagWords], Judged]:
    """The clips to choose by, the shipped tags, and how the embedder in `folder` hears them."""
    sources = read_sources()
    clips = [clip for source in sources.values() for clip in read_clips(source) if clip.split is Split.SELECTION]
    embedder = StarterEmbedder(folder, embedder_id=starter_spec(folder).embedder_id)
    sounds = np.concatenate([embedder.embed_audio([sound]) for sound in sounds_of(sources, clips, cache)])
    tags = read_shipped_tags()
    matrix = _matrix(embedder, folder, list(dict.fromkeys(tag.family for tag in tags)))
    column = {scored.key: number for number, scored in enumerate(matrix.tags)}
    chosen = [column[tag.family, tag.tag] for tag in tags]
    above = (sounds @ matrix.vectors.T - matrix.background.usual) / matrix.background.spread
    return clips, tags, Judged(above[:, chosen], truth(tags, [clip.captions for clip in clips]))


def report(clips: list[Clip], tags: list[TagWords], judged: Judged) -> None:
    """Print the tables."""
    everything = np.ones(len(tags), dtype=bool)
    families = {name: np.array([tag.family == name for tag in tags]) for name in dict.fromkeys(t.family for t in tags)}
    print(
        "spreads  precision and recall: all, " + ", ".join(families) + "; false positive rates: median, 95 %, highest"
    )
    for spreads in [*_STEPS, DEVIATIONS_AT_HALF]:
        counts = decisions(judged.deviations >= spreads, judged.known.right, judged.known.judged)
        shares = [judged.precision_and_recall(spreads, chosen) for chosen in (everything, *families.values())]
        rates = np.quantile(counts.false_positive_rate, (0.5, 0.95, 1))
        print(f"{spreads:7.2f}  " + "  ".join("{:.2f} {:.2f}".format(*two) for two in shares), *rates.round(4))
    applies = judged.deviations >= DEVIATIONS_AT_HALF
    evenness = spread_of_rates(applies, judged.deviations, judged.known.right, judged.known.judged)
    print(*(f"{name}: {figure.value:.4f}" for name, figure in evenness.items()), sep="\n")
    for name, chosen in families.items():
        limit = lowest_precise(judged, chosen)
        precision, recall = judged.precision_and_recall(limit, chosen)
        print(f"{name}: from {limit:.3f} spreads, threshold {at_deviations(limit):.3f}: {precision:.2f} {recall:.2f}")
    names = sorted({(clip.source, clip.group) for clip in clips})
    half = np.array([names.index((clip.source, clip.group)) % 2 == 0 for clip in clips])
    print("Thresholds of their own, chosen on one half and judged on the other; without them:")
    for one in (half, ~half):
        own = thresholds_of_single_tags(judged.of(one), DEVIATIONS_AT_HALF)
        pairs = [judged.of(~one).precision_and_recall(kind, everything) for kind in (own, DEVIATIONS_AT_HALF)]
        changed = int((own != DEVIATIONS_AT_HALF).sum())
        print(f"  {changed} tags: " + "; ".join("{:.3f} {:.3f}".format(*two) for two in pairs))


def _matrix(embedder: StarterEmbedder, folder: Path, names: list[str]) -> TagMatrix:
    files = [ROOT / "resources" / "vocabularies" / f"{name}.toml" for name in names]
    vocabularies = [parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name) for file in files]
    prompts = prompts_of(vocabularies)
    reference = load_file(folder / "reference.safetensors")[embedder.embedder_id].astype(np.float32)
    return build_tag_matrix(vocabularies, dict(zip(prompts, embedder.embed_text(prompts), strict=True)), reference)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure where tags should begin to apply.")
    parser.add_argument("folder", type=Path, help="of an embedder trained on the train split alone")
    parser.add_argument(
        "--cache", type=Path, default=platformdirs.user_cache_path("earmark-build"), help="where the corpus is kept"
    )
    arguments = parser.parse_args()
    report(*selection(arguments.folder, arguments.cache))


if __name__ == "__main__":
    main()
