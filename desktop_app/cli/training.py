"""`earmark train-head`: labels of one's own become a vocabulary whose tags are what their sounds have in common."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np

from desktop_app.app import Earmark
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, ProgressBar, count, result, say
from desktop_app.cli.session import do_job, reading
from desktop_app.core.evaluation import Truth
from desktop_app.core.head import Head
from desktop_app.core.head_fitting import group_sounds
from desktop_app.core.tag import LONGEST_ID
from desktop_app.core.vocabulary import Tag, Vocabulary, fold, format_vocabulary, parse_vocabulary, slug
from desktop_app.engine.evaluating import Tried, evaluate, templates
from desktop_app.engine.head_document import head_document
from desktop_app.engine.head_training import HeadTrainingError, Material, TrainedHead, check_groups, train_head
from desktop_app.engine.heard_files import HeardFiles, hear_files
from desktop_app.library.labelled_sounds import LabelledSet, LabelledSound, LabelsError, read_labelled

_LEAST: Final = 5
"""Sounds of a label: with fewer there is nothing to learn from and to be judged by."""
_FEW: Final = 10
_CERTAIN: Final = 0.05
"""A difference less probable than this where there is none is called one."""


def train_vocabulary(arguments: Namespace) -> int:
    """Hear labelled sounds, train a line for each label, keep it as a vocabulary and print how right it is."""
    try:
        labelled = read_labelled(Path(arguments.place).absolute())
    except LabelsError as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    sounds, few = _with_enough(labelled.sounds)
    with reading(arguments) as earmark:
        before = _taken(arguments, earmark)
        _check_names(arguments, sounds)
        with ProgressBar(quiet=arguments.json) as bar:
            paths = [sound.path for sound in sounds]
            heard = hear_files(paths, earmark.library, earmark.worker, earmark.spec.embedder_id, bar.update)
        _say_what_is_left_out(labelled, heard, few)
        sounds, _ = _with_enough([sound for sound in sounds if sound.path in heard.vectors])
        trained, words, truth = _train(arguments, earmark, sounds, heard)
        found = head_document(trained, words)
        embedder_id = earmark.spec.embedder_id
    _warn_of_few(found["per_label"])
    about = {"set": labelled.name, "kind": labelled.kind, "embedder": embedder_id}
    vocabulary = _vocabulary(arguments.name, truth.labels, trained.heads, _described(labelled.name, found), before)
    document = {
        "vocabulary": vocabulary.vocabulary_id,
        **about,
        **found,
        "labels_left_out": few,
        "left_out": {str(path): problem for path, problem in heard.problems.items()},
    }
    _keep(arguments, vocabulary)
    result(arguments, document, list(_lines(document)))
    return SOME_UNREADABLE if heard.problems else OK


def _with_enough(sounds: Sequence[LabelledSound]) -> tuple[list[LabelledSound], dict[str, int]]:
    """The sounds with those of their labels that have enough of them, and how many the others have. Raises
    CommandError.
    """
    counts = Counter(label for sound in sounds for label in sound.labels)
    few = {label: number for label, number in sorted(counts.items()) if number < _LEAST}
    if len(counts) - len(few) < 2:
        least = f"at least two labels with {_LEAST} sounds each that can be heard"
        raise CommandError(f"There must be {least}: add sounds, or put labels together.", WRONG_USAGE)
    kept = [replace(sound, labels=tuple(label for label in sound.labels if label not in few)) for sound in sounds]
    return [sound for sound in kept if sound.labels], few


def _taken(arguments: Namespace, earmark: Earmark) -> Vocabulary | None:
    """The vocabulary that has this name already, if it may be replaced. Raises CommandError."""
    wanted = slug(arguments.name)
    if not wanted:
        raise CommandError(f"“{arguments.name}” has no letters: give the vocabulary a name.", WRONG_USAGE)
    taken = next(
        (
            entry
            for entry in earmark.vocabularies.names()
            if entry.vocabulary_id and (entry.vocabulary_id == wanted or fold(entry.name) == fold(arguments.name))
        ),
        None,
    )
    if taken is None:
        return None
    if not arguments.replace:
        raise CommandError(
            f"There already is a vocabulary “{taken.name}”: replace it with --replace, or choose another name."
        )
    return earmark.vocabularies.load(taken.vocabulary_id)


def _check_names(arguments: Namespace, sounds: Sequence[LabelledSound]) -> None:
    """Raise VocabularyError before anything is listened to if the labels cannot be the names of tags."""
    labels = sorted({label for sound in sounds for label in sound.labels})
    draft = Vocabulary(slug(arguments.name), arguments.name, "", _tags(labels))
    parse_vocabulary(format_vocabulary(draft), source=arguments.place)


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


def _say_what_is_left_out(labelled: LabelledSet, heard: HeardFiles, few: dict[str, int]) -> None:
    for path, problem in heard.problems.items():
        say(f"left out: {path}: {problem}")
    if labelled.absent:
        say(f"left out: {count(labelled.absent, 'sound')} that {labelled.name} names and that is not there")
    if labelled.unlabelled:
        say(f"left out: {count(labelled.unlabelled, 'sound')} without a label")
    for label, number in few.items():
        say(f"left out: the label “{label}”, which has {count(number, 'sound')}: at least {_LEAST} are needed")


def _warn_of_few(per_label: Sequence[dict[str, Any]]) -> None:
    for each in per_label:
        if each["sounds"] < _FEW:
            say(f"warning: “{each['label']}” has only {count(each['sounds'], 'sound')}; {_FEW} or more teach it better")


def _train(
    arguments: Namespace, earmark: Earmark, sounds: Sequence[LabelledSound], heard: HeardFiles
) -> tuple[TrainedHead, Tried, Truth]:
    """The head; the words alone, as they do best; the labels of the sounds. Raises CommandError."""
    labels = tuple(sorted({label for sound in sounds for label in sound.labels}))
    truth = Truth(labels, np.array([[label in sound.labels for label in labels] for sound in sounds]))
    prompted = [tag for each in earmark.active_vocabularies() for tag in each.tags if tag.head is None]
    ways = templates(labels, prompted)
    embeddings = np.stack([heard.vectors[sound.path] for sound in sounds])
    reference = earmark.tagger.reference()
    evaluation = evaluate(embeddings, truth, ways, earmark.tagger.prompts, reference)
    texts = earmark.tagger.prompts([text for prompts in ways[-1].prompts for text in prompts])
    groups = group_sounds(embeddings, [sound.group for sound in sounds])
    try:
        check_groups(truth, groups)
        words = np.stack([np.mean([texts[text] for text in prompts], axis=0) for prompts in ways[-1].prompts])
        splits = tuple(sound.split for sound in sounds)
        with ProgressBar(quiet=arguments.json, unit="trainings") as bar:
            trained = train_head(
                Material(embeddings, truth, groups, splits, words, reference),
                earmark.spec.embedder_id,
                lambda done, total: bar.update(done, total, 0.0),
            )
    except HeadTrainingError as error:
        raise CommandError(str(error)) from error
    return trained, evaluation.tried[evaluation.best], truth


def _vocabulary(
    name: str, labels: Sequence[str], heads: Sequence[Head], description: str, before: Vocabulary | None
) -> Vocabulary:
    """The trained vocabulary; of one that it replaces, what a person made of tags of the same labels stays."""
    tags = []
    for tag, head in zip(_tags(labels), heads, strict=True):
        known = before.tag(tag.tag_id) if before is not None and before.trained_for else None
        tags.append(replace(known or tag, head=head))
    vocabulary_id = slug(name) if before is None else before.vocabulary_id
    return Vocabulary(vocabulary_id, name, description, tuple(tags))


def _keep(arguments: Namespace, vocabulary: Vocabulary) -> None:
    """Put the vocabulary among the person's own, by whoever holds the library."""
    with TemporaryDirectory(prefix="earmark-") as folder:
        file = Path(folder) / f"{vocabulary.vocabulary_id}.toml"
        file.write_text(format_vocabulary(vocabulary), encoding="utf-8")
        do_job(arguments, {"job": "import-vocabulary", "file": str(file), "replace": arguments.replace})


