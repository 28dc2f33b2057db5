"""What the tagger looks at: for each token of an island a tuple of keys, for each key its features.

A key is a small value (a word form, a number). It has features of its own, and those that it shares with all words
that have a facet like it (a cluster, a shape, an ending). The features of a key or a facet never change, so that
their summed weights are computed once and kept. Training expands the same keys into the same names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from docscan.text.names.gazetteers import FLAG, FLAGS, Lexicon
from docscan.text.names.islands import Island, Token

Key = Any
Keys = tuple[Key, ...]
Fields = Callable[[Lexicon, Key], tuple[Any, ...]]


class Group(NamedTuple):
    """One kind of key: `names` gives the features that it alone has, `facets` those of its `fields`, one by one."""

    names: Callable[[Key], list[str]]
    facets: tuple[Group, ...] = ()
    fields: Fields = lambda lexicon, form: lexicon.word(form)

    def expand(self, lexicon: Lexicon, key: Key) -> list[str]:
        """All features of `key`."""
        fields = self.fields(lexicon, key) if self.facets else ()
        shared = [name for facet, value in zip(self.facets, fields, strict=False) for name in facet.names(value)]
        return self.names(key) + shared


START = "<s>"
_CONTEXT = re.compile(r"'[sS]\b|[^\W_]+(?:[.'-][^\W_]+)*|[^\w\s]")
_SIDE = 4  # words looked at on either side of an island
_REACH = 44  # characters looked at on either side of an island
_PHRASE = 6  # words in the longest gazetteer name
NAMED = ~(FLAG["phrase"] | FLAG["function"] | FLAG["role"] | FLAG["calendar"])
_PLACE_CUES = frozenset(("in", "at", "near", "from", "into", "outside", "across"))
_INNER = re.compile(r" \" (.{1,40}?) \" ")
_LINKING = frozenset(("of", "for", "and", "in"))
_UNMARKED = (0, "")


@cache
def flag_names(flags: int) -> tuple[str, ...]:
    """The names of the bits set in `flags`."""
    return tuple(name for name in FLAGS if flags & FLAG[name])


def _one(name: str) -> Group:
    """Keys that are one feature, whatever their value."""
    return Group(lambda value: [f"{name}={value}"])


def _kin(at: str) -> tuple[Group, ...]:
    """The facets of a word that is known: its clusters, its flags."""
    return (
        Group(lambda fine: [f"{at}f={fine}"] if fine else []),
        Group(lambda middle: [f"{at}m={middle}"] if middle is not None else []),
        Group(lambda coarse: [f"{at}c={coarse}"] if coarse else []),
        Group(lambda flags: [f"{at}g={name}" for name in flag_names(flags)]),
    )


def _word(at: str, *more: Group) -> Group:
    """A word, with what is known of it and `more` of its facets."""
    return Group(lambda form: [f"{at}w={form}"], (*_kin(at), *more))


def _near(at: str) -> Group:
    return _word(at, _one(f"{at}s"), _one(f"{at}x"), _one(f"{at}k"))


def _own() -> Group:
    *clusters, flags = _kin("0")
    facets = (
        *clusters,
        Group(lambda value: [*flags.names(value), f"0gg={value & NAMED:x}"]),
        _one("0s"),
        Group(lambda ending: []),
        Group(lambda case: ["0", f"0k={case}"]),
        _one("0n"),
        *[_one("0p")] * 3,
        *[_one("0x")] * 3,
    )
    return Group(lambda form: [f"0w={form}", f"0l={form.lower()}"], facets, _letters)


def _letters(lexicon: Lexicon, form: str) -> tuple[Any, ...]:
    """The fields of a word, its form replaced by its size and its letters at either end."""
    low = form.lower()
    return *lexicon.word(form)[:-1], min(len(form), 9), low[:2], low[:3], low[:4], low[-2:], low[-3:], low[-4:]


def _bag(at: str) -> Group:
    return Group(lambda form: [f"{at}w={form}"], (_one(f"{at}f"), Group(lambda middle: [f"{at}m={middle or 0}"])))


def _pair(at: str) -> Group:
    return Group(lambda pair: [f"{at}={pair[0]}:{pair[1]}"])


def _row(at: str) -> Group:
    return Group(lambda pair: [f"{at}={pair[0]} {pair[1]}"])


def _before(lexicon: Lexicon, pair: tuple[str, str]) -> tuple[Any, ...]:
    first = lexicon.word(pair[0])
    return (first.middle or 0, pair[1]), (first.coarse, pair[1])


def _after(lexicon: Lexicon, pair: tuple[str, str]) -> tuple[Any, ...]:
    second = lexicon.word(pair[1])
    return (pair[0], second.middle or 0), (pair[0], second.coarse)


def _place(place: int) -> list[str]:
    return [f"at={place}", f"at={place & 1}:{place >> 3 & 3}", f"at={place >> 1 & 1}:{place >> 2 & 1}"]


def _marks(mark: tuple[int, str]) -> list[str]:
    return [f"z={mark[1]}:{name}" for name in flag_names(mark[0])]


def _evidence(mask: int) -> list[str]:
    return [f"e={mask}", *(f"eb={i}" for i in range(8) if mask >> i & 1)]


OWN = _own()
TOKEN_GROUPS = (
    OWN, _near("-"), _near("+"), _word("--"), _word("++"),
    Group(_place), Group(_marks), _pair("cl"), _pair("cr"), Group(_evidence),
)  # fmt: skip
ISLAND_GROUPS = (
    _word("h", _one("hs"), Group(lambda ending: [f"hx={ending.lower()}"])), _word("^"), _word("<"), _word(">"),
    Group(_row("<<").names, (_row("<<m"), _row("<<c")), _before),
    Group(_row(">>").names, (_row(">>m"), _row(">>c")), _after), _pair("cx"),
    *[_bag("<<<")] * (_SIDE - 2), *[_bag(">>>")] * (_SIDE - 2),
)  # fmt: skip


def outer_words(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The `_SIDE` words or marks before `start` and after `end`; `START` where a paragraph begins or ends."""
    low, high = max(0, start - _REACH), end + _REACH
    paragraph, stop = text.rfind("\n\n", low, start), text.find("\n\n", end, high)
    before = _CONTEXT.findall(text, low if paragraph < 0 else paragraph, start)
    after = _CONTEXT.findall(text, end, high if stop < 0 else stop)
    left = ["0" if w[0].isdigit() else w for w in before[-_SIDE:]]
    right = ["0" if w[0].isdigit() else w for w in after[:_SIDE]]
    return [START] * (_SIDE - len(left)) + left, right + [START] * (_SIDE - len(right))


