"""Bearers: which mentions name the same person, body or place, and what its fullest name is.

People first by their full names, then the short forms by surname or given name, per mention, to the bearer named
last; bodies and places by form, alias, legal suffix, acronym, and by the nation that a short form leaves out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from docscan.lexicons import mapping, words
from docscan.text.names.gazetteers import FLAG, Lexicon

Tokens = tuple[str, ...]
_RIVALS = 8  # bearers of one surname that are kept apart; more are not weighed
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ARTICLES = ("al-", "el-", "as-", "ad-", "an-", "ar-", "az-", "ash-", "at-")
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "de", "la", "del", "di", "du", "des", "&", "to", "'s", "-")
)
_PROVINCES = frozenset(("province", "prefecture", "governorate", "oblast", "region", "state", "republic"))
_REALMS = frozenset(("state", "republic", "kingdom", "city", "province", "commonwealth", "town", "county"))
_PARTS = frozenset(
    ("committee", "subcommittee", "commission", "council", "panel", "board", "office", "bureau", "department")
)
_COMPASS = frozenset(("north", "south", "east", "west"))
_NATION = ("country", "norp", "region", "bigcity", "city", "landmark")


def fold(word: str) -> str:
    """`word` in lower case, without diacritics and stops."""
    low = word.lower().replace(".", "").replace("’", "'")
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


class Bearer:
    """One person, body or place while the document is read: the forms that name it, the mentions it has."""

    __slots__ = ("ambiguous", "forms", "gender", "last", "mentions", "parent", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.forms: dict[str, int] = {}
        self.mentions: list[int] = []
        self.gender: str | None = None
        self.last = -1
        self.ambiguous = False
        self.parent: Bearer = self

    def root(self) -> Bearer:
        """The bearer this one was merged into, itself if it was not."""
        while self.parent is not self:
            self.parent = self.parent.parent
            self = self.parent
        return self

    def join(self, other: Bearer) -> None:
        """Merge `other` into this bearer."""
        mine, theirs = self.root(), other.root()
        if mine is not theirs:
            theirs.parent = mine


# --- people -----------------------------------------------------------------------------------------------------


def person_tokens(form: str) -> Tokens:
    """The folded words of a person's name, generation left out."""
    found = [fold(w) for w in form.replace("-", "- ").replace("- ", "-").split()]
    while len(found) > 1 and found[-1].rstrip(",") in _GENERATIONS:
        found.pop()
    return tuple(found)


def _bare(word: str) -> str:
    return word.split("-", 1)[1] if word.startswith(_ARTICLES) else word


def _match(a: str, b: str) -> bool:
    """Whether two given names can be one: equal, or one the other's initial."""
    return a == b or (len(a) == 1 and b[:1] == a) or (len(b) == 1 and a[:1] == b)


def is_same_person(a: Tokens, b: Tokens) -> bool:
    """Whether full name `b` can be a shorter or equal form of full name `a`."""
    if _bare(a[-1]) != _bare(b[-1]):
        return False
    if len(b) < len(a) and a[-len(b) :] == b:
        return True
    if not _match(a[0], b[0]):
        return False
    middle = list(a[1:-1])
    if not middle or len(b) == 2:
        return True
    return all(any(_match(x, y) for y in middle) for x in b[1:-1])


class People:
    """The people of a document: full names by surname and by first word."""

    def __init__(self) -> None:
        self.by_surname: dict[str, list[Bearer]] = {}
        self.by_first: dict[str, list[Bearer]] = {}
        self.by_form: dict[Tokens, Bearer] = {}

    def add_full(self, tokens: Tokens) -> Bearer:
        """The bearer of a full name, a new one if no earlier name fits."""
        found = self.by_form.get(tokens)
        if found is not None:
            return found
        rivals = self.by_surname.setdefault(_bare(tokens[-1]), [])
        same = [b for b in rivals if is_same_person(b.tokens, tokens)]
        if len(same) == 1:
            found = same[0]
        else:
            found = Bearer(tokens)
            if len(rivals) < _RIVALS:
                rivals.append(found)
            firsts = self.by_first.setdefault(_bare(tokens[0]), [])
            if len(firsts) < _RIVALS:
                firsts.append(found)
        self.by_form[tokens] = found
        return found

    def resolve(self, word: str, gender: str | None) -> Bearer | None:
        """The bearer a single word names: by surname, else by first name; of several the one named last."""
        bare = _bare(word)
        rivals = self.by_surname.get(bare) or self.by_first.get(bare)
        if not rivals:
            return None
        if len(rivals) > 1:
            for b in rivals:
                b.ambiguous = True
            fit = [b for b in rivals if gender is None or b.gender in (gender, None)]
            return max(fit or rivals, key=lambda b: b.last)
        return rivals[0]

    def single(self, tokens: Tokens) -> Bearer:
        """The bearer of a form that no fuller name explains."""
        found = self.by_form.get(tokens)
        if found is None:
            found = self.by_form[tokens] = Bearer(tokens)
        return found


