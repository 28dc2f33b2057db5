"""What a figure counts: a short walk over the words behind it, to the first plural, with no tagger."""

from __future__ import annotations

from functools import cache

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.vocabulary import CARDINALS, DASHES, ORDINALS, PARTS, PLURALS, WEEKDAYS, members
from docscan.lexicons import words

_WIDTH = 6
_FULL_LINE = 45  # a wrapped line is longer
_ROW = 120  # as far back as the cells of a row are looked for
_QUOTES = frozenset('"“‘')
_COUNTING = frozenset({"cardinal", "ordinal", "ratio", "fraction", "percent", "quantity"})


def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in members("irregular"):
        return True
    if word[-1:] != "s" or len(word) < 3 or word[-2:] in ("ss", "us", "is", "'s", "’s"):
        return False
    return word not in members("not_plural")


def is_stop(word: str) -> bool:
    """Whether no noun phrase goes on over `word`."""
    return word in _stops()


@cache
def _stops() -> frozenset[str]:
    return words("noun_stops") | WEEKDAYS


def find_noun(t: Tokens, d: Draft) -> tuple[int, int, int] | None:
    """Offsets (start, end, start of the head) of what `d` counts; None where nothing is counted."""
    if d.kind == "multiple" and t.word[d.end - 1] == "times":
        return t.start[d.end - 1], t.end[d.end - 1], t.start[d.end - 1]
    if d.kind not in _COUNTING or (d.kind == "ratio" and d.value is None):
        return None
    j = d.right
    if (t.word[j] in DASHES and t.touches(j)) or _in_column(t, j):
        return None
    partitive = t.word[j] == "of"
    if not partitive and d.kind in ("percent", "quantity"):
        return None
    if partitive:
        j += 1
    j = _skip_determiners(t, j, partitive or d.kind == "fraction")
    if j < 0:
        return None
    one = d.value is not None and d.value == (1, 1) and d.right == d.end
    single = not partitive and (d.kind == "ordinal" or one)
    found = _walk(t, j, single, partitive)
    if found is None:
        return None
    first, head, end = found
    if t.word[end - 1].endswith(("'s", "’s")) or (
        d.form == "vague" and not partitive and not plural(t.word[end - 1])
    ):
        return None
    return t.start[first], t.end[end - 1], t.start[head]


def _in_column(t: Tokens, j: int) -> bool:
    """Whether a short line, as of a table or a list, ends behind the figure before token `j`."""
    end = t.end[j - 1]
    if t.text.find("\n", end, t.start[j]) < 0:
        return False
    line = max(t.text.rfind("\n", max(0, end - _ROW), end), end - _ROW)
    if t.text.find("  ", max(0, line), end) >= 0 or t.text.find("\t", max(0, line), end) >= 0:
        return True
    return end - 1 - t.text.rfind("\n", max(0, end - _FULL_LINE), end) < _FULL_LINE and end > _FULL_LINE


def _skip_determiners(t: Tokens, j: int, wanted: bool) -> int:
    """The first token of the noun phrase after "of the 120 …"; -1 for a pronoun or a figure with its own unit."""
    if not wanted:
        return j
    while t.word[j] in members("determiners"):
        if t.word[j] in members("pronouns") and (t.word[j + 1] in _stops() or not t.word[j + 1].isalpha()):
            return -1
        j += 1
    if t.word[j] in members("pronouns"):
        return -1
    if t.word[j] in ("last", "past", "next", "first", "previous") and (
        t.numeral(j + 1) or t.word[j + 1] in CARDINALS
    ):
        j += 1
    while t.numeral(j) or (t.word[j] in CARDINALS and t.word[j] not in members("determiners")):
        j += 1
    return j


def _walk(t: Tokens, j: int, single: bool, partitive: bool) -> tuple[int, int, int] | None:
    """First token, first token of the head, and end of the noun phrase at `j`; hyphenated words are one."""
    if t.word[j] in _QUOTES and not partitive:
        j += 1
    heads: list[int] = []
    at = j
    while len(heads) < _WIDTH:
        end = _word_end(t, at)
        last = t.word[end - 1]
        if t.word[at] == "and" and heads and not single and t.word[at + 1].isalpha() and not is_stop(t.word[at + 1]):
            at += 1
            continue
        if heads and t.word[at] in DASHES and t.touches(at) and t.word[at + 1] in ("and", "or"):
            at += 2  # large- and medium-sized
            continue
        if end == at or (end == at + 1 and _ends_phrase(t, at, bool(heads), single or partitive)):
            break
        if single and heads and t.capital(at) and not t.capital(at - 1) and not is_content(t, end):
            break  # the one thing Calder has
        if single and plural(last) and last not in members("attributive") and last not in members("irregular"):
            if heads:
                break
            if not (t.capital(at) and is_content(t, end)):
                return None
        heads.append(at)
        at = end
        if not single and plural(last) and not _goes_on(t, at, last):
            return j, heads[-1], at
    while heads and t.word[heads[-1]].endswith(("ly", "ed")) and len(t.word[heads[-1]]) > 4:
        at = heads.pop()
    if not heads or (not single and not partitive and len(heads) == 1 and t.word[heads[0]].endswith("ing")):
        return None
    if len(heads) == 1 and t.word[heads[0]] in members("comparisons"):
        return None
    if not single and not partitive:
        heads = heads[:1]  # "a 5 star review": without a plural the number goes with the word beside it
    return j, heads[-1], _word_end(t, heads[-1])


def _word_end(t: Tokens, at: int) -> int:
    """The token after the word at `at`, its hyphenated parts included; `at` itself where no word stands."""
    if not t.word[at][:1].isalpha():
        return at
    end = at + 1
    while t.word[end] in DASHES and t.touches(end) and t.touches(end + 1) and t.word[end + 1].isalpha():
        end += 2
    return end


def is_content(t: Tokens, at: int) -> bool:
    """Whether token `at` is a word that carries meaning, no function word."""
    return t.word[at].isalpha() and not is_stop(t.word[at])


def _ends_phrase(t: Tokens, at: int, begun: bool, narrow: bool) -> bool:
    """Whether the word at `at` is no part of the phrase: a function word, a number, a trailing participle."""
    word = t.word[at]
    if is_stop(word) and not (t.raw[at].isupper() and len(word) > 1):
        return True
    if (
        (len(word) == 1 and t.raw[at].islower())
        or word in CARDINALS
        or word in PARTS
        or (word in PLURALS and (begun or word != "scores"))
    ):
        return True
    if not begun:
        return False
    trailing = (narrow and word.endswith("ed") and len(word) > 4) or word in members("participles")
    return word in ORDINALS or (trailing and not is_content(t, at + 1))


def _goes_on(t: Tokens, at: int, word: str) -> bool:
    """Whether the plural `word` only modifies another plural: "Starbucks locations", "sales jobs"."""
    after = t.word[at]
    modifies = t.capital(at - 1) or word in members("attributive")
    return modifies and t.raw[at].islower() and plural(after) and not is_stop(after)


def counts_something(t: Tokens, j: int) -> bool:
    """Whether a plural noun phrase begins at token `j`."""
    found = _walk(t, j, False, False)
    return found is not None and plural(t.word[found[2] - 1])
