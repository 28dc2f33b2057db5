"""From paragraphs to attributed quotations: kinds, speakers, reported clauses and utterances, in one forward pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from docscan.analysers.quotes.clauses import Report
from docscan.analysers.quotes.cues import cue_words
from docscan.analysers.quotes.dialogue import dash_speech, is_complete
from docscan.analysers.quotes.kinds import judge_kind, kind_features, name_other
from docscan.analysers.quotes.page import Paragraph, shipped_models
from docscan.analysers.quotes.ranker import model
from docscan.analysers.quotes.speakers import (
    Candidate,
    Piece,
    describe,
    find_candidates,
    find_signature,
    rank_speakers,
)
from docscan.analysers.quotes.stream import read_streams
from docscan.analysers.quotes.subjects import CueSubject
from docscan.document import Document
from docscan.lexicons import words
from docscan.records import Span
from docscan.text.marks import Quotation

LONG = 5  # spaces in words in marks that are somebody's even without punctuation
OWN = 1.5  # how much likelier another cue's clause must be than that of the speaker's cue
# confidence from which a reported clause is told, by the grade of its cue: said, announced, hoped
REPORTED = {"speech": 0.32, "claim": 0.41, "noun": 0.47, "thought": 0.53}
OBJECT, RESULT = 0.2, 0.5  # more for what holds no verb ("denied the charges") but a figure ("reported sales of 5m")
SILENT = frozenset(("decline", "refuse"))  # what they govern was not said
_MEASURE = re.compile("dw?c")  # 61.2 million pounds: a unit, not a verb
_VERBAL = frozenset("AvegcstTW")  # classes of words that may be verbs or lead a clause
ALIKE = 0.6  # shared over all characters from which two clauses are the same
HANDED = 60  # quotations that a speaker named at the end is handed back to
NESTED = 0.5  # confidence in a quotation inside another
UNLIKELY = 0.2  # the same for `everything`


@dataclass(slots=True)
class Draft:
    """A quotation before names are resolved. `utterance` is the draft that begins the same statement."""

    kind: str
    start: int
    end: int
    content: Span
    paragraph: Paragraph
    speaker: Candidate | None
    cue: CueSubject | None
    quotation: Quotation | None
    confidence: float
    continued: bool = False
    turn: bool = False  # nothing in its paragraph says who speaks: it may be the other one's turn
    utterance: Draft | None = None


def attribute(document: Document, dialogue: bool, *, everything: bool, reported: bool = True) -> list[Draft]:
    """Every quotation of `document` in order; with `everything` also what nobody said and unlikely reports, without
    `reported` only what stands in marks (clauses elsewhere are then never looked for). `dialogue`: what
    is_dialogue says of it."""
    reader = _Reader(document, dialogue, everything, reported)
    paragraph: Paragraph | None = None
    models = shipped_models()
    for stream in read_streams(document, () if document.quotations else dash_speech(document)):
        if len(stream):
            following = Paragraph(stream, models, everything, paragraph)
            if paragraph is not None:
                reader.read(paragraph, following)
            paragraph = following
    if paragraph is not None:
        reader.read(paragraph, None)
    return reader.drafts


class _Reader:
    """What is carried from piece to piece: the paragraph before, the last speaker and the last draft."""

    def __init__(self, document: Document, dialogue: bool, everything: bool, reported: bool) -> None:
        self.text = document.text
        self.inner = [q for q in document.quotations if q.depth > 0] if everything else []
        self.everything = everything
        self.reported = reported
        self.dialogue = dialogue
        self.drafts: list[Draft] = []
        self.before: Paragraph | None = None
        self.following: Paragraph | None = None
        self.last: Candidate | None = None
        self.last_draft: Draft | None = None

    def read(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        """Attribute every piece and every reported clause of one paragraph."""
        self.following = following
        found: list[Draft] = []
        kind, at = "-", -1
        for token in paragraph.stream.quotes:
            draft = self._read_piece(paragraph, token, kind, at)
            kind = draft.kind[0] if draft.kind in ("direct", "mixed") else "n"
            if kind != "n":
                found.append(draft)
                at = token
            elif self.everything:
                found.append(draft)
        if self.reported:
            found += self._reports(paragraph, found)
        if self.everything:
            found += self._nested(paragraph)
        found.sort(key=lambda d: (d.start, -d.end))
        self.drafts += found
        if not found:
            paragraph.before = None  # nobody will ask for it; keep no chain of them
        self.before = paragraph

    def _read_piece(self, paragraph: Paragraph, token: int, before: str, at: int) -> Draft:
        stream = paragraph.stream
        q = stream.quotes[token]
        start, end = _trim(self.text, q.start, q.end)
        shares = judge_kind(kind_features(paragraph, token, self.text, before), model("kinds"))
        if self.dialogue or stream.sole:
            alone = stream.row == "Q" and stream.block.kind == "body" and self.text.count(" ", start, end) > 0
            shares = self._as_dialogue(q, before, alone, shares)
        direct, mixed, none = shares
        if none > max(direct, mixed):
            other = name_other(paragraph, token, self.text)
            return Draft(other, start, end, Span(start, end), paragraph, None, None, q, round(none, 3))
        kind = "direct" if direct >= mixed else "mixed"
        if kind == "mixed" and self._is_idle(paragraph, token):
            other = name_other(paragraph, token, self.text)
            return Draft(other, start, end, Span(start, end), paragraph, None, None, q, round(1 - mixed, 3))
        setting = describe(Piece(paragraph, token), self.text, self.last, at)
        speaker: Candidate | None = find_signature(Piece(paragraph, token), self.following)
        share = 1.0
        if speaker is None:
            candidates = find_candidates(Piece(paragraph, token), self.before, self.last)
            speaker, share = rank_speakers(setting, candidates, model("speakers"))
        draft = Draft(kind, start, end, Span(start, end), paragraph, speaker, None, q, 0.0)
        draft.confidence = round((1 - none) * (0.4 + 0.6 * share), 3)
        if speaker is not None and self.last is not None:
            draft.continued = speaker.paragraph is self.last.paragraph and speaker.nominal == self.last.nominal
        if speaker is not None and speaker.paragraph is paragraph:
            draft.cue = speaker.cue
        if kind == "mixed":
            self._note_clause(draft, token)
        draft.turn = self.dialogue and (speaker is None or speaker.paragraph is not paragraph or _is_bare(speaker))
        self._join(draft, at)
        self.last, self.last_draft = speaker, draft
        return draft

    def _nested(self, paragraph: Paragraph) -> list[Draft]:
        """Quotations inside quotations: somebody's words, but whose is for the one who quotes to say."""
        block = paragraph.stream.block
        first = bisect_left(self.inner, block.start, key=lambda q: q.outer_start)
        found: list[Draft] = []
        for i in range(first, len(self.inner)):
            q = self.inner[i]
            if q.outer_start >= block.end:
                break
            start, end = _trim(self.text, q.start, q.end)
            said = is_complete(self.text, start, end, False) or self.text.count(" ", start, end) >= LONG
            span = Span(start, end)
            found.append(Draft("direct" if said else "scare", *span, span, paragraph, None, None, q, NESTED))
        return found

    def _is_idle(self, paragraph: Paragraph, token: int) -> bool:
        """A word or two in marks in a sentence without any cue: nobody says them."""
        if paragraph.stream.title:
            return False  # headlines leave the cue out
        q = paragraph.stream.quotes[token]
        return self.text.count(" ", q.start, q.end) <= 1 and not paragraph.cues_beside(token)

    def _as_dialogue(self, q: Quotation, before: str, alone: bool, shares: list[float]) -> list[float]:
        """What reads as an utterance is one, and so is a whole paragraph; a few words in a sentence are nobody's."""
        start, end = _trim(self.text, q.start, q.end)
        direct, mixed, none = shares
        if alone or is_complete(self.text, start, end, before == "d"):
            return [direct + mixed + 0.9 * none, 0.0, 0.1 * none]
        if self.text.count(" ", start, end) >= LONG:
            lead = self.text[max(0, q.outer_start - 2) : q.outer_start].rstrip()
            if self.text[start].islower() and lead[-1:].isalnum():
                return shares  # it goes on with a sentence that somebody else tells
            return [direct + mixed, 0.0, none]
        return [direct, 0.0, none + mixed]

    def _note_clause(self, draft: Draft, token: int) -> None:
        """The reported clause around a mixed piece: of its speaker's cue, unless another is much likelier."""
        paragraph = draft.paragraph
        own = draft.speaker.cue if draft.speaker else None
        best, top = None, 0.0
        for cue in paragraph.cues_beside(token):
            report = paragraph.report(cue, token)
            value = report.chance * (OWN if cue is own else 1.0) if report else 0.0
            if report is not None and value > top:
                best, top = report, value
        if best is not None:
            draft.content = _span(paragraph, best)
            draft.cue = draft.cue or best.clause.cue

    def _join(self, draft: Draft, at: int) -> None:
        """Does this piece go on with the statement before it?"""
        last = self.last_draft
        if last is None or draft.quotation is None or last.quotation is None or last.kind != draft.kind:
            return
        chained = draft.quotation.continues and draft.quotation.chain == last.quotation.chain
        broken = at >= 0 and draft.continued and draft.kind == "direct"
        if chained or broken:
            draft.utterance = last.utterance or last
        if chained and draft.confidence > last.confidence:
            self._hand_back(draft)

    def _hand_back(self, draft: Draft) -> None:
        """The last paragraph of a long quotation often names its speaker: give it to the paragraphs before."""
        assert draft.quotation is not None
        for earlier in self.drafts[: -HANDED - 1 : -1]:
            q = earlier.quotation
            if q is not None and q.chain != draft.quotation.chain:
                break
            if earlier.speaker is not None and earlier.speaker.paragraph is earlier.paragraph:
                break  # its own paragraph names one
            if q is not None:
                earlier.speaker, earlier.cue, earlier.confidence = draft.speaker, None, draft.confidence

    def _reports(self, paragraph: Paragraph, pieces: list[Draft]) -> list[Draft]:
        """Reported clauses without marks."""
        found: list[Draft] = []
        clauses = sorted(d.content for d in pieces if d.kind == "mixed")
        direct = {d.cue.token for d in pieces if d.kind == "direct" and d.cue is not None}
        for number in dict.fromkeys(paragraph.stream.sentence[c.token] for c in paragraph.cues):
            taken: list[Span] = []
            for report in sorted(paragraph.reports(number), key=lambda r: -r.exact):
                floor = UNLIKELY if self.everything else _floor(paragraph, report)
                span = _span(paragraph, report)
                if report.exact < floor or _is_taken(span, taken) or self._is_no_report(paragraph, report, direct):
                    continue
                taken.append(span)
                if not _is_taken(span, _near(span, clauses)):
                    cue, sure = report.clause.cue, round(report.exact, 3)
                    found.append(Draft("indirect", *span, span, paragraph, _teller(paragraph, cue), cue, None, sure))
        return found

    def _is_no_report(self, paragraph: Paragraph, report: Report, direct: set[int]) -> bool:
        """Whether a likely clause is none that somebody without marks said: a quotation, an object, a speaker, or
        when and how something was said that stands in marks (its cue is one of `direct`)."""
        clause = report.clause
        if not self.everything and clause.cue.token in direct and not _begins_with_that(paragraph, report):
            return True
        if _holds_quotation(paragraph, report) or _is_put_to_somebody(paragraph, report):
            return True
        if clause.side != "a":
            return False
        if clause.first == clause.last or _holds_speaker(paragraph, report):
            return True  # "called it", "denied this": not a clause
        return not self.everything and _is_silent(paragraph, clause.cue)


