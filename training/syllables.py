#!/usr/bin/env python3
"""Rebuild the list of words whose syllables do not follow from their spelling.

    python training/syllables.py CMUDICT TEXTS.jsonl ...

CMUDICT is the CMU Pronouncing Dictionary (cmudict.dict of github.com/cmusphinx/cmudict, BSD-like licence): a word
and its phones a line. TEXTS hold one {"text"} a line (also .gz); they only say which words are frequent. The words
that the rules get wrong most often in them are written to src/docscan/lexicons/syllables.txt with the number of
their first pronunciation. Score the result on other texts (benchmarks/summary.py syllables).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docscan.text.syllables import count_by_rule

LIST = Path(__file__).parents[1] / "src" / "docscan" / "lexicons" / "syllables.txt"
MOST = 490
FEWEST = 4  # occurrences
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def read_pronunciations(path: Path) -> dict[str, list[int]]:
    """Word → the syllables of each pronunciation; a phone that ends in a digit is a vowel."""
    known: dict[str, list[int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *phones = line.partition("#")[0].split()
        known.setdefault(re.sub(r"\(\d+\)$", "", word.lower()), []).append(sum(p[-1].isdigit() for p in phones))
    return known


def read_texts(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        with (
            gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines
        ):
            yield from (row["text"] for row in map(json.loads, lines) if "text" in row)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dictionary", type=Path)
    arguments.add_argument("texts", type=Path, nargs="+")
    options = arguments.parse_args()
    known = read_pronunciations(options.dictionary)
    wrong: Counter[str] = Counter()
    for text in read_texts(options.texts):
        for word in WORD.findall(text.lower().replace("’", "'")):
            word = word.removesuffix("'s")
            if word in known and known[word][0] and count_by_rule(word) not in known[word]:
                wrong[word] += 1
    header = "".join(line for line in LIST.read_text(encoding="utf-8").splitlines(True) if line.startswith("#"))
    chosen = sorted(word for word, count in wrong.most_common(MOST) if count >= FEWEST)
    LIST.write_text(header + "".join(f"{word}\t{known[word][0]}\n" for word in chosen), encoding="utf-8")
    print(f"{len(chosen)} words")


if __name__ == "__main__":
    main()
