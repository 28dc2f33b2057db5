"""Ways in which newspapers, wires and magazines name speakers and report speech."""

from __future__ import annotations

import pytest

from docscan import quotes
from docscan.analysers.quotes.finding import find_quotes
from docscan.document import Document
from docscan.records import Quote


def read(text: str, **options: bool) -> list[tuple[str, str, str | None]]:
    """Kind, words and speaker of every quotation."""
    return [(q.kind, q.text, name_of(q)) for q in find_quotes(Document(text), **options)]  # type: ignore[arg-type]


def name_of(q: Quote) -> str | None:
    """The speaker's name, if there is one."""
    return q.speaker.name if q.speaker else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We were lucky," Tigers boss Maria Keane told Radio Fenland.', "Maria Keane"),
        ('"We were lucky," said Northgate chief executive Paul Adeyemi.', "Paul Adeyemi"),
        ("Retired teacher Joan Abara said the road was unsafe.", "Joan Abara"),
        ("Ghana's finance minister said the budget would be balanced.", "Ghana's finance minister"),
    ],
)
def test_a_name_that_leads_up_to_somebody_does_not_speak(text: str, name: str) -> None:
    """The speaker of a premodified phrase is the person or role that it ends in."""
    assert [who for _, _, who in read(text)] == [name]


def test_a_source_close_to_a_bank_is_not_the_bank() -> None:
    """The noun before an adjective with its object speaks, not the object."""
    (quote,) = find_quotes(Document("A source close to the bank insisted there was “no going back” on the plan."))
    assert quote.speaker is not None
    assert quote.speaker.text.startswith("A source")


def test_they_stands_for_the_group_that_spoke() -> None:
    """A plural pronoun is resolved to the several people who spoke last."""
    found = read('Analysts at the firm said sales looked weak. "They will fall again," they wrote.')
    assert found[-1] == ("direct", "They will fall again,", "Analysts")


@pytest.mark.parametrize("words", ["what a mess this is", "It will take years to put right", "No comment"])
def test_a_whole_paragraph_in_marks_is_direct(words: str) -> None:
    """A paragraph that is nothing but a quotation is direct speech, however it is cased or stopped."""
    text = f'The mayor, Ada Reed, came on Monday.\n\n"{words}"\n\nShe left early.'
    assert ("direct", words) in [(kind, said) for kind, said, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The water company declined to comment on the letter.",
        "The minister refused to say whether she would stand.",
        "Harbour Lines reported a half-year profit of 31.4 million pounds on Tuesday.",
    ],
)
def test_silence_and_results_are_no_reported_speech(text: str) -> None:
    """What somebody refuses to say and the figures a firm reports are no clauses that anybody said."""
    assert read(text) == []


def test_a_date_line_with_a_typewritten_dash_names_nobody() -> None:
    """A date line set off by a spaced hyphen is no part of the sentence behind it."""
    found = read("NAIROBI, March 3 (Wire) - Ghana's finance minister warned on Friday that the bond could default.")
    assert [who for _, _, who in found] == ["Ghana's finance minister"]


def test_nested_quotations_are_listed_on_request() -> None:
    """A quotation inside another is a record of its own only with `all`, flagged and without a speaker."""
    document = Document("“She asked me, ‘Is the water coming back?’ and I had no answer,” Ada Reed said.")
    assert [q.flags for q in find_quotes(document)] == [()]
    outer, inner = find_quotes(document, all=True)[:2]
    assert (inner.text, inner.flags, inner.speaker) == ("Is the water coming back?", ("nested",), None)
    assert outer.start < inner.start < inner.end < outer.end


def test_an_owner_leads_up_to_the_speaker() -> None:
    """In "the country's largest union" the union speaks, not the country."""
    (found,) = quotes("Forty men were refused a lawyer, according to the country's largest independent union.")
    assert found.speaker is not None
    assert found.speaker.text == "the country's largest independent union"


def test_a_question_put_to_somebody_is_nobodys_report() -> None:
    """What stands behind a sentence-initial "Asked whether" has no speaker and is left out."""
    found = quotes('Asked whether he would resign, Mayor Piet Vos said: "Not today."')
    assert [(q.kind, q.text) for q in found] == [("direct", "Not today.")]
