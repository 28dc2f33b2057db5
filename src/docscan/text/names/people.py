"""People: the titles before their names, the roles beside them, the gender that titles, roles and pronouns tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from docscan.lexicons import mapping
from docscan.text.names.gazetteers import FLAG, Lexicon

_DETERMINER = re.compile(r"(?:^|\s)(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?=\S)")
_BEFORE = 110  # characters before a name that may hold its role
_NEAR = 48  # of them those that hold its noun
_AFTER = 130  # characters after a name that may hold an apposition
_PRONOUN_REACH = 160
_WORD = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*\.?")
_BREAK = re.compile(r"[,;:()\[\]\"“”—–!?\n]|\.\s")
_HONORIFICS = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "mister", "madam", "mme", "mlle", "messrs", "sir", "hon", "prof", "st", "saint")
)
_ABBREVIATED = (
    "U.S.",
    "U.N.",
    "U.K.",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Dr.",
    "Gen.",
    "Sen.",
    "Rep.",
    "Gov.",
    "Lt.",
    "Col.",
    "St.",
)
_APPOSITION = re.compile(r" {0,4},\s+|\s+\(|\s+[—–-]\s+")
_APPOSED = re.compile(r"(?:(?:the|a|an|his|her|their|its|one of the|who is|who was|now|then)\s+)*", re.IGNORECASE)
_END = re.compile(r",|;|\)|—|–|\s-\s|\.(?=\s|$)|!|\?|\n|\"|“|”|\swho\b|\swhich\b|\sthat\b|\ssaid\b|\ssays\b|\stold\b")
_PRONOUN = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Hh])((?i:e|is|im(?:self)?))|(?i:(?<=s)he|(?<=h)er(?:s|self)?))\b")
_SMALL = re.compile(r"\b(?:of|for|at|in|on|to|from|with|and|by)\b")


class Place(NamedTuple):
    """A stretch of the text, half-open."""

    start: int
    end: int


class Signs(NamedTuple):
    """What stands round one mention: titles, roles, and a vote for a gender each."""

    titles: tuple[str, ...]
    roles: tuple[Place, ...]
    genders: tuple[str, ...]


@cache
def _role_words() -> dict[str, str]:
    return mapping("person_roles")


@cache
def _title_words() -> dict[str, str]:
    return mapping("person_titles")


@cache
def _last_words(name: str) -> frozenset[str]:
    """The words that end an entry of the list `name`: without one of them there is no use in looking further."""
    return frozenset([entry.rpartition(" ")[2] for entry in mapping(name)])


def head_words(role: str) -> list[str]:
    """The words of a role before what it is of, for or at: "prime minister" of "prime minister of Norway"."""
    return _WORD.findall(_SMALL.split(role, maxsplit=1)[0])


def role_noun(words: list[str]) -> str | None:
    """The role noun that ends `words` ("vice president"), None if there is none."""
    if not words:
        return None
    known, ends = _role_words(), _last_words("person_roles")
    last = words[-1].lower()
    if last in ends or words[-1] in ends:
        for size in (3, 2, 1):
            phrase = " ".join(words[-size:]).lower() if len(words) >= size else ""
            if phrase in known:
                return phrase
        if words[-1] in known:
            return words[-1]
    for single in (last[:-1], last.rpartition("-")[2]):
        if single in known:
            return single
    return None


def find_title(text: str, start: int) -> str | None:
    """The titles that stand directly before the name at `start`, as they stand."""
    window = text[max(0, start - 48) : start]
    if window[-1:] not in (" ", "\n", "\u00a0"):
        return None
    words = window.split()
    known, ends = _title_words(), _last_words("person_titles")
    at = len(words)
    while at > 0 and words[at - 1] in ends:
        for size in (3, 2, 1):
            phrase = " ".join(words[at - size : at]) if at >= size else ""
            if phrase and phrase in known:
                at -= size
                break
        else:
            break
    return " ".join(words[at:]) or None


def role_before(text: str, start: int, title: str | None) -> Place | None:
    """The role directly before the name at `start`: "Russia LGBT Network spokeswoman", "Russian President".

    `title` is what find_title sees there.
    """
    low = max(0, start - _BEFORE)
    window = text[low:start]
    if not window.endswith((" ", "\n")) or window.rstrip().endswith((",", ";", ":", '"', "”", ")")):
        return None
    if title is None:
        if role_noun(_WORD.findall(window, max(0, len(window) - _NEAR))) is None:
            return None
    elif title.rstrip(".").lower() in _HONORIFICS:
        return None
    cut = 0
    for m in _BREAK.finditer(window, 0, len(window.rstrip())):
        if not (m.group()[0] == "." and window[max(0, m.start() - 4) : m.start() + 1].endswith(_ABBREVIATED)):
            cut = m.end()
    spans = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(window, cut)]
    words = [w for _, _, w in spans]
    if title is None and role_noun(words) is None:
        return None
    begin, end = low + spans[_first_of_role(words)][0], low + spans[-1][1]
    return Place(begin, end) if end - begin > 2 else None


def _first_of_role(words: list[str]) -> int:
    """The first of `words` that belongs to the role that ends them."""
    first, edges = len(words) - 1, mapping("role_edges")
    while first > 0:
        word = words[first - 1]
        edge = edges.get(word.lower())
        if edge == "determiner" or (edge and not _joins(words, first - 1)):
            break
        if word.lower().endswith(("ly", "ing")) and word[0].islower():
            break
        first -= 1
    while first < len(words) - 1 and words[first].lower() in ("and", "of", "for"):
        first += 1
    return first


def _joins(words: list[str], i: int) -> bool:
    """Whether the small word at `i` stands inside a capitalised title ("Secretary of State")."""
    small = words[i].lower() in ("of", "for", "and")
    return small and i > 0 and words[i - 1][0].isupper() and words[i + 1][0].isupper()


def role_after(text: str, end: int) -> Place | None:
    """The apposition after a name: ", head of the Russian LGBT Network,", ", a spokesman for …"."""
    opening = _APPOSITION.match(text, end)
    if opening is None:
        return None
    lead = _APPOSED.match(text, opening.end())
    begin = lead.end() if lead is not None else opening.end()
    stop = _END.search(text, begin, begin + _AFTER)
    while stop is not None and text[max(0, stop.start() - 4) : stop.end()].endswith(_ABBREVIATED):
        stop = _END.search(text, stop.end(), begin + _AFTER)
    if stop is None:
        return None
    phrase = text[begin : stop.start()].rstrip()
    words = head_words(phrase)
    if not words or len(words) > 7 or role_noun(words) is None:
        return None
    return Place(begin, begin + len(phrase)) if phrase else None


def role_in_front(text: str, start: int, floor: int) -> Place | None:
    """A role set off before the name: "The head of the network, Igor …"."""
    low = max(floor, start - _BEFORE)
    window = text[low:start].rstrip()
    if not window.endswith(","):
        return None
    body = window[:-1]
    cut = max((m.end() for m in _BREAK.finditer(body)), default=0)
    clause = body[cut:]
    for opening in reversed(list(_DETERMINER.finditer(clause))):
        phrase = clause[opening.end() :]
        head = head_words(phrase)
        if head and len(head) <= 6 and role_noun(head) is not None:
            begin = low + cut + opening.end()
            return Place(begin, begin + len(phrase))
    return None


def read_signs(text: str, start: int, end: int, floor: int, ceiling: int) -> Signs:
    """Titles, roles and gender votes round the mention at `start:end`; `floor` and `ceiling` are its neighbours."""
    title = find_title(text, start)
    places = (role_before(text, start, title), role_after(text, end), role_in_front(text, start, floor))
    roles = [place for place in places if place]
    genders: list[str] = []
    if title is not None:
        genders += [g for g in (_title_words().get(w, "u") for w in (title, title.split()[-1])) if g != "u"] * 2
    for place in roles:
        noun = role_noun(head_words(text[place.start : place.end]))
        gender = _role_words().get(noun, "u") if noun else "u"
        if gender != "u":
            genders += [gender] * 2
    pronoun = _PRONOUN.search(text, end, min(ceiling, end + _PRONOUN_REACH))
    if pronoun is not None:
        genders.append("m" if pronoun.group(1) else "f")
    return Signs((title,) if title else (), tuple(roles), tuple(genders))


def given_gender(name: str, lexicon: Lexicon) -> str | None:
    """The gender a given name tells."""
    first = name.split()[0]
    flags = lexicon.flags(first)
    male, female = bool(flags & FLAG["given_m"]), bool(flags & FLAG["given_f"])
    return None if male == female else "m" if male else "f"


def choose_gender(votes: Iterable[str], given: str | None) -> str | None:
    """The gender for which most signs speak; a given name counts like a title."""
    tally = Counter(votes)
    if given is not None:
        tally[given] += 2
    m, f = tally["m"], tally["f"]
    return None if m == f else "m" if m > f else "f"
