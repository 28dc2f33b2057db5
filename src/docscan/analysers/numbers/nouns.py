"""What a figure counts: a short walk over the words behind it, to the first plural, with no tagger."""

from __future__ import annotations

from functools import cache

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.number_words import past_repeat
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    ORDINALS,
    PARTS,
    PLURALS,
    SMALL,
    TENS,
    WEEKDAYS,
    members,
)
from docscan.lexicons import mapping, words

_WIDTH = 6
_FULL_LINE = 45  # a wrapped line is longer
_ROW = 120  # as far back as the cells of a row are looked for
_QUOTES = frozenset('"“‘')
_MARKS = frozenset('"”')
_SPEAKERS = frozenset({"i", "he", "she", "it", "we", "you", "they", "who", "that", "there", "here", "what"})
_OBJECTS = frozenset({"him", "it", "me", "them", "us"})
_RELATED = frozenset({"time", "thing", "day", "year", "way", "reason", "place"})  # a clause may follow at once
_ADJECTIVAL = ("al", "ive", "ous", "ary", "ic", "able", "ible", "ful")
_COUNTING = frozenset({"cardinal", "ordinal", "ratio", "fraction", "percent", "quantity"})


def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in members("irregular") or (word[-3:] == "men" and len(word) > 5 and word not in members("not_plural")):
        return True
    if word[-1:] != "s" or len(word) < 3 or word[-2:] in ("ss", "us", "is", "'s", "’s"):
        return False
    return word not in members("not_plural")


def is_stop(word: str) -> bool:
    """Whether no noun phrase goes on over `word`."""
    return word in _stops()


def is_pronoun(word: str) -> bool:
    """Whether `word` is a pronoun run together with its verb: "he's", "they’ve"."""
    mark = word.find("'") if "'" in word else word.find("’")
    return mark > 0 and word[:mark] in _SPEAKERS


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
    if (t.word[d.start] == "first" and _adverb(t, d.left - 1, j)) or (d.value and _labelled(t, d.left - 1)):
        return None
    if (t.word[j] in DASHES and t.touches(j)) or _in_column(t, j):
        return None
    j = past_repeat(t, j, d.value)
    partitive = t.word[j] == "of"
    if not partitive and d.kind in ("percent", "quantity"):
        return None
    j = _skip_determiners(t, j + partitive, partitive or d.kind == "fraction")
    if j < 0 or (d.kind == "fraction" and j == d.right and t.word[j] not in members("shared")):
        return None
    one = d.value is not None and d.value in ((1, 1), (0, 1)) and d.right == d.end
    single = not partitive and (d.kind == "ordinal" or one)
    found = _walk(t, j, single, partitive, d.kind == "cardinal" and d.value != (1, 1))
    if found is None:
        return None
    first, head, end = found
    if t.word[first - 1] in _QUOTES and not _MARKS.isdisjoint(t.word[first:end]):
        first -= 1  # 27 "at-large" delegates
    if d.form == "digits" and not d.scaled and not partitive and not _fits(t, d, end):
        return None
    if t.word[end - 1].endswith(("'s", "’s")) or (
        d.form == "vague" and not partitive and not plural(t.word[end - 1])
    ):
        return None
    return t.start[first], t.end[end - _unstopped(t, end)], t.start[head]


def _unstopped(t: Tokens, end: int) -> int:
    """0 where the stop at token `end` belongs to an abbreviation inside a sentence ("177 St. to"), else 1."""
    stop = t.word[end] == "." and t.touches(end) and t.raw[end + 1].islower()
    return 0 if stop and t.word[end - 1] in mapping("abbreviations") else 1


def _adverb(t: Tokens, before: int, after: int) -> bool:
    """Whether "first" between the tokens tells when: it was first reported, when he first came."""
    passive = t.word[before] in members("be") and t.word[after].endswith("ed")
    return passive or t.word[before] in members("before_adverb")


