"""A paragraph as the reader of attributions sees it: words, punctuation and whole quotations in a row.

A quotation is one token that remembers its last character, so what stands around it reads as one sentence. Every
token carries a class of one character: a closed word class (lexicons/word_classes.txt), or

    Q quotation   N capitalised word   w any other word   e, g one that ends in -ed, -ing   c word of the cue lexicon
    r noun for a speaker   d figure   s possessive 's   . end of sentence   every other punctuation mark as itself
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise
from operator import ne
from typing import Any, Generic, TypeVar

from docscan.analysers.quotes.cues import cue_words, speaker_nouns
from docscan.document import Document
from docscan.lexicons import mapping
from docscan.text.kept import Kept
from docscan.text.layout import Block
from docscan.text.marks import Quotation
from docscan.text.names.headlines import is_title_case

_WORD = re.compile(
    r"([A-Za-z]++(?=[\s,])"  # most words; what follows are the others
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Gen|Col|Sgt|Rev|Prof|Hon|Capt|St|Jr|Sr|Adm|Det|Maj|Pres|Atty)\.(?=\s)"
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|['’](?:s|ll|ve|re|d|m)\b"
    r"|[^\W_]+-[^\W_]+(?:-[^\W_]+)*|\$?\d[\d,.]*\d%?|\d%?"
    r"|[^\W_]+(?:[-&/][^\W_]+|['’](?!(?:s|ll|ve|re|d|m)\b)[^\W_]+)*"
    r"|\.\.\.|--|[^\w\s])"
)
_LABEL = re.compile(r"[A-Z][A-Z.’'-]{2,20}(?: [A-Z.’'-]{2,20}){0,2}:(?=\s)")  # a speaker's name in a transcript


T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator
    """A property worked out on first use and then kept, as functools.cached_property but without its lock (3.11)."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, owner: Any, kind: Any = None) -> T:
        value = owner.__dict__[self._name] = self._work(owner)
        return value


@cache
def _classes() -> dict[str, str]:
    known = dict.fromkeys(speaker_nouns(), "r")
    known.update((w, "c") for w in cue_words())
    known.update(mapping("word_classes"))
    known.update({"'s": "s", "’s": "s", "?": ".", "!": ".", "…": ".", "...": ".", "--": "—", "–": "—", "―": "—"})
    return known


@cache
def _known_words() -> Kept[str, tuple[str, str, str]]:
    return Kept(_classify, 1 << 16)


def _classify(word: str) -> tuple[str, str, str]:
    """A word in lower case, its class at the head of a sentence, and its class inside one."""
    lower = word.lower()
    tag = _classes().get(lower)
    if lower == "her":
        return lower, "G", "O"  # owner or object: only what follows tells
    if word[0] == lower[0]:
        tag = tag or _shape(word)
        return lower, tag, tag
    if tag is None:
        tag = "d" if word[1:2] == "-" else "N"  # R-Ohio, D-Mass.
    elif len(word) > 1 and word.isupper():
        tag = "N"
    return lower, tag, "N" if tag in "crAVWFve" else tag


def _shape(word: str) -> str:
    c = word[0]
    if c.isalpha():
        return "e" if word.endswith("ed") else "g" if word.endswith("ing") else "w"
    return "d" if c.isdigit() or (c == "$" and len(word) > 1) else c


