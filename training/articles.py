"""Inline-annotated articles → stand-off annotation for training and testing the name tagger.

    articles.py            articles/*.ann.txt → annotations/articles.jsonl, one in twenty-five → test_articles.jsonl
    articles.py --check    convert in memory, report, write nothing; exit 1 if the files on disk differ

The articles were written for this project, in genres that open annotated text lacks: markets, results, sports tables,
courts, obituaries, bulletins in capitals. People and events in them are invented; well-known companies, bodies and
places appear as names only, nothing said of them is a fact.

A name stands as ⟦LABEL|surface⟧, or ⟦LABEL|surface|Canonical name⟧ where no rule finds the fullest form in the
document. Labels and their limits: GUIDELINES.md. An output line is {"id", "source", "text_sha1", "text", "entities":
[{"start", "end", "label", "name"}]}: code points, half-open, sorted, disjoint. A surface that is marked in one place
of a document and left plain in another is reported; `PLAIN` lists the pairs that were looked at and are right.
"""

import argparse
import hashlib
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from annotate import canonical_names
from prelabels import LABELS, Mark

HERE = Path(__file__).parent
TRAIN, TEST = HERE / "annotations" / "articles.jsonl", HERE / "annotations" / "test_articles.jsonl"
NAME = re.compile(r"⟦([A-Z_]+)\|([^⟦⟧|]+)(?:\|([^⟦⟧|]+))?⟧")
EVERY = 25
PLAIN: dict[str, set[str]] = {}


def parse(slug: str, annotated: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; ValueError for an unknown label, a broken bracket or untidy edges."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = last = 0
    for match in NAME.finditer(annotated):
        label, surface, name = match.groups()
        if label not in LABELS or surface != surface.strip():
            raise ValueError(f"{slug}: {match.group()}")
        pieces += [annotated[last : match.start()], surface]
        start = length + match.start() - last
        length, last = start + len(surface), match.end()
        marks.append(Mark(start, length, label, name or ""))
    text = "".join([*pieces, annotated[last:]])
    if broken := re.search(r".{0,30}[⟦⟧].{0,30}", text):
        raise ValueError(f"{slug}: broken bracket near {broken.group()!r}")
    return text, marks


def document(slug: str, annotated: str) -> dict[str, Any]:
    """The stand-off document; a name given by hand beats the rule, running text beats capitals (TOKYO → Tokyo)."""
    text, marks = parse(slug, annotated)
    names = [mark.name or name for mark, name in zip(marks, canonical_names(text, marks), strict=True)]
    spelt = {name.casefold(): name for name in names if not name.isupper()}
    entities = [
        {"start": mark.start, "end": mark.end, "label": mark.label, "name": spelt.get(name.casefold(), name)}
        for mark, name in zip(marks, names, strict=True)
    ]
    digest = hashlib.sha1(text.encode()).hexdigest()
    return {"id": slug, "source": "articles", "text_sha1": digest, "text": text, "entities": entities}


def left_plain(row: dict[str, Any]) -> Iterator[str]:
    """Surfaces that are a name here and stand unmarked there, each place in its context."""
    text = row["text"]
    surfaces = {text[e["start"] : e["end"]] for e in row["entities"]} - PLAIN.get(row["id"], set())
    if not surfaces:
        return
    covered = {i for e in row["entities"] for i in range(e["start"], e["end"])}
    longest_first = "|".join(re.escape(s) for s in sorted(surfaces, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text):
        if covered.isdisjoint(range(*match.span())):
            yield " ".join(text[max(0, match.start() - 30) : match.end() + 30].split())


def is_test(slug: str) -> bool:
    """Whether an article is held back; decided by its slug, so that a new article moves no other."""
    return zlib.crc32(slug.encode()) % EVERY == 0


def lines(rows: list[dict[str, Any]]) -> str:
    """The rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> int:
    """Convert or check all articles; exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the files are out of date")
    check = parser.parse_args().check
    paths = sorted((HERE / "articles").glob("*.ann.txt"))
    rows = [document(path.name.removesuffix(".ann.txt"), path.read_text("utf-8")) for path in paths]
    outputs = {
        TRAIN: lines([row for row in rows if not is_test(row["id"])]),
        TEST: lines([row for row in rows if is_test(row["id"])]),
    }
    stale = [path for path, content in outputs.items() if not path.exists() or path.read_text("utf-8") != content]
    for row in rows:
        for place in left_plain(row):
            print(f"{row['id']}: left plain: {place}", file=sys.stderr)
    if not check:
        for path, content in outputs.items():
            path.write_text(content, "utf-8")
    labels = Counter(entity["label"] for row in rows for entity in row["entities"])
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{len(rows)} articles, {words} words, {labels.total()} names")
    print(", ".join(f"{label} {count}" for label, count in labels.most_common()))
    return int(check and bool(stale))


if __name__ == "__main__":
    raise SystemExit(main())
