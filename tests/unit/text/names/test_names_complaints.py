"""What people complain of in name recognisers, each complaint a regression."""

from __future__ import annotations

import socket

import pytest

from docscan.document import Document

STORY = (
    "Harriet Oduya, the finance minister of Kenya, met Dr. Paul Lindgren of the World Bank in Nairobi on Monday. "
    '"We agreed on the main points," Oduya said. Lindgren\'s office in Washington declined to comment. '
    "Kenya owes the World Bank 4 billion dollars.\n\n"
    "Harriet Oduya will travel to Geneva next week, Kenya's government said. Oduya expects to meet Lindgren."
)


def forms(text: str, label: str | None = None) -> list[str]:
    table = Document(text).names
    return [text[m.start : m.end] for m in table.mentions if label in (None, m.label)]


def clusters(text: str) -> dict[str, str]:
    return {c.name: c.label for c in Document(text).names.clusters}


def test_every_mention_of_a_name_carries_one_label() -> None:
    """All mentions of one form and one cluster have one label, and no repeat is missed."""
    table = Document(STORY).names
    labels: dict[str, set[str]] = {}
    for m in table.mentions:
        labels.setdefault(STORY[m.start : m.end], set()).add(m.label)
        assert m.label == table.clusters[m.cluster].label
    assert all(len(found) == 1 for found in labels.values())
    for name in ("Oduya", "Lindgren", "Kenya", "World Bank"):
        assert sum(name in form for form in forms(STORY)) == STORY.count(name)


@pytest.mark.parametrize("name", ["Svetlana", "Priya", "Kwame", "Giulia"])
def test_a_first_name_at_a_sentence_start_is_part_of_the_name(name: str) -> None:
    """The first word of a sentence belongs to the person's name."""
    text = f"The report was ready. {name} Petrova read it aloud to the committee."
    assert f"{name} Petrova" in forms(text, "PERSON")


@pytest.mark.parametrize(
    "headline",
    [
        "Tamarova denies leak as Georgia recalls envoy",
        "Tamarova Denies Leak as Georgia Recalls Envoy",
        "TAMAROVA DENIES LEAK AS GEORGIA RECALLS ENVOY",
    ],
)
def test_a_headline_gives_the_same_names_in_any_casing(headline: str) -> None:
    """Sentence case, title case and capitals give the same two names, labelled as in the body."""
    body = (
        "Deputy Foreign Minister Nino Tamarova denied on Tuesday that she had leaked the letter. "
        "Georgia recalled its envoy after the report, and Tamarova will answer questions in parliament."
    )
    text = f"{headline}\n\n{body}"
    table = Document(text).names
    named = [(table.clusters[m.cluster].name, m.label) for m in table.between(0, len(headline))]
    assert named == [("Nino Tamarova", "PERSON"), ("Georgia", "GPE")]


@pytest.mark.parametrize("title", ["Dr.", "Mr.", "Mrs.", "President", "Prime Minister", "Sen.", "Gen."])
def test_a_title_is_never_part_of_a_persons_name(title: str) -> None:
    """The span begins after the title; the title is kept beside it."""
    text = f"Aides said that {title} Marcus Feldman would not attend the hearing."
    table = Document(text).names
    (person,) = table.people
    assert [text[table.mentions[i].start : table.mentions[i].end] for i in person.mentions] == ["Marcus Feldman"]
    assert person.titles == (title,)


@pytest.mark.parametrize("tail", ["'s", "’s"])
def test_a_possessive_ending_is_never_part_of_a_name(tail: str) -> None:
    """ "Feldman's" names Feldman."""
    text = f"Marcus Feldman{tail} lawyer said that Germany{tail} courts would decide."
    assert forms(text) == ["Marcus Feldman", "Germany"]


@pytest.mark.parametrize("opener", ["But", "However", "The", "In", "After", "Meanwhile", "According to"])
def test_a_word_that_opens_a_sentence_is_not_glued_to_the_name(opener: str) -> None:
    """Function words at the start of a sentence stay outside."""
    text = f"It rained all day. {opener} Germany the harvest was late."
    assert forms(text) == ["Germany"]


def test_capitalised_common_nouns_of_a_headline_are_no_names() -> None:
    """Words that the body or the language writes small are not tagged in a title-case headline."""
    text = (
        "Farmers Fear Late Harvest After Heavy Rain\n\nThe farmers fear a late harvest after the heavy rain in May."
    )
    assert forms(text) == []


def test_a_short_form_and_its_full_form_are_one_person() -> None:
    """ "Donald" and "Oduya" are not counted as people of their own."""
    text = 'Donald Brackenbury arrived late. Brackenbury apologised. "I missed the train," Donald said.'
    (person,) = Document(text).names.people
    assert person.name == "Donald Brackenbury"
    assert len(person.mentions) == 3


def test_two_people_of_one_surname_are_never_merged() -> None:
    """Full names that differ stay apart, and both are marked as ambiguous once the surname stands alone."""
    text = "Anna Kowalska and Piotr Kowalski met Jan Kowalski. Mr. Kowalski left early, said Piotr Kowalski."
    names = {c.name: c for c in Document(text).names.people}
    assert {"Anna Kowalska", "Piotr Kowalski", "Jan Kowalski"} <= names.keys()
    assert names["Jan Kowalski"].ambiguous
    assert names["Piotr Kowalski"].ambiguous
    assert not names["Anna Kowalska"].ambiguous


def test_names_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched, whatever the text."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert Document(STORY).names.clusters


def test_a_persons_place_of_work_does_not_become_the_person() -> None:
    """A full name in a place's position is a person where the surname with a title is one."""
    text = "At Mehmet Dagli's bakery on Freedom Square, the queue was long. Mr. Dagli considered it."
    assert clusters(text)["Mehmet Dagli"] == "PERSON"
