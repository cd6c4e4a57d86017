"""What an evaluation says on a terminal is what was measured, and what it does not know it does not say."""

from typing import Any

from desktop_app.cli.evaluation_lines import lines_of, verdict_lines
from tests.evaluation_documents import LINES, NASTY, judged, published, trained


def labelled() -> dict[str, Any]:
    """Four sounds of two labels."""
    found = {"recall_at_1": 0.5, "recall_at_5": 1.0, "recall_at_10": 1.0, "map_at_10": 0.75}
    ways = [
        ("{label}", False, 0.75, 1.0),
        ("{label}", True, 0.25, 0.01),
        ("This is a sound of {label}.", True, 1.0, 0.04),
    ]
    return {
        "set": "My sounds",
        "sounds": 4,
        "labels": 2,
        "accuracy": 0.75,
        "interval": [0.3, 0.95],
        "guessing": 0.5,
        "mean_average_precision": 0.8,
        "mean_average_precision_interval": [0.6, 0.9],
        "template": "{label}",
        "as_tags": False,
        "templates": [
            {
                "template": name,
                "as_tags": as_tags,
                "accuracy": accuracy,
                "mean_average_precision": 0.8,
                "probability_of_no_difference": probability,
            }
            for name, as_tags, accuracy, probability in ways
        ],
        "per_label": [{"label": NASTY, "sounds": 4, "precision": None, "recall": 0.0, "average_precision": None}],
        "confusion": {"pairs": [{"label": "bell", "taken_for": NASTY, "sounds": 1, "prompt": "rain"}]},
        "retrieval": {"text_to_sound": found, "sound_to_text": found},
        "most_confidently_wrong": [{"path": "a.wav", "labels": ["bell"], "taken_for": "rain"}],
    }


def test_what_was_measured_is_said() -> None:
    said = "\n".join(lines_of(labelled()))
    for line in (
        "My sounds: 4 sounds, 2 labels",
        "right label first: 75.0% (30.0% to 95.0% with 95 % confidence)",
        "mean average precision: 0.800 (0.600 to 0.900)",
        "{label}, by the bare dot product  (best)",
        "{label}, as tags are scored  (worse beyond chance)",
        "This is a sound of {label}., as tags are scored  (better beyond chance)",
        f"     4         -      0%      -  {NASTY}",
        f"     1  bell for {NASTY} (“rain”)",
        "a.wav: bell, taken for rain",
        "AP is about the order of all sounds by each label, so it can be low where these are high",
        "50.0% among the first 1, 100.0% among the first 5",
    ):
        assert line in said
    for title in ("published", "made worse", "noisiest"):
        assert title not in said


def test_a_label_that_no_sound_has_is_no_line_of_the_table() -> None:
    document = labelled()
    document["per_label"].append(
        {"label": "applause", "sounds": 0, "precision": None, "recall": None, "average_precision": None}
    )
    assert "applause" not in "\n".join(lines_of(document))


def test_where_nothing_is_wrong_there_are_no_empty_lists() -> None:
    document = labelled() | {"most_confidently_wrong": []}
    document["confusion"]["pairs"] = []
    said = list(lines_of(document))
    assert not any("taken for another" in line or "confidently wrong" in line for line in said)
    assert ["", ""] not in [said[place : place + 2] for place in range(len(said))]


def test_a_published_figure_has_its_source_and_what_commonly_differs() -> None:
    said = "\n".join(lines_of(labelled() | {"published": published(0.7)}))
    assert "but this is not its protocol: this is not the folder of ESC-50" in said
    assert "differs, by -24.8 points (https://arxiv.org/abs/2602.16008" in said
    assert "what commonly differs:\n  precision: float32 here\n" in said
    assert "(https://github.com/LAION-AI/CLAP/issues/126, " in said
    agreeing = "\n".join(lines_of(labelled() | {"published": published(0.92)}))
    assert "agrees, by +0.5 points (https://pymill.com/docs/reproducibility/esc50)" in agreeing
    assert "what commonly differs" not in agreeing


def test_sounds_that_could_not_be_made_worse_are_counted() -> None:
    kind = {"kind": "as they are", "sounds": 3, "accuracy": 0.5, "lost": 0.0, "probability_of_no_difference": 1.0}
    noisy = {**kind, "kind": "noise", "accuracy": 0.1, "lost": 0.4, "probability_of_no_difference": 0.01}
    said = "\n".join(lines_of(labelled() | {"robustness": [kind, noisy]}))
    assert "  10.0%   40.0%  noise  (beyond chance)" in said
    assert "(without 1 sound that could not be read any more)" in said


def test_verdicts_are_told_with_and_without_learning() -> None:
    said = "\n".join(verdict_lines(judged()))
    for line in (
        "2 tags with 16 decisions of yours on 8 sounds: 8 accepted or added, 8 rejected",
        "  50.0%      50% to 90%       90%       -  0.800  by the prompts alone",
        "  75.0%      50% to 90%       90%       -  0.800  with what was learned from you",
        f"     8         -     50%  0.700         40%     25%  0.600  {NASTY}",
        f"     2  {NASTY} for {LINES} (“{NASTY}”)",
        "hail (1:0)",
        "{label}  (best)",
    ):
        assert line in said
    assert "the difference may be chance" not in said
    unsure = "\n".join(verdict_lines(judged() | {"probability_of_no_difference": 0.5}))
    assert "with what was learned from you; the difference may be chance" in unsure


def test_of_trained_tags_nothing_is_said_about_words() -> None:
    said = "\n".join(verdict_lines(trained()))
    assert "  50.0%      50% to 90%       90%       -  0.800  as trained" in said
    assert f"     2  {NASTY} for {LINES}\n" in said
    for words in ("prompt", "the tag as", "“”"):
        assert words not in said
    mixed = judged()
    mixed["per_label"][0]["trained"] = True
    assert "0.800  without learning" in "\n".join(verdict_lines(mixed))


def test_tags_that_do_not_learn_are_said_not_to() -> None:
    document = judged() | {"folds": 0, "too_few": []}
    document["per_label"][0]["learns"] = False
    said = "\n".join(verdict_lines(document))
    assert "with what was learned" not in said
    assert "does not learn" in said
    assert "too few" not in said
