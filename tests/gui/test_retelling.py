"""What the rooms without Qt say of errors and reasons is said in the window's language; names in it stay."""

import ast
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.events import IndexingStopped, LibraryNoticed, SuccessorStopped
from desktop_app.core.tag import VocabularyError
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.engine.decoding.sound_errors import of_the_system
from desktop_app.engine.searching.examples import ExampleError
from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.models.sound_rows import trouble_text
from desktop_app.gui.problems import problems_of
from desktop_app.gui.retelling import retold, retold_error
from desktop_app.gui.translations import Translations
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.settings import SettingsError, load_settings
from tests.gui.spoken import Speak
from tests.gui.stand_ins import sound
from tests.gui.test_translatable import GUI, TRANSLATIONS, entries, forms, sentences
from tests.library_maker import open_library

HOLE = re.compile(r"\{(\w+)\}")
NAME = "This file is empty."
"""A file may be called so, and is called so then in every language."""
SHOWN_ELSEWHERE = {
    "queries.py": "of a search; `conversations/finding.py` shows it",
    "vocabulary_drafts.py": "of a file; `VocabularyList` and `VocabularyEditor` show it",
}
"""Files that keep what an error says in English, each with who says it to the person."""


def catalogue() -> list[str]:
    return (TRANSLATIONS / "reasons.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def german(speak: Speak) -> Translations:
    return speak("de")


def test_the_catalogue_is_that_of_the_program() -> None:
    gathered = sorted(source for context, source, _, _ in sentences() if context == "Reasons")
    assert catalogue() == gathered, "run `poe translations`, then translate what it names"


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_sentence_is_known_again_with_all_that_is_put_into_it(language: str, speak: Speak) -> None:
    speak(language)
    translated = {key[1]: forms(entry)[0] for key, entry in entries(language).items() if key[0] == "Reasons"}
    denied, wrong = "Permission denied", {}
    for pattern, translation in translated.items():
        told = retold(filled(pattern, denied))
        if told != filled(translation, translated[denied]):
            wrong[pattern] = told
    assert wrong == {}


def filled(pattern: str, words: str) -> str:
    """A pattern with a name of its own in each hole for names, and with these words in all others."""
    return HOLE.sub(lambda hole: words if hole[1].startswith("words") else f"{NAME[:-1]}-{hole[1]}", pattern)


def test_english_stays_english(speak: Speak) -> None:
    speak("en")
    for pattern in catalogue():
        assert retold(pattern) == pattern


@pytest.mark.usefixtures("german")
class TestWhatIsPutIn:
    def test_a_name_is_never_translated(self) -> None:
        assert retold(f"“{NAME}” was understood as “{NAME}”.") == f"„{NAME}“ wurde als „{NAME}“ verstanden."
        assert retold_error(PermissionError(13, "Permission denied", NAME)) == f"Zugriff verweigert: {NAME}"

    def test_a_reason_in_a_sentence_is_translated_however_deep(self) -> None:
        said = "Nothing was written, for the copy was not as it should be: This file cannot be read (File too large)."
        assert retold(said) == (
            "Es wurde nichts geschrieben, denn die Kopie war nicht, wie sie sein soll: Diese Datei ist nicht lesbar "
            "(Datei zu groß)."
        )

    def test_a_number_is_written_as_elsewhere_in_the_window(self) -> None:
        said = "12,345 sounds have not been measured yet, and so cannot be found by this."
        assert retold(said).startswith("12.345 Klänge sind noch nicht gemessen")

    def test_signs_that_mean_something_to_the_catalogue_are_only_signs_in_a_name(self) -> None:
        for name in ("{1}", "{words1}", "%1 \\1 & (.*?)", "a\nb", ""):
            assert retold(f"“{name}” was understood as “x”.") == f"„{name}“ wurde als „x“ verstanden."


@pytest.mark.usefixtures("german")
class TestWhichFits:
    def test_the_sentence_of_which_most_is_certain(self) -> None:
        assert retold("This file cannot be read (x).") == "Diese Datei ist nicht lesbar (x)."
        assert retold("That.toml cannot be read (x).") == "That.toml ist nicht lesbar (x)."

    def test_several_sentences_in_a_row_or_in_lines(self) -> None:
        both = "The network understands English. This file is empty."
        assert retold(both) == "Das Netz versteht Englisch. Diese Datei ist leer."
        assert retold(both.replace(". ", ".\n")) == "Das Netz versteht Englisch.\nDiese Datei ist leer."

    @pytest.mark.parametrize(
        "text",
        [
            *("", " ", "\n", "Nobody says so.", "Nobody: says so.", "nobody.toml, line", "Wer weiß? Niemand.", ". . ."),
            *(NAME.rstrip("."), NAME.lower(), f"{NAME} ", f"{NAME} Nobody says so."),
            *("Nobody says so. " * 400, ": " * 5000, f"{'a: ' * 5000}{NAME}"),
        ],
    )
    def test_an_unknown_text_stays_as_it_is(self, text: str) -> None:
        assert retold(text) == text

    def test_lines_that_are_known_are_translated_among_others(self) -> None:
        assert retold(f"{NAME}\nNobody says so.") == "Diese Datei ist leer.\nNobody says so."


def from_a_vocabulary(tag: str) -> Callable[[Path], object]:
    return lambda _: parse_vocabulary(f'name = "x"\n[[tags]]\n{tag}', source="own.toml")


def from_a_folder_that_is_none(place: Path) -> None:
    (place / "a.wav").touch()
    with open_library(place) as library:
        library.folders.add(place / "a.wav")


def from_broken_settings(place: Path) -> None:
    (place / "settings.toml").write_text("volume = [")
    load_settings(place / "settings.toml")


def from_a_search(_: Path) -> None:
    raise ExampleError("bell.wav", str(of_the_system(FileNotFoundError(2, os.strerror(2)))))


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("fail", "said"),
    [
        (from_a_vocabulary('prompts = ["a"]'), r"^own\.toml, Zeile 2: dieses Schlagwort hat keinen Namen"),
        (
            from_a_vocabulary('name = "r"\nprompt = 1'),
            r'das Schlagwort "r": den Schlüssel "prompt" gibt es hier nicht: ist',
        ),
        (from_a_vocabulary('name = "r"\nprompts = [1]'), r"einer der Texte .* nicht eine Zahl\.$"),
        (from_a_folder_that_is_none, r"^.*a\.wav ist eine Datei: den Ordner hinzufügen"),
        (from_broken_settings, r"settings\.toml ist nicht gültig: .*Berichtigen"),
        (from_a_search, r"^„bell\.wav“ lässt sich nicht mit .*nicht lesbar \(Datei oder Ordner nicht vorhanden\)"),
    ],
)
def test_what_really_goes_wrong_is_told(fail: Callable[[Path], object], said: str, tmp_path: Path) -> None:
    with pytest.raises((VocabularyError, LibraryError, SettingsError, ExampleError)) as failure:
        fail(tmp_path)
    assert re.search(said, retold_error(failure.value)), retold_error(failure.value)


