"""The vocabularies that come with the app: complete, consistent, and fit for a person to read and edit."""

import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest

from desktop_app.core.cat_ids import read_synonyms
from desktop_app.core.tag import Tag, Vocabulary, fold, slug
from desktop_app.core.vocabulary import edit_vocabulary_text, parse_vocabulary

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "vocabularies"
COUNTS = {"everyday": (80, 100), "music": (80, 100), "sound-design": (60, 80), "ucs": (834, 834)}


def shipped(vocabulary_id: str) -> Vocabulary:
    path = FOLDER / f"{vocabulary_id}.toml"
    return parse_vocabulary(path.read_text(encoding="utf-8"), source=path.name)


def prompts_of(vocabulary: Vocabulary) -> list[tuple[Tag, str]]:
    return [(tag, prompt) for tag in vocabulary.tags for prompt in tag.prompts]


def test_these_four_are_there_and_nothing_else() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(COUNTS)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for vocabulary_id in COUNTS:
        assert f"| `{vocabulary_id}.toml` | {len(shipped(vocabulary_id).tags)} |" in readme


@pytest.mark.parametrize("vocabulary_id", COUNTS)
def test_a_file_is_complete(vocabulary_id: str) -> None:
    vocabulary = shipped(vocabulary_id)
    fewest, most = COUNTS[vocabulary_id]
    assert vocabulary.vocabulary_id == vocabulary_id
    assert fewest <= len(vocabulary.tags) <= most
    assert vocabulary.description.endswith(".")
    assert all(tag.group and tag.colour for tag in vocabulary.tags)
    text = (FOLDER / f"{vocabulary_id}.toml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert edit_vocabulary_text(text, vocabulary) == text  # every id is spelt out


@pytest.mark.parametrize("vocabulary_id", COUNTS)
def test_prompts_are_short_plain_and_said_once(vocabulary_id: str) -> None:
    vocabulary = shipped(vocabulary_id)
    prompts = [fold(prompt) for _, prompt in prompts_of(vocabulary)]
    assert len(prompts) == len(set(prompts))
    fewest = 1 if vocabulary_id == "ucs" else 2
    for tag in vocabulary.tags:
        assert fewest <= len(tag.prompts) <= 5, tag
        for text in (*tag.prompts, *tag.counter_prompts):
            assert 1 <= len(text.split()) <= 8, text
            assert text.isascii(), text
            assert not text.endswith("."), text


@pytest.mark.parametrize("vocabulary_id", COUNTS)
def test_a_group_has_one_colour_and_stands_together(vocabulary_id: str) -> None:
    tags = shipped(vocabulary_id).tags
    groups = [tag.group for tag in tags]
    assert len({(tag.group, tag.colour) for tag in tags}) == len(set(groups))
    assert sum(first != second for first, second in pairwise(groups)) == len(set(groups)) - 1


@pytest.mark.parametrize("vocabulary_id", COUNTS)
def test_colours_can_be_read_on_light_and_on_dark(vocabulary_id: str) -> None:
    for colour in {tag.colour for tag in shipped(vocabulary_id).tags}:
        assert colour is not None
        luminance = relative_luminance(colour)
        assert 1.05 / (luminance + 0.05) >= 3, colour  # WCAG 2.1, 1.4.11, on white
        assert (luminance + 0.05) / (relative_luminance("#1b1d22") + 0.05) >= 3, colour


def relative_luminance(colour: str) -> float:
    """WCAG 2.1's definition, 0..1."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_ucs_has_every_category_and_cat_id() -> None:
    tags = shipped("ucs").tags
    categories = [tag for tag in tags if tag.cat_id is None]
    assert len(categories) == 82
    assert len(tags) - len(categories) == 752
    for tag in tags:
        if tag.cat_id is None:
            assert (tag.tag_id, tag.name) == (f"category-{slug(tag.group or '')}", tag.group)
        else:
            assert tag.tag_id == tag.cat_id.lower()
            assert tag.name.startswith(f"{tag.group} ")
    assert shipped("ucs").find("DOORWood") == shipped("ucs").tag("doorwood")


def names_of_ucs() -> dict[str, list[list[str]]]:
    """Tag id -> the names in German, French, Spanish and Japanese, of packaging's table."""
    text = (ROOT / "packaging" / "ucs_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    cat_ids = {tag.cat_id for tag in shipped("ucs").tags} - {"RAIN", "WIND"}  # which are categories too
    return {
        key.removeprefix("-").lower() if key[0] == "-" or key in cat_ids else f"category-{slug(key)}": [
            column.split(" | ") for column in columns
        ]
        for key, *columns in rows
    }


def test_every_tag_of_ucs_has_a_name_of_its_own_in_four_languages() -> None:
    ucs = shipped("ucs")
    names = names_of_ucs()
    assert sorted(names) == sorted(tag.tag_id for tag in ucs.tags)
    owners = {fold(name): tag.tag_id for tag in ucs.tags for name in (tag.name, *tag.aliases)}
    assert len(owners) == sum(1 + len(tag.aliases) for tag in ucs.tags)
    for tag_id, languages in names.items():
        assert len(languages) == 4, tag_id
        assert [name for language in languages for name in language if owners.get(fold(name)) != tag_id] == []


def test_the_names_are_written_as_their_languages_are() -> None:
    for tag_id, (german, french, spanish, japanese) in names_of_ucs().items():
        assert all(1 <= len(name) <= 40 for name in (*german, *french, *spanish, *japanese)), tag_id
        assert not any(letter in "áéíóúñçàâêèîôœ" for name in german for letter in name), german
        assert not any(letter in "äöüßñáíóú" for name in french for letter in name), french
        assert not any(letter in "äößçàâêèîôœ" for name in spanish for letter in name), spanish
        assert all(max(map(ord, name)) > 0x3000 for name in japanese), japanese


def test_names_in_other_languages_lead_to_their_tag() -> None:
    ucs = shipped("ucs")
    for cat_id, names in {
        "DOORCreak": ("Türknarren", "grincement de porte", "chirrido de puerta", "ドアのきしみ"),
        "ANMLDog": ("Hundegebell", "aboiement", "ladrido", "犬"),
        "THUN": ("Donner", "tonnerre", "trueno", "雷"),
    }.items():
        assert [ucs.find(name) for name in names] == [ucs.find(cat_id)] * 4


@pytest.mark.parametrize("vocabulary_id", ["everyday", "music", "sound-design"])
def test_every_tag_has_names_in_other_languages(vocabulary_id: str) -> None:
    for tag in shipped(vocabulary_id).tags:
        assert any(max(map(ord, alias)) > 0x3000 for alias in tag.aliases), tag.name
        assert sum(max(map(ord, alias)) < 0x300 for alias in tag.aliases) >= 3, tag.name


@pytest.mark.parametrize(
    ("vocabulary_id", "name", "names"),
    [
        ("everyday", "Pig", ("Schwein", "cochon", "cerdo", "豚")),
        ("everyday", "Chainsaw", ("Kettensäge", "tronçonneuse", "motosierra", "チェーンソー")),
        ("music", "Snare drum", ("kleine Trommel", "caisse claire", "redoblante", "スネア")),
        ("music", "Synth pad", ("Synthiefläche", "nappe de synthé", "colchón de sintetizador", "シンセパッド")),
        ("sound-design", "Spaceship", ("Raumschiff", "vaisseau spatial", "nave espacial", "宇宙船")),
        ("sound-design", "Room tone", ("Raumton", "ambiance de pièce", "tono de sala", "ルームトーン")),
    ],
)
def test_other_languages_have_these_names(vocabulary_id: str, name: str, names: tuple[str, ...]) -> None:
    vocabulary = shipped(vocabulary_id)
    assert [vocabulary.find(each) for each in names] == [vocabulary.find(name)] * 4


@pytest.mark.parametrize("vocabulary_id", ["everyday", "sound-design"])
def test_every_tag_has_a_cat_id_of_the_system(vocabulary_id: str) -> None:
    known = {tag.cat_id for tag in shipped("ucs").tags}
    assert [tag.name for tag in shipped(vocabulary_id).tags if tag.cat_id not in known] == []


def test_words_that_people_type_lead_to_a_tag() -> None:
    wanted = {
        "everyday": ["dog", "rainfall", "Footsteps", "surf", "birds", "phone", "hoover"],
        "music": ["kick", "hihat", "snare drum", "pad", "arp", "strings", "sax", "pizzicato", "808"],
        "sound-design": ["swoosh", "riser", "drone", "braam", "sub drop", "laser", "stinger", "cloth", "servo"],
    }
    for vocabulary_id, words in wanted.items():
        vocabulary = shipped(vocabulary_id)
        assert [word for word in words if vocabulary.find(word) is None] == []


def test_ucs_is_what_its_script_makes_of_its_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_ucs", ROOT / "packaging" / "make_ucs_vocabulary.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    synonyms = read_synonyms((FOLDER / "ucs_synonyms.tsv").read_text(encoding="utf-8"))
    rows = [
        f"{tag.cat_id}\t{tag.group}\t{tag.name.removeprefix(f'{tag.group} ')}\t{', '.join(synonyms[tag.cat_id])}"
        for tag in shipped("ucs").tags
        if tag.cat_id
    ]
    table = tmp_path / "ucs.tsv"
    table.write_text("\n".join(["CatID\tCategory\tSubCategory\tSynonyms", *reversed(rows)]), encoding="utf-8")
    made, made_synonyms = tmp_path / "ucs.toml", tmp_path / "ucs_synonyms.tsv"
    monkeypatch.setattr(script, "TARGET", made)
    monkeypatch.setattr(script, "SYNONYMS", made_synonyms)
    monkeypatch.setattr("sys.argv", ["make_ucs_vocabulary.py", str(table)])
    script.main()
    assert made.read_bytes() == (FOLDER / "ucs.toml").read_bytes()
    assert made_synonyms.read_bytes() == (FOLDER / "ucs_synonyms.tsv").read_bytes()
    table.write_text("CatID\tCategory\tSubCategory\nNEWThing\tNEWS\tTHING\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="has no prompts for NEWS, NEWThing: add a line for each"):
        script.main()
