#!/usr/bin/env python3
"""How well `docscan check --sources` tells true from altered: texts are altered one place at a time.

    python benchmarks/check.py TEXTS.jsonl [--limit N] [--pool] [--peer] [--show KIND] [--seed N]

TEXTS.jsonl holds one {"id", "text"} a line; nothing of it is kept. Each text is a source, and each alteration of it
one trial: a word of a quotation, a lost or added "not", an invented quotation, a figure, its scale, a date's day, a
name from another text, another name of the same text. Places and alterations are chosen by plain patterns, not
by docscan's own analysers. Harmless edits (typography, marked ellipses, brackets, case at the edges, digits for
words, units respelled, a sentence dropped) must raise no alarm. `--pool` puts all texts among the sources of each;
`--peer` runs hallucination-check (PyPI), if it is installed, on the same trials: it judges sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from docscan.checking.flow import conclude, examine
from docscan.checking.plan import make_plan
from docscan.config import Settings
from docscan.document import Document
from docscan.evidence.sources import Sources

RULES = ("Q103", "Q104", "N103", "D103", "E103")
QUOTE = re.compile(r"“([^“”\n]{15,600})”|(?<!\w)\"([^\"\n]{15,600})\"(?!\w)")
FIGURE = re.compile(r"(?<![\w.,$£€/:-])[$£€]?(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w/:-]|[.,]\d)")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,} [A-Z][a-z]{2,}(?![\w-]| [A-Z])")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:{MONTHS}) (\d{{1,2}})\b(?!\d)|\b(\d{{1,2}}) (?:{MONTHS})\b")
SCALE = re.compile(r"(?<=\d )(million|billion)\b")
NEGATION = re.compile(r" not\b|n['’]t\b| never\b")
AUXILIARY = re.compile(r"\b(?:is|was|are|were|will|would|can|could|should|has|have|had)\b(?! not|n't|n’t)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


class Trial(NamedTuple):
    """An altered text, what was done, and the altered place in it."""

    kind: str
    text: str
    start: int
    end: int


def replaced(kind: str, text: str, start: int, end: int, new: str) -> Trial:
    return Trial(kind, text[:start] + new + text[end:], start, start + len(new))


def quotes(text: str) -> list[tuple[int, int]]:
    spans = [m.span(1) if m.group(1) else m.span(2) for m in QUOTE.finditer(text)]
    return [s for s in spans if len(text[slice(*s)].split()) >= 4]


class Alterations:
    """What can be done to a text. Words, quotations and names come from the other texts."""

    def __init__(self, texts: list[str], seed: int, pool: bool = False) -> None:
        self.random = random.Random(seed)
        self.pool = pool
        self.words = sorted({w for t in texts for w in re.findall(r"\b[a-z]{5,12}\b", t)})
        self.quotes = [t[a:b] for t in texts for a, b in quotes(t)]
        self.common = {w for t in texts for w in re.findall(r"(?<![\w'’])[a-z]{3,}", t)}
        self.names = sorted({t[a:b] for t in texts for a, b in self.named(t)})

    def named(self, text: str) -> list[tuple[int, int]]:
        """Two capitalised words after a small one, which no text writes small: names, not headlines."""
        found = [m for m in NAME.finditer(text) if not self.common & set(m.group().lower().split())]
        return [m.span() for m in found if text[max(0, m.start() - 30) : m.start()].split()[-1:][0].islower()]

    def of(self, text: str) -> Iterator[Trial]:
        """One trial of each kind that the text has room for."""
        r = self.random
        spans = quotes(text)
        for kind in (self.word, self.dropped, self.negated, self.invented):
            if spans and (trial := kind(text, *r.choice(spans))):
                yield trial
        for find, make in ((self.figures, self.figure), (self.scales, self.scale), (self.dates, self.date)):
            if found := find(text):
                yield make(text, *r.choice(found))
        if found := self.named(text):
            start, end = r.choice(found)
            strangers = [n for n in r.sample(self.names, min(60, len(self.names))) if n.split()[-1] not in text]
            if strangers:
                yield replaced("name: a stranger's", text, start, end, strangers[0])
            others = sorted({text[a:b] for a, b in found} - {text[start:end]})
            others = [n for n in others if n.split()[-1] != text[start:end].split()[-1]]
            if others:
                yield replaced("name: another's", text, start, end, r.choice(others))

    def word(self, text: str, start: int, end: int) -> Trial | None:
        found = list(re.finditer(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", text[start:end]))
        if not found:
            return None
        m = self.random.choice(found)
        new = self.random.choice(self.words)
        return None if new == m.group() else replaced("quote: a word", text, start + m.start(), start + m.end(), new)

    def dropped(self, text: str, start: int, end: int) -> Trial | None:
        found = list(re.finditer(r"(?<=\w )\w{4,} (?=\w)", text[start:end]))
        if not found:
            return None
        m = self.random.choice(found)
        trial = replaced("quote: a word less", text, start + m.start(), start + m.end(), "")
        return trial._replace(start=trial.start - 1, end=trial.end + 1)

    def negated(self, text: str, start: int, end: int) -> Trial | None:
        if m := NEGATION.search(text, start, end):
            return replaced("quote: negation lost", text, *m.span(), "")._replace(end=m.start() + 1)
        if m := AUXILIARY.search(text, start, end):
            return replaced("quote: negation added", text, m.end(), m.end(), " not")
        return None

    def invented(self, text: str, start: int, end: int) -> Trial | None:
        new = self.random.choice(self.quotes)
        if new in text or self.pool:  # among all texts a quotation of another one is no invention
            return None
        return replaced("quote: invented", text, start, end, new)

    def figures(self, text: str) -> list[tuple[int, int]]:
        return [m.span(1) for m in FIGURE.finditer(text) if not YEAR.match(m.group(1))
                and not DATE.search(text, max(0, m.start() - 12), m.end() + 12)]  # fmt: skip

    def figure(self, text: str, start: int, end: int) -> Trial:
        old = int(text[start:end].replace(",", ""))
        new, reach = old, 9
        while str(new) in text or f"{new:,}" in text or new == old:
            new = max(2, round(old * self.random.uniform(0.4, 2.5)) + self.random.randint(1, reach))
            reach += 1
        return replaced("figure: value", text, start, end, f"{new:,}" if "," in text[start:end] else str(new))

    def scales(self, text: str) -> list[tuple[int, int]]:
        return [m.span() for m in SCALE.finditer(text)]

    def scale(self, text: str, start: int, end: int) -> Trial:
        return replaced("figure: scale", text, start, end, "billion" if text[start] == "m" else "million")

    def dates(self, text: str) -> list[tuple[int, int]]:
        return [m.span(1) if m.group(1) else m.span(2) for m in DATE.finditer(text)]

    def date(self, text: str, start: int, end: int) -> Trial:
        return replaced("date: day", text, start, end, str(int(text[start:end]) % 27 + 1))


class Harmless:
    """Edits that change nothing that was said."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def of(self, text: str) -> Iterator[Trial]:
        spans = quotes(text)
        yield Trial("untouched", text, 0, len(text))
        yield self.whole("typography", text, self.typography)
        yield self.whole("digits and units", text, self.digits)
        yield self.whole("a sentence less", text, self.sentence)
        for kind in (self.ellipsis, self.bracket, self.case):
            if spans and (trial := kind(text, *self.random.choice(spans))):
                yield trial

    @staticmethod
    def whole(kind: str, text: str, edit: Callable[[str], str]) -> Trial:
        new = edit(text)
        return Trial(kind, new, 0, len(new))

    @staticmethod
    def typography(text: str) -> str:
        if "“" in text or "’" in text:
            return text.translate(str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "\u00a0": " "}))
        text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
        return re.sub(r"(?<![\w\"])\"([^\"\n]{1,600})\"(?![\w\"])", r"“\1”", text)

    @staticmethod
    def digits(text: str) -> str:
        text = re.sub(r"(?<=\d) percent\b", "%", text)
        for word, digit in (("two", "2"), ("three", "3"), ("five", "5"), ("six", "6"), ("eight", "8")):
            text = re.sub(rf"(?<=[a-z] ){word}(?= [a-z]+s\b)", digit, text)
        return re.sub(r"\$([\d.]+) (m|b)illion\b", r"$\1\2n", text).replace("$", "$")

    def sentence(self, text: str) -> str:
        paragraphs = text.split("\n\n")
        if len(paragraphs) > 3:
            del paragraphs[self.random.randrange(1, len(paragraphs) - 1)]
        return "\n\n".join(paragraphs)

    def ellipsis(self, text: str, start: int, end: int) -> Trial | None:
        words = list(re.finditer(r"\S+", text[start:end]))
        if len(words) < 9:
            return None
        first = self.random.randrange(3, len(words) - 5)
        a, b = words[first].start(), words[first + 2].start()
        mark = self.random.choice(("… ", "... ", "[…] "))
        return replaced("marked ellipsis", text, start + a, start + b, mark)._replace(start=start, end=end)

    def bracket(self, text: str, start: int, end: int) -> Trial | None:
        m = re.search(r"(?<=\w )(?:he|she|it|they|this|that)(?= \w)", text[start:end])
        if m is None:
            return None
        return replaced("bracket", text, start + m.start(), start + m.end(), "[the committee]")._replace(start=start)

    @staticmethod
    def case(text: str, start: int, end: int) -> Trial | None:
        letter = text[start]
        new = letter.lower() if letter.isupper() else letter.upper()
        return None if letter == new else replaced("case at the edge", text, start, start + 1, new)


