"""What holds for any text."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from docscan import Document, quotes
from docscan.analysers.quotes.attribution import _is_taken, _near
from docscan.records import Quote, Span

_WORDS = st.sampled_from(
    ["Ana Ruiz", "he", "she", "said", "told", "that", "the mayor", "leaks", "“", "”", '"', "'", "‘", "’", ",",
     ".", "?", "—", "\n\n", "according to", "Mr. Berg", "and", "who", "claim", "(", ")", "1,0", "''", ":", "É", "🙂"]
)  # fmt: skip
TEXTS = st.lists(_WORDS, max_size=40).map(" ".join)


def spans(q: Quote) -> list[tuple[str, int, int]]:
    parts = [(q.text, q.start, q.end)]
    parts += [(p.text, p.start, p.end) for p in (q.speaker, q.cue) if p is not None]
    return parts


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_span_is_exact(text: str) -> None:
    """`text == source[start:end]` for words, speaker and cue, in every document, with and without `all`."""
    for options in ({}, {"all": True}):
        found = quotes(text, **options)
        assert [q.start for q in found] == sorted(q.start for q in found)
        for q in found:
            assert all(words == text[start:end] for words, start, end in spans(q))
            assert (q.line, q.column) == Document(text).position(q.start)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_answer_does_not_change(text: str) -> None:
    """The same text gives the same quotations, whatever was read before."""
    before = quotes(text)
    quotes("“The roof leaks,” said Ana Ruiz.")
    assert quotes(text) == before


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    """Any characters at all are read without an error."""
    for q in quotes(text, all=True):
        assert text[q.start : q.end] == q.text


SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(0, 30))


@given(SPANS, st.lists(SPANS, max_size=30).map(sorted))
def test_only_clauses_near_by_can_be_nearly_the_same(span: Span, others: list[Span]) -> None:
    """Whatever is nearly the same as a clause is among those that are compared with it."""
    assert _is_taken(span, _near(span, others)) == _is_taken(span, others)
