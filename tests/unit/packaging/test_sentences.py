"""The sentences that translators get are all that the program says, with what they need to know of each."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
SAYS = """
def title():
    translate = QCoreApplication.translate
    return translate("Table", "Name"), translate("Table", "%Ln row(s)", "", 3)
class Panel(QWidget):
    def show(self, count):
        self.tr("Good", "of a sound")
        return lambda: self.tr("%Ln " "sound(s)", "", count)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(PACKAGING))
    (tmp_path / "desktop_app" / "gui").mkdir(parents=True)
    return tmp_path


def test_each_sentence_comes_with_its_place_and_whether_it_counts(folder: Path) -> None:
    from sentences import Sentence, sentences_of

    (folder / "desktop_app" / "gui" / "panel.py").write_text(SAYS)
    elsewhere = ("Settings", "Embedders", "Reasons")
    found = [sentence for sentence in sentences_of(folder) if sentence.context not in elsewhere]
    assert found == [
        Sentence("Panel", "Good", "of a sound"),
        Sentence("Panel", "%Ln sound(s)", "", True),
        Sentence("Table", "Name"),
        Sentence("Table", "%Ln row(s)", "", True),
    ]


def test_settings_and_embedders_explain_themselves(folder: Path) -> None:
    from sentences import sentences_of

    said = {(sentence.context, sentence.source) for sentence in sentences_of(folder)}
    assert ("Settings", "Look of the window: system, light or dark.") in said
    assert ("Embedders", "CLAP, for short sounds") in said


@pytest.mark.parametrize("call", ['self.tr(f"{n} sounds")', "self.tr(text)", 'view.tr("Drag")', 'translate("Alone")'])
def test_a_sentence_that_nobody_could_translate_is_refused(folder: Path, call: str) -> None:
    from sentences import UnclearSentenceError, sentences_of

    (folder / "desktop_app" / "gui" / "panel.py").write_text(f"class Panel:\n    def show(self):\n        {call}\n")
    with pytest.raises(UnclearSentenceError, match=r"panel\.py, line 3"):
        sentences_of(folder)


def test_what_lupdate_gets_says_the_same(folder: Path) -> None:
    from sentences import Sentence, for_lupdate

    hard = [Sentence("A", 'say "it"\nagain\\'), Sentence("A", "%Ln", "", True), Sentence("B", "x", "why")]
    calls = [node for node in ast.walk(ast.parse(for_lupdate(hard))) if isinstance(node, ast.Call)]
    assert [[getattr(argument, "value", "n") for argument in call.args] for call in calls] == [
        ['say "it"\nagain\\'],
        ["%Ln", "", "n"],
        ["x", "why"],
    ]


def test_a_new_sentence_fails_the_check_until_it_is_translated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the real tools, on translations of a program that says one thing."""
    import translations

    (folder / "desktop_app" / "gui" / "panel.py").write_text(
        'class Panel:\n    def a(self):\n        self.tr("Good")\n'
    )
    kept = folder / "translations"
    kept.mkdir()
    monkeypatch.setattr(translations, "ROOT", folder)
    monkeypatch.setattr(translations, "TRANSLATIONS", kept)
    monkeypatch.setattr(translations, "LANGUAGES", ("de",))
    monkeypatch.setattr("sentences.settings_sentences", lambda: iter(()))
    monkeypatch.setattr("sentences.embedder_sentences", lambda: iter(()))
    monkeypatch.setattr("sentences.reason_sentences", lambda _: iter(()))
    assert translations.main(["--check"]) == 1
    assert list(kept.iterdir()) == [], "a check changes nothing"
    assert translations.main([]) == 1, "nobody has translated it"
    file = kept / "earmark_de.ts"
    unfinished = '<translation type="unfinished"></translation>'
    assert unfinished in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(unfinished, "<translation>Gut</translation>"))
    assert translations.main(["--check"]) == 1, "it is not compiled"
    assert translations.main([]) == 0
    assert translations.main(["--check"]) == 0


@pytest.fixture(autouse=True)
def forget_modules() -> None:
    """Each test loads the scripts anew: others have modules of the same names."""
    for name in ("reasons", "sentences", "translations"):
        sys.modules.pop(name, None)