def join_forms(tokens: Iterable[Token]) -> str:
    """The forms in a row as one name: as they stand where a mark joins them, else a space between words."""
    forms = [t.form for t in tokens]
    joined = " ".join(forms).replace(" 's", "'s").replace(" - ", "-").replace(" ,", ",").replace(" ' ", "' ")
    return _INNER.sub(r' "\1" ', joined) if '"' in forms else joined


def mark_phrases(island: Island, lexicon: Lexicon) -> list[tuple[int, str]]:
    """For each token (flags, B/I/E) of the longest gazetteer name of several words that covers it; (0, "") else."""
    tokens = island.tokens
    marks: list[tuple[int, str]] = [_UNMARKED] * len(tokens)
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
    for tokens, initial in islands:
        alone = len(tokens) == 1
        headed = 8 if not alone and any(lexicon.word(t.form).flags & organisation for t in tokens) else 0
        more = headed if initial else headed | 2
        for _, _, form in tokens:
            bits = found.get(form)
            found[form] = more | (form.lower() in vocabulary if bits is None else bits | 64)
            if not alone:
                more = headed | (6 if lexicon.word(form).flags & person else 2)
        end = tokens[-1].end
        if text[end : end + 5].lstrip(", ").startswith(("said", "who", "'s", "told")):
            found[form] |= 32
        if alone:
            start = tokens[0].start
            if text[max(0, start - 8) : start].rpartition(" ")[0].rpartition(" ")[2] in _PLACE_CUES:
                found[form] |= 16
    return found


class Sight(NamedTuple):
    """What the tagger sees of an island: keys of ISLAND_GROUPS, and for each token keys of TOKEN_GROUPS."""

    island: Keys
    tokens: list[Keys]


def describe(text: str, island: Island, evidence: dict[str, int], lexicon: Lexicon) -> Sight:
    """The keys of `island` and of every token of it."""
    tokens, initial = island
    (l4, l3, l2, l1), (r1, r2, r3, r4) = outer_words(text, tokens[0].start, tokens[-1].end)
    own = [t.form for t in tokens]
    first, n = own[0], len(own)
    grains = [word.coarse for word in map(lexicon.word, (l1, *own, r1))]
    island_keys = (
        first if n == 1 else find_head(tokens), first, l1, r1, (l2, l1), (r1, r2), (grains[0], grains[-1]),
        l4, l3, r3, r4,
    )  # fmt: skip
    known = [evidence.get(form, 0) for form in own]
    known[0] |= initial << 7
    pairs = list(pairwise(grains))
    if n == 1:  # most islands; what follows comes to the same
        return Sight(island_keys, [(first, l1, r1, l2, r2, initial | 6, _UNMARKED, *pairs, known[0])])
    size = min(n - 1, 3) << 3
    places = [size] * n
    places[0] += initial | 2
    places[-1] += 4
    forms = [l2, l1, *own, r1, r2]
    marks = mark_phrases(island, lexicon)
    return Sight(
        island_keys,
        list(zip(own, forms[1:], forms[3:], forms, forms[4:], places, marks, pairs, pairs[1:], known, strict=False)),
    )


def find_head(tokens: tuple[Token, ...]) -> str:
    """The word that says what the name is: the last capitalised one before a linking word."""
    for k in range(1, len(tokens)):
        if tokens[k].form in _LINKING:
            return tokens[k - 1].form
    return next((t.form for t in reversed(tokens) if t.form[0].isupper()), tokens[-1].form)
