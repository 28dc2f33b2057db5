"""Gold annotation of names, by reading: batches → show → (a person corrects) → apply → agreement, diff.

    annotate.py batches CORPUS -o batches.json            choose the batches (done once)
    annotate.py show CORPUS b01 -b batches.json [-p 0.1]  print a batch sentence by sentence with pre-labels
    annotate.py show CORPUS --labels gmb_b01.jsonl        print what has been annotated
    annotate.py tag CORPUS -o tagged.jsonl                annotation by the tagger as it is: better pre-labels
    annotate.py apply CORPUS CORRECTIONS -o OUT.jsonl     corrections → stand-off annotation [--labels tagged.jsonl]
    annotate.py gaps CORPUS OUT.jsonl                     capitalised words left unmarked: look at them again
    annotate.py agreement A B                             span + label F1 over the documents both hold
    annotate.py diff CORPUS A B                           where they differ, with context

CORPUS is JSON Lines (or .gz) of {"id", "source", "text", "entities"}. An annotation line holds {"id", "source",
"text_sha1", "entities": [{"start", "end", "label", "name"}]}: code points, half-open, sorted, disjoint; no text.

Corrections, one per line under a document's header `# gmb-00123` (a document without a header is not written):

    ok                          nothing to correct
    12 + Security Council ORG   every occurrence in sentence 12 gets the label; overlapping marks go
    12 +2 Bush PERSON           the second occurrence only
    12 - Iraq                   unmark (a mark of exactly this surface)
    3,7 + Senate ORG            several sentences
    * + Kremlin ORG             the whole document; occurrences inside a longer mark stay as they are
    * + Bush PERSON = George W. Bush   canonical name by hand
    12 + Baker PERSON; Oslo GPE; - Iraq   several items on a line; `+` is understood
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from prelabels import LABELS, Mark, overlaps, prelabel

BATCHES, WORDS = 14, 12_000
NEWS = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|says?|said|officials?|told|reported)\b")
NOT_NEWS = re.compile(
    r"\bGDP\b|per capita|\b1[5-8]\d\d\b|once upon|\bLion\b|\bFox\b|\bAss\b|\bWolf\b|subsistence|"
    r"independence (?:in|from)|% of|\b(?:AN?|THE) [A-Z]{3,}"
)
STOP = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
NO_STOP = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Jr|Sr|No|vs|Mt|Ft|[A-Z])|\b[A-Z]\.[A-Z])\.\s+$"
)
COUNTRIES = {
    "United States": "U.S. US U.S U.S.A. USA America",
    "United Kingdom": "UK U.K. Britain",
    "United Nations": "U.N. UN U.N",
    "European Union": "EU E.U.",
    "African Union": "AU A.U.",
}
ALIASES = {short: name for name, shorts in COUNTRIES.items() for short in shorts.split()}
OWNED = re.compile(
    r"(?:McDonald|Wendy|Bailey|Lloyd|Lord|Moody|Sotheby|Christie|Macy|Levi|Sainsbury|Kohl|Domino|.*Poor)['’]s$"
)
CAPITALISED = re.compile(r"(?<!\w)[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*")
PLAIN = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:'s)?|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Mrs?|Ms|Dr|President|Prime|Vice|Deputy|Minister|Foreign|Defense|Interior|Finance|"
    r"Secretary|Secretary-General|General|Chancellor|Ambassador|Pope|Cardinal|Admiral|Senator|King|Queen|Prince|"
    r"Internet|GMT|I|The|A|An|H5N1|AIDS|\s)+$"
)
LINE = re.compile(r"(?P<scope>\*|\d+(?:,\d+)*)\s*(?P<items>.+)$")
ADD = re.compile(rf"(?:\+(?P<nth>\d*)\s*)?(?P<surface>.+?)\s+(?P<label>{'|'.join(LABELS)})(?:\s*=\s*(?P<name>.+))?$")


# ── reading and writing ─────────────────────────────────────────────────────────────────────────────────────────


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line, keys in the order given."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def corpus_by_id(path: Path) -> dict[str, dict[str, Any]]:
    """id → document."""
    return {row["id"]: row for row in read_lines(path)}


@cache
def marks_by_id(path: Path) -> dict[str, list[Mark]]:
    """id → marks of an annotation file."""
    return {
        row["id"]: [Mark(e["start"], e["end"], e["label"], e.get("name", "")) for e in row["entities"]]
        for row in read_lines(path)
    }


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of sentences, roughly cut, in order; they only number the lines of `show`."""
    spans, start = [], 0
    for stop in STOP.finditer(text):
        if not NO_STOP.search(text, max(start, stop.start() - 12), stop.end()):
            spans.append((start, stop.end()))
            start = stop.end()
    return [*spans, (start, len(text))]


