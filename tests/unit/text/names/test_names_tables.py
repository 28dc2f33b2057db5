"""The compiled name tables: found keys, flags, offsets that hold, hostile texts."""

from __future__ import annotations

import struct

import pytest

from docscan.document import Document
from docscan.text.names.features import ISLAND_GROUPS, OWN, TOKEN_GROUPS, Group
from docscan.text.names.gazetteers import FLAG, columns, lexicon
from docscan.text.names.mentions import TYPES
from docscan.text.names.weights import CENTRE, Sums, WideSums, in_every_lane, scales


def test_every_key_is_found_in_its_bucket() -> None:
    """Keys are sorted, and the bucket starts enclose them."""
    for table in (columns().words, columns().features):
        keys = list(table)
        assert keys == sorted(set(keys))
        assert table.starts[0] == 0
        assert table.starts[len(table.starts) - 1] == len(keys)


@pytest.mark.parametrize(
    ("name", "flag"),
    [("Norway", "country"), ("Reykjavik", "city"), ("Dr.", "title"), ("Inc.", "suffix"), ("Swedes", "norp"),
     ("European Central Bank", "organisation"), ("Prime Minister", "title"), ("spokeswoman", "role")],
)  # fmt: skip
def test_gazetteers_know_common_names(name: str, flag: str) -> None:
    """Listed names carry their flag, words nobody listed carry none."""
    assert lexicon().flags(name) & (FLAG[flag] | (FLAG["bigcity"] if flag == "city" else 0))
    assert lexicon().flags("qwertzuiop") == 0


def test_labels_begin_and_go_on_in_pairs() -> None:
    """The decoder relies on O and an idle label first, then B and I of each type side by side."""
    labels = columns().labels
    assert labels[0] == "O"
    assert [label[2:] for label in labels[2::2]] == list(TYPES)
    assert all(b == f"B-{b[2:]}" and i == f"I-{b[2:]}" for b, i in zip(labels[2::2], labels[3::2], strict=True))


@pytest.mark.parametrize("group", [OWN, TOKEN_GROUPS[1], ISLAND_GROUPS[0], ISLAND_GROUPS[-1]])
@pytest.mark.parametrize("form", ["Norway", "of", "xqzj", "U.S.", "İstanbul", "Aa" * 400])
def test_a_key_adds_up_to_the_weights_of_its_features(form: str, group: Group) -> None:
    """What is kept for a word is the sum over the features that training sees, label by label."""
    table, size = columns(), len(columns().labels)
    rows = [table.features.row(name) for name in group.expand(lexicon(), form)]
    weights = [table.data[table.weights_at + i * size :][:size] for i in rows if i >= 0]
    turns = [CENTRE + sum(row[k] - 128 for row in weights) for k in range(size)]
    weigh = scales(table)
    sums = WideSums(group, weigh, lexicon(), size), Sums(group, weigh, lexicon(), in_every_lane(CENTRE, size))
    for packed in (each[form].to_bytes(2 * size, "little") for each in sums):
        assert list(struct.unpack(f"<{size}H", packed)) == turns[::2] + turns[1::2]


@pytest.mark.parametrize(
    "text",
    [
        "Aa " * 30_000,
        "Smith-" * 20_000,
        "J. " * 20_000,
        "Bank of the " * 10_000,
        "A" * 60_000,
        "U.S." * 20_000,
        "(" * 30_000 + "Paris" + ")" * 30_000,
        "Mr. " * 20_000,
        "Ann Lee, head of " * 5_000,
    ],
)
def test_hostile_texts_give_true_spans(text: str) -> None:
    """Endless runs end, mentions never overlap, every span lies inside the text."""
    last = 0
    for m in Document(text).names.mentions:
        assert last <= m.start < m.end <= len(text)
        last = m.end


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "no names at all", "1234 5678", "\x00", "İstanbul ve Ankara", "\ud800 Paris"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Empty, blank, digit-only and ill-formed texts are read without an error."""
    table = Document(text).names
    assert all(text[m.start : m.end].strip() for m in table.mentions)


def test_the_table_answers_by_offset() -> None:
    """`at` and `between` find the mentions they should."""
    text = "Ann Lee met Bob Ray in Oslo."
    table = Document(text).names
    found = table.at(text.index("Ray"))
    assert found is not None
    assert text[found.start : found.end] == "Bob Ray"
    assert table.at(text.index("met")) is None
    assert [text[m.start : m.end] for m in table.between(5, 23)] == ["Bob Ray"]
