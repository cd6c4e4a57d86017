"""The pages of evaluations say what was measured, need nothing else, and show names as they are."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from desktop_app.core.evaluation import Truth, figures
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.evaluation.evaluating import evaluate, templates
from desktop_app.engine.evaluation.evaluation_document import evaluation_document, robustness_document
from desktop_app.engine.evaluation.evaluation_page import evaluation_page
from desktop_app.engine.evaluation.page_parts import certainty, heat_map, points
from desktop_app.engine.evaluation.robustness import Worsened
from desktop_app.engine.evaluation.verdict_page import verdict_page
from tests.evaluation_documents import LINES, NASTY, judged, published, trained

LABELS = (NASTY, "bell", LINES)
PATHS = [Path("a.wav"), Path("b <script>.wav"), Path("c.wav"), Path("d\udcff\n.wav")]


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


def text_of(page: str) -> str:
    """All that is to be read on a page, which must be whole XML after its first line."""
    return " ".join(ElementTree.fromstring(page.partition("\n")[2]).itertext())


def test_the_page_says_what_was_measured(document: dict[str, Any]) -> None:
    document["noisiest"] = {"sounds": [], "of": 90, "signal_to_noise": [2.0, 7.6], "untold": 1}
    said = text_of(evaluation_page(document))
    for each in (
        "50.0%",
        "My <set>",
        "starter/1",
        NASTY,
        "b <script>.wav",
        "d\\udcff\\x0a.wav",
        "noise & hum",
        "{label}",
    ):
        assert each in said
    assert "the noisiest of 90" in said
    assert "only few sounds" in said
    assert "two\\x0alines \\x1b[31m" in said, "a name is one line, and moves no cursor"
    assert f"“{NASTY}" in said, "the words to blame"


def test_what_was_published_stands_beside_it_with_its_source(document: dict[str, Any]) -> None:
    document["published"] = published(0.92)
    page = evaluation_page(document)
    said = text_of(page)
    assert "agrees with a published figure" in said
    assert "this is not the protocol: this is not the folder of ESC-50" in said
    assert 'href="https://pymill.com/docs/reproducibility/esc50"' in page
    assert "conversion" not in said
    document["published"] = published(0.7)
    assert "conversion" in text_of(evaluation_page(document))


def test_the_pages_fetch_nothing_and_run_nothing(document: dict[str, Any]) -> None:
    document["published"] = published(0.7)
    for page in (evaluation_page(document), verdict_page(judged())):
        for tag in ("<script", "<img", "<link", "<iframe", "url(", 'src="http', "@import", "javascript:"):
            assert tag not in page.lower()
        assert "default-src &#x27;none&#x27;" in page
        elements = list(ElementTree.fromstring(page.partition("\n")[2]).iter())
        assert not [name for element in elements for name in element.attrib if name.startswith("on")]
        assert {element.tag for element in elements if "href" in element.attrib} <= {"a"}


def test_the_page_of_verdicts_says_what_was_measured() -> None:
    said = text_of(verdict_page(judged()))
    for each in ("75.0%", "+25.0 points, beyond chance", NASTY, "0.700 (0.600)", "– (40%)", "hail (1 right, 0 wrong)"):
        assert each in said
    assert said.index("0.200") < said.index("0.700"), "the weakest first"
    none_learns = {**judged(), "folds": 0, "confusion": {"pairs": []}, "most_confidently_wrong": [], "too_few": []}
    assert "None of these tags learns." in text_of(verdict_page(none_learns))


def test_the_page_of_trained_tags_says_nothing_about_words() -> None:
    said = text_of(verdict_page(trained()))
    assert "In brackets as trained" in said
    for words in ("by the prompts", "put into words", "“”"):
        assert words not in said


def test_nothing_wrong_is_no_empty_table(document: dict[str, Any]) -> None:
    document["confusion"]["pairs"] = document["most_confidently_wrong"] = []
    del document["robustness"]
    page = evaluation_page(document)
    for title in ("What is taken for what", "Most confidently wrong", "recordings are worse", "as others measured"):
        assert title not in page


def test_a_difference_is_told_as_what_it_is() -> None:
    assert certainty(-0.1, 0.01) == '<span class="bad">worse beyond chance</span>'
    assert certainty(0.1, 0.01) == '<span class="good">better beyond chance</span>'
    assert (certainty(0.1, 0.2), certainty(0.0, 1.0)) == ("may be chance", "the same")
    assert [points(each) for each in (-0.094, 0.1, 0.0, -0.0001)] == ["−9.4", "+10.0", "0.0", "0.0"]


def test_a_long_label_is_whole_where_the_mouse_rests() -> None:
    long = "a door of wood that slams shut in a very long corridor"
    picture = heat_map((long, "rain"), ((3, 1), (0, 2)))
    assert f"<title>{long}</title>" in picture
    assert f">{long}</text>" not in picture
    assert f"{long}: 1 of 4 taken for rain" in picture