# ── batches and show ────────────────────────────────────────────────────────────────────────────────────────────


def is_news(text: str) -> bool:
    """News by its words: reporting verbs and weekdays, no country facts, no fable."""
    return 100 * len(NEWS.findall(text)) / max(len(text.split()), 1) >= 2 and not NOT_NEWS.search(text)


def choose_batches(documents: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Batch → document ids: evenly spread over the news documents, dealt out in turn."""
    news = [row for row in documents if is_news(row["text"])]
    mean = sum(len(row["text"].split()) for row in news) / len(news)
    size = round(WORDS / mean)
    step = len(news) / (size * BATCHES)
    chosen = [news[int(index * step)]["id"] for index in range(size * BATCHES)]
    return {f"b{batch + 1:02}": chosen[batch::BATCHES] for batch in range(BATCHES)}


def render(document: dict[str, Any], marks: list[Mark]) -> str:
    """The document sentence by sentence, numbered, with ⟦LABEL|surface⟧."""
    text, lines, rest = document["text"], [f"# {document['id']}"], sorted(marks)
    for number, (start, end) in enumerate(sentence_spans(text), 1):
        pieces, at = [], start
        while rest and rest[0].start < end:
            mark = rest.pop(0)
            pieces += [text[at : mark.start], f"⟦{mark.label}|{text[mark.start : mark.end]}⟧"]
            at = mark.end
        lines.append(f"{number} {''.join(pieces)}{text[at:end]}".rstrip())
    return "\n".join(lines)


# ── corrections ─────────────────────────────────────────────────────────────────────────────────────────────────


class Sheet:
    """A document under correction: its text, its marks, and what is wrong with the corrections."""

    def __init__(self, document: dict[str, Any], marks: list[Mark] | None = None) -> None:
        """Start from the marks given, or else from the pre-labels."""
        self.document, self.text = document, document["text"]
        self.marks = prelabel(self.text, document["entities"]) if marks is None else list(marks)
        self.sentences = sentence_spans(self.text)
        self.errors: list[str] = []

    def correct(self, line: str) -> None:
        """Carry out one line of corrections; what cannot be done is noted in `errors`."""
        if line == "ok":
            return
        if not (match := LINE.match(line)):
            self.errors.append(f"not understood: {line}")
            return
        for item in re.split(r"\s*;\s*", match["items"].strip()):
            done = sum(self._carry_out(item, scope, match["scope"] == "*") for scope in self._scopes(match["scope"]))
            if not done:
                self.errors.append(f"nothing found: {match['scope']} {item}")

    def _scopes(self, scope: str) -> Iterator[tuple[int, int]]:
        if scope == "*":
            yield 0, len(self.text)
            return
        for number in map(int, scope.split(",")):
            if 0 < number <= len(self.sentences):
                yield self.sentences[number - 1]

    def _carry_out(self, item: str, scope: tuple[int, int], everywhere: bool) -> int:
        if item.startswith("-"):
            return self._unmark(item[1:].strip(), scope)
        if not (match := ADD.match(item)):
            self.errors.append(f"no label: {item}")
            return 0
        found = self._occurrences(match["surface"], scope)
        if match["nth"]:
            found = found[int(match["nth"]) - 1 : int(match["nth"])]
        return sum(self._mark(Mark(*span, match["label"], match["name"] or ""), everywhere) for span in found)

    def _occurrences(self, surface: str, scope: tuple[int, int]) -> list[tuple[int, int]]:
        words = r"\s+".join(map(re.escape, surface.split()))
        pattern = re.compile(rf"(?<!\w){words}(?!\w)")
        return [match.span() for match in pattern.finditer(self.text) if scope[0] <= match.start() < scope[1]]

    def _unmark(self, surface: str, scope: tuple[int, int]) -> int:
        gone = [
            mark
            for mark in self.marks
            if scope[0] <= mark.start < scope[1] and self.text[mark.start : mark.end].split() == surface.split()
        ]
        self.marks = [mark for mark in self.marks if mark not in gone]
        return len(gone) or self._count_unmarked(surface, scope)

    def _count_unmarked(self, surface: str, scope: tuple[int, int]) -> int:
        """How often the surface stands in the scope outside any longer mark: nothing to unmark, and nothing wrong."""
        spans = self._occurrences(surface, scope)
        return sum(not any(m.start <= start and m.end >= end for m in self.marks) for start, end in spans)

    def _mark(self, new: Mark, keep_longer: bool) -> int:
        clashes = [mark for mark in self.marks if overlaps(mark, new)]
        if keep_longer and any(mark.end - mark.start > new.end - new.start for mark in clashes):
            return 0
        self.marks = sorted([mark for mark in self.marks if mark not in clashes] + [new])
        return 1

    def check(self) -> None:
        """Note marks that break the guideline or the format."""
        for left, right in pairwise(self.marks):
            if left.end > right.start:
                self.errors.append(f"overlap at {right.start}")
        for mark in self.marks:
            surface = self.text[mark.start : mark.end]
            if (
                not surface
                or surface != surface.strip()
                or (re.search(r"['’]s?$", surface) and not OWNED.match(surface))
            ):
                self.errors.append(f"untidy edges: {surface!r}")
            if mark.label == "PERSON" and re.match(r"(?:President|Mr\.?|Mrs\.?|General|Pope) ", surface):
                self.errors.append(f"title inside: {surface!r}")

    def row(self) -> dict[str, Any]:
        """The stand-off annotation line."""
        names = canonical_names(self.text, self.marks)
        return {
            "id": self.document["id"],
            "source": self.document["source"],
            "text_sha1": hashlib.sha1(self.text.encode()).hexdigest(),
            "entities": [
                {"start": mark.start, "end": mark.end, "label": mark.label, "name": name}
                for mark, name in zip(self.marks, names, strict=True)
            ],
        }


def canonical_names(text: str, marks: list[Mark]) -> list[str]:
    """A canonical name per mark: its own or its surface's by hand, by alias, else the nearest longer form."""
    surfaces = [" ".join(text[mark.start : mark.end].split()) for mark in marks]
    by_hand = {(mark.label, s): mark.name for mark, s in zip(marks, surfaces, strict=True) if mark.name}
    return [
        mark.name or by_hand.get((mark.label, surface)) or ALIASES.get(surface) or _longer(index, marks, surfaces)
        for index, (mark, surface) in enumerate(zip(marks, surfaces, strict=True))
    ]


def _longer(index: int, marks: list[Mark], surfaces: list[str]) -> str:
    surface, label = surfaces[index], marks[index].label
    if label not in ("PERSON", "ORG"):
        return surface
    fits = [
        other
        for other in range(len(marks))
        if marks[other].label == label
        and len(surfaces[other]) > len(surface)
        and (_shares_end(surfaces[other], surface) if label == "PERSON" else _initials(surfaces[other]) == surface)
    ]
    before = [other for other in fits if other < index]
    return surfaces[before[-1] if before else fits[0]] if fits else surface


def _shares_end(longer: str, shorter: str) -> bool:
    bare = re.sub(r",? (?:Jr|Sr)\.?$", "", longer)
    return bare.endswith((" " + shorter, "-" + shorter)) or bare.startswith(shorter + " ")


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def start_marks(options: argparse.Namespace, key: str) -> list[Mark] | None:
    """What a document's sheet starts from: nothing (--bare), an annotation (--labels), or None for the pre-labels."""
    if options.bare:
        return []
    return marks_by_id(options.labels)[key] if options.labels else None


def read_corrections(options: argparse.Namespace) -> list[Sheet]:
    """One corrected sheet per document header, in order; raises KeyError on an unknown document."""
    path, documents = options.corrections, corpus_by_id(options.corpus)
    sheets: list[Sheet] = []
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), 1):
        line = raw.strip()
        if line.startswith("# "):
            key = line[2:].split()[0]
            sheets.append(Sheet(documents[key], start_marks(options, key)))
        elif line and sheets:
            before = len(sheets[-1].errors)
            sheets[-1].correct(line)
            sheets[-1].errors[before:] = [f"line {number}: {error}" for error in sheets[-1].errors[before:]]
        elif line:
            raise SystemExit(f"{path}:{number}: before the first document header")
    return sheets


