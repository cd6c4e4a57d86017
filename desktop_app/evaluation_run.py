"""An evaluation from labelled sounds to its figures, for window and command line: it can be watched, and given up.

Sounds that are not in the library are heard, and perhaps kept for the next time: nothing is added to the library.
"""

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.core.evaluation import Truth
from desktop_app.core.tag import Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.evaluation.contradictory_labels import contradictions
from desktop_app.engine.evaluation.evaluating import Evaluation, evaluate, templates
from desktop_app.engine.evaluation.evaluation_document import (
    evaluation_document,
    noise_document,
    robustness_document,
)
from desktop_app.engine.evaluation.file_crew import Progress
from desktop_app.engine.evaluation.heard_files import HeardFiles, hear_files
from desktop_app.engine.evaluation.kept_reference import kept_reference
from desktop_app.engine.evaluation.noisiest import noisiest
from desktop_app.engine.evaluation.robustness import LONGEST, try_worsened
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.labelled_sounds import LabelledSet, LabelledSound, LabelsError
from desktop_app.library.library import Library
from desktop_app.open_profile.listening import Listening

MOST_NOISY: Final = 50
"""The noisiest recordings that are named, so many of them."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Whoever waits for something that takes long."""

    progress: Progress
    cancelled: Callable[[], bool]
    """Whether nobody waits any more; asked on any thread."""


class TooFewHeardError(LabelsError):
    """There are labels, and too few sounds of them that can be heard; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What came of an evaluation, and what is needed to go on with it."""

    document: dict[str, Any]
    """What `evaluation_document` says, with the `set`, its `kind`, the `embedder`, and what was left out."""
    listening: Listening
    evaluation: Evaluation
    paths: tuple[Path, ...]
    """[n] of the sounds."""


def evaluate_labelled(
    labelled: LabelledSet,
    listening: Listening,
    library: Library,
    vocabularies: Sequence[Vocabulary],
    watch: Watch,
    *,
    kept: KeptHearing | None = None,
    among: Collection[str] = (),
) -> Evaluated:
    """Hear the sounds of a labelled set and find out how often the right label comes first, also `among` others that
    none of them has. What is `kept` is not heard again.

    Raises TooFewHeardError, EmbedderError, LibraryError, WorkerClosedError, CrewError, and
    HearingCancelledError when nobody waits any more.
    """
    heard = hear_files(
        [sound.path for sound in labelled.sounds],
        library,
        listening.worker,
        listening.spec.embedder_id,
        watch.progress,
        kept=kept,
        cancelled=watch.cancelled,
    )
    sounds = [sound for sound in labelled.sounds if sound.path in heard.vectors]
    labels = tuple(sorted({label for sound in sounds for label in sound.labels}.union(among)))
    if len(labels) < 2 or not sounds:
        raise TooFewHeardError(_too_few(heard.problems))
    evaluation = evaluate(
        np.stack([heard.vectors[sound.path] for sound in sounds]),
        _truth(sounds, labels),
        templates(labels, [tag for vocabulary in vocabularies for tag in vocabulary.tags], listening.prompts.reading),
        listening.tagger.prompts,
        _reference(listening, kept),
    )
    paths = tuple(sound.path for sound in sounds)
    document = {
        "set": labelled.name,
        "kind": labelled.kind,
        "embedder": listening.spec.embedder_id,
        **evaluation_document(evaluation, paths),
        **_left_out(labelled, heard),
    }
    return Evaluated(document, listening, evaluation, paths)


def with_worse_sounds(evaluated: Evaluated, watch: Watch, *, kept: KeptHearing | None = None) -> Evaluated:
    """Evaluate the same sounds made worse on purpose, too; `robustness` in the document says what came of it.

    Raises TooFewHeardError when none can be read any more, EmbedderError, WorkerClosedError, CrewError, and
    HearingCancelledError when nobody waits any more.
    """
    evaluation, began = evaluated.evaluation, time.monotonic()
    found = try_worsened(
        evaluated.paths,
        evaluation.truth,
        evaluated.listening.worker,
        evaluation.tried[evaluation.best].score,
        lambda done, total: watch.progress(done, total, done / max(time.monotonic() - began, 1e-9)),
        embedder_id=evaluated.listening.spec.embedder_id,
        kept=kept,
        cancelled=watch.cancelled,
    )
    if not found:
        raise TooFewHeardError("None of these sounds can be read any more: look whether their drive is connected.")
    return replace(evaluated, document={**evaluated.document, "robustness": robustness_document(found)})


def with_noisiest(
    evaluated: Evaluated, library: Library, watch: Watch, *, kept: KeptHearing | None = None
) -> Evaluated:
    """Find out which of the sounds are the noisiest; `noise` in the document says what came of it.

    Raises TooFewHeardError when it can be told of none, EmbedderError, LibraryError, WorkerClosedError, CrewError, and
    HearingCancelledError when nobody waits any more.
    """
    worker = evaluated.listening.worker
    found = noisiest(evaluated.paths, MOST_NOISY, library, worker, watch.progress, kept=kept, cancelled=watch.cancelled)
    if not found.paths:
        raise TooFewHeardError(
            "Of none of these sounds it can be told how noisy it is: they have no pause to hear it in."
        )
    document = noise_document(found, evaluated.evaluation, evaluated.paths)
    return replace(evaluated, document={**evaluated.document, "noise": document})


def seconds_for_worse_sounds(evaluated: Evaluated) -> float:
    """How long `with_worse_sounds` is going to take, about: one of the sounds is tried.

    Raises UnreadableSoundError, SilentSoundError, EmbedderError, WorkerDiedError and WorkerClosedError.
    """
    worker, paths = evaluated.listening.worker, evaluated.paths
    began = time.monotonic()
    worker.hear_worsened(paths[len(paths) // 2], LONGEST)
    return (time.monotonic() - began) * len(paths) / len(worker.workers_for(len(paths)))


def _reference(listening: Listening, kept: KeptHearing | None) -> Vectors:
    """Those of the bundled embedder ship."""
    if kept is None or listening.spec.kind == "starter":
        return listening.tagger.reference()
    return kept_reference(listening.tagger.reference, listening.spec.embedder_id, kept)


def _truth(sounds: Sequence[LabelledSound], labels: tuple[str, ...]) -> Truth:
    return Truth(labels, np.array([[label in sound.labels for label in labels] for sound in sounds]))


def _left_out(labelled: LabelledSet, heard: HeardFiles) -> dict[str, Any]:
    """What of the set was not evaluated, and what in it cannot be right."""
    return {
        "left_out": {str(path): problem for path, problem in heard.problems.items()},
        "contradictions": [each.document for each in contradictions(labelled, heard.vectors)],
        "absent": labelled.absent,
        "missing": list(map(str, labelled.missing)),
        "unlabelled": labelled.unlabelled,
        "not_sounds": labelled.not_sounds,
        "problems": list(labelled.problems),
    }


def _too_few(problems: dict[Path, str]) -> str:
    """Why there is nothing to compare; the first of several reasons stands for all."""
    reason = next(iter(problems.values()), "")
    return f"Too few of these sounds can be heard to compare two labels. {reason}".rstrip()
