"""What the tagger looks at: for each token of an island a tuple of keys, for each key its feature names.

A key is a small value (a word form, a number); the features of a key never change, so that their summed weights
are computed once per key and kept. Training expands the same keys into the same names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from docscan.text.names.gazetteers import FLAG, FLAGS, Lexicon, Word
from docscan.text.names.islands import Island, Token

Key = Any
Keys = tuple[Key, ...]
Group = Callable[[Lexicon, Key], list[str]]

START = "<s>"
_CONTEXT = re.compile(r"['’][sS]\b|[^\W_]+(?:[.'’-][^\W_]+)*|[^\w\s]")
_SIDE = 4  # words looked at on either side of an island
_REACH = 44  # characters looked at on either side of an island
_PHRASE = 6  # words in the longest gazetteer name
NAMED = ~(FLAG["phrase"] | FLAG["function"] | FLAG["role"] | FLAG["calendar"])
_PLACE_CUES = frozenset(("in", "at", "near", "from", "into", "outside", "across"))
_LINKING = frozenset(("of", "for", "and", "in"))
_UNMARKED = [(0, "")]


def shape(form: str) -> str:
    """The shape of a word: capitals X, small letters x, digits 0, at most two of a kind in a row."""
    out: list[str] = []
    for c in form[:12]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return "".join(out)


@cache
def flag_names(flags: int) -> tuple[str, ...]:
    """The names of the bits set in `flags`."""
    return tuple(name for name in FLAGS if flags & FLAG[name])


def _known(word: Word, at: str) -> list[str]:
    found = [f"{at}g={name}" for name in flag_names(word.flags)]
    if word.fine:
        found += [f"{at}f={word.fine}", f"{at}m={word.middle}", f"{at}c={word.coarse}"]
    return found


def _own(lexicon: Lexicon, form: str) -> list[str]:
    word = lexicon.word(form)
    low = form.lower()
    found = ["0", f"0w={form}", f"0l={low}", f"0s={shape(form)}", f"0k={word.case}", f"0n={min(len(form), 9)}"]
    found += [f"0p={low[:2]}", f"0p={low[:3]}", f"0p={low[:4]}", f"0x={low[-2:]}", f"0x={low[-3:]}", f"0x={low[-4:]}"]
    found.append(f"0gg={word.flags & NAMED:x}")
    return found + _known(word, "0")


def _near(at: str) -> Group:
    def features(lexicon: Lexicon, form: str) -> list[str]:
        word = lexicon.word(form)
        return [
            f"{at}w={form}",
            f"{at}s={shape(form)}",
            f"{at}k={word.case}",
            f"{at}x={form[-3:]}",
            *_known(word, at),
        ]

    return features


def _far(at: str) -> Group:
    def features(lexicon: Lexicon, form: str) -> list[str]:
        return [f"{at}w={form}", *_known(lexicon.word(form), at)]

    return features


def _head(lexicon: Lexicon, form: str) -> list[str]:
    return [f"hw={form}", f"hs={shape(form)}", f"hx={form[-3:].lower()}", *_known(lexicon.word(form), "h")]


def _place(lexicon: Lexicon, place: int) -> list[str]:
    return [f"at={place}", f"at={place & 1}:{place >> 3 & 3}", f"at={place >> 1 & 1}:{place >> 2 & 1}"]


def _marks(lexicon: Lexicon, mark: tuple[int, str]) -> list[str]:
    return [f"z={mark[1]}:{name}" for name in flag_names(mark[0])]


def _pair(at: str) -> Group:
    def features(lexicon: Lexicon, pair: tuple[int, int]) -> list[str]:
        return [f"{at}={pair[0]}:{pair[1]}"]

    return features


def _before(lexicon: Lexicon, pair: tuple[str, str]) -> list[str]:
    kind = lexicon.word(pair[0])
    return [f"<<={pair[0]} {pair[1]}", f"<<m={kind.middle} {pair[1]}", f"<<c={kind.coarse} {pair[1]}"]


def _after(lexicon: Lexicon, pair: tuple[str, str]) -> list[str]:
    kind = lexicon.word(pair[1])
    return [f">>={pair[0]} {pair[1]}", f">>m={pair[0]} {kind.middle}", f">>c={pair[0]} {kind.coarse}"]


def _bag(at: str) -> Group:
    def features(lexicon: Lexicon, form: str) -> list[str]:
        word = lexicon.word(form)
        return [f"{at}w={form}", f"{at}f={word.fine}", f"{at}m={word.middle}"]

    return features


def _evidence(lexicon: Lexicon, mask: int) -> list[str]:
    return [f"e={mask}", *(f"eb={i}" for i in range(8) if mask >> i & 1)]


TOKEN_GROUPS: tuple[Group, ...] = (
    _own, _near("-"), _near("+"), _far("--"), _far("++"), _place, _marks, _pair("cl"), _pair("cr"), _evidence,
)  # fmt: skip
ISLAND_GROUPS: tuple[Group, ...] = (
    _head, _far("^"), _far("<"), _far(">"), _before, _after, _pair("cx"),
    *[_bag("<<<")] * (_SIDE - 2), *[_bag(">>>")] * (_SIDE - 2),
)  # fmt: skip


def outer_words(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The `_SIDE` words or marks before `start` and after `end`; `START` where a paragraph begins or ends."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    if "\n\n" in before:
        before = before[before.rindex("\n\n") :]
    if "\n\n" in after:
        after = after[: after.index("\n\n")]
    left = ["0" if w[0].isdigit() else w for w in _CONTEXT.findall(before)[-_SIDE:]]
    right = ["0" if w[0].isdigit() else w for w in _CONTEXT.findall(after)[:_SIDE]]
    return [START] * (_SIDE - len(left)) + left, right + [START] * (_SIDE - len(right))


def join_forms(tokens: Iterable[Token]) -> str:
    """The forms in a row as one name: a space between words, none before "'s" or round a hyphen."""
    return " ".join(t.form for t in tokens).replace(" '", "'").replace(" - ", "-")


def mark_phrases(island: Island, lexicon: Lexicon) -> list[tuple[int, str]]:
    """For each token (flags, B/I/E) of the longest gazetteer name of several words that covers it; (0, "") else."""
    tokens = island.tokens
    marks: list[tuple[int, str]] = [(0, "")] * len(tokens)
    i = 0
    while i < len(tokens) - 1:
        step = 1
        if lexicon.word(tokens[i].form).flags & FLAG["phrase"]:
            for j in range(min(len(tokens), i + _PHRASE), i + 1, -1):
                flags = lexicon.flags(join_forms(tokens[i:j]))
                if flags & NAMED:
                    marks[i:j] = [(flags, "B"), *[(flags, "I")] * (j - i - 2), (flags, "E")]
                    step = j - i
                    break
        i += step
    return marks


def gather_evidence(text: str, islands: list[Island], vocabulary: set[str], lexicon: Lexicon) -> dict[str, int]:
    """What the document shows about each capitalised form: bits by form.

    0 stands in lower case too · 1 capitalised inside a sentence · 2 after a title or given name · 3 in a run with
    an organisation's head · 4 alone after "in", "at" … · 5 before "said", "who", "'s" · 6 seen twice or more.
    """
    person = FLAG["title"] | FLAG["given_m"] | FLAG["given_f"]
    organisation = FLAG["organisation_head"] | FLAG["suffix"]
    found: dict[str, int] = {}
    for island in islands:
        tokens = island.tokens
        flags = [lexicon.word(t.form).flags for t in tokens]
        headed = 8 if len(tokens) > 1 and any(f & organisation for f in flags) else 0
        last = len(tokens) - 1
        for i, token in enumerate(tokens):
            form = token.form
            bits = found.get(form, -1)
            if bits < 0:
                bits = 1 if form.lower() in vocabulary else 0
            else:
                bits |= 64
            if i or not island.initial:
                bits |= 2
            if i and flags[i - 1] & person:
                bits |= 4
            bits |= headed
            found[form] = bits
        if text[tokens[last].end : tokens[last].end + 5].lstrip(", ").startswith(("said", "who", "'s", "’s", "told")):
            found[tokens[last].form] |= 32
        if last == 0:
            start = tokens[0].start
            if text[max(0, start - 8) : start].rpartition(" ")[0].rpartition(" ")[2] in _PLACE_CUES:
                found[tokens[0].form] |= 16
    return found


class Sight(NamedTuple):
    """What the tagger sees of an island: keys of ISLAND_GROUPS, and for each token keys of TOKEN_GROUPS."""

    island: Keys
    tokens: list[Keys]


def describe(text: str, island: Island, evidence: dict[str, int], lexicon: Lexicon) -> Sight:
    """The keys of `island` and of every token of it."""
    tokens = island.tokens
    n = len(tokens)
    left, right = outer_words(text, tokens[0].start, tokens[-1].end)
    own = [t.form for t in tokens]
    forms = [*left[-2:], *own, *right[:2]]
    coarse = [word.coarse for word in map(lexicon.word, forms[1:-1])]
    shared = (
        find_head(tokens), own[0], left[-1], right[0], (left[-2], left[-1]), (right[0], right[1]),
        (coarse[0], coarse[-1]), *left[:-2], *right[2:],
    )  # fmt: skip
    size, initial = min(n - 1, 3) << 3, island.initial
    places = [size] * n
    places[0] += initial | 2
    places[-1] += 4
    known = [evidence.get(form, 0) for form in own]
    known[0] |= initial << 7
    marks = mark_phrases(island, lexicon) if n > 1 else _UNMARKED
    pairs = list(pairwise(coarse))
    return Sight(
        shared,
        list(zip(own, forms[1:], forms[3:], forms, forms[4:], places, marks, pairs, pairs[1:], known, strict=False)),
    )


def find_head(tokens: tuple[Token, ...]) -> str:
    """The word that says what the name is: the last capitalised one before a linking word."""
    for k in range(1, len(tokens)):
        if tokens[k].form in _LINKING:
            return tokens[k - 1].form
    return next((t.form for t in reversed(tokens) if t.form[0].isupper()), tokens[-1].form)
