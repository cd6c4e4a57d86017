"""Finds the sentences of the window that want translating: what is said by `self.tr(...)`, by
`QCoreApplication.translate(...)`, and by the settings and embedders, which do not know Qt. lupdate, which reads Python
as if it were C++, loses plurals and contexts of `translate`, so it is given what was found here.
"""

import ast
import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reasons import patterns_of

_FROM_ELSEWHERE = (
    "QCoreApplication.translate('Settings', sentence_of(setting))",
    "QCoreApplication.translate('Embedders', text)",
    "QCoreApplication.translate('Reasons', sentence.pattern.source)",
)
"""Calls that say what `settings_sentences`, `embedder_sentences` and `reason_sentences` know."""


class UnclearSentenceError(Exception):
    """A call of which nobody can tell what it will say; the message names the place."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A text as translators get it."""

    context: str
    """Where it is said: a class, or what `translate` names first."""
    source: str
    """The English text."""
    comment: str = ""
    """What tells it from the same text elsewhere."""
    counts: bool = False
    """It has a number in it, and so a singular and a plural."""


def sentences_of(root: Path) -> list[Sentence]:
    """All sentences of the program whose checkout is at `root`, each once, by context in the order of the files.

    Raises UnclearSentenceError.
    """
    found = dict.fromkeys([*settings_sentences(), *embedder_sentences(), *reason_sentences(root)])
    for file in sorted((root / "desktop_app" / "gui").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        try:
            found.update(dict.fromkeys(_sentences(tree, "")))
        except UnclearSentenceError as problem:
            raise UnclearSentenceError(f"{file.relative_to(root)}, line {problem}") from None
    return sorted(found, key=lambda sentence: sentence.context)


def settings_sentences() -> Iterator[Sentence]:
    """What explains the settings; `gui/translations.py` asks for it."""
    from desktop_app.settings import Settings, sentence_of

    for setting in dataclasses.fields(Settings):
        yield Sentence("Settings", sentence_of(setting.name))


def embedder_sentences() -> Iterator[Sentence]:
    """What is said of the embedders that the program knows; `gui/translations.py` asks for it."""
    from desktop_app.engine.embedders.model_files import KNOWN
    from desktop_app.open_profile.embedder_list import OWN_TITLE, STARTER_TITLE

    yield Sentence("Embedders", STARTER_TITLE)
    yield Sentence("Embedders", OWN_TITLE)
    for checkpoint in KNOWN.values():
        yield Sentence("Embedders", checkpoint.title)
        yield Sentence("Embedders", checkpoint.good_for)


def reason_sentences(root: Path) -> Iterator[Sentence]:
    """What the rooms without Qt say of errors and reasons; `gui/retelling.py` asks for it."""
    for pattern in patterns_of(root):
        yield Sentence("Reasons", pattern)


def for_lupdate(sentences: Iterable[Sentence]) -> str:
    """A Python module that says all of these in the one way that lupdate understands."""
    lines, context = [], ""
    for sentence in sentences:
        if sentence.context != context:
            context = sentence.context
            lines += [f"class {context}(QObject):", "    def say(self, number):"]
        given = [_quoted(sentence.source)]
        if sentence.comment or sentence.counts:
            given.append(_quoted(sentence.comment))
        if sentence.counts:
            given.append("number")
        lines.append(f"        self.tr({', '.join(given)})")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _sentences(node: ast.AST, context: str) -> Iterator[Sentence]:
    """Those in and below a node, in order; `context` is the class around it."""
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        sentence = _said_by(node, context)
        if sentence is not None:
            yield sentence
    for child in ast.iter_child_nodes(node):
        yield from _sentences(child, context)


def _said_by(call: ast.Call, context: str) -> Sentence | None:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name not in ("tr", "translate") or ast.unparse(call) in _FROM_ELSEWHERE:
        return None
    texts = [_text(argument) for argument in call.args[: 3 if name == "translate" else 2]]
    if None in texts or not texts or call.keywords:
        raise UnclearSentenceError(f"{call.lineno}: only plain texts can be translated")
    if name == "tr":
        if ast.unparse(function) != "self.tr" or not context:
            raise UnclearSentenceError(f"{call.lineno}: only self.tr says whose sentence it is")
        texts.insert(0, context)
    if len(texts) < 2:
        raise UnclearSentenceError(f"{call.lineno}: translate wants a context and a text")
    counts = len(call.args) > (3 if name == "translate" else 2)
    return Sentence(str(texts[0]), str(texts[1]), str(texts[2]) if len(texts) > 2 else "", counts)


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
