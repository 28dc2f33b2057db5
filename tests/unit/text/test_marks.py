"""Quotation marks: what opens, what closes, what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from docscan.document import Document
from docscan.text.marks import Quotation


def quotations(text: str) -> tuple[Quotation, ...]:
    return Document(text).quotations


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("She said “yes” then.", "“”"),
        ('She said "yes" then.', '""'),
        ("Sie sagte „yes“ dann.", "„“"),
        ("Elle dit «yes» alors.", "«»"),
        ("Hun sagde »yes« så, »nej« og »ja«.", "»«"),
        ("Sie sagte ‹yes› dann.", "‹›"),
        ("She said ''yes'' then.", "''''"),
        ("She said ``yes'' then.", "``''"),
        ("She said ‘yes’ then.", "‘’"),
        ("She said 'yes' then.", "''"),
    ],
)
def test_every_kind_of_mark_pairs(text: str, marks: str) -> None:
    """Curly, straight, low, angled, doubled and single marks all pair, and the marks are told."""
    first = quotations(text)[0]
    assert (text[first.start : first.end], first.marks) == ("yes", marks)
    assert text[first.outer_start : first.outer_end].endswith(marks[-1])


def test_nested_marks_keep_their_depth() -> None:
    """A quotation inside another is reported after it, one level deeper."""
    text = "“He told me ‘never again’ twice,” she said."
    assert [(text[q.start : q.end], q.depth) for q in quotations(text)] == [
        ("He told me ‘never again’ twice,", 0),
        ("never again", 1),
    ]


def test_straight_marks_nest_in_straight_marks() -> None:
    """Straight marks inside straight marks are told apart by the spaces beside them."""
    assert words('"I said "no." Twice," he said.') == ['I said "no." Twice,', "no."]


def test_apostrophes_are_not_marks() -> None:
    """Contractions, possessives and clipped words neither open nor close a quotation."""
    assert words("It's the dogs' dinner in the '90s, rock 'n' roll and 'em all, isn't it?") == []


def test_british_dialogue_survives_its_apostrophes() -> None:
    """Single marks round speech pair over contractions and plural possessives."""
    text = "‘I don’t know the boys’ names,’ said Ruth. ‘It isn’t far.’"
    assert words(text) == ["I don’t know the boys’ names,", "It isn’t far."]


def test_straight_single_dialogue() -> None:
    """Straight single marks do the same work as curly ones."""
    assert words("'We can't stay,' said Ruth, 'the boys' boat is here.'") == [
        "We can't stay,",
        "the boys' boat is here.",
    ]


def test_a_quotation_over_paragraphs_is_one_chain() -> None:
    """An opening mark repeated at each paragraph and closed only at the end makes one chain, none of it unclosed."""
    found = quotations("“One.\n\n“Two.\n\n“Three,” he said.\n\n“Four.”")
    assert [(q.continues, q.unclosed) for q in found] == [
        (False, False),
        (True, False),
        (True, False),
        (False, False),
    ]
    assert len({q.chain for q in found[:3]}) == 1
    assert found[3].chain != found[0].chain


def test_a_chain_without_repeated_marks() -> None:
    """A paragraph left open goes on in the next one when that one's first mark is a closing one."""
    assert words("“It began.\n\nIt ended,” he said.") == ["It began.", "It ended,"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    """A mark that is never closed is flagged and swallows nothing beyond its paragraph."""
    text = "He said “we go now.\n\nThe mayor left. She said “no” later."
    first, second = quotations(text)
    assert (text[first.start : first.end], first.unclosed) == ("we go now.", True)
    assert (text[second.start : second.end], second.unclosed) == ("no", False)


def test_a_forgotten_closing_mark_ends_at_the_next_opening_one() -> None:
    """Two opening marks in a row: the first quotation is cut where the second begins."""
    text = "“We tried. “We lost,” he said."
    assert [(text[q.start : q.end], q.unclosed) for q in quotations(text)] == [
        ("We tried.", True),
        ("We lost,", False),
    ]


def test_a_mark_closed_by_another_kind() -> None:
    """A curly opening mark may be closed by a straight one."""
    assert words('“We won" and left.') == ["We won"]


def test_a_missing_space_before_the_opening_mark() -> None:
    """A mark between punctuation and a letter opens when nothing is open."""
    assert words('He said,"We won" and left.') == ["We won"]


@pytest.mark.parametrize(
    "text",
    [
        'He is 6\'2" tall and the pipe is 5" wide.',
        '<p class="lead">No words here.</p>',
        'Set size="10" and name="box" first.',
        'Call `print("a")` twice.',
        "» first item\n\n» second item",
    ],
)
def test_measures_markup_code_and_bullets_are_skipped(text: str) -> None:
    """Feet and inches, attributes, code and bullets are no quotations."""
    assert words(text) == []


def test_deep_nesting_is_cut() -> None:
    """More than four levels are noise: the deeper ones are dropped."""
    text = "“a ‘b " * 20 + "c" + "’ d”" * 20
    assert max(q.depth for q in quotations(text)) < 4


@given(st.text(alphabet="ab s\n.,?“”‘’\"'„«»`<>=5-", max_size=120))
def test_spans_lie_inside_the_text_and_their_marks(text: str) -> None:
    """Whatever the marks, spans are ordered, not empty and inside their outer spans."""
    for q in quotations(text):
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)


@given(st.text(alphabet="ab .\n“”‘’\"'", max_size=80))
def test_quotations_nest_or_stand_apart(text: str) -> None:
    """Two quotations of one depth never overlap."""
    ends: dict[int, int] = {}
    for q in quotations(text):
        assert q.outer_start >= ends.get(q.depth, 0)
        ends[q.depth] = q.outer_end
