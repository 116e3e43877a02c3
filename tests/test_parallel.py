import errno
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from newsclean.edits import NewscleanError
from newsclean.parallel import WINDOW, Pause, WorkerDiedError, ordered


def double(number: int) -> int:
    return 2 * number


def slow_at_even(number: int) -> int:
    time.sleep(0.02 if number % 2 == 0 else 0)
    return number


def die_at_five(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fail_at_five(number: int) -> int:
    if number == 5:
        os._exit(3)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_is_answered_in_order(jobs: int) -> None:
    assert list(ordered(double, range(100), jobs)) == [(n, 2 * n) for n in range(100)]
    assert list(ordered(double, [], jobs)) == []


def test_a_slow_item_holds_the_order() -> None:
    assert [item for item, _ in ordered(slow_at_even, range(20), 3)] == list(range(20))


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_process_at_all_is_refused(jobs: int) -> None:
    with pytest.raises(ValueError, match="at least"):
        next(ordered(double, [1], jobs))


def test_no_more_is_read_than_the_window_holds() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    answers = ordered(double, items(), 2)
    next(answers)
    assert len(taken) <= 2 * WINDOW + 1
    answers.close()


@pytest.mark.skipif(os.name != "posix", reason="the system cannot wait for a pipe and for workers at once")
def test_answers_do_not_wait_for_the_next_item() -> None:
    read, write = os.pipe()

    def items() -> Iterator[bytes | Pause]:
        with os.fdopen(read, "rb", buffering=0) as stream:
            for _ in range(3):
                yield Pause(stream)
                yield stream.read(1)

    late = threading.Timer(10, os.write, (write, b"bc"))  # what an answer that is kept back would wait for
    late.start()
    answers = ordered(bytes.upper, items(), 3)
    os.write(write, b"a")
    assert next(answers) == (b"a", b"A")
    assert late.is_alive()
    late.cancel()
    os.write(write, b"bc")
    assert [*answers] == [(b"b", b"B"), (b"c", b"C")]
    os.close(write)


@pytest.mark.parametrize("work", [die_at_five, fail_at_five])
def test_a_dead_worker_is_an_error_after_all_that_came_before(work: object) -> None:
    seen = []
    with pytest.raises(WorkerDiedError, match=r"was killed by signal 9|ended with 3") as caught:
        for item, _ in ordered(work, range(100), 3):  # type: ignore[arg-type]
            seen.append(item)
    assert seen == [0, 1, 2, 3, 4]
    assert caught.value.item == 5


def test_items_larger_than_any_pipe_get_through() -> None:
    items = [b"x" * 5_000_000, b"y" * 3]
    assert [answer for _, answer in ordered(bytes.upper, items, 2)] == [b"X" * 5_000_000, b"YYY"]


def test_a_machine_without_room_for_another_process_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(process: object) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(multiprocessing.Process, "start", refuse)
    with pytest.raises(NewscleanError, match="cannot start a worker process: Resource temporarily"):
        list(ordered(double, [1], 2))
