"""Draws the README's pictures into resources/pictures/, offscreen, from the demonstration sounds."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.gui.conversation import Conversation
    from desktop_app.gui.photographer import Scene

ROOT = Path(__file__).resolve().parent.parent
SOUNDS = ROOT / "resources" / "demo"
PICTURES = ROOT / "resources" / "pictures"
SEARCH = "birds singing outside"


def main() -> int:
    """Draw all pictures; 0 when each could be drawn."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="earmark-pictures-") as scratch:
        empty, full, sounds = (Path(scratch) / name for name in ("empty", "full", "Sounds"))
        shutil.copytree(SOUNDS, sounds, ignore=shutil.ignore_patterns("*.md"))
        codes = [
            draw(PICTURES / "first-run.png", empty, "dark"),
            draw(PICTURES / "main-window-light.png", full, "light", [sounds]),
            draw(PICTURES / "main-window-dark.png", full, "dark", search=SEARCH, scene=with_region),
            draw(PICTURES / "review.png", full, "dark", scene=review),
            draw(PICTURES / "vocabulary-editor.png", full, "dark", scene=vocabulary_editor),
            draw(PICTURES / "write-tags.png", full, "dark", scene=write_tags),
            draw(PICTURES / "rename.png", full, "dark", scene=rename),
            draw(PICTURES / "ucs.png", full, "dark", search=SEARCH, scene=cat_ids, vocabularies=["ucs"]),
        ]
    return max(codes)


@contextmanager
def with_region(conversation: "Conversation") -> "Iterator[QWidget]":
    """The best sound for the search in the player, with a part of it selected."""
    from desktop_app.gui.photographer import first_sound

    with first_sound(conversation) as window:
        conversation.window.player.set_region((0.6, 1.1))
        yield window


@contextmanager
def review(conversation: "Conversation") -> "Iterator[QWidget]":
    """A tag's sounds near its threshold."""
    conversation.tagging.reviewing.begin(("everyday", "stream"))
    yield conversation.window


@contextmanager
def vocabulary_editor(conversation: "Conversation") -> "Iterator[QWidget]":
    """A tag with other prompts than it was saved with, and what that would do."""
    from PySide6.QtWidgets import QPlainTextEdit

    vocabularies = conversation.tagging.vocabularies
    vocabularies.edit()
    vocabularies.editor.choose("everyday", "stream")
    prompts = next(text for text in vocabularies.editor.findChildren(QPlainTextEdit) if "stream" in text.toPlainText())
    prompts.setPlainText("rain\nrain falling\ngarden in the rain")
    vocabularies.editor.resize(1240, 820)  # whatever screen there is, or none
    yield vocabularies.editor
    vocabularies.editor.revert()


@contextmanager
def write_tags(conversation: "Conversation") -> "Iterator[QWidget]":
    """What would be written into the listed sounds' files."""
    from PySide6.QtWidgets import QApplication

    from desktop_app.gui.dialogs.write_tags import WriteTagsDialog

    conversation.writing.open()
    dialog = conversation.writing.dialog
    assert isinstance(dialog, WriteTagsDialog)
    dialog.form.scope.setCurrentIndex(dialog.form.scope.count() - 1)
    dialog.form.tags.setCurrentIndex(dialog.form.tags.count() - 1)
    while not dialog.write.isEnabled():
        QApplication.processEvents()
    yield dialog
    dialog.reject()


@contextmanager
def rename(conversation: "Conversation") -> "Iterator[QWidget]":
    """Which names the listed sounds would get."""
    from PySide6.QtWidgets import QApplication

    from desktop_app.gui.dialogs.rename_sounds import RenameSoundsDialog

    conversation.renaming.open()
    dialog = conversation.renaming.dialog
    assert isinstance(dialog, RenameSoundsDialog)
    dialog.form.scope.setCurrentIndex(dialog.form.scope.count() - 1)
    dialog.form.creator.setText("ME")
    dialog.form.source.setText("Earmark")
    while not dialog.rename.isEnabled():
        QApplication.processEvents()
    yield dialog
    dialog.reject()


@contextmanager
def cat_ids(conversation: "Conversation") -> "Iterator[QWidget]":
    """The CatIDs that are offered for the best sound for the search."""
    from PySide6.QtWidgets import QApplication

    from desktop_app.gui.panels.tags.cat_id_line import CatIdLine
    from desktop_app.gui.photographer import first_sound

    with first_sound(conversation) as window:
        line = conversation.window.findChild(CatIdLine)
        assert isinstance(line, CatIdLine)
        while not line.offers:
            QApplication.processEvents()
        yield window


def draw(
    target: Path,
    folder: Path,
    theme: str,
    sounds: "list[Path] | None" = None,
    search: str = "",
    scene: "Scene | None" = None,
    vocabularies: Sequence[str] = ("everyday", "music"),
) -> int:
    """Draw the window on the profile in `folder`, tagged by some vocabularies, in a theme; returns its exit code."""
    # Only here: the path to the program is set below.
    from desktop_app.gui.application import run_window
    from desktop_app.gui.photographer import first_sound
    from desktop_app.paths import Profile

    folder.mkdir(exist_ok=True)
    settings = f'theme = "{theme}"\nlanguage = "en"\nembedder_offer = false\nvocabularies = {list(vocabularies)}\n'
    (folder / "settings.toml").write_text(settings, encoding="utf-8")
    profile, shown = Profile.at(folder), scene or first_sound
    code = run_window(profile, sounds or [], screenshot=target, scene=shown, search=search)
    print(f"{target.relative_to(ROOT)}: {'drawn' if code == 0 else f'failed with code {code}'}")
    return code


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
