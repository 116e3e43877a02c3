"""Files are written whole at every moment, keep mode and owner, and are never another than was meant."""

import errno
import json
import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from command import NEWSCLEAN, Outcome, newsclean

from newsclean import NewscleanError, atomic, clean, sinks
from newsclean.run import Article

BROKEN = "The councilâ€™s plan is late, and nobody on the board has said why that is so.\n".encode()
CLEAN = "The council’s plan is late, and nobody on the board has said why that is so.\n".encode()
INTACT = b"A long line of news that says nothing much at all, and says it without damage.\n"
DONE = Outcome(0, b"", "")
ROUNDS = int(os.environ.get("NEWSCLEAN_KILLS", "4"))  # several hundred for a thorough trial
THOROUGH = "NEWSCLEAN_KILLS" in os.environ

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(BROKEN)
    return path


@pytest.fixture(autouse=True)
def nothing_is_left_over(tmp_path: Path) -> Iterator[None]:
    yield
    assert [path for path in tmp_path.rglob(".newsclean-*") if path.exists()] == []


def failure(path: Path, reason: str) -> Outcome:
    return Outcome(2, b"", f"newsclean: {path}: {reason}\n")


def test_a_file_is_cleaned_in_place_and_keeps_its_mode(article: Path) -> None:
    article.chmod(0o640)
    assert newsclean("-i", article) == DONE
    assert article.read_bytes() == CLEAN
    assert stat.S_IMODE(article.stat().st_mode) == 0o640


def test_the_owner_is_kept(article: Path) -> None:
    others = sorted({*os.getgroups()} - {article.stat().st_gid})
    if os.geteuid() == 0:
        owner = 1234, 2345
    elif others:  # in which an ordinary user may put a file too
        owner = os.geteuid(), others[0]
    else:
        pytest.skip("needs root, or a user in two groups")
    os.chown(article, *owner)
    assert newsclean("-i", article) == DONE
    assert (article.stat().st_uid, article.stat().st_gid, article.read_bytes()) == (*owner, CLEAN)


def test_extended_attributes_are_kept(article: Path) -> None:
    try:
        os.setxattr(article, "user.source", b"agency")
    except (OSError, AttributeError):
        pytest.skip("needs a file system with extended attributes")
    assert newsclean("-i", article) == DONE
    assert os.getxattr(article, "user.source") == b"agency"


def test_an_intact_file_is_not_touched(article: Path) -> None:
    article.write_bytes(CLEAN)
    before = article.stat()
    assert newsclean("-i", "--backup", ".orig", article) == DONE
    after = article.stat()
    assert (after.st_ino, after.st_ctime_ns) == (before.st_ino, before.st_ctime_ns)
    assert list(article.parent.iterdir()) == [article]


def test_a_link_is_followed(article: Path) -> None:
    (article.parent / "folder").mkdir()
    link = article.parent / "folder" / "link.txt"
    link.symlink_to("../article.txt")
    assert newsclean("-i", "--backup", ".orig", link) == DONE
    assert link.is_symlink()
    assert article.read_bytes() == CLEAN
    assert (article.parent / "article.txt.orig").read_bytes() == BROKEN


def test_a_backup_keeps_the_old_file_and_never_overwrites(article: Path) -> None:
    backup = article.parent / "article.txt.orig"
    assert newsclean("-i", "--backup", ".orig", article) == DONE
    assert (article.read_bytes(), backup.read_bytes()) == (CLEAN, BROKEN)
    article.write_bytes(BROKEN + BROKEN)
    assert newsclean("-i", "--backup", ".orig", article) == failure(
        article, f"{backup} exists already, so nothing was changed; choose another suffix"
    )
    assert (article.read_bytes(), backup.read_bytes()) == (BROKEN + BROKEN, BROKEN)


def without_privileges(*arguments: str | Path) -> Outcome:
    """Run the command as a user for whom the modes of files count, as they do not for root."""
    if os.geteuid() != 0:
        return newsclean(*arguments)
    if not shutil.which("setpriv"):
        pytest.skip("needs setpriv to give root's capabilities up")
    command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", NEWSCLEAN, *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    return Outcome(done.returncode, done.stdout, done.stderr.decode())


