#!/usr/bin/env python3
"""How well and how fast docscan finds names: typed F1 on gold documents, words a second.

    python benchmarks/entities.py GOLD.jsonl … [--labels fine|news] [--errors N]

GOLD holds one document a line: {"id", "text", "entities": [{"start", "end", "type" or "label"}]}, offsets in code
points (training/annotations/*.jsonl of our own articles have this shape). A leading article and a trailing possessive
count on neither side. `news` folds GPE, LOC and FAC into one type and keeps PERSON, ORG and NORP; `fine` takes the
labels as they are. Prints precision, recall, F1, F1 of the spans alone, F1 by label, and words a second of
processor time, everything included (the caches of names are warm after the first documents).
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from docscan.document import Document

NEWS = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "ORG", "NORP": "NORP", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
Span = tuple[int, int, str]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article and a trailing possessive."""
    low = text[start:end].lower()
    for article in ("the ", "a ", "an "):
        if low.startswith(article) and len(low) > len(article):
            start += len(article)
            break
    for tail in ("'s", "’s", "'", "’"):
        if low.endswith(tail) and end - start > len(tail):
            return start, end - len(tail)
    return start, end


def spans(text: str, found: Iterable[tuple[int, int, str]], labels: str) -> set[Span]:
    """Trimmed spans with their mapped labels."""
    kept = set()
    for start, end, label in found:
        mapped = NEWS.get(label) if labels == "news" else label
        if mapped is not None:
            kept.add((*trim(text, start, end), mapped))
    return kept


def f1(right: int, found: int, gold: int) -> float:
    """Per cent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The gold documents of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def measure(path: Path, labels: str, show: int) -> None:
    """Score one file and print its line."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    untyped = words = 0
    seconds = 0.0
    wrong: list[str] = []
    for doc in read(path):
        text = doc["text"]
        begin = time.process_time()
        mentions = Document(text).names.mentions
        seconds += time.process_time() - begin
        words += len(text.split())
        mine = spans(text, ((m.start, m.end, m.label) for m in mentions), labels)
        true = spans(text, ((e["start"], e["end"], e.get("type") or e["label"]) for e in doc["entities"]), labels)
        right.update(label for *_, label in mine & true)
        found.update(label for *_, label in mine)
        gold.update(label for *_, label in true)
        untyped += len({s[:2] for s in mine} & {s[:2] for s in true})
        for start, end, label in sorted(mine ^ true):
            side = "found" if (start, end, label) in mine else "gold "
            wrong.append(f"  {doc['id']} {start} {side} {label:8} {text[start:end]!r}")
    hits, ours, theirs = right.total(), found.total(), gold.total()
    each = "  ".join(f"{t} {f1(right[t], found[t], gold[t]):.1f}" for t in sorted(gold | found))
    print(
        f"{path.name}: P {100 * hits / max(ours, 1):.1f} R {100 * hits / max(theirs, 1):.1f} "
        f"F1 {f1(hits, ours, theirs):.1f}, spans {f1(untyped, ours, theirs):.1f} ({theirs} names)  {each}  "
        f"{words / max(seconds, 1e-9):,.0f} words/s"
    )
    for line in wrong[:show]:
        print(line)


def main() -> None:
    """The command line."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold", type=Path, nargs="+")
    cli.add_argument("--labels", choices=("fine", "news"), default="news")
    cli.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N differences of each file")
    args = cli.parse_args()
    for path in args.gold:
        measure(path, args.labels, args.errors)


if __name__ == "__main__":
    main()
