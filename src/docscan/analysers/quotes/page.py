"""A paragraph opened for attribution: its stream with nominals, cues, their subjects and what they report."""

from __future__ import annotations

from docscan.analysers.quotes.clauses import Report, choose_clause
from docscan.analysers.quotes.nominals import Nominal, find_nominals
from docscan.analysers.quotes.ranker import Model
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject, find_subjects


class Paragraph:
    """One stream with its candidates; `cue_of[k]` are the cues whose subject is nominal `k`."""

    __slots__ = ("cue_of", "cues", "firsts", "nominals", "reports", "stream")

    def __init__(self, stream: Stream, subjects: Model, clauses: Model) -> None:
        self.stream = stream
        self.nominals: list[Nominal] = find_nominals(stream)
        self.firsts = [n.first for n in self.nominals]
        self.cues: list[CueSubject] = find_subjects(stream, self.nominals, subjects)
        self.cue_of: dict[int, list[CueSubject]] = {}
        for c in self.cues:
            if c.subject is not None:
                self.cue_of.setdefault(c.subject, []).append(c)

        self.reports: list[Report] = [r for c in self.cues if (r := choose_clause(self, c, clauses)) is not None]

    def report_over(self, token: int, cue: CueSubject | None = None) -> Report | None:
        """The likeliest reported clause that holds `token`; of `cue` only, if one is given."""
        over = [
            r for r in self.reports
            if r.clause.first <= token <= r.clause.last and (cue is None or r.clause.cue is cue)
        ]  # fmt: skip
        return max(over, key=lambda r: r.chance) if over else None

    def cue_for(self, nominal: int, token: int) -> CueSubject | None:
        """The cue of `nominal` that stands nearest to `token`; one in the same sentence before any other."""
        cues = self.cue_of.get(nominal)
        if not cues:
            return None
        sentence = self.stream.sentence
        home = sentence[token]
        return min(cues, key=lambda c: (abs(sentence[c.token] - home), abs(c.token - token)))