# ── agreement ───────────────────────────────────────────────────────────────────────────────────────────────────


def f1(hits: int, first: int, second: int) -> float:
    """Harmonic mean of hits/first and hits/second; 1 where both are empty."""
    return 2 * hits / (first + second) if first + second else 1.0


def agreement(first: dict[str, list[Mark]], second: dict[str, list[Mark]]) -> list[str]:
    """Report lines: documents, span F1, span + label F1, and the latter per label."""
    common = sorted(first.keys() & second.keys())
    sides = [{(key, m.start, m.end, m.label) for key in common for m in side[key]} for side in (first, second)]
    bare = [{mark[:3] for mark in side} for side in sides]
    lines = [
        f"documents {len(common)}  names {len(sides[0])} / {len(sides[1])}",
        f"span         F1 {f1(len(bare[0] & bare[1]), len(bare[0]), len(bare[1])):.4f}",
        f"span + label F1 {f1(len(sides[0] & sides[1]), len(sides[0]), len(sides[1])):.4f}",
    ]
    counts = [Counter(mark[3] for mark in marks) for marks in (sides[0] & sides[1], *sides)]
    for label in LABELS:
        if counts[1][label] + counts[2][label]:
            score = f1(*(count[label] for count in counts))
            lines.append(f"  {label:12} F1 {score:.3f}  {counts[1][label]} / {counts[2][label]}")
    return lines