class Stream:
    """The tokens of one block in parallel lists; `quotes[i]` is the quotation of a `Q` token.

    `row` holds the classes as one string, `edged` the same with its edges: `$` behind it and `^` at -1.
    `breaks` holds the indexes of tokens that begin a sentence (always 0 and the number of tokens), `sentence` the
    number of each token's sentence; `sole` says that the block is nothing but quotations, `title` that it is a
    headline, or short and the first one.
    """

    def __init__(self, document: Document, block: Block, quotations: list[Quotation]) -> None:
        self.block = block
        self.words: list[str] = []
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[str] = []
        self.quotes: dict[int, Quotation] = {}
        text = document.masked
        at = block.start
        for q in quotations:
            self._read(text, at, q.outer_start)
            label = _LABEL.match(text, q.start, q.end)
            if label is not None:  # “WALLACE: Is it true?”
                self._read(text, q.start, label.end())
                q = q._replace(start=label.end(), outer_start=label.end())
            self.quotes[len(self.words)] = q
            self._put(text[q.end - 1 : q.end], q.outer_start, q.outer_end, "Q")
            at = q.outer_end
        self._read(text, at, block.end)
        first = block is document.blocks[0] and len(document.blocks) > 1
        self.title = len(self.words) <= _HEADLINE and (block.kind == "headline" or first)
        if self.title and self.capitalised:
            self._lower()
        self.row = "".join(self.tags)
        self.edged = self.row + "$^"
        self.sole = not self.row.strip("Q.")
        self.breaks: list[int] = [0]
        self.sentence: list[int] = []
        self._outside: dict[int, str] = {}

    @cached_property
    def capitalised(self) -> bool:
        """Whether it is as short as a headline and all in title case."""
        return len(self.words) <= _HEADLINE and is_title_case([w for w in self.words if w.isalpha()])

    def _put(self, word: str, start: int, end: int, tag: str) -> None:
        self.words.append(word)
        self.low.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.tags.append(tag)

    def _read(self, text: str, start: int, end: int) -> None:
        parts = _WORD.split(text[start:end])  # what stands between words, and every second one a word
        offsets = list(accumulate(map(len, parts), initial=start))
        words = parts[1::2]
        known = list(map(_known_words().__getitem__, words))
        base, tags = len(self.tags), self.tags
        self.words += words
        self.starts += offsets[1:-1:2]
        self.ends += offsets[2::2]
        self.low += [k[0] for k in known]
        tags += [k[2] for k in known]
        for i, (lower, first, tag) in enumerate(known, base):
            if first is tag:
                continue
            if lower == "her":
                tags[i] = "G" if i + 1 < len(tags) and self._is_owned(i + 1) else "O"
            elif not i or (tags[i - 1] in ".Q:—(*" and not self._goes_over(i - 1)):
                tags[i] = first

    def _lower(self) -> None:
        """Take every capitalised word as one at the head of a sentence, which has a capital whatever it is."""
        for i, word in enumerate(self.words):
            if i not in self.quotes:
                tag = _known_words()[word][1]
                self.tags[i] = "O" if tag == "G" and not (i + 1 < len(self.tags) and self._is_owned(i + 1)) else tag

    def _is_owned(self, i: int) -> bool:
        """Does a noun phrase begin behind "her" (her lawyer, her campaign; but: told her that, made her say)?"""
        tag = self.tags[i]
        return tag in "wrNegd" or (tag == "c" and (i < 2 or self.tags[i - 2] not in "cveA"))

    def _goes_over(self, token: int) -> bool:
        """Whether `token` is a quotation that ends no sentence: behind its comma a capital is a name's ("…," Will
        wrote)."""
        return self.tags[token] == "Q" and self.words[token] == ","

    def split(self, sentence_starts: list[int]) -> None:
        """Note where sentences begin: `sentence_starts` are those inside the block, in order.

        A longer stretch than any sentence is read in parts, so that whatever looks at a sentence has an end.
        """
        count = len(self.starts)
        begins = [bisect_left(self.starts, s) for s in sentence_starts]
        begins = [i for i in dict.fromkeys(begins) if 0 < i < count and not self._goes_on(i)]
        dateline = self._dateline(begins[0] if begins else count)
        for end in (*dateline, *begins, count):
            first = self.breaks[-1]
            cuts = [*range(first + _LONGEST, end, _LONGEST), end]
            for cut in cuts if end > first or not count else ():
                self.sentence += [len(self.breaks) - 1] * (cut - self.breaks[-1])
                self.breaks.append(cut)

    def around(self, token: int) -> tuple[int, int]:
        """The first token of the sentence that holds `token`, and the one after its last."""
        number = self.sentence[token]
        return self.breaks[number], self.breaks[number + 1]

    def _dateline(self, end: int) -> list[int]:
        """Where the first sentence begins behind its date line: LEEDS, May 4 (Wire) — Before."""
        if not self.words or len(self.words[0]) < 2 or not self.words[0].isupper():
            return []
        dashes = (i for i in range(1, min(end, _DATELINE)) if self.tags[i] in "—-")
        return [i + 1 for i in dashes if set(self.row[:i]) <= _DATELINE_CLASSES][:1]

    def _goes_on(self, i: int) -> bool:
        """A sentence end inside the quotation before `i` does not end the sentence around it: "So?" said Harry."""
        if self.tags[i - 1] != "Q" or self.words[i - 1] not in "!?":
            return False
        ahead = self.tags[i : i + 4]
        return ahead[:1] == ["c"] or (ahead[0] in "NSDr" and "c" in ahead)

    def __len__(self) -> int:
        return len(self.words)

    def outside(self, token: int) -> str:
        """How many words of the sentence of `token` stand outside quotations, coarsely, and whether several
        quotations stand in it."""
        number = self.sentence[token]
        found = self._outside.get(number)
        if found is None:
            row = self.row[self.breaks[number] : self.breaks[number + 1]]
            words = count_outside(row)
            scale = "0" if not words else "2" if words < 3 else "5" if words < 6 else "9" if words < 10 else "+"
            found = self._outside[number] = scale + str(min(2, row.count("Q")))
        return found

    @once
    def marks(self) -> list[str]:
        """Every token as a feature: closed-class words by themselves, the rest by class; edges as in `edged`."""
        marks = [low if tag in _CLOSED else tag for low, tag in zip(self.low, self.tags, strict=True)]
        return [*marks, "$", "$", "^"]

    @once
    def gist(self) -> str:
        """The classes with one symbol for all that part clauses, and one for all that may be verbs."""
        return self.row.translate(_GIST)

    @once
    def _symbols(self) -> tuple[str, list[int], list[int]]:
        """The classes in few symbols, each run of one symbol as one; how many symbols stand before each token, and
        the run of each symbol."""
        symbols = self.row.translate(_SYMBOLS)
        kept = list(accumulate([c != " " for c in symbols], initial=0))
        letters = symbols.replace(" ", "")
        runs = list(accumulate(map(ne, letters, letters[1:]), initial=0))
        return letters[:1] + "".join([b for a, b in pairwise(letters) if a != b]), kept, runs

    def path(self, first: int, last: int) -> str:
        """What stands between two tokens, in few symbols; the longest paths are all alike."""
        if last - first > _FAR:
            return "far"
        symbols, kept, runs = self._symbols
        begin, end = kept[first + 1], kept[last]
        if begin >= end:
            return ""
        begin, end = runs[begin], runs[end - 1] + 1
        return symbols[begin:end] if end - begin <= _LONGEST_PATH else "far"


