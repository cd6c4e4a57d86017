"""Everything that the model card says about how well the bundled embedder hears and reads, worked out at once.

Each section is a function of its own, so that a trial can ask for the one that it is about. All take the clips to judge
by (usually those of the test split), their sounds' vectors and a way to read texts; the score is the dot product, as in
the app.
"""

import csv
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from corpus.clip import Clip
from numpy.typing import NDArray

from evaluation import metrics
from evaluation.false_positives import chance_alone, spread_of_rates
from evaluation.intervals import Figure, Weights, carried_weights, clip_weights, macro_figure, mean_figure, ratio_figure
from evaluation.tag_words import TagWords, read_open_vocabulary, read_shipped_tags, truth

Vectors = NDArray[np.floating]
Read = Callable[[Sequence[str]], Vectors]
"""Texts -> [texts, d]; its dot product with a sound's vector is the score."""
Cosines = Callable[[Sequence[str]], NDArray[np.floating]]
"""Texts -> [texts]: how near each is to the nearest class phrase, see `metrics.nearest_cosines`."""
Section = dict[str, Figure]

_TASKS = Path(__file__).parent / "tasks"
_RECALLS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class TagFigures:
    """How one tag of a shipped vocabulary does; a share is None where there was nothing to take it of."""

    vocabulary: str
    tag: str
    right_clips: int
    precision: float | None
    recall: float | None
    false_positive_rate: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What the model card reports."""

    sections: dict[str, Section] = field(default_factory=dict)
    labels: dict[str, Section] = field(default_factory=dict)
    """For each task the share of right answers for each of its labels."""
    tags: list[TagFigures] = field(default_factory=list)
    costs: dict[str, str] = field(default_factory=dict)
    """Size, speed and memory, in words with their units; measured elsewhere."""
    embedder: str = ""
    """Id of the embedder that was judged."""
    clips: str = ""
    """Names the clips and captions that it was judged by: figures over others cannot be compared."""

    def to_json(self) -> str:
        """Text to keep; a figure that there was nothing to measure for has null instead of numbers."""
        return json.dumps(_without_nan(asdict(self)), indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Figures":
        """What `to_json` wrote; raises ValueError if it is anything else."""
        try:
            values = json.loads(text)
            return cls(
                {name: _section(section) for name, section in values["sections"].items()},
                {name: _section(section) for name, section in values["labels"].items()},
                [TagFigures(**tag) for tag in values["tags"]],
                values["costs"],
                values["embedder"],
                values["clips"],
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"These are no figures of the bundled embedder: {error}.") from error


@dataclass(frozen=True, slots=True)
class TaskClip:
    """A clip and which one of the task's labels is right for it."""

    source: str
    clip: str
    label: str


def evaluate(
    clips: Sequence[Clip],
    sounds: Vectors,
    read: Read,
    *,
    class_cosines: Cosines,
    given: NDArray[np.bool_] | None = None,
    tag_scores: NDArray[np.floating] | None = None,
    degraded: Mapping[str, Vectors] | None = None,
    tasks: Mapping[str, Sequence[TaskClip]] | None = None,
    costs: Mapping[str, str] | None = None,
) -> Figures:
    """All figures.

    `sounds` [clips, d] belong to `clips`; `given` [clips, shipped tags] in the order of `read_shipped_tags` says which
    tags the app would give, `tag_scores` of the same shape how well each fits; `degraded` are the vectors of the same
    clips spoilt in the way that the name says; `tasks` (all of `tasks/` if None) are judged on those of their clips
    that are among `clips`. A section is missing where what it needs was not handed over.
    """
    tasks = read_tasks() if tasks is None else tasks
    figures = Figures(costs=dict(costs or {}))
    figures.sections["retrieval"] = retrieval(clips, sounds, read, class_cosines)
    figures.sections["open vocabulary"] = open_vocabulary(clips, sounds, read)
    for name, task in tasks.items():
        section, labels = n_way(task, clips, sounds, read)
        figures.sections.update({f"task {name}": section} if section else {})
        figures.labels.update({name: labels} if labels else {})
    if given is not None:
        shipped, figures.tags[:] = shipped_vocabularies(clips, given)
        figures.sections.update(shipped)
        if tag_scores is not None:
            known = truth(read_shipped_tags(), [clip.captions for clip in clips])
            figures.sections["false positives"] = spread_of_rates(given, tag_scores, known.right, known.judged)
            figures.sections["false positives"] |= chance_alone(tag_scores, known.right, known.judged, _groups(clips))
    for name, spoilt in (degraded or {}).items():
        figures.sections[f"robustness {name}"] = robustness(clips, spoilt, read)
    return figures