class TestWhereItEntersTheWindow:
    def test_a_file_that_cannot_be_read_says_why(self, german: Translations, tmp_path: Path) -> None:
        reason = "This is not audio that Earmark can read (Format not recognised)."
        [problem] = problems_of([(tmp_path / "a.wav", reason)])
        assert problem.reason == "Das ist kein Klang, den Earmark lesen kann (Format nicht erkannt)."
        assert trouble_text(sound(1, problem=reason)) == problem.reason

    def test_what_the_engine_tells(self, german: Translations) -> None:
        bridge, told = IndexerBridge(), []
        bridge.problem.connect(told.append)
        bridge.library_noticed.connect(lambda notice: told.append(notice.sentence))
        bridge.successor_stopped.connect(lambda _name, reason: told.append(reason))
        bridge.notify(IndexingStopped("The library is closed."))
        bridge.notify(LibraryNoticed("library.db lacks the audio format of 1,200 sounds."))
        bridge.notify(SuccessorStopped("clap", "Earmark is closing."))
        bridge.deliver()
        assert told == [
            "Die Bibliothek ist geschlossen.",
            "In library.db fehlt das Audioformat: 1.200 Klänge.",
            "Earmark wird geschlossen.",
        ]

    def test_what_fails_on_a_thread(self, german: Translations, qtbot: QtBot) -> None:
        def fail() -> None:
            raise LibraryError("This collection is no longer in the library.")

        thread = BackgroundThread("failing")
        with qtbot.waitSignal(thread.failed, timeout=60_000) as failed:
            thread.run(fail, lambda _: None)
        thread.stop()
        thread.join()
        assert failed.args == ["Diese Sammlung ist nicht mehr in der Bibliothek."]


def untold(node: ast.AST, error: str = "") -> Iterator[int]:
    """Lines where the window puts what an error says into a text, as it is."""
    if isinstance(node, ast.ExceptHandler):
        error = node.name or ""
    called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    if called.startswith("retold"):
        return
    put_in = ast.unparse(node.value) if isinstance(node, ast.FormattedValue) else ""
    if error and (put_in == error or (called == "str" and ast.unparse(node) == f"str({error})")):
        yield node.lineno
    for child in ast.iter_child_nodes(node):
        yield from untold(child, error)


def test_the_window_says_no_error_as_it_is() -> None:
    found = [
        f"{file.relative_to(GUI)}:{line}: say retold_error(error)"
        for file in sorted(GUI.rglob("*.py"))
        for line in untold(ast.parse(file.read_text(encoding="utf-8")))
        if file.name not in SHOWN_ELSEWHERE
    ]
    assert found == []


def test_an_error_that_is_said_as_it_is_is_found() -> None:
    shown = 'try: work()\nexcept OSError as error:\n  say(str(error))\n  say(f"{error}!")\n  say(retold(str(error)))'
    assert list(untold(ast.parse(shown))) == [3, 4]
