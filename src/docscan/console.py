"""The terminal: untrusted text made harmless, streams, the colour decision."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import BinaryIO


@cache
def _unsafe() -> re.Pattern[str]:
    # C0 but tab and newline, DEL, C1, line and paragraph separators, bidi marks and overrides, surrogates,
    # zero-width and invisible format characters, byte-order mark, interlinear and tag characters
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
        "\U000e0000-\U000e007f\ud800-\udfff]"
    )


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # ␀ ␁ … : the control pictures
    if code == 0x7F:
        return "\u2421"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"


def visible(text: str, *, one_line: bool = False) -> str:
    """`text` with every character that could steer a terminal shown as a picture or an escape.

    With `one_line` newlines and tabs become pictures too. Idempotent.
    """
    shown = _unsafe().sub(_picture, text)
    return shown.replace("\n", "␊").replace("\t", "␉") if one_line else shown


def stdout_bytes() -> BinaryIO:
    """Standard output for UTF-8 bytes, whatever the locale says."""
    sys.stdout.flush()
    return sys.stdout.buffer
