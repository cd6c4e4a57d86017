"""What the system refuses for now is told from what a file holds for good."""

import errno
import pickle
import sys

import av
import pytest

from desktop_app.engine.decoding.sound_errors import (
    LOCKED,
    LOCKED_OR_NOT_ALLOWED,
    NOT_ALLOWED,
    TRIED_AGAIN,
    UnreachableSoundError,
    UnreadableSoundError,
    parser_errors,
)


def met(error: Exception) -> UnreadableSoundError:
    with pytest.raises(UnreadableSoundError) as found, parser_errors():
        raise error
    return found.value


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EBUSY, errno.ETIMEDOUT, errno.EMFILE])
def test_what_a_disk_or_a_network_refuses_may_be_over_later(number: int) -> None:
    error = met(OSError(number, "No luck"))
    assert isinstance(error, UnreachableSoundError)
    assert str(error) == f"This file cannot be read at the moment (No luck); {TRIED_AGAIN}"


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "no"), PermissionError(errno.EPERM, "no")])
def test_a_permission_may_be_given(error: PermissionError, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert isinstance(met(error), UnreachableSoundError)
    assert str(met(error)) == NOT_ALLOWED


@pytest.mark.parametrize("number", [32, 33])
def test_a_lock_of_windows_may_be_let_go(number: int) -> None:
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined]
    assert isinstance(met(error), UnreachableSoundError)
    assert str(met(error)) == LOCKED


def test_what_windows_has_no_number_of_its_own_for_may_be_over_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is open in another program is refused like one that may not be read, a broken network as invalid."""
    invalid = OSError(errno.EINVAL, "Invalid argument")
    monkeypatch.setattr(sys, "platform", "linux")
    assert not isinstance(met(invalid), UnreachableSoundError)
    monkeypatch.setattr(sys, "platform", "win32")
    assert isinstance(met(invalid), UnreachableSoundError)
    assert str(met(PermissionError(errno.EACCES, "Permission denied"))) == LOCKED_OR_NOT_ALLOWED
    assert not isinstance(met(OSError(errno.ENAMETOOLONG, "File name too long")), UnreachableSoundError)


@pytest.mark.parametrize(
    "error",
    [
        IsADirectoryError(errno.EISDIR, "Is a directory"),
        OSError(errno.ENAMETOOLONG, "File name too long"),
        OSError("without a number"),
        ValueError("embedded null byte"),
        EOFError("cut off"),
    ],
    ids=str,
)
def test_what_a_file_is_stays(error: Exception) -> None:
    assert not isinstance(met(error), UnreachableSoundError)


@pytest.mark.parametrize("number", [errno.EIO, errno.EPERM])
def test_ffmpegs_own_words_for_a_broken_file_are_no_failing_disk(number: int) -> None:
    with pytest.raises(OSError, match=r"\[Errno") as found:
        av.error.err_check(-number)
    assert not isinstance(met(found.value), UnreachableSoundError)


def test_it_comes_through_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(met(OSError(errno.EIO, "No luck"))))
    assert isinstance(error, UnreachableSoundError)
