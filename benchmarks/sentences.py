#!/usr/bin/env python3
"""How well and how fast sentences are found, in three layouts of the same texts.

    python benchmarks/sentences.py GOLD.jsonl ... [--show N]

A gold file holds one {"id", "text", "sentences": [[start, end], ...]} a line: half-open offsets in code points,
paragraphs parted by a blank line. `line` is the same text with one paragraph a line, `wrap` with lines broken at 72
columns. Printed: precision, recall and F1 of exact spans (white space trimmed), F1 of the inner ends (not those
before a blank line), characters a second, and that against a plain pass of the pattern \\w+. `--show` prints errors.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from bisect import bisect_right
from pathlib import Path

from docscan.document import Document

Gold = list[tuple[str, set[tuple[int, int]]]]
GAP = re.compile(r"\n[ \t]*\n\s*")
COLUMNS = 72


def read(path: Path) -> Gold:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(row["text"], {trimmed(row["text"], *span) for span in row["sentences"]}) for row in rows]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def one_a_line(text: str) -> list[tuple[int, int]]:
    """The stretches of white space that become one newline when every paragraph is a line."""
    return [m.span() for m in GAP.finditer(text)]


def wrapped(text: str) -> list[tuple[int, int]]:
    """The stretches of white space that become one newline when lines are filled to the width."""
    breaks = []
    column = last = 0
    for m in re.finditer(r"\S+", text):
        gap = text[last : m.start()]
        if "\n" in gap:
            column = 0
        elif column and column + len(gap) + len(m.group()) > COLUMNS:
            breaks.append((last, m.start()))
            column = 0
        column += len(m.group()) + (len(gap) if column else 0)
        last = m.end()
    return breaks


def laid(text: str, spans: set[tuple[int, int]], breaks: list[tuple[int, int]]) -> tuple[str, set[tuple[int, int]]]:
    """The text with every break made one newline, and its spans moved with it."""
    ends = [end for _, end in breaks]
    lost = [0]
    pieces, last = [], 0
    for start, end in breaks:
        pieces += [text[last:start], "\n"]
        last = end
        lost.append(lost[-1] + end - start - 1)

    def moved(offset: int) -> int:
        return offset - lost[bisect_right(ends, offset)]

    return "".join([*pieces, text[last:]]), {(moved(start), moved(end - 1) + 1) for start, end in spans}


def f1(hits: int, found: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = hits / max(found, 1), hits / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def report(name: str, gold: Gold, show: int) -> None:
    exact = [0, 0, 0]
    inner = [0, 0, 0]
    spent = 0.0
    for text, wanted in gold:
        began = time.process_time()
        sentences = Document(text).sentences
        spent += time.process_time() - began
        found = {trimmed(text, *s) for s in sentences}
        ends = [
            {end for _, end in spans if text[end:].strip() and not GAP.match(text, end)} for spans in (wanted, found)
        ]
        for tally, (a, b) in ((exact, (wanted, found)), (inner, (ends[0], ends[1]))):
            for i, n in enumerate((len(a & b), len(b), len(a))):
                tally[i] += n
        for end in sorted(ends[0] ^ ends[1])[: max(show, 0)]:
            show -= 1
            print(
                "  missed" if end in ends[0] else "  extra ",
                repr(text[max(0, end - 40) : end]),
                "|",
                repr(text[end : end + 30]),
            )
    size = sum(len(text) for text, _ in gold)
    precision, recall, score = f1(*exact)
    print(
        f"{name:24} {exact[2]:6} sentences  exact P {precision:.4f} R {recall:.4f} F1 {score:.4f}"
        f"  inner F1 {f1(*inner)[2]:.4f}  {size / spent / 1e6:.2f} M characters/s"
        f"  {plain_pass(gold) / spent:.3f} of \\w+"
    )


def plain_pass(gold: Gold) -> float:
    """Seconds that a plain pass over the words takes."""
    began = time.process_time()
    for text, _ in gold:
        for _ in re.finditer(r"\w+", text):
            pass
    return time.process_time() - began


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path, nargs="+")
    arguments.add_argument(
        "--show", type=int, default=0, metavar="N", help="print at most N wrong ends a file and layout"
    )
    options = arguments.parse_args()
    Document("Warm up. Now.").sentences  # noqa: B018 - lists and patterns are built on first use
    for path in options.gold:
        gold = read(path)
        report(path.stem, gold, options.show)
        for layout, breaks in (("line", one_a_line), ("wrap", wrapped)):
            report(f"{path.stem} {layout}", [laid(text, spans, breaks(text)) for text, spans in gold], options.show)


if __name__ == "__main__":
    main()
