"""Before and after a file is written, its sound is read in a child: where that fails, or dies, the file stays."""

from pathlib import Path
from typing import cast

import pytest

from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.file_changes.tag_writing import identifier
from desktop_app.library.metadata.replacing import NotWrittenError


class _Failing:
    """A worker that cannot tell."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def identify(self, _: Path) -> bytes:
        raise self._error


@pytest.mark.parametrize(
    ("error", "reason"),
    [(UnreadableSoundError("It is cut off."), "It is cut off."), (WorkerDiedError("crash"), "crash")],
)
def test_a_sound_that_cannot_be_read_is_a_reason_to_leave_its_file(error: Exception, reason: str) -> None:
    identify = identifier(lambda: cast("EmbeddingWorker", _Failing(error)))
    with pytest.raises(NotWrittenError, match=f"cannot be read .*{reason}.*it is left as it is"):
        identify(Path("sound.wav"))