def retrieval(clips: Sequence[Clip], sounds: Vectors, read: Read, class_cosines: Cosines) -> Section:
    """Finding sounds by their captions and captions by their sounds, and both for captions near to and far from what
    the network's classes are called.

    Text to audio: each distinct caption is a query; right are the clips that carry it. Mean over captions; P@10 over
    those that ten clips or more carry. Audio to text: each clip is a query among the distinct captions, and any of its
    own is right; each caption's clips are averaged first, then the captions. Near and far: the clip's very caption must
    be found, with its other ones out of the way.
    """
    weights = clip_weights(_groups(clips))
    captions, carried = metrics.captions_of([clip.captions for clip in clips])
    scores = _scores(sounds, read(captions))
    of_captions = carried_weights(weights, carried)
    precision = metrics.average_precisions(scores.T, carried.T)
    at_ten = metrics.precisions_at(scores.T, carried.T, 10)
    near = np.asarray(class_cosines(captions)) >= metrics.NEAR_A_CLASS
    section = {
        "text to audio, mAP": mean_figure(precision, of_captions),
        "text to audio, mAP, near a class name": mean_figure(np.where(near, precision, np.nan), of_captions),
        "text to audio, mAP, far from class names": mean_figure(np.where(near, np.nan, precision), of_captions),
        "text to audio, P@10": mean_figure(at_ten, of_captions),
    }
    best, pairs = metrics.best_ranks(scores, carried), metrics.pair_ranks(scores, carried)
    for count in _RECALLS:
        any_caption, this_caption = metrics.hits_at(best, count), metrics.hits_at(pairs, count)
        section[f"audio to text, R@{count}"] = macro_figure(any_caption, carried, weights)
        for side, chosen in (("near a class name", near), ("far from class names", ~near)):
            section[f"audio to text, R@{count}, {side}"] = macro_figure(this_caption, carried & chosen, weights)
    return section


def open_vocabulary(clips: Sequence[Clip], sounds: Vectors, read: Read) -> Section:
    """The tags of `open_vocabulary.tsv` for the clips that have one: is a right one among the first?

    With the common hundred and with all three hundred to choose from; each tag's clips are averaged first.
    """
    tags = read_open_vocabulary()
    right = truth(tags, [clip.captions for clip in clips]).right
    scores = _scores(sounds, read([tag.tag for tag in tags]))
    weights = clip_weights(_groups(clips))
    section = {}
    for name, chosen in (("100 tags", np.array([tag.common for tag in tags])), ("300 tags", np.ones(len(tags), bool))):
        ranks = metrics.best_ranks(scores[:, chosen], right[:, chosen])
        for count in _RECALLS:
            hits = metrics.hits_at(ranks, count)
            section[f"{name}, top-{count}"] = macro_figure(hits, right[:, chosen], weights)
    return section


def n_way(
    task: Sequence[TaskClip], clips: Sequence[Clip], sounds: Vectors, read: Read
) -> tuple[Section, dict[str, Figure]]:
    """One right label for each clip of the task: how often it scores highest, and how often for each label.

    Clips of the task that are not among `clips` are left out, but the labels stay.
    """
    row_of = {(clip.source, clip.name): row for row, clip in enumerate(clips)}
    chosen = [(row_of[key], item.label) for item in task if (key := (item.source, item.clip)) in row_of]
    labels = sorted({item.label for item in task})
    if not chosen:
        return {}, {}
    rows = [row for row, _ in chosen]
    right = np.array([[label == answer for label in labels] for _, answer in chosen])
    hits = metrics.hits_at(metrics.best_ranks(_scores(sounds[rows], read(labels)), right), 1)
    weights = clip_weights(_groups([clips[row] for row in rows]))
    section = {"accuracy": mean_figure(hits, weights), "accuracy, mean over labels": macro_figure(hits, right, weights)}
    return section, {
        label: mean_figure(np.where(right[:, column], hits, np.nan), weights) for column, label in enumerate(labels)
    }


