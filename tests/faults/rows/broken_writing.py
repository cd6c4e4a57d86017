"""Texts written into broken sound files: whatever is odd about one, it is never made worse."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.core.metadata import Field
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.file_changes.tag_writing import identifier
from desktop_app.library.metadata.reading import read_metadata
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.writing import plan_writing, write_planned
from tests.fakes import fake_spec
from tests.faults.hostile_audio import Hostile, files
from tests.faults.row import Row, shortened

FULL: Final = 10_318
QUICK: Final = 200
_WISHES: Final = {Field.TITLE: ["Regen"], Field.KEYWORDS: ["rain", "tin"], Field.CATID: ["RAINMetl"]}


def run(quick: bool) -> Row:
    """Files are cut, flipped and made to lie; then texts are written into each, as a person has it done."""
    fates: Counter[str] = Counter()
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        worker = EmbeddingProcess(fake_spec())
        try:
            for number, file in enumerate(files(Path(scratch) / "originals", QUICK if quick else FULL)):
                path = Path(scratch) / f"{number}{file.suffix}"
                path.write_bytes(file.data)
                problems += [f"{file.name}: {problem}" for problem in _write(path, file, worker, fates)]
                path.unlink()
                if left := [entry.name for entry in path.parent.iterdir() if entry.is_file()]:
                    problems.append(f"{file.name}: {left} was left")
        finally:
            worker.close()
    if not fates["written"]:
        problems.append("nothing was written into any of them")
    return Row(
        2,
        "texts written into broken files: cut, flipped, lying",
        sum(fates.values()),
        "0 changed sounds; what is refused stays byte for byte; 0 copies left",
        f"{len(problems)} problems; {fates['written']:,} written, {fates['refused']:,} refused",
        shortened(problems),
    )


def _write(path: Path, file: Hostile, worker: EmbeddingProcess, fates: Counter[str]) -> Iterator[str]:
    identify = identifier(lambda: worker)
    try:
        plan = plan_writing(path, _WISHES)
        write_planned(plan, identify)
    except NotWrittenError:
        fates["refused"] += 1
        if path.read_bytes() != file.data:
            yield "it was refused and is another file now"
        return
    fates["written"] += 1
    after = identify(path)
    title = read_metadata(path).of(Field.TITLE)
    path.write_bytes(file.data)
    if identify(path) != after:
        yield "its sound changed"
    if plan.changes and not any("Regen" in text for text in title):
        yield "what was written is not there"