Judge = Callable[[str, str], list[tuple[int, int, str]]]  # (id, text) → places complained of, with what was said


def docscan_judge(texts: dict[str, str], pool: bool) -> Judge:
    plan = make_plan(Settings(select=RULES, sources=("texts",)))
    shared = Sources(Document(t, path=i) for i, t in texts.items()) if pool else None
    own: dict[str, Sources] = {}

    def judge(name: str, text: str) -> list[tuple[int, int, str]]:
        if name not in own:
            own.clear()
            own[name] = shared or Sources([Document(texts[name], path=name)])
        result = conclude([examine(Document(text, path=name), plan, own[name])], plan)[0]
        return [(i.start, i.end, f"{i.code} {i.message}") for i in result.findings]

    return judge


def peer_judge(texts: dict[str, str]) -> Judge:
    import hallucination_check  # type: ignore[import-not-found]

    def judge(name: str, text: str) -> list[tuple[int, int, str]]:
        at, found = 0, []
        for claim in hallucination_check.check(text, [texts[name]]).claims:
            start = max(text.find(claim.text, at), 0)
            at = start + len(claim.text)
            if not claim.supported:
                found.append((start, at, str(claim.text)))
        return found

    return judge


def hits(trial: Trial, found: list[tuple[int, int, str]]) -> list[str]:
    """What was said of the altered place."""
    return [said for start, end, said in found if start <= trial.end and end >= trial.start]


