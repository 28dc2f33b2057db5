"""Layout: how a text marks its paragraphs, and what each block is (headline, date line, caption, list, body).

Three ways are told apart: a blank line between paragraphs, one paragraph a line, and lines broken by hand at a
fixed width. The idea is one question for each single line break: would the next line's first word still have
fitted on this line? A text filled to a width breaks only where it would not; where it would, the break was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"\S[^\r\n]*")
_WORD = re.compile(r"\S{1,40}")
ITEM = re.compile(  # a bullet, or the number or letter of an item (group 1), or both
    r"(?<!\S)(?:[•▪◦‣●○·*–—-]\s{1,3})?\(?(\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{1,2}(?=\s)|(?<!\S)[•▪◦‣●○·*–—-](?=\s)"
)
_DATE_PREPOSITIONS = frozenset(("on", "of", "at", "since", "by", "until", "from", "for", "before", "after", "to"))
_BACK = 24  # code points looked at before a date stamp
_SAMPLE = 200_000  # code points that show the layout; a longer text repeats it
_WIDEST = 132  # columns of the widest terminal or printer page that text was ever wrapped for
_LONG_LINE = 50  # columns of a line that is no heading
_CONTINUED = 0.25  # share of lines that begin in lower case from which line breaks mean nothing


class Block(NamedTuple):
    """A paragraph-like stretch, white space trimmed. `kind`: headline | dateline | byline | caption | list | body."""

    start: int
    end: int
    kind: str


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    breaks: int  # line ends between the line before and this one


def detect_layout(text: str) -> str:
    """`blank-line`, `line` (one paragraph a line) or `wrapped` (hard-wrapped lines)."""
    lines = list(_lines(text, min(len(text), _SAMPLE)))
    pairs = [(a, b) for a, b in pairwise(lines) if b.breaks == 1]
    if _is_filled(text, pairs):
        return "wrapped"
    return "line" if pairs and 2 * len(pairs) > len(lines) - 1 else "blank-line"


def find_blocks(text: str, layout: str) -> tuple[Block, ...]:
    """The blocks of `text` in order; none overlap."""
    spans: list[tuple[int, int]] = []
    run: list[_Line] = []
    for line in _lines(text, len(text)):
        if line.breaks > 1 and run:
            spans += _paragraphs(text, run, layout)
            run = []
        run.append(line)
    if run:
        spans += _paragraphs(text, run, layout)
    return tuple(_name_kinds(text, [piece for span in spans for piece in _pieces(text, *span)]))


def _lines(text: str, limit: int) -> Iterator[_Line]:
    """The lines that are not blank, trimmed; a form feed counts as a blank line."""
    last = 0
    for m in _LINE.finditer(text, 0, limit):
        start = m.start()
        gap = text[last:start]
        line_start = max(gap.rfind("\n"), gap.rfind("\r")) + 1
        breaks = max(gap.count("\n"), gap.count("\r")) if "\f" not in gap else 2
        yield _Line(start, start + len(m.group().rstrip()), len(gap) - line_start, breaks)
        last = m.end()


def _is_filled(text: str, pairs: list[tuple[_Line, _Line]]) -> bool:
    """Whether line breaks fall inside sentences: many lines go on in lower case and none is a paragraph long."""
    going_on = sum(text[b.start].islower() or _is_aside(text, a, b) for a, b in pairs)
    if not pairs or going_on < _CONTINUED * len(pairs):
        return False
    return going_on == len(pairs) or _width([a for a, _ in pairs]) <= _WIDEST


def _is_aside(text: str, a: _Line, b: _Line) -> bool:
    """Whether a bracket opens after a long line that no stop ends."""
    return text[b.start] in "([" and a.end - a.start > _LONG_LINE and text[a.end - 1].isalnum()


def _width(lines: list[_Line]) -> int:
    """The column that all but the longest twentieth of the lines stay within."""
    lengths = sorted(line.end - line.start + line.indent for line in lines)
    return lengths[(len(lengths) - 1) * 19 // 20]


def _paragraphs(text: str, run: list[_Line], layout: str) -> list[tuple[int, int]]:
    """Split a run of lines without a blank one between them into paragraphs."""
    if len(run) == 1:
        return [(run[0].start, run[0].end)]
    pairs = list(pairwise(run))
    filled = layout == "wrapped" or _is_filled(text, pairs)
    width = _width(run[:-1])
    found = []
    start = run[0].start
    for a, b in pairs:
        if not filled or _is_meant(text, a, b, width):
            found.append((start, a.end))
            start = b.start
    found.append((start, run[-1].end))
    return found


def _is_meant(text: str, a: _Line, b: _Line, width: int) -> bool:
    """Whether the break between two lines of filled text starts a new paragraph."""
    word = _WORD.match(text, b.start)
    fits = word is not None and a.indent + a.end - a.start + 1 + len(word.group()) <= width
    if _patterns()["header"].match(text, b.start):
        return True
    item = ITEM.match(text, b.start)
    if item:
        return fits or text[a.end - 1] in ".:;!?" or text[b.start] in "•▪◦‣●○" or bool(ITEM.match(text, a.start))
    if text[b.start].islower():
        return False
    return fits or (b.indent > a.indent + 1 and not ITEM.match(text, a.start))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a date stamp and a picture's credit from the words they were run together with."""
    seen = _patterns()
    cuts = []
    for m in seen["stamp"].finditer(text, start, end):
        before = text[max(start, m.start() - _BACK) : m.start()].split()
        if not before or not (before[-1].endswith(",") or before[-1].lower() in _DATE_PREPOSITIONS):
            cuts += [m.start(), m.end()]
    if end - start <= _LONGEST_CAPTION:
        cuts += [m.start() for m in seen["label"].finditer(text, start, end)]
    if not cuts:
        yield start, end
        return
    for cut in [*sorted(cuts), end]:
        piece = text[start:cut]
        if words := piece.strip():
            at = start + len(piece) - len(piece.lstrip())
            yield at, at + len(words)
        start = cut