def differences(
    documents: dict[str, dict[str, Any]], first: dict[str, list[Mark]], second: dict[str, list[Mark]]
) -> list[str]:
    """A line per mark that only one side has: id, side, label, surface in context."""
    lines = []
    for key in sorted(first.keys() & second.keys()):
        sides = [{(m.start, m.end, m.label) for m in side[key]} for side in (first, second)]
        text = documents[key]["text"]
        for start, end, label in sorted(sides[0] ^ sides[1]):
            side = "A" if (start, end, label) in sides[0] else "B"
            lines.append(
                f"{key} {side} {label}\t{text[max(0, start - 30) : start]}⟦{text[start:end]}⟧{text[end : end + 30]}"
            )
    return lines


def gaps(text: str, marks: list[Mark]) -> list[tuple[int, str]]:
    """Sentence number and capitalised run, unmarked and not at the sentence's start: names perhaps overlooked."""
    found = []
    for number, (start, end) in enumerate(sentence_spans(text), 1):
        for run in CAPITALISED.finditer(text, start + 1, end):
            bare = Mark(*run.span(), "")
            known = any(overlaps(bare, mark) for mark in marks) or PLAIN.match(run.group())
            if not known and text[start : run.start()].strip(" \"'“‘(["):
                found.append((number, run.group()))
    return found


# ── commands ────────────────────────────────────────────────────────────────────────────────────────────────────


