"""Who a mention is: surname to full name, pronoun to person, role to its holder."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from docscan.analysers.quotes.cues import cue_words
from docscan.analysers.quotes.nominals import Nominal
from docscan.analysers.quotes.speakers import Candidate
from docscan.analysers.quotes.stream import VERB, Stream
from docscan.document import Document
from docscan.lexicons import mapping
from docscan.text.names import NameMention, NameTable

_MALE, _FEMALE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_THING = frozenset(("it", "its", "itself"))
_GROUP = frozenset(("they", "them", "their"))
_NEAR_GROUP = 1000  # code points back from "they" to those who spoke
_BODIES = frozenset(("ORG", "GPE", "NORP", "FAC"))
_NEAR_BODY = 500  # code points back from "it" to what it stands for
_NEXT_WORD = re.compile(r" ([a-z]{2,20})\b")
_FURTHER = re.compile(r"\s(?:of|for|at|in|to|with|on|from)\s")
_RELATED, _RELATED_TOKENS = 8, 15  # nominals and tokens between "who" and the name it relates to
_REACH = 40  # mentions looked at backwards for a pronoun
_FAR = 3000  # code points
# what makes a person a pronoun's antecedent: per mention and per code point between, then what adds, what takes away
NEAR, FAR, AGREES, SUBJECT, SPOKE, LAST, OWNER = 0.5, 0.005, 1.0, 2.5, 2.0, 1.0, 2.0


class Identity(NamedTuple):
    """`name` in its fullest form, `role` if the text gives one, `via` how it was found; `ambiguous`: or another."""

    name: str
    role: str | None
    via: str
    ambiguous: bool


class Resolver:
    """Names speakers in text order; remembers who spoke last."""

    def __init__(self, document: Document, dialogue: bool) -> None:
        self.document = document
        self.dialogue = dialogue  # as in a novel, where many have no name
        self.text = document.text
        self.names: NameTable = document.names
        self.speakers: list[tuple[int, int]] = []  # (offset, cluster) of those who spoke so far
        self.roles: dict[str, str] = {}
        self.named: dict[str, int] = {}  # the person whom an apposition gave as the holder of a role, by its words
        self.group: tuple[int, Identity] | None = None  # the several who spoke last, and where
        self._outer = [q for q in document.quotations if q.depth == 0]
        self._quoted = [q.start for q in self._outer]

    @cached_property
    def _holders(self) -> dict[str, list[tuple[int, int]]]:
        """The head of a role → where it stands and whose it is, in order."""
        found: dict[str, list[tuple[int, int]]] = {}
        for number, cluster in enumerate(self.names.clusters):
            for role in cluster.roles:
                found.setdefault(_head_of(role.text), []).append((role.start, number))
        for places in found.values():
            places.sort()
        return found

    def span(self, c: Candidate) -> tuple[int, int]:
        """The words that name the speaker."""
        stream, nominals = c.paragraph.stream, c.paragraph.nominals
        k = c.paragraph.head(c.nominal, c.cue)
        n = nominals[k]
        start, end = stream.starts[n.first], stream.ends[n.last]
        if n.kind in "rcw" and k and stream.row[n.first - 1 : n.first] == "s":  # a role or statement with its owner
            owner = next((o for o in nominals[max(0, k - 2) : k] if o.last == n.first - 2), n)
            start = stream.starts[owner.first]
        if n.kind == "N":  # "University" of "University of Leeds"
            whole = self.names.at(stream.starts[n.last])
            if whole is not None and whole.start >= start and whole.end > end:
                end = whole.end
        return start, end

    def identify(self, c: Candidate) -> Identity:
        """Who `c` is."""
        n = c.paragraph.nominals[c.paragraph.head(c.nominal, c.cue)]
        start, end = self.span(c)
        if n.kind in "SOGR":
            return self._by_pronoun(c, start, end)
        if n.kind == "N":
            return self._by_name(start, end)
        holder = self._named_behind(c, n)
        if holder is not None:
            self.named[self.text[start:end].lower()] = holder
            self.speakers.append((start, holder))
            return self._identity(holder, "", "role")
        found = self._by_role(start, end)
        if self.text[end - 1] == "s":
            self.group = (start, found)
        return found

    # -- names ------------------------------------------------------------------------------------------------

    def _mention(self, start: int, end: int) -> NameMention | None:
        """The mention that shares most with start..end, a person before any other."""
        found = [m for m in (self.names.at(start), *self.names.between(start, end)) if m is not None]
        return max(found, key=lambda m: (m.label == "PERSON", min(m.end, end) - max(m.start, start)), default=None)

    def _by_name(self, start: int, end: int) -> Identity:
        mention = self._mention(start, end)
        if mention is None:
            return Identity(self.text[start:end], None, "name", False)
        people = [m for m in self.names.between(start, end) if m.label == "PERSON"]
        if len(people) > 1 and all(b.start - a.end == 1 for a, b in pairwise(people)):
            return Identity(self.text[people[0].start : people[-1].end], None, "name", False)
        self.speakers.append((start, mention.cluster))
        return self._identity(mention.cluster, self.text[mention.start : mention.end], "")

    def _identity(self, number: int, shown: str, via: str) -> Identity:
        cluster = self.names.clusters[number]
        role = cluster.roles[0].text if cluster.roles else None
        full = shown.endswith(cluster.name)
        doubtful = cluster.ambiguous and (self._has_double(number) if via == "pronoun" else not full)
        return Identity(cluster.name, role, via or ("name" if full else "surname"), doubtful)

    @cached_property
    def _by_surname(self) -> dict[str | None, list[int]]:
        found: dict[str | None, list[int]] = {}
        for number, cluster in enumerate(self.names.clusters):
            if cluster.label == "PERSON":
                found.setdefault(cluster.surname, []).append(number)
        return found

    def _has_double(self, number: int) -> bool:
        """Somebody else of the same surname whom the pronoun would fit as well."""
        clusters = self.names.clusters
        genders = (None, clusters[number].gender)
        bearers = self._by_surname.get(clusters[number].surname, [])
        return any(n != number and clusters[n].gender in genders for n in bearers)

    # -- pronouns ---------------------------------------------------------------------------------------------

    def _by_pronoun(self, c: Candidate, start: int, end: int) -> Identity:
        word = self.text[start:end]
        low = word.lower()
        if low == "who":
            return self._by_relative(c, word)
        if low in _THING:
            return self._by_body(word, start)
        if low in _GROUP and self.group is not None and start - self.group[0] <= _NEAR_GROUP:
            return self.group[1]._replace(via="pronoun")
        gender = "m" if low in _MALE else "f" if low in _FEMALE else None
        if gender is None:
            return Identity(word, None, "pronoun", False)
        number, value, named = self._antecedent(start, gender)
        role = self._role_before(c, start, gender, value, named >= c.paragraph.stream.block.start)
        if role is not None:
            return self._by_role(*role)._replace(via="pronoun")
        if number is None:
            return Identity(word, None, "pronoun", False)
        self.speakers.append((start, number))
        return self._identity(number, "", "pronoun")

    def _by_relative(self, c: Candidate, word: str) -> Identity:
        """Ada Reed, 59, of Leeds, who said: of the names and roles that no verb parts from it, the nearest person, or
        else the nearest role."""
        nominals, stream = c.paragraph.nominals, c.paragraph.stream
        here, best, top = nominals[c.nominal].first, None, -1
        for n in reversed(nominals[max(0, c.nominal - _RELATED) : c.nominal]):
            reach = _RELATED_TOKENS if best else 2
            if n.kind in "SOGR" or here - n.last > reach or VERB.search(stream.row, n.last + 1, here):
                break
            span = stream.starts[n.first], stream.ends[n.last]
            value = 2 if n.kind == "N" and self._is_person(*span) else 1 if n.kind == "r" else 0
            if value > top:
                best, top = n, value
        if best is None:
            return Identity(word, None, "pronoun", False)
        start, end = stream.starts[best.first], stream.ends[best.last]
        found = self._by_name(start, end) if best.kind == "N" else self._by_role(start, end)
        return found._replace(via="pronoun")

    def _is_person(self, start: int, end: int) -> bool:
        mention = self._mention(start, end)
        return mention is not None and mention.label == "PERSON"

    def _by_body(self, word: str, at: int) -> Identity:
        """It said: the company, country or paper that the sentence before began with."""
        for m in reversed(self.names.between(max(0, at - _NEAR_BODY), at)):
            if m.label in _BODIES and self._is_subject(m) and not self._is_quoted(m.start):
                return self._identity(m.cluster, "", "pronoun")
        return Identity(word, None, "pronoun", False)

    def _role_before(
        self, c: Candidate, at: int, gender: str, top: float, named_here: bool
    ) -> tuple[int, int] | None:
        """The role that a pronoun rather stands for ("The doctor shut the door. “…,” he said") than for a person of
        value `top`: one in its paragraph, or, if that names nobody, in the paragraph before, there a subject
        unless the document is dialogue."""
        here, earlier = c.paragraph, c.paragraph.before
        near = [(here.stream, n) for n in here.nominals[max(0, c.nominal - _REACH) : c.nominal]]
        if earlier is not None and not named_here:
            near += [(earlier.stream, n) for n in earlier.nominals[-_REACH:]]
        best = None
        for stream, n in near:
            known, head = _gender_told(stream.low[n.last]), _is_head(stream, n)
            if known not in ("u", gender) or not n.determined or stream.ends[n.last] > at:
                continue
            if stream.edged[n.first - 1] == "A" or not (head or self.dialogue or stream is here.stream):
                continue  # she is a planner
            if stream.row[max(0, n.first - 2) : n.first] == "N,":
                continue  # Ada Reed, the mayor
            value = (SUBJECT if head else 0.0) + (AGREES if known == gender else 0.0)
            value -= FAR * (at - stream.ends[n.last])
            if value > top:
                best, top = (stream.starts[n.first], stream.ends[n.last]), value
        return best

    def _antecedent(self, at: int, gender: str) -> tuple[int | None, float, int]:
        """The person a pronoun stands for, its value and where it is named: of agreeing gender, near, rather one who
        spoke and a subject.

        Mentions inside quotations do not count: people speak to and of others.
        """
        names = self.names
        spoke = {number for _, number in self.speakers[-6:]}
        last = self.speakers[-1][1] if self.speakers else -1
        best, top, where = None, -1e9, -1
        near = [m for m in names.between(max(0, at - _FAR), at)[-_REACH:] if m.label == "PERSON"]
        for back, m in enumerate(reversed([m for m in near if not self._is_quoted(m.start)])):
            cluster = names.clusters[m.cluster]
            if cluster.gender not in (None, gender):
                continue
            value = -NEAR * back - FAR * (at - m.end) + (AGREES if cluster.gender == gender else 0.0)
            value += SUBJECT if self._is_subject(m) else 0.0
            value += SPOKE if m.cluster in spoke else 0.0
            value += LAST if m.cluster == last else 0.0
            value -= OWNER if self.text[m.end : m.end + 2] in ("’s", "'s") else 0.0
            if value > top:
                best, top, where = m.cluster, value, m.start
        if best is None:
            agreeing = (n for _, n in reversed(self.speakers[-6:]) if names.clusters[n].gender in (None, gender))
            best = next(agreeing, None)
        return best, top, where

    def _is_quoted(self, offset: int) -> bool:
        i = bisect_right(self._quoted, offset) - 1
        return i >= 0 and offset < self._outer[i].end

    def _is_subject(self, m: NameMention) -> bool:
        """Stands at the head of its sentence or right before a verb."""
        before = self.text[max(0, m.start - 40) : m.start]
        tail = before.rstrip()
        if not tail or tail[-1] in '.!?\n”"’' or "\n" in before[len(tail) :]:
            return True
        verb = _NEXT_WORD.match(self.text, m.end)
        return verb is not None and _is_verb(verb.group(1))

    # -- roles ------------------------------------------------------------------------------------------------

    def _named_behind(self, c: Candidate, role: Nominal) -> int | None:
        """The person named between a role and its verb: a spokesman for the consulate, Ada Reed, said."""
        stream, nominals = c.paragraph.stream, c.paragraph.nominals
        if c.cue is None or role.kind != "r":
            return None
        last = bisect_left(c.paragraph.firsts, c.cue.token) - 1
        name, row = nominals[last], stream.edged
        apart = row[role.last + 1 : name.first]
        if name.kind != "N" or name.first <= role.last + 1 or name.last != c.cue.token - 2 or VERB.search(apart):
            return None
        if not apart[-1] == row[name.last + 1] == ",":
            return None
        mention = self._mention(stream.starts[name.first], stream.ends[name.last])
        return mention.cluster if mention is not None and mention.label == "PERSON" else None

    def _by_role(self, start: int, end: int) -> Identity:
        text = self.text[start:end]
        words, head = text.lower(), _head_of(text)
        article = words.split()[0]
        apposed = self.names.at(end + 2) if self.text[end : end + 2] == ", " else None
        if apposed is not None and apposed.label == "PERSON" and self.text[apposed.end : apposed.end + 1] == ",":
            self.named[words] = apposed.cluster  # her daughter, Ada Reed, said
        if words in self.named and article not in ("a", "an"):
            self.speakers.append((start, self.named[words]))
            return self._identity(self.named[words], "", "role")
        if article == "the":
            holders = self._holders.get(head, [])
            at = bisect_left(holders, (start, 0))
            if at:
                return self._identity(holders[at - 1][1], "", "role")
            if head in self.roles:
                return Identity(self.roles[head], None, "role", False)
        self.roles[head] = text
        return Identity(text, None, "role", False)


def _head_of(role: str) -> str:
    """The noun that says what somebody is: "mayor" of "the mayor of the town"."""
    before = _FURTHER.split(role, maxsplit=1)[0].split() or role.split()
    return before[-1].lower()


def _is_head(stream: Stream, n: Nominal) -> bool:
    """Does a nominal begin its sentence, and a verb follow it?"""
    return n.first == stream.around(n.first)[0] and stream.edged[n.last + 1] in "vceA"


def _gender_told(noun: str) -> str | None:
    """m, f or u (either) for a noun that stands for a person."""
    return mapping("person_roles").get(noun) or mapping("plain_people").get(noun)


@lru_cache(1 << 14)
def _is_verb(word: str) -> bool:
    """An auxiliary, a past form or a cue in -s: what follows a subject."""
    cue = cue_words().get(word)
    if cue is not None and cue.form in ("s", "ed"):
        return True
    return word.endswith("ed") or mapping("word_classes").get(word) in ("A", "v")
