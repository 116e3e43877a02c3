"""Replace a file so that it is whole at every moment: either the old one or the new one."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from newsclean import files
from newsclean.edits import NewscleanError

KINDS = (
    (stat.S_ISFIFO, "a FIFO"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_regular(path: str) -> tuple[bytes, os.stat_result | None]:
    """Read a file that is to be replaced; raises OSError, and `NewscleanError` for what is no regular file.

    A FIFO is refused before it is opened: opening it would wait for somebody to write.
    """
    mode = os.stat(path).st_mode
    for is_kind, kind in KINDS:
        if is_kind(mode):
            raise NewscleanError(f"is {kind}, not a file that can be cleaned in place")
    return files.read(path)


def write_in_place(path: str, data: bytes, read: os.stat_result, backup: str) -> None:
    """Replace the file at `path`, whose state was `read` when it was read, by `data`.

    If `backup` is not empty, the old file stays under its name with `backup` appended; of a link, that is the
    name of the file to which it leads.

    Raises `NewscleanError` if the name for the backup is taken, or if the file has changed since it was read;
    and OSError, also if the file is write-protected or the new one cannot belong to the same owner.
    """
    target = os.path.realpath(path)
    with _undisturbed(), _temporary(target, read) as (file, name):
        file.write(data)
        _flush(file)
        if not _is_same(os.stat(target), read):
            raise NewscleanError("changed while it was being cleaned; left as it is now")
        with _kept(target, backup):
            os.replace(name, target)
    _flush_folder(target)


@contextmanager
def new_file(path: str) -> Iterator[BinaryIO]:
    """Open the file at `path` for writing; it replaces an older one when the block has succeeded.

    Missing folders are made.  A device or FIFO is written to directly.  Raises `NewscleanError`, naming
    `path`.
    """
    try:
        old = _state(path)
        if old and not stat.S_ISREG(old.st_mode):
            with open(path, "wb") as device:
                yield device
            return
        target = os.path.realpath(path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with _temporary(target, old) as (file, name):
            yield file
            _flush(file)
            os.replace(name, target)
        _flush_folder(target)
    except OSError as error:
        raise NewscleanError(f"cannot write {path}: {error.strerror}") from error


def _state(path: str) -> os.stat_result | None:
    """Return the result of `os.stat`, or None if there is no file yet; a circle of links raises OSError."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def clean_up_on_signals() -> None:
    """Let SIGTERM and SIGHUP end the program by an exception, so that temporary files are removed."""
    import signal

    def end(number: int, frame: object) -> None:
        raise SystemExit(128 + number)  # as a shell reports it

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, end)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Make signals that would end the program wait until the block is done.

    Between two steps they would leave a temporary file, or remove the backup of a file that has been
    replaced.
    """
    import signal

    ending = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ending)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _temporary(target: str, like: os.stat_result | None) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file beside `target` with mode, owner and attributes of `like`; a failure removes it."""
    if like and not os.access(target, os.W_OK):  # the folder would allow it, the file's owner does not
        raise PermissionError(errno.EACCES, "is write-protected")
    folder = os.path.dirname(target)
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, "is in a folder that is write-protected")
    name = os.path.join(folder, f".newsclean-{os.urandom(8).hex()}")
    try:
        number = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if like else 0o666)
        with open(number, "wb") as file:
            if like:
                _copy_attributes(target, like, number)
            yield file, name
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _copy_attributes(source: str, like: os.stat_result, file: int) -> None:
    """Give `file` the owner, mode and extended attributes (access lists among them) of `source`."""
    made = os.fstat(file)
    if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.fchown(file, like.st_uid, like.st_gid)
        except PermissionError:
            reason = "belongs to another user, and the new file would be yours"
            raise PermissionError(errno.EPERM, reason) from None
    os.fchmod(file, stat.S_IMODE(like.st_mode))
    if hasattr(os, "listxattr"):  # Linux
        with suppress(OSError):  # not every file system knows them
            for attribute in os.listxattr(source):
                with suppress(OSError):  # some are the system's own
                    os.setxattr(file, attribute, os.getxattr(source, attribute))


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _flush_folder(target: str) -> None:
    """Make the new name survive a power cut, if the file system can."""
    with suppress(OSError):
        folder = os.open(os.path.dirname(target), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _is_same(now: os.stat_result, read: os.stat_result) -> bool:
    return (now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns) == (
        read.st_dev,
        read.st_ino,
        read.st_size,
        read.st_mtime_ns,
    )


@contextmanager
def _kept(target: str, suffix: str) -> Iterator[None]:
    """Keep the file under a second name while the block gives its name to the new file."""
    if not suffix:
        yield
        return
    backup = target + suffix
    try:
        _link(target, backup)
    except FileExistsError:
        raise NewscleanError(
            f"{backup} exists already, so nothing was changed; choose another suffix"
        ) from None
    try:
        yield
    except BaseException:
        os.unlink(backup)
        raise


def _link(target: str, name: str) -> None:
    """Make `name` a name of the file, or of a copy if the file system allows only one name for a file."""
    try:
        os.link(target, name)
    except FileExistsError:
        raise
    except OSError:
        import shutil

        with open(target, "rb") as old, open(name, "xb") as copy:
            try:
                shutil.copyfileobj(old, copy)
                _flush(copy)
                shutil.copystat(target, name)
            except BaseException:
                os.unlink(name)
                raise
