"""What an evaluation says, in the person's language: its figures as sentences."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.gui.translations import number_text

CERTAIN: Final = 0.05
"""A difference less probable than this where there is none is called one, as the report does."""
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
        labels=number_text(document["labels"]), share=percent_text(document["guessing"])
    )
    sentences = [told]
    if document["sounds"] < _FEW:
        sentences.append(translate("Evaluation", "These are only few sounds, so do not trust the figure far."))
    left = left_out_text(document)
    if left:
        sentences.append(left)
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
    if not parts:
        return ""
    return translate("Evaluation", "Left out: {parts}.").format(parts=", ".join(parts))


def left_out_tip(document: dict[str, Any]) -> str:
    """The first of the sounds that cannot be heard, and why; empty when all can."""
    reasons = [f"{name}: {reason}" for name, reason in document.get("left_out", {}).items()]
    return "\n".join([*reasons[:_TOLD], *(["…"] if len(reasons) > _TOLD else [])])


def wording_text(template: str, label: str) -> str:
    """A way to put labels into words, by its name in the document; a `label` shows what that comes to."""
    known = {
        "{label}": translate("Evaluation", "The label alone"),
        "the vocabularies' prompts": translate("Evaluation", "The prompts of your vocabularies"),
        "all of these together": translate("Evaluation", "All of these together"),
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
