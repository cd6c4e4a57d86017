"""Labels are put into the words of the tags that they are the names of, however they are written."""

import pytest

from desktop_app.core.tag import Tag
from desktop_app.engine.evaluation.evaluating import OWN_PROMPTS, templates

TAGS = (
    Tag("glass-breaking", "Glass Breaking", ("a window shatters",), aliases=("Broken glass",)),
    Tag("hi-hat", "Hi-hat", ("a short bright cymbal",)),
)


@pytest.mark.parametrize(
    ("label", "prompt"),
    [
        ("glass-breaking", "a window shatters"),
        ("broken-glass", "a window shatters"),
        ("hi hat", "a short bright cymbal"),
        ("hi-hat", "a short bright cymbal"),
        ("t-shirt", "t-shirt"),
    ],
)
def test_a_hyphen_in_a_label_or_in_a_name_is_a_blank(label: str, prompt: str) -> None:
    ways = {way.name: way.prompts for way in templates([label, "glass breaking"], TAGS)}
    assert ways[OWN_PROMPTS] == ((prompt,), ("a window shatters",))
    assert ways["{label}"][0] == (label,), "by itself it stays as it is"
