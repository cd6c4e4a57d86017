"""Every row of the fault table reaches its target, tried a few times; `poe faults` tries more."""

import pytest

from tests.faults.__main__ import names, run_row
from tests.faults.row import Row
from tests.faults.table import table


@pytest.mark.parametrize("name", names())
def test_the_quick_form_of_each_row_reaches_its_target(name: str) -> None:
    row = run_row(name, quick=True)
    assert row.tried, "nothing was tried"
    assert not row.problems, "\n".join(row.problems)


def test_a_row_that_misses_is_marked_and_says_why() -> None:
    missed = Row(3, "a fault", 2, "0 lost", "1 lost", ("sound 7 was lost",))
    lines = table([missed, Row(4, "another", 2, "0 lost", "0 lost")])
    assert "MISSED" in lines[2]
    assert "pass" in lines[3]
    assert lines[-2:] == ["1 of 2 rows reach their target", "row 3: sound 7 was lost"]


def test_a_row_that_tries_nothing_does_not_pass() -> None:
    assert not Row(3, "a fault", 0, "0 lost", "0 lost").passed
