"""A paragraph as tokens: classes, sentences, and what stands between two tokens."""

from __future__ import annotations

import re

from hypothesis import given, settings, strategies as st

from docscan import Document
from docscan.analysers.quotes.ranker import spelling, weighing
from docscan.analysers.quotes.stream import Stream, read_streams

_WORDS = st.sampled_from(
    ["Ana", "Ruiz", "he", "said", "told", "that", "the", "mayor", "leaks", "“yes”", "often", "was", ",", ".", "—",
     "and", "who", "her", "1,0", "of", "’s", "when", "moved", "(", ")", "R-Ohio", "U.S.", "don’t", "É"]
)  # fmt: skip
TEXTS = st.lists(_WORDS, min_size=1, max_size=60).map(" ".join)


def only(text: str) -> Stream:
    (stream,) = read_streams(Document(text))
    return stream


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_tokens_are_exact_and_in_order(text: str) -> None:
    """Every token stands where it says, in exactly one sentence, and none overlaps another."""
    stream = only(text)
    ends = [0, *stream.ends]
    for i, word in enumerate(stream.words):
        assert ends[i] <= stream.starts[i] < stream.ends[i] <= len(text)
        assert i in stream.quotes or text[stream.starts[i] : stream.ends[i]] == word
    assert stream.breaks[0] == 0
    assert stream.breaks[-1] == len(stream)
    assert stream.breaks == sorted(set(stream.breaks))
    for i in range(len(stream)):
        first, end = stream.around(i)
        assert first <= i < end


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_path_is_what_stands_between_in_few_symbols(text: str, a: int, b: int) -> None:
    """Adverbs and determiners are left out, nouns and verbs have a symbol each, repeated symbols count once."""
    stream = only(text)
    first, last = sorted((a % len(stream), b % len(stream)))
    row = re.sub("[VDG]", "", stream.row[first + 1 : last])
    row = re.sub("[eg]", "v", re.sub("[Nwrds&O]", "n", row))
    row = re.sub(r"(.)\1+", r"\1", row)
    assert stream.path(first, last) == ("far" if len(row) > 7 or last - first > 40 else row)


def test_edges() -> None:
    """Before the first token stands `^`, behind the last `$`, as a class and as a feature."""
    stream = only("Ana Ruiz said that the roof leaks")
    assert (stream.edged[-1], stream.edged[len(stream)]) == ("^", "$")
    assert (stream.marks[-1], stream.marks[len(stream)], stream.marks[len(stream) + 1]) == ("^", "$", "$")
    assert stream.marks[3] == "that"


def test_a_sentence_longer_than_any_is_read_in_parts() -> None:
    """No sentence has more than 150 tokens."""
    stream = only("word " * 1000)
    assert max(end - start for start, end in zip(stream.breaks, stream.breaks[1:], strict=False)) == 150


def test_rows_are_read_on_demand() -> None:
    """A model knows the weights of the rows it is given; anything else weighs nothing."""
    model = weighing({"b": "n\t0.50\tn,\t-1.25"})
    assert (model.row("b").get("n,", model.zero), model.row("b").get("x", model.zero)) == (-1.25, 0.0)
    assert model.row("a").get("n", model.zero) == 0.0


def test_features_have_names() -> None:
    """In training the same look-ups give the names of the features."""
    model = spelling()
    assert model.row("b").get("n", model.zero) + model.row("a").get(",", model.zero) == ("b\tn", "a\t,")


def test_her_is_an_owner_or_an_object() -> None:
    """Before a noun phrase "her" is a possessive, else an object."""
    stream = only("Her lawyer told her that she had shown her a letter from her campaign office")
    assert [stream.tags[i] for i, low in enumerate(stream.low) if low == "her"] == ["G", "O", "O", "G"]
