"""`earmark vocabulary`: list, show, check, import, use, remove and export."""

import tomllib
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from desktop_app.cli.output import OK, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import do_job, profile_of
from desktop_app.core.language import is_foreign
from desktop_app.core.tag import Vocabulary
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.library.vocabularies.vocabulary_files import VocabularyEntry, VocabularyFiles
from desktop_app.open_profile.active_vocabularies import training_note
from desktop_app.open_profile.embedder_list import spec_of
from desktop_app.paths import resources
from desktop_app.settings import load_settings

_TRAINED: Final = "trained with labelled sounds"


def _files(arguments: Namespace) -> VocabularyFiles:
    return VocabularyFiles(resources() / "vocabularies", profile_of(arguments).vocabularies)


def vocabulary_list(arguments: Namespace) -> int:
    """All vocabularies, and files in their folder that cannot be used."""
    active = load_settings(profile_of(arguments).settings_file).vocabularies
    names = _files(arguments).names()
    serving = _serving(arguments, names)
    entries = [
        {
            "id": entry.vocabulary_id,
            "name": entry.name,
            "description": entry.description,
            "tags": entry.tag_count,
            "shipped": entry.shipped,
            "active": _is_active(entry, active),
            "path": str(entry.path),
            "problem": entry.problem,
            "trained_for": entry.trained_for,
            "note": training_note(entry.trained_for, serving),
        }
        for entry in names
    ]
    lines = [f"{'*' if each['active'] else ' '} {_listed(each)}" for each in entries]
    result(arguments, {"vocabularies": entries}, [*lines, "* active"])
    return OK


def _is_active(entry: VocabularyEntry, active: Sequence[str]) -> bool:
    """Whether sounds are tagged by it, or would be if it could be read: a file that cannot be used is known by its name
    alone.
    """
    if entry.problem is not None:
        return not {entry.path.name, entry.path.stem}.isdisjoint(active)
    return entry.vocabulary_id in active


def _listed(entry: dict[str, Any]) -> str:
    if entry["problem"]:
        return f"{entry['name']:<16}   not used  {entry['problem']} It is {entry['path']}"
    return f"{entry['id']:<16} {entry['tags']:>5} tags  {entry['note'] or entry['description']}"


def vocabulary_show(arguments: Namespace) -> int:
    """The tags of one vocabulary."""
    vocabulary = _files(arguments).load(arguments.name)
    lines = [f"{vocabulary.name}: {vocabulary.description}"]
    note = training_note(vocabulary.trained_for, _serving(arguments, [vocabulary]))
    lines += [note] if note else []
    lines += [f"  {tag.name}: {', '.join(tag.prompts) if tag.head is None else _TRAINED}" for tag in vocabulary.tags]
    result(arguments, {**asdict(vocabulary), "trained_for": vocabulary.trained_for, "note": note}, lines)
    return OK


def _serving(arguments: Namespace, listed: Sequence[Vocabulary | VocabularyEntry]) -> str | None:
    """The id of the embedder that serves, where that matters; None where it does not, or cannot be known."""
    if not any(each.trained_for for each in listed):
        return None
    profile = profile_of(arguments)
    settings = load_settings(profile.settings_file)
    try:
        return spec_of(settings.embedder, profile, settings).embedder_id
    except EmbedderError:
        return None


def vocabulary_check(arguments: Namespace) -> int:
    """Say whether a file is right; what is wrong in it is an error with its line."""
    path = _existing(arguments.file)
    vocabulary = _files(arguments).load(path)
    for warning in _warnings(path, vocabulary):
        say(f"{arguments.file}: {warning}")
    found = {"vocabulary": vocabulary.vocabulary_id, "tags": len(vocabulary.tags)}
    line = f"{arguments.file} is right: “{vocabulary.name}” with {count(len(vocabulary.tags), 'tag')}"
    if not vocabulary.tags:
        line = f"{arguments.file} can be read, but “{vocabulary.name}” has no tags, so nothing will be tagged by it"
    result(arguments, found, [line])
    return OK


def vocabulary_import(arguments: Namespace) -> int:
    """Copy a person's file into the profile and tag by it."""
    path = _existing(arguments.file)
    if not arguments.replace:
        _refuse_taken_id(_files(arguments), path)
    done = do_job(arguments, {"job": "import-vocabulary", "file": str(path), "replace": arguments.replace})
    result(arguments, done, [f"imported {done['vocabulary']} with {count(done['tags'], 'tag')}; it is active"])
    return OK


def vocabulary_use(arguments: Namespace) -> int:
    """Tag by these vocabularies, and by no others."""
    done = do_job(arguments, {"job": "use-vocabularies", "names": arguments.names})
    result(arguments, done, [_active_line(done["active"])])
    return OK


def vocabulary_remove(arguments: Namespace) -> int:
    """Tag by a vocabulary no longer; a file of the person's own is kept under another name."""
    done = do_job(arguments, {"job": "remove-vocabulary", "name": arguments.name})
    name, kept = done["vocabulary"], done["kept_as"]
    lines = [f"removed {name}; its file is kept as {kept}"] if kept else []
    if name in done["active"]:
        lines.append(f"the {name} that comes with Earmark takes its place again")
    elif not kept:
        lines.append(f"{name} is switched off" if done["was_active"] else f"{name} was not active")
    result(arguments, done, [*lines, _active_line(done["active"])])
    return OK


def _active_line(active: Sequence[str]) -> str:
    if not active:
        return "no vocabulary is active now: sounds get no tags until you use one"
    return f"sounds are tagged by {', '.join(active)} now"


def vocabulary_export(arguments: Namespace) -> int:
    """Write a vocabulary to a file."""
    target = Path(arguments.to or ".").absolute()
    written = _files(arguments).export(arguments.name, target, replace=arguments.replace)
    result(arguments, {"vocabulary": arguments.name, "file": str(written)}, [f"wrote {written}"])
    return OK


def _existing(given: str) -> Path:
    path = Path(given).absolute()
    if not path.exists():
        raise CommandError(f"{path} does not exist: name a vocabulary file (.toml).", WRONG_USAGE)
    return path


def _warnings(path: Path, vocabulary: Vocabulary) -> Iterator[str]:
    """What is not wrong in a good vocabulary file, but hardly meant."""
    if "format" not in tomllib.loads(path.read_text(encoding="utf-8-sig")):
        yield "it does not say “format = 1”; add that line at the top, so that later versions know how to read it."
    for tag in vocabulary.tags:
        for prompt in filter(is_foreign, (*tag.prompts, *tag.counter_prompts) if tag.head is None else ()):
            yield f"the network understands English, and the prompt “{prompt}” of “{tag.name}” does not look like it."


def _refuse_taken_id(files: VocabularyFiles, path: Path) -> None:
    """Say with the command's own words what else `import_file` would refuse."""
    vocabulary_id = files.load(path).vocabulary_id
    if any(entry.vocabulary_id == vocabulary_id for entry in files.names()):
        raise CommandError(
            f"There already is a vocabulary with the id “{vocabulary_id}”: replace it with --replace, or change the id "
            f"in {path.name}."
        )
