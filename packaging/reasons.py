"""Finds the sentences that the rooms without Qt say of errors and reasons, and that the window shows.

They reach it as finished English texts, through processes and databases. So each is gathered as a pattern, with holes
where its code puts something in, and `gui/retelling.py` finds the pattern of a text again. A hole is `{1}` where a name
stands, which stays as it is; `{number1}` where a number with separators stands, which is written as in the window; and
`{words1}` where words of the program or the system stand, which are translated themselves.
"""

import ast
import builtins
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from itertools import count, product
from pathlib import Path

NOT_IN_THE_WINDOW = (
    *("cli/*", "gui/*", "__main__.py", "launch.py", "scripting.py"),
    *("other_processes/*", "log.py", "vocabulary_choice.py", "training_run.py", "engine/evaluation/head_training.py"),
    *("core/synthesis/*", "core/published_figures.py", "engine/evaluation/*page*.py", "engine/exporting/*"),
    *("engine/embedders/embedder_check*.py", "engine/clap/tower_check.py", "engine/clap/device_record.py"),
    *("engine/clap/prepared_towers.py", "engine/clap/openvino_runtime.py", "library/watching/*watch*.py"),
)
"""Modules whose texts are for a terminal, a program, a report, a log or a network."""
MORE = (
    # What systems and decoders say of files.
    *("Permission denied", "Operation not permitted", "No such file or directory", "File exists", "Is a directory"),
    *("Not a directory", "No space left on device", "Disk quota exceeded", "Read-only file system", "File too large"),
    *("Input/output error", "File name too long", "Too many open files", "Device or resource busy", "Text file busy"),
    *("No such device", "Stale file handle", "Connection refused", "Host is down", "Too many levels of symbolic links"),
    *("Invalid argument", "Cannot allocate memory", "Format not recognised", "the disk is full"),
    *("Invalid data found when processing input", "End of file", "Decoder not found", "Unspecified internal error"),
    *("Supported file format but file is malformed", "Supported file format but unsupported encoding"),
    *("File contains data in an unimplemented format", "Not yet implemented in FFmpeg, patches welcome"),
    # What Python says of TOML.
    *("Invalid value", "Invalid statement", "Invalid date or datetime", "Invalid initial character for a key part"),
    *("Expected '=' after a key in a key/value pair", "Expected newline or end of document after a statement"),
    *("Expected ']' at the end of a table declaration", "Expected ']]' at the end of an array declaration"),
    *("Unclosed array", "Unclosed inline table", "Unterminated string", "Illegal character '{1}'"),
    *("Cannot overwrite a value", "Cannot declare {1} twice", "Unescaped '\\' in a string"),
    # What is put into sentences, and said in another place than these.
    *("{1}: {words2}", "{1}, line {2}: {words3}", 'the tag "{1}": {words2}', "this tag: {words1}"),
    '{words1}one of the texts in "{2}"',
    *("true or false", "a number", "a whole number", "a text", "a list", "a table", "a date or time"),
    *("The backup {1}", "The file {1}", "A backup of the library", "folder", "collection"),
    *("1 sound", "{number1} sounds", "1 tag decision", "{number1} tag decisions", "1 rating", "{number1} ratings"),
    *(
        "1 sound with a rating or note",
        "{number1} sounds with a rating or note",
        "1 audio format",
        "{number1} audio formats",
    ),
    *("1 sound in a collection", "{number1} sounds in collections", "1 edited sound", "{number1} edited sounds"),
    *("1 text that Earmark wrote", "{number1} texts that Earmark wrote"),
    *("1 embedding", "{number1} embeddings", "1 embedding of a text", "{number1} embeddings of texts", "1 embedder"),
    *("1 embedding of a long sound", "{number1} embeddings of long sounds", "{number1} embedders"),
)
_WORDS = re.compile(
    r"error|reason|problem|trouble|wrong|difference|hint|subject|kind_of|_kinds|complaint|cause|note|called|so_many|words|where|examples"
)
"""Names of what holds words of the program, and not a name or a number."""
_NO_WORDS = re.compile(r"^len\(|\.(filename|suffix|code)\b")
"""What such a thing has that is a name or a number."""
_SILENT = re.compile(r"(?i)_?log\.|re\.compile|.*\.(execute|endswith|startswith)|_setting$|KnownCheckpoint|Finding$")
"""Calls whose texts are for a log or a machine, or are translated in another way."""
_PHRASES = "EXAMPLES"
"""The constant whose texts are put into sentences."""
_HOLE = re.compile("\0(\\w*)\0")
_BRACES = re.compile(r"\{(\w*)\}")

Scope = Mapping[str, ast.expr]


def patterns_of(root: Path) -> list[str]:
    """All patterns of the program whose checkout is at `root`, each once, in order."""
    trees = {_module(file, root): ast.parse(file.read_text(encoding="utf-8"), str(file)) for file in _files(root)}
    constants = {module: dict(_assigned(tree.body)) for module, tree in trees.items()}
    found = set(MORE)
    for module, tree in trees.items():
        known = {**_imported(tree, constants), **constants[module]}
        found.update(map(_numbered, _said(tree, known, raised=False)))
    return sorted(found)


