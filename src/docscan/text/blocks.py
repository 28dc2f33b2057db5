"""Blocks: what a paragraph is by its own words (headline, date line, byline, caption, list item or body)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

ITEM = re.compile(  # a bullet, or the number or letter of an item (group 1), or both
    r"(?<!\S)(?:[•▪◦‣●○·*–—-]\s{1,3})?\(?(\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]{1,2}(?=\s)|(?<!\S)[•▪◦‣●○·*–—-](?=\s)"
)
_DATE_PREPOSITIONS = frozenset(("on", "of", "at", "since", "by", "until", "from", "for", "before", "after", "to"))
_GAPS = re.compile(r" (?=[ ,])")  # what blanked markup leaves
_BACK = 24  # code points looked at before a date stamp
_LONGEST_HEADLINE = 200  # code points
_LONGEST_CAPTION = 400

_DATE_WORD = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# every alternative of the pattern "credit" holds one of these
_CREDIT_WORDS = ("image", "photo", "picture", "video", "credit", "illustration", "graphic", "map", "source")
_MENU_ENTRY = r"[\w&'’]{1,20}(?: [\w&'’]{1,20}){0,4}"
_HEADERS = (
    r"From|To|Cc|Bcc|Reply-To|In-Reply-To|References|Message-ID|MIME-Version|Content-[A-Z][\w-]{2,20}|X-[\w-]{2,30}"
)


class Block(NamedTuple):
    """A paragraph-like stretch, white space trimmed. `kind`: headline | dateline | byline | caption | list | body."""

    start: int
    end: int
    kind: str


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
            r"^(?:images?|photos?|picture|video|credit|illustration|graphic|map|source): ?\S"
            r"|(?:[.!?)\]]\s|\()(?:images?|photos?|picture|video|credit|illustration|graphic|map|source): ?\S"
            r"|\b(?:photograph|photo|image|picture|illustration)(?:ed)? (?:by|courtesy)\b[^.!?]{0,60}\W{0,3}$"
            r"|\b(?:file photo|getty images|(?:ap|afp|reuters|handout) photo(?:/[\w ]{1,30})?)\W{0,3}$|^file photo\b",
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


def starts_header(text: str, at: int) -> bool:
    """Whether a letter's header line begins at `at`: "Subject: …"."""
    return _patterns()["header"].match(text, at) is not None


def part_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a date stamp and a picture's credit from the words they were run together with."""
    seen = _patterns()
    cuts = []
    if text.find("day,", start, end) >= 0 or (text.find("/", start, end) >= 0 and text.find(":", start, end) >= 0):
        for m in seen["stamp"].finditer(text, start, end):
            before = text[max(start, m.start() - _BACK) : m.start()].split()
            if not before or not (before[-1].endswith(",") or before[-1].lower() in _DATE_PREPOSITIONS):
                cuts += [m.start(), m.end()]
    if end - start <= _LONGEST_CAPTION and text.find(": ", start, end) >= 0:
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


def name_kinds(text: str, spans: list[tuple[int, int]]) -> Iterator[Block]:
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


def _mentions_picture(block: str) -> bool:
    """Whether any word of a credit is there: far cheaper to ask than the pattern."""
    low = block.lower()
    return any(word in low for word in _CREDIT_WORDS)


def _kind(text: str, start: int, end: int) -> str:
    """The kind of one block, from its own words."""
    if end - start > _LONGEST_CAPTION:
        return "body"
    seen = _patterns()
    block = _GAPS.sub("", text[start:end])
    if len(block) <= 120 and (seen["sent"].match(block) or seen["date"].fullmatch(block)):
        return "dateline"
    if seen["sender"].match(block) or (len(block) <= 160 and seen["byline"].fullmatch(block)):
        return "byline"
    if _mentions_picture(block) and seen["credit"].search(block):
        return "caption"
    if seen["menu"].fullmatch(block) or not any(map(str.isalpha, block)):
        return "list"
    stopped = seen["stop"].search(block)
    if ITEM.match(block) and (not stopped or len(block.split()) < 12):
        return "list"
    if len(block) > _LONGEST_HEADLINE or block[0].islower() or seen["inner"].search(block):
        return "body"
    return "body" if stopped or seen["quoted"].match(block) else "headline"