def count_outside(row: str) -> int:
    """How many of these classes are those of words outside quotations."""
    return len(_OUTSIDE.findall(row))


_OUTSIDE = re.compile(r"[A-PR-Za-z]")
_HEADLINE = 30  # tokens of the longest headline
VERB = re.compile("[Avce]")  # the classes of verbs in a row
_FAR = 40
_LONGEST_PATH = 7
_LONGEST = 150  # tokens in a sentence
_DATELINE = 12  # tokens of the longest date line
_DATELINE_CLASSES = frozenset("Nd,.()/-F")
_CLOSED = frozenset("TtFCWAVDGSO")
_GIST = str.maketrans({";": ",", "—": ",", "A": "v", "e": "v"})
_SYMBOLS = str.maketrans({**dict.fromkeys("Nwrds&", "n"), **dict.fromkeys("VDG", " "), "e": "v", "g": "v", "O": "n"})


def read_streams(document: Document, speech: Sequence[Quotation] = ()) -> list[Stream]:
    """A stream for every block, in order, sentences noted; quotations inside others stay inside.

    `speech` stands in for the quotations of a document that has no marks.
    """
    outer = [q for q in document.quotations if q.depth == 0] or list(speech)
    starts = [s.start for s in document.sentences]
    streams = []
    at = 0
    for block in document.blocks:
        first = at
        while at < len(outer) and outer[at].outer_start < block.end:
            at += 1
        stream = Stream(document, block, outer[first:at])
        stream.split(starts[bisect_left(starts, block.start) : bisect_left(starts, block.end)])
        streams.append(stream)
    return streams
