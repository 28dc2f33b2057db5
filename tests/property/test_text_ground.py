"""Layout, sentences and words keep their promises on any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings, strategies as st

from docscan.document import Document
from docscan.text.syllables import count_syllables
from docscan.text.tokens import find_words, list_words

WORDS = (
    "He said so|Mr. Lind|U.S. |“Stop!” Pete said|e.g. |No. 5|...|. . .|[4]|1. |a) |• |(see p. 4)|i think|?!|. |! |? "
    "|'|\"|“|”|—|By Ana Ruiz|Thursday, March 14, 2019|Photo: X|Title|it went on|é|数|\0|From: A"
)
GAPS = "\n|\n\n|\r\n|\r| |\t|\f|\u2028"
PIECES = st.sampled_from(WORDS.split("|") + GAPS.split("|"))
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join))
EXAMPLES = settings(max_examples=200, deadline=None)


@EXAMPLES
@given(TEXTS)
def test_blocks_and_sentences_hold_every_word_once(text: str) -> None:
    """Blocks and sentences are trimmed, in order, apart, and no visible character is outside them."""
    document = Document(text)
    for spans in ([(b.start, b.end) for b in document.blocks], list(document.sentences)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(text[start:end] == text[start:end].strip() for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@EXAMPLES
@given(TEXTS)
def test_sentences_stay_in_their_blocks(text: str) -> None:
    """No sentence crosses the border of a block."""
    document = Document(text)
    borders = {offset for b in document.blocks for offset in (b.start, b.end)}
    assert not any(start < border < end for start, end in document.sentences for border in borders)


@EXAMPLES
@given(TEXTS)
def test_newlines_of_any_kind_give_the_same_sentences(text: str) -> None:
    """Carriage returns beside line feeds change offsets, not sentences."""
    plain = text.replace("\r", "")
    wide = plain.replace("\n", "\r\n")
    found = [[" ".join(t[start:end].split()) for start, end in Document(t).sentences] for t in (plain, wide)]
    assert found[0] == found[1]


@EXAMPLES
@given(TEXTS)
def test_words_are_slices_and_have_syllables(text: str) -> None:
    """Words are true slices in order, the list agrees with the places, and each has a syllable at least."""
    spans = find_words(text)
    assert [text[start:end] for start, end in spans] == list_words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(count_syllables(word) >= 1 for word in list_words(text))
