"""Fit the five linear models of `docscan quotes` and write them as text.

    python training/quotes.py polnear.train.jsonl [--out src/docscan/lexicons]

Data: the training articles of PolNeAR (Newell, Margolin and Ruths 2018, https://github.com/networkdynamics/PolNeAR)
as JSON Lines, one article a line: {"text", "ignore": [[s, e]], "quotes": [{"parts", "segments", "type", "speaker":
null | {"start", "end", "text"}, "cue": null | {"start", "end"}}]}. Only weights of closed-class features are kept
(place, distance, punctuation, function words, cue lemmas); no text and no names. Needs numpy and scipy.

The models build on each other (cues worth a look, subjects of cues, reported clauses, kinds of pieces, speakers of
pieces), so the later ones are fitted on what the earlier ones say of articles that those were not fitted on (two
halves).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from docscan.analysers.quotes.clauses import clause_options
from docscan.analysers.quotes.kinds import KINDS, kind_features, kind_options
from docscan.analysers.quotes.page import Models, Paragraph
from docscan.analysers.quotes.ranker import Model, Names, spelling, weighing
from docscan.analysers.quotes.speakers import Candidate, Piece, Weighing, describe, find_candidates
from docscan.analysers.quotes.stream import Stream, read_streams
from docscan.analysers.quotes.subjects import SubjectWeighing, find_cues, weigh_cue
from docscan.document import Document

Gold = dict[str, Any]
Example = tuple[list[Names], list[float]]  # features of each option, how right each is
NOTHING = weighing({})
SPELLED = spelling()
LEAST, BEND = 3, 0.25  # chosen, as the variances below, on halves of the training articles
USUAL = 30  # examples that a feature of usual frequency is seen in
UNREAD = Models(NOTHING, NOTHING, NOTHING)


class Article(NamedTuple):
    """One article with its streams."""

    gold: Gold
    document: Document
    streams: list[Stream]


def read(path: Path) -> list[Article]:
    """The articles of a JSON Lines file."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        document = Document(gold["text"])
        articles.append(Article(gold, document, [s for s in read_streams(document) if len(s)]))
    return articles


def paragraphs(article: Article, models: Models) -> list[Paragraph]:
    """The article's paragraphs as the given models read them."""
    return [Paragraph(s, models) for s in article.streams]


# -- what is right -------------------------------------------------------------------------------------------


