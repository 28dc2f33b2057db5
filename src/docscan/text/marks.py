"""Quotation marks: which opens, which closes, and what stands between them.

One left-to-right pass with a stack per paragraph. Directional marks say themselves what they are; straight ones
are judged by the characters beside them, never by counting; single ones must not be apostrophes. A quotation left
open runs into the next paragraph if that one takes it up, else it is cut at its own paragraph and flagged.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from docscan.lexicons import words
from docscan.text.layout import Block

WINDOW = 10_000  # no quotation in one paragraph is longer
_SINGLE_WINDOW = 500  # where single marks are not the document's dialogue marks
_DEPTH = 4  # deeper nesting is noise

# opening mark → the marks that close it
_CLOSERS = {
    "“": "”", "”": "”", "„": "“”", "‟": "”", '"': '"', "''": "''", "``": "''",
    "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "'": "'",
}  # fmt: skip
_FAMILY = {**dict.fromkeys(("“", "”", "„", "‟", '"', "''", "``"), "double"), **dict.fromkeys("‘’‚'", "single")}
_BEFORE_OPENING = frozenset("([{—–-/‘'“„\"*_>|")
_ELISION = re.compile(r"\d\ds?\b|([A-Za-z]{1,5})(?!\w)")


class Quotation(NamedTuple):
    """A stretch between marks inside one paragraph.

    `start`/`end` exclude the marks, `outer_start`/`outer_end` include them; `depth` is 0 for an outermost one;
    `continues` says that it takes up the quotation of the paragraph before (same number of `chain`);
    `unclosed` that no closing mark was found before the paragraph's end and none was owed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    marks: str
    depth: int
    chain: int
    continues: bool
    unclosed: bool


class _Open:
    """An opening mark on the stack. `weak` is a first possible end that may be a plural's apostrophe."""

    __slots__ = ("chain", "continues", "cut", "mark", "outer", "start", "weak")

    def __init__(self, outer: int, start: int, mark: str, chain: int, continues: bool) -> None:
        self.outer, self.start, self.mark, self.chain, self.continues = outer, start, mark, chain, continues
        self.cut = self.weak = -1


@cache
def _marks(singles: bool) -> re.Pattern[str]:
    """Every mark that could open or close, and what only looks like one (tags, attributes, code, feet, inches)."""
    skip = r"""<[A-Za-z/][^<>\n]{0,400}>|=\s?"[^"\n]{0,300}"|`[^`\n]{1,200}`"""
    skip += r"""|\d\s?['’′]\s?\d{1,2}(?:½|\.\d)?\s?["”″]"""
    single = r"""|‘|‚(?=\w)|’(?!\w)|(?<![\w'’])'(?!['\s])|(?<=[^\s'])'(?![\w'])""" if singles else ""
    return re.compile(rf"""``|(?P<skip>{skip})|''(?!')|["“”„‟«»‹›]{single}""")


