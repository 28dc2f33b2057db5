"""A paragraph as the reader of attributions sees it: words, punctuation and whole quotations in a row.

A quotation is one token that remembers its last character, so what stands around it reads as one sentence. Every
token carries a class of one character: a closed word class (lexicons/word_classes.txt), or

    Q quotation   N capitalised word   w any other word   e, g one that ends in -ed, -ing   c word of the cue lexicon
    r noun for a speaker   d figure   s possessive 's   . end of sentence   every other punctuation mark as itself
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from docscan.analysers.quotes.cues import cue_words, speaker_nouns
from docscan.document import Document
from docscan.lexicons import mapping
from docscan.text.layout import Block
from docscan.text.marks import Quotation

_WORD = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Gen|Col|Sgt|Rev|Prof|Hon|Capt|St|Jr|Sr|Adm|Det|Maj|Pres|Atty)\.(?=\s)"
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])"
    r"|['’](?:s|ll|ve|re|d|m)\b"
    r"|[^\W_]+-[^\W_]+(?:-[^\W_]+)*|\$?\d[\d,.]*\d%?|\d%?"
    r"|[^\W_]+(?:[-&/][^\W_]+|['’](?!(?:s|ll|ve|re|d|m)\b)[^\W_]+)*"
    r"|\.\.\.|--|[^\w\s]"
)
_LABEL = re.compile(r"[A-Z][A-Z.’'-]{2,20}(?: [A-Z.’'-]{2,20}){0,2}:(?=\s)")  # a speaker's name in a transcript


@cache
def _classes() -> dict[str, str]:
    known = dict.fromkeys(speaker_nouns(), "r")
    known.update((w, "c") for w in cue_words())
    known.update(mapping("word_classes"))
    known.update({"'s": "s", "’s": "s", "?": ".", "!": ".", "…": ".", "...": ".", "--": "—", "–": "—", "―": "—"})
    return known


@lru_cache(maxsize=1 << 16)
def _look_up(word: str) -> tuple[str, str, str]:
    """A word in lower case, its class at the head of a sentence, and its class inside one."""
    lower = word.lower()
    tag = _classes().get(lower)
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

    `breaks` holds the indexes of tokens that begin a sentence (always 0 and the number of tokens), `sentence` the
    number of each token's sentence; `sole` says that the block is nothing but quotations.
    """

    __slots__ = ("block", "breaks", "ends", "low", "quotes", "row", "sentence", "sole", "starts", "tags", "words")

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
        self.row = "".join(self.tags)  # the classes as one string
        self.breaks: list[int] = [0]
        self.sentence: list[int] = []

    def _put(self, word: str, start: int, end: int, tag: str) -> None:
        self.words.append(word)
        self.low.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.tags.append(tag)

    def _read(self, text: str, start: int, end: int) -> None:
        words, low, starts, ends, tags = self.words, self.low, self.starts, self.ends, self.tags
        for m in _WORD.finditer(text, start, end):
            word = m.group()
            lower, first, tag = _look_up(word)
            if first is not tag and (not words or tags[-1] in ".Q:—(*"):
                tag = first
            words.append(word)
            low.append(lower)
            starts.append(m.start())
            ends.append(m.end())
            tags.append(tag)

    def split(self, sentence_starts: list[int]) -> None:
        """Note where sentences begin: `sentence_starts` are those inside the block, in order.

        A longer stretch than any sentence is read in parts, so that whatever looks at a sentence has an end.
        """
        k = 0
        breaks = self.breaks
        for i, start in enumerate(self.starts):
            begins = i - breaks[-1] >= _LONGEST
            while k < len(sentence_starts) and sentence_starts[k] <= start:
                k += 1
                begins = begins or not self._goes_on(i)
            if begins and i and breaks[-1] != i:
                breaks.append(i)
            self.sentence.append(len(breaks) - 1)
            if self.tags[i] in "—-" and 0 < i < _DATELINE and len(breaks) == 1 and self._is_dateline(i):
                breaks.append(i + 1)
        if breaks[-1] < len(self.starts) or len(breaks) == 1:
            breaks.append(len(self.starts))
        self.sole = not self.row.strip("Q.")

    def around(self, token: int) -> tuple[int, int]:
        """The first token of the sentence that holds `token`, and the one after its last."""
        number = self.sentence[token]
        return self.breaks[number], self.breaks[number + 1]

    def _is_dateline(self, dash: int) -> bool:
        """LEEDS, May 4 (Wire) — before the first sentence."""
        return self.words[0].isupper() and len(self.words[0]) > 1 and set(self.row[:dash]) <= set("Nd,.()/-F")

    def _goes_on(self, i: int) -> bool:
        """A sentence end inside the quotation before `i` does not end the sentence around it: "So?" said Harry."""
        if self.tags[i - 1] != "Q" or self.words[i - 1] not in "!?":
            return False
        ahead = self.tags[i : i + 4]
        return ahead[:1] == ["c"] or (ahead[0] in "NSDr" and "c" in ahead)

    def __len__(self) -> int:
        return len(self.words)

    def path(self, first: int, last: int) -> str:
        """What stands between two tokens, in few symbols; the longest paths are all alike."""
        return _shorten(self.row[first + 1 : last]) if last - first <= _FAR else "far"


_FAR = 40
_LONGEST = 150  # tokens in a sentence
_DATELINE = 12  # tokens of the longest date line
_SYMBOLS = str.maketrans({**dict.fromkeys("Nwrds&", "n"), **dict.fromkeys("VDG", None), "e": "v", "g": "v", "O": "n"})
_REPEATS = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def _shorten(row: str) -> str:
    path = _REPEATS.sub(r"\1", row.translate(_SYMBOLS))
    return path if len(path) <= 7 else "far"


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
