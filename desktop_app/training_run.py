"""From labelled sounds to a head and how right it is, and to the vocabulary that has it.

Sounds that are not in the library are heard, and perhaps kept for the next time: nothing is added to the library.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from desktop_app.core.evaluation import Truth
from desktop_app.core.head import Head
from desktop_app.core.head_fitting import group_sounds
from desktop_app.core.tag import LONGEST_ID, Tag, Vocabulary, VocabularyError, slug
from desktop_app.core.vector_index import Vectors
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.engine.evaluation.contradictory_labels import contradictions
from desktop_app.engine.evaluation.evaluating import evaluate, templates
from desktop_app.engine.evaluation.file_crew import Progress
from desktop_app.engine.evaluation.head_document import head_document
from desktop_app.engine.evaluation.head_training import Material, check_groups, train_head
from desktop_app.engine.evaluation.heard_files import hear_files
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.labelled_sounds import LabelledSet, LabelledSound, LabelsError
from desktop_app.library.library import Library
from desktop_app.open_profile.listening import Listening

LEAST: Final = 5
"""Sounds of a label: with fewer there is nothing to learn from and to be judged by."""


@dataclass(frozen=True, slots=True)
class TrainedLabels:
    """What came of training."""

    document: dict[str, Any]
    """What `head_document` says, with the `set`, its `kind`, the `embedder`, and what was left out."""
    heads: dict[str, Head]
    """By label."""


@dataclass(frozen=True, slots=True)
class Training:
    """Whoever waits for it."""

    hearing: Progress
    fitting: Callable[[int, int], None]


def with_enough(sounds: Sequence[LabelledSound]) -> tuple[tuple[LabelledSound, ...], dict[str, int]]:
    """The sounds with those of their labels that have enough of them, and how many the other labels have.

    Raises LabelsError where two labels are not left.
    """
    counts = Counter(label for sound in sounds for label in sound.labels)
    few = {label: number for label, number in sorted(counts.items()) if number < LEAST}
    if len(counts) - len(few) < 2:
        least = f"at least two labels with {LEAST} sounds each that can be heard"
        raise LabelsError(f"There must be {least}: add sounds, or put labels together.")
    kept = (replace(sound, labels=tuple(label for label in sound.labels if label not in few)) for sound in sounds)
    return tuple(sound for sound in kept if sound.labels), few


def train_labelled(
    labelled: LabelledSet,
    listening: Listening,
    library: Library,
    vocabularies: Sequence[Vocabulary],
    training: Training,
    *,
    kept: KeptHearing | None = None,
) -> TrainedLabels:
    """Hear the sounds of a labelled set, train a head for each label that has enough of them, and judge it beside what
    the words do alone. What is `kept` is not heard again.

    Raises LabelsError and HeadTrainingError where that cannot be done, EmbedderError, LibraryError, WorkerClosedError
    and CrewError.
    """
    sounds, _ = with_enough(labelled.sounds)
    embedder_id, paths = listening.spec.embedder_id, [sound.path for sound in sounds]
    heard = hear_files(paths, library, listening.worker, embedder_id, training.hearing, kept=kept)
    left = [sound for sound in labelled.sounds if sound.path in heard.vectors or sound.path not in heard.problems]
    few = with_enough(left)[1]
    sounds, _ = with_enough([sound for sound in sounds if sound.path in heard.vectors])
    embeddings = np.stack([heard.vectors[sound.path] for sound in sounds])
    heads, found = _train(sounds, embeddings, listening, vocabularies, training)
    about = {"set": labelled.name, "kind": labelled.kind, "embedder": embedder_id}
    left_out = {
        "labels_left_out": few,
        "left_out": {str(path): problem for path, problem in heard.problems.items()},
        "contradictions": [each.document for each in contradictions(labelled, heard.vectors)],
        "absent": labelled.absent,
        "unlabelled": labelled.unlabelled,
        "not_sounds": labelled.not_sounds,
    }
    return TrainedLabels({**about, **found, **left_out}, heads)


def _train(
    sounds: Sequence[LabelledSound],
    embeddings: Vectors,
    listening: Listening,
    vocabularies: Sequence[Vocabulary],
    training: Training,
) -> tuple[dict[str, Head], dict[str, Any]]:
    labels = tuple(sorted({label for sound in sounds for label in sound.labels}))
    truth = Truth(labels, np.array([[label in sound.labels for label in labels] for sound in sounds]))
    groups = group_sounds(embeddings, [sound.group for sound in sounds])
    check_groups(truth, groups)
    tags = [tag for vocabulary in vocabularies for tag in vocabulary.tags]
    ways, reference = templates(labels, tags, listening.prompts.reading), listening.tagger.reference()
    evaluation = evaluate(embeddings, truth, ways, listening.tagger.prompts, reference)
    every = ways[-1].prompts
    texts = listening.tagger.prompts([text for prompts in every for text in prompts])
    words = np.stack([np.mean([texts[text] for text in prompts], axis=0) for prompts in every])
    material = Material(embeddings, truth, groups, tuple(sound.split for sound in sounds), words, reference)
    trained = train_head(material, listening.spec.embedder_id, training.fitting)
    document = head_document(trained, evaluation.tried[evaluation.best])
    return dict(zip(labels, trained.heads, strict=True)), document


def check_labels(name: str, labels: Sequence[str]) -> None:
    """Raises LabelsError where the name and the labels cannot be those of a vocabulary and its tags."""
    draft = Vocabulary(slug(name), name, "", _tags(labels))
    try:
        parse_vocabulary(format_vocabulary(draft), source=name)
    except VocabularyError as error:
        reason = error.reason[:1].upper() + error.reason[1:]
        raise LabelsError(f"These labels cannot be the tags of “{name}”. {reason}") from error


def vocabulary_of(name: str, trained: TrainedLabels, before: Vocabulary | None) -> Vocabulary:
    """The vocabulary that has the heads; what a person made of tags of the same labels `before` stays, and so do tags
    that somebody wrote beside the trained ones.
    """
    tags = []
    for tag, head in zip(_tags(list(trained.heads)), trained.heads.values(), strict=True):
        known = before.tag(tag.tag_id) if before is not None else None
        tags.append(replace(known or tag, head=head))
    made = {tag.tag_id for tag in tags}
    tags += [tag for tag in (before.tags if before is not None else ()) if tag.head is None and tag.tag_id not in made]
    vocabulary_id = slug(name) if before is None else before.vocabulary_id
    return Vocabulary(vocabulary_id, name, _described(trained.document), tuple(tags))


def _tags(labels: Sequence[str]) -> tuple[Tag, ...]:
    """A tag for each label, with an id of its own; the same labels give the same ids."""
    tags: dict[str, Tag] = {}
    for label in labels:
        tag_id, number = slug(label) or "tag", 1
        while tag_id in tags:
            number += 1
            tag_id = f"{slug(label)[: LONGEST_ID - 8] or 'tag'}-{number}"
        tags[tag_id] = Tag(tag_id=tag_id, name=label, prompts=(label,))
    return tuple(tags.values())


def _described(found: dict[str, Any]) -> str:
    """What the file says of itself."""
    (low, high), words = found["interval"], found["zero_shot"]["accuracy"]
    return (
        f"Trained with {found['sounds']:,} sounds of {found['set']}. Of sounds that it was not trained with, it put "
        f"{found['accuracy']:.1%} under the right label ({low:.1%} to {high:.1%}), and words alone {words:.1%}."
    )
