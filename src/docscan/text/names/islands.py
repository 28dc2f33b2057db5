"""Islands: runs of capitalised words with the small words that link them. Nearly every name lies whole inside one.

A token knows the form it would have in running text: lines in capitals or title case are read with the casing
the body, or else the language, gives their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from docscan.lexicons import mapping, words
from docscan.text.names.gazetteers import FLAG, Lexicon


class Token(NamedTuple):
    """A capitalised word, or a small word inside a run: half-open offsets, its form in running text."""

    start: int
    end: int
    form: str


class Island(NamedTuple):
    """Tokens in a row; `initial` says that a sentence or line begins with the first."""

    tokens: tuple[Token, ...]
    initial: bool


LINKS = (
    "of", "of the", "for", "for the", "and", "and the", "the", "de", "de la", "de los", "del", "della", "di", "da",
    "dos", "do", "das", "du", "des", "la", "le", "van", "van der", "van den", "von", "von der", "der", "den", "ter",
    "ten", "bin", "ibn", "al", "el", "ben", "abu", "&", "on", "in", "in the", "to", "at", "y", "e", "und", "et",
    "for a", "on the", "to the",
)  # fmt: skip
LEADERS = frozenset("bin ibn van von de del di da al el abu ter dos du ul".split())  # noqa: SIM905
_STARTERS = frozenset(
    ("I", "He", "She", "It", "They", "We", "If", "When", "While", "But", "However", "This", "These", "Those", "There")
)
PREFIXES = frozenset(("al", "el", "as", "ad", "an", "ar", "az", "ash", "ul", "at", "d", "l", "bin"))
SPLIT = (
    FLAG["country"] | FLAG["norp"] | FLAG["organisation"] | FLAG["landmark"] | FLAG["bigcity"] | FLAG["region"]
)  # fmt: skip
COURTESY = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"))
_GLUED = frozenset(("'s", "'", "-"))
_NUMBERED = re.compile(r"[0-9](?<![\w$€£.,:/-].)\d{0,2}(?:[-.]?[A-Za-z]{1,9})?(?![\w%]|[.,:/-]\d)")
_NUMBER = re.compile(r"[ -](\d{1,4}[A-Z]?)(?![\w%:/-]|[.,]\d)")
_NEXT = re.compile(r" [\w'’.-]+\b")
_INSIDE = 16  # the longest gap that can link two capitalised words
_LONGEST = 40  # words in a row that may still hold names; what runs on longer is no text
_STARTS = frozenset(".!?:;…\n\r•*|")
_DASHES = ("- ", "– ", "— ")  # behind a dateline, mostly
_OPENERS = frozenset(" \t\"'“”‘’([«*_#>-–—")


@cache
def _upper() -> str:
    found = [chr(c) for c in (*range(0xC0, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00))]
    return "A-Z" + "".join(c for c in found if c.isupper())


@cache
def _capitalised() -> re.Pattern[str]:
    up = _upper()
    return re.compile(
        rf"[{up}](?:(?<![\w@#].)|(?<=\W[ie].))(?:(?<=[A-Z])\.(?:[A-Z]\.)*(?:[A-Z]\b)?"
        rf"|[^\W_]*(?:[&/](?=[{up}])[^\W_]+)?(?:['’](?![sS]\b)[^\W\d_]+)*(?:-[^\W_]+(?:['’](?![sS]\b)[^\W\d_]+)?){{0,5}}"
        rf"(?:\.(?:com|org|net)\b)?)"
    )


@cache
def _abbreviations() -> frozenset[str]:
    listed = {*mapping("person_titles"), *words("company_suffixes"), *mapping("name_aliases")}
    return frozenset(w[:-1] for w in listed if w.endswith(".")) | {"St", "Ft", "Mt", "No", "Jr", "Sr", "Ste", "vs"}


@cache
def _gaps(wrapped: bool) -> dict[str, tuple[str, ...]]:
    """Every text that may stand between two words of an island → the small words in it."""
    found: dict[str, tuple[str, ...]] = {" ": (), "\u00a0": (), "-": ("-",), "–": ("-",)}
    for phrase in LINKS:
        found[f" {phrase} "] = tuple(phrase.split())
    for mark in ("'s", "’s"):
        found[f"{mark} "] = ("'s",)
    found["' "] = found["’ "] = ("'",)
    if wrapped:
        for gap, small in list(found.items()):
            for i, c in enumerate(gap):
                if c == " ":
                    found[f"{gap[:i]}\n{gap[i + 1 :]}"] = small
    return found


def begins(text: str, at: int) -> bool:
    """Whether a sentence or line begins at `at` as far as the marks before it tell."""
    if text[at - 2 : at] in _DASHES:
        return True
    i = at - 1
    stop = max(0, at - 5)
    while i >= stop and text[i] in _OPENERS:
        i -= 1
    return i < 0 or (i >= stop and text[i] in _STARTS)


def find_capitalised(text: str, lexicon: Lexicon) -> list[Token]:
    """Every capitalised word of `text`, hyphenated ones cut where only a part is a name; listed names in figures."""
    found: list[Token] = list(_numbered(text, lexicon))
    listed = len(found)
    short = _abbreviations()
    add = found.append
    for m in _capitalised().finditer(text):
        start, end = m.span()
        form = m.group()
        if end < len(text) and text[end] == "." and form in short:
            end += 1
            form += "."
        before = text[start - 1] if start else " "
        if before == "-" or before == "'" or before == "’":
            start = _with_prefix(text, start)
            form = text[start:end]
        elif before in "ie" and form[1:2].islower() and not text[start - 2 : start - 1].isalnum():
            start -= 1
            form = text[start:end]
        if "-" in form:
            found.extend(_cut_hyphens(Token(start, end, form), lexicon))
        else:
            add(Token(start, end, form))
    return sorted(found) if listed else found


def _numbered(text: str, lexicon: Lexicon) -> Iterator[Token]:
    """Figures that are or begin a listed name: "3M", "49ers", "60" before "Minutes"."""
    for m in _NUMBERED.finditer(text):
        flags = lexicon.word(m.group()).flags
        if flags & ~FLAG["phrase"] or (flags and _opens_name(text, m.start(), m.end(), lexicon)):
            yield Token(*m.span(), m.group())


def _opens_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a listed name of up to five words begins at `start` with the word that ends at `end`."""
    for _ in range(4):
        word = _NEXT.match(text, end)
        if word is None:
            return False
        end = word.end()
        if lexicon.flags(text[start:end]):
            return True
    return False


