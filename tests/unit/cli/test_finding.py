"""A tag that a person gave never looks like an automatic one, in text either."""

from desktop_app.cli.finding import _tag_line


def test_a_line_says_whose_a_tag_is() -> None:
    tags = [
        {"name": "Thunder", "score": 0.1, "source": "person"},
        {"name": "Rain", "score": 0.9312, "source": "accepted"},
        {"name": "Wind", "score": 0.6, "source": "automatic"},
    ]
    assert _tag_line({"path": "a.wav", "tags": tags}) == "a.wav: Thunder (yours), Rain 0.93 (accepted), Wind 0.60"
    assert _tag_line({"path": "a.wav", "tags": []}) == "a.wav: no tags"
