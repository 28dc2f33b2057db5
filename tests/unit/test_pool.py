"""Work spread over processes comes back in order and survives a killed worker."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docscan.document import Document
from docscan.pipeline import Outcome, automatic_jobs, process
from docscan.reading import Source
from docscan.records import Failure


def work(document: Document) -> int:
    """The length of the text; a text that says so takes the process down."""
    if document.text.startswith("KILL"):
        os.kill(os.getpid(), 9)
    if document.text.startswith("RAISE"):
        raise RuntimeError("no")
    return len(document.text)


def sources(folder: Path, *texts: str) -> list[Source | Failure]:
    """A file for each text."""
    found: list[Source | Failure] = []
    for number, text in enumerate(texts):
        file = folder / f"{number:04}.txt"
        file.write_text(text)
        found.append(Source(str(file), str(file), len(text)))
    return found


def values(outcomes: list[Outcome]) -> list[object]:
    """Each value, or the code of its failure."""
    return [one.failure.code if one.failure else one.value for one in outcomes]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_outcomes_come_in_order(tmp_path: Path, jobs: int) -> None:
    """However many processes work, outcomes come as the sources do."""
    listed = sources(tmp_path, *("x" * (n * 37 % 500) for n in range(300)))
    assert values(list(process(listed, work, jobs=jobs))) == [n * 37 % 500 for n in range(300)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_document_that_breaks_the_work_is_its_own_failure(tmp_path: Path, jobs: int) -> None:
    """An exception is reported for its document; the others are done."""
    listed = sources(tmp_path, "a", "RAISE", "ccc")
    listed.append(Failure("gone", "not-found", "no such file"))
    assert values(list(process(listed, work, jobs=jobs))) == [1, "internal", 3, "not-found"]


def test_killed_worker_costs_only_its_document(tmp_path: Path) -> None:
    """The document that takes its process down twice is reported; every other one is done, in order."""
    texts = ["x" * n for n in range(200)]
    texts[70] = texts[150] = "KILL"
    expected: list[object] = [len(text) if text != "KILL" else "worker-died" for text in texts]
    assert values(list(process(sources(tmp_path, *texts), work, jobs=2))) == expected


def test_killed_worker_costs_only_its_line(tmp_path: Path) -> None:
    """In JSON Lines the culprit is found down to its line."""
    file = tmp_path / "a.jsonl"
    file.write_text("".join(f'{{"text": "{"KILL" if n == 30 else "x" * n}"}}\n' for n in range(60)))
    outcomes = list(process([Source(str(file), str(file))], work, jobs=2))
    assert values(outcomes) == [n if n != 30 else "worker-died" for n in range(60)]
    failure = outcomes[30].failure
    assert failure is not None and failure.message.startswith("line 31: ")


def test_little_work_needs_no_pool() -> None:
    """A few kilobytes are done here; many megabytes, also packed ones, use every processor."""
    assert automatic_jobs([Source("a.txt", "a.txt", 5000)]) == 1
    assert automatic_jobs([Source("a.txt.gz", "a.txt.gz", 3_000_000)]) == len(os.sched_getaffinity(0))


def test_consumer_that_leaves_early_leaves_no_process(tmp_path: Path) -> None:
    """Closing the generator stops the workers."""
    import multiprocessing

    outcomes = process(sources(tmp_path, *("x" for _ in range(500))), work, jobs=2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