_DATE_WORD = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)


_MENU_ENTRY = r"[\w&'’]{1,20}(?: [\w&'’]{1,20}){0,4}"
_HEADERS = (
    r"From|To|Cc|Bcc|Reply-To|In-Reply-To|References|Message-ID|MIME-Version|Content-[A-Z][\w-]{2,20}|X-[\w-]{2,30}"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What the first or last words of a block say about it."""
    return {
        "date": re.compile(
            r"(?=[^\n]{0,60}\d)(?!\d{1,4}[.)]?$)"
            rf"(?:(?:(?:first |last )?(?:published|posted|updated|modified)|sent|date|on|at|of|"
            rf"{_DATE_WORD}|[\d:./-]{{1,10}}+(?:st|nd|rd|th)?|[ap]\.?m|[ecmp][sd]?t|gmt|bst|utc)[,.:|–—\s-]{{0,4}}+){{1,12}}+",
            re.I,
        ),
        "header": re.compile(rf"(?:{_HEADERS}|Sent|Date|Subject): \S"),
        "sender": re.compile(
            rf"(?:{_HEADERS}): |(?i:for immediate release|(?:press|news|media) release|embargo(?:ed)?\b)"
        ),
        "sent": re.compile(r"(?:Date|Sent): "),
        "byline": re.compile(
            r"(?:(?i:by|from|text|story|reported|written|words)(?i: by)?:?) "
            r"[A-Z][\w.'’-]{0,30}(?:,? (?:and |de |van |von |der |al-)?[A-Z][\w.'’@-]{0,30}){0,8}"
            r"(?:,? [\w ]{0,60})?"
        ),
        "credit": re.compile(
            r"(?:\b(?:image|images|photo|photos|picture|video|credit|illustration|graphic|map|source): ?\S)"
            r"|\b(?:photograph|photo|image|picture|illustration)(?:ed)? (?:by|courtesy)\b"
            r"|\b(?:file|ap|afp|reuters|handout) photo\b|\bgetty images\b",
            re.I,
        ),
        "label": re.compile(r"(?<=\s)(?:(?i:image|photo|photograph|picture|video|credit|photo credit)s?): (?=[A-Z])"),
        "stamp": re.compile(
            r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s"
            r"(?:[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})"
            r"(?=\s|\Z)|(?<!\S)\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?(?=\s|\Z)"
        ),
        "menu": re.compile(
            rf"{_MENU_ENTRY}(?:\s{{0,9}}[|›»•·/]\s{{0,9}}{_MENU_ENTRY}){{1,20}}"
        ),  # "Home | News | Sport"
        "stop": re.compile(r"(?:[.!?…;:,]['\"”’)\]»]{0,3}|--|[–—])(?:\s?\[\d{1,3}\]){0,6}$"),
        "quoted": re.compile(r"[\"“'‘].*[\"”'’]$", re.S),
        "inner": re.compile(r"[a-z)][.!?] [A-Z]"),  # a sentence end inside
    }


_LONGEST_HEADLINE = 200  # code points
_LONGEST_CAPTION = 400


def _name_kinds(text: str, spans: list[tuple[int, int]]) -> Iterator[Block]:
    """Give each block its kind; a text without any body is all body."""
    kinds = [_kind(text, start, end) for start, end in spans]
    if "body" not in kinds:
        kinds = ["body" if kind == "headline" else kind for kind in kinds]
    elif len(spans) > 2 and _asks(text, *spans[0]):
        kinds[0] = "headline"
    label = _patterns()["label"]
    for i, (a, b) in enumerate(pairwise(spans)):
        if kinds[i + 1] == "caption" and label.match(text, b[0]) and "\n" not in text[a[1] : b[0]]:
            kinds[i] = "caption"  # the words before "Image: …" in one paragraph
    return (Block(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a block is one short question or exclamation: what a headline over a text may be."""
    return (
        text[end - 1] in "?!"
        and end - start <= _LONGEST_HEADLINE
        and not _patterns()["inner"].search(text, start, end)
    )


def _kind(text: str, start: int, end: int) -> str:
    """The kind of one block, from its own words."""
    if end - start > _LONGEST_CAPTION:
        return "body"
    seen = _patterns()
    block = text[start:end]
    if end - start <= 120 and (seen["sent"].match(block) or seen["date"].fullmatch(block)):
        return "dateline"
    if seen["sender"].match(block) or (end - start <= 160 and seen["byline"].fullmatch(block)):
        return "byline"
    if seen["credit"].search(block):
        return "caption"
    if seen["menu"].fullmatch(block) or not any(map(str.isalpha, block)):
        return "list"
    stopped = seen["stop"].search(block)
    if ITEM.match(block) and (not stopped or len(block.split()) < 12):
        return "list"
    if end - start > _LONGEST_HEADLINE or block[0].islower() or seen["inner"].search(block):
        return "body"
    return "body" if stopped or seen["quoted"].match(block) else "headline"
