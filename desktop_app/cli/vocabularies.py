"""`earmark vocabulary`: list, show, check, import and export."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from desktop_app.cli.output import FAILED, OK, CommandError, result
from desktop_app.cli.session import do_job, profile_of
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.library.vocabulary_files import VocabularyFiles
from desktop_app.paths import resources
from desktop_app.settings import load_settings


def _files(arguments: Namespace) -> VocabularyFiles:
    return VocabularyFiles(resources() / "vocabularies", profile_of(arguments).vocabularies)


def vocabulary_list(arguments: Namespace) -> int:
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
    vocabulary = _files(arguments).load(arguments.name)
    lines = [f"{vocabulary.name}: {vocabulary.description}"]
    lines += [f"  {tag.name}: {', '.join(tag.prompts)}" for tag in vocabulary.tags]
    result(arguments, asdict(vocabulary), lines)
    return OK


def vocabulary_check(arguments: Namespace) -> int:
    file = Path(arguments.file)
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise CommandError(f"{file} is not a text file in UTF-8: save it as UTF-8 and try again.", FAILED) from None
    vocabulary = parse_vocabulary(text, source=str(file))
    found = {"vocabulary": vocabulary.vocabulary_id, "tags": len(vocabulary.tags)}
    result(arguments, found, [f"{file} is right: “{vocabulary.name}” with {len(vocabulary.tags)} tags"])
    return OK


def vocabulary_import(arguments: Namespace) -> int:
    done = do_job(arguments, {"job": "import-vocabulary", "file": str(Path(arguments.file).absolute())})
    result(arguments, done, [f"imported {done['vocabulary']} with {done['tags']} tags; it is active"])
    return OK


def vocabulary_export(arguments: Namespace) -> int:
    target = Path(arguments.to or f"{arguments.name}.toml").absolute()
    _files(arguments).export(arguments.name, target)
    result(arguments, {"vocabulary": arguments.name, "file": str(target)}, [f"wrote {target}"])
    return OK