# --- bodies and places ------------------------------------------------------------------------------------------


@cache
def _aliases() -> dict[str, str]:
    return {fold(k): fold(v) for k, v in mapping("name_aliases").items()}


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(fold(w) for w in words("company_suffixes") | words("legal_forms"))


def body_key(form: str) -> str:
    """The key under which a body's or place's form is one with its spelling variants and aliases."""
    low = " ".join(fold(form).split())
    return _aliases().get(low, low)


def stem(tokens: Tokens) -> Tokens:
    """A company's name without its legal form."""
    end = len(tokens)
    while end > 1 and tokens[end - 1] in _suffixes():
        end -= 1
    if end > 1 and tokens[end - 1] in ("&", "and"):
        end -= 1
    return tokens[:end]


def initials(form: str) -> tuple[str, ...]:
    """The acronyms a name of several words can have: of its capitalised words, of all its words."""
    parts = [p for w in form.replace("-", " ").split() for p in (w,) if p[0].isalnum()]
    large = "".join(w[0] for w in parts if w[0].isupper())
    every = "".join(w[0] for w in parts).upper()
    return (large,) if large == every else (large, every)


class Bodies:
    """The bodies and places of a document, merged by form."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.by_key: dict[str, Bearer] = {}
        self.labels: dict[str, str] = {}
        self.surface: dict[str, str] = {}
        self._lexicon = lexicon
        self._by_form: dict[tuple[str, str], Bearer] = {}

    def add(self, form: str, label: str) -> Bearer:
        """The bearer of `form`."""
        known = self._by_form.get((form, label))
        if known is None:
            known = self._by_form[form, label] = self._enter(form, label)
        return known

    def _enter(self, form: str, label: str) -> Bearer:
        key = body_key(form)
        if label == "LANGUAGE":
            key = f"{key} (language)"
        if label == "NORP" and key.endswith("s") and key[:-1] in self.by_key:
            key = key[:-1]
        found = self.by_key.get(key)
        if found is None:
            found = self.by_key[key] = Bearer(tuple(key.split()))
            self.labels[key], self.surface[key] = label, form
        return found

    def merge(self) -> None:
        """Join short forms to the names they stand for, wherever just one name fits."""
        self._merge_acronyms()
        self._merge_suffixes()
        self._merge_nations()
        self._merge_heads()
        self._merge_first_words()
        self._merge_plurals()

    def _merge_acronyms(self) -> None:
        known: dict[str, list[str]] = {}
        for key, form in self.surface.items():
            if " " in form and self.labels[key] != "NORP":
                for acronym in initials(form):
                    if len(acronym) > 1:
                        known.setdefault(acronym, []).append(key)
        for key, form in self.surface.items():
            letters = form.replace(".", "").replace("&", "")
            if 2 <= len(letters) <= 6 and letters.isupper() and " " not in form:
                fits = known.get(letters, [])
                if len({id(self.by_key[f].root()) for f in fits}) == 1:
                    self.by_key[fits[0]].join(self.by_key[key])

    def _merge_suffixes(self) -> None:
        """ "Kao" ~ "Kao Corp.", "Shandong" ~ "Shandong Province", "Texas" ~ "State of Texas"."""
        for key in list(self.by_key):
            tokens = tuple(key.split())
            if len(tokens) < 2:
                continue
            label = self.labels[key]
            short = stem(tokens) if label == "ORG" else tokens
            if label == "GPE":
                if tokens[-1] in _PROVINCES:
                    short = tokens[:-1]
                elif tokens[1] == "of" and tokens[0] in _REALMS and len(tokens) > 2:
                    short = tokens[2:]
            self._join_if_one(" ".join(short), [key], label)

    def _merge_nations(self) -> None:
        """ "Foreign Ministry" ~ "Israeli Foreign Ministry", if no other nation has one here."""
        longer: dict[str, list[str]] = {}
        for key, form in self.surface.items():
            words = form.split()
            if len(words) < 2 or self.labels[key] != "ORG":
                continue
            for size in (1, 2):
                flags = self._lexicon.flags(" ".join(words[:size])) if len(words) > size else 0
                if any(flags & FLAG[n] for n in _NATION):
                    longer.setdefault(body_key(" ".join(words[size:])), []).append(key)
        for short, long in longer.items():
            self._join_if_one(short, long, "ORG")

    def _merge_heads(self) -> None:
        """ "Church" or "Hill" ~ "Church of the Hill", "North" ~ "North Korea", if just one name has it."""
        headed: dict[tuple[str, str], list[str]] = {}
        for key, form in self.surface.items():
            words, label = form.split(), self.labels[key]
            if len(words) < 2:
                continue
            if label == "GPE" and fold(words[0]) in _COMPASS:
                headed.setdefault((fold(words[0]), label), []).append(key)
            elif label == "ORG":
                at = next((i for i, w in enumerate(words) if w in _SMALL), len(words))
                if at and self._lexicon.flags(words[at - 1]) & FLAG["organisation_head"]:
                    headed.setdefault((fold(words[at - 1]), label), []).append(key)
                    if words[at : at + 1] == ["of"]:
                        matter = " ".join(words[at + 1 + (words[at + 1 :][:1] == ["the"]) :])
                        headed.setdefault((body_key(matter), label), []).append(key)
        for (short, label), long in headed.items():
            self._join_if_one(short, long, label)

    def _merge_first_words(self) -> None:
        """ "Goldman" ~ "Goldman Sachs", "Ipswich" ~ "Ipswich Town", but never a chamber ~ its committee."""
        longer: dict[str, list[str]] = {}
        for key in self.by_key:
            tokens = key.split()
            if len(stem(tuple(tokens))) == 2 and self.labels[key] == "ORG" and tokens[-1] not in _PARTS:
                longer.setdefault(tokens[0], []).append(key)
        for short, long in longer.items():
            flags = self._lexicon.flags(self.surface.get(short, short))
            if not flags & (FLAG["organisation_head"] | FLAG["norp"] | FLAG["country"]):
                self._join_if_one(short, long, "ORG")

    def _join_if_one(self, short: str, long: list[str], label: str) -> None:
        """Join the bearer of `short` to that of `long` if they are of this label and `long` is one bearer."""
        roots = {id(self.by_key[key].root()) for key in long}
        if len(roots) == 1 and short not in long and self.labels.get(short) == label:
            self.by_key[long[0]].join(self.by_key[short])

    def _merge_plurals(self) -> None:
        for key, bearer in self.by_key.items():
            if self.labels[key] == "NORP" and self.labels.get(f"{key}s") == "NORP":
                bearer.join(self.by_key[f"{key}s"])

    def join_acronym(self, long: str, short: str) -> None:
        """ "World Food Programme (WFP)": the text itself says that they are one."""
        a, b = self.by_key.get(body_key(long)), self.by_key.get(body_key(short))
        if a is not None and b is not None:
            a.join(b)


def is_acronym(form: str) -> bool:
    """Whether `form` is three capitals or more."""
    return len(form) > 2 and form.isalpha() and form.isupper()


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in this order in `long`, the first one first."""
    letters, text = short.replace(".", "").lower(), long.lower()
    if not letters or letters[0] != text[0] or " " not in long:
        return False
    at = -1
    for c in letters:
        at = text.find(c, at + 1)
        if at < 0:
            return False
    return True


def choose_name(forms: Iterable[tuple[str, int]], person: bool) -> str:
    """The fullest of the forms (with their counts): most words, then longest, then most frequent, then first."""
    best, best_rank = "", (-1, -1, -1)
    for form, count in forms:
        parts = form.split()
        rank = (len(parts), len(form) if person else sum(map(len, parts)), count)
        if rank > best_rank:
            best, best_rank = form, rank
    return best


def canonical_country(name: str) -> str:
    """The usual name of a country known by several ("U.S." → United States), else `name`."""
    return mapping("name_aliases").get(name, name)
