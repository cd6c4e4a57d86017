"""Replacing one vocabulary file, or putting it out of use, so that nothing that somebody wrote is ever lost."""

import os
from pathlib import Path

import desktop_app.library.databases.durable as durable
from desktop_app.core.tag import VocabularyError


def write_whole(target: Path, text: str) -> None:
    """`durable.write_whole` for a vocabulary. Raises VocabularyError."""
    try:
        durable.write_whole(target, text.encode())
    except OSError as problem:
        cause = reason_of(problem)
        reason = f"this file cannot be saved in {target.parent} ({cause}): check the space and who may write there."
        raise VocabularyError(target.name, None, reason) from None


def put_aside(path: Path) -> Path:
    """Take a file out of use; it is kept beside its place as `NAME.deleted`, whose path is returned.

    Another text that was put aside under that name before stays: the new one gets a number. Raises VocabularyError.
    """
    try:
        text = path.read_bytes()
        number, kept = 1, path.with_name(f"{path.name}.deleted")
        while os.path.lexists(kept) and not (kept.is_file() and kept.read_bytes() == text):
            number += 1
            kept = path.with_name(f"{path.name}.deleted-{number}")
        durable.put_in_place(path, kept)
    except OSError as problem:
        reason = f"this file cannot be removed ({reason_of(problem)}): check who may write there."
        raise VocabularyError(path.name, None, reason) from None
    return kept


def reason_of(problem: OSError | ValueError) -> str:
    """What the system says of a problem, in a few words."""
    return (problem.strerror if isinstance(problem, OSError) else None) or type(problem).__name__
