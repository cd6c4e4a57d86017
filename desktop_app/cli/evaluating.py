"""`earmark evaluate`: how right the embedder is about sounds of one's own whose labels are known, and how right the
tags are about sounds of the library that somebody judged.
"""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cli.evaluation_lines import contradiction_lines, lines_of, verdict_lines
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, ProgressBar, count, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import vocabularies_of
from desktop_app.engine.evaluation.evaluation_page import evaluation_page
from desktop_app.engine.evaluation.file_crew import never
from desktop_app.engine.evaluation.noisiest import Noisiest, noisiest
from desktop_app.engine.evaluation.published_comparison import published_document
from desktop_app.engine.evaluation.verdict_document import verdict_document
from desktop_app.engine.evaluation.verdict_evaluation import NoVerdictsError, evaluate_verdicts
from desktop_app.engine.evaluation.verdict_page import verdict_page
from desktop_app.evaluation_run import TooFewHeardError, Watch, evaluate_labelled, with_worse_sounds
from desktop_app.library.databases.durable import write_whole
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.labelled_sounds import LabelledSet, LabelsError, read_labelled

_NO_PAUSE: Final = "noise is measured in pauses of a third of a second, in which it is heard alone"
_MOST_NAMED: Final = 20
"""Sounds that are left out are named up to so many; `--json` has all of them."""


def evaluate(arguments: Namespace) -> int:
    """Print how often the right label comes first, or how often tags agree with verdicts."""
    _check(arguments)
    page = None if arguments.html is None else _new_file(arguments)
    return _evaluate_verdicts(arguments, page) if arguments.verdicts else _evaluate_labelled(arguments, page)


def _check(arguments: Namespace) -> None:
    if arguments.verdicts == bool(arguments.place):
        raise CommandError("Name a folder or a .csv file, or say --verdicts: one of the two.", WRONG_USAGE)
    others = (arguments.robustness, arguments.noisiest, arguments.published)
    if arguments.verdicts and any(others):
        raise CommandError("--robustness, --noisiest and --published are for labelled sounds.", WRONG_USAGE)
    if arguments.vocabulary and not arguments.verdicts:
        raise CommandError("--vocabulary is for --verdicts.", WRONG_USAGE)


def _evaluate_labelled(arguments: Namespace, page: Path | None) -> int:
    try:
        labelled = read_labelled(Path(arguments.place).absolute())
        with reading(arguments) as earmark, KeptHearing(earmark.profile.kept_hearing) as kept:
            document = _labelled_document(arguments, earmark, labelled, kept)
    except TooFewHeardError as error:
        raise CommandError(str(error)) from error
    except LabelsError as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    _say_what_is_left_out(labelled, document["left_out"])
    for line in contradiction_lines(document):
        say(line)
    _write(page, evaluation_page, document)
    result(arguments, document, list(lines_of(document)))
    return SOME_UNREADABLE if document["left_out"] or labelled.missing else OK


def _labelled_document(
    arguments: Namespace, earmark: Earmark, labelled: LabelledSet, kept: KeptHearing
) -> dict[str, Any]:
    listening = earmark.listening
    chosen = labelled
    picked = None
    if arguments.noisiest is not None:
        picked = _noisiest(arguments, earmark, labelled, kept)
        by_path = {sound.path: sound for sound in labelled.sounds}
        chosen = replace(labelled, sounds=tuple(by_path[path] for path in picked.paths))
    with ProgressBar(quiet=arguments.json) as bar:
        found = evaluate_labelled(
            chosen,
            listening,
            earmark.library,
            earmark.active_vocabularies(),
            Watch(bar.update, never),
            kept=kept,
            among=() if picked is None else labelled.labels,
        )
    document = dict(found.document)
    if picked is not None:
        document["noisiest"] = picked.document
        document["left_out"] |= {str(path): problem for path, problem in picked.problems.items()}
    if arguments.published is not None:
        evaluation, spec = found.evaluation, listening.spec
        document["published"] = published_document(evaluation, found.paths, labelled, spec, arguments.published)
    if arguments.robustness:
        with ProgressBar(quiet=arguments.json, unit="sounds made worse") as bar:
            worse = with_worse_sounds(found, Watch(bar.update, never), kept=kept)
        document["robustness"] = worse.document["robustness"]
    return document


def _noisiest(arguments: Namespace, earmark: Earmark, labelled: LabelledSet, kept: KeptHearing) -> Noisiest:
    paths = [sound.path for sound in labelled.sounds]
    with ProgressBar(quiet=arguments.json, unit="sounds measured") as bar:
        found = noisiest(paths, arguments.noisiest, earmark.library, earmark.worker, bar.update, kept=kept)
    if found.untold:
        say(f"of {count(found.untold, 'sound')} it cannot be told: {_NO_PAUSE}")
    if not found.paths:
        raise CommandError(
            f"Of none of these sounds it can be told how noisy it is: leave --noisiest out ({_NO_PAUSE})."
        )
    return found


def _evaluate_verdicts(arguments: Namespace, page: Path | None) -> int:
    with reading(arguments) as earmark:
        vocabularies = vocabularies_of(earmark, arguments.vocabulary)
        try:
            found = evaluate_verdicts(earmark.library, earmark.embedded.snapshot(), earmark.tagger, vocabularies)
        except NoVerdictsError as error:
            raise CommandError(str(error)) from error
        document = {
            "set": "your decisions",
            "vocabulary": ", ".join(vocabulary.vocabulary_id for vocabulary in vocabularies),
            "embedder": earmark.spec.embedder_id,
            **verdict_document(found),
        }
    if found.unheard:
        say(f"left out: {count(found.unheard, 'decision')} on sounds that the library does not have or has not heard")
    _write(page, verdict_page, document)
    result(arguments, document, list(verdict_lines(document)))
    return OK


def _write(page: Path | None, draw: Callable[[dict[str, Any]], str], document: dict[str, Any]) -> None:
    if page is not None:
        write_whole(page, draw(document).encode("utf-8"))
        say(f"wrote {page}")


def _say_what_is_left_out(labelled: LabelledSet, problems: dict[str, str]) -> None:
    absent = dict.fromkeys(map(str, labelled.missing), f"{labelled.name} names it, and it is not there.")
    lines: Sequence[str] = [f"left out: {path}: {problem}" for path, problem in (problems | absent).items()]
    for line in lines[:_MOST_NAMED]:
        say(line)
    if len(lines) > _MOST_NAMED:
        say(f"left out: {len(lines) - _MOST_NAMED:,} more, which --json names")
    for problem in labelled.problems:
        say(problem)
    for number, why in (
        (labelled.unlabelled, "without a label"),
        (labelled.not_sounds, "that is no sound by its name"),
    ):
        if number:
            say(f"left out: {count(number, 'sound')} {why}")


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