def _labelled(t: Tokens, i: int) -> bool:
    """Whether the word at `i` makes a label of the figure: Game 3 of the series, the No. 2 executive, number one."""
    if t.word[i] == "." and t.word[i - 1] in ("no", "nos"):
        return True
    bare = t.word[i - 1] not in ORDINALS and t.word[i - 1] not in members("determiners")
    return t.word[i] in ("number", "magnitude") or (bare and t.word[i] in members("labelled"))


def _fits(t: Tokens, d: Draft, end: int) -> bool:
    """Whether the noun that ends at token `end` can be counted by `d`: no quotation of 120.90 counts anything."""
    return d.value is None or d.value.whole or plural(t.word[end - 1])


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
        if t.numeral(j - 1) and t.touches(j) and t.word[j].isalpha():
            return -1  # the first half of the 20th century
    return j


def _walk(t: Tokens, j: int, single: bool, partitive: bool, compound: bool = False) -> tuple[int, int, int] | None:
    """First token, first token of the head, and end of the noun phrase at `j`; hyphenated words are one.

    `single`: one thing is counted; `compound`: a plural may modify another ("two teachers unions").
    """
    if t.word[j] in _QUOTES and not partitive:
        j += 1
    heads: list[int] = []
    at = j
    while len(heads) < _WIDTH:
        if heads and (past := _past_link(t, at, single)) > at:
            at = past
            continue
        end = _word_end(t, at)
        last = t.word[end - 1]
        if t.word[at] in TENS and last in SMALL:
            break  # fifty-four twenty-two
        nominal = single and heads and last in members("nominal") and not plural(last)  # a sixth straight win
        if end == at or (end == at + 1 and not nominal and _ends_phrase(t, at, bool(heads), single or partitive)):
            break
        if single and heads and _stands_apart(t, at):
            break
        if single and plural(last) and last not in members("attributive") and last not in members("irregular"):
            if heads and (t.capital(j - 1) or not (t.capital(at) and t.capital(at - 1))):
                break  # but his fourth Winter Games
            if not heads and not (t.capital(at) and is_content(t, end)):
                return None
        heads.append(at)
        at = end
        if not single and plural(last) and not _goes_on(t, at, last, compound):
            return j, heads[-1], at
    while heads and t.word[heads[-1]].endswith(("ly", "ed")) and len(t.word[heads[-1]]) > 4:
        at = heads.pop()
    if not heads or (len(heads) == 1 and _no_noun(t, heads[0], single or partitive)):
        return None
    head = heads[-1] if single or partitive else _without_plural(t, heads)
    return None if head < 0 else (j, head, _word_end(t, head))


def _begins_name(t: Tokens, at: int) -> bool:
    """Whether a name stands by itself at token `at`, so that no noun follows it: not the "first Calder book"."""
    end = at
    while t.capital(end) and end < at + _WIDTH:
        end = _word_end(t, end)
    return not is_content(t, end) or t.word[at - 1] in _RELATED


def _stands_apart(t: Tokens, at: int) -> bool:
    """Whether the word at `at` is no part of what ends before it.

    A name behind a noun ("the one thing Calder has"), a verb behind a numbered place ("the 19th District deserves").
    """
    last = t.word[at - 1]
    if t.capital(at - 1):
        return t.raw[at].islower() and (last == "district" or last in members("streets"))
    return t.capital(at) and _begins_name(t, at)


def _past_link(t: Tokens, at: int, single: bool) -> int:
    """The token after what joins two words of one noun phrase at token `at`, else `at`."""
    word = t.word[at]
    if word in ("and", "or") and not single and is_content(t, at + 1):
        return at + 1
    if word in DASHES and t.touches(at) and t.word[at + 1] in ("and", "or"):
        return at + 2  # large- and medium-sized
    short = t.word[at - 1] in members("shortened") or len(t.word[at - 1]) == 1
    if word == "." and short and t.touches(at) and t.capital(at - 1) and t.capital(at + 1):
        return at + 1  # two dozen of Sen. Calder's allies, three former Anna B. Calder aides
    if word in _MARKS and t.touches(at) and not t.touches(at + 1) and is_content(t, at + 1) and not single:
        return at + 1  # 27 "at-large" delegates
    if word == "(" and t.word[at + 2] == ")" and t.word[at + 1].isalpha() and t.touches(at + 1) and t.touches(at + 2):
        return at + 3  # five frozen (thawed) loaves
    return at


