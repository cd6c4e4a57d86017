"""Which words the command line understands. The commands themselves are put aside: only what they would be given."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.cli import parser
from desktop_app.cli.grammar.command_list import COMMANDS
from desktop_app.cli.output import CommandError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.log import stop_logging


@pytest.fixture(autouse=True)
def _without_a_log() -> Iterator[None]:
    yield
    stop_logging()


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """What the command would be given for some words."""

    def read(*words: str) -> dict[str, Any]:
        seen: list[Namespace] = []
        monkeypatch.setattr(parser, "_command", lambda name: lambda arguments: seen.append(arguments) or 0)
        assert parser.run(words, lambda arguments: seen.append(arguments) or 0) == 0
        return vars(seen[0])

    return read


def no_window(arguments: Namespace) -> int:
    raise AssertionError("no window was asked for")


def refusal(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as end:
        parser.run(words, no_window)
    assert end.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ([], "window"),
        (["sounds"], "window"),
        (["./search"], "window"),
        (["--", "search"], "window"),
        (["index", "a"], "indexing:index"),
        (["watch"], "indexing:watch"),
        (["status"], "indexing:status"),
        (["search"], "finding:search"),
        (["tag"], "finding:tag"),
        (["folder", "list"], "indexing:folder_list"),
        (["folder", "remove", "a"], "indexing:folder_remove"),
        (["folder", "locate", "a", "b"], "indexing:folder_locate"),
        (["folder", "exclude", "*.mp3"], "indexing:folder_exclude"),
        (["folder", "include", "*.mp3"], "indexing:folder_include"),
        (["vocabulary", "list"], "vocabularies:vocabulary_list"),
        (["vocabulary", "show", "music"], "vocabularies:vocabulary_show"),
        (["vocabulary", "check", "a.toml"], "vocabularies:vocabulary_check"),
        (["vocabulary", "import", "a.toml"], "vocabularies:vocabulary_import"),
        (["vocabulary", "use", "music", "ucs"], "vocabularies:vocabulary_use"),
        (["vocabulary", "remove", "music"], "vocabularies:vocabulary_remove"),
        (["vocabulary", "export", "music"], "vocabularies:vocabulary_export"),
        (["embedder", "list"], "embedders:embedder_list"),
        (["embedder", "use", "starter"], "embedders:embedder_use"),
        (["embedder", "add", "a"], "embedders:embedder_add"),
        (["embedder", "download", "a"], "embedders:embedder_download"),
        (["embedder", "check", "starter"], "embedders:embedder_check"),
    ],
)
def test_each_command_is_understood_and_there(given: Callable[..., dict[str, Any]], words: list[str], run: str) -> None:
    command = parser._command
    assert given(*words)["run"] == run
    assert run == "window" or callable(command(run))


@pytest.mark.parametrize(
    "words",
    [
        ["--profile", "p", "--json", "search", "rain"],
        ["search", "--profile", "p", "--json", "rain"],
        ["--profile=p", "search", "rain", "--json"],
        ["--json", "search", "rain", "--profile", "p"],
    ],
)
def test_common_options_stand_before_or_after_the_command(
    given: Callable[..., dict[str, Any]], words: list[str]
) -> None:
    arguments = given(*words)
    assert (arguments["profile"], arguments["json"], arguments["text"]) == ("p", True, ["rain"])


def test_common_options_stand_anywhere_in_a_group(given: Callable[..., dict[str, Any]]) -> None:
    for words in (["--json", "folder", "list"], ["folder", "--json", "list"], ["folder", "list", "--json"]):
        assert given(*words)["json"] is True
    assert given("folder", "list")["json"] is False


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["rain", "-thunder"], "rain -thunder"),
        (["-thunder", "rain"], "-thunder rain"),
        (["rain", "-thunder", "roof", "-hail", "-h1"], "rain -thunder roof -hail -h1"),
        (["--", "-thunder", "--json"], "-thunder --json"),
        (["rain", "--limit", "5", "roof", "-wind"], "rain roof -wind"),
        (["--limit", "5", "--", "-h"], "-h"),
        (["-folder:old", "length:<2", "-5"], "-folder:old length:<2 -5"),
        (["rain on a roof"], "rain on a roof"),
        ([], ""),
    ],
)
def test_words_with_a_minus_belong_to_the_search(
    given: Callable[..., dict[str, Any]], words: list[str], text: str
) -> None:
    assert " ".join(given("search", *words)["text"]) == text


def test_an_example_may_be_called_like_an_option(given: Callable[..., dict[str, Any]]) -> None:
    assert given("search", "--like=-h")["like"] == "-h"
    assert given("search", "--like", "a.wav", "-x")["like"] == "a.wav"


def test_paths_may_stand_on_both_sides_of_an_option(given: Callable[..., dict[str, Any]]) -> None:
    assert given("index", "a", "--json", "b")["folders"] == ["a", "b"]
    assert given("tag", "a", "--top", "3", "b", "c")["paths"] == ["a", "b", "c"]
    assert given("a", "--screenshot", "x.png", "b")["folders"] == ["a", "b"]


def test_a_folder_may_be_called_like_a_command(given: Callable[..., dict[str, Any]]) -> None:
    assert given("--profile", "search", "status")["run"] == "indexing:status"
    assert given("index", "search", "tag")["folders"] == ["search", "tag"]
    assert given("--screenshot", "tag", "sounds")["folders"] == ["sounds"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["folder"], "ACTION"),
        (["folder", "mend"], "mend"),
        (["search", "--limit", "0"], "0 is not a number of at least 1"),
        (["index", "Sounds", "--jobs", "0"], "0 is not a number of at least 1"),
        (["search", "--limit", "many"], "many is not a number"),
        (["search", "--limit", "-1"], "-1 is not a number"),
        (["search", "--limit", "9" * 5000], "--limit"),
        (["search", "--lim", "3"], "--lim"),
        (["search", "rain", "--loud"], "--loud"),
        (["tag", "a", "-x"], "-x"),
        (["status", "now"], "now"),
        (["--profile", "", "status"], "this name is empty"),
        (["index", ""], "this name is empty"),
        (["--prof", "p", "status"], "--prof"),
    ],
)
def test_wrong_usage_is_said_and_ends_with_2(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert sentence in refusal(capsys, *words)


def test_a_word_that_is_not_known_turns_no_letters_round(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--cod\\u202evaw\\x1b[31m" in refusal(capsys, "tag", "--cod\u202evaw\x1b[31m")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parser.run(["--help"], no_window)
    assert end.value.code == 0
    text = capsys.readouterr().out
    for name, line in COMMANDS.items():
        assert f"  {name}" in text
        assert line in text


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parser.run(["--version"], no_window)
    assert end.value.code == 0
    assert capsys.readouterr().out == f"Earmark {__version__}\n"


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (CommandError("It is busy.", 4), 4, "earmark: It is busy."),
        (EmbedderError("No weights."), 1, "earmark: No weights."),
        (FileNotFoundError(2, "No such file", "/a/b"), 1, "earmark: /a/b: No such file"),
        (OSError(28, "No space left on device"), 1, "earmark: No space left on device"),
        (KeyboardInterrupt(), 130, "earmark: interrupted; what was done so far is kept"),
    ],
)
def test_what_the_world_does_becomes_a_sentence_and_a_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    error: BaseException,
    code: int,
    sentence: str,
) -> None:
    def fail(arguments: Namespace) -> int:
        raise error

    monkeypatch.setattr(parser, "_command", lambda name: fail)
    assert parser.run(["--profile", str(tmp_path), "status"], no_window) == code
    said = capsys.readouterr()
    assert said.err == f"{sentence}\n"
    assert said.out == ""


def test_a_fault_of_ours_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: Namespace) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(parser, "_command", lambda name: fail)
    with pytest.raises(ZeroDivisionError):
        parser.run(["status"], no_window)


def test_parts_of_a_search_can_be_weighed(given: Callable[..., dict[str, Any]]) -> None:
    weighed = given("search", "rain", "--weight", "words=1.5", "--weight", "without=0", "-wind")
    assert weighed["weight"] == [("words", 1.5), ("without", 0.0)]
    assert weighed["text"] == ["rain", "-wind"]


@pytest.mark.parametrize("weight", ["rain=1", "words", "words=", "words=3", "words=-1", "words=nan", "=1"])
def test_a_weight_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], weight: str) -> None:
    assert "example, words, without" in refusal(capsys, "search", "rain", "--weight", weight)
