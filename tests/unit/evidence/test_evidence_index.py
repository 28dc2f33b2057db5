"""The word index: every place found, places true, long and hostile sources in linear time."""

from __future__ import annotations

import pickle

from hypothesis import given, strategies as st

from docscan.checking.dossier import Dossier
from docscan.document import Document
from docscan.evidence.figures import Amount
from docscan.evidence.index import Index
from docscan.evidence.sources import Sources
from docscan.evidence.words import find_words

WORDS = ["red", "green", "blue", "2", "two", "It’s"]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), max_size=4)


@given(texts, st.lists(st.sampled_from(["red", "green", "blue", "2", "it's"]), min_size=1, max_size=3))
def test_find_gives_every_place(sources: list[str], wanted: list[str]) -> None:
    """Exactly the places at which a slow search finds the words, inside one document each."""
    index = Index([Document(text) for text in sources])
    expected = [
        (order, words[i].start)
        for order, text in enumerate(sources)
        for words in [find_words(text)]
        for i in range(len(words) - len(wanted) + 1)
        if [w.text for w in words[i : i + len(wanted)]] == wanted
    ]
    found = index.find(index.numbers(wanted), limit=1000)
    assert [(index.document(place), index.word(place).start) for place in found] == expected


def test_offsets_hold_across_chunks() -> None:
    """A word far into a long document without line ends is placed exactly."""
    text = " ".join(f"word{n}" for n in range(20_000))
    index = Index([Document("short"), Document(text)])
    for n in (0, 1, 511, 512, 9_999, 19_999):
        (place,) = index.find(index.numbers([f"word{n}"]))
        document, start, end = index.span(place, place + 1)
        assert document.text[start:end] == f"word{n}"


def test_nearest_prefers_the_closest_passage() -> None:
    """The passage that shares most, by weight and then by closeness, comes first."""
    text = "the red boat left. " * 50 + "the green boat sank in March. " + "the red boat left. " * 50
    index = Index([Document(text)])
    best = index.nearest(index.numbers(["the", "green", "boat", "sank", "in", "April"]))[0]
    document, start, end = index.span(best.start, best.end)
    assert document.text[start:end] == "the green boat sank in"


def test_repetition_is_no_trap() -> None:
    """A source of one word and a question of the same word end at once."""
    index = Index([Document("no " * 200_000)])
    assert index.find(index.numbers(["no", "yes"])) == []
    assert len(index.find(index.numbers(["no"] * 50))) == 1
    index.nearest(index.numbers(["no"] * 50 + ["yes"]))


def test_speakers_of_long_sources() -> None:
    """In a source too long to be read whole the speaker is found around the place, offsets in the whole."""
    quote = "“The ferry will be late again on every day of this week,” said Olaf Brink.\n\n"
    filler = "Nothing happened in the harbour that day, and nobody wrote it down.\n\n" * 4_000
    document = Document(filler + quote + filler)
    at = document.text.index("The ferry")
    (found,) = Sources([document]).quotes_at(document, at, at + 20)
    assert document.text[found.start : found.end] == found.text
    assert found.line == document.line(at)
    assert found.speaker is not None
    assert found.speaker.name == "Olaf Brink"


def test_figures_are_found_by_value_among_many() -> None:
    """Among thousands of figures the exact one is found, and a near one is not taken for it."""
    sources = Sources([Document(" ".join(f"They saw {n} boats." for n in range(100, 4_000, 2)))])

    def boats(value: float) -> Amount:
        return Amount("cardinal", "", value, value, value, "exact", False, False)

    assert sources.figure(boats(2_500)) is not None
    assert sources.figure(boats(2_501)) is None
    assert sources.figures_in(0, 0, 20)[0].text == "100"


def test_sources_travel_to_workers() -> None:
    """Where workers are not forked, sources are sent to them as they are."""
    sources = Sources([Document("The old ferry left Vessen with 40 passengers.")]).prepare(figures=True)
    again = pickle.loads(pickle.dumps(sources))
    assert again.index.find(again.index.numbers(["old", "ferry"])) == [2]
    assert again.figures_in(0, 0, 100)[0].text == "40"


def test_counterparts_name_what_stands_there() -> None:
    """In nearly the same sentence, the words that stand in place of ours."""
    source = Document("The old ferry left the harbour of Vessen with forty passengers on Monday morning.")
    ours = Document(source.text.replace("forty", "fifty"))
    start = ours.text.index("fifty")
    there = Sources([source]).counterpart(Dossier(ours), start, start + 5)
    assert source.text[there.start : there.end] == "forty"
    assert Sources([source]).counterpart(Dossier(ours), 4, 13).same
