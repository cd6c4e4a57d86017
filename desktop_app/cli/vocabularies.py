"""`earmark vocabulary`: list, show, check, import and export."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from desktop_app.cli.output import OK, count, result
from desktop_app.cli.session import do_job, profile_of
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
    vocabulary = _files(arguments).load(Path(arguments.file))
    found = {"vocabulary": vocabulary.vocabulary_id, "tags": len(vocabulary.tags)}
    line = f"{arguments.file} is right: “{vocabulary.name}” with {count(len(vocabulary.tags), 'tag')}"
    result(arguments, found, [line])
    return OK


def vocabulary_import(arguments: Namespace) -> int:
    """Copy a person's file into the profile and tag by it."""
    file = str(Path(arguments.file).absolute())
    done = do_job(arguments, {"job": "import-vocabulary", "file": file, "replace": arguments.replace})
    result(arguments, done, [f"imported {done['vocabulary']} with {count(done['tags'], 'tag')}; it is active"])
    return OK


def vocabulary_export(arguments: Namespace) -> int:
    """Write a vocabulary to a file."""
    target = Path(arguments.to or ".").absolute()
    written = _files(arguments).export(arguments.name, target, replace=arguments.replace)
    result(arguments, {"vocabulary": arguments.name, "file": str(written)}, [f"wrote {written}"])
    return OK
