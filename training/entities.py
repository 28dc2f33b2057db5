"""Build src/docscan/lexicons/names.bin: gazetteer flags, word clusters, casing and the weights of the name tagger.

    python training/entities.py lexicon --data DIR                    word columns only, weights kept
    python training/entities.py train --data DIR [--quick]
                                [--annotations FILE …] [--texts FILE …]

DIR is a folder of named data: train/*.jsonl.gz, word_clusters.tsv.gz, case_stats.tsv.gz (see training/README.md).
The annotation (training/annotations/*.jsonl if not given) is stand-off; files called test* are refused. Its texts are
looked up by id in DIR/train and in the --texts files (JSON Lines of "id" and "text") named like their sources.
The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import struct
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docscan.document import Document
from docscan.lexicons import mapping, words
from docscan.text.names import gazetteers as g
from docscan.text.names.features import ISLAND_GROUPS, TOKEN_GROUPS, describe
from docscan.text.names.gazetteers import FLAG
from docscan.text.names.reading import Reading, read_islands

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "docscan" / "lexicons" / "names.bin"
TYPES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
LABELS = ("O", "-", *(f"{p}-{t}" for t in TYPES for p in "BI"))  # "-" is idle, see names/weights.py
SCALE = 24.0  # one unit of weight in the integers of the file
FAINT = 1  # a feature none of whose integers is larger changes nothing that could be measured
PLACE_FLAGS = {"country": "country", "capital": "bigcity", "city": "city", "bigcity": "bigcity", "region": "region"}
LISTS = {
    "countries": "country", "country_codes": "country", "regions": "region", "landmarks": "landmark",
    "facilities": "facility", "demonyms": "norp", "ideologies": "norp", "languages": "language",
    "organisations": "organisation", "companies": "company", "events": "event", "works": "work", "laws": "law",
    "products": "product", "person_names": "person", "organisation_heads": "organisation_head",
    "place_heads": "place_head", "settlement_heads": "settlement_head", "facility_heads": "facility_head",
    "event_heads": "event_head", "law_heads": "law_head", "work_heads": "work_head", "particles": "particle",
    "calendar": "calendar", "function_words": "function", "surnames": "surname", "regions_world": "region",
    "organisations_world": "organisation",
}  # fmt: skip
DOUBTFUL = ("organisation", "company", "city", "bigcity", "region", "surname", "given_m", "given_f", "facility")
FORGOTTEN = 5
FORGETTABLE = sum(
    FLAG[name]
    for name in ("person", "landmark", "facility", "organisation", "company", "event", "work", "law", "product")
)
RUNTIME = {"person_titles": "title", "person_roles": "role"}
TIMES = {"articles": 2}  # how often a document counts, by its source


def listed(name: str) -> list[list[str]]:
    """The rows of a hand-written or generated list."""
    lines = (HERE / "gazetteers" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def collect_flags(cases: dict[str, int]) -> dict[str, int]:
    """Every listed name with its flags; the first word of a longer name carries `phrase`.

    Names of one word that is mostly written small ("Next", "Reading") are not taken as bodies, towns or surnames.
    """
    flags: dict[str, int] = {}

    def add(name: str, flag: str) -> None:
        if flag in DOUBTFUL and cases.get(name.lower(), 0) in (4, 5, 6, 7):
            return
        flags[name] = flags.get(name, 0) | FLAG[flag]

    for name, flag in LISTS.items():
        for row in listed(name):
            add(row[0], flag)
    for name, flag in RUNTIME.items():
        for word in mapping(name):
            add(word, flag)
    for word in words("company_suffixes"):
        add(word, "suffix")
    for name, kind in listed("places"):
        add(name, PLACE_FLAGS[kind])
    for name, gender in listed("given_names"):
        for flag in {"m": ("given_m",), "f": ("given_f",), "u": ("given_m", "given_f")}[gender]:
            add(name, flag)
    for name, kind in listed("names_romanised"):
        for flag in {"m": ("given_m",), "f": ("given_f",), "u": ("given_m", "given_f"), "s": ("surname",)}[kind]:
            add(name, flag)
    for name in list(flags):
        if " " in name:
            add(name.split(" ")[0], "phrase")
    return flags


def read_table(path: Path) -> Iterator[list[str]]:
    """The rows of a gzipped table below its heading."""
    with gzip.open(path, "rt", encoding="utf-8") as f:
        next(f)
        for line in f:
            yield line.rstrip("\n").split("\t")


def case_code(lower: int, capitalised: int, capitals: int) -> int:
    """How a word is usually cased: 1 always capitalised … 7 always lower-case, 8 mostly in capitals."""
    total = lower + capitalised + capitals
    if capitals * 2 > total:
        return 8
    share = lower / total
    return 1 + sum(share > step for step in (0.01, 0.1, 0.35, 0.7, 0.93, 0.99))


def build_words(data: Path) -> list[tuple[int, int, int, int, int, int]]:
    """Rows (key, flags, fine, middle, coarse, case) sorted by key; clusters are counted from 1."""
    cases = {w: case_code(int(a), int(b), int(c)) for w, a, b, c in read_table(data / "case_stats.tsv.gz")}
    flags = collect_flags(cases)
    clusters = {w: (int(a) + 1, int(b), int(c)) for w, a, b, c in read_table(data / "word_clusters.tsv.gz")}
    rows: dict[int, tuple[int, int, int, int, int, int]] = {}
    for word in sorted({*flags, *clusters, *cases}):
        coarse, middle, fine = clusters.get(word, (0, 0, -1))
        rows.setdefault(g.key(word), (g.key(word), flags.get(word, 0), fine + 1, middle, coarse, cases.get(word, 0)))
    return [rows[k] for k in sorted(rows)]


def pack(rows: list[tuple[int, ...]], features: list[tuple[int, bytes]], transitions: list[int]) -> bytes:
    """The bytes of names.bin."""
    names = " ".join(LABELS).encode("ascii")
    columns = [names, struct.pack(f"<{len(transitions)}h", *transitions)]
    columns += pack_keys([r[0] for r in rows])
    for i, kind in enumerate("IHBBB", 1):
        columns.append(struct.pack(f"<{len(rows)}{kind}", *(r[i] for r in rows)))
    columns += pack_keys([k for k, _ in features])
    columns.append(b"".join(w for _, w in features))
    head = g.MAGIC + g.LANES.pack(len(rows), len(features), len(LABELS), len(names))
    return head + b"".join(c + bytes(-len(c) % 4) for c in columns)


def pack_keys(keys: list[int]) -> tuple[bytes, bytes]:
    """For every bucket of sorted keys where it begins, and where the last one ends; the rest of each key."""
    edges = [bisect_left(keys, b << g.SHIFT) for b in range(g.BUCKETS + 1)]
    return struct.pack(f"<{len(edges)}I", *edges), struct.pack(f"<{len(keys)}H", *(k & g.REST for k in keys))


def refresh_lexicon(data: Path) -> None:
    """Write the word columns, keeping the weights that are there."""
    features: list[tuple[int, bytes]] = []
    transitions = [0] * len(LABELS) ** 2
    if TARGET.exists() and TARGET.read_bytes()[:4] == g.MAGIC:
        old, n = g.Columns(TARGET.read_bytes()), len(LABELS)
        if old.labels == LABELS:
            rows = old.data[old.weights_at :]
            features = [(k, rows[i * n : (i + 1) * n]) for i, k in enumerate(old.features)]
            transitions = list(old.transitions)
    TARGET.write_bytes(pack(build_words(data), features, transitions))


# --- training texts ---------------------------------------------------------------------------------------------


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a data set, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as f:
        yield from map(json.loads, f)


def annotated_documents(files: list[Path], texts_of: dict[str, Path]) -> Iterator[dict[str, Any]]:
    """The documents of the stand-off annotation with their texts looked up; a text that changed is refused."""
    records = []
    for file in sorted(files):
        if file.name.startswith("test"):
            raise SystemExit(f"{file}: test documents are never trained on")
        records += [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = {r["id"]: r["text"] for r in records if "text" in r}
    for source in sorted({r["source"] for r in records if "text" not in r}):
        texts.update((d["id"], d["text"]) for d in load(texts_of[source]))
    for r in records:
        text = texts[r["id"]]
        if hashlib.sha1(text.encode()).hexdigest() != r["text_sha1"]:
            raise SystemExit(f"{r['id']}: the text is not the one that was annotated")
        yield r | {"text": text}


def label_tokens(doc: dict[str, Any], reading: Reading) -> list[list[str]]:
    """For every island the labels of its tokens."""
    gold = sorted((e["start"], e["end"], e["label"]) for e in doc["entities"])
    labelled: list[list[str]] = []
    at = 0
    for island in reading.islands:
        labels: list[str] = []
        last = -1
        for token in island.tokens:
            while at < len(gold) and gold[at][1] <= token.start:
                at += 1
            label = "O"
            if at < len(gold) and gold[at][0] <= token.start and token.end <= gold[at][1] + 1:
                label = ("I-" if last == at else "B-") + gold[at][2]
                last = at
            labels.append(label)
        labelled.append(labels)
    return labelled


class Forgetful(g.Lexicon):
    """A lexicon in which one listed name in `FORGOTTEN` is not listed, so that the model learns to do without.

    Which ones depends on `salt`: the same in all of a document, others in the next.
    """

    def __init__(self, columns: g.Columns, salt: str) -> None:
        super().__init__(columns)
        self._salt, word, flags = g.key(salt), self.word, self.flags
        self.word = lambda form: word(form)._replace(flags=word(form).flags & self._kept(form))
        self.flags = lambda form: flags(form) & self._kept(form)

    def _kept(self, form: str) -> int:
        return ~FORGETTABLE if (g.key(form) ^ self._salt) % FORGOTTEN == 0 else ~0


def sequences(doc: dict[str, Any], copy: int) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Feature names and labels of every island of a document, for its `copy`-th time."""
    reading = read_islands(Document(doc["text"]))
    lexicon = Forgetful(g.columns(), f"{doc['id']} {copy}")
    for island, labels in zip(reading.islands, label_tokens(doc, reading), strict=True):
        sight = describe(reading.text, island, reading.evidence, lexicon)
        shared = [f for group, k in zip(ISLAND_GROUPS, sight.island, strict=True) for f in group.expand(lexicon, k)]
        names = [
            shared + [f for group, k in zip(TOKEN_GROUPS, row, strict=True) for f in group.expand(lexicon, k)]
            for row in sight.tokens
        ]
        yield names, labels