def _no_noun(t: Tokens, at: int, narrow: bool) -> bool:
    """Whether the only word found, at token `at`, is no noun."""
    word = t.word[at]
    no_noun = word in members("comparisons") or word in members("trailing")
    return no_noun or (not narrow and word.endswith("ing"))


def _without_plural(t: Tokens, heads: list[int]) -> int:
    """The head of a phrase that has no plural, -1 if it cannot be one: the number goes with the word beside it.

    A 5 star review; but a 12.9 million annual rate, the 311 Gas Transport Agreement, and no noun in "the two live".
    """
    first = heads[0]
    lead, before = t.word[first - 1], t.word[first - 2]
    verb = t.word[first].endswith(("ed", "ing", "ly")) or t.word[first] in members("verbs")
    if verb or (lead in SMALL and before in members("pointing")):
        return -1
    last = 0
    if t.capital(first) and not t.raw[first].isupper():
        while last + 1 < len(heads) and t.capital(heads[last + 1]):
            last += 1
    elif len(heads) > 1 and (t.word[first].endswith(_ADJECTIVAL) or t.word[first + 1] in DASHES):
        last = 1
    return heads[last]


def _word_end(t: Tokens, at: int) -> int:
    """The token after the word at `at`, its hyphenated parts included; `at` itself where no word stands."""
    if not t.word[at][:1].isalpha():
        return at
    end = at + 1
    while t.touches(end) and t.touches(end + 1) and t.word[end + 1].isalpha():
        if t.word[end] not in DASHES and (t.word[end] != "/" or is_stop(t.word[end + 1])):
            break
        end += 2
    return end


def is_content(t: Tokens, at: int) -> bool:
    """Whether token `at` is a word that carries meaning, no function word."""
    return t.word[at].isalpha() and not is_stop(t.word[at])


def _ends_phrase(t: Tokens, at: int, begun: bool, narrow: bool) -> bool:
    """Whether the word at `at` is no part of the phrase: a function word, a number, a trailing participle."""
    word = t.word[at]
    if word in WEEKDAYS and begun and t.capital(at - 1) and is_content(t, at + 1):
        return False  # 139 Super Tuesday delegates
    cuts = not narrow and word in members("nominal") and plural(word)
    if is_stop(word) and not (t.raw[at].isupper() and len(word) > 1) and not cuts:
        return True
    if is_pronoun(word):
        return True  # the one reason he's here
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
    trailing = trailing or word in members("trailing")
    return word in ORDINALS or (trailing and not is_content(t, at + 1))


def _goes_on(t: Tokens, at: int, word: str, compound: bool) -> bool:
    """Whether the plural `word` only modifies another plural: "Starbucks locations", "teachers unions"."""
    after = t.word[at]
    if not t.raw[at].islower() or not plural(after) or is_stop(after):
        return False
    if t.capital(at - 1) or word in members("attributive"):
        return True
    beyond = t.word[at + 1]  # "200 guns means 10 tons": what has an object is a verb
    verb = t.numeral(at + 1) or (beyond != "that" and beyond in members("determiners")) or beyond in _OBJECTS
    return compound and word[-1:] == "s" == after[-1:] and not verb


def counts_something(t: Tokens, j: int) -> bool:
    """Whether a plural noun phrase begins at token `j`."""
    found = _walk(t, j, False, False)
    return found is not None and plural(t.word[found[2] - 1])
