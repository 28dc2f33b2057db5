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
from docscan.text.names.gazetteers import FLAG, USUALLY_SMALL, Lexicon


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
    "for a", "on the", "to the", "a", "and a", "in a", "of a", "on a", "to a", "with a", "at the", "or", "upon",
    "dei", "degli", "de las", "am", "wa",
)  # fmt: skip
LEADERS = frozenset("bin ibn van von de del di da al el abu ter dos du ul".split())  # noqa: SIM905
_ENDS = LEADERS | {"st", "nd", "rd", "th"}
_STARTERS = frozenset(
    ("I", "He", "She", "It", "They", "We", "If", "When", "While", "But", "However", "This", "These", "Those", "There")
)
PREFIXES = frozenset(("al", "el", "as", "ad", "an", "ar", "az", "ash", "ul", "at", "d", "l", "bin"))
SPLIT = (
    FLAG["country"] | FLAG["norp"] | FLAG["organisation"] | FLAG["landmark"] | FLAG["bigcity"] | FLAG["region"]
)  # fmt: skip
_PLACED = SPLIT | FLAG["city"]
_HOUSES = FLAG["organisation"] | FLAG["company"] | FLAG["city"]  # "Moody's", "St. John's"
COURTESY = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"))
_QUOTES = frozenset("\"'")
_GLUED = _QUOTES | {"'s", "-", ","}
_SUFFIXES = frozenset(("Jr.", "Sr.", "Inc.", "Ltd.", "L.P.", "LLC", "Jr", "Sr", "Inc", "Ltd"))  # go on behind a comma
_NUMBERED = re.compile(r"[0-9](?<![\w$€£.,:/-].)\d{0,2}(?:[-.]?[A-Za-z]{1,9})?(?![\w%]|[.,:/-]\d)")
_NUMBER = re.compile(r"[ -](\d{1,4}[A-Z]?(?:-\d{1,3})?|(?<= )I)(?![\w%:/'-]|[.,]\d)")
_DATING = FLAG["function"] | FLAG["calendar"]  # words before other numbers, and before "I"
_ORDINAL = re.compile(r"(?<![\w.,:/$€£-])(?:\d{1,3}(?:st|nd|rd|th)|(?:1[6-9]|20)\d\d)$")
_NICKNAME = re.compile(r" ([\"'])[^\"'\n]{2,20}\1 [^\W\d_]")
_NEXT = re.compile(r" [\w'.-]+\b")
_INSIDE = 16  # the longest gap that can link two capitalised words
_LONGEST = 40  # words in a row that may still hold names; what runs on longer is no text
_MARKED = frozenset(("'s", ",", *_QUOTES))
_STARTS = frozenset(".!?:;…\n\r•*|")
_DASHES = ("- ", "– ", "— ")  # behind a dateline, mostly
_OPENERS = frozenset(" \t\"'([«*_#>-–—")


@cache
def _upper() -> str:
    found = [chr(c) for c in (*range(0xC0, 0x250), *range(0x386, 0x530), *range(0x1E00, 0x1F00))]
    return "A-Z" + "".join(c for c in found if c.isupper())