def _is_silent(paragraph: Paragraph, cue: CueSubject) -> bool:
    """Declined to, or a cue behind it: declined to say."""
    low, token = paragraph.stream.low, cue.token
    governor = cue_words().get(low[token - 2]) if token > 1 and low[token - 1] == "to" else None
    return cue.cue.lemma in SILENT or (governor is not None and governor.lemma in SILENT)


def _teller(paragraph: Paragraph, cue: CueSubject) -> Candidate | None:
    """Who says what a cue reports: its subject, unless that is passive."""
    if cue.subject is None or _is_passive(paragraph, cue, cue.subject):
        return None
    return Candidate(paragraph, cue.subject, cue)


def _is_passive(paragraph: Paragraph, cue: CueSubject, subject: int) -> bool:
    """The bill was criticised, they are expected to: the subject is not who says or thinks so; that she is worried
    is something she tells."""
    stream, at = paragraph.stream, cue.token - 1
    if cue.cue.form != "ed" or paragraph.nominals[subject].first > cue.token:
        return False
    while at > 0 and stream.tags[at] == "V":
        at -= 1
    return at >= 0 and stream.low[at] in words("passive_words") and cue.cue.lemma not in words("feeling_verbs")


def _floor(paragraph: Paragraph, report: Report) -> float:
    """The confidence from which a reported clause is told; one without a verb is rather an object."""
    clause = report.clause
    row = paragraph.stream.row[clause.first : clause.last + 1]
    bare = clause.side == "a" and row[0] in "DGNwrdOS" and not _VERBAL.intersection(_MEASURE.sub("d", row))
    return REPORTED[clause.cue.cue.grade] + (RESULT if bare and "d" in row else OBJECT if bare else 0.0)


