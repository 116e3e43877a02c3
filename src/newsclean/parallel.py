"""Work spread over processes: answers come in the order of the items, and a lost one is an error.

A worker holds one item at a time and is sent the next only when it has answered: so neither side
ever blocks the other, and the number of workers bounds the memory.  Items and answers are pickled
through one pipe a worker; this pays for large items (hundreds of kilobytes) with small answers.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newsclean.edits import NewscleanError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Answer = TypeVar("Answer")

# Items under way for each worker, those that wait for an older one included: a slow item does not stop
# the other workers at once, and a fast reader does not fill the memory.
WINDOW = 2


class Pause(NamedTuple):
    """A mark among items that the next one may be long in coming; `stream` is what it is read from."""

    stream: Any


class WorkerDiedError(NewscleanError):
    """A worker process ended (killed, out of memory) before it answered; `item` is what it worked on."""

    def __init__(self, item: Any, exitcode: int | None) -> None:
        """`exitcode` is that of the process: negative where a signal ended it."""
        how = f"was killed by signal {-exitcode}" if exitcode and exitcode < 0 else f"ended with {exitcode}"
        super().__init__(f"a worker process {how}")
        self.item = item


class _Worker(NamedTuple):
    process: "BaseProcess"
    pipe: "Connection[Any, Any]"


class _Task:
    """An item under way, then its answer: what the work returned, or the error that ended it."""

    def __init__(self, item: Any) -> None:
        self.item = item
        self.done = False
        self.answer: Any = None

    def finish(self, answer: Any) -> None:
        self.done, self.answer = True, answer


def ordered(
    work: Callable[[Item], Answer], items: Iterable[Item | Pause], jobs: int
) -> Generator[tuple[Item, Answer], None, None]:
    """Yield each item with `work(item)`, in order, from `jobs` processes (1: this one).

    At a `Pause` among the items answers are not kept waiting for the next item, where the system can wait for
    its stream and the workers at once.
    Workers start as they are needed; closing the iterator ends them.  Raises `WorkerDiedError` in
    the place of the answer that will never come.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; it takes one process at least")
    if jobs == 1:
        yield from ((item, work(item)) for item in items if not isinstance(item, Pause))
        return
    idle: list[_Worker] = []
    busy: dict[Connection[Any, Any], tuple[_Worker, _Task]] = {}
    tasks: deque[_Task] = deque()
    started = 0
    try:
        for item in items:
            if isinstance(item, Pause):
                while busy and _can_be_awaited(item.stream) and not _collect(busy, idle, item.stream):
                    yield from _finished(tasks)
                yield from _finished(tasks)
                continue
            while busy and ((not idle and started == jobs) or len(tasks) == jobs * WINDOW):
                _collect(busy, idle)
                yield from _finished(tasks)
            if not idle:
                idle.append(_start(work))
                started += 1
            tasks.append(_Task(item))
            _send(idle.pop(), tasks[-1], busy)
        while tasks:
            yield from _finished(tasks)
            if busy:
                _collect(busy, idle)
    finally:
        for worker in (*idle, *(worker for worker, _ in busy.values())):
            _end(worker)


def _start(work: Callable[[Item], Answer]) -> _Worker:
    import multiprocessing

    # Ctrl-C reaches the whole group; the workers inherit that it is for their parent alone.
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.Process(target=_serve, args=(work, theirs, ours), daemon=True)
        process.start()
    except OSError as error:
        raise NewscleanError(f"cannot start a worker process: {error.strerror}") from error
    finally:
        signal.signal(signal.SIGINT, handler)
    theirs.close()  # so that the worker's end closes when the worker dies
    return _Worker(process, ours)


def _serve(
    work: Callable[[Item], Answer], pipe: "Connection[Any, Any]", parents_end: "Connection[Any, Any]"
) -> None:
    """Answer items until the parent closes its end or is gone."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parents_end.close()
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return


def _send(worker: _Worker, task: _Task, busy: "dict[Connection[Any, Any], tuple[_Worker, _Task]]") -> None:
    try:
        worker.pipe.send(task.item)
        busy[worker.pipe] = worker, task
    except OSError:  # it died while it was idle or reading
        task.finish(_death(worker, task.item))


def _can_be_awaited(stream: Any) -> bool:
    """Whether the system can wait for a stream together with pipes: Windows cannot."""
    try:
        return os.name == "posix" and stream.fileno() >= 0
    except (AttributeError, OSError):  # in memory
        return False


def _collect(
    busy: "dict[Connection[Any, Any], tuple[_Worker, _Task]]", idle: list[_Worker], stream: Any = None
) -> bool:
    """Wait until a worker has answered or died or `stream` can be read; return whether it can."""
    from multiprocessing.connection import wait

    ready = wait([*busy] if stream is None else [*busy, stream])
    for pipe in busy.keys() & set(ready):
        worker, task = busy.pop(pipe)
        try:
            task.finish(worker.pipe.recv())
            idle.append(worker)
        except (EOFError, OSError):
            task.finish(_death(worker, task.item))
    return stream in ready


def _finished(tasks: deque[_Task]) -> Iterator[tuple[Any, Any]]:
    """Yield and drop the answered tasks at the front of the queue, each as its item and answer."""
    while tasks and tasks[0].done:
        task = tasks.popleft()
        if isinstance(task.answer, WorkerDiedError):
            raise task.answer
        yield task.item, task.answer


def _death(worker: _Worker, item: Any) -> WorkerDiedError:
    worker.process.join(timeout=1)
    _end(worker)
    return WorkerDiedError(item, worker.process.exitcode)


def _end(worker: _Worker) -> None:
    """End a worker at once: workers hold no state that could be lost."""
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