def shipped_vocabularies(
    clips: Sequence[Clip], given: NDArray[np.bool_]
) -> tuple[dict[str, Section], list[TagFigures]]:
    """Precision and recall of the tags that come with Earmark, a section a vocabulary, and each tag for itself.

    Raises ValueError if `given` is not [clips, shipped tags].
    """
    tags = read_shipped_tags()
    if given.shape != (len(clips), len(tags)):
        raise ValueError(f"Whether a tag is given is asked for {len(clips)} clips and {len(tags)} tags.")
    known = truth(tags, [clip.captions for clip in clips])
    weights = clip_weights(_groups(clips))
    sections = {}
    for vocabulary in dict.fromkeys(tag.family for tag in tags):
        chosen = np.array([tag.family == vocabulary for tag in tags])
        sections[f"vocabulary {vocabulary}"] = _precision_and_recall(
            given[:, chosen], known.right[:, chosen], known.judged[:, chosen], weights
        )
    return sections, _each_tag(tags, metrics.decisions(given, known.right, known.judged))


def robustness(clips: Sequence[Clip], spoilt: Vectors, read: Read) -> Section:
    """The main figure of each direction, for vectors of the same clips after something was done to them."""
    weights = clip_weights(_groups(clips))
    captions, carried = metrics.captions_of([clip.captions for clip in clips])
    scores = _scores(spoilt, read(captions))
    precision = metrics.average_precisions(scores.T, carried.T)
    hits = metrics.hits_at(metrics.best_ranks(scores, carried), 10)
    return {
        "text to audio, mAP": mean_figure(precision, carried_weights(weights, carried)),
        "audio to text, R@10": macro_figure(hits, carried, weights),
    }


def read_tasks(folder: Path = _TASKS) -> dict[str, list[TaskClip]]:
    """The tasks by the names of their files; raises ValueError if a file has other columns than a task."""
    tasks = {}
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if header != ["source", "clip", "label"] or any(len(row) != 3 for row in rows):
            raise ValueError(f"{path} is not a table of source, clip and label.")
        tasks[path.stem] = [TaskClip(*row) for row in rows]
    return tasks


def _precision_and_recall(
    given: NDArray[np.bool_], right: NDArray[np.bool_], judged: NDArray[np.bool_], weights: Weights
) -> Section:
    """Pooled over all tags, mean over tags, and the worst tag's false positive rate."""
    hits = (given & right & judged).astype(np.float64)
    counts = metrics.decisions(given, right, judged)
    rates = counts.false_positive_rate[~np.isnan(counts.false_positive_rate)]
    return {
        "precision": ratio_figure(hits.sum(1), (given & judged).sum(1), weights),
        "recall": ratio_figure(hits.sum(1), (right & judged).sum(1), weights),
        "precision, mean over tags": macro_figure(hits, given & judged, weights),
        "recall, mean over tags": macro_figure(hits, right & judged, weights),
        "false positive rate, highest": _highest(rates),
    }


def _highest(rates: NDArray[np.float64]) -> Figure:
    """The highest of the tags' rates; it has no interval."""
    return Figure(float(rates.max()) if len(rates) else math.nan, math.nan, math.nan, len(rates))


def _each_tag(tags: Sequence[TagWords], counts: metrics.Decisions) -> list[TagFigures]:
    columns = (counts.right + counts.missed, counts.precision, counts.recall, counts.false_positive_rate)
    return [
        TagFigures(tag.family, tag.tag, int(clips), *(None if math.isnan(share) else float(share) for share in shares))
        for tag, clips, *shares in zip(tags, *columns, strict=True)
    ]


def _scores(sounds: Vectors, texts: Vectors) -> NDArray[np.float32]:
    return np.asarray(sounds, np.float32) @ np.asarray(texts, np.float32).T


def _groups(clips: Sequence[Clip]) -> list[str]:
    return [f"{clip.source}|{clip.group}" for clip in clips]


def _section(values: Mapping[str, Mapping[str, float | None]]) -> Section:
    def number(value: float | None) -> float:
        return math.nan if value is None else value

    return {
        name: Figure(number(one["value"]), number(one["low"]), number(one["high"]), int(one["n"] or 0))
        for name, one in values.items()
    }


def _without_nan(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_nan(inner) for inner in value]
    return None if isinstance(value, float) and math.isnan(value) else value