def jaccard(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> float:
    """Shared characters over all characters."""
    shared = sum(max(0, min(e, f) - max(s, r)) for s, e in a for r, f in b)
    whole = sum(e - s for s, e in a) + sum(e - s for s, e in b) - shared
    return shared / whole if whole else 0.0


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, marks and punctuation at the edges."""
    drop = " \t\r\n\xa0\"“”„«»‘’'`.,;:—-"
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return start, end


def names_source(source: Gold | None, start: int, end: int) -> bool:
    """Do the words start..end name the gold source: most of it, or its head?"""
    if source is None or start >= source["end"] or end <= source["start"]:
        return False
    shared = min(end, source["end"]) - max(start, source["start"])
    if 2 * shared >= source["end"] - source["start"]:
        return True
    head = re.match(r"(?:(?!,|;|\(|—| (?:of|for|at|from|with|in|on|who|that|which|to|by|whose) ).)*", source["text"])
    return bool(start < source["start"] + (head.end() if head else 0))


def candidate_names(source: Gold | None, c: Candidate) -> bool:
    """Does a candidate name the gold source?"""
    n, stream = c.paragraph.nominals[c.nominal], c.paragraph.stream
    return names_source(source, stream.starts[n.first], stream.ends[n.last])


def gold_pieces(article: Article, streams: list[Stream]) -> dict[tuple[int, int], Gold]:
    """(stream, token) → the gold quotation that the piece belongs to."""
    text = article.gold["text"]
    segments = [(tuple(s), q) for q in article.gold["quotes"] for s in q["segments"]]
    found = {}
    for i, stream in enumerate(streams):
        for token, q in stream.quotes.items():
            span = trim(text, q.start, q.end)
            for segment, gold in segments:
                if segment[0] < q.end and segment[1] > q.start and jaccard([trim(text, *segment)], [span]) >= 0.8:
                    found[i, token] = gold
                    break
    return found


def kind_of(gold: Gold, text: str, start: int, end: int) -> str:
    """The kind of the gold quotation's piece start..end: what is a part by itself is direct, whatever the others."""
    parts = [trim(text, *p) for p in gold["parts"]]
    return "direct" if len(parts) > 1 and trim(text, start, end) in parts and end - start > 20 else gold["type"]


# -- examples ------------------------------------------------------------------------------------------------


def gate_examples(article: Article) -> Iterator[Example]:
    """Does a cue word announce anything?"""
    ignore = article.gold.get("ignore", [])
    announced = sorted((q["cue"]["start"], q["cue"]["end"]) for q in article.gold["quotes"] if q["cue"])
    for stream in article.streams:
        for token, word in find_cues(stream):
            start, end = stream.starts[token], stream.ends[token]
            if not any(a <= start < b for a, b in ignore):
                gold = any(a < end and b > start for a, b in announced)
                yield [weigh_cue(stream, token, word, SPELLED), ()], [float(gold), float(not gold)]


def subject_examples(article: Article) -> Iterator[Example]:
    """The subject of every gold cue."""
    read: dict[int, tuple[Paragraph, list[Any]]] = {}
    for gold in article.gold["quotes"]:
        source, cue = gold["speaker"], gold["cue"]
        if not source or not cue:
            continue
        at = next((i for i, s in enumerate(article.streams) if s.block.start <= cue["start"] < s.block.end), None)
        if at is None:
            continue
        stream = article.streams[at]
        if at not in read:
            read[at] = (Paragraph(stream, UNREAD), find_cues(stream))
        paragraph, cues = read[at]
        within = [c for c in cues if stream.starts[c[0]] >= cue["start"] - 1 and stream.ends[c[0]] <= cue["end"] + 1]
        if not within:
            continue
        token, word = min(within, key=lambda c: (c[1].form == "noun", c[1].grade != "speech"))
        nominals = paragraph.nominals
        weighing = SubjectWeighing(stream, nominals, paragraph.firsts, token, word, SPELLED)
        right = []
        for k in weighing.within:
            n = nominals[k]
            right.append(float(names_source(source, stream.starts[n.first], stream.ends[n.last])))
        right.append(0.0 if any(right) else 1.0)
        yield weighing.all(), right


def clause_examples(article: Article, read: list[Paragraph]) -> Iterator[Example]:
    """What every cue reports, or that it reports nothing."""
    text, ignore = article.gold["text"], article.gold.get("ignore", [])
    announced = [q for q in article.gold["quotes"] if q["cue"]]
    for paragraph in read:
        stream = paragraph.stream
        for cue in paragraph.cues:
            start, end = stream.starts[cue.token], stream.ends[cue.token]
            if any(a <= start < b for a, b in ignore):
                continue
            gold = [q for q in announced if q["cue"]["start"] < end and q["cue"]["end"] > start]
            contents = [[trim(text, *p) for p in q["parts"]] for q in gold if q["type"] != "direct"]
            clauses, options = clause_options(paragraph, cue, SPELLED)
            right = [0.0] * len(clauses)
            for i, (first, last, _) in enumerate(clauses) if contents else ():
                span = trim(text, stream.starts[first], stream.ends[last])
                share = max(jaccard(parts, [span]) for parts in contents)
                right[i] = share**4 if share >= 0.6 else 0.0
            if contents and not any(right):
                continue
            best = max(right, default=0.0)
            right = [r / best for r in right] if best else right
            yield options, [*right, 0.0 if contents else 1.0]


def kind_examples(article: Article, read: list[Paragraph]) -> Iterator[Example]:
    """The kind of every piece."""
    text, ignore = article.gold["text"], article.gold.get("ignore", [])
    gold = gold_pieces(article, [p.stream for p in read])
    for i, paragraph in enumerate(read):
        before = "-"
        for token, q in paragraph.stream.quotes.items():
            if any(a <= q.start < b for a, b in ignore):
                continue
            kind = kind_of(gold[i, token], text, q.start, q.end) if (i, token) in gold else "none"
            features = kind_features(paragraph, token, text, before)
            before = kind[0]
            yield [tuple(o) for o in kind_options(features)], [float(k == kind) for k in KINDS]


def speaker_examples(article: Article, read: list[Paragraph]) -> Iterator[Example]:
    """The speaker of every piece."""
    text = article.gold["text"]
    gold = gold_pieces(article, [p.stream for p in read])
    last: Candidate | None = None
    for i, paragraph in enumerate(read):
        at = -1
        for token in paragraph.stream.quotes:
            if (i, token) not in gold:
                continue
            source = gold[i, token]["speaker"]
            setting = describe(Piece(paragraph, token), text, last, at)
            candidates = find_candidates(Piece(paragraph, token), read[i - 1] if i else None, last)
            weighing = Weighing(setting, SPELLED)
            options = [*map(weighing.candidate, candidates), weighing.nobody()]
            right = [float(candidate_names(source, c)) for c in candidates]
            yield options, [*right, float(source is None)]
            last = _speaker(candidates, right, paragraph, token, last, source)
            at = token


def _speaker(
    candidates: list[Candidate], right: list[float], here: Paragraph, token: int, last: Candidate | None, source: Any
) -> Candidate | None:
    """The right candidate nearest to the piece, as the speaker carried on to the next piece."""
    named = [c for c, r in zip(candidates, right, strict=True) if r]
    if not named:
        return last if source else None
    return min(named, key=lambda c: (c.paragraph is not here, abs(c.paragraph.nominals[c.nominal].first - token)))


# -- fitting -------------------------------------------------------------------------------------------------


def fit(examples: list[Example], spread: float) -> dict[str, float]:
    """Conditional logistic regression: the options of an example share one, the right ones are to get most of it.

    Features seen in fewer than `LEAST` examples are left out; the weights are drawn to zero as by a normal prior of
    variance `spread`, less the rarer the feature (by its count to the power `BEND`). Converged (L-BFGS over all
    examples at once), so that the same articles give the same weights.
    """
    seen: Counter[str] = Counter()
    for options, _ in examples:
        seen.update({f for option in options for f in option})
    index = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= LEAST))}
    pull = (np.array([seen[f] for f in index]) / USUAL) ** BEND / spread
    options, right, sizes = _encode([e for e in examples if any(e[1])], index)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    columns = options.T.tocsr()

    def cost(weights: Any) -> tuple[float, Any]:
        scores = options @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        wanted = raised * right
        whole = np.add.reduceat(raised, starts)
        part = np.maximum(np.add.reduceat(wanted, starts), 1e-300)
        slope = columns @ (raised / whole[group] - wanted / part[group])
        return float(np.log(whole / part).sum() + (pull * weights) @ weights / 2), slope + pull * weights

    found = minimize(cost, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300, "gtol": 0.01})
    return dict(zip(index, map(float, found.x), strict=True))


