"""`earmark vocabulary`: list, show, check, import and export."""

import tomllib
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from desktop_app.cli.output import OK, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import do_job, profile_of
from desktop_app.core.language import is_foreign
from desktop_app.core.vocabulary import Vocabulary
from desktop_app.library.vocabulary_files import VocabularyFiles
from desktop_app.paths import resources
from desktop_app.settings import load_settings


def _files(arguments: Namespace) -> VocabularyFiles:
    return VocabularyFiles(resources() / "vocabularies", profile_of(arguments).vocabularies)


def vocabulary_list(arguments: Namespace) -> int:
    """All vocabularies, and files in their folder that cannot be used."""
    active = load_settings(profile_of(arguments).settings_file).vocabularies
    entries = [
        {
            "id": entry.vocabulary_id,
            "name": entry.name,
            "description": entry.description,
            "tags": entry.tag_count,
            "shipped": entry.shipped,
            "active": entry.vocabulary_id in active,
            "path": str(entry.path),
            "problem": entry.problem,
        }
        for entry in _files(arguments).names()
    ]
    lines = [
        f"{'*' if e['active'] else ' '} {e['id']:<16} {e['tags']:>5} tags  {e['problem'] or e['description']}"
        for e in entries
    ]
    result(arguments, {"vocabularies": entries}, [*lines, "* active"])
    return OK


def vocabulary_show(arguments: Namespace) -> int:
    """The tags of one vocabulary."""
    vocabulary = _files(arguments).load(arguments.name)
    lines = [f"{vocabulary.name}: {vocabulary.description}"]
    lines += [f"  {tag.name}: {', '.join(tag.prompts)}" for tag in vocabulary.tags]
    result(arguments, asdict(vocabulary), lines)
    return OK


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
        for prompt in filter(is_foreign, (*tag.prompts, *tag.counter_prompts)):
            yield f"the network understands English, and the prompt “{prompt}” of “{tag.name}” does not look like it."


def _refuse_taken_id(files: VocabularyFiles, path: Path) -> None:
    """Say with the command's own words what else `import_file` would refuse."""
    vocabulary_id = files.load(path).vocabulary_id
    if any(entry.vocabulary_id == vocabulary_id for entry in files.names()):
        raise CommandError(
            f"There already is a vocabulary with the id “{vocabulary_id}”: replace it with --replace, or change the id "
            f"in {path.name}."
        )
