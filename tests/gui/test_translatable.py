"""Every word of the window can be translated, and German and French have a good translation of each."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QKeySequence

ROOT = Path(__file__).resolve().parents[2]
GUI = ROOT / "desktop_app" / "gui"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr")
PLACEHOLDER = re.compile(r"\{\w*\}|%Ln|%n|%\d")

NOT_FRENCH = re.compile(r" [:;?!»]|« |[^\W\d_]'[^\W\d_]")

NOT_WORDS = {
    "actions/collecting.py": {"Alt+"},  # keys
    "application.py": {
        "Earmark",
        # For the terminal, where all is English.
        "PySide6 6.12 crashes Python before 3.12: install PySide6-Essentials below 6.12, or use Python 3.12.",
        "The picture cannot be written to ",
        ": name a file in a folder that you may change.",
    },
    "dialogs/about.py": {  # names and licences
        *("Apache-2.0", "MIT / ", "Universal Category System", "Qt, PySide", "PyTorch, NumPy", "Lucide", "Inter"),
        *("libsndfile, soxr, FFmpeg", "SQLite, APSW", "ONNX Runtime, SwiftF0"),
    },
    "main_window.py": {"Earmark"},
    "mending.py": {"Earmark"},
    "opening.py": {"Earmark"},
    "panels/middle_pages.py": {"this page was not added"},  # a fault of the program, for its log
}
"""Texts that look like words for a person and are none, by file; each with its reason or plain to see."""
SHOWING = re.compile(
    r"^(Q[A-Z]\w*|set(Text|ToolTip|StatusTip|WhatsThis|WindowTitle|Title|PlaceholderText|Accessible(Name|Description)"
    r"|Suffix|Prefix|SpecialValueText|LabelText|InformativeText|HeaderLabels)|add(Item|Items|Action|Menu|Tab|Row"
    r"|Button|_button|_row|_page)|insertItem|show(Message|_notice|_text)|say|keep_saying|carry_out|ask|everywhere"
    r"|in_list|append|emit|flat_button|rename|ElidedLabel|PlainLabel|plain_tip|without_mark|WorkLine|\w*Error)$"
)
"""Calls that bring a text before a person's eyes."""
WORDS = re.compile(r"^[A-Z][a-z]|[^\W\d_]{2}\S* +\S*[^\W\d_]{2}")
"""Begins like a word of a label, or is several words: neither a name of an icon nor a unit."""
SILENT = re.compile(r"^(tr|translate|QShortcut|QKeySequence|QSettings|QProcess|QFont|QByteArray|QDBus\w*)$")


