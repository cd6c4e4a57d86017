"""Results and messages arrive whole, whatever is in a file's name and whatever the terminal can show."""

import io
import json
import os
import sys
from argparse import Namespace

import pytest

from desktop_app.cli import output
from desktop_app.cli.output import ProgressBar, count, encodable, printable, progress_line, result, say

AS_JSON = Namespace(json=True)
AS_LINES = Namespace(json=False)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_json_holds_names_that_are_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"/sounds/gr\xfc\xdfe \xe2\x82\xac.wav")
    result(AS_JSON, {"path": name}, ["not this"])
    text = capsys.readouterr().out
    assert text.isascii()
    assert os.fsencode(json.loads(text)["path"]) == b"/sounds/gr\xfc\xdfe \xe2\x82\xac.wav"


def test_a_number_that_json_does_not_know_is_a_fault() -> None:
    with pytest.raises(ValueError, match="JSON"):
        result(AS_JSON, {"score": float("nan")}, [])


def test_lines_hold_any_name_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    result(AS_LINES, {}, ["a\nb\x1b[31m.wav", "\udcff Größe 雨"])
    assert capsys.readouterr().out == "a\\nb\\x1b[31m.wav\n\\udcff Größe 雨\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("cod\u202evaw.exe", "cod\\u202evaw.exe"),
        ("a\u2066b\u2069\u061cc", "a\\u2066b\\u2069\\u061cc"),
        ("ra\u200bin\ufeff.wav", "ra\\u200bin\\ufeff.wav"),
        ("new\nearmark: all is lost.wav", "new\\nearmark: all is lost.wav"),
        ("a\tb\u2028c\xad", "a\\x09b\\u2028c\\xad"),
        ("גשם مطر می\u200cخواهم.wav", "גשם مطر می\u200cخواهم.wav"),
    ],
)
def test_a_name_cannot_be_shown_as_another(capsys: pytest.CaptureFixture[str], name: str, shown: str) -> None:
    result(AS_LINES, {}, [name])
    say(name)
    said = capsys.readouterr()
    assert (said.out, said.err) == (f"{shown}\n", f"{shown}\n")


def test_a_terminal_that_knows_few_letters_gets_escapes() -> None:
    assert printable("雨 rain", io.TextIOWrapper(io.BytesIO(), encoding="ascii")) == "\\u96e8 rain"
    assert encodable("雨\train\n", io.TextIOWrapper(io.BytesIO(), encoding="ascii")) == "\\u96e8\train\n"


def test_messages_go_to_standard_error_alone(capsys: pytest.CaptureFixture[str]) -> None:
    say("Traceback: \udcff.wav\n  why: \x07", lines=True)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Traceback: \\udcff.wav\n  why: \\x07\n"


def test_a_message_is_written_in_one_piece_so_that_no_other_thread_gets_into_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pieces: list[str] = []

    class Pieces(io.StringIO):
        def write(self, text: str) -> int:
            pieces.append(text)
            return len(text)

    monkeypatch.setattr(sys, "stderr", Pieces())
    say("up to date")
    assert [piece for piece in pieces if piece] == ["up to date\n"]


def test_without_standard_streams_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    say("nobody hears this")
    result(AS_LINES, {}, ["nor this"])
    with ProgressBar(quiet=False) as bar:
        bar.update(1, 2, 3.0)


def test_progress_says_how_much_how_fast_and_how_long() -> None:
    assert progress_line(
        500, 2000, 2.5, "sounds", settled=True
    ) == "[#######.....................] 500 of 2,000 sounds, " + ("2.5 sounds/s, 10 min 0 s left")
    assert progress_line(2000, 2000, 2.5, "sounds", settled=True).endswith("2,000 of 2,000 sounds, 2.5 sounds/s")
    assert progress_line(1, 100_001, 10.0, "MB", settled=True).endswith(", 2 h 46 min left")
    assert progress_line(0, 0, 0.0, "MB", settled=True).endswith("] 0 of 0 MB")


def test_progress_names_no_time_left_before_the_rate_has_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(output.time, "monotonic", iter([10.0, 12.9, 13.1]).__next__)
    with ProgressBar(quiet=False) as bar:
        for done in range(1, 4):
            bar.update(done, 100, 2.0)
    assert ["left" in part for part in terminal.getvalue().split("\r")[1:]] == [False, False, True]


def test_progress_is_one_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(output.time, "monotonic", iter([10.0, 10.05, 10.2, 10.25]).__next__)
    with ProgressBar(quiet=False) as bar:
        for done in range(1, 5):
            bar.update(done, 4, 0.0)
    drawn = terminal.getvalue()
    assert [part.partition("] ")[2] for part in drawn.split("\r")[1:]] == [
        "1 of 4 sounds",
        "3 of 4 sounds",
        "4 of 4 sounds\n",
    ]


@pytest.mark.parametrize("quiet", [True, False])
def test_progress_is_silent_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, quiet: bool
) -> None:
    if quiet:
        monkeypatch.setattr(sys, "stderr", Terminal())
    with ProgressBar(quiet=quiet) as bar:
        bar.update(4, 4, 1.0)
    assert (sys.stderr.getvalue() if isinstance(sys.stderr, Terminal) else capsys.readouterr().err) == ""


def test_one_is_singular() -> None:
    assert [count(number, "sound") for number in (0, 1, 2000)] == ["0 sounds", "1 sound", "2,000 sounds"]
