"""Which embedders a person can choose from, and where each lies: the bundled one, known downloads, and folders of
one's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.embedders.model_files import KNOWN, clap_spec
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.paths import Profile, resources
from desktop_app.settings import Settings

STARTER = "starter"
STARTER_TITLE = "Bundled with Earmark; small, quick, everyday sounds"
OWN_TITLE = "Your own checkpoint"
FAST = ":fast"
"""At the end of a name: the same checkpoint, computed less exactly where that is quicker on this machine."""
FAST_TITLE = "The same, up to half as quick again: less exact arithmetic, where this machine gains by it"


@dataclass(frozen=True, slots=True)
class EmbedderChoice:
    """One line of `earmark embedder list`."""

    name: str
    title: str
    folder: Path
    installed: bool
    download_bytes: int | None
    """What a download takes, for known checkpoints; None for others."""


def starter_folder() -> Path:
    """Where the bundled embedder lies."""
    return resources() / "model" / "starter"


def embedder_choices(profile: Profile, settings: Settings) -> Iterator[EmbedderChoice]:
    """All embedders, installed or to be had."""
    yield EmbedderChoice(STARTER, STARTER_TITLE, starter_folder(), True, None)
    known = {name: (checkpoint.title, profile.embedders / name, checkpoint.size) for name, checkpoint in KNOWN.items()}
    own = {name: (OWN_TITLE, folder, None) for name, folder in settings.own_embedder_folders.items()}
    for name, (title, folder, size) in {**known, **own}.items():
        installed = _complete(folder)
        yield EmbedderChoice(name, title, folder, installed, size)
        if installed:
            yield EmbedderChoice(f"{name}{FAST}", FAST_TITLE, folder, installed, size)


def spec_of(name: str, profile: Profile, settings: Settings) -> EmbedderSpec:
    """What is needed to load an embedder by name. Raises EmbedderError with a sentence when it is unknown or not
    there.
    """
    if name == STARTER:
        return starter_spec(starter_folder())
    choice = next((c for c in embedder_choices(profile, settings) if c.name == name), None)
    if choice is None:
        names = ", ".join(c.name for c in embedder_choices(profile, settings))
        raise EmbedderError(f"There is no embedder called “{name}”. Choose one of: {names}.")
    if not choice.installed and choice.download_bytes is None:
        raise EmbedderError(
            f"{choice.folder}, where the embedder “{name}” was, has none: bring it back, or choose another one with: "
            f"earmark embedder use {STARTER}"
        )
    if not choice.installed:
        raise EmbedderError(f"{name} is not on this computer yet. Get it with: earmark embedder download {name}")
    return clap_spec(
        name,
        choice.folder,
        recorded=profile.data / "embedder_digests.json",
        precision="fast" if name.endswith(FAST) else "exact",
        towers=profile.cache_file.parent / "towers",
        device="cpu" if settings.device == "cpu" else "auto",
    )


def _complete(folder: Path) -> bool:
    return (folder / "config.json").is_file() and (folder / "model.safetensors").is_file()
