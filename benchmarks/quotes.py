#!/usr/bin/env python3
"""How well and how fast docscan finds quotations and names their speakers.

    python benchmarks/quotes.py GOLD.jsonl … [--errors N]

GOLD holds one document a line: {"id", "text", "ignore": [[s, e]], "quotes": [{"parts": [[s, e]], "segments":
[[s, e]], "type": "direct"|"mixed"|"indirect", "speaker": null | {"start", "end", "text", "name", "aliases"}}]},
offsets in code points; `parts` are the pieces of the content, `segments` those inside marks. Rows:

    quoted    pieces inside marks, kinds ignored (Jaccard of characters ≥ 0.8, one to one)
    direct    the same, gold direct against predicted direct
    mixed, indirect   whole reported clauses (Jaccard ≥ 0.6)
    speaker   share of matched pieces with a gold speaker whose speaker is right: the words overlap the head of the
              gold speaker's, or the name is one of the gold names
    both      quoted pieces found and given the right speaker, end to end

and megabytes (of UTF-8) a second of processor time with sentences and names included.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docscan import Document, quotes
from docscan.records import Quote

Spans = list[tuple[int, int]]
EDGES = " \t\r\n\xa0\"“”„«»‘’'`.,;:—-_"
STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "my",
        "our",
        "of",
        "de",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "president",
        "senator",
    ]
)
HEAD = re.compile(r"(?:(?!,|;|\(|—| (?:of|for|at|from|with|in|on|who|that|which|to|by|whose) ).)*")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks, punctuation and white space at the edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def jaccard(a: Spans, b: Spans) -> float:
    """Shared characters over all characters."""
    shared = sum(max(0, min(e, f) - max(s, r)) for s, e in a for r, f in b)
    whole = sum(e - s for s, e in a) + sum(e - s for s, e in b) - shared
    return shared / whole if whole else 0.0


def match(gold: list[Spans], found: list[Spans], least: float) -> list[tuple[int, int]]:
    """One to one, best overlap first."""
    pairs = sorted(
        (-share, g, f)
        for g, a in enumerate(gold)
        for f, b in enumerate(found)
        if b[0][0] < a[-1][1] and b[-1][1] > a[0][0] and (share := jaccard(a, b)) >= least
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    matched = []
    for _, g, f in pairs:
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            matched.append((g, f))
    return matched


def words(name: str | None) -> set[str]:
    """The words of a name that tell it from others."""
    found = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", (name or "").lower()))
    return {w for w in found if w not in STOP} or set(found)


def is_right(gold: dict[str, Any], quote: Quote) -> bool:
    """Is the predicted speaker the gold one?"""
    speaker = quote.speaker
    if speaker is None:
        return False
    if gold.get("start") is not None:
        shared = min(gold["end"], speaker.end) - max(gold["start"], speaker.start)
        head = HEAD.match(gold["text"])
        reach = gold["start"] + (head.end() if head else 0)
        if shared > 0 and (2 * shared >= gold["end"] - gold["start"] or speaker.start < reach):
            return True
        names = [gold["text"][: head.end() if head else None]] if gold.get("kind") != "pronoun" else []
    else:
        names = [gold.get("name"), *gold.get("aliases", [])]
        if gold.get("first_person") and speaker.name in ("I", "me", "my"):
            return True
    said = words(speaker.name)
    return any(said <= words(n) or (len(words(n)) > 1 and words(n) < said) for n in names if n)


class Tally:
    """Gold, found and matched items of one row."""

    def __init__(self) -> None:
        self.gold = self.found = self.matched = 0

    def add(self, gold: list[Spans], found: list[Spans], least: float) -> list[tuple[int, int]]:
        """Match and count."""
        pairs = match(gold, found, least)
        self.gold += len(gold)
        self.found += len(found)
        self.matched += len(pairs)
        return pairs

    def __str__(self) -> str:
        p, r = self.matched / max(1, self.found), self.matched / max(1, self.gold)
        return f"{self.gold:7}{self.found:7}{p:8.3f}{r:8.3f}{2 * p * r / max(1e-9, p + r):8.3f}"


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def measure(path: Path, errors: int) -> None:
    """Print the rows of one file."""
    rows = {name: Tally() for name in ("quoted", "direct", "mixed", "indirect")}
    right = asked = both = size = 0
    spent = 0.0
    wrong: list[str] = []
    for document in read(path):
        text = document["text"]
        size += len(text.encode())
        begun = time.process_time()
        found = quotes(Document(text))
        spent += time.process_time() - begun
        ignored = document.get("ignore", [])
        found = tuple(q for q in found if not any(s <= q.start < e for s, e in ignored))
        gold = document["quotes"]
        pieces = {trim(text, *s): q for q in gold for s in q["segments"]}
        marked = [q for q in found if q.marks]
        spans = [[trim(text, q.start, q.end)] for q in marked]
        for g, f in rows["quoted"].add([[s] for s in pieces], spans, 0.8):
            speaker = list(pieces.values())[g]["speaker"]
            if speaker is None:
                both += marked[f].speaker is None
                continue
            asked += 1
            good = is_right(speaker, marked[f])
            right += good
            both += good
            if not good:
                named = marked[f].speaker
                wrong.append(f"{speaker['text'] or speaker['name']} | {named and named.name} | {marked[f].text[:80]}")
        direct = [[s] for s, q in pieces.items() if q["type"] == "direct"]
        rows["direct"].add(direct, [s for s, q in zip(spans, marked, strict=True) if q.kind == "direct"], 0.8)
        for kind in ("mixed", "indirect"):
            contents = [[trim(text, *p) for p in q["parts"]] for q in gold if q["type"] == kind]
            rows[kind].add(contents, [[trim(text, *q.content)] for q in found if q.kind == kind], 0.6)
    print(f"{path.name}\n{'':10}{'gold':>7}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for name, row in rows.items():
        print(f"{name:10}{row}")
    print(f"speaker   {right} of {asked}: {right / max(1, asked):.3f}")
    quoted = rows["quoted"]
    print(f"both      F1 {2 * both / max(1, quoted.gold + quoted.found):.3f}")
    print(f"speed     {size / 1e6 / max(spent, 1e-9):.2f} MB/s")
    for line in wrong[:errors]:
        print("  wrong speaker:", line)


def main() -> None:
    """Read the arguments and measure every file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--errors", type=int, default=0, help="show N wrong speakers")
    arguments = parser.parse_args()
    for path in arguments.gold:
        measure(path, arguments.errors)


if __name__ == "__main__":
    main()