@cache
def _capitalised() -> re.Pattern[str]:
    up = _upper()
    return re.compile(
        rf"[{up}](?:(?<![\w@#].)|(?<=\W[ie].))(?:(?<=[A-Z])\.(?:[A-Z]\.)*(?:[A-Z]\b)?"
        rf"|[^\W_]*(?:[&/](?=[{up}])[^\W_]+)?(?:'(?![sS]\b)[^\W\d_]+)*(?:-[^\W_]+(?:'(?![sS]\b)[^\W\d_]+)?){{0,5}}"
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
    found["'s "] = ("'s",)
    for mark in _QUOTES:
        found[f" {mark}"] = found[f"{mark} "] = (mark,)
    found[", "] = (",",)
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
        if before == "-" or before == "'":
            if form == "S" and text[start - 2 : start - 1].isalpha():
                continue  # "HE'S" in capitals
            start = _with_prefix(text, start)
            form = text[start:end]
        elif before in "ie" and form[1:2].islower() and not text[start - 2 : start - 1].isalnum():
            start -= 1
            form = text[start:end]
        if text[end : end + 2] == "'s" and lexicon.flags(f"{form}'s") & _HOUSES:
            end += 2
            form = f"{form}'s"
        if "-" in form:
            found.extend(_cut_hyphens(Token(start, end, form), lexicon))
        elif "/" in form:
            found.extend(_cut_places(Token(start, end, form), lexicon))
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
    while len(parts) > 1 and (parts[-1] in endings or parts[-1].endswith("ed") or _is_noun(parts[-1], lexicon)):
        end -= len(parts.pop()) + 1
    while len(parts) > 1 and parts[0] in fronts and lexicon.flags("-".join(parts[1:])) & SPLIT:
        start += len(parts.pop(0)) + 1
    whole = "-".join(parts)
    if len(parts) == 1 or not all(lexicon.flags(p) & SPLIT for p in parts):
        return [Token(start, end, whole)] if whole[:1].isupper() or whole[:3] in ("al-", "el-") else []
    return _cut(parts, start)


def _is_noun(part: str, lexicon: Lexicon) -> bool:
    """Whether the end of a hyphened word ("Prize-winner") is a common noun, too long for a syllable of a name."""
    return len(part) > 5 and part.islower() and lexicon.word(part).case in USUALLY_SMALL


def _cut_places(token: Token, lexicon: Lexicon) -> list[Token]:
    """The places of "KINSHASA/GOMA"; anything else with a stroke is whole."""
    parts = token.form.split("/")
    if not all((lexicon.flags(p) | lexicon.flags(p.capitalize())) & _PLACED for p in parts):
        return [token]
    return _cut(parts, token.start)


def _cut(parts: list[str], start: int) -> list[Token]:
    """A token for each of `parts`, the first at `start`, one character between them."""
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
            if small is None or stops or (small and small[0] in _MARKED and not _goes_on(text, run, token, small[0])):
                islands.extend(_close(text, run, lexicon))
                run = []
            elif small:
                run.extend(_place(gap, small, last.end))
        if not run:
            follows = n + 1 < len(tokens) and text[end : tokens[n + 1].start] in gaps
            if idle and not (follows and _opens_title(text, start, form, flags & phrase)):
                continue
            leader = _leader(text, start)
            if leader is not None:
                run.append(leader)
        run.append(token)
    islands.extend(_close(text, run, lexicon))
    return islands


def _goes_on(text: str, run: list[Token], token: Token, mark: str) -> bool:
    """Whether the name goes on over the mark: over a nickname's quotes, a comma to "Jr.", but not from "Ms. X's"."""
    if mark == ",":
        return token.form in _SUFFIXES
    forms = {t.form for t in run[-_LONGEST:]}
    if mark == "'s":
        return COURTESY.isdisjoint(forms)
    opened = not _QUOTES.isdisjoint(forms)
    if text[run[-1].end] == mark:  # the end of a nickname, or "Years' War"
        return opened or mark == "'"
    return not opened and _NICKNAME.match(text, run[-1].end) is not None


def _opens_title(text: str, start: int, form: str, phrase: int) -> bool:
    """Whether a function word with a capital can open a name: a listed one, or any amid a sentence or in quotes."""
    if form == "I" or (phrase and form != "The"):
        return bool(phrase)
    return not begins(text, start) or text[start - 1 : start] == '"'


def _close(text: str, run: list[Token], lexicon: Lexicon) -> list[Island]:
    """The island of a run, with the number behind it ("Route 5", "Henry I"); none if no name is that long."""
    if not 0 < len(run) <= _LONGEST:
        return []
    last = run[-1]
    number = _NUMBER.match(text, last.end)
    if number is not None and not lexicon.word(last.form).flags & _DATING:
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
    """The small particle or the figure that begins a name before `start` ("bin Laden", "2nd Army", "1994 Cup")."""
    if start < 3 or not (
        text[start - 2].isdigit() or text[start - 3 : start - 1] in _ENDS or text[start - 4 : start - 1] in LEADERS
    ):
        return None  # nearly always
    if text[start - 1] != " ":
        return None
    i = start - 1
    while i > 0 and start - i < 6 and text[i - 1].isalnum():
        i -= 1
    form = text[i : start - 1]
    if form in LEADERS or (form[:1].isdigit() and _ORDINAL.search(text, max(0, i - 1), start - 1)):
        return Token(i, start - 1, form)
    return None