def _is_bare(c: Candidate) -> bool:
    """A possessive or an object pronoun that no cue ties to the quotation says little about who speaks."""
    return c.cue is None and c.paragraph.nominals[c.nominal].kind in "GO"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _span(paragraph: Paragraph, report: Report) -> Span:
    stream = paragraph.stream
    return Span(stream.starts[report.clause.first], stream.ends[report.clause.last])


def _holds_quotation(paragraph: Paragraph, report: Report) -> bool:
    return paragraph.stream.row.find("Q", report.clause.first, report.clause.last + 1) >= 0


def _holds_speaker(paragraph: Paragraph, report: Report) -> bool:
    """ "…", said Ada Lind, the mayor: what follows the cue is who speaks, not what is said."""
    clause = report.clause
    if clause.cue.subject is None:
        return False
    return clause.first <= paragraph.nominals[clause.cue.subject].first <= clause.last


def _begins_with_that(paragraph: Paragraph, report: Report) -> bool:
    return "T" in paragraph.stream.row[max(0, report.clause.first - 1) : report.clause.first + 1]


def _is_put_to_somebody(paragraph: Paragraph, report: Report) -> bool:
    """Asked whether …, she replied: whose question it was is not said."""
    cue = report.clause.cue
    return cue.subject is None and paragraph.stream.around(cue.token)[0] == cue.token


def _is_taken(span: Span, others: list[Span]) -> bool:
    """Nearly the same clause as another."""
    return any(_overlap(span, o) > ALIKE for o in others)


def _near(span: Span, others: list[Span]) -> list[Span]:
    """Those of `others`, sorted, that can be nearly the same: none begins farther before it than it is long."""
    return others[bisect_left(others, Span(2 * span.start - span.end, 0)) : bisect_left(others, Span(span.end, 0))]


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / max(1, max(a.end, b.end) - min(a.start, b.start))