def test_a_write_protected_file_is_left_alone(article: Path) -> None:
    article.chmod(0o444)
    assert without_privileges("-i", article) == failure(article, "is write-protected")
    assert without_privileges("-o", article, article) == failure(article, "is write-protected")
    other = article.with_name("other.txt")
    other.write_bytes(BROKEN)
    assert without_privileges("-o", article, other) == failure(
        other, f"cannot write {article}: is write-protected"
    )
    assert article.read_bytes() == BROKEN


@as_root
def test_a_file_whose_owner_cannot_be_kept_is_left_alone(article: Path) -> None:
    article.chmod(0o666)
    os.chown(article, 1234, 2345)
    reason = "belongs to another user, and the new file would be yours"
    assert without_privileges("-i", article) == failure(article, reason)
    assert (article.read_bytes(), article.stat().st_uid) == (BROKEN, 1234)


def test_a_folder_without_room_for_a_new_file_leaves_the_old_one(article: Path) -> None:
    article.parent.chmod(0o555)
    outcome = without_privileges("-i", article)
    article.parent.chmod(0o755)
    assert outcome == failure(article, "is in a folder that is write-protected")
    assert article.read_bytes() == BROKEN


@pytest.mark.parametrize("arguments", [("-i",), ("-o", "article.txt"), ("-i", "--backup", ".orig")])
def test_a_full_disk_leaves_the_old_file(article: Path, arguments: tuple[str, ...]) -> None:
    article.write_bytes(BROKEN * 1000)
    command = ["bash", "-c", 'ulimit -f 1; exec "$@"', "bash", NEWSCLEAN, *arguments, "article.txt"]
    done = subprocess.run(command, cwd=article.parent, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"newsclean: article.txt: ")
    assert done.stderr.endswith(b"File too large\n")
    assert done.stderr.count(b"\n") == 1
    assert article.read_bytes() == BROKEN * 1000
    assert list(article.parent.iterdir()) == [article]


def test_a_full_disk_leaves_no_half_list(article: Path) -> None:
    article.write_bytes(BROKEN * 1000)
    command = ["bash", "-c", 'ulimit -f 1; exec "$@"', "bash", NEWSCLEAN, "--json", "-o", "out.json"]
    done = subprocess.run([*command, "article.txt"], cwd=article.parent, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"newsclean: out.json: File too large\n")
    assert list(article.parent.iterdir()) == [article]


