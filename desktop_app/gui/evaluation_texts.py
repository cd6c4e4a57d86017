"""What an evaluation says, in the person's language: its figures as sentences."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.engine.evaluation.evaluating import OWN_PROMPTS, TOGETHER
from desktop_app.engine.evaluation.page_parts import CERTAIN
from desktop_app.engine.evaluation.verdict_document import KIND
from desktop_app.gui.retelling import retold
from desktop_app.gui.translations import number_text

_FEW: Final = 30
"""Sounds; fewer say little."""
_TOLD: Final = 12
"""Reasons in a tool tip."""
_NONE: Final = "\N{EN DASH}"

translate = QCoreApplication.translate


def percent_text(share: float | None, decimals: int = 0) -> str:
    """A share 0..1 as the language writes it: `68%`, `68 %`; a dash for one that is not known."""
    if share is None:
        return _NONE
    text = translate("Evaluation", "{number}%", "a share; some languages put a space in front")
    return text.format(number=QLocale().toString(100 * share, "f", decimals))


def precision_text(value: float | None) -> str:
    """An average precision, three decimals as in publications."""
    return _NONE if value is None else f"{value:.3f}"


def set_text(document: dict[str, Any]) -> str:
    """What was evaluated, by its name."""
    name: str = document["set"]
    return translate("Evaluation", "Your decisions") if document["kind"] == KIND else name


def headline_text(document: dict[str, Any]) -> str:
    """What the large figure is, with where it may really lie."""
    low, high = document["interval"]
    text = translate(
        "Evaluation",
        "of %Ln sound(s) got the right label first; between {low} and {high} in 95 of 100 such trials.",
        "",
        document["sounds"],
    )
    return text.format(low=percent_text(low), high=percent_text(high))


def between_text(low: float, high: float) -> str:
    """Where a share may really lie."""
    text = translate("Evaluation", "between {low} and {high} in 95 of 100 such trials")
    return text.format(low=percent_text(low), high=percent_text(high))


def particulars_text(document: dict[str, Any]) -> str:
    """What to think of when reading the figure."""
    told = translate("Evaluation", "{labels} labels: guessing would give {share}.").format(
        labels=number_text(document["labels"]), share=percent_text(document["guessing"], 1)
    )
    sentences = [told]
    between = document["mean_average_precision_interval"]
    if between is not None and sum(each["sounds"] for each in document["per_label"]) > document["sounds"]:
        text = translate(
            "Evaluation",
            "Some have several labels: mean average precision {value} ({low} to {high} in 95 of 100 such trials).",
        )
        known = (precision_text(number) for number in (document["mean_average_precision"], *between))
        sentences.append(text.format(**dict(zip(("value", "low", "high"), known, strict=True))))
    if document["sounds"] < _FEW:
        sentences.append(translate("Evaluation", "These are only few sounds, so do not trust the figure far."))
    if left := left_out_text(document):
        sentences.append(left)
    if "published" in document:
        sentences.append(document["published"]["says"])
    return " ".join(sentences)


def left_out_text(document: dict[str, Any]) -> str:
    """How many sounds do not count, and why; empty when all do."""
    parts = []
    if count := len(document.get("left_out", ())):
        parts.append(translate("Evaluation", "%Ln cannot be heard", "", count))
    if count := document.get("absent", 0):
        parts.append(translate("Evaluation", "%Ln are not there", "", count))
    if count := document.get("unlabelled", 0):
        parts.append(translate("Evaluation", "%Ln have no label", "", count))
    if count := document.get("not_sounds", 0):
        parts.append(translate("Evaluation", "%Ln are no sounds by their names", "", count))
    if count := len(document.get("problems", ())):
        parts.append(translate("Evaluation", "%Ln folder(s) cannot be read", "", count))
    if not parts:
        return ""
    return translate("Evaluation", "Left out: {parts}.").format(parts=", ".join(parts))


def verdict_headline_text(document: dict[str, Any]) -> str:
    """What the large figure is where tags were compared with a person's word."""
    low, high = document["interval"]
    text = translate(
        "Evaluation",
        "of %Ln decision(s) of yours are what the tags say, too; between {low} and {high} in 95 of 100 such trials.",
        "",
        document["verdicts"],
    )
    return text.format(low=percent_text(low), high=percent_text(high))