def _encode(examples: list[Example], index: dict[str, int]) -> tuple[Any, Any, Any]:
    """The options of all examples as rows of a matrix, how right each is, and how many each example has."""
    places: list[int] = []
    ends = [0]
    for options, _ in examples:
        for option in options:
            places += [index[f] for f in option if f in index]
            ends.append(len(places))
    matrix = csr_matrix((np.ones(len(places)), np.array(places), np.array(ends)), (len(ends) - 1, len(index)))
    return matrix, np.concatenate([r for _, r in examples]), np.array([len(r) for _, r in examples])


HEADER = """# Weights of the {name} model of `docscan quotes`: row<TAB>key<TAB>weight<TAB>key<TAB>weight…
# Written by training/quotes.py from the training articles of PolNeAR (Newell, Margolin and Ruths 2018,
# https://github.com/networkdynamics/PolNeAR). Features are closed-class: place, distance, punctuation, cue lemma.
"""


def prune(weights: dict[str, float], floor: float) -> dict[str, float]:
    """Without the weights that hardly matter, rounded as they are written."""
    return {f: round(w, 2) for f, w in weights.items() if abs(w) >= floor}


def lines(weights: dict[str, float]) -> dict[str, str]:
    """The weights of features named `row<TAB>key` as lines by row: key<TAB>weight<TAB>key<TAB>weight…"""
    rows: dict[str, list[str]] = {}
    for name in sorted(weights):
        row, _, key = name.partition("\t")
        rows.setdefault(row, []).append(f"{key}\t{weights[name]:.2f}")
    return {row: "\t".join(pairs) for row, pairs in rows.items()}


def write(folder: Path, name: str, weights: dict[str, float]) -> None:
    """One model as text."""
    text = HEADER.format(name=name) + "".join(f"{row}\t{line}\n" for row, line in lines(weights).items())
    (folder / f"quotes_{name}.txt").write_text(text, encoding="utf-8")
    print(f"{name}: {len(weights)} weights", flush=True)


def train(articles: list[Article], folder: Path, *, floor: float) -> None:
    """Fit and write the five models in their order."""
    halves = [articles[0::2], articles[1::2]]

    def halved(
        make: Callable[[int, Article], Iterator[Example]], spread: float
    ) -> tuple[list[Model], dict[str, float]]:
        """A model from each half and one from all; `make` gets the half that the article is in."""
        each = [[e for a in half for e in make(h, a)] for h, half in enumerate(halves)]
        models = [weighing(lines(prune(fit(each[1 - h], spread), floor))) for h in (0, 1)]
        return models, prune(fit(each[0] + each[1], spread), floor)

    gates, whole = halved(lambda _, a: gate_examples(a), 0.3)
    write(folder, "gate", whole)
    subjects, whole = halved(lambda _, a: subject_examples(a), 0.3)
    write(folder, "subjects", whole)
    first = [Models(gates[h], subjects[h], NOTHING) for h in (0, 1)]
    clauses, whole = halved(lambda h, a: clause_examples(a, paragraphs(a, first[h])), 0.2)
    write(folder, "clauses", whole)
    second = [Models(gates[h], subjects[h], clauses[h]) for h in (0, 1)]
    read = [(a, paragraphs(a, second[h])) for h, half in enumerate(halves) for a in half]
    for name, make, spread in (("kinds", kind_examples, 0.08), ("speakers", speaker_examples, 0.3)):
        examples = [e for a, p in read for e in make(a, p)]
        write(folder, name, prune(fit(examples, spread), floor))


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/docscan/lexicons"))
    parser.add_argument("--floor", type=float, default=0.05, help="weights smaller than this are left out")
    arguments = parser.parse_args()
    train(read(arguments.articles), arguments.out, floor=arguments.floor)


if __name__ == "__main__":
    main()
