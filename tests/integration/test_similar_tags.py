"""With the real bundled network, what repeats a tag is told from what only resembles it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors, likeness
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.starter.starter import StarterEmbedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.similar_tags import ALIKE, similar_tags
from tests.library_maker import open_library
from tests.starter_files import ROOT, STARTER


@pytest.fixture(scope="module")
def network() -> StarterEmbedder:
    return StarterEmbedder(STARTER, embedder_id=starter_spec(STARTER).embedder_id)


@pytest.fixture(scope="module")
def prompts(network: StarterEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prompts]:
    with open_library(tmp_path_factory.mktemp("profile")) as library:
        yield Prompts(library.cache, network.embedder_id, network.embed_text)


def shipped(name: str) -> Vocabulary:
    file: Path = ROOT / "resources" / "vocabularies" / f"{name}.toml"
    return parse_vocabulary(file.read_text(encoding="utf-8"), source=name)


def test_no_shipped_vocabulary_repeats_itself(prompts: Prompts) -> None:
    for name in ("everyday", "music"):
        vocabulary = shipped(name)
        prompts.vectors([text for tag in vocabulary.tags for text in tag.prompts])
        repeated = {tag.name: similar_tags(tag, name, [vocabulary], prompts) for tag in vocabulary.tags}
        assert {tag: [one.tag.name for one in found] for tag, found in repeated.items() if found} == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("a dog", "dog barking"), "Dog"),
        (("glass shattering", "broken glass"), "Glass breaking"),
        (("heavy rain", "rainfall", "rain"), "Rain"),
    ],
)
def test_a_tag_typed_again_in_other_words_is_found(prompts: Prompts, typed: tuple[str, ...], meant: str) -> None:
    everyday = shipped("everyday")
    prompts.vectors([text for tag in everyday.tags for text in tag.prompts])
    found = similar_tags(Tag("mine", "something of mine", typed), "mine", [everyday], prompts)
    assert [one.tag.name for one in found][:1] == [meant]


def test_what_is_easily_mixed_up_is_no_repetition(network: StarterEmbedder) -> None:
    with (ROOT / "packaging" / "starter_model" / "text" / "hard_negatives.tsv").open(encoding="utf-8") as file:
        pairs = [(row["one"], row["other"]) for row in csv.DictReader(file, delimiter="\t")]
    texts = list(dict.fromkeys(text for pair in pairs for text in pair))
    vectors: dict[str, Vectors] = dict(zip(texts, network.embed_text(texts), strict=True))
    cosines = np.array([likeness(vectors[one][None], vectors[other])[0] for one, other in pairs])
    assert len(cosines) > 250
    assert cosines.max() < ALIKE
