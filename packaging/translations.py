"""Brings resources/translations/ up to date with the program: gathers its sentences into the .ts files and makes .qm
files of those. `--check` changes nothing and fails when that would.
"""

import argparse
import filecmp
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from reasons import patterns_of
from sentences import for_lupdate, sentences_of

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de", "fr")
PLURALS_ONLY = ("en",)
"""The program speaks these by itself and needs only their plurals."""
CATALOGUE = "reasons.txt"
"""By this the program knows its own sentences again."""


def main(arguments: list[str] | None = None) -> int:
    """0 when everything is translated and, with `--check`, was before this started."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is not up to date")
    options = parser.parse_args(arguments)
    if not options.check:
        problems = update(TRANSLATIONS)
    else:
        with tempfile.TemporaryDirectory(prefix="earmark-translations-") as scratch:
            fresh = Path(scratch) / "translations"
            shutil.copytree(TRANSLATIONS, fresh)
            problems = update(fresh) + differences(TRANSLATIONS, fresh)
    print("\n".join(problems) or "Every sentence is translated.")
    return 1 if problems else 0


def update(folder: Path) -> list[str]:
    """Gather and compile in this folder; returns what is not translated yet."""
    problems = []
    (folder / CATALOGUE).write_text("\n".join(patterns_of(ROOT)) + "\n", encoding="utf-8", newline="\n")
    with tempfile.TemporaryDirectory(prefix="earmark-sentences-") as scratch:
        sentences = Path(scratch) / "sentences.py"
        sentences.write_text(for_lupdate(sentences_of(ROOT)), encoding="utf-8")
        for language in LANGUAGES:
            text, compiled = folder / f"earmark_{language}.ts", folder / f"earmark_{language}.qm"
            how = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
            how += ["-pluralonly"] if language in PLURALS_ONLY else []
            run("pyside6-lupdate", *how, str(sentences), "-ts", str(text))
            run("pyside6-lrelease", "-silent", str(text), "-qm", str(compiled))
            problems += [f"{text.name}: not translated: {source}" for source in unfinished(text)]
    return problems


def unfinished(file: Path) -> list[str]:
    """The sentences in a .ts file that nobody has translated, or looked at since they changed."""
    messages = ElementTree.parse(file).iter("message")
    return [str(m.findtext("source")) for m in messages if m.find("translation[@type='unfinished']") is not None]


def differences(kept: Path, fresh: Path) -> list[str]:
    """What `poe translations` would change."""
    names = [CATALOGUE, *(f"earmark_{language}.{kind}" for language in LANGUAGES for kind in ("ts", "qm"))]
    _same, changed, missing = filecmp.cmpfiles(kept, fresh, names, shallow=False)
    return [f"{name} is not up to date: run `poe translations`" for name in changed + missing]


def run(tool: str, *arguments: str) -> None:
    """Run one of the tools that come with PySide6; what it says is shown only when it fails."""
    program = shutil.which(tool, path=sysconfig.get_path("scripts")) or tool
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
