"""`earmark evaluate`: how right the embedder is about sounds of one's own whose labels are known."""

import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.app import Earmark
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, ProgressBar, count, result, say
from desktop_app.cli.session import reading
from desktop_app.core.evaluation import Truth
from desktop_app.engine.evaluating import evaluate, templates
from desktop_app.engine.evaluation_document import evaluation_document, robustness_document
from desktop_app.engine.evaluation_page import evaluation_page
from desktop_app.engine.heard_files import HeardFiles, hear_files
from desktop_app.engine.robustness import LONGEST, try_worsened
from desktop_app.library.durable import write_whole
from desktop_app.library.labelled_sounds import LabelledSet, LabelledSound, LabelsError, read_labelled

_PAIRS_SHOWN: Final = 10
_CERTAIN: Final = 0.05
"""A difference less probable than this where there is none is called one."""


def evaluate_labelled(arguments: Namespace) -> int:
    """Hear the sounds of a labelled set and print how often the right label comes first."""
    page = None if arguments.html is None else _new_file(arguments)
    try:
        labelled = read_labelled(Path(arguments.place).absolute())
    except LabelsError as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    with reading(arguments) as earmark:
        heard = _hear(arguments, earmark, labelled)
        _say_what_is_left_out(labelled, heard)
        sounds = [sound for sound in labelled.sounds if sound.path in heard.vectors]
        if len({label for sound in sounds for label in sound.labels}) < 2:
            raise CommandError("Too few of these sounds can be heard to compare two labels.")
        found = _evaluate(arguments, earmark, sounds, heard)
        about = {"set": labelled.name, "kind": labelled.kind, "embedder": earmark.spec.embedder_id}
    left_out = {str(path): problem for path, problem in heard.problems.items()}
    document = {**about, **found, "left_out": left_out, "absent": labelled.absent, "unlabelled": labelled.unlabelled}
    if page is not None:
        write_whole(page, evaluation_page(document).encode("utf-8"))
        say(f"wrote {page}")
    result(arguments, document, list(_lines(document)))
    return SOME_UNREADABLE if heard.problems else OK


def _say_what_is_left_out(labelled: LabelledSet, heard: HeardFiles) -> None:
    for path, problem in heard.problems.items():
        say(f"left out: {path}: {problem}")
    if labelled.absent:
        say(f"left out: {count(labelled.absent, 'sound')} that {labelled.name} names and that is not there")
    if labelled.unlabelled:
        say(f"left out: {count(labelled.unlabelled, 'sound')} without a label")


def _new_file(arguments: Namespace) -> Path:
    """Where the page is to be written; looked at before anything is listened to."""
    page = Path(arguments.html).absolute()
    if page.suffix.lower() not in (".html", ".htm"):
        raise CommandError(f"{page.name} is no name for a page: end it in .html.", WRONG_USAGE)
    if not page.parent.is_dir():
        raise CommandError(f"{page.parent} does not exist: make the folder, or choose another.", WRONG_USAGE)
    if page.exists() and not arguments.replace:
        raise CommandError(f"{page} exists already: replace it with --replace, or choose another name.")
    return page


def _hear(arguments: Namespace, earmark: Earmark, labelled: LabelledSet) -> HeardFiles:
    paths = [sound.path for sound in labelled.sounds]
    with ProgressBar(quiet=arguments.json) as bar:
        return hear_files(paths, earmark.library, earmark.worker, earmark.spec.embedder_id, bar.update)


def _evaluate(
    arguments: Namespace, earmark: Earmark, sounds: Sequence[LabelledSound], heard: HeardFiles
) -> dict[str, Any]:
    labels = tuple(sorted({label for sound in sounds for label in sound.labels}))
    truth = Truth(labels, np.array([[label in sound.labels for label in labels] for sound in sounds]))
    ways = templates(labels, [tag for vocabulary in earmark.active_vocabularies() for tag in vocabulary.tags])
    embeddings = np.stack([heard.vectors[sound.path] for sound in sounds])
    texts, reference = earmark.tagger.prompts, earmark.tagger.reference()
    paths = [sound.path for sound in sounds]
    evaluation = evaluate(embeddings, truth, ways, texts, reference)
    document = evaluation_document(evaluation, paths)
    if arguments.robustness:
        with ProgressBar(quiet=arguments.json, unit="sounds made worse") as bar:
            began = time.monotonic()
            worse = try_worsened(
                paths,
                truth,
                earmark.worker,
                evaluation.tried[evaluation.best].score,
                lambda done, total: bar.update(done, total, done / max(time.monotonic() - began, 1e-9)),
            )
        document["robustness"] = robustness_document(worse)
    return document


def _lines(document: dict[str, Any]) -> Iterator[str]:
    low, high = document["interval"]
    yield f"{document['set']}: {count(document['sounds'], 'sound')}, {count(document['labels'], 'label')}"
    yield (
        f"right label first: {document['accuracy']:.1%} ({low:.1%} to {high:.1%} with 95 % confidence), "
        f"mean average precision {document['mean_average_precision']:.3f}"
    )
    yield f"(guessing: {document['guessing']:.1%}; this is the best of the ways below, on these same sounds)"
    yield ""
    yield from _template_lines(document)
    yield ""
    yield from _label_lines(document["per_label"])
    if pairs := document["confusion"]["pairs"]:
        yield ""
        yield "most often taken for another"
        for pair in pairs[:_PAIRS_SHOWN]:
            yield f"{pair['sounds']:>6}  {pair['label']} for {pair['taken_for']} (“{pair['prompt']}”)"
    yield ""
    for side, what in (("text_to_sound", "a label finds its sounds"), ("sound_to_text", "a sound finds its label")):
        found = document["retrieval"][side]
        shares = ", ".join(f"{found[f'recall_at_{k}']:.1%} among the first {k}" for k in (1, 5, 10))
        yield f"{what}: {shares}; mAP@10 {found['map_at_10']:.3f}"
    if "robustness" in document:
        yield ""
        yield from _robustness_lines(document["robustness"])


def _template_lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"{'right':>7} {'mAP':>6}  the label as"
    for each in document["templates"]:
        best = each["template"] == document["template"] and each["as_tags"] == document["as_tags"]
        worse = each["probability_of_no_difference"] < _CERTAIN
        scored = "as tags are scored" if each["as_tags"] else "by the bare dot product"
        note = "  (best)" if best else "  (worse beyond chance)" if worse else ""
        figures = f"{each['accuracy']:>7.1%} {each['mean_average_precision']:>6.3f}"
        yield f"{figures}  {each['template']}, {scored}{note}"


def _robustness_lines(kinds: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"{'right':>7} {'lost':>7}  the sounds made worse (all cut to {LONGEST:g} s and resampled first)"
    for each in kinds:
        note = "  (beyond chance)" if each["probability_of_no_difference"] < _CERTAIN else ""
        yield f"{each['accuracy']:>7.1%} {each['lost']:>7.1%}  {each['kind']}{note}"


def _label_lines(per_label: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"{'sounds':>6} {'precision':>9} {'recall':>7} {'AP':>6}"
    for each in per_label:
        precision, recall, average = (each[key] for key in ("precision", "recall", "average_precision"))
        shown = (
            f"{value:{form}}" if value is not None else "-" for value, form in ((precision, ".0%"), (recall, ".0%"))
        )
        first, second = shown
        yield f"{each['sounds']:>6} {first:>9} {second:>7} {_decimals(average):>6}  {each['label']}"


def _decimals(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
