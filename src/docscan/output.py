"""Where the result goes: standard output, or a file that appears whole or not at all. Always UTF-8."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, BinaryIO

from docscan.exits import DocscanError
from docscan.options import formats

_SLICE = 1 << 20  # characters


def choose_format(values: Mapping[str, Any]) -> str:
    """What --json, --format or the output file's suffix asks for; else a table on a terminal, else concise."""
    if values["json"]:
        return "json"
    if values["format"]:
        return str(values["format"])
    if values["output"] is not None:
        suffix = os.path.splitext(values["output"])[1].lstrip(".")
        return suffix if suffix in formats() else "concise"
    return "table" if sys.stdout is not None and sys.stdout.isatty() else "concise"


class Output:
    """A sink of text for the length of a `with` block; an exception inside leaves no file behind.

    Standard output is flushed at every write, so that a reader sees each document as soon as it is done.
    """

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.temporary: str | None = None
        self.stream = self._open()

    def _open(self) -> BinaryIO:
        if self.name is None or self.name == "-":
            if sys.stdout is None:
                raise DocscanError("standard output is closed")
            sys.stdout.flush()
            return sys.stdout.buffer
        try:
            if os.path.exists(self.name) and not stat.S_ISREG(os.stat(self.name).st_mode):
                return open(self.name, "wb")  # a pipe or a device cannot be replaced
            self.temporary = f"{os.path.realpath(self.name)}.{os.getpid()}.tmp"
            return open(self.temporary, "xb")
        except OSError as error:
            raise self._failed(error) from None

    def _failed(self, error: OSError) -> DocscanError:
        return DocscanError(f"{self.name or 'standard output'}: {(error.strerror or str(error)).lower()}", "output")

    @property
    def terminal(self) -> bool:
        """Whether a person looks at it."""
        return self.temporary is None and self.stream.isatty()

    def write(self, text: str) -> None:
        """Write `text`; BrokenPipeError if nobody reads any more, DocscanError if it cannot be written."""
        try:
            for at in range(0, len(text), _SLICE):  # a huge document's output is not held twice
                self.stream.write(text[at : at + _SLICE].encode("utf-8", "backslashreplace"))
            if self.temporary is None:
                self.stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failed(error) from None

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.temporary is None:
            if self.name not in {None, "-"}:
                self.stream.close()
            return
        try:
            self.stream.close()
            if kind is None:
                self._replace(self.temporary)
        except OSError as failure:
            kind = kind or type(failure)
            raise self._failed(failure) from None
        finally:
            if kind is not None:
                _remove(self.temporary)

    def _replace(self, temporary: str) -> None:
        target = os.path.realpath(str(self.name))
        if os.path.exists(target):
            os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(temporary, target)


def _remove(file: str) -> None:
    with suppress(OSError):
        os.unlink(file)
