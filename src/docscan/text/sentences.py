"""Sentences: one linear scan for the ends.

A stop followed by white space is a candidate; the word before it, the word after it and the quotation it stands
in decide. The words that make a stop doubtful are classes in the list `abbreviations`. Convention: a quotation
of several sentences is split, but what is said and who says it stay together (`"Hey!" Pete said.`), and a short
quotation inside a sentence is one piece of it. Note marks belong to the sentence they follow.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache

from docscan.lexicons import mapping, words
from docscan.records import Span
from docscan.text.blocks import ITEM, Block
from docscan.text.inflection import inflect
from docscan.text.marks import Quotation

_CANDIDATE = re.compile(
    r"(?<![.!?…])([.!?…]++(?:\s\.(?=[\s.]|\Z))*+\.?)"  # the stop itself, also ". . ."
    r"((?:[\"'”’»)\]]|\[\d{1,3}\]|(?<=[^\d\s][.!?])\d{1,3}(?=\s))*+)"  # what closes after it, note marks too
    # note marks, editors' remarks and emoticons set apart
    r"(?:\s(?:\[(?:\d{1,3}|…|\.{3}|[a-z ]{4,40})\]|[:;]-?[)(DP](?!\w)|\d\d?(?=\s(?:The|In|For|Yet|But|It|As?)\s)))*+"
    r"(?=(\s++|(?<=[a-z.!?]{4})(?=[A-Z][a-z]{0,15}\s[a-z]))"  # white space, or none by mistake
    r"((?:[\"'“‘«([{*_]|[–—-]\s?)*+)(\w{1,24}(?:['’]\w{1,3})?|\S|))"  # what comes next
)
_LAST_WORD = re.compile(r"[^\s\"“‘«([{—–/*_]+$")
_PLAIN_WORD = re.compile(r"(?<![\w.])[a-z]{3,}$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}")
_LABEL = re.compile(
    r"(?:[•▪◦‣●○·*–—-] ?|(?:[Ff]ig(?:ure|\.)?|[Tt]able|[Bb]ox|[Ss]ection|[Cc]hapter|[Pp]art|[Ss]tep) ){0,2}"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,4}|\w)$"
)
_LOST = re.compile(
    r"\s(?<=[A-Za-z\d)\]]\s)(?:(?=(?:In|(?:He|She|They|We)(?:['’][a-z]{1,2})?|There|These|When|After|However)\s[a-z])"
    r"|(?<=[ \n][a-z][a-z]\s|[a-z][a-z][a-z]\s)(?=(?:This|It|You|But|If)\s[a-z]))"
)
_FIRST_ITEM = re.compile(r"[1aAi](?<![^\s(].)[.)]")
_CAMEL = re.compile(r"[a-z]{1,4}[A-Z]|https?$|www$")  # names that begin in lower case
_NAME_AND_VERB = re.compile(r"([A-Z][\w.’'-]{0,30})(?:\s[A-Z][\w.’'-]{0,30}){0,3}\s([a-z]{2,20})\b")
_TWO_WORDS = re.compile(r"([a-z]{1,10})(?:['’][a-z]{1,2})? ([a-z]{1,20})\b")
_SUBJECTS = frozenset("i you he she it we they this these those there the some my your his her our their".split())  # noqa: SIM905
_OMITTED = re.compile(r"(?<=\w)\.(?:\s\.){3}")  # a full stop, then an ellipsis that belongs to the next sentence
_GOES_ON = re.compile(r",? [a-z]")
_NO_START = frozenset(",;:.!?…%)]")
_BACK = 40  # code points looked at before a stop
_ASIDE = 60  # a quotation shorter than this is one piece of its sentence


def split_sentences(text: str, blocks: tuple[Block, ...], quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    """The sentences of every block in order, white space trimmed."""
    splitter = _Splitter(text, quotations)
    found = []
    for start, end, _ in blocks:
        at = start
        for stop, after in splitter.breaks(start, end):
            found.append(Span(at, stop))
            at = after
        if at < end:
            found.append(Span(at, end))
    return tuple(found)


class _Splitter:
    """One pass over one text, its blocks asked from left to right."""

    def __init__(self, text: str, quotations: tuple[Quotation, ...]) -> None:
        self._text = text
        self._asides = [q for q in quotations if q.depth == 0 and q.end - q.start < _ASIDE]
        self._next = 0
        self._casual = " i " in text  # who writes "i" begins sentences in lower case too

    def breaks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a sentence of the block ends and where the next begins."""
        text = self._text
        items = deque(sorted(_items(text, start, end) + _lost_stops(text, start, end)))
        at = start
        for m in _CANDIDATE.finditer(text, start, end):
            while items and items[0] < m.start():
                item = items.popleft()
                if at < item:
                    yield at + len(text[at:item].rstrip()), item
                    at = item
            if self._is_end(m, at) and not self._in_aside(m.start(), at) and not self._in_brackets(m):
                late = _OMITTED.fullmatch(text, *m.span(1))
                stop, at = (m.start() + 1, m.start() + 2) if late else (m.end(), m.end(3))
                yield stop, at
        for item in items:
            if at < item:
                yield at + len(text[at:item].rstrip()), item
                at = item

    def _in_brackets(self, m: re.Match[str]) -> bool:
        """Whether the candidate stands inside short square brackets."""
        text, stop = self._text, m.start()
        if text.rfind("[", max(0, stop - _BACK), stop) <= text.rfind("]", max(0, stop - _BACK), stop):
            return False
        return text.find("]", m.end(), m.end() + _BACK) >= 0

    def _in_aside(self, stop: int, sentence: int) -> bool:
        """Whether the stop stands inside a short quotation of the sentence that began at `sentence`."""
        asides = self._asides
        while self._next < len(asides) and asides[self._next].outer_end <= stop:
            self._next += 1
        if self._next == len(asides):
            return False
        q = asides[self._next]
        if stop < q.start or not self._text[stop : q.end].strip(".!?…"):
            return False
        return q.outer_start > sentence or _GOES_ON.match(self._text, q.outer_end) is not None

    def _is_end(self, m: re.Match[str], sentence: int) -> bool:
        """Whether the candidate ends the sentence that began at `sentence`."""
        stop, closing, space, opening, after = m.groups()
        first = after[:1]
        if first in _NO_START or opening[-1:].isspace() or (opening.endswith("(") and first.isdigit()):
            return False  # punctuation; the dash before a speaker's name; the year of a title
        before = self._text[m.start() - 1] if m.start() > sentence else " "
        if before == "[" and opening:
            return False  # "[...]" (a reference)
        if first.islower() and not _CAMEL.match(after):
            if opening or closing or (len(after) == 1 and after != "i") or len(stop) > 1:
                return False
            return self._is_plain(m.start(), sentence) if stop == "." else self._casual or self._begins_anew(m.end(3))
        if stop[-1] in "!?" and closing and self._names_speaker(m.end(3)):
            return False
        if stop != ".":  # an ellipsis set apart is a pause
            return stop[0] not in ".…" or not before.isspace() or (first != "I" and _is_starter(after))
        return self._ends_at(m.start(), sentence, space, after)

    def _names_speaker(self, at: int) -> bool:
        """Whether a name and a verb of saying follow at `at`: "Pete Lind said"."""
        m = _NAME_AND_VERB.match(self._text, at)
        return m is not None and not _is_starter(m.group(1)) and m.group(2) in _said()

    def _begins_anew(self, at: int) -> bool:
        """Whether a lower-case word at `at` begins a clause of its own, and not one that tells who exclaimed."""
        m = _TWO_WORDS.match(self._text, at)
        return m is not None and m.group(1) in _SUBJECTS and m.group(2) not in _said()

    def _is_plain(self, stop: int, sentence: int) -> bool:
        """Whether a lower-case word that is no abbreviation stands before the stop."""
        word = _PLAIN_WORD.search(self._text, max(sentence, stop - _BACK), stop)
        return word is not None and _class(word.group()) is None

    def _ends_at(self, stop: int, sentence: int, space: str, after: str) -> bool:
        """Whether a single full stop ends the sentence, by the words on either side."""
        if stop - sentence < 14 and _LABEL.match(self._text, sentence, stop):
            return False
        word = _LAST_WORD.search(self._text, max(sentence, stop - _BACK), stop)
        if word is None:
            return True
        if not space:
            return not set(word.group()) & set("./@")
        return _allows_end(_class(word.group()), after)


