"""`earmark train-head`: labels of one's own become a vocabulary whose tags are what their sounds have in common."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cli.evaluation_lines import contradiction_lines
from desktop_app.cli.output import (
    OK,
    SOME_UNREADABLE,
    WRONG_USAGE,
    CommandError,
    ProgressBar,
    count,
    percent,
    result,
    say,
)
from desktop_app.cli.session import do_job, reading
from desktop_app.core.tag import Vocabulary, fold, slug
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.engine.evaluation.head_training import HeadTrainingError
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.labelled_sounds import LabelledSet, LabelsError, read_labelled
from desktop_app.library.vocabularies.vocabulary_files import VocabularyEntry
from desktop_app.training_run import (
    LEAST,
    TrainedLabels,
    Training,
    check_labels,
    train_labelled,
    vocabulary_of,
    with_enough,
)

_FEW: Final = 10
"""Sounds of a label: fewer are enough, and more are better."""
_MOST_NAMED: Final = 20
"""Sounds that are left out are named up to so many; `--json` has all of them."""
_CERTAIN: Final = 0.05
"""A difference less probable than this where there is none is called one."""


def train_vocabulary(arguments: Namespace) -> int:
    """Hear labelled sounds, train a line for each label, keep it as a vocabulary and print how right it is."""
    if not slug(arguments.name):
        raise CommandError(f"“{arguments.name}” has no letters: give the vocabulary a name.", WRONG_USAGE)
    try:
        labelled = read_labelled(Path(arguments.place).absolute())
        sounds, _ = with_enough(labelled.sounds)
        check_labels(arguments.name, sorted({label for sound in sounds for label in sound.labels}))
        with reading(arguments) as earmark:
            before = _taken(arguments, earmark)
            trained = _train(arguments, earmark, labelled)
    except LabelsError as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    except HeadTrainingError as error:
        raise CommandError(str(error)) from error
    found = trained.document
    for line in (*labelled.problems, *_left_out(found, labelled.name), *contradiction_lines(found), *_little(found)):
        say(line)
    vocabulary = vocabulary_of(arguments.name, trained, before)
    _keep(arguments, vocabulary)
    result(arguments, {"vocabulary": vocabulary.vocabulary_id, **found}, list(_lines(vocabulary.name, found)))
    return SOME_UNREADABLE if found["left_out"] else OK


def _taken(arguments: Namespace, earmark: Earmark) -> Vocabulary | None:
    """The vocabulary that has this name already, if it may be replaced: only what was trained can be trained again, and
    what somebody wrote is not. Raises CommandError.
    """
    wanted, name = slug(arguments.name), fold(arguments.name)
    for entry in earmark.vocabularies.names():
        if entry.problem is None and (entry.vocabulary_id == wanted or fold(entry.name) == name):
            if entry.trained_for and arguments.replace:
                return earmark.vocabularies.load(entry.vocabulary_id)
            raise CommandError(_refusal(entry))
    return None


def _refusal(entry: VocabularyEntry) -> str:
    there = f"There already is a vocabulary “{entry.name}”"
    if entry.trained_for:
        return f"{there}: replace it with --replace, or choose another name."
    if entry.shipped:
        return f"{there}, which comes with Earmark and is not replaced: choose another name."
    return f"{there}, which was written and not trained: choose another name, or move {entry.path} away first."


def _train(arguments: Namespace, earmark: Earmark, labelled: LabelledSet) -> TrainedLabels:
    with (
        KeptHearing(earmark.profile.kept_hearing) as kept,
        ProgressBar(quiet=arguments.json) as bar,
        ProgressBar(quiet=arguments.json, unit="trainings") as second,
    ):
        return train_labelled(
            labelled,
            earmark.listening,
            earmark.library,
            earmark.active_vocabularies(),
            Training(bar.update, lambda done, total: second.update(done, total, 0.0)),
            kept=kept,
        )


def _left_out(found: dict[str, Any], name: str) -> Iterator[str]:
    problems = found["left_out"]
    for path, problem in list(problems.items())[:_MOST_NAMED]:
        yield f"left out: {path}: {problem}"
    for number, why in (
        (len(problems) - _MOST_NAMED, "more, which --json names"),
        (found["absent"], f"that {name} names and that is not there"),
        (found["unlabelled"], "without a label"),
        (found["not_sounds"], "that is no sound by its name"),
    ):
        if number > 0:
            yield f"left out: {count(number, 'sound')} {why}"


def _little(found: dict[str, Any]) -> Iterator[str]:
    for label, number in found["labels_left_out"].items():
        yield f"left out: the label “{label}”, which has {count(number, 'sound')}: at least {LEAST} are needed"
    for each in found["per_label"]:
        if each["sounds"] < _FEW:
            yield f"warning: “{each['label']}” has only {count(each['sounds'], 'sound')}; with {_FEW} it is surer"


def _keep(arguments: Namespace, vocabulary: Vocabulary) -> None:
    """Put the vocabulary among the person's own, by whoever holds the library."""
    with TemporaryDirectory(prefix="earmark-") as folder:
        file = Path(folder) / "trained.toml"
        file.write_text(format_vocabulary(vocabulary), encoding="utf-8")
        do_job(arguments, {"job": "import-vocabulary", "file": str(file), "replace": arguments.replace})


def _lines(name: str, document: dict[str, Any]) -> Iterator[str]:
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
        f"as tags: {percent(tags['precision']['value'])} of those it puts on are right, which is "
        f"{percent(tags['recall']['value'])} of those there should be; of sounds at large "
        f"{percent(rest['value'])} get one"
    )
    yield ""
    yield f"{'sounds':>6} {'precision':>9} {'recall':>7} {'by words':>8}"
    for each in document["per_label"]:
        shares = [percent(each[key]) for key in ("precision", "recall", "zero_shot_recall")]
        yield f"{each['sounds']:>6} {shares[0]:>9} {shares[1]:>7} {shares[2]:>8}  {each['label']}"
    yield ""
    yield f"the vocabulary “{name}” is active: its tags are on the sounds of your library now"


def _figures(value: float, low: float, high: float, precision: float, what: str) -> str:
    return f"{value:>7.1%} {f'{low:.1%} to {high:.1%}':>16} {precision:>6.3f}  {what}"


def _verdict(document: dict[str, Any]) -> str:
    if document["probability_of_no_difference"] >= _CERTAIN:
        return "the difference may be chance: more sounds would tell"
    return f"the head is {'better' if document['gained'] > 0 else 'worse'} beyond chance"
