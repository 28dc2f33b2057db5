"""One run of a command over its sources: flags to settings, notices and errors to standard error, the exit code."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from docscan.console import Progress, note
from docscan.exits import DocscanError, ExitCode
from docscan.pipeline import Outcome, Work, process
from docscan.reading import MEBIBYTE, Reading, Search, Source
from docscan.reading.decoding import check_encoding
from docscan.reading.sources import default_paths, find_sources, listed_paths
from docscan.reading.unpacking import read_all
from docscan.records import Failure


class NoInputError(Exception):
    """Nothing was named and nothing is piped in: the command line shows its help."""


class Run:
    """The sources that the flags name, and what happened to them. DocscanError for flags that make no sense."""

    def __init__(self, values: Mapping[str, Any], default: tuple[str, ...] | None = None) -> None:
        self.quiet: bool = values["quiet"]
        self.verbose: bool = values["verbose"]
        self.show_progress = not (self.quiet or values["no_progress"])
        self.jobs: int = values["jobs"]
        self.reading = read_settings(values)
        self.failures: list[Failure] = []
        self.sources = find_sources(_paths(values, default), search_settings(values))
        if not self.sources and not self.quiet:
            note("no documents found (folders are searched for text, Markdown, HTML and JSON Lines; see -g)")

    def outcomes(self, work: Work) -> Iterator[Outcome]:
        """The outcome of every document, in order; failures are kept and said, warnings said."""
        begin, count = time.monotonic(), 0
        with Progress(self.sources, self.show_progress) as progress:
            for outcome in process(self.sources, work, self.reading, self.jobs):
                progress.reached(outcome.path)
                count += 1
                self._tell(outcome, progress)
                yield outcome
        if self.verbose:
            done = count - len(self.failures)
            note(f"{done:,} document{'s' if done != 1 else ''} in {time.monotonic() - begin:.2f} s")

    def _tell(self, outcome: Outcome, progress: Progress) -> None:
        if outcome.failure is not None:
            progress.clear()
            self.failures.append(outcome.failure)
            note(f"{outcome.failure.path}: {outcome.failure.message}")
        elif not self.quiet:
            for warning in outcome.warnings:
                progress.clear()
                note(f"{outcome.path}: {warning}")

    def exit_code(self, found: bool = False) -> int:
        """FAILED if a document could not be read, FOUND if a check found something, else DONE."""
        if self.failures:
            return ExitCode.FAILED
        return ExitCode.FOUND if found else ExitCode.DONE


def read_settings(values: Mapping[str, Any]) -> Reading:
    """How to read, from the shared flags."""
    if values["encoding"] is not None:
        check_encoding(values["encoding"])
    size = values["max_size"] * MEBIBYTE
    if not 0 < size < 1 << 62:
        raise DocscanError("--max-size: must be more than 0", "usage")
    if values["jobs"] < 0:
        raise DocscanError("--jobs: must not be negative", "usage")
    return Reading(values["input_format"], values["text_field"], values["id_field"], values["encoding"], int(size))


def search_settings(values: Mapping[str, Any]) -> Search:
    """Which files folders stand for, from the shared flags."""
    return Search(values["glob"], values["exclude"], values["no_ignore"], values["hidden"], values["stdin_filename"])


def _paths(values: Mapping[str, Any], default: tuple[str, ...] | None) -> list[str]:
    paths = list(values["paths"])
    if values["files_from"] is not None:
        return paths + _listed(values["files_from"])
    if paths:
        return paths
    chosen = default or default_paths()
    if chosen is None:
        raise NoInputError
    return list(chosen)


def _listed(name: str) -> list[str]:
    try:
        return listed_paths(read_all(Source(name, None if name == "-" else name), 64 * MEBIBYTE))
    except DocscanError as error:
        raise DocscanError(f"--files-from {name}: {error.message}", "usage") from None