def pair_marks(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """Every quotation of `text` in order of its start, nested ones after the one that holds them."""
    return _Pairing(text, blocks).run()


class _Pairing:
    """The state of one pass over a document."""

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self.text, self.blocks = text, blocks
        self.found: list[Quotation] = []
        self.stack: list[_Open] = []
        self.chains = 0
        self.owed: Quotation | None = None  # left open by the paragraph before
        self.block = Block(0, 0, "body")
        self.fresh = True  # no mark seen yet in this block
        self.reversed = text.find("»") >= 0 and _opens_outwards(text)
        self.singles = _has_single_openers(text)
        self.single_dialogue = self.singles and _speaks_in_singles(text)

    def run(self) -> tuple[Quotation, ...]:
        """Pair every mark, block by block."""
        at = 0
        current = -1
        for m in _marks(self.singles).finditer(self.text):
            if m.lastgroup == "skip":
                continue
            start = m.start()
            while at < len(self.blocks) and self.blocks[at].end <= start:
                at += 1
            if at == len(self.blocks):
                break
            if self.blocks[at].start > start:
                continue
            if at != current:
                self._leave(self.blocks[at] if current >= 0 and at == current + 1 else None)
                self.block, self.fresh, current = self.blocks[at], True, at
            self._read(m.group(), start, m.end())
            self.fresh = False
        self._leave(None)
        return tuple(_nest(self.found))

    # -- one mark ---------------------------------------------------------------------------------------------

    def _read(self, mark: str, start: int, end: int) -> None:
        opens, closes = self._judge(mark, start, end)
        if self.fresh and self.owed is not None:
            self._take_up(opens, start)
            if opens and self.stack:
                self.stack[-1].outer, self.stack[-1].start, self.stack[-1].mark = start, end, mark
                return
        if closes and self._close(mark, start, end):
            return
        if opens:
            self._open(mark, start, end)

    def _judge(self, mark: str, start: int, end: int) -> tuple[bool, bool]:
        """May it open, may it close: by the mark itself, else by the characters around it."""
        before = self.text[start - 1] if start > self.block.start else " "
        after = self.text[end] if end < self.block.end else " "
        if mark in "“„‟``‚" and mark != "`":
            stray = before not in " \t\n\xa0" and not after.isalnum() and mark == "“"
            return not stray, stray
        if mark == "”":
            return before.isspace() and after.isalnum() and not self._is_open("double"), True
        if mark in "«»‹›":
            opens = (mark in "»›") is self.reversed
            return opens and not (self.reversed and after.isspace()), not opens
        if mark in "‘'’":
            return self._judge_single(mark, before, after, end)
        can_open = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
        can_close = not before.isspace() and before not in "([{"
        return self._judge_straight(can_open, can_close, before, after)

    def _judge_straight(self, can_open: bool, can_close: bool, before: str, after: str) -> tuple[bool, bool]:
        if self._is_open("double"):
            if can_open and can_close:
                return after.isalnum() and before in "‘'“„\"", not after.isalnum()
            return can_open, can_close or not can_open
        if not can_open and can_close and after.isalnum() and not before.isdigit():
            return True, False  # the space before an opening mark is missing: said,"We
        return can_open or not can_close, can_close and not can_open

    def _judge_single(self, mark: str, before: str, after: str, end: int) -> tuple[bool, bool]:
        opens = mark != "’" and not before.isalnum() and not after.isspace() and not self._is_elision(end)
        closes = mark != "‘" and not before.isspace() and not after.isalnum()
        if opens and closes:
            return not self._is_open("single"), self._is_open("single")
        return opens, closes

    def _is_elision(self, end: int) -> bool:
        """'em, '90s: an apostrophe that stands for what was left out."""
        m = _ELISION.match(self.text, end, end + 8)
        return m is not None and (m.group(1) is None or m.group(1).lower() in words("elisions"))

    def _is_open(self, family: str) -> bool:
        return any(_FAMILY.get(o.mark) == family for o in self.stack[-_DEPTH:])

    def _open(self, mark: str, start: int, end: int) -> None:
        if self.stack:
            top = self.stack[-1]
            if _FAMILY.get(mark) == "single" and _FAMILY.get(top.mark) == "single":
                if top.weak >= 0:
                    self._emit(self.stack.pop(), top.weak, top.weak + 1)
                elif not self.single_dialogue:
                    self.stack.pop()
            elif top.mark == mark and top.cut < 0:
                top.cut = start
        self.chains += 1
        self.stack.append(_Open(start, end, mark, self.chains, False))

    def _close(self, mark: str, start: int, end: int) -> bool:
        """Close the opening mark that `mark` answers; False if there is none."""
        near = self.stack[-_DEPTH:]
        at = next((i for i in range(len(near) - 1, -1, -1) if mark in _CLOSERS[near[i].mark]), -1)
        family = _FAMILY.get(mark)
        if at < 0 and family == "double":
            at = next((i for i in range(len(near) - 1, -1, -1) if _FAMILY.get(near[i].mark) == family), -1)
        if at < 0:
            return False
        opened = near[at]
        if family == "single":
            window = WINDOW if self.single_dialogue else _SINGLE_WINDOW
            if start - opened.start > window:
                del self.stack[at - len(near)]
                return False
            if _is_plural(self.text, start, end):
                opened.weak = start if opened.weak < 0 else opened.weak
                return True
        for _ in range(len(near) - at - 1):
            self._abandon(self.stack.pop(), start)
        self.stack.pop()
        if start - opened.start > WINDOW:
            self._abandon(opened, start)
        else:
            self._emit(opened, start, end)
        return True

    # -- paragraphs -------------------------------------------------------------------------------------------

    def _take_up(self, opens: bool, start: int) -> None:
        """The first mark of a block answers what the block before left open, or it was never closed."""
        owed, self.owed = self.owed, None
        assert owed is not None
        if (opens and start == self.block.start) or not opens:
            at = self.block.start
            self.stack.append(_Open(at, at, owed.marks[0], owed.chain, True))
        else:
            self._mark_unclosed(owed)

    def _leave(self, following: Block | None) -> None:
        """End a block: what is still open is owed by the next block if that one follows at once."""
        if self.owed is not None:
            self._mark_unclosed(self.owed)
            self.owed = None
        end = self.block.end
        for i, opened in enumerate(self.stack):
            last = i == len(self.stack) - 1
            speech = _FAMILY.get(opened.mark) != "single" or (self.single_dialogue and opened.weak < 0)
            if speech and last and opened.cut < 0 and following is not None and end - opened.start <= WINDOW:
                self.owed = self._emit(opened, end, end)
            else:
                self._abandon(opened, end)
        self.stack.clear()

    def _mark_unclosed(self, owed: Quotation) -> None:
        i = next(i for i in range(len(self.found) - 1, -1, -1) if self.found[i] is owed)
        if owed.marks in ("»", "›", "‘", "'"):
            del self.found[i]  # more likely a bullet or an apostrophe
        else:
            self.found[i] = owed._replace(unclosed=True)

    def _abandon(self, opened: _Open, end: int) -> None:
        """No closing mark: cut at the next opening one, at the window or at `end`."""
        if opened.weak >= 0:
            self._emit(opened, opened.weak, opened.weak + 1)
        elif _FAMILY.get(opened.mark) == "double" or opened.mark in "«‹":
            end = opened.cut if opened.cut >= 0 else end
            if end - opened.start > WINDOW:
                space = self.text.rfind(" ", opened.start, opened.start + WINDOW)
                end = space if space > 0 else opened.start + WINDOW
            while end > opened.start and self.text[end - 1].isspace():
                end -= 1
            self._emit(opened, end, end, unclosed=True)

    def _emit(self, opened: _Open, end: int, outer_end: int, unclosed: bool = False) -> Quotation | None:
        if end <= opened.start:
            return None
        marks = opened.mark + self.text[end:outer_end]
        q = Quotation(opened.start, end, opened.outer, outer_end, marks, 0, opened.chain, opened.continues, unclosed)
        self.found.append(q)
        return q


def _nest(found: list[Quotation]) -> list[Quotation]:
    """In order of their start, with the depth of each; deeper than `_DEPTH` is dropped."""
    found.sort(key=lambda q: (q.outer_start, -q.outer_end))
    ends: list[int] = []
    out = []
    for q in found:
        while ends and ends[-1] <= q.outer_start:
            ends.pop()
        if len(ends) < _DEPTH:
            out.append(q._replace(depth=len(ends)) if ends else q)
        ends.append(q.outer_end)
    return out


def _is_plural(text: str, start: int, end: int) -> bool:
    """An apostrophe after s (voters’ choice) or a dropped g (goin’ home) rather than a closing mark."""
    after = text[end : end + 2]
    if len(after) < 2 or not after[0].isspace() or not after[1].isalpha():
        return False
    tail = text[max(0, start - 2) : start]
    return tail.endswith("s") or (tail in ("in", " o", "an", "th") and after[1].islower())


def _opens_outwards(text: str) -> bool:
    """»so«, as in German and Danish books, rather than «so»."""
    return len(re.findall(r"(?<!\S)[»›]\w", text)) > len(re.findall(r"[«‹]\s?\w", text))


def _has_single_openers(text: str) -> bool:
    return "‘" in text or "‚" in text or re.search(r"(?<![\w'’])'(?!['\s])", text) is not None


def _speaks_in_singles(text: str) -> bool:
    """Single marks open more speech than double ones do (British books)."""
    singles = len(re.findall(r"(?<!\S)(?:‘|'(?=[A-Z]))(?=\w)", text))
    return singles > 2 * len(re.findall(r"(?<!\S)(?:[“„«\"]|''|``)(?=\w)", text))


__all__ = ["WINDOW", "Quotation", "pair_marks"]
