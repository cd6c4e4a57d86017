"""Make resources/vocabularies/ucs.toml and ucs_synonyms.tsv from a table of the Universal Category System.

    python packaging/make_ucs_vocabulary.py TABLE.tsv

TABLE.tsv has the columns CatID, Category, SubCategory and Synonyms (more are ignored), tab-separated, UTF-8, a CatID a
line. The system is in the public domain. Its synonyms are not made into prompts, because a list of words is not how
anybody would call a recording: ucs_prompts.tsv, beside this file, has prompts written for each CatID and category. A
CatID that it lacks stops the script, so that a new version of the system is met with words and not with gaps.
ucs_names.tsv has the names in other languages, which become aliases. The synonyms become a table of their own, in which
the words of file names are looked up.

The same table gives the same files, byte for byte.
"""

import argparse
import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app.core.tag import Tag, Vocabulary, fold, slug  # noqa: E402
from desktop_app.core.vocabulary_writing import format_vocabulary  # noqa: E402

PROMPTS = Path(__file__).with_name("ucs_prompts.tsv")
NAMES = Path(__file__).with_name("ucs_names.tsv")
TARGET = ROOT / "resources" / "vocabularies" / "ucs.toml"
SYNONYMS = TARGET.with_name("ucs_synonyms.tsv")
VERSION = "8.2.1"
DESCRIPTION = f"""
All categories and CatIDs of the Universal Category System {VERSION}, which sound libraries are named and filed by.
""".strip()
HEADING = """\
# The Universal Category System, which is in the public domain, as an Earmark vocabulary.
# Made by packaging/make_ucs_vocabulary.py: change that, or the tables beside it, and not this file.

"""
SYNONYMS_HEADING = """\
# The synonyms of the CatIDs of the Universal Category System, which is in the public domain: a CatID, a tab, its words.
# Made by packaging/make_ucs_vocabulary.py.
"""
COLOURS = (
    "#bd6b6c",
    "#b97249",
    "#a77e33",
    "#8a8b39",
    "#639658",
    "#3b9a76",
    "#06999a",
    "#3291b9",
    "#5d87c5",
    "#807dc3",
    "#9e72b2",
    "#b56b8f",
)
"""Twelve hues of one lightness (0.62) and chroma (0.105) in OKLCH, so that none is louder than another."""


def read_table(path: Path) -> list[tuple[str, str, str]]:
    """CatID, category and sub-category of each line, in the table's order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["CatID"], row["Category"], row["SubCategory"]) for row in rows]


def read_synonyms(path: Path) -> dict[str, str]:
    """The synonyms of each CatID, as they stand there."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["CatID"]: row["Synonyms"] for row in rows}


def format_synonyms(synonyms: dict[str, str]) -> str:
    """A line for each CatID: it, a tab, and its synonyms with commas between."""
    lines = []
    for cat_id, texts in sorted(synonyms.items()):
        words = sorted({fold(word) for word in texts.split(",") if word.strip()})
        lines.append(f"{cat_id}\t{','.join(words)}\n")
    return "".join(lines)


def read_texts(path: Path) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The texts of CatIDs and those of categories, of all columns.

    A category's line is its name; RAIN and WIND are categories and CatIDs, and there the CatID's line has a hyphen.
    """
    cat_ids: dict[str, tuple[str, ...]] = {}
    categories: dict[str, tuple[str, ...]] = {}
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    keys = {line.split("\t")[0] for line in lines}
    for line in lines:
        key, *columns = line.split("\t")
        texts = tuple(text for column in columns for text in column.split(" | "))
        if key.startswith("-"):
            cat_ids[key[1:]] = texts
        elif f"-{key}" in keys:
            categories[key] = texts
        else:
            cat_ids[key] = categories[key] = texts
    return cat_ids, categories


def make_vocabulary(table: list[tuple[str, str, str]]) -> Vocabulary:
    """One tag a category, followed by one for each of its CatIDs.

    Raises SystemExit where prompts or names are missing, and where two tags would share a name.
    """
    cat_id_prompts, category_prompts = read_texts(PROMPTS)
    cat_id_names, category_names = read_texts(NAMES)
    categories = sorted({category for _, category, _ in table})
    for file, what, of_categories, of_cat_ids in (
        (PROMPTS, "prompts", category_prompts, cat_id_prompts),
        (NAMES, "names", category_names, cat_id_names),
    ):
        missing = [each for each in categories if each not in of_categories]
        missing += [cat_id for cat_id, _, _ in table if cat_id not in of_cat_ids]
        if missing:
            raise SystemExit(f"{file.name} has no {what} for {', '.join(missing)}: add a line for each.")
    tags: list[Tag] = []
    names = {fold(category) for category in categories}
    for number, category in enumerate(categories):
        colour = COLOURS[number % len(COLOURS)]
        prompts = category_prompts[category]
        aliases = unlike(category, category_names[category])
        tags.append(Tag(f"category-{slug(category)}", category, prompts, (), aliases, colour, category))
        for cat_id, _, sub_category in sorted(row for row in table if row[1] == category):
            own = (cat_id,) if fold(cat_id) not in names else ()
            name = f"{category} {sub_category}"
            aliases = unlike(name, (*own, *cat_id_names[cat_id]))
            prompts = cat_id_prompts[cat_id]
            tags.append(Tag(slug(cat_id), name, prompts, (), aliases, colour, category, cat_id=cat_id))
    refuse_shared_names(tags)
    return Vocabulary("ucs", f"UCS {VERSION}", DESCRIPTION, tuple(tags))


def unlike(name: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts that are neither the name nor one another: `robot` is the same word in French and Spanish."""
    found = {fold(name): name}
    for text in texts:
        found.setdefault(fold(text), text)
    return tuple(found.values())[1:]


def refuse_shared_names(tags: list[Tag]) -> None:
    """Raise SystemExit where two tags have a name or an alias in common."""
    owners: dict[str, str] = {fold(tag.name): tag.name for tag in tags}
    for tag in tags:
        for alias in tag.aliases:
            owner = owners.setdefault(fold(alias), tag.name)
            if owner != tag.name:
                raise SystemExit(f"{NAMES.name}: “{alias}” of {tag.name} already stands for {owner}.")


def main() -> None:
    """Write the files, or say which prompts are missing."""
    parser = argparse.ArgumentParser(description="Make resources/vocabularies/ucs.toml and ucs_synonyms.tsv.")
    columns = "the system's table: CatID, Category, SubCategory, Synonyms, tab-separated"
    parser.add_argument("table", type=Path, help=columns)
    path = parser.parse_args().table
    table = read_table(path)
    vocabulary = make_vocabulary(table)
    TARGET.write_bytes((HEADING + format_vocabulary(vocabulary)).encode())
    SYNONYMS.write_bytes((SYNONYMS_HEADING + format_synonyms(read_synonyms(path))).encode())
    print(f"{TARGET}: {len(vocabulary.tags)} tags")


if __name__ == "__main__":
    main()