def _files(root: Path) -> list[Path]:
    package = root / "desktop_app"
    return [
        file
        for file in package.rglob("*.py")
        if not any(fnmatch(file.relative_to(package).as_posix(), left_out) for left_out in NOT_IN_THE_WINDOW)
    ]


def _module(file: Path, root: Path) -> str:
    return ".".join(file.relative_to(root).with_suffix("").parts)


def _imported(tree: ast.Module, constants: Mapping[str, Scope]) -> Scope:
    """The constants that a module has from others."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {
        name.name: constants[node.module][name.name]
        for node in imports
        for name in node.names
        if name.name in constants.get(node.module or "", {})
    }


def _said(node: ast.AST, known: Scope, *, raised: bool) -> Iterator[str]:
    """The patterns in and below a node; `raised` within an error of Earmark's own, or what is put into sentences: there
    all is said, and elsewhere only whole sentences are.
    """
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        known = {**known, **dict(_assigned(list(ast.walk(node))))}
    if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or _is_silent(node):
        return
    if isinstance(node, ast.expr) and not isinstance(node, ast.Name) and _is_text(node, known):
        yield from (text for text in _alternatives(node, known) if _has_words(text) and (raised or _is_sentence(text)))
        return
    raised = raised or (isinstance(node, ast.Raise) and _is_own_error(node.exc)) or _has_phrases(node)
    for child in ast.iter_child_nodes(node):
        yield from _said(child, known, raised=raised)


def _is_silent(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _SILENT.match(ast.unparse(node.func)) is not None


def _is_own_error(error: ast.expr | None) -> bool:
    name = ast.unparse(error.func) if isinstance(error, ast.Call) else ""
    return name.endswith("Error") and not hasattr(builtins, name)


def _has_phrases(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == _PHRASES


def _is_text(node: ast.expr, known: Scope) -> bool:
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.Name(id=name):
            return name in known
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _is_text(left, known) or _is_text(right, known)
        case ast.Call(func=ast.Attribute(value=text, attr="format" | "strip" | "rstrip")):
            return _is_text(text, known)
    return False


def _alternatives(node: ast.expr, known: Scope) -> list[str]:
    """All that an expression can say, with holes for what it puts in."""
    match node:
        case ast.Constant(value=str(text)):
            return [_BRACES.sub(lambda hole: _hole(hole[1]), text)]
        case ast.JoinedStr(values=parts):
            return _one_of_each([_part(part, known) for part in parts])
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _one_of_each([_alternatives(left, known), _alternatives(right, known)])
        case ast.IfExp(body=body, orelse=orelse):
            return _alternatives(body, known) + _alternatives(orelse, known)
        case ast.Call(func=ast.Attribute(value=text, attr="format" | "strip" | "rstrip")) if _is_text(text, known):
            return _alternatives(text, known)
        case ast.Name(id=name) if name in known:
            return _alternatives(known[name], {each: value for each, value in known.items() if each != name})
    return [_hole(ast.unparse(node))]


def _part(part: ast.expr, known: Scope) -> list[str]:
    """What a part of an f-string can say."""
    if isinstance(part, ast.FormattedValue):
        if part.format_spec is not None and ast.unparse(part.format_spec) == "f','":
            return ["\0number\0"]
        return _alternatives(part.value, known)
    return _alternatives(part, known)


def _one_of_each(choices: list[list[str]]) -> list[str]:
    return ["".join(parts) for parts in product(*choices)]


def _hole(source: str) -> str:
    has_words = _WORDS.search(source.lower()) and not _NO_WORDS.search(source)
    return f"\0{'words' if has_words else ''}\0"


def _assigned(body: list[ast.AST] | list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """The names that stand for texts of the program."""
    for node in body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            value = node.value
            if isinstance(targets[0], ast.Name) and (_is_text(value, {}) or _chooses_texts(value)):
                yield targets[0].id, value


def _chooses_texts(node: ast.expr) -> bool:
    return isinstance(node, ast.IfExp) and _is_text(node.body, {}) and _is_text(node.orelse, {})


def _has_words(text: str) -> bool:
    said = _HOLE.sub("\0", text)
    return "\n" not in text and re.search(r"[^\W\d_]{3}", said) is not None and " " in said


def _is_sentence(text: str) -> bool:
    return re.search(r"\S[.!?]$|\0words\0$", text) is not None


def _numbered(text: str) -> str:
    """With its holes named; what stands in quotation marks is nobody's words but a person's."""
    numbers = count(1)
    quoted = re.sub(r"(?<=[“\"])\0words\0", "\0\0", text)
    return _HOLE.sub(lambda hole: f"{{{hole[1]}{next(numbers)}}}", quoted)
