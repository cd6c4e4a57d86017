"""Write what each recipe says of its sounds as a manifest: `python -m corpus.synthesis.manifest`.

To be run whenever a recipe changes, together with a new version in `sources/synthesised.toml`, because decoded clips
are kept under the names of clips and the version.
"""

from corpus.clip import FOLDER
from corpus.synthesis.catalogue import RECIPES
from corpus.synthesis.recipe import rendered


def manifest() -> str:
    """The rows of all seeds of all recipes, sorted by clip, after the header."""
    rows = []
    for recipe in RECIPES.values():
        for seed in range(recipe.seeds):
            _, captions = rendered(recipe, seed)
            rows.append(f"{recipe.name}-{seed}\t{recipe.name.replace('_', ' ')}\t{'|'.join(captions)}\n")
    return "clip\tgroup\tcaptions\n" + "".join(sorted(rows))


if __name__ == "__main__":
    (FOLDER / "clips" / "synthesised.tsv").write_text(manifest(), encoding="utf-8")
