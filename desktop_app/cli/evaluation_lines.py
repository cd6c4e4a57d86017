"""What `earmark evaluate` says on a terminal: the documents of evaluations as lines."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from desktop_app.cli.output import count, percent
from desktop_app.engine.evaluation.robustness import LONGEST
from desktop_app.engine.evaluation.verdict_document import before_learning

_PAIRS_SHOWN: Final = 10
_WRONG_SHOWN: Final = 5
_CONTRADICTIONS_SHOWN: Final = 20
_CERTAIN: Final = 0.05
"""A difference less probable than this where there is none is called one."""


def lines_of(document: dict[str, Any]) -> Iterator[str]:
    """An evaluation on labelled sounds."""
    low, high = document["interval"]
    yield f"{document['set']}: {count(document['sounds'], 'sound')}, {count(document['labels'], 'label')}"
    if (noisiest := document.get("noisiest")) is not None:
        yield _noisiest_line(noisiest)
    yield f"right label first: {document['accuracy']:.1%} ({low:.1%} to {high:.1%} with 95 % confidence)"
    between = document["mean_average_precision_interval"]
    shown = "too few sounds to say between what" if between is None else f"{between[0]:.3f} to {between[1]:.3f}"
    yield f"mean average precision: {document['mean_average_precision']:.3f} ({shown})"
    yield f"(guessing: {document['guessing']:.1%}; this is the best of the ways below, on these same sounds)"
    yield ""
    yield from _template_lines(document)
    if "published" in document:
        yield ""
        yield from _published_lines(document["published"])
    yield ""
    yield from _label_lines(document["per_label"])
    yield from _pair_lines(document["confusion"]["pairs"], "most often taken for another")
    yield ""
    for side, what in (("text_to_sound", "a label finds its sounds"), ("sound_to_text", "a sound finds its label")):
        found = document["retrieval"][side]
        shares = ", ".join(f"{found[f'recall_at_{k}']:.1%} among the first {k}" for k in (1, 5, 10))
        yield f"{what}: {shares}; mAP@10 {found['map_at_10']:.3f}"
    if wrong := document["most_confidently_wrong"]:
        yield ""
        yield "most confidently wrong"
        for each in wrong[:_WRONG_SHOWN]:
            yield f"{each['path']}: {', '.join(each['labels'])}, taken for {each['taken_for']}"
    if "robustness" in document:
        yield ""
        yield from _robustness_lines(document["robustness"], document["sounds"])


def contradiction_lines(document: dict[str, Any]) -> Iterator[str]:
    """Recordings that are under several labels, of which only one can be right, as warnings."""
    found = document["contradictions"]
    for each in found[:_CONTRADICTIONS_SHOWN]:
        labels = " and ".join(f"“{label}”" for label in each["labels"])
        yield f"warning: the same recording is labelled {labels}: {', '.join(each['paths'])}"
    if len(found) > _CONTRADICTIONS_SHOWN:
        yield f"warning: so are {len(found) - _CONTRADICTIONS_SHOWN:,} more, which --json names"


def verdict_lines(document: dict[str, Any]) -> Iterator[str]:
    """An evaluation on the library's own verdicts."""
    before = document["by_prompts"]
    rejected = document["verdicts"] - document["accepted"]
    yield (
        f"{count(document['labels'], 'tag')} with {count(document['verdicts'], 'decision')} of yours on "
        f"{count(document['sounds'], 'sound')}: {document['accepted']:,} accepted or added, {rejected:,} rejected"
    )
    yield ""
    yield f"{'agrees':>7} {'(95 %)':>15} {'precision':>9} {'recall':>7} {'mAP':>6}"
    yield f"{_overall_line(before)}  {before_learning(document)}"
    if document["folds"]:
        note = "" if document["probability_of_no_difference"] < _CERTAIN else "; the difference may be chance"
        yield f"{_overall_line(document)}  with what was learned from you{note}"
        yield (
            "(Learned anew without a part of the decisions, a fifth or more, and tried on that part, in turn: no tag "
            "is tried on what it learned from.)"
        )
    yield (
        "(These are the sounds that you were shown and judged, often those that a tag is least sure of: over the whole "
        "library precision and recall are others.)"
    )
    yield ""
    yield f"{'judged':>6} {'precision':>9} {'recall':>7} {'AP':>6}   {before_learning(document):<24}"
    for each in document["per_label"]:
        alone = _figures(each["by_prompts"]) if each["learns"] else "does not learn"
        yield f"{each['sounds']:>6} {_figures(each)}   {alone:>24}  {each['label']}"
    yield from _pair_lines(document["confusion"]["pairs"], "put on sounds that you said are another")
    yield from _wording_lines(document)
    yield from _left_out_lines(document)


