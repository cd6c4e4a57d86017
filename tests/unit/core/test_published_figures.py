"""What is said of published figures is true of checkpoint and protocol, and honest where nothing is known."""

from dataclasses import replace

import pytest

from desktop_app.core.published_figures import CLOSE, DATA_SETS, FIGURES, Measured, compare

ESC_50 = DATA_SETS["ESC-50"]
WHOLE = Measured("clap-htsat-unfused", False, True, 0.92, (0.905, 0.93), "ESC-50", (40,) * 50, 5)


def test_every_figure_has_a_source_and_a_data_set() -> None:
    for figure in FIGURES:
        assert figure.source.startswith("https://")
        assert figure.of
        assert 0 < figure.accuracy < 1
        assert figure.data_set in DATA_SETS


def test_a_figure_near_a_published_one_agrees_and_needs_no_excuse() -> None:
    found = compare(ESC_50, WHOLE)
    assert found["protocol_followed"]
    assert found["agrees"] is True
    assert found["differs"] == []
    assert {(figure["accuracy"], figure["agrees"]) for figure in found["own"]} == {(0.9476, False), (0.9155, True)}
    assert "agrees" in found["says"]


@pytest.mark.parametrize(("accuracy", "agrees"), [(0.9155 - CLOSE, True), (0.9155 - CLOSE - 0.001, False)])
def test_two_points_are_the_limit(accuracy: float, agrees: bool) -> None:
    assert compare(ESC_50, replace(WHOLE, accuracy=accuracy))["agrees"] is agrees


@pytest.mark.parametrize("is_exact", [True, False])
def test_a_figure_that_differs_is_told_what_commonly_does(is_exact: bool) -> None:
    found = compare(ESC_50, replace(WHOLE, accuracy=0.8, is_exact=is_exact))
    assert found["agrees"] is False
    differs = {each["what"]: each for each in found["differs"]}
    assert set(differs) == {"precision", "tokenizer", "front end", "template", "clips", "conversion"}
    assert "transformers/issues/26362" in differs["conversion"]["source"]
    assert "LAION-AI/CLAP/issues/126" in differs["conversion"]["source"]
    assert "LAION-AI/CLAP/issues/133" in differs["template"]["source"]
    assert ("float32" in differs["precision"]["how"]) is is_exact


@pytest.mark.parametrize("embedder", ["clap-htsat-fused", "a folder of mine"])
def test_a_checkpoint_without_a_figure_is_compared_with_the_nearest_and_said_so(embedder: str) -> None:
    found = compare(ESC_50, replace(WHOLE, embedder=embedder, accuracy=0.9))
    assert found["agrees"] is None
    assert found["own"] == []
    assert [figure["source"] for figure in found["nearest"]] == ["https://arxiv.org/abs/2211.06687"]
    assert f"No published figure of {embedder} on ESC-50 is known" in found["says"]
    assert found["differs"]


def test_where_only_other_checkpoints_have_figures_they_are_the_nearest() -> None:
    whole = replace(WHOLE, embedder="clap-htsat-fused", kind="UrbanSound8K", sounds_of=(873,) * 9 + (875,), splits=10)
    found = compare(DATA_SETS["UrbanSound8K"], whole)
    assert found["missing"] == []
    assert [figure["of"] for figure in found["nearest"]] == ["laion/clap-htsat-unfused, by pymill (± 0.46 points)"]


def test_of_the_bundled_embedder_there_is_none() -> None:
    found = compare(ESC_50, replace(WHOLE, embedder="starter", is_bundled=True))
    assert found["own"] == found["nearest"] == found["differs"] == []
    assert found["agrees"] is None
    assert "resources/model/starter/README.md" in found["says"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"sounds_of": (40,) * 49}, ["49 labels instead of 50", "1,960 sounds instead of 2,000"]),
        ({"sounds_of": (40,) * 49 + (39,)}, ["1,999 sounds instead of 2,000"]),
        ({"sounds_of": (40,) * 48 + (41, 39)}, ["not all labels have 40 sounds"]),
        ({"sounds_of": (8,) * 50, "splits": 1}, ["400 sounds instead of 2,000", "1 of its 5 folds"]),
        ({"kind": "csv", "splits": 1}, ["this is not the folder of ESC-50, so its sounds may be others"]),
    ],
)
def test_what_is_missing_of_the_protocol_is_said(changed: dict[str, object], said: list[str]) -> None:
    found = compare(ESC_50, replace(WHOLE, **changed))  # type: ignore[arg-type]
    assert found["missing"] == said
    assert not found["protocol_followed"]


def test_where_nothing_at_all_is_known_nothing_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.core.published_figures.FIGURES", ())
    found = compare(ESC_50, WHOLE)
    assert found["own"] == found["nearest"] == []
    assert "Nor is any other known" in found["says"]
