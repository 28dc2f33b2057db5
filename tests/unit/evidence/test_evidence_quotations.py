"""Quotations against sources: what counts as altered, and what does not."""

from __future__ import annotations

import pytest

from docscan.document import Document
from docscan.evidence.index import Index
from docscan.evidence.quotations import Verdict, verify

SOURCE = """The mayor spoke on Monday. “We will not close the harbour before the new pier is finished,” she said,
“and nobody will lose a berth.” 1,213 boats were waiting.

“I have never seen two men from the valley work so hard,” said the U.S. envoy, “and I doubt that anyone has.”

“Probably not,” she said. “It is never going to be cheap.” He called it “a disgrace”. “[T]hey took 35 per cent.”
"""


@pytest.fixture(scope="module")
def index() -> Index:
    filler = " ".join(f"word{n % 97} other{n % 89}" for n in range(3000))
    return Index([Document(filler, path="filler.txt"), Document(SOURCE, path="source.txt")])


def judge(index: Index, quote: str) -> Verdict:
    return verify(index, quote, 0, len(quote))


@pytest.mark.parametrize(
    "quote",
    [
        "We will not close the harbour before the new pier is finished",
        "we will not close the Harbour before the new pier is finished,",
        "We will not close the harbour … the new pier is finished",
        "We will not close the harbour [...] nobody will lose a berth",
        "We will not close [it] before the new pier is finished",
        "[W]e will not close the harbour",
        "We will not close the harbour before the new pier is finished, and nobody will lose a berth",
        "never seen 2 men from the valley",
        "They took 35%",
        "the US envoy",
        "a disgrace",
        "doubt that anyone has . . .",
        "",
        "…",
    ],
)
def test_harmless_changes_are_no_alterations(index: Index, quote: str) -> None:
    """Typography, case, marked ellipses and brackets, the source's own reporting clause."""
    assert judge(index, quote).status == "supported"


@pytest.mark.parametrize(
    ("quote", "diff", "negation"),
    [
        ("We will close the harbour before the new pier", "We will [not->] close the harbour before …", "lost"),
        ("close the harbour before the old pier", "… the harbour before the [new->old] pier", ""),
        ("nobody will not lose a berth", "nobody will [->not] lose a berth", "added"),
        ("I have never seen two women from the valley", "… have never seen two [men->women] from the valley", ""),
        ("I have seen two men from the valley work so hard", "I have [never->] seen two men from …", "lost"),
        ("1,231 boats were waiting", "[1,213->1,231] boats were waiting", ""),
        ("is going to be cheap", "is [never->] going to be cheap", "lost"),
    ],
)  # fmt: skip
def test_alterations_show_the_difference(index: Index, quote: str, diff: str, negation: str) -> None:
    """A changed, lost or added word is shown between its neighbours, and a negation is always said."""
    verdict = judge(index, quote)
    assert (verdict.status, verdict.diff, verdict.negation) == ("altered", diff, negation)
    assert verdict.document is not None
    assert verdict.document.path == "source.txt"


def test_a_negation_cut_off_at_the_edge_is_lost(index: Index) -> None:
    """ "Probably" is not what somebody said who said "Probably not"; a "not" beside the marks mends it."""
    text = "She said she was “going to be cheap”."
    assert verify(index, text, 18, 35).negation == "lost"
    text = "She said it was never “going to be cheap”."
    assert verify(index, text, 23, 40).status == "supported"


@pytest.mark.parametrize("quote", ["The farmers can take their tractors to the moon", "unspeakable", "close never"])
def test_inventions_are_absent(index: Index, quote: str) -> None:
    """What no source has, nor anything like it."""
    assert judge(index, quote).status == "absent"


def test_pieces_must_keep_their_order(index: Index) -> None:
    """An ellipsis does not join what was said later to what was said before."""
    assert judge(index, "nobody will lose a berth … We will not close the harbour").status == "spliced"


def test_a_quotation_does_not_run_over_two_documents() -> None:
    """The end of one source and the beginning of the next are not one text."""
    index = Index([Document("It ends with old bread"), Document("and fresh butter begins it")])
    assert judge(index, "old bread and fresh butter").status != "supported"


def test_places_are_those_of_the_source(index: Index) -> None:
    """The place of a verdict holds the quoted words."""
    verdict = judge(index, "before the new pier is finished")
    assert verdict.document is not None
    assert verdict.document.text[verdict.start : verdict.end] == "before the new pier is finished"
