"""What the rooms without Qt say of errors and reasons is gathered as patterns, with holes where something is put in."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"

Gather = Callable[..., list[str]]


@pytest.fixture
def gather(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gather:
    """The patterns in a program of these modules, given as the name of one and its text."""
    sys.modules.pop("reasons", None)  # others have modules of this name
    monkeypatch.syspath_prepend(str(PACKAGING))

    def gathered(**modules: str) -> list[str]:
        from reasons import MORE, patterns_of

        for name, text in modules.items():
            file = tmp_path / "desktop_app" / (name.replace("__", "/") + ".py")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return [pattern for pattern in patterns_of(tmp_path) if pattern not in MORE]

    return gathered


def test_what_is_put_in_is_a_hole_and_tells_words_and_numbers_from_names(gather: Gather) -> None:
    code = 'def why(file, error, count):\n    return f"{file.name} cannot be read {count:,} times ({error.strerror})."'
    assert gather(library=code) == ["{1} cannot be read {number2} times ({words3})."]


def test_what_is_quoted_or_counted_or_a_file_is_a_name(gather: Gather) -> None:
    code = 'def why(error, problems):\n    return f"SQLite says “{error}” of {error.filename}, {len(problems)} times."'
    assert gather(library=code) == ["SQLite says “{1}” of {2}, {3} times."]


def test_constants_and_choices_are_put_in_wherever_they_come_from(gather: Gather) -> None:
    again = 'AGAIN = "try it again."\n_LEFT = f"It is left alone ({{reason}}); {AGAIN}"\n'
    use = (
        "from desktop_app.core import AGAIN\n"
        "def why(count, path):\n"
        '    files = "1 file is" if count == 1 else f"{count} files are"\n'
        "    return f\"{files} gone: \" + AGAIN if path else f\"{path} is {'new' if count else 'old'}.\"\n"
    )
    assert gather(core=again, library=use) == [
        "1 file is gone: try it again.",
        "It is left alone ({words1}); try it again.",
        "try it again.",
        "{1} files are gone: try it again.",
        "{1} is new.",
        "{1} is old.",
    ]


def test_own_errors_say_all_that_they_are_given_and_others_only_sentences(gather: Gather) -> None:
    code = (
        'def fail(x):\n    raise CellError(f"the rating “{x}” is none")\n'
        'def crash(x):\n    raise ValueError("no such thing") if x else KeyError("This is a sentence.")\n'
    )
    assert gather(core=code) == ["This is a sentence.", "the rating “{1}” is none"]


@pytest.mark.parametrize(
    "code",
    [
        '"""Explains itself."""',
        'log.warning("This is for the log.")',
        'connection.execute("SELECT a FROM b WHERE c = ?")',
        'TABLE = "sounds.folder_id = ?"',
        'name = "cannot be named"',
        'pattern = re.compile(r"Is it so?")',
    ],
)
def test_what_nobody_reads_in_the_window_is_left_out(gather: Gather, code: str) -> None:
    assert gather(core=code) == []


@pytest.mark.parametrize("module", ["gui__panels__panel", "cli__say", "launch", "engine__evaluation__evaluation_page"])
def test_modules_that_speak_elsewhere_are_left_out(gather: Gather, module: str) -> None:
    assert gather(**{module: 'SAID = "This is said elsewhere."'}) == []


def test_every_module_that_is_left_out_is_there() -> None:
    sys.modules.pop("reasons", None)
    sys.path.insert(0, str(PACKAGING))
    try:
        from reasons import NOT_IN_THE_WINDOW
    finally:
        sys.path.pop(0)
    package = PACKAGING.parent / "desktop_app"
    assert [pattern for pattern in NOT_IN_THE_WINDOW if not any(package.glob(pattern))] == []