@cache
def _said() -> frozenset[str]:
    """Third-person forms of the verbs of saying, present and past."""
    found = []
    for lemma, rest in mapping("cue_verbs").items():
        kind, *irregular = rest.split()
        if kind == "speech":
            found += [form for form, tense in inflect(lemma).items() if tense in ("s", "ed")]
            found += irregular
    return frozenset(found)


def _items(text: str, start: int, end: int) -> list[int]:
    """Where numbered items begin inside a block: two or more if it opens with one, else three or more.

    Items set apart by commas are parts of one sentence and are not looked for.
    """
    if not ITEM.match(text, start, end) and not _FIRST_ITEM.search(text, start, end):
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


def _lost_stops(text: str, start: int, end: int) -> list[int]:
    """Where a capitalised pronoun or "In" follows a word without a stop: lines that were run together."""
    found = []
    for m in _LOST.finditer(text, start, end):
        before = _LAST_WORD.search(text, max(start, m.start() - _BACK), m.start())
        if before and before.group().lower() not in words("title_nouns"):
            found.append(m.end())
    return found


def _successor(value: str) -> str:
    """The number or letter after `value`."""
    return str(int(value) + 1) if value.isdigit() else chr(ord(value[0]) + 1) if len(value) == 1 else ""


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
        return not (after[:1].isdigit() or (len(after) == 1 and after.isalpha()))
    if kind == "clock":
        return after.lower() not in words("clock_words")
    return kind is None or _is_starter(after)


def _is_starter(word: str) -> bool:
    """Whether `word` typically begins a sentence."""
    return word.lower().replace("’", "'") in words("sentence_starters")
