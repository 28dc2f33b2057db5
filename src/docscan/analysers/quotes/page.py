"""A paragraph opened for attribution: its stream with nominals, cues, their subjects and what they report."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from docscan.analysers.quotes.clauses import RARE, Report, Weighed, choose_clause, is_quoted, weigh_clauses
from docscan.analysers.quotes.nominals import Nominal, find_bearer, find_head, find_nominals
from docscan.analysers.quotes.ranker import Model, model
from docscan.analysers.quotes.stream import Stream, once
from docscan.analysers.quotes.subjects import CueSubject, find_subjects, live_cues

_BESIDE = 4  # cues looked at on each side of a quotation


class Models(NamedTuple):
    """The models that read a paragraph: which cues matter, whose they are, what they report."""

    gate: Model
    subjects: Model
    clauses: Model


def shipped_models() -> Models:
    """The models as they are delivered."""
    return Models(model("gate"), model("subjects"), model("clauses"))


class Paragraph:
    """One stream and what the models find in it, each on first use."""

    def __init__(self, stream: Stream, models: Models, wide: bool = False, before: Paragraph | None = None) -> None:
        self.stream = stream
        self.before = before  # the paragraph before it
        self.wide = wide  # look at doubtful cues, too
        self._models = models
        self._weighed: dict[int, Weighed] = {}
        self._reports: dict[int, list[Report]] = {}
        self._over: dict[tuple[int, int], tuple[float, float]] = {}

    @once
    def nominals(self) -> list[Nominal]:
        """Words that could name a speaker."""
        return find_nominals(self.stream)

    def head(self, nominal: int, cue: CueSubject | None = None) -> int:
        """The nominal that this one leads up to, or stands in apposition to as the subject of `cue`, or itself."""
        head = find_head(self.stream, self.nominals, nominal)
        if cue is None or cue.subject != nominal or (cue.cue.grade == "noun" and self.nominals[head].kind == "G"):
            return head  # whose claim it is, not "his claim"
        return find_bearer(self.stream, self.nominals, head, cue.token)

    @once
    def firsts(self) -> list[int]:
        """Where the nominals begin."""
        return [n.first for n in self.nominals]

    @once
    def cues(self) -> list[CueSubject]:
        """The cues worth a look, with their subjects."""
        cues = live_cues(self.stream, self._models.gate, self.wide)
        return find_subjects(self.stream, self.nominals, self.firsts, cues, self._models.subjects) if cues else []

    @once
    def cue_of(self) -> dict[int, list[CueSubject]]:
        """The cues by their subject."""
        found: dict[int, list[CueSubject]] = {}
        for c in self.cues:
            if c.subject is not None:
                found.setdefault(c.subject, []).append(c)
        return found

    @once
    def _cues_in(self) -> dict[int, list[CueSubject]]:
        """The cues by the number of their sentence."""
        found: dict[int, list[CueSubject]] = {}
        for c in self.cues:
            found.setdefault(self.stream.sentence[c.token], []).append(c)
        return found

    def cues_beside(self, token: int) -> list[CueSubject]:
        """The cues of the sentence that holds `token`, in order; of many the nearest ones."""
        cues = self._cues_in.get(self.stream.sentence[token], [])
        if len(cues) <= 2 * _BESIDE:
            return cues
        at = bisect_left(cues, token, key=lambda c: c.token)
        return cues[max(0, at - _BESIDE) : at + _BESIDE]

    def reports(self, sentence: int) -> list[Report]:
        """The best clause of every cue of a sentence (by its number)."""
        found = self._reports.get(sentence)
        if found is None:
            each = (self.report(c) for c in self._cues_in.get(sentence, ()))
            found = self._reports[sentence] = [r for r in each if r is not None]
        return found

    def report(self, cue: CueSubject, over: int = -1) -> Report | None:
        """The best clause of a cue; with `over` the best one that holds that token."""
        return choose_clause(self.weighed(cue), over)

    def weighed(self, cue: CueSubject) -> Weighed:
        """The possible clauses of a cue."""
        weighed = self._weighed.get(cue.token)
        if weighed is None:
            weighed = self._weighed[cue.token] = weigh_clauses(self, cue, self._models.clauses)
        return weighed

    def holding(self, token: int) -> tuple[float, float]:
        """How likely a cue of the sentence reports a clause that is all but `token`, in marks, and one that holds it
        among other words: of the cue for which either is likeliest."""
        found = [self.share_over(cue, token) for cue in self.cues_beside(token)]
        return max(found, key=sum, default=(0.0, 0.0))

    def share_over(self, cue: CueSubject, token: int) -> tuple[float, float]:
        """The same of one cue."""
        found = self._over.get((cue.token, token))
        if found is not None:
            return found
        weighed = self.weighed(cue)
        whole = part = 0.0
        for clause, share in zip(weighed.clauses, weighed.shares, strict=True):
            if share > RARE and clause[0] <= token <= clause[1]:
                if is_quoted(self, cue, clause):
                    whole += share
                else:
                    part += share
        found = self._over[cue.token, token] = whole, part
        return found

    def report_over(self, token: int, cue: CueSubject | None = None) -> Report | None:
        """The likeliest reported clause that holds `token`; of `cue` only, if one is given."""
        best = None
        for r in self.reports(self.stream.sentence[token]):
            if r.clause.first <= token <= r.clause.last and (cue is None or r.clause.cue is cue):
                best = r if best is None or r.chance > best.chance else best
        return best

    def cue_for(self, nominal: int, token: int) -> CueSubject | None:
        """The cue of `nominal` that rather than not reports `token`, or else stands nearest to it; one in the same
        sentence before any other."""
        cues = self.cue_of.get(nominal)
        if not cues:
            return None
        if len(cues) == 1:
            return cues[0]
        sentence = self.stream.sentence
        home = sentence[token]

        def rank(c: CueSubject) -> tuple[int, int, int]:
            away = abs(sentence[c.token] - home)
            return away, -int(2 * sum(self.share_over(c, token))) if not away else 0, abs(c.token - token)

        return min(cues, key=rank)
