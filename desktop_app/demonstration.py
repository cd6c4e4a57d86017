"""Sounds that come with Earmark, to try it on."""

import shutil
from pathlib import Path

from desktop_app.paths import Profile, resources


def demonstration_folder(profile: Profile) -> Path:
    """A copy of the demonstration sounds in the profile: a library must not lie inside the program's own files."""
    target = profile.data / "Demonstration sounds"
    if not target.is_dir():
        draft = target.with_name(f".{target.name}")
        shutil.copytree(resources() / "demo", draft, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
        draft.rename(target)
    return target
