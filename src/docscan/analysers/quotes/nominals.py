"""Words that could name a speaker: pronouns, names, and noun phrases such as "a police spokeswoman"."""

from __future__ import annotations

import re
from typing import NamedTuple

from docscan.analysers.quotes.cues import cue_words
from docscan.analysers.quotes.stream import Stream

_INSIDE = frozenset("Nwrd&")
_LONGEST = 12  # tokens in one noun phrase
_BEHIND = frozenset(("allied", "close", "familiar", "loyal", "privy", "sympathetic"))
_APPOSED, _FARTHEST = 6, 20  # nominals and tokens between a name and the role that stands in apposition to it
_ARTICLES = frozenset(("a", "an", "the"))
_LEADING = 4  # words between a name and the name or role it leads up to


class Nominal(NamedTuple):
    """Tokens `first`..`last` (inclusive). `kind`: S O G R pronouns, N name, r noun for a speaker, c w other."""

    first: int
    last: int
    kind: str
    determined: bool  # begins with a determiner, a possessive or a possessor
    governor: str  # class of what stands before the noun phrase around it, its owners included: F in "of the town"


def find_nominals(stream: Stream) -> list[Nominal]:
    """Every candidate of the stream in order; a name inside a longer noun phrase is a candidate of its own."""
    found: list[Nominal] = []
    tags = stream.tags
    i, n = 0, len(tags)
    while i < n:
        tag = tags[i]
        if tag in "SOR":
            found.append(Nominal(i, i, tag, False, stream.edged[i - 1]))
            i += 1
        elif tag in "DGNwrd" or (tag == "c" and _noun_like(stream, i)):
            i = _read_phrase(stream, i, found)
        else:
            i += 1
    found.sort()
    return found


def _noun_like(stream: Stream, i: int) -> bool:
    """A cue word used as a noun: after a determiner or possessive, in its base form ("the report said")."""
    return i > 0 and stream.tags[i - 1] in "DGs" and _base_form(stream.low[i])


def _read_phrase(stream: Stream, i: int, found: list[Nominal]) -> int:
    """Read one noun phrase from `i`, add its candidates, return where it ends."""
    tags, low = stream.tags, stream.low
    determined = tags[i] in "DG" or (i > 0 and tags[i - 1] == "s")
    first, governor = i, stream.edged[i - 1]
    if governor == "s" and found and found[-1].last == i - 2:
        governor = found[-1].governor
    stop = min(len(tags), i + _LONGEST)
    if tags[i] in "DG":
        if tags[i] == "G":
            found.append(Nominal(i, i, "G", False, governor))
        i += 1
        while i < stop and tags[i] in "DdV" and tags[i - 1] == "D":
            i += 1
        if i + 1 < stop and low[i] == "of" and tags[i + 1] in "DG":  # one of the advisers
            i += 2
    while i < stop:
        tag = tags[i]
        if tag in _INSIDE:
            if tag == "w" and i > first and tags[i - 1] in "Nr" and low[i].endswith("ly"):
                break
        elif tag in "eg" and (i == first or tags[i - 1] in "DGdsV"):
            pass
        elif tag == "c" and i > first and tags[i - 1] in "DG" and low[i].endswith("ing"):
            pass  # the ruling, this finding
        elif tag == "c" and i > first and low[i - 1] in _ARTICLES and _is_form(low[i], "s"):
            pass  # the remarks, a claims office
        elif not (tag == "c" and determined and _base_form(low[i]) and (i == first or not _ends_phrase(tags, i))):
            break
        i += 1
    if i == first:
        return i + 1
    _add_names(tags, first, i, (determined, governor), found)
    _add_noun(tags, low, first, i, (determined, governor), found)
    return i


def _base_form(word: str) -> bool:
    return _is_form(word, "base", "noun")


def _is_form(word: str, *forms: str) -> bool:
    cue = cue_words().get(word)
    return cue is not None and cue.form in forms


def _ends_phrase(tags: list[str], i: int) -> bool:
    """A base form that reads as a verb: a plural noun stands before it and no verb follows."""
    return tags[i - 1] in "r" and (i + 1 >= len(tags) or tags[i + 1] not in "cAv,")


def _add_names(tags: list[str], first: int, end: int, phrase: tuple[bool, str], found: list[Nominal]) -> None:
    i = first
    while i < end:
        if tags[i] != "N":
            i += 1
            continue
        j = i
        while j + 1 < end and (tags[j + 1] == "N" or (tags[j + 1] == "&" and j + 2 < end and tags[j + 2] == "N")):
            j += 1
        found.append(Nominal(i, j, "N", *phrase))
        i = j + 1