def _described(name: str, found: dict[str, Any]) -> str:
    """What the file says of itself."""
    (low, high), words = found["interval"], found["zero_shot"]["accuracy"]
    return (
        f"Trained with {count(found['sounds'], 'sound')} of {name}. Of sounds that it was not trained with, it put "
        f"{found['accuracy']:.1%} under the right label ({low:.1%} to {high:.1%}), and words alone {words:.1%}."
    )


def _lines(document: dict[str, Any]) -> Iterator[str]:
    (low, high), words = document["interval"], document["zero_shot"]
    least, most = words["interval"]
    yield (
        f"{document['set']}: {count(document['sounds'], 'sound')}, {count(len(document['per_label']), 'label')}; each "
        f"sound is judged by a head that was trained without it ({document['folds']} folds)"
    )
    yield f"{'right':>7} {'95 % interval':>16} {'mAP':>6}"
    yield _figures(document["accuracy"], low, high, document["mean_average_precision"], "the head")
    way = f"{words['template']}, {'as tags are scored' if words['as_tags'] else 'by the bare dot product'}"
    yield _figures(words["accuracy"], least, most, words["mean_average_precision"], f"words alone ({way}, the best)")
    yield _verdict(document)
    tags, rest = document["tags"], document["sounds_at_large_tagged"]
    yield (
        f"as tags: {_percent(tags['precision']['value'])} of those it puts on are right, which is "
        f"{_percent(tags['recall']['value'])} of those there should be; of sounds at large "
        f"{_percent(rest['value'])} get one"
    )
    yield ""
    yield f"{'sounds':>6} {'precision':>9} {'recall':>7} {'by words':>8}"
    for each in document["per_label"]:
        shares = [_percent(each[key]) for key in ("precision", "recall", "zero_shot_recall")]
        yield f"{each['sounds']:>6} {shares[0]:>9} {shares[1]:>7} {shares[2]:>8}  {each['label']}"
    yield ""
    yield f"the vocabulary {document['vocabulary']} is active: its tags are on the sounds of your library now"


def _figures(value: float, low: float, high: float, precision: float, what: str) -> str:
    return f"{value:>7.1%} {f'{low:.1%} to {high:.1%}':>16} {precision:>6.3f}  {what}"


def _verdict(document: dict[str, Any]) -> str:
    if document["probability_of_no_difference"] >= _CERTAIN:
        return "that may be chance: more sounds would tell"
    return f"the head is {'better' if document['gained'] > 0 else 'worse'} beyond chance"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"
