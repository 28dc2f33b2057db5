"""The name table: mentions gathered under their bearers, people with titles, roles and gender."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp

from docscan.text.names import NameCluster, NameMention, NameTable, Role
from docscan.text.names.bearers import (
    Bearer,
    Bodies,
    People,
    canonical_country,
    choose_name,
    fold,
    is_acronym,
    is_acronym_of,
    person_tokens,
)
from docscan.text.names.gazetteers import FLAG, Lexicon
from docscan.text.names.mentions import TYPES, Found
from docscan.text.names.people import Signs, choose_gender, given_gender, read_signs

_UNIT = 24.0  # the model's integers per unit of log-odds
_BRACKET = 6  # characters between a name and its acronym, " (the " at most
_SAMPLE = 12  # mentions whose scores make a confidence


def build_table(text: str, found: Sequence[Found], lexicon: Lexicon) -> NameTable:
    """The table of the labelled names `found`, in text order."""
    signs = _read_people(text, found)
    roots = [bearer.root() for bearer in _assign(text, found, signs, lexicon)]
    gathered: dict[Bearer, list[int]] = {}
    for i, root in enumerate(roots):
        gathered.setdefault(root, []).append(i)
    clusters = [_cluster(text, members, found, root, signs, lexicon) for root, members in gathered.items()]
    place = {root: (cluster.label, n) for n, (root, cluster) in enumerate(zip(gathered, clusters, strict=True))}
    mentions = [NameMention(f.start, f.end, *place[root]) for f, root in zip(found, roots, strict=True)]
    return NameTable(tuple(mentions), tuple(clusters))


def _read_people(text: str, found: Sequence[Found]) -> dict[int, Signs]:
    people = [i for i, f in enumerate(found) if f.label == "PERSON"]
    signs = {}
    for n, i in enumerate(people):
        f = found[i]
        floor = found[people[n - 1]].end if n else 0
        ceiling = found[people[n + 1]].start if n + 1 < len(people) else len(text)
        signs[i] = read_signs(text, f.start, f.end, floor, ceiling)
    return signs


def _assign(text: str, found: Sequence[Found], signs: dict[int, Signs], lexicon: Lexicon) -> list[Bearer]:
    """The bearer of every mention."""
    people, bodies = People(), Bodies(lexicon)
    full: dict[int, Bearer] = {}
    tokens = {i: person_tokens(found[i].form) for i in signs}
    for i in sorted(signs, key=lambda i: (-len(tokens[i]), i)):
        if len(tokens[i]) > 1:
            bearer = full[i] = people.add_full(tokens[i])
            if bearer.gender is None:
                bearer.gender = choose_gender(signs[i].genders, given_gender(found[i].form, lexicon))
    bearers: list[Bearer] = []
    for i, f in enumerate(found):
        if f.label != "PERSON":
            bearers.append(bodies.add(f.form, f.label))
            continue
        named = full.get(i)
        if named is None:
            gender = choose_gender(signs[i].genders[:2], None) if signs[i].titles else None
            named = people.resolve(tokens[i][0], gender) or people.single(tokens[i])
        named.root().last = i
        bearers.append(named)
    for a, b in pairwise(found):
        if (
            b.start - a.end <= _BRACKET
            and text[a.end : b.start] in (" (", " (the ")
            and text[b.end : b.end + 1] == ")"
            and (is_acronym_of(b.form, a.form) or (a.label == b.label == "ORG" and is_acronym(b.form)))
        ):
            bodies.join_acronym(a.form, b.form)
    bodies.merge()
    return bearers


def _cluster(
    text: str,
    members: list[int],
    found: Sequence[Found],
    bearer: Bearer,
    signs: dict[int, Signs],
    lexicon: Lexicon,
) -> NameCluster:
    """The record of one bearer."""
    mentions = [found[i] for i in members]
    label = _common_label(mentions)
    person = label == "PERSON"
    counts: dict[str, int] = {}
    for f in mentions:
        form = _written(text, f)
        counts[form] = counts.get(form, 0) + 1
    name = choose_name(counts.items(), person) if len(counts) > 1 else form
    if label == "GPE" and lexicon.flags(canonical_country(name)) & FLAG["country"]:
        name = canonical_country(name)
    roles: dict[str, Role] = {}
    titles: dict[str, None] = {}
    votes: list[str] = []
    for sign in [signs[i] for i in members if i in signs]:
        for place in sign.roles:
            words = text[place.start : place.end]
            roles.setdefault(fold(words), Role(words, place.start, place.end))
        titles.update(dict.fromkeys(sign.titles))
        votes += sign.genders
    return NameCluster(
        name=name,
        label=label,
        mentions=tuple(members),
        aliases=tuple(form for form in counts if form != name),
        roles=tuple(roles.values()),
        titles=tuple(titles),
        gender=choose_gender(votes, given_gender(name, lexicon)) if person else None,
        surname=surname_of(name) if person else None,
        confidence=_confidence(mentions, label),
        ambiguous=bearer.ambiguous,
    )


def _common_label(mentions: Sequence[Found]) -> str:
    """The label that most of `mentions` have."""
    labels = [f.label for f in mentions]
    return max(set(labels), key=lambda label: (labels.count(label), label)) if len(labels) > 1 else labels[0]


def _written(text: str, f: Found) -> str:
    """The name as the document writes it, in the casing of running text."""
    surface = text[f.start : f.end]
    if surface == f.form:
        return surface
    surface = " ".join(surface.split())
    return f.form if surface.lower() == f.form.lower() else surface


def surname_of(name: str) -> str:
    """The family name of a person's full name, particles and generation aside."""
    words = [w for w in name.split() if fold(w).rstrip(",") not in ("jr", "sr", "ii", "iii", "iv")] or name.split()
    return words[-1]


def _confidence(members: Sequence[Found], label: str) -> float:
    """How sure the label is: the mean margin of its type over the next best, or over no name at all, as 0-1."""
    at = TYPES.index(label)
    total = 0
    for f in members[:_SAMPLE]:
        own = f.scores[at]
        second, first = sorted(f.scores)[-2:]
        total += own - max(0, second if own == first else first)
    margin = total / _UNIT / min(len(members), _SAMPLE)
    return round(1 / (1 + exp(-max(-20.0, min(20.0, margin)) / 2)), 2)
