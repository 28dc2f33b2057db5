"""A Document: the decoded text of one file, and what every analyser needs to know of it, computed once.

Nothing here changes the text. `masked` is a parallel copy of the same length in which markup is blanked, so
that an offset means the same place in both; analysers scan `masked` and slice `text`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docscan.records import Span
    from docscan.text.layout import Block
    from docscan.text.marks import Quotation
    from docscan.text.names import NameTable

_LINE_END = re.compile(r"\r\n|\n|\r")


class Document:
    """One text with its lazily computed linguistics.

    `path` is the name the user gave, `id` the record's own in JSON Lines input; `encoding` and `warnings` say
    how it was decoded. `masked` must be as long as `text` (ValueError).
    """

    def __init__(
        self,
        text: str,
        *,
        path: str = "<text>",
        id: str | None = None,  # noqa: A002 - the contract's word
        encoding: str = "utf-8",
        masked: str | None = None,
        warnings: tuple[str, ...] = (),
    ) -> None:
        if masked is not None and len(masked) != len(text):
            raise ValueError("masked text must be exactly as long as the text")
        self.text = text
        self.path = path
        self.id = id
        self.encoding = encoding
        self.masked = text if masked is None else masked
        self.warnings = warnings

    def __repr__(self) -> str:
        return f"Document(path={self.path!r}, {len(self.text)} characters)"

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin (\\n, \\r\\n and \\r end a line)."""
        return [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    def line(self, offset: int) -> int:
        """The 1-based line that holds `offset`."""
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based (line, column) of `offset`; columns count code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    @cached_property
    def layout(self) -> str:
        """How paragraphs are laid out: `blank-line`, `line` (one a line) or `wrapped`."""
        from docscan.text.layout import detect_layout

        return detect_layout(self.masked)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Headline, date line, caption, list item and body blocks, in order, none overlapping."""
        from docscan.text.layout import find_blocks

        return find_blocks(self.masked, self.layout)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every stretch between quotation marks, paired by typed marks, outermost first."""
        from docscan.text.marks import pair_marks

        return pair_marks(self.masked, self.blocks)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order, white space trimmed, none crossing a block."""
        from docscan.text.sentences import split_sentences

        return split_sentences(self.masked, self.blocks, self.quotations)

    @cached_property
    def names(self) -> NameTable:
        """Every name in the document with its label, clustered into canonical names; people with their cues."""
        from docscan.text.names import find_names

        return find_names(self)