def documents(args: argparse.Namespace) -> Iterator[tuple[dict[str, Any], int]]:
    """Every training document, and which of its times it is (from 0)."""
    files = {p.name.split(".")[0]: p for p in (*sorted((args.data / "train").iterdir()), *args.texts)}
    for doc in annotated_documents(args.annotations, files):
        for copy in range(TIMES.get(doc["source"], 1)):
            yield doc, copy


# --- training and export ----------------------------------------------------------------------------------------


def train(args: argparse.Namespace) -> None:
    """Train on the documents and write the file."""
    import pycrfsuite

    refresh_lexicon(args.data)
    trainer = pycrfsuite.Trainer(algorithm="ap" if args.quick else "lbfgs", verbose=args.verbose)
    count = 0
    for doc, copy in documents(args):
        for names, labels in sequences(doc, copy):
            count += len(labels)
            trainer.append(names, labels)
    print(f"{count} tokens", flush=True)
    settings: dict[str, Any] = {"max_iterations": args.iterations or (8 if args.quick else 70)}
    if not args.quick:
        settings |= {"c1": args.c1, "c2": args.c2, "feature.minfreq": args.least}
    trainer.set_params(settings)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
    export(args.data, info.state_features, info.transitions)


def export(data: Path, states: dict[tuple[str, str], float], moves: dict[tuple[str, str], float]) -> None:
    """Round the weights to integers and write the file."""
    index = {label: i for i, label in enumerate(LABELS)}
    size = len(LABELS)
    rows: dict[int, bytearray] = {}
    for (feature, label), weight in sorted(states.items()):
        value = max(-127, min(127, round(weight * SCALE)))
        if value and label in index:
            rows.setdefault(g.key(feature), bytearray([128] * size))[index[label]] = 128 + value
    transitions = [0] * size * size
    for (a, b), weight in moves.items():
        if a in index and b in index:
            transitions[index[a] * size + index[b]] = round(weight * SCALE)
    features = [(k, bytes(rows[k])) for k in sorted(rows) if any(abs(v - 128) > FAINT for v in rows[k])]
    data_bytes = pack(build_words(data), features, transitions)
    TARGET.write_bytes(data_bytes)
    import zlib

    print(f"{len(features)} features, {len(data_bytes)} bytes, {len(zlib.compress(data_bytes, 9))} zipped")


def main() -> None:
    """The command line."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("step", choices=("lexicon", "train"))
    cli.add_argument("--data", type=Path, required=True)
    own = [p for p in sorted((HERE / "annotations").glob("*.jsonl")) if not p.name.startswith("test")]
    cli.add_argument("--annotations", type=Path, nargs="*", default=own, help="all of annotations/ if not given")
    cli.add_argument("--texts", type=Path, nargs="*", default=[])
    cli.add_argument("--quick", action="store_true", help="averaged perceptron, for experiments")
    cli.add_argument("--iterations", type=int, default=0)
    cli.add_argument("--c1", type=float, default=0.05)
    cli.add_argument("--c2", type=float, default=1.0)
    cli.add_argument("--least", type=float, default=2, help="features seen less often are left out")
    cli.add_argument("--verbose", action="store_true")
    args = cli.parse_args()
    if args.step == "lexicon":
        refresh_lexicon(args.data)
    else:
        train(args)


if __name__ == "__main__":
    sys.exit(main())
