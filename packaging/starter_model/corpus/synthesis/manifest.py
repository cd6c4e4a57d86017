"""Write what the recipes and sentences say of themselves as manifests: `python -m corpus.synthesis.manifest`.

To be run whenever a recipe changes, together with a new version in its file under `sources/`, because decoded clips
are kept under the names of clips and the version.
"""

from corpus.clip import FOLDER
from corpus.synthesis.catalogue import RECIPES
from corpus.synthesis.recipe import rendered
from corpus.synthesis.speech import SPOKEN

_HEADER = "clip\tgroup\tcaptions\n"


def of_recipes() -> str:
    """The rows of all seeds of all recipes, sorted by clip, after the header; a recipe is a group."""
    rows = []
    for recipe in RECIPES.values():
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
    (FOLDER / "clips" / "synthesised.tsv").write_text(of_recipes(), encoding="utf-8")
    (FOLDER / "clips" / "espeak.tsv").write_text(of_speech(), encoding="utf-8")