@cache
def sentences() -> list[tuple[str, str, str, bool]]:
    """What the program says, as the tool that feeds lupdate finds it."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        from sentences import sentences_of
    finally:
        sys.path.pop(0)
    return [(s.context, s.source, s.comment, s.counts) for s in sentences_of(ROOT)]


def entries(language: str) -> dict[tuple[str, str, str, bool], ElementTree.Element]:
    """(context, source, comment, has a plural) -> its translation."""
    tree = ElementTree.parse(TRANSLATIONS / f"earmark_{language}.ts")
    found = {}
    for context in tree.iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            translation = message.find("translation")
            assert translation is not None
            found[(*key, message.get("numerus") == "yes")] = translation
    return found


def forms(translation: ElementTree.Element) -> list[str]:
    """The text, or its singular and its plural."""
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_program_is_translated(language: str) -> None:
    said, translated = set(sentences()), entries(language)
    assert said - translated.keys() == set(), "run `poe translations`, then translate what it names"
    assert translated.keys() - said == set(), "nobody says these any more: run `poe translations`"
    unfinished = [key for key, entry in translated.items() if entry.get("type") or not all(forms(entry))]
    assert unfinished == []


def test_english_has_a_singular_and_a_plural_of_everything_that_counts() -> None:
    plurals = entries("en")
    assert {sentence for sentence in sentences() if sentence[3]} == plurals.keys()
    for key, entry in plurals.items():
        assert entry.get("type") is None, key
        assert len(forms(entry)) == 2, key
        assert not any("(s)" in form for form in forms(entry)), key


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_what_is_put_into_a_sentence_is_put_into_its_translation(language: str) -> None:
    for key, entry in entries(language).items():
        for form in forms(entry):
            assert Counter(PLACEHOLDER.findall(form)) == Counter(PLACEHOLDER.findall(key[1])), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_surrounds_the_words(language: str) -> None:
    for (_context, source, _comment, _counts), entry in entries(language).items():
        for form in forms(entry):
            assert source.endswith("...") == form.endswith("..."), form
            assert source.count("\n") == form.count("\n"), form
            assert len(source) - len(source.lstrip()) == len(form) - len(form.lstrip()), form
            assert len(re.findall(r"&\w", source)) == len(re.findall(r"&\w", form)), form


def test_french_is_set_as_the_french_do() -> None:
    wrong = [form for entry in entries("fr").values() for form in forms(entry) if NOT_FRENCH.search(form)]
    assert wrong == [], "no-break spaces inside « » and before : ; ? !, and the apostrophe ’"


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
@pytest.mark.parametrize("context", ["CrashDialog", "Exclusions", "ProblemPanel", "TagForm", "VocabularyFrame"])
def test_no_two_controls_of_a_page_answer_to_the_same_letter(language: str, context: str) -> None:
    said = [key[1] for key in sentences() if key[0] == context]
    if language != "en":
        translated = entries(language)
        said = [forms(entry)[0] for key, entry in translated.items() if key[0] == context]
    letters = Counter(letter.lower() for text in said for letter in re.findall(r"&(\w)", text))
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_compiled_files_are_those_of_the_texts() -> None:
    for language in ("en", *LANGUAGES):
        translator = QTranslator()
        assert translator.load(f"earmark_{language}", str(TRANSLATIONS))
        for (context, source, comment, counts), entry in entries(language).items():
            said = translator.translate(context, source, comment or None, 5 if counts else -1)
            assert said == forms(entry)[-1], f"{language}: {source}: run `poe translations`"


def bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of what is shown to a person, or returned to who shows it, and cannot be translated."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and node.value is not None:
            yield from ((node.lineno, text) for text in spoken(node.value) if WORDS.search(text))
        if isinstance(node, ast.Call) and SHOWING.match(called(node)) and not SILENT.match(called(node)):
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from ((node.lineno, text) for text in spoken(argument))


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def spoken(node: ast.AST) -> Iterator[str]:
    """The texts in an expression, whatever it puts them together with, but not those handed on to another call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if WORDS.search(node.value) and not is_key(node.value):
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        pieces = (piece.value for piece in node.values if isinstance(piece, ast.Constant))
        yield from (str(piece) for piece in pieces if re.search(r"[^\W\d_]{2}", str(piece)))
    elif isinstance(node, ast.BinOp | ast.IfExp | ast.BoolOp | ast.Tuple | ast.List):
        for child in ast.iter_child_nodes(node):
            yield from spoken(child)
    elif isinstance(node, ast.Call) and called(node) in ("format", "join"):
        yield from spoken(node.func.value) if isinstance(node.func, ast.Attribute) else ()


def is_key(text: str) -> bool:
    keys = QKeySequence(text)
    return not keys.isEmpty() and keys[0].key() is not Qt.Key.Key_unknown


def test_no_text_is_shown_that_cannot_be_translated() -> None:
    found = []
    for file in sorted(GUI.rglob("*.py")):
        name = file.relative_to(GUI).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found += [f"{name}:{line}: {text}" for line, text in bare_texts(tree) if text not in NOT_WORDS.get(name, ())]
    assert found == []


def test_a_text_that_cannot_be_translated_is_found() -> None:
    shown = (
        'self.x.setText(f"{n} sounds")\nbox = QLabel("Tags" if many else self.tr("Tag"))\ny.setText(self.tr("Good"))'
    )
    assert list(bare_texts(ast.parse(shown))) == [(1, " sounds"), (2, "Tags")]