def run_batches(options: argparse.Namespace) -> int:
    """Choose the batches and write their document ids."""
    batches = choose_batches(list(read_lines(options.corpus)))
    rows = ",\n".join(f" {json.dumps(name)}: {json.dumps(ids)}" for name, ids in batches.items())
    options.out.write_text(f"{{\n{rows}\n}}\n", "utf-8")
    return 0


def run_tag(options: argparse.Namespace) -> int:
    """Write what the tagger finds as an annotation."""
    from docscan.document import Document

    sheets = [
        Sheet(row, [Mark(m.start, m.end, m.label) for m in Document(row["text"]).names.mentions])
        for row in read_lines(options.corpus)
    ]
    write_lines(options.out, (sheet.row() for sheet in sheets))
    return 0


def run_show(options: argparse.Namespace) -> int:
    """Print documents with pre-labels, or with the labels of an annotation file."""
    documents = corpus_by_id(options.corpus)
    ids = list(marks_by_id(options.labels)) if options.labels else []
    if options.names:
        batches = json.loads(options.batches.read_text("utf-8")) if options.batches else {}
        ids = [key for name in options.names for key in batches.get(name, [name])]
    first = round(len(ids) * options.skip)
    for key in ids[first : first + max(1, round(len(ids) * options.part))]:
        print(render(documents[key], Sheet(documents[key], start_marks(options, key)).marks) + "\n")
    return 0


def run_apply(options: argparse.Namespace) -> int:
    """Write the annotation of every document whose corrections are sound; 1 if some are not."""
    sheets, faults = read_corrections(options), 0
    for sheet in sheets:
        sheet.check()
        for error in sheet.errors:
            print(f"{sheet.document['id']}: {error}", file=sys.stderr)
        faults += bool(sheet.errors)
    write_lines(options.out, (sheet.row() for sheet in sheets if not sheet.errors))
    print(f"{len(sheets) - faults} documents written, {faults} with errors left out", file=sys.stderr)
    return 1 if faults else 0


def run_agreement(options: argparse.Namespace) -> int:
    """Print how far two annotations agree."""
    print("\n".join(agreement(marks_by_id(options.first), marks_by_id(options.second))))
    return 0


def run_diff(options: argparse.Namespace) -> int:
    """Print where two annotations differ."""
    print(
        "\n".join(differences(corpus_by_id(options.corpus), marks_by_id(options.first), marks_by_id(options.second)))
    )
    return 0


def run_gaps(options: argparse.Namespace) -> int:
    """Print capitalised runs an annotation leaves unmarked."""
    documents = corpus_by_id(options.corpus)
    for key, marks in marks_by_id(options.annotation).items():
        print(key, "; ".join(f"{number} {run}" for number, run in gaps(documents[key]["text"], marks)))
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for name, run, paths in (
        ("batches", run_batches, ["corpus"]),
        ("tag", run_tag, ["corpus"]),
        ("show", run_show, ["corpus"]),
        ("apply", run_apply, ["corpus", "corrections"]),
        ("agreement", run_agreement, ["first", "second"]),
        ("gaps", run_gaps, ["corpus", "annotation"]),
        ("diff", run_diff, ["corpus", "first", "second"]),
    ):
        command = commands.add_parser(name, help=run.__doc__)
        command.set_defaults(run=run)
        for path in paths:
            command.add_argument(path, type=Path)
        if name in ("batches", "tag", "apply"):
            command.add_argument("-o", "--out", type=Path, required=True)
        if name in ("show", "apply"):
            command.add_argument("--bare", action="store_true", help="without pre-labels, to measure agreement")
            command.add_argument("-l", "--labels", type=Path, help="an annotation to start from")
        if name == "show":
            command.add_argument("names", nargs="*", help="batches or document ids")
            command.add_argument("-b", "--batches", type=Path)
            command.add_argument("-p", "--part", type=float, default=1.0, help="share of the documents, 0 to 1")
            command.add_argument("-s", "--skip", type=float, default=0.0, help="share to leave out first")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    chosen = parse(sys.argv[1:])
    sys.exit(chosen.run(chosen))
