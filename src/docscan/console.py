"""The terminal: untrusted text made harmless, notices and progress on standard error, the colour decision."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable
from functools import cache
from types import TracebackType
from typing import Any


@cache
def _unsafe() -> re.Pattern[str]:
    # C0 but tab and newline, DEL, C1, soft hyphen, bidi marks and overrides, zero-width and other invisible
    # format characters, line and paragraph separators, byte-order mark, surrogates, tag characters
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
        "\ud800-\udfff\U000e0000-\U000e007f]"
    )


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures ␀ ␁ …
    if code == 0x7F:
        return "\u2421"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def visible(text: str, *, one_line: bool = False) -> str:
    """`text` with every character that could steer a terminal shown as a picture or an escape.

    With `one_line` newlines and tabs become pictures too. Idempotent.
    """
    shown = _unsafe().sub(_picture, text)
    return shown.replace("\n", "␊").replace("\t", "␉") if one_line else shown


def note(message: str) -> None:
    """Write `docscan: message` as one line on standard error; one that is closed is no reason to fail."""
    try:
        sys.stderr.write(f"docscan: {visible(message, one_line=True)}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def wants_color(choice: str, terminal: bool) -> bool:
    """Whether to colour: the flag, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM=dumb, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


class Progress:
    """How many sources are done, on standard error: only on a terminal, and only once work lasts a second."""

    PATIENCE = 1.0  # seconds before the first word
    PACE = 0.1  # seconds between two words

    def __init__(self, sources: Iterable[Any], wanted: bool) -> None:
        self.order = {one.path: number for number, one in enumerate(sources)}
        self.wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self.due = time.monotonic() + self.PATIENCE
        self.shown = False

    def reached(self, path: str) -> None:
        """Work has come to `path`."""
        if not self.wanted or time.monotonic() < self.due:
            return
        self.due = time.monotonic() + self.PACE
        self.shown = True
        self._write(f"\r{self.order.get(path, 0) + 1:,} of {len(self.order):,} files\x1b[K")

    def clear(self) -> None:
        """Take the progress away, so that a line can be written."""
        if self.shown:
            self.shown = False
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            self.wanted = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()
