"""Files are changed only by who says so: asked at a terminal, told by --yes elsewhere."""

import io
import sys
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.cli.changing import agreed, done, report
from desktop_app.cli.output import OK, SOME_UNREADABLE, CommandError

HERE = Namespace(yes=False, json=False)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class One:
    path: Path
    problem: str = ""


@pytest.mark.parametrize(
    ("typed", "meant"), [("y\n", True), (" YES \n", True), ("\n", False), ("n\n", False), ("", False)]
)
def test_only_a_yes_is_one(typed: str, meant: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert agreed(HERE, "Rename 2 files?", otherwise="Say --yes.") is meant


@pytest.mark.parametrize("stdin", [io.StringIO("y\n"), None])
def test_nobody_is_asked_who_cannot_answer(stdin: io.StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    with pytest.raises(CommandError, match="Say --yes"):
        agreed(HERE, "Rename 2 files?", otherwise="Say --yes.")
    assert agreed(Namespace(yes=True, json=False), "", otherwise="")
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    with pytest.raises(CommandError):
        agreed(Namespace(yes=False, json=True), "", otherwise="Say --yes.")


def test_what_was_left_alone_is_named_and_makes_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = One(Path("a.wav")), One(Path("b.wav"), "It is read-only.")
    assert report(HERE, {}, done(HERE, iter([good]), 1), "renamed", "take it back") == OK
    assert capsys.readouterr().out == "1 file renamed; take it back\n"
    assert report(HERE, {}, [good, bad], "taken_back", "") == SOME_UNREADABLE
    said = capsys.readouterr()
    assert (said.out, said.err) == ("1 file taken back\n", "b.wav: It is read-only.\n")
