"""Spread work over processes; answers come in the order of the items, and a lost one is an error.

A worker holds one item at a time and is sent the next only when it has answered.  So neither side ever blocks
the other, and the number of workers bounds the memory.  Items and answers are pickled and sent through one
pipe for each worker, which pays for large items (hundreds of kilobytes) with small answers.
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

# Items under way for each worker, including finished ones that wait for an older one: so a slow item does not
# stop the other workers at once, and a fast reader does not fill the memory.
WINDOW = 2


class Pause(NamedTuple):
    """Stands among items where the next one may take long to come; `stream` is what it is read from."""

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
    """An item under way, and later its answer: what the work returned, or the error that ended it."""

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

    At a `Pause`, answers are not held back until the next item has come, if the system can wait for its
    stream and the workers at once.  Workers start as they are needed; closing the iterator ends them.  Raises
    `WorkerDiedError` in place of an answer that will never come.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; it takes one process at least")
    if jobs == 1:
        yield from ((item, work(item)) for item in items if not isinstance(item, Pause))
        return
    pool = _Pool(work, jobs)
    try:
        for item in items:
            if isinstance(item, Pause):
                while pool.busy and _can_be_awaited(item.stream) and not pool.collect(item.stream):
                    yield from pool.finished()
            else:
                while pool.is_full():
                    pool.collect()
                    yield from pool.finished()
                pool.send(item)
            yield from pool.finished()
        while pool.tasks:
            if pool.busy:
                pool.collect()
            yield from pool.finished()
    finally:
        pool.end()


class _Pool:
    """Worker processes, each idle or busy with a task, and all tasks under way, in the order of items."""

    def __init__(self, work: Callable[[Any], Any], jobs: int) -> None:
        self.busy: dict[Connection[Any, Any], tuple[_Worker, _Task]] = {}
        self.tasks: deque[_Task] = deque()
        self._work = work
        self._jobs = jobs
        self._idle: list[_Worker] = []
        self._started = 0

    def is_full(self) -> bool:
        """Whether the next item has to wait: all workers are busy, or too many answers wait for another."""
        none_idle = not self._idle and self._started == self._jobs
        return bool(self.busy) and (none_idle or len(self.tasks) == self._jobs * WINDOW)

    def send(self, item: Any) -> None:
        """Give an item to an idle worker, or to a new one."""
        if not self._idle:
            self._idle.append(_start(self._work))
            self._started += 1
        worker, task = self._idle.pop(), _Task(item)
        self.tasks.append(task)
        try:
            worker.pipe.send(item)
            self.busy[worker.pipe] = worker, task
        except OSError:  # it died while it was idle or reading
            task.finish(_death(worker, item))

    def collect(self, stream: Any = None) -> bool:
        """Wait until a worker has answered or died or `stream` can be read; return whether it can."""
        from multiprocessing.connection import wait

        ready = wait([*self.busy] if stream is None else [*self.busy, stream])
        for pipe in self.busy.keys() & set(ready):
            worker, task = self.busy.pop(pipe)
            try:
                task.finish(worker.pipe.recv())
                self._idle.append(worker)
            except (EOFError, OSError):
                task.finish(_death(worker, task.item))
        return stream in ready

    def finished(self) -> Iterator[tuple[Any, Any]]:
        """Yield and drop the answered tasks at the front of the queue, each as its item and answer."""
        while self.tasks and self.tasks[0].done:
            task = self.tasks.popleft()
            if isinstance(task.answer, WorkerDiedError):
                raise task.answer
            yield task.item, task.answer

    def end(self) -> None:
        """End all workers."""
        for worker in (*self._idle, *(worker for worker, _ in self.busy.values())):
            _end(worker)


def _start(work: Callable[[Item], Answer]) -> _Worker:
    import multiprocessing

    # Ctrl-C reaches the whole process group; the workers inherit that they ignore it.
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


def _can_be_awaited(stream: Any) -> bool:
    """Whether the system can wait for a stream together with pipes, which Windows cannot."""
    try:
        return os.name == "posix" and stream.fileno() >= 0
    except (AttributeError, OSError):  # a stream in memory
        return False


def _death(worker: _Worker, item: Any) -> WorkerDiedError:
    worker.process.join(timeout=1)
    _end(worker)
    return WorkerDiedError(item, worker.process.exitcode)


def _end(worker: _Worker) -> None:
    """End a worker at once: workers hold no state that could be lost."""
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
