"""Layout: paragraphs and kinds of blocks."""

from __future__ import annotations

import textwrap

import pytest

from docscan.text.layout import detect_layout, find_blocks

TITLE = "Harbour council votes to keep the ferry"
DATE = "Thursday, 14 March 2019"
FIRST = (
    "The harbour council voted on Wednesday night to keep the old ferry in service for another year, after a "
    "petition signed by more than two thousand commuters reached the town hall."
)
SECOND = (
    "Opponents said that the boat burns too much fuel. They want the money spent on a footbridge, which engineers "
    "reckon would take at least eighteen months to build and cost twice as much."
)
PARAGRAPHS = [TITLE, DATE, FIRST, SECOND]
WRAPPED = [TITLE, DATE, *(textwrap.fill(p, 68) for p in (FIRST, SECOND))]


def kinds(text: str) -> list[str]:
    return [b.kind for b in find_blocks(text, detect_layout(text))]


def words(text: str) -> list[str]:
    return [" ".join(text[b.start : b.end].split()) for b in find_blocks(text, detect_layout(text))]


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("\n\n".join(PARAGRAPHS), "blank-line"),
        ("\n".join(PARAGRAPHS), "line"),
        ("\n\n".join(WRAPPED), "wrapped"),
        ("\n".join(WRAPPED), "wrapped"),
        ("", "blank-line"),
        (FIRST, "blank-line"),
    ],
)
def test_layout_is_told_from_line_breaks(text: str, layout: str) -> None:
    """The three layouts are told apart by where lines break."""
    assert detect_layout(text) == layout


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", ["\n\n".join(PARAGRAPHS), "\n".join(PARAGRAPHS), "\n\n".join(WRAPPED)])
def test_paragraphs_are_the_same_in_every_layout(text: str, newline: str) -> None:
    """The same article gives the same paragraphs and kinds however its lines are laid and ended."""
    text = text.replace("\n", newline)
    assert words(text) == PARAGRAPHS
    assert kinds(text) == ["headline", "dateline", "body", "body"]


def test_short_last_line_ends_a_wrapped_paragraph() -> None:
    """In wrapped text without blank lines a line with room to spare ends its paragraph."""
    assert words("\n".join(WRAPPED)) == PARAGRAPHS


def test_list_items_stand_alone() -> None:
    """Every item of a list is a block of its own, also between wrapped paragraphs."""
    text = WRAPPED[2] + "\n\n- bread\n- two litres of milk\n- the blue folder\n\n" + WRAPPED[3]
    assert kinds(text) == ["body", "list", "list", "list", "body"]


def test_a_dash_inside_wrapped_prose_starts_no_item() -> None:
    """A line of wrapped prose that happens to begin with a dash goes on with its paragraph."""
    text = textwrap.fill(
        "The committee heard that the tunnel had been closed for the whole of the winter season - a claim that the "
        "operator denied and that nobody in the room could prove either way before the end of the meeting.",
        86,
    )
    assert "\n- " in text
    assert len(words(text)) == 1


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("By Alma Brandt and Theo Okafor", "byline"),
        ("Published: 3 May 2021, 10:45 BST", "dateline"),
        ("2021-05-03", "dateline"),
        ("The new ferry leaves the quay. Photo: Harbour Trust", "caption"),
        ("Ana Ruiz on the quay. (Lindow Trust via Getty Images)", "caption"),
        ("She named her source: it was her brother.", "body"),
        ("A photo by her father shows the old quay. It hangs in the hall.", "body"),
        ("What happened next", "headline"),
        ("* * *", "list"),
        ("17", "list"),
        ("Home | Local news | Sport", "list"),
        ("They had no answer.", "body"),
        ("and nobody knew why", "body"),
        ("Regards,", "body"),
        ("“We will not go back to the old boat”", "body"),
        ("The trust was founded in 1911. [4]", "body"),
    ],
)
def test_kinds_of_short_blocks(block: str, kind: str) -> None:
    """A short block tells by its own words what it is."""
    assert kinds(f"{FIRST}\n\n{block}\n\n{SECOND}")[1] == kind


def test_caption_and_credit_are_two_captions() -> None:
    """The words before a credit in one paragraph are a caption too."""
    assert kinds(f"{FIRST}\n\nThe quay at dawn Image: Ana Ruiz\n\n{SECOND}") == ["body", "caption", "caption", "body"]


def test_question_over_an_article_is_its_headline() -> None:
    """A short question at the top of a text is a headline, further down it is body."""
    assert kinds(f"Who killed the ferry?\n\n{FIRST}\n\nWho, then?\n\n{SECOND}") == [
        "headline",
        "body",
        "body",
        "body",
    ]


def test_date_stamp_run_into_the_text_is_parted() -> None:
    """A full date in front of a paragraph is a date line, a date inside a sentence is not."""
    assert words(f"Thursday, March 14, 2019 {FIRST}") == ["Thursday, March 14, 2019", FIRST]
    inside = "The hearing on Thursday, March 14, 2019 lasted six hours and ended without a ruling."
    assert words(inside) == [inside]


def test_text_without_body_is_body() -> None:
    """Words without a full stop are the body when there is nothing else."""
    assert kinds("Just a few words") == ["body"]


def test_letter_headers_are_not_body() -> None:
    """The header lines of a letter stand alone: who it is from, when it was sent, what it is about."""
    text = (
        "From: Ana Ruiz <ana@lindow.example>\nTo: council@lindow.example\nDate: Thu, 14 Mar 2019 09:12:00 +0000\n"
        "Subject: The ferry\nMessage-ID: <1@lindow.example>\n\n" + WRAPPED[2]
    )
    assert kinds(text) == ["byline", "byline", "dateline", "headline", "byline", "body"]


@pytest.mark.parametrize("notice", ["FOR IMMEDIATE RELEASE", "Press release", "Embargoed until 06:00, 3 March 2025"])
def test_notice_over_a_press_release_is_no_headline(notice: str) -> None:
    """What a press office prints over its releases is not their headline."""
    assert kinds(f"{notice}\n\n{TITLE}\n\n{FIRST}") == ["byline", "headline", "body"]


def test_blanked_markup_does_not_hide_what_a_block_is() -> None:
    """Gaps that markup left behind change neither a menu nor a byline."""
    text = "Home     |              Local\n\nBy             Ana Ruiz         , 12 April\n\nThe ferry sailed.\n"
    assert [block.kind for block in find_blocks(text, "blank-line")] == ["list", "byline", "body"]