@pytest.mark.parametrize("step", ["open", "fsync", "fchmod", "stat", "link", "replace"])
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOSPC, errno.EROFS])
def test_a_step_that_fails_midway_leaves_the_old_file(
    article: Path, step: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = atomic.read_regular(str(article))[1]
    assert read

    def fail(*arguments: object, **settings: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os, step, fail)
        broken.setattr(shutil, "copyfileobj", fail)  # which takes the place of a link
        with pytest.raises(OSError, match=re.escape(os.strerror(number))):
            atomic.write_in_place(str(article), CLEAN, read, ".orig")
    assert article.read_bytes() == BROKEN
    assert list(article.parent.iterdir()) == [article]


def test_a_file_system_without_attributes_or_second_names_is_no_obstacle(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **settings: object) -> None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    read = atomic.read_regular(str(article))[1]
    assert read
    with monkeypatch.context() as poor:
        poor.setattr(os, "link", refuse)
        poor.setattr(os, "listxattr", refuse, raising=False)
        atomic.write_in_place(str(article), CLEAN, read, ".orig")
    assert article.read_bytes() == CLEAN
    assert (article.parent / "article.txt.orig").read_bytes() == BROKEN


ON_TMPFS = """
mkdir disk && mount -t tmpfs -o size="$1" none disk && cp article.txt disk && cd disk || exit 77
shift; "$@"; status=$?
ls -A; cmp -s article.txt ../article.txt && echo old; exit $status
"""


def on_tmpfs(article: Path, size: str, *arguments: str) -> Outcome:
    """Run the command beside a copy of `article` on a disk of its own; tell what is there afterwards."""
    mounting = ["unshare", "--user", "--map-root-user", "--mount", "bash", "-c", ON_TMPFS, "bash", size]
    try:
        done = subprocess.run(
            [*mounting, NEWSCLEAN, *arguments], cwd=article.parent, capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("needs unshare to mount a disk of its own")
    if done.returncode == 77 or done.stderr.startswith(b"unshare: "):
        pytest.skip("may not mount a disk of its own")
    return Outcome(done.returncode, done.stdout, done.stderr.decode())


def test_a_file_in_memory_is_cleaned_in_place(article: Path) -> None:
    assert on_tmpfs(article, "1m", "-i", "article.txt") == Outcome(0, b"article.txt\n", "")
    kept = b"article.txt\narticle.txt.orig\n"
    (article.parent / "disk").rmdir()
    assert on_tmpfs(article, "1m", "-i", "--backup", ".orig", "article.txt") == Outcome(0, kept, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-i", "article.txt"], ""),
        (["-i", "--backup", ".orig", "article.txt"], ""),
        (["-o", "article.txt", "article.txt"], ""),
        (["-o", "new.txt", "article.txt"], "cannot write new.txt: "),
        (["-o", "new/", "article.txt"], "cannot write new/article.txt: "),
        (["--jsonl", "-o", "article.txt", "article.txt"], "cannot write article.txt: "),
    ],
)
def test_a_disk_that_is_really_full_leaves_the_old_file(
    article: Path, arguments: list[str], message: str
) -> None:
    record = json.dumps({"text": BROKEN.decode()}).encode() + b"\n"
    article.write_bytes((record if "--jsonl" in arguments else BROKEN) * 1500)
    left = b"article.txt\nnew\nold\n" if "new/" in arguments else b"article.txt\nold\n"
    wanted = Outcome(2, left, f"newsclean: article.txt: {message}No space left on device\n")
    assert on_tmpfs(article, "200k", *arguments) == wanted


@pytest.mark.parametrize("arguments", [("-i",), ("-i", "--backup", ".orig")])
def test_two_processes_on_one_file_leave_it_whole(article: Path, arguments: tuple[str, ...]) -> None:
    old, new = BROKEN + INTACT * 2_000, CLEAN + INTACT * 2_000
    backup = article.parent / "article.txt.orig"
    messages = {b"", b"newsclean: article.txt: changed while it was being cleaned; left as it is now\n"}
    if "--backup" in arguments:
        taken = f"{backup} exists already, so nothing was changed; choose another suffix"
        messages.add(f"newsclean: article.txt: {taken}\n".encode())
    for _ in range(ROUNDS // 2):
        backup.unlink(missing_ok=True)
        article.write_bytes(old)
        command = [NEWSCLEAN, *arguments, "article.txt"]
        both = [subprocess.Popen(command, cwd=article.parent, stderr=subprocess.PIPE) for _ in range(2)]
        said = [process.communicate()[1] for process in both]
        assert set(said) <= messages
        assert [process.returncode for process in both] == [2 if message else 0 for message in said]
        assert b"" in said
        assert article.read_bytes() == new
        if "--backup" in arguments:
            assert backup.read_bytes() == old


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one(article: Path, number: int) -> None:
    old, new = BROKEN + INTACT * 5_000, CLEAN + INTACT * 5_000
    article.write_bytes(old)
    start = time.monotonic()
    assert newsclean("-i", article) == DONE
    seconds = time.monotonic() - start
    for _ in range(ROUNDS):
        article.write_bytes(old)
        process = subprocess.Popen([NEWSCLEAN, "-i", article], stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, seconds))
        process.send_signal(number)
        assert process.wait() in (0, -number, 128 + number, 1)  # 1: before our first line has run
        assert article.read_bytes() in (old, new)
        left = list(article.parent.glob(".newsclean-*"))
        assert number == signal.SIGKILL or left == []
        for path in left:
            path.unlink()


EVERY_MOMENT = """
import contextlib, os, signal, sys
from itertools import count
from pathlib import Path
from newsclean import atomic

way, number, step = sys.argv[1], int(sys.argv[2]), sys.argv[3]
OLD, NEW = b"old " * 5000, b"new " * 9000
path, backup = Path("article.txt"), Path("article.txt.orig")
WATCHED = {atomic.__file__, contextlib.__file__}

def write(read):
    if way == "-o":
        with atomic.new_file("article.txt") as file:
            file.write(NEW)
    else:
        atomic.write_in_place("article.txt", NEW, read, ".orig" if way == "--backup" else "")

def write_until(moment):
    left = moment
    def trace(frame, event, argument):
        nonlocal left
        if frame.f_code.co_filename not in WATCHED:
            return None
        frame.f_trace_opcodes = step == "opcode"
        if event == step:
            left -= 1
            if left < 0:
                sys.settrace(None)
                signal.raise_signal(number)
        return trace
    atomic.clean_up_on_signals()
    read = atomic.read_regular("article.txt")[1]
    sys.settrace(trace)
    ended = 1
    try:
        write(read)
        ended = 0
    except BaseException:
        pass
    os._exit(ended)  # the exception is gone, with all that it held, as when the command ends

for moment in count():
    path.write_bytes(OLD)
    child = os.fork() or write_until(moment)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = [name for name in os.listdir() if name.startswith(".newsclean-")]
    if path.read_bytes() not in (OLD, NEW):
        print(moment, "the file is neither old nor new")
    if backup.exists() and backup.read_bytes() != OLD:
        print(moment, "the backup is not the old file")
    if path.read_bytes() == NEW and way == "--backup" and not backup.exists():
        print(moment, "the backup is missing")
    if left and number != signal.SIGKILL:
        print(moment, "something is left over")
    for name in (*left, *(["article.txt.orig"] if backup.exists() else [])):
        os.unlink(name)
    if status == 0:
        break
print(moment, file=sys.stderr)
"""


STEP = "opcode" if THOROUGH else "line"
WAYS = [("-i", signal.SIGKILL), ("--backup", signal.SIGTERM), ("-o", signal.SIGINT)]
ALL_WAYS = list(
    product(["-i", "--backup", "-o"], [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
)


@pytest.mark.parametrize(("way", "number"), ALL_WAYS if THOROUGH else WAYS)
def test_a_signal_at_any_line_of_a_write_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, way: str, number: int
) -> None:
    command = [sys.executable, "-c", EVERY_MOMENT, way, str(int(number)), STEP]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, text=True)
    assert done.stdout == ""
    assert int(done.stderr) > 40  # moments


def test_a_fifo_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    assert newsclean("-i", fifo) == failure(fifo, "is a FIFO, not a file that can be cleaned in place")


def test_devices_and_folders_are_refused(tmp_path: Path) -> None:
    null = Path("/dev/null")
    assert newsclean("-i", null) == failure(null, "is a device, not a file that can be cleaned in place")
    assert newsclean("-i", tmp_path) == failure(tmp_path, "Is a directory")


def test_a_fifo_and_a_device_can_be_read_and_written(article: Path) -> None:
    script = 'mkfifo pipe; cat article.txt > pipe & "$0" -o /dev/stdout pipe; "$0" -o /dev/null article.txt'
    done = subprocess.run(
        ["bash", "-c", script, NEWSCLEAN], cwd=article.parent, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, b"")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_file_that_changes_while_it_is_cleaned_is_left_alone(article: Path) -> None:
    data, read = atomic.read_regular(str(article))
    assert data == BROKEN
    assert read
    article.write_bytes(BROKEN + b"More news.")
    with pytest.raises(NewscleanError, match="changed while it was being cleaned; left as it is now"):
        atomic.write_in_place(str(article), CLEAN, read, ".orig")
    assert article.read_bytes() == BROKEN + b"More news."
    assert list(article.parent.iterdir()) == [article]


@pytest.mark.parametrize("output", ["article.txt", "./article.txt", "link"])
def test_an_output_that_is_the_input_is_cleaned_in_place(article: Path, output: str) -> None:
    (article.parent / "link").symlink_to("article.txt")
    article.chmod(0o640)
    assert newsclean("-o", output, "article.txt", cwd=article.parent) == DONE
    assert article.read_bytes() == CLEAN
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    before = article.stat()
    assert newsclean("-o", output, "article.txt", cwd=article.parent) == DONE
    assert article.stat() == before


def test_an_output_that_is_the_input_is_left_alone_if_it_changes_meanwhile(article: Path) -> None:
    raw, read = atomic.read_regular(str(article))
    article.write_bytes(BROKEN + b"More news.")
    cleaned = Article(str(article), read, raw, clean(raw), CLEAN)
    with pytest.raises(NewscleanError, match="changed while it was being cleaned"):
        sinks.to_files(cleaned, {str(article): str(article)})
    assert article.read_bytes() == BROKEN + b"More news."


def test_a_fifo_that_is_both_input_and_output_stays_one(article: Path) -> None:
    script = 'mkfifo pipe; cat article.txt > pipe & "$0" -o pipe pipe & sleep .5; cat pipe; test -p pipe'
    done = subprocess.run(
        ["bash", "-c", script, NEWSCLEAN], cwd=article.parent, capture_output=True, check=True, timeout=60
    )
    assert done.stdout == CLEAN


def test_json_is_not_written_over_an_article(article: Path) -> None:
    outcome = newsclean("--json", "-o", "./article.txt", "article.txt", cwd=article.parent)
    assert outcome == Outcome(
        2, b"", "newsclean: ./article.txt is to be cleaned, and JSON would be written over it; name another\n"
    )
    assert article.read_bytes() == BROKEN


def test_what_follows_in_the_file_of_standard_output_is_kept(article: Path) -> None:
    script = 'echo first > log; { "$0" -o /dev/stdout article.txt; echo last; } >> log; cat log'
    done = subprocess.run(
        ["bash", "-c", script, NEWSCLEAN], cwd=article.parent, capture_output=True, check=True
    )
    assert done.stdout == b"first\n" + CLEAN + b"last\n"


def test_a_failed_article_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_bytes(b"precious")
    (tmp_path / "binary").write_bytes(b"%PDF-1.7\n\0")
    for name in ("binary", "missing"):
        assert newsclean("-o", "out.txt", name, cwd=tmp_path).status == 2
        assert newsclean("--jsonl", "-o", "out.txt", "missing", cwd=tmp_path).status == 2
    assert (tmp_path / "out.txt").read_bytes() == b"precious"


@pytest.mark.parametrize("folder", ["made/", "made/deeply/", "there"])
def test_many_files_go_below_a_folder_under_the_same_names(tmp_path: Path, folder: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "raw" / "b").mkdir(parents=True)
    names = ["a.txt", "raw/a.txt", "raw/b/a.txt"]
    for name in names:
        (tmp_path / name).write_bytes(BROKEN)
    assert newsclean("-o", folder, *names, cwd=tmp_path) == DONE
    assert [(tmp_path / folder / name).read_bytes() for name in names] == [CLEAN] * 3
    assert [(tmp_path / name).read_bytes() for name in names] == [BROKEN] * 3


def test_an_output_of_a_hyphen_is_standard_output(article: Path) -> None:
    assert newsclean("-o", "-", article, cwd=article.parent) == (0, CLEAN, "")
    assert not (article.parent / "-").exists()


def test_an_absolute_name_goes_below_the_folder_by_its_last_part(article: Path) -> None:
    assert newsclean("-o", "out/", article, cwd=article.parent) == DONE
    assert (article.parent / "out" / "article.txt").read_bytes() == CLEAN


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["out/", "article.txt", "./article.txt"],
            "article.txt and ./article.txt would both become out/article.txt",
        ),
        (["out/", "article.txt", "x/../article.txt"], "article.txt and x/../article.txt would both become"),
        (["out/", "../{}/article.txt", "article.txt"], "would both become out/article.txt"),
        (
            ["x", "article.txt", "x/article.txt"],
            "x/article.txt is to be cleaned, and would be written over; name another folder, or use -i",
        ),
        ([".", "article.txt"], "article.txt is to be cleaned, and would be written over"),
        (["out/", "article.txt", "-"], "standard input has no name"),
        (["article.txt", "x/article.txt", "other.txt"], "article.txt is not a folder"),
    ],
)
def test_a_clash_of_names_is_an_error_before_anything_is_written(
    article: Path, arguments: list[str], message: str
) -> None:
    (article.parent / "x").mkdir()
    (article.parent / "x" / "article.txt").write_bytes(BROKEN)
    before = sorted(article.parent.rglob("*"))
    outcome = newsclean("-o", *(a.format(article.parent.name) for a in arguments), cwd=article.parent)
    assert (outcome.status, outcome.out) == (2, b"")
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted(article.parent.rglob("*")) == before
    assert article.read_bytes() == BROKEN
