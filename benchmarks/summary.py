#!/usr/bin/env python3
"""How well and how fast documents are summarised.

    python benchmarks/summary.py sentences GOLD.jsonl ... [--genre NAME ...]
    python benchmarks/summary.py terms     GOLD.jsonl ...
    python benchmarks/summary.py names     GOLD.jsonl ...
    python benchmarks/summary.py grades    GOLD.jsonl ... [--genre NAME ...]
    python benchmarks/summary.py syllables WORDS.json TEXTS.jsonl ...
    python benchmarks/summary.py speed     TEXTS.jsonl ...

A gold file holds one document a line: {"text", "genre"?} with
sentences  "references": [one-sentence summaries]: ROUGE-1 and ROUGE-2 F (stemmed, best reference) of the first key
           sentence and of the first three; needs the package rouge-score
terms      "keys": [terms]: precision, recall and F1 at 10 on Porter-stemmed terms; needs nltk
names      "salient": [{"votes", "type", "names": [{"text", "proper"}]}]: share of documents whose most salient name
           is among the first three, precision of the first five, recall at ten of names with two votes
grades     "sentences": [[start, end], ...]: how far the number of sentences and the Flesch-Kincaid grade are from
           those of the gold sentences of the same blocks
syllables  WORDS.json maps a word in lower case to the syllable numbers of its pronunciations: share of tokens right
speed      characters a second of the whole summary, of its own part (quotations, names and figures given) and of its
           readability alone, as multiples of a plain pass of the pattern \\w+ and, where these packages are
           installed, of sumy's LexRank on our sentences and of textstat's five measures (which need a download)
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any

import docscan
from docscan.analysers.summary.body import read_body
from docscan.analysers.summary.key_sentences import rank_sentences
from docscan.analysers.summary.key_terms import rank_terms
from docscan.analysers.summary.salience import rank_names
from docscan.analysers.summary.voices import find_voices
from docscan.document import Document
from docscan.text.readability import flesch_kincaid_grade, flesch_reading_ease, gunning_fog, lix, smog, take_sample
from docscan.text.syllables import count_syllables
from docscan.text.tokens import list_words

Row = dict[str, Any]
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def read(paths: list[Path], genres: list[str] | None) -> list[Row]:
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if not genres or row.get("genre") in genres]


def score_sentences(rows: list[Row]) -> dict[str, float]:
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    scores: dict[str, list[float]] = {}
    for row in rows:
        keys = docscan.summary(row["text"]).key_sentences
        for n in (1, 3):
            summary = " ".join(k.text for k in sorted(keys[:n], key=lambda k: k.start))
            found = [scorer.score(reference, summary) for reference in row["references"]]
            for kind in ("rouge1", "rouge2"):
                scores.setdefault(f"{kind}@{n}", []).append(max(f[kind].fmeasure for f in found))
    return {name: mean(values) for name, values in scores.items()}


def score_terms(rows: list[Row]) -> dict[str, float]:
    from nltk.stem.porter import PorterStemmer

    porter = PorterStemmer()

    def stemmed(term: str) -> str:
        return " ".join(porter.stem(word) for word in WORD.findall(term.lower().replace("’", "'")))

    scores: dict[str, list[float]] = {"p@10": [], "r@10": [], "f1@10": []}
    for row in rows:
        gold = {stemmed(key) for key in row["keys"]} - {""}
        found = list(dict.fromkeys(stemmed(term.term) for term in docscan.summary(row["text"]).key_terms))[:10]
        hits = len(gold & set(found))
        precision, recall = hits / 10, hits / len(gold)
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        for name, value in zip(scores, (precision, recall, f1), strict=True):
            scores[name].append(value)
    return {name: mean(values) for name, values in scores.items()}


def plain_name(name: str) -> str:
    return " ".join(WORD.findall(re.sub(r"(?i)^(the|an?)\s+|\s*['’]s$", "", name.strip()).lower()))


def salient_names(row: Row) -> Iterator[tuple[int, set[str]]]:
    """Votes and names of every salient person, organisation and place."""
    for entity in row["salient"]:
        names = {plain_name(n["text"]) for n in entity["names"] if n["proper"] and len(n["text"].split()) <= 6} - {""}
        if names and entity["type"] in ("person", "organization", "place"):
            yield entity["votes"], names


def score_names(rows: list[Row]) -> dict[str, float]:
    def same(found: str, names: set[str]) -> bool:
        words = set(found.split())
        return bool(words) and any(words <= set(name.split()) or set(name.split()) <= words for name in names)

    scores: dict[str, list[float]] = {"first in 3": [], "p@5": [], "r@10": []}
    for row in rows:
        gold = list(salient_names(row))
        if not gold:
            continue
        found = [plain_name(name.name) for name in docscan.summary(row["text"]).entities]
        top = max(votes for votes, _ in gold)
        strong = [names for votes, names in gold if votes > 1] or [names for _, names in gold]
        best = [names for votes, names in gold if votes == top]
        scores["first in 3"].append(any(same(f, names) for names in best for f in found[:3]))
        scores["p@5"].append(mean([any(same(f, names) for _, names in gold) for f in found[:5]] or [0]))
        scores["r@10"].append(mean(any(same(f, names) for f in found[:10]) for names in strong))
    return {name: mean(values) for name, values in scores.items()}


def score_grades(rows: list[Row]) -> dict[str, float]:
    counts, grades = [], []
    for row in rows:
        document = Document(row["text"])
        body = read_body(document)
        inside = [b for b in document.blocks if b.kind == "body"]
        gold = sum(any(b.start <= start < b.end for b in inside) for start, _ in row["sentences"])
        if not gold or not body.sentences:
            continue
        counts.append(abs(len(body.sentences) - gold) / gold)
        found, wanted = (
            flesch_kincaid_grade(take_sample(n, body.vocabulary, {})) for n in (len(body.sentences), gold)
        )
        grades.append(abs(found - wanted))
    return {"sentence count off by": mean(counts), "grade off by": mean(grades), "grade at worst": max(grades)}


def score_syllables(known: dict[str, list[int]], rows: list[Row]) -> dict[str, float]:
    right = total = 0
    for row in rows:
        for word in list_words(row["text"]):
            wanted = known.get(word.lower().replace("’", "'"))
            if wanted:
                total += 1
                right += count_syllables(word) in wanted
    return {"tokens right": right / total, "tokens": total}


def own_part(document: Document) -> Callable[[], object]:
    """What a summary does besides finding quotations, names and figures."""
    quotes = find_voices(document)
    document.names  # noqa: B018 - found on first use

    def work() -> object:
        body = read_body(document)
        ranked = rank_sentences(document, body, quotes), rank_terms(document), rank_names(document, 0)
        return ranked, take_sample(len(body.sentences), body.vocabulary, {})

    return work


def readability(text: str) -> None:
    body = read_body(Document(text))
    sample = take_sample(max(len(body.sentences), 1), body.vocabulary or {"none": 1}, {})
    for measure in (flesch_reading_ease, flesch_kincaid_grade, smog, gunning_fog, lix):
        measure(sample)


def lexrank() -> Callable[[list[str]], object] | None:
    """sumy's LexRank over sentences, or None if sumy or numpy is not installed."""
    try:
        import numpy  # noqa: F401
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.nlp.stemmers import Stemmer
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.utils import get_stop_words
    except ImportError:
        return None
    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    class Words:
        def to_words(self, sentence: str) -> list[str]:
            return WORD.findall(sentence)

    def run(sentences: list[str]) -> object:
        paragraph = Paragraph([Sentence(sentence, Words()) for sentence in sentences])
        return summarizer(ObjectDocumentModel([paragraph]), 3)

    return run


