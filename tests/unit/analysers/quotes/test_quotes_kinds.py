"""Direct, mixed, indirect, and what is nobody's words."""

from __future__ import annotations

import pytest

from docscan import quotes


def kinds(text: str, **options: object) -> list[tuple[str, str]]:
    return [(q.kind, q.text) for q in quotes(text, **options)]


def test_direct() -> None:
    """A whole statement in marks is direct."""
    assert kinds("“The roof leaks,” said Ana Ruiz.") == [("direct", "The roof leaks,")]


def test_mixed_has_the_clause_around_it() -> None:
    """Words in marks inside a reporting clause are mixed, and the whole clause is their content."""
    text = "Ana Ruiz said that the roof of the clinic was “a disgrace” and should be replaced."
    (quote,) = quotes(text)
    assert (quote.kind, quote.text) == ("mixed", "a disgrace")
    assert text[quote.content.start : quote.content.end].endswith("and should be replaced")
    assert "the roof of the clinic was" in text[quote.content.start : quote.content.end]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ana Ruiz said that the clinic would close on Monday.", "that the clinic would close on Monday"),
        ("The clinic will close on Monday, Ana Ruiz said.", "The clinic will close on Monday"),
        ("The clinic will close on Monday, according to Ana Ruiz.", "The clinic will close on Monday"),
        ("According to Ana Ruiz, the clinic will close on Monday.", "the clinic will close on Monday"),
        ("Ana Ruiz told reporters that nobody had asked her.", "that nobody had asked her"),
    ],
)
def test_indirect(text: str, clause: str) -> None:
    """A reported clause without marks is indirect: after the cue, before it, or beside "according to"."""
    (quote,) = quotes(text)
    assert (quote.kind, quote.text) == ("indirect", clause)
    assert quote.speaker is not None and quote.speaker.name == "Ana Ruiz"
    assert quote.marks == ""


def test_a_date_line_is_no_part_of_a_reported_clause() -> None:
    """What stands before the dash of a date line is left out."""
    text = "GRENLEY, May 5 (Wire) — The clinic will close on Monday, the mayor said."
    assert kinds(text) == [("indirect", "The clinic will close on Monday")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The so-called “gap” cost a fortune.", "term"),
        ("She read the novel “The Empty Mill” in a day.", "title"),
        ("William “Bill” Osgood ran the mill.", "term"),
        ("The “free” lunch is in the kitchen.", "scare"),
    ],
)
def test_nobody_s_words(text: str, kind: str) -> None:
    """Terms, titles, nicknames and scare quotes are no quotations, and are listed with `all`."""
    assert kinds(text) == []
    assert [k for k, _ in kinds(text, all=True) if k != "indirect"] == [kind]


def test_kind_filter_asks_for_what_is_nobody_s() -> None:
    """Asking for a kind that is listed only with `all` lists it."""
    text = "She read the novel “The Empty Mill” in a day. “I liked it,” said Ana Ruiz."
    assert [k for k, _ in kinds(text, kind=("title",))] == ["title"]
    assert [k for k, _ in kinds(text, kind=("direct",))] == ["direct"]


def test_min_words_and_speaker_filters() -> None:
    """Short quotations and other speakers are left out."""
    text = "“No,” said Ana Ruiz. “We are closing the clinic on Monday,” said Tom Berg."
    assert kinds(text, min_words=3) == [("direct", "We are closing the clinic on Monday,")]
    assert kinds(text, speaker="ruiz") == [("direct", "No,")]


def test_all_lists_unlikely_reports() -> None:
    """With `all`, reported clauses of low confidence come too; without it they do not."""
    text = "Tom Berg considered a new bridge in the autumn. Ana Ruiz said it would not open."
    few, many = kinds(text), kinds(text, all=True)
    assert set(few) < set(many)
    assert ("indirect", "it would not open") in few


def test_words_in_markup_are_not_read() -> None:
    """What the mask blanks out is no quotation, and offsets stay those of the text."""
    from docscan import Document

    text = '<a title="No">“Yes,” said Ana Ruiz.</a>'
    masked = " " * 14 + text[14:-4] + "    "
    (quote,) = quotes(Document(text, masked=masked))
    assert text[quote.start : quote.end] == quote.text == "Yes,"


def test_an_empty_document_has_no_quotations() -> None:
    """Nothing in, nothing out."""
    assert quotes("") == () == quotes(" \n\n ")


@pytest.mark.parametrize(
    "text",
    [
        "“The roof leaks,” Ana Ruiz said as she and hundreds of nurses left the clinic on Monday.",
        "“The roof leaks,” Ana Ruiz said after the council had put off the repairs to the roof.",
    ],
)
def test_when_something_was_said_is_no_report(text: str) -> None:
    """The cue of a direct quotation reports what stands in marks; what follows it is told by the writer."""
    assert [k for k, _ in kinds(text)] == ["direct"]


def test_that_begins_a_report_beside_a_direct_quotation() -> None:
    """A clause with "that" is reported even where its cue has a direct quotation, too."""
    text = "“The roof leaks,” Ana Ruiz said, adding that the council had put off the repairs."
    assert [k for k, _ in kinds(text)] == ["direct", "indirect"]


def test_a_clause_ends_before_what_the_same_person_adds() -> None:
    """ "Said that …, adding that …" announces two clauses, each with its own words in marks."""
    text = (
        "The town met on Monday.\n\nMayor Ada Reed said that the bridge was “a disgrace to everyone who crosses it,” "
        "adding that she would “never sign such a contract again” for the town."
    )
    first, second = (q for q in quotes(text) if q.kind == "mixed")
    assert text[first.content.start : first.content.end].startswith("that the bridge was")
    assert first.content.end < text.index("adding") < second.content.start


def test_the_colon_of_a_headline_announces() -> None:
    """In "Reed: Bridge is ‘a disgrace’" the name before the colon says what follows it."""
    text = "Reed: Bridge Is a ‘National Disgrace’\n\nThe mayor of Leeds spoke on Monday. She had little to say."
    quote = quotes(text)[0]
    assert quote.kind == "mixed"
    assert quote.speaker is not None and quote.speaker.text == "Reed"
    assert quote.cue is not None and quote.cue.text == ":"


def test_all_but_a_word_in_marks_is_direct() -> None:
    """Where nothing of the clause stands outside marks the statement is quoted whole."""
    text = "The mayor spoke.\n\nShe vowed to “stop the traffic that has been choking this old town for years now.”"
    assert [q.kind for q in quotes(text)] == ["direct"]


def test_that_begins_the_clause() -> None:
    """The clause of "points out that …" begins at "that", not at "out"."""
    text = "The mayor spoke on Monday.\n\nAda Reed points out that the bridge is old."
    assert [q.text for q in quotes(text)] == ["that the bridge is old"]
