"""The page of an evaluation says what was measured, needs nothing else, and shows names as they are."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from desktop_app.core.evaluation import Truth, figures
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.evaluating import evaluate, templates
from desktop_app.engine.evaluation_document import evaluation_document, robustness_document
from desktop_app.engine.evaluation_page import evaluation_page
from desktop_app.engine.robustness import Worsened

NASTY = '<img src="http://elsewhere/x"> & Co.'
LABELS = ("bell", NASTY, "rain")
PATHS = [Path("a.wav"), Path("b <script>.wav"), Path("c.wav"), Path("d\udcff.wav")]


@pytest.fixture
def document() -> dict[str, Any]:
    chance = np.random.default_rng(2)
    directions = np.eye(3, 8, dtype=np.float32)
    truth = Truth(LABELS, np.eye(3, dtype=np.bool_)[[0, 1, 2, 2]])
    embeddings: Vectors = directions[[0, 0, 2, 1]] + 0.1 * chance.standard_normal((4, 8)).astype(np.float32)

    def embed(texts: Any) -> dict[str, Vectors]:
        return {text: directions[next(n for n, label in enumerate(LABELS) if label in text)] for text in texts}

    reference = chance.standard_normal((50, 8)).astype(np.float32)
    found = evaluate(embeddings, truth, templates(LABELS, []), embed, reference)
    worse = [Worsened("noise & hum", figures(found.tried[0].score(embeddings), truth), 0.5)] * 2
    about = {"set": "My <set>", "embedder": "starter/1"}
    return {**about, **evaluation_document(found, PATHS), "robustness": robustness_document(worse)}


def test_the_page_says_what_was_measured(document: dict[str, Any]) -> None:
    page = evaluation_page(document)
    text = " ".join(
        ElementTree.fromstring(
            page.partition("\n")[2]
            .replace('<meta charset="utf-8">', "")
            .replace('<meta name="viewport" content="width=device-width, initial-scale=1">', "")
        ).itertext()
    )
    for said in ("50.0%", "My <set>", "starter/1", NASTY, "b <script>.wav", "d\\udcff.wav", "noise & hum", "{label}"):
        assert said in text
    assert f"“{NASTY}” " in text.replace("”", "” "), "the words to blame"


def test_the_page_fetches_nothing_and_runs_nothing(document: dict[str, Any]) -> None:
    page = evaluation_page(document)
    for tag in ("<script", "<img", "<link", "<iframe", "url(", 'src="http'):
        assert tag not in page.lower()


def test_nothing_wrong_is_no_empty_table(document: dict[str, Any]) -> None:
    document["confusion"]["pairs"] = document["most_confidently_wrong"] = []
    del document["robustness"]
    page = evaluation_page(document)
    for title in ("What is taken for what", "Most confidently wrong", "recordings are worse"):
        assert title not in page