def verdict_particulars_text(document: dict[str, Any]) -> str:
    """What to think of when reading that figure."""
    text = translate("Evaluation", "{tags} tags on {sounds} sounds.")
    sentences = [text.format(tags=number_text(document["labels"]), sounds=number_text(document["sounds"]))]
    if document["folds"]:
        text = translate("Evaluation", "By the prompts alone it would be {share}.")
        if any(each["trained"] for each in document["per_label"]):
            text = translate("Evaluation", "Without learning it would be {share}.")
        sentences.append(text.format(share=percent_text(document["by_prompts"]["accuracy"])))
    sentences.append(
        translate("Evaluation", "Often you judge what is doubtful: over the whole library the figures are others.")
    )
    if count := document["unheard"]:
        sentences.append(translate("Evaluation", "%Ln decision(s) left out: their sounds are gone.", "", count))
    return " ".join(sentences)


def too_few_tip(document: dict[str, Any]) -> str:
    """The tags that were judged too seldom to be tried; empty when there is none."""
    if not document["too_few"]:
        return ""
    names = ", ".join(
        f"{each['label']} ({number_text(each['accepted'])}/{number_text(each['rejected'])})"
        for each in document["too_few"]
    )
    text = translate("Evaluation", "Judged too seldom to be tried (accepted/rejected): {names}")
    return text.format(names=names)


def left_out_tip(document: dict[str, Any]) -> str:
    """The first of what cannot be read or heard, and why; empty when all can."""
    unheard = [f"{name}: {retold(reason)}" for name, reason in document.get("left_out", {}).items()]
    reasons = [*map(retold, document.get("problems", ())), *unheard]
    return "\n".join([*reasons[:_TOLD], *(["…"] if len(reasons) > _TOLD else [])])


def wording_text(template: str, label: str) -> str:
    """A way to put labels into words, by its name in the document; a `label` shows what that comes to."""
    known = {
        "{label}": translate("Evaluation", "The label alone"),
        OWN_PROMPTS: translate("Evaluation", "The prompts of your vocabularies"),
        TOGETHER: translate("Evaluation", "All of these together"),
    }
    if template in known:
        return known[template]
    return f"“{template.replace('{label}', label)}”" if "{label}" in template else template


def scoring_text(*, as_tags: bool) -> str:
    """How sounds were scored with it."""
    return translate("Evaluation", "as tags") if as_tags else translate("Evaluation", "as in publications")


def certainty_text(probability: float) -> str:
    """What is to be made of a difference."""
    if probability < CERTAIN:
        return translate("Evaluation", "worse beyond chance")
    return translate("Evaluation", "may be chance")


def worsening_text(kind: str) -> str:
    """What was done to sounds, by its name in the document."""
    known = {
        "as they are": translate("Evaluation", "as they are"),
        "noise at 20 dB": translate("Evaluation", "noise 20 dB below the sound"),
        "noise at 10 dB": translate("Evaluation", "noise 10 dB below the sound"),
        "noise at 0 dB": translate("Evaluation", "noise as loud as the sound"),
        "music under it": translate("Evaluation", "music under it"),
        "telephone band": translate("Evaluation", "as over a telephone"),
        "8 kHz sample rate": translate("Evaluation", "8 kHz sample rate"),
        "16 kHz sample rate": translate("Evaluation", "16 kHz sample rate"),
        "MP3 at 48 kbit/s": translate("Evaluation", "MP3 at 48 kbit/s"),
        "clipped": translate("Evaluation", "clipped"),
        "reverberant room": translate("Evaluation", "in a reverberant room"),
        "10 dB quieter": translate("Evaluation", "10 dB quieter"),
        "the first second only": translate("Evaluation", "the first second only"),
    }
    return known.get(kind, kind)


def duration_text(seconds: float) -> str:
    """How long something takes, about."""
    if seconds < 60:
        return translate("Evaluation", "less than a minute")
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Evaluation", "about %Ln minute(s)", "", minutes)
    return translate("Evaluation", "about {hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