def _add_noun(
    tags: list[str], low: list[str], first: int, end: int, phrase: tuple[bool, str], found: list[Nominal]
) -> None:
    """The whole phrase where it ends in a common noun, unless it only leads up to a name."""
    last, (determined, governor) = end - 1, phrase
    tag = tags[last]
    if tag == "d" and low[last].isalpha() and set(tags[first:end]) == {"d"}:
        return  # today, Monday
    if tag == "N" or (tag in "D" and (low[last] in _ARTICLES or end >= len(tags) or tags[end] not in "cAv")):
        return
    kind = "r" if tag in "rD" else "c" if tag == "c" else "w"
    following = tags[end] if end < len(tags) else "."
    if kind != "r" and not determined and following not in "cAvR" and not (first > 0 and tags[first - 1] in "c"):
        return
    found.append(Nominal(first, last, kind, determined, governor))


def find_head(stream: Stream, nominals: list[Nominal], k: int) -> int:
    """The nominal that a name or an owner only leads up to ("Rovers boss Ada Reed", "the town's mayor"), else `k`.

    So is "a source" where `k` is the bank in "a source close to the bank".
    """
    tags = stream.tags
    n = nominals[k]
    if n.first > 2 and stream.low[n.first - 2] in _BEHIND and stream.low[n.first - 1] in ("to", "with"):
        return next((i for i in range(max(0, k - 3), k) if nominals[i].last == n.first - 2), k)
    if n.kind in "SOGR" or n.last + 1 >= len(tags) or (n.kind != "N" and tags[n.last + 1] != "s"):
        return k
    at = first = n.last + 1 + (tags[n.last + 1] == "s")
    while at < len(tags) and at - first < _LEADING and tags[at] in "wr":
        at += 1
    if at == first or tags[at - 1] != "r":
        return k
    for i in range(max(0, k - 1), min(k + 5, len(nominals))):
        if nominals[i].kind == "N" and nominals[i].first == at:
            return i
        if nominals[i].kind == "r" and nominals[i].last == at - 1 and tags[at : at + 1] != ["N"]:
            return i
    return k


_VERBS = frozenset("AvceSWRT")  # classes that an apposition to a name seldom holds before its noun
_ASIDE = re.compile(r"^\([^()]{1,12}\)")  # (D-Ohio) behind a name
_PREDICATE = re.compile(r"e|[^RWT]*?[Avc]")  # behind the noun it is the subject of a verb, outside relative clauses


def _find_owned(stream: Stream, nominals: list[Nominal], k: int) -> int:
    """The phrase that a possessive begins ("her economic plan"), or the name that it leads up to, else `k`."""
    owner, found = nominals[k], k
    for i in range(k + 1, min(k + 4, len(nominals))):
        n = nominals[i]
        if n.first == owner.first:
            return i
        if n.kind != "N" or not _INSIDE.issuperset(stream.row[owner.last + 1 : n.first].replace("c", "w")):
            break
        found = i
    return found


def find_bearer(stream: Stream, nominals: list[Nominal], k: int, verb: int) -> int:
    """The name that what stands before a verb is in apposition to, or part of the apposition ("Ada Reed, the mayor of
    Leeds, often said"), the person whom an owner leads up to ("her lawyer said"), else `k`."""
    row = stream.row
    if nominals[k].kind == "G":
        k = _find_owned(stream, nominals, k)
    n, finite = nominals[k], _is_form(stream.low[verb], "s", "ed")
    while verb > n.last and (row[verb - 1] in "AVd" or stream.low[verb - 1].endswith("ly")):
        verb -= 1
    if n.last >= verb or n.kind not in "rNw":
        return k
    if row[n.last + 1] != "," and (row[verb - 1] != "," or (not finite and _PREDICATE.match(row, n.last + 1, verb))):
        return k
    for i in range(k - 1, max(-1, k - _APPOSED), -1):
        name = nominals[i]
        between = _ASIDE.sub("", row[name.last + 1 : n.first])
        if len(between) > _FARTHEST or not _VERBS.isdisjoint(between):
            break
        if (
            name.kind == "N"
            and between[:1] == ","
            and (n.kind == "r" or between[1:2] in ("D", "G"))
            and not row[max(0, name.first - 3) : name.first].rstrip("D").endswith("F")
        ):
            return i
    return k
