"""Which files to read: paths, folders, globs, ignore files, lists of paths, standard input."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from docscan.exits import DocscanError
from docscan.reading import Search, Source
from docscan.reading.unpacking import PACKED, describe, refuse_special
from docscan.records import Failure

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def format_of(path: str) -> str | None:
    """The input format that a name stands for, .gz .bz2 .xz taken off; None if it says nothing."""
    name = path.lower()
    for suffix in PACKED:
        name = name.removesuffix(suffix)
    return FORMATS.get(os.path.splitext(name)[1])


def listed_paths(data: bytes) -> list[str]:
    """The paths in a list: separated by NUL if it holds one, else one a line."""
    parts = data.split(b"\0") if b"\0" in data else [line.rstrip(b"\r") for line in data.split(b"\n")]
    return [os.fsdecode(part) for part in parts if part]


def find_sources(paths: Iterable[str], search: Search) -> list[Source | Failure]:
    """Every source that `paths` stand for, sorted by name, each once; what cannot be read as a Failure."""
    wanted = _Filter(search)
    found: list[Source | Failure] = []
    for path in paths:
        found += _sources_of(path, search, wanted)
    found.sort(key=lambda one: one.path)
    once: dict[str, Source | Failure] = {}
    for one in found:
        once.setdefault(os.path.normpath(one.path), one)
    return list(once.values())


def _sources_of(path: str, search: Search, wanted: _Filter) -> Iterable[Source | Failure]:
    if path == "-":
        return [Source(_shown(search.stdin_filename or "<stdin>"), None)]
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            return _Folder(path, search, wanted).walk()
        refuse_special(path, status.st_mode)
    except DocscanError as error:
        return [Failure(_shown(path), error.code, error.message)]
    except FileNotFoundError as error:
        return _matches(path, search, wanted) or [_failure(path, error)]
    except OSError as error:
        return [_failure(path, error)]
    except ValueError:  # a NUL inside a name
        return [Failure(_shown(path), "not-found", "is no file name")]
    return [Source(_shown(path), path, status.st_size)] if wanted.takes(path) else []


def _matches(pattern: str, search: Search, wanted: _Filter) -> list[Source | Failure]:
    """What a glob that the shell left alone stands for."""
    if not any(c in pattern for c in "*?["):
        return []
    from glob import glob

    return [one for path in sorted(glob(pattern, recursive=True)) for one in _sources_of(path, search, wanted)]


def _failure(path: str, error: OSError) -> Failure:
    return Failure(_shown(path), *describe(error))


def _shown(path: str) -> str:
    """`path` as it is reported: with forward slashes, and the same under every locale."""
    if os.sep != "/":
        return path.replace(os.sep, "/")
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "surrogateescape")


class _Filter:
    """The globs of --glob and --exclude, with the meaning they have in .gitignore."""

    def __init__(self, search: Search) -> None:
        self.wanted = _patterns(search.glob)
        self.excluded = _patterns(search.exclude)
        # only "!..." patterns: everything is wanted but what they name
        self.only_negative = bool(search.glob) and all(g.startswith("!") for g in search.glob)

    def excludes(self, path: str) -> bool:
        return self.excluded is not None and self.excluded.match_file(path)

    def takes(self, path: str) -> bool:
        """Whether a file is wanted at all; `path` relative to where the search began."""
        if self.excludes(path):
            return False
        if self.wanted is None:
            return True
        if self.only_negative:
            return self.wanted.check_file(path).include is None
        return bool(self.wanted.match_file(path))


def _patterns(lines: Sequence[str]) -> GitIgnoreSpec | None:
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error) as error:
        raise DocscanError(f"{', '.join(lines)}: is no glob ({error})", "usage") from None


class _Folder:
    """One folder that is searched: what it takes, and the ignore files met on the way down."""

    def __init__(self, root: str, search: Search, wanted: _Filter) -> None:
        self.root = root
        self.search = search
        self.filter = wanted
        self.outer = [] if search.no_ignore else _outer_ignores(root)

    def walk(self) -> Iterator[Source | Failure]:
        """Every file wanted below the root, and a Failure for every folder that cannot be listed."""
        folders = [(self.root, self.outer)]
        while folders:
            folder, ignores = folders.pop()
            if not self.search.no_ignore:
                ignores = ignores + _ignore_file(folder)
            try:
                with os.scandir(folder) as listing:
                    entries = list(listing)
            except OSError as error:
                yield _failure(folder, error)
                continue
            for entry in entries:
                if self._skips(entry, ignores):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, ignores))
                elif self._wants(entry):
                    yield self._source(entry)

    def _relative(self, entry: os.DirEntry[str]) -> str:
        return _shown(os.path.relpath(entry.path, self.root))

    def _skips(self, entry: os.DirEntry[str], ignores: list[tuple[str, GitIgnoreSpec]]) -> bool:
        if not self.search.hidden and entry.name.startswith("."):
            return True
        tail = "/" if entry.is_dir(follow_symlinks=False) else ""
        for base, spec in reversed(ignores):  # the innermost file that has a say decides
            verdict = spec.check_file(_shown(os.path.relpath(entry.path, base)) + tail).include
            if verdict is not None:
                return verdict
        return bool(tail) and self.filter.excludes(self._relative(entry) + tail)

    def _wants(self, entry: os.DirEntry[str]) -> bool:
        if entry.is_symlink():
            # a link to a folder may loop; one that leads nowhere is reported when it is opened
            regular = os.path.isfile(entry.path) or not os.path.exists(entry.path)
        else:
            regular = entry.is_file()  # pipes, sockets and devices are read only where they are named
        if not regular:
            return False
        known = format_of(entry.name) is not None
        named = bool(self.search.glob) and not self.filter.only_negative
        return (known or named) and self.filter.takes(self._relative(entry))

    def _source(self, entry: os.DirEntry[str]) -> Source | Failure:
        try:
            return Source(_shown(entry.path), entry.path, entry.stat().st_size)
        except OSError as error:
            return _failure(entry.path, error)


def _ignore_file(folder: str) -> list[tuple[str, GitIgnoreSpec]]:
    file = os.path.join(folder, ".gitignore")
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as stream:
            lines = stream.read().splitlines()
    except OSError:
        return []
    try:
        spec = _patterns(lines)
    except DocscanError:  # git passes over lines that make no sense
        spec = _patterns([line for line in lines if _makes_sense(line)])
    return [(folder, spec)] if spec else []


def _makes_sense(line: str) -> bool:
    try:
        _patterns([line])
    except DocscanError:
        return False
    return True


def _outer_ignores(root: str) -> list[tuple[str, GitIgnoreSpec]]:
    """The ignore files of the folders above `root`, outermost first, as far as its repository goes."""
    found: list[tuple[str, GitIgnoreSpec]] = []
    folder = os.path.abspath(root)
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return []  # no repository: only the ignore files inside the folder count
        folder = above
        # a folder that is named is searched, also where an ignore file above it says otherwise
        inside = _shown(os.path.relpath(root, folder)) + "/x"
        found = [(base, spec) for base, spec in _ignore_file(folder) if not spec.match_file(inside)] + found
    return found


def default_paths() -> tuple[str, ...] | None:
    """Standard input where something is piped in; None on a terminal."""
    return None if sys.stdin is None or sys.stdin.isatty() else ("-",)
