"""A request that comes from another version of Earmark, or from nobody who knows it, gets a sentence and no more."""

from typing import Any

import pytest

from desktop_app.other_processes.jobs import run_job


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"job": None},
        {"job": ["index"]},
        {"job": "tidy-up"},
        {"job": "index"},
        {"job": "index", "folders": "/sounds"},
        {"job": "index", "folders": [1]},
        {"job": "remove-folder", "folder": None},
        {"job": "locate-folder", "old": "/a"},
        {"job": "import-vocabulary", "file": "/a.toml", "replace": "yes"},
    ],
    ids=str,
)
def test_a_request_that_is_not_understood_touches_nothing(request_: dict[str, Any]) -> None:
    nothing: Any = None
    assert run_job(nothing, request_) == {
        "error": "The Earmark that has this library open does not know that job: close it and try again."
    }
