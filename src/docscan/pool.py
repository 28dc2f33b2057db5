"""A pool of processes that survives the death of a worker.

Each worker has a pipe of its own and one task at a time, so a death is traced to its task at once: the task is
tried again piece by piece in a fresh worker, and a piece that kills that one too is reported as a failure. The
standard library's pool loses every task in flight instead.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from docscan.console import note
from docscan.reading import Piece, Reading
from docscan.reading.pieces import split_lines
from docscan.records import Failure

if TYPE_CHECKING:
    from docscan.pipeline import Outcome, Work

_TASK_BYTES = 200_000  # a task this large takes far longer than sending it
_TASK_PIECES = 64
_AHEAD = 8  # tasks a worker may be ahead of the one whose turn it is: bounds what waits in memory

Task = list[Piece | Failure]


def run_pool(pieces: Iterable[Piece | Failure], work: Work, reading: Reading, jobs: int) -> Iterator[Outcome]:
    """The outcomes of `pieces` in order, worked on by `jobs` processes."""
    pool = _Pool(work, reading)
    try:
        yield from pool.run(_tasks(pieces), jobs)
    finally:
        pool.stop()


def _tasks(pieces: Iterable[Piece | Failure]) -> Iterator[Task]:
    task: Task = []
    size = 0
    for piece in pieces:
        task.append(piece)
        size += piece.size if isinstance(piece, Piece) else 0
        if size >= _TASK_BYTES or len(task) >= _TASK_PIECES:
            yield task
            task, size = [], 0
    if task:
        yield task


class _Worker:
    """One process and our end of its pipe; `task` is what it works on, under its number."""

    def __init__(self, work: Work, reading: Reading, others: list[Connection]) -> None:
        context: Any = multiprocessing.get_context(_start_method())
        self.pipe, theirs = context.Pipe()
        # a forked child inherits our ends of all pipes; it must close them, or it would outlive us
        inherited = [*others, self.pipe] if _start_method() == "fork" else []
        self.process = context.Process(target=_serve, args=(theirs, inherited, work, reading), daemon=True)
        self.process.start()
        theirs.close()
        self.number = -1
        self.task: Task = []

    def give(self, number: int, task: Task) -> None:
        self.number, self.task = number, task
        with suppress(OSError):  # it died waiting; `answer` will say so
            self.pipe.send(task)

    def answer(self) -> list[Outcome] | None:
        """What it found; None if it is dead."""
        try:
            found: list[Outcome] = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return found

    def stop(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def _start_method() -> str:
    # macOS libraries do not survive a fork; elsewhere it is the quickest way by far
    return "fork" if sys.platform not in {"darwin", "win32"} else "spawn"


def _serve(pipe: Connection, inherited: list[Connection], work: Work, reading: Reading) -> None:
    """A worker's life: take a task, send its outcomes, until the pipe closes."""
    from docscan.pipeline import work_on

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C, and ends us
    for other in inherited:
        other.close()
    try:
        while True:
            task: Task = pipe.recv()
            pipe.send([outcome for piece in task for outcome in _outcomes(piece, work, reading, work_on)])
    except (EOFError, OSError):
        return


def _outcomes(piece: Piece | Failure, work: Work, reading: Reading, work_on: Any) -> Iterable[Outcome]:
    from docscan.pipeline import Outcome

    return [Outcome(piece.path, failure=piece)] if isinstance(piece, Failure) else work_on(piece, work, reading)


class _Pool:
    def __init__(self, work: Work, reading: Reading) -> None:
        self.work = work
        self.reading = reading
        self.workers: list[_Worker] = []
        self.done: dict[int, list[Outcome]] = {}

    def run(self, tasks: Iterator[Task], jobs: int) -> Iterator[Outcome]:
        numbered = enumerate(tasks)
        turn, ended = 0, False
        idle = [self.hire() for _ in range(jobs)]
        while True:
            while idle and not ended and len(self.done) < _AHEAD * jobs:
                upcoming = next(numbered, None)
                if upcoming is None:
                    ended = True
                else:
                    idle.pop().give(*upcoming)
            while turn in self.done:
                yield from self.done.pop(turn)
                turn += 1
            busy = [w for w in self.workers if w.task]
            if not busy and ended:
                return
            if busy:
                idle += self.collect(busy)

    def hire(self) -> _Worker:
        worker = _Worker(self.work, self.reading, [w.pipe for w in self.workers])
        self.workers.append(worker)
        return worker

    def collect(self, busy: list[_Worker]) -> list[_Worker]:
        """Wait for answers and keep them; the workers that are free again, the dead ones replaced."""
        ready = set(wait([w.pipe for w in busy]))
        free = []
        for worker in busy:
            if worker.pipe not in ready:
                continue
            answer = worker.answer()
            if answer is None:
                answer, worker_after = self.retry(worker)
            else:
                worker_after = worker
            self.done[worker.number] = answer
            worker_after.task = []
            free.append(worker_after)
        return free

    def retry(self, dead: _Worker) -> tuple[list[Outcome], _Worker]:
        """The outcomes of a dead worker's task, tried again one piece at a time, and the worker that lived on."""
        note("a worker process died; its documents are tried again")
        worker = self.replace(dead)
        answers: list[Outcome] = []
        waiting = deque(dead.task)
        while waiting:
            piece = waiting.popleft()
            worker.give(dead.number, [piece])
            answer = worker.answer()
            if answer is None:
                worker = self.replace(worker)
                smaller = split_lines(piece) if isinstance(piece, Piece) else []
                if len(smaller) > 1:
                    waiting.extendleft(reversed(smaller))
                    continue
                answer = [_culprit(piece)]
            answers += answer
        return answers, worker

    def replace(self, worker: _Worker) -> _Worker:
        self.workers.remove(worker)
        worker.stop()
        return self.hire()

    def stop(self) -> None:
        for worker in self.workers:
            worker.stop()


def _culprit(piece: Piece | Failure) -> Outcome:
    from docscan.pipeline import Outcome

    path = piece.source.path if isinstance(piece, Piece) else piece.path
    place = f"line {piece.line}: " if isinstance(piece, Piece) and piece.format == "jsonl" else ""
    message = f"{place}the process that worked on it was killed (out of memory?)"
    return Outcome(path, failure=Failure(path, "worker-died", message))
