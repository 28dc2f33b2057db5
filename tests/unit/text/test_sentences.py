"""Sentences: where they end and where they do not. `|` marks the ends in the examples."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest

from docscan.document import Document


def split(text: str) -> list[str]:
    return [" ".join(text[s.start : s.end].split()) for s in Document(text).sentences]


EXAMPLES = {
    "plain stops": "The mill burned down. | Nobody was hurt! | Who lit the match? | The police don't know.",
    "titles": "Mr. Okafor met Dr. Lind and Gen. Ruiz. | They shook hands.",
    "initials": "The award went to Ines K. Marsh. | Her brother J. T. Marsh wept.",
    "the pronoun I": "It was only you and I. | Did you notice?",
    "country before a name": "The U.S. Navy sent a ship. | It left the U.S. | The crew waved.",
    "company": "Lind & Co. sells boats. | It belongs to Marsh Inc. | The price is secret.",
    "company before a verb": "Marsh Corp. expects a loss. | Brandt Ltd. and Lind Bros. do not.",
    "numbers": "See No. 7 and fig. 3 on p. 55. | It cost $4.50. | The answer is no. | Go home.",
    "answer no": "She said no. | Marsh said yes.",
    "clock": "We met at 5 p.m. Friday. | They left at 6 a.m. | Trains were late.",
    "months": "It opens on Jan. 20 next year. | It closed in Dec. | The roof leaked.",
    "latin": "Bring fruit, e.g. Cox apples, nuts, etc. | Leave the dog, i.e. Rex, at home.",
    "lower case after a stop": "He lives near 5th st. by the canal.",
    "web address": "Write to www.harbour.example.org. | Ask for Ana.",
    "ellipsis": "I never said that... | She left. | It was . . . odd, somehow.",
    "several marks": "You did what?! | Yes!!! | Really?",
    "quotation with attribution": "“Stop!” Pete Lind said. | “Why?” asked Ana. | “Because.”",
    "quotation of a sentence": "“We are closed.” | The door slammed. | He said, “Come back on Monday.” | She did.",
    "stop outside the marks": "He called the plan “a joke”. | She called it 'gay'. | They voted \"no\". | It fell.",
    "long quotation": "“We have worked for this for eleven years and we are not going to stop now. | The harbour "
    "belongs to the people who live beside it,” Ana Ruiz said.",
    "short aside": "His “Wait. Not yet.” came too late.",
    "bracketed": "He paid (see p. 4). | (She did not.) | They left.",
    "note marks": "It sank in 1911.[3] | It rose again. [4] [5] | Nobody cheered.[citation needed]",
    "words left out after a full stop": "They came in March. | . . . They left in May.",
    "mark inside brackets": "He asked [who? where? 1911?] and left.",
    "title with a mark": "She sang in Hello! (1988) and wept.",
    "lower-case name": "Prices fell. | eBay did not comment.",
    "numbered headings": "2.1. Methods and means",
    "inline list": "1. Fill the kettle | 2. Boil the water | 3. Pour",
    "parts of one sentence": "We need (1) time, (2) money and (3) luck.",
    "all capitals": "ARGUMENT OF GEN. ADA BRANDT FOR THE STATE",
    "small talk": "i think it broke. | can you fix it? | i have no idea.",
    "footnote figure": "The method is old (type 2).10 | It still works.",
}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=list(EXAMPLES))
def test_sentence_ends(example: str) -> None:
    """Sentences end where a reader ends them."""
    assert split(example.replace(" | ", " ")) == example.split(" | ")


PROSE = (
    "The old ferry will sail for another year. Mr. Lind of the harbour trust said the vote was “a good day for the "
    "town”. Opponents, e.g. the Footbridge League, were furious! “What now?” asked Ana Ruiz. Nobody had an answer."
)


def test_lines_run_together_are_parted_at_a_capital_pronoun() -> None:
    """A capitalised "In" or pronoun after a word without a stop begins a sentence, but not in a title."""
    text = "Ana Ruiz won the largest share In the north the harbour party lost its seat."
    assert split(text) == ["Ana Ruiz won the largest share", "In the north the harbour party lost its seat."]
    assert len(split("She starred in the film In the harbour and in two plays.")) == 1


def test_missing_space_after_a_stop() -> None:
    """A space forgotten after a stop hides no sentence end, but a dotted name is none."""
    assert split("The vote was close.Nobody slept that night.") == ["The vote was close.", "Nobody slept that night."]
    assert len(split("Visit www.harbour.Example today.")) == 1


def test_wrapped_lines_do_not_end_sentences() -> None:
    """Hard-wrapped text has the same sentences as the paragraph it was wrapped from."""
    assert split(textwrap.fill(PROSE, 40)) == split(PROSE)
    assert len(split(PROSE)) == 5


def test_headlines_do_not_run_into_the_text() -> None:
    """A headline without a stop is a sentence of its own in either layout."""
    for gap in ("\n", "\n\n"):
        assert split(f"Ferry saved{gap}{PROSE}{gap}What comes next{gap}{PROSE}")[0] == "Ferry saved"


def test_sentences_are_true_slices_in_order() -> None:
    """Sentences are trimmed, in order, do not overlap and lose no word."""
    text = f"Ferry saved\r\n\r\n  {PROSE}\r\n\r\n\t{PROSE} \n"
    spans = Document(text).sentences
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert " ".join(text[s.start : s.end] for s in spans).split() == text.split()


@pytest.mark.parametrize("text", ["", " \n ", ".", "...", "!", "? ? ?", "A.", "1.", "“", "“.”", "\x00", "a\u2028b."])
def test_odd_texts_do_no_harm(text: str) -> None:
    """Texts with hardly a word in them give spans inside the text."""
    assert all(0 <= s.start < s.end <= len(text) for s in Document(text).sentences)


def test_exclamation_ends_before_a_clause_in_lower_case() -> None:
    """A lower-case pronoun or article begins a sentence after an exclamation, unless it tells who exclaimed."""
    assert split("What a view over the bay! some of the huts are older than the road.") == [
        "What a view over the bay!",
        "some of the huts are older than the road.",
    ]
    assert len(split("Leave the boat alone! he shouted.")) == 1
    assert len(split("Is huh? a word in its own right")) == 1
