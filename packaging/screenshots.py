"""Draws the README's pictures into resources/pictures/, offscreen, from the demonstration sounds."""

import shutil
import sys
import tempfile
from pathlib import Path

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
            draw(PICTURES / "main-window-dark.png", full, "dark", search=SEARCH),
        ]
    return max(codes)


def draw(target: Path, folder: Path, theme: str, sounds: list[Path] | None = None, search: str = "") -> int:
    """Draw the window on the profile in `folder` as it looks in a theme; returns its exit code."""
    # Only here: the path to the program is set below.
    from desktop_app.gui.application import run_window
    from desktop_app.paths import Profile

    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    code = run_window(Profile.at(folder), sounds or [], screenshot=target, search=search)
    print(f"{target.relative_to(ROOT)}: {'drawn' if code == 0 else f'failed with code {code}'}")
    return code


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