def _with_prefix(text: str, start: int) -> int:
    """Where the name that goes on at `start` begins: "al-Qaida", "d'Estaing"."""
    low = start - 1
    while low > 0 and start - low < 6 and text[low - 1].isalpha():
        low -= 1
    return low if text[low : start - 1] in PREFIXES else start


def _cut_hyphens(token: Token, lexicon: Lexicon) -> list[Token]:
    start, end, form = token
    if lexicon.flags(form):
        return [token]
    parts = form.split("-")
    endings, fronts = words("hyphen_endings"), words("hyphen_fronts")
    while len(parts) > 1 and (parts[-1] in endings or parts[-1].endswith("ed")):
        end -= len(parts.pop()) + 1
    while len(parts) > 1 and parts[0] in fronts and lexicon.flags("-".join(parts[1:])) & SPLIT:
        start += len(parts.pop(0)) + 1
    whole = "-".join(parts)
    if len(parts) == 1 or not all(lexicon.flags(p) & SPLIT for p in parts):
        return [Token(start, end, whole)] if whole[:1].isupper() or whole[:3] in ("al-", "el-") else []
    cut = []
    for p in parts:
        cut.append(Token(start, start + len(p), p))
        start += len(p) + 1
    return cut


def find_islands(text: str, tokens: list[Token], wrapped: bool, lexicon: Lexicon) -> list[Island]:
    """The islands that the capitalised `tokens` make, function words at their start and end left out."""
    gaps = _gaps(wrapped)
    islands: list[Island] = []
    run: list[Token] = []
    word, function, phrase = lexicon.word, FLAG["function"], FLAG["phrase"]
    for n, token in enumerate(tokens):
        start, end, form = token
        flags = word(form).flags
        idle = flags & function
        if run:
            last = run[-1]
            gap = text[last.end : start] if start - last.end <= _INSIDE else ""
            small = gaps.get(gap) if gap in gaps else gaps.get(gap.lower())
            stops = idle and (form in _STARTERS or last.form[-1] == "." or begins(text, start))
            owned = small == ("'s",) and any(t.form in COURTESY for t in run)  # "Ms. Reed's", and what is hers
            if small is None or stops or owned:
                islands.extend(_close(text, run))
                run = []
            elif small:
                run.extend(_place(gap, small, last.end))
        if not run:
            follows = n + 1 < len(tokens) and tokens[n + 1].start == end + 1
            if idle and not (flags & phrase and form != "The" and follows):
                continue
            leader = _leader(text, start)
            if leader is not None:
                run.append(leader)
        run.append(token)
    islands.extend(_close(text, run))
    return islands


def _close(text: str, run: list[Token]) -> list[Island]:
    """The island of a run, with the number that follows its last word ("Route 5"); none if no name is that long."""
    if not 0 < len(run) <= _LONGEST:
        return []
    last = run[-1]
    number = _NUMBER.match(text, last.end) if last.form in words("number_heads") else None
    if number is not None:
        run.append(Token(number.start(1), number.end(1), number.group(1)))
    return [Island(tuple(run), begins(text, run[0].start))]


def _place(gap: str, small: tuple[str, ...], at: int) -> list[Token]:
    """Tokens for the small words of a gap."""
    placed = []
    i = 0
    for w in small:
        if w in _GLUED:
            size = len(gap.strip())
        else:
            i, size = gap.lower().index(w, i), len(w)
        placed.append(Token(at + i, at + i + size, w))
        i += size
    return placed


def _leader(text: str, start: int) -> Token | None:
    """The lower-case particle that begins a name before `start` ("bin Laden", "van Gogh")."""
    if start < 3 or (text[start - 3 : start - 1] not in LEADERS and text[start - 4 : start - 1] not in LEADERS):
        return None  # nearly always
    if text[start - 1] != " ":
        return None
    i = start - 1
    while i > 0 and start - i < 6 and text[i - 1].isalpha():
        i -= 1
    form = text[i : start - 1]
    return Token(i, start - 1, form) if form in LEADERS else None
