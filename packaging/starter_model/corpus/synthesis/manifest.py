"""Write what the recipes and sentences say of themselves as manifests: `python -m corpus.synthesis.manifest`.

To be run whenever a recipe changes, together with a new version in its file under `sources/`, because decoded clips
are kept under the names of clips and the version.
"""

from collections.abc import Iterable

from corpus.clip import FOLDER
from corpus.synthesis.catalogue import SOURCES
from corpus.synthesis.recipe import Recipe, rendered
from corpus.synthesis.speech import SPOKEN

_HEADER = "clip\tgroup\tcaptions\n"


def of_recipes(recipes: Iterable[Recipe]) -> str:
    """The rows of all seeds of the recipes, sorted by clip, after the header; a recipe is a group."""
    rows = []
    for recipe in recipes:
        for seed in range(recipe.seeds):
            _, captions = rendered(recipe, seed)
            rows.append(f"{recipe.name}-{seed}\t{recipe.name.replace('_', ' ')}\t{'|'.join(captions)}\n")
    return _HEADER + "".join(sorted(rows))


def of_speech() -> str:
    """The rows of all sentences likewise; takes of one manner are a group."""
    rows = []
    for clip in SPOKEN.values():
        rows.append(f"espeak-{clip.name}\t{clip.captions[0]}\t{'|'.join(clip.captions)}\n")
    return _HEADER + "".join(sorted(rows))


if __name__ == "__main__":
    for name, recipes in SOURCES.items():
        (FOLDER / "clips" / f"{name}.tsv").write_text(of_recipes(recipes), encoding="utf-8")
    (FOLDER / "clips" / "espeak.tsv").write_text(of_speech(), encoding="utf-8")
