"""What the benchmarks say: one table, targets that are marked, and a file for programs."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main, names
from tests.benchmarks.result import Result
from tests.benchmarks.table import document, table

REACHED = Result("hearing", 30.0, "files/s", "the naive path, 10 files/s", 3.0, target=2.5)
MISSED = Result("a much longer name than the others have", 41.5, "ms", target=30, target_for="at most")
PLAIN = Result("reading", 1234.5, "ms")


def test_a_target_is_for_the_ratio_or_a_bound_of_the_value() -> None:
    assert REACHED.ok is True
    assert Result("hearing", 30.0, "files/s", "naive", 2.4, target=2.5).ok is False
    assert MISSED.ok is False
    assert Result("reading", 29.0, "ms", target=30, target_for="at most").ok is True
    assert Result("likeness", 0.9, "", target=0.99, target_for="at least").ok is False
    assert Result("likeness", 0.99, "", target=0.99, target_for="at least").ok is True
    assert PLAIN.ok is None


def test_a_target_for_a_ratio_needs_a_ratio() -> None:
    with pytest.raises(ValueError, match="reading"):
        Result("reading", 3.0, "ms", target=2.0)


def test_the_table_is_aligned_and_marks_what_misses() -> None:
    head, first, second, third, _, summary = table([REACHED, MISSED, PLAIN])
    assert head.split() == ["benchmark", "value", "unit", "against", "ratio", "target"]
    units = [line.index(unit) for line, unit in ((first, "files/s"), (second, "ms"), (third, "ms"))]
    assert units == [head.index("unit")] * 3
    assert first.endswith("3.00x   >= 2.5x  ok")
    assert second.endswith("<= 30 ms  MISSED")
    assert third.endswith("ms")
    assert summary == "1 of 2 targets reached"


def test_programs_get_every_result_with_its_target() -> None:
    first, second, third = document([REACHED, MISSED, PLAIN])
    assert {key: first[key] for key in ("name", "ratio", "target", "ok")} == {
        "name": "hearing",
        "ratio": 3.0,
        "target": 2.5,
        "ok": True,
    }
    assert (second["ratio"], second["value"], second["unit"], second["ok"]) == (None, 41.5, "ms", False)
    assert (third["target"], third["ok"]) == (None, None)


def test_one_that_fails_does_not_take_the_others_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> list[Result]:
        raise RuntimeError("no such checkpoint")

    assert {"indexing", "starter_speed"} <= set(names())
    monkeypatch.setattr("tests.benchmarks.starter_speed.run", fails)
    monkeypatch.setattr("tests.benchmarks.indexing.run", lambda: [REACHED])
    file = tmp_path / "bench.json"
    assert main(["starter_speed", "indexing", "--json", str(file)]) == 1
    out, err = capsys.readouterr()
    assert "hearing" in out
    assert "no such checkpoint" in err
    assert [entry["name"] for entry in json.loads(file.read_text("utf-8"))] == ["hearing"]
