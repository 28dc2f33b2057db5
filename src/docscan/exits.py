"""How docscan ends: exit codes, the one error type, and the guard that turns every end into a code and a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import IntEnum

from docscan.console import note


class ExitCode(IntEnum):
    """What the shell sees."""

    DONE = 0
    FOUND = 1  # only `check`
    FAILED = 2
    INTERRUPTED = 130


class DocscanError(Exception):
    """Something the user can mend; printed as one line. `code` names the reason for programs ("not-found")."""

    def __init__(self, message: str, code: str = "error") -> None:
        super().__init__(message)
        self.message = message
        self.code = code


def internal(error: BaseException) -> str:
    """One line for an error that is docscan's own."""
    if isinstance(error, MemoryError):
        return "out of memory"
    return f"internal error: {type(error).__name__}: {error}"


def guard(run: Callable[[], int]) -> int:
    """Run `run` and give its exit code; whatever is raised becomes a code and at most one line."""
    try:
        code = run()
        _flush()
    except BrokenPipeError:
        code = ExitCode.DONE  # the reader has what it wanted
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except DocscanError as error:
        note(error.message)
        code = ExitCode.FAILED
    except OSError as error:
        note(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
        code = ExitCode.FAILED
    except Exception as error:
        if os.environ.get("DOCSCAN_DEBUG"):
            raise
        note(internal(error))
        code = ExitCode.FAILED
    _abandon_stdout()
    return int(code)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _abandon_stdout() -> None:
    """Send what is still buffered nowhere if it cannot be written, so that the interpreter's own flush is quiet."""
    try:
        _flush()
    except (OSError, ValueError):
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 1)