def textstat_measures() -> Callable[[str], object] | None:
    """textstat's five measures, or None if it is not installed or lacks its syllables."""
    try:
        import textstat

        names = ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "gunning_fog", "lix")
        measures = [getattr(textstat, name) for name in names]
        for measure in measures:
            measure("It works. It counts.")
    except (ImportError, LookupError):
        return None
    return lambda text: [measure(text) for measure in measures]


def measure_speed(rows: list[Row]) -> dict[str, float]:
    texts = [row["text"] for row in rows]
    size = sum(map(len, texts))
    docscan.summary(texts[0])

    def speed(work: Callable[[Any], object], items: list[Any]) -> float:
        began = time.process_time()
        for item in items:
            work(item)
        return size / (time.process_time() - began)

    whole = speed(docscan.summary, texts)
    own = speed(lambda work: work(), [own_part(Document(text)) for text in texts])
    grades = speed(readability, texts)
    plain = speed(lambda text: sum(1 for _ in re.finditer(r"\w+", text)), texts)
    found = {"characters/s": whole, "own part": own, "readability": grades, "whole of \\w+": whole / plain}
    if peer := lexrank():
        rate = speed(peer, [[text[a:b] for a, b in Document(text).sentences] for text in texts])
        found |= {"LexRank": rate, "whole of LexRank": whole / rate, "own part of LexRank": own / rate}
    if peer := textstat_measures():
        rate = speed(peer, texts)
        found |= {"textstat": rate, "whole of textstat": whole / rate, "readability of textstat": grades / rate}
    return found


def main() -> None:
    scores = {
        "sentences": score_sentences,
        "terms": score_terms,
        "names": score_names,
        "grades": score_grades,
        "speed": measure_speed,
    }
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("task", choices=(*scores, "syllables"))
    arguments.add_argument("paths", type=Path, nargs="+")
    arguments.add_argument("--genre", nargs="*")
    options = arguments.parse_args()
    if options.task == "syllables":
        known = json.loads(options.paths[0].read_text(encoding="utf-8"))
        result = score_syllables(known, read(options.paths[1:], options.genre))
    else:
        result = scores[options.task](read(options.paths, options.genre))
    print(
        "  ".join(f"{name} {value:.4f}" if value < 100 else f"{name} {value:,.0f}" for name, value in result.items())
    )


if __name__ == "__main__":
    main()