def _wording_lines(document: dict[str, Any]) -> Iterator[str]:
    if not document["templates"]:
        return
    yield ""
    yield f"{'agrees':>7} {'mAP':>6}  the tag as (learning left out)"
    best_accuracy = next(each["accuracy"] for each in document["templates"] if each["template"] == document["template"])
    for each in document["templates"]:
        best = each["template"] == document["template"]
        note = "  (best)" if best else _worse(each, best_accuracy)
        yield f"{each['accuracy']:>7.1%} {each['mean_average_precision']:>6.3f}  {each['template']}{note}"


def _left_out_lines(document: dict[str, Any]) -> Iterator[str]:
    if document["too_few"]:
        names = ", ".join(f"{each['label']} ({each['accepted']}:{each['rejected']})" for each in document["too_few"])
        yield ""
        yield f"too few decisions, accepted and rejected, to be tried (three different sounds of each): {names}"


def _overall_line(overall: dict[str, Any]) -> str:
    low, high = overall["interval"]
    interval = f"{low:.0%} to {high:.0%}"
    return (
        f"{overall['accuracy']:>7.1%} {interval:>15} {percent(overall['precision']):>9} "
        f"{percent(overall['recall']):>7} {overall['mean_average_precision']:>6.3f}"
    )


def _noisiest_line(noisiest: dict[str, Any]) -> str:
    low, high = noisiest["signal_to_noise"]
    return f"the noisiest of {noisiest['of']:,}: {low:.0f} to {high:.0f} dB of signal to noise"


def _template_lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"{'right':>7} {'mAP':>6}  the label as"
    for each in document["templates"]:
        best = each["template"] == document["template"] and each["as_tags"] == document["as_tags"]
        scored = "as tags are scored" if each["as_tags"] else "by the bare dot product"
        note = "  (best)" if best else _worse(each, document["accuracy"])
        figures = f"{each['accuracy']:>7.1%} {each['mean_average_precision']:>6.3f}"
        yield f"{figures}  {each['template']}, {scored}{note}"


def _worse(each: dict[str, Any], best: float) -> str:
    if each["accuracy"] == best or each["probability_of_no_difference"] >= _CERTAIN:
        return ""
    return f"  ({'worse' if each['accuracy'] < best else 'better'} beyond chance)"


def _published_lines(published: dict[str, Any]) -> Iterator[str]:
    low, high = published["interval"]
    yield (
        f"{published['data_set']} as it is published, “{published['template']}” by the bare dot product: "
        f"{published['accuracy']:.1%} ({low:.1%} to {high:.1%})"
    )
    if published["missing"]:
        yield f"but this is not its protocol: {'; '.join(published['missing'])}"
    yield published["says"]
    for figure in (*published["own"], *published["nearest"]):
        verdict = "agrees" if figure["agrees"] else "differs"
        yield (
            f"{figure['accuracy']:>7.1%}  {figure['of']}: {verdict}, by {figure['difference'] * 100:+.1f} points "
            f"({figure['source']})"
        )
    if published["differs"]:
        yield "what commonly differs:"
    for each in published["differs"]:
        source = f" ({each['source']})" if each["source"] else ""
        yield f"  {each['what']}: {each['how']}{source}"


def _robustness_lines(kinds: Sequence[dict[str, Any]], sounds: int) -> Iterator[str]:
    yield f"{'right':>7} {'lost':>7}  the sounds made worse (all cut to {LONGEST:g} s and resampled first)"
    for each in kinds:
        note = "  (beyond chance)" if each["probability_of_no_difference"] < _CERTAIN else ""
        yield f"{each['accuracy']:>7.1%} {each['lost']:>7.1%}  {each['kind']}{note}"
    if kinds and kinds[0]["sounds"] < sounds:
        yield f"(without {count(sounds - kinds[0]['sounds'], 'sound')} that could not be read any more)"


def _label_lines(per_label: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"{'sounds':>6} {'precision':>9} {'recall':>7} {'AP':>6}"
    for each in filter(lambda each: each["sounds"], per_label):
        yield f"{each['sounds']:>6} {_figures(each)}  {each['label']}"
    yield (
        "(Precision and recall are about the one label that comes first for each sound; AP is about the order of all "
        "sounds by each label, so it can be low where these are high.)"
    )


def _pair_lines(pairs: Sequence[dict[str, Any]], title: str) -> Iterator[str]:
    if not pairs:
        return
    yield ""
    yield title
    for pair in pairs[:_PAIRS_SHOWN]:
        blamed = f" (“{pair['prompt']}”)" if pair["prompt"] else ""
        yield f"{pair['sounds']:>6}  {pair['label']} for {pair['taken_for']}{blamed}"


def _figures(each: dict[str, Any]) -> str:
    average = "-" if each["average_precision"] is None else f"{each['average_precision']:.3f}"
    return f"{percent(each['precision']):>9} {percent(each['recall']):>7} {average:>6}"
