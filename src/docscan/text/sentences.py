"""Sentences: one linear scan for the ends.

A stop followed by white space is a candidate; the word before it, the word after it and the quotation it stands
in decide. The words that make a stop doubtful are classes in the list `abbreviations`. Convention: a quotation
of several sentences is split, but what is said and who says it stay together (`"Hey!" Pete said.`), and a short
quotation inside a sentence is one piece of it. Note marks belong to the sentence they follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docscan.lexicons import mapping, words
from docscan.records import Span
from docscan.text.layout import ITEM, Block
from docscan.text.marks import Quotation

_CANDIDATE = re.compile(
    r"(?<![.!?…])([.!?…]++(?:\s\.(?=[\s.]|\Z))*+\.?)"  # the stop itself, also ". . ."
    r"((?:[\"'”’»)\]]|\[\d{1,3}\]|(?<=[^\d\s][.!?])\d{1,3}(?=\s))*+)"  # what closes after it, note marks too
    r"(?:\s(?:\[(?:\d{1,3}|…|\.\.\.)\]|[:;]-?[)(DP](?!\w)))*+"  # note marks and emoticons set apart
    r"(?=(\s++|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]{0,15}\s[a-z]))"  # white space, or none by mistake
    r"((?:[\"'“‘«([{*_]|[–—-]\s?)*+)(\w{1,24}(?:['’]\w{1,3})?|\S|))"  # what comes next
)
_LAST_WORD = re.compile(r"[^\s\"“‘«([{—–/*_]+$")
_PLAIN_WORD = re.compile(r"(?<![\w.])[a-z]{3,}$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")
_LABEL = re.compile(
    r"(?:[•▪◦‣●○·*–—-] ?|(?:fig(?:ure|\.)?|table|listing|box|section|chapter|part|step) ){0,2}"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,4}|\w)$",
    re.I,
)
_FIRST_ITEM = re.compile(r"(?<!\S)\(?[1aAi][.)]|\A[•\d]")
_CAMEL = re.compile(r"[a-z]{1,4}[A-Z]|https?$|www$")  # names that begin in lower case
_GOES_ON = re.compile(r",? [a-z]")
_NO_START = frozenset(",;:.!?…%)]")
_BACK = 40  # code points looked at before a stop
_ASIDE = 60  # a quotation shorter than this is one piece of its sentence


def split_sentences(
    text: str, blocks: tuple[Block, ...], quotations: tuple[Quotation, ...]
) -> tuple[Span, ...]:
    """The sentences of every block in order, white space trimmed."""
    asides = _Asides(text, quotations)
    found = []
    for start, end, _ in blocks:
        at = start
        for stop, after in _breaks(text, start, end, asides):
            found.append(Span(at, stop))
            at = after
        if at < end:
            found.append(Span(at, end))
    return tuple(found)


def _breaks(text: str, start: int, end: int, asides: _Asides) -> Iterator[tuple[int, int]]:
    """Where a sentence of the block ends and where the next begins."""
    items = _items(text, start, end)
    at = start
    for m in _CANDIDATE.finditer(text, start, end):
        while items and items[0] < m.start():
            if at < items[0]:
                yield len(text[at : items[0]].rstrip()) + at, items[0]
                at = items[0]
            items.pop(0)
        if _is_end(text, m, at) and not asides.hide(m.start(), at):
            at = m.end(3)
            yield m.end(), at
    for item in items:
        if at < item:
            yield len(text[at:item].rstrip()) + at, item
            at = item


def _items(text: str, start: int, end: int) -> list[int]:
    """Where numbered items begin inside a block: two or more if it opens with one, else three or more.

    Items set apart by commas are parts of one sentence and are not looked for.
    """
    if not _FIRST_ITEM.search(text, start, end):
        return []
    found: list[int] = []
    value = ""
    for m in ITEM.finditer(text, start, end):
        this = (m.group(1) or "").lower()
        if this and (this == _successor(value) if value else this in ("1", "a") or m.start() == start):
            value = this
            found.append(m.start())
    if any(text[i - 2 : i].strip()[-1:] in ",;:" or text[i - 4 : i] == "and " for i in found if i > start + 4):
        return []
    return found if found and (found[0] == start or len(found) > 2) else []


def _successor(value: str) -> str:
    """The number or letter after `value`."""
    return str(int(value) + 1) if value.isdigit() else chr(ord(value[0]) + 1) if len(value) == 1 else ""


class _Asides:
    """The short quotations, asked from left to right: their inner stops end no sentence that goes on around them."""

    def __init__(self, text: str, quotations: tuple[Quotation, ...]) -> None:
        self._text = text
        self._short = [q for q in quotations if q.depth == 0 and q.end - q.start < _ASIDE]
        self._next = 0

    def hide(self, stop: int, sentence: int) -> bool:
        """Whether the stop at `stop` stands inside a short quotation of the sentence that began at `sentence`."""
        short = self._short
        while self._next < len(short) and short[self._next].outer_end <= stop:
            self._next += 1
        if self._next == len(short):
            return False
        q = short[self._next]
        if stop < q.start or not self._text[stop : q.end].strip(".!?…"):
            return False
        return q.outer_start > sentence or _GOES_ON.match(self._text, q.outer_end) is not None


def _is_end(text: str, m: re.Match[str], sentence: int) -> bool:
    """Whether the candidate ends the sentence that began at `sentence`."""
    stop, closing, space, opening, after = m.groups()
    first = after[:1]
    if first in _NO_START or opening[-1:].isspace() or (opening.endswith("(") and first.isdigit()):
        return False  # punctuation; the dash before a speaker's name; the year of a title
    before = text[m.start() - 1] if m.start() > sentence else " "
    if before == "[" and opening:
        return False  # "[...]" (a reference)
    if first.islower() and not _CAMEL.match(after):
        plain = _PLAIN_WORD.search(text, max(sentence, m.start() - _BACK), m.start())
        return not opening and not closing and len(after) > 1 and plain is not None and _class(plain.group()) is None
    if stop != ".":
        return stop[0] not in ".…" or not before.isspace() or first != "I"
    if m.start() - sentence < 14 and _LABEL.match(text, sentence, m.start()):
        return False
    found = _LAST_WORD.search(text, max(sentence, m.start() - _BACK), m.start())
    if found is None:
        return True
    if not space:
        return not set(found.group()) & set("./@")
    return _allows_end(_class(found.group()), after)


def _class(word: str) -> str | None:
    """The abbreviation class of `word` (without its last stop); None for a plain word."""
    listed = mapping("abbreviations")
    for form in (word, word.rpartition("-")[2], word.capitalize() if word.isupper() else word):
        kind = listed.get(form) or listed.get(form.lower())
        if kind:
            return kind
    if (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word):
        return "starter"
    return None


def _allows_end(kind: str | None, after: str) -> bool:
    """Whether a sentence may end after an abbreviation of this class when the word `after` follows."""
    if kind == "never":
        return False
    if kind == "number":
        return not (after[0].isdigit() or (len(after) == 1 and after.isalpha()))
    if kind == "clock":
        return after.lower() not in words("clock_words")
    return kind is None or after.lower().replace("’", "'") in words("sentence_starters")
