#!/usr/bin/env python3
"""How well and how fast `docscan numbers` reads figures.

    python benchmarks/figures.py GOLD.jsonl … [--errors N]
    python benchmarks/figures.py --speed FOLDER

GOLD.jsonl holds one document a line: {"id", "text", "scope", "ignore", "forbidden", "numbers"}, a figure with
start, end, kind, alt, optional, value, value_alt, low, high, approx, unit, currency, of_head (null: not annotated).
A figure is found when the annotation, less its leading prepositions and articles, covers docscan's figure and lies
inside docscan's whole expression. A figure outside `scope`, on an optional one or in `ignore` costs nothing.
`--speed` reads every .txt file of FOLDER three times and reports the best pass, all fields included.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from docscan.analysers.numbers import find_numbers
from docscan.document import Document
from docscan.records import Number

LEADING = re.compile(
    r"(?:(?:the|an?|in|on|at|of|by|to|for|from|since|until|after|before|during|between|about|around|early|late|past|next"
    r"|last|this|these|those|its|his|her|their|only|just|over|under|nearly|almost|some"
    r"|more than|at least|up to)\s+)+",
    re.IGNORECASE,
)


def covers(gold: dict[str, Any], number: Number, text: str) -> bool:
    """Whether the annotation covers the figure and adds nothing that the whole expression does not hold."""
    lead = LEADING.match(text, gold["start"], gold["end"])
    start = lead.end() if lead and lead.end() <= number.figure.start else gold["start"]
    inside = min(start, number.figure.start) >= number.start and gold["end"] <= number.end
    return start <= number.figure.start and number.figure.end <= gold["end"] and inside


def overlaps(start: int, end: int, number: Number) -> bool:
    """Whether the figure shares a character with [start, end)."""
    return start < number.end and number.start < end


def close(a: Any, b: Any) -> bool:
    """Equal to one part in ten thousand."""
    return a is not None and b is not None and abs(float(a) - float(b)) <= 1e-4 * max(abs(float(a)), abs(float(b)))


def right_value(gold: dict[str, Any], number: Number) -> bool:
    """Whether the value, or both ends of a range, are those annotated."""
    if gold["value"] is not None:
        accepted = [gold["value"], *(gold.get("value_alt") or [])]
        return any(float(v) == 0 == number.value or close(v, number.value) for v in accepted)
    ends = ((gold["low"], number.low), (gold["high"], number.high))
    return all(g is None or close(g, n) for g, n in ends)


def score(document: dict[str, Any], tally: Counter[str], errors: list[str]) -> None:
    """Add what was found in one document to `tally`."""
    text = document["text"]
    found = find_numbers(Document(text))
    gold = [g for g in document["numbers"] if not g["optional"]]
    free = [(g["start"], g["end"]) for g in document["numbers"] if g["optional"]] + list(document.get("ignore") or [])
    tally["forbidden"] += len(document.get("forbidden") or [])
    tally["forbidden hit"] += sum(
        any(overlaps(f["start"], f["end"], n) for n in found) for f in document.get("forbidden") or []
    )
    left = list(found)
    for g in gold:
        tally["gold"] += 1
        touching = [n for n in left if overlaps(g["start"], g["end"], n)]
        hit = next((n for n in touching if covers(g, n, text)), None)
        tally["found"] += hit is not None
        tally["typed"] += hit is not None and hit.kind in (g["kind"], *g["alt"])
        best = hit or (touching[0] if touching else None)
        if best is None:
            errors.append(f"missed {g['text']!r} in {text[max(0, g['start'] - 30) : g['end'] + 30]!r}")
            continue
        left.remove(best)
        tally["pred"] += 1
        if g["value"] is not None or g["low"] is not None or g["high"] is not None:
            tally["valued"] += 1
            tally["value right"] += right_value(g, best)
        if g.get("of_head"):
            tally["counted"] += 1
            tally["head right"] += (best.of_head or "").lower() == g["of_head"].lower()
    for n in left:
        touched = any(overlaps(g["start"], g["end"], n) for g in gold)
        if touched or (n.kind in document["scope"] and not any(overlaps(s, e, n) for s, e in free)):
            tally["pred"] += 1
            errors.append(f"false {n.text!r} ({n.kind}) in {text[max(0, n.start - 30) : n.end + 30]!r}")


def f1(hits: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def accuracy(paths: list[Path], show: int) -> None:
    """Print one line a gold file."""
    for path in paths:
        tally: Counter[str] = Counter()
        errors: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            score(json.loads(line), tally, errors)
        parts = [f"{path.stem:<12} figures {tally['gold']:>5}"]
        for name, hits in (("found F1", "found"), ("typed F1", "typed")):
            parts.append(f"{name} {f1(tally[hits], tally['pred'], tally['gold']):.3f}")
        for name, hits, whole in (
            ("value", "value right", "valued"),
            ("counted noun", "head right", "counted"),
            ("identifiers read as figures", "forbidden hit", "forbidden"),
        ):
            if tally[whole]:
                parts.append(f"{name} {tally[hits] / tally[whole]:.3f}")
        print("  ".join(parts))
        for error in errors[:show]:
            print("   ", error)


def speed(folder: Path) -> None:
    """Print characters a second of processor time, best of three passes."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*.txt"))]
    best, count = float("inf"), 0
    for _ in range(3):
        documents = [Document(text) for text in texts]
        begin = time.process_time()
        count = sum(len(find_numbers(d)) for d in documents)
        best = min(best, time.process_time() - begin)
    size = sum(map(len, texts))
    print(f"{size / best / 1e6:.2f} million characters a second, {count} figures in {size} characters")


def main() -> None:
    """Run what the arguments ask for."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold", nargs="*", type=Path)
    cli.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N errors of each file")
    cli.add_argument("--speed", type=Path, metavar="FOLDER")
    arguments = cli.parse_args()
    accuracy(arguments.gold, arguments.errors)
    if arguments.speed:
        speed(arguments.speed)


if __name__ == "__main__":
    main()