def run(judge: Judge, texts: dict[str, str], arguments: argparse.Namespace) -> None:
    alterations = Alterations(list(texts.values()), arguments.seed, arguments.pool)
    harmless = Harmless(arguments.seed)
    made, told, items, alarms = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    begin, size = time.process_time(), 0
    for name, text in texts.items():
        claims = max(1, len(quotes(text)) + len(FIGURE.findall(text)) + len(NAME.findall(text)))
        for trial in alterations.of(text):
            size += len(trial.text)
            said = hits(trial, judge(name, trial.text))
            made[trial.kind] += 1
            told[trial.kind] += bool(said)
            if not said and arguments.show in trial.kind.split(":"):
                around = trial.text[max(0, trial.start - 80) : trial.end + 60].replace("\n", " ")
                print(f"  missed {trial.kind} in {name}: …{around}…")
        for trial in harmless.of(text):
            size += len(trial.text)
            found = judge(name, trial.text)
            items[trial.kind] += claims
            alarms[trial.kind] += len(found)
            if found and arguments.show == "alarms":
                print(f"  false alarm, {trial.kind} in {name}: {found[0][2][:200]}")
    report(made, told, items, alarms)
    seconds = time.process_time() - begin
    print(f"{size / 1e6:.1f} MB in {seconds:.1f} s: {size / 1e6 / seconds:.2f} MB/s a core")


def report(made: Counter[str], told: Counter[str], items: Counter[str], alarms: Counter[str]) -> None:
    groups: dict[str, list[int]] = {}
    for kind in made:
        group = groups.setdefault(kind.split(":")[0], [0, 0])
        group[0] += told[kind]
        group[1] += made[kind]
        print(f"  {kind:<24} {told[kind]:>5} of {made[kind]:>5} found  {told[kind] / made[kind]:.3f}")
    for group, (found, all_) in groups.items():
        print(f"{group:<26} {found:>5} of {all_:>5} found  {found / all_:.4f}")
    for kind in items:
        rate = alarms[kind] / items[kind]
        print(f"  {kind:<24} {alarms[kind]:>5} false alarms on {items[kind]:>6} claims  {rate:.2%}")
    total = sum(alarms.values()) / max(1, sum(items.values()))
    print(f"false alarms {total:.3%}, let be {1 - total:.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--limit", type=int, default=10_000)
    parser.add_argument("--pool", action="store_true")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--show", default="")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with arguments.texts.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][: arguments.limit]
    texts = {str(r["id"]): str(r["text"]) for r in records}
    print("docscan check --sources")
    run(docscan_judge(texts, arguments.pool), texts, arguments)
    if arguments.peer:
        try:
            judge = peer_judge(texts)
        except ImportError as error:
            sys.exit(f"peer not run: {error}")
        print("hallucination-check")
        run(judge, texts, arguments)


if __name__ == "__main__":
    main()
