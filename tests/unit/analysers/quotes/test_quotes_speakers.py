"""Who said it: every place where a speaker can stand, and who a mention is."""

from __future__ import annotations

import pytest

from docscan import Document, quotes
from docscan.analysers.quotes.nominals import find_bearer, find_nominals
from docscan.analysers.quotes.stream import read_streams
from docscan.records import Quote


def direct(text: str) -> list[Quote]:
    return [q for q in quotes(text) if q.kind in ("direct", "mixed")]


PLACES = {
    "after": "“The roof leaks,” Ana Ruiz said.",
    "inverted": "“The roof leaks,” said Ana Ruiz.",
    "before": "Ana Ruiz said, “The roof leaks.”",
    "colon": "Ana Ruiz said: “The roof leaks.”",
    "appositive": "“The roof leaks,” said Ana Ruiz, a nurse who has worked there since May.",
    "participle": "Ana Ruiz pointed at the ceiling, saying, “The roof leaks.”",
    "according to": "“The roof leaks,” according to Ana Ruiz.",
    "told": "“The roof leaks,” Ana Ruiz told the council.",
    "label": "Ana Ruiz: “The roof leaks.”",
    "written": "“The roof leaks,” Ana Ruiz wrote in a letter to the mayor.",
    "full title": "“The roof leaks,” Mayor Ana Ruiz told reporters on Monday.",
    "date line": "GRENLEY, May 5 (Wire) — “The roof leaks,” said Ana Ruiz.",
    "transcript": "“ANA RUIZ: The roof leaks and nobody has come to look at it.”",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_places(text: str) -> None:
    """The speaker is found wherever news writing puts it, with exact offsets."""
    (quote,) = direct(text)
    assert quote.speaker is not None
    assert quote.speaker.name.casefold() == "ana ruiz"
    assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text


def test_a_broken_quotation_is_one_utterance() -> None:
    """Two pieces round their attribution share speaker and utterance; the second is continued."""
    first, second = direct("“The roof leaks,” Ana Ruiz said, “and nobody comes.”")
    assert first.utterance == second.utterance
    assert first.speaker and second.speaker
    assert (first.speaker.name, second.speaker.name, second.speaker.via) == ("Ana Ruiz", "Ana Ruiz", "continued")


def test_a_further_sentence_goes_on() -> None:
    """A quotation without its own cue after an attributed one belongs to the same speaker."""
    first, second = direct("“The roof leaks,” said Ana Ruiz. “It has leaked since March.”")
    assert second.speaker and second.speaker.name == "Ana Ruiz"
    assert first.utterance == second.utterance


def test_other_speakers_are_other_utterances() -> None:
    """Each attributed statement has a number of its own."""
    found = direct("“Yes,” said Ana Ruiz.\n\n“No,” said Tom Berg.")
    assert len({q.utterance for q in found}) == 2


def test_the_cue_is_told_with_its_lemma() -> None:
    """The cue's words, offsets and base form come with the quotation."""
    text = "“The roof leaks,” Ana Ruiz wrote."
    (quote,) = direct(text)
    assert quote.cue is not None
    assert (quote.cue.text, quote.cue.lemma) == ("wrote", "write")
    assert text[quote.cue.start : quote.cue.end] == "wrote"


def test_the_governing_cue_wins_over_the_nearest_subject() -> None:
    """In "X said Y was …" the words belong to X."""
    (quote,) = direct("Ana Ruiz said Tom Berg was “a coward” for staying away.")
    assert quote.speaker and quote.speaker.name == "Ana Ruiz"


def test_a_surname_becomes_the_full_name() -> None:
    """A bare surname is resolved to the only fuller form in the document."""
    text = "Ana Ruiz opened the clinic in May.\n\n“We are full,” Ruiz said."
    (quote,) = direct(text)
    assert quote.speaker and (quote.speaker.name, quote.speaker.text, quote.speaker.via) == (
        "Ana Ruiz",
        "Ruiz",
        "surname",
    )


def test_pronouns_agree_in_gender() -> None:
    """He is the man and she the woman, whoever was named last."""
    text = "Mr. Tom Berg met Mrs. Ana Ruiz at the clinic. “It is too late,” he said. “It never is,” she said."
    assert [q.speaker.name for q in direct(text) if q.speaker] == ["Tom Berg", "Ana Ruiz"]


def test_titles_are_kept_out_of_the_name() -> None:
    """A title before the name is part of the words, not of the name."""
    (quote,) = direct("“We are full,” Dr. Ana Ruiz said.")
    assert quote.speaker and quote.speaker.name == "Ana Ruiz"


def test_a_role_speaks_where_no_name_does() -> None:
    """ "A police spokesman" is a speaker without a name."""
    (quote,) = direct("“The road is open,” a police spokesman said.")
    assert quote.speaker and quote.speaker.text == "a police spokesman" and quote.speaker.via == "role"


def test_a_role_is_who_its_apposition_names() -> None:
    """ "Her daughter, Ana Ruiz," is Ana Ruiz, found by her role."""
    (quote,) = direct("“The end was quiet,” her daughter, Ana Ruiz, said.")
    assert quote.speaker and (quote.speaker.name, quote.speaker.via) == ("Ana Ruiz", "role")


def test_a_role_once_named_keeps_its_holder() -> None:
    """Who was named beside a role speaks again under the role alone."""
    text = "Her daughter, Ana Ruiz, sold the boat.\n\n“The end was quiet,” her daughter, Ana Ruiz, said.\n\n"
    *_, last = direct(f"{text}“Nobody came to look at it,” her daughter said.")
    assert last.speaker and last.speaker.name == "Ana Ruiz"


def test_whoever_is_listed_as_the_holder_of_a_role_speaks() -> None:
    """A role behind a name set off in a list counts as its holder's, too."""
    (quote,) = direct("-   Bea Lund  , mayor of the upper valley\n\n“It is late,” the mayor said.")
    assert quote.speaker and quote.speaker.name == "Bea Lund"


def test_offsets_are_exact_for_every_part() -> None:
    """Words, speaker, cue and content all lie where they say."""
    text = " ".join(PLACES.values())
    for q in quotes(text):
        assert text[q.start : q.end] == q.text
        assert 0 <= q.content.start < q.content.end <= len(text)
        for part in (q.speaker, q.cue):
            assert part is None or text[part.start : part.end] == part.text
        assert 0.0 <= q.confidence <= 1.0


@pytest.mark.parametrize("name", ["Will", "Ban", "From", "Read"])
def test_a_name_that_is_a_common_word(name: str) -> None:
    """Behind a quotation that ends in a comma a capital is a name's, whatever else the word means."""
    (quote,) = direct(f"The roof was closed.\n\n“The roof leaks and nobody has come,” {name} wrote.")
    assert quote.speaker is not None
    assert quote.speaker.text == name


APPOSITIONS = {
    "Ana Ruiz, the head of the council and an adviser to the port, said": "Ana Ruiz",
    "Ana Ruiz, a nurse who has worked in Grenley since May, said": "Ana Ruiz",
    "In Grenley the mayor of the town, a lawyer, said": "a lawyer",  # no name: left alone
    "Far from Grenley, a nurse of the clinic said": "a nurse",  # no apposition
}


@pytest.mark.parametrize(("text", "name"), APPOSITIONS.items(), ids=APPOSITIONS)
def test_appositions(text: str, name: str) -> None:
    """The last role in an apposition before the verb stands for the name in front of it, and only there."""
    document = Document(text)
    (stream,) = read_streams(document)
    nominals = find_nominals(stream)
    verb = stream.low.index("said")
    role = max(k for k, n in enumerate(nominals) if n.kind == "r" and n.last < verb)
    found = nominals[find_bearer(stream, nominals, role, verb)]
    assert text[stream.starts[found.first] : stream.ends[found.last]] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The clinic is expected to close before the end of the year.", None),
        ("Ana Ruiz is convinced that the clinic will close before the end of the year.", "Ana Ruiz"),
        ("Ana Ruiz expected the clinic to close before the end of the year.", "Ana Ruiz"),
    ],
)
def test_the_subject_of_a_passive_says_nothing(text: str, name: str | None) -> None:
    """What is expected, asked or known is so to somebody else; what a person is convinced of is her own view."""
    (quote,) = quotes(text, all=True)
    assert (quote.speaker.name if quote.speaker else None) == name


def test_a_relative_clause_has_its_own_subject() -> None:
    """In "Ada, who has often called it …" the pronoun is the mention, and the name is whose words they are."""
    text = "Ana Ruiz, who has often called the roof “a disgrace” in letters to the mayor, left the clinic on Monday."
    (quote,) = direct(text)
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker.name, quote.speaker.via) == ("who", "Ana Ruiz", "pronoun")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruiz was away. “The roof leaks,” added her deputy Tom Berg on Monday.", "Tom Berg"),
        ("Ana Ruiz was away. According to her longtime personal adviser, the roof is “a disgrace” and leaks.",
         "her longtime personal adviser"),
        ("Ana Ruiz was away. “The roof leaks,” said the printed note.", None),
    ],
)  # fmt: skip
def test_nobody_is_called_by_a_possessive_or_an_article(text: str, name: str | None) -> None:
    """Whoever belongs to somebody speaks, not the owner; an article alone is no speaker."""
    (quote,) = direct(text)
    if name is None:
        assert quote.speaker is None or quote.speaker.text.lower() != "the"
    else:
        assert quote.speaker is not None
        assert quote.speaker.name == name


BEARERS = {
    "of a club": "“It was the least bad outcome,” Mr. Morgan of the Harbour Club said.",
    "name inside": "Morgan, the top Democrat on the Harbour Committee, forcefully said: “We will not pay twice.”",
    "apposition and predicate": "Morgan, a former rower and coach of the town, laughed, saying, “I have no boat.”",
    "noun that looks like a verb": "Morgan (D-Ohio), a maker of rail parts, today announced: “We build here.”",
    "behind a role": "A spokesman for the Danish consulate, Dora Morgan, said: “The rest are under review.”",
    "closed relative": "Morgan, 59, of Leeds, who watched it from the stand, said: “It took me back years.”",
    "relative": "The award went to Dora Morgan of the University of Leeds, who said: “I forgot that I had applied.”",
    "in a statement": "“Nobody told us,” said Dora Morgan, a nurse at Mill Hospital, in a statement. “We read it.”",
}


@pytest.mark.parametrize("text", BEARERS.values(), ids=BEARERS)
def test_what_belongs_to_a_speaker_is_not_the_speaker(text: str) -> None:
    """Bodies, places and roles in the phrases behind a name do not speak, nor does the relative clause there."""
    for quote in direct(text):
        assert quote.speaker is not None
        assert quote.speaker.name.endswith("Morgan")


@pytest.mark.parametrize(
    ("text", "word", "governor"),
    [
        ("He spoke of the old harbour master on Monday.", "master", "F"),
        ("The town’s mayor spoke.", "mayor", "^"),
        ("They met in the town’s old hall.", "hall", "F"),
    ],
)
def test_a_phrase_knows_what_governs_it(text: str, word: str, governor: str) -> None:
    """What stands before a noun phrase is found from anywhere inside it, across its owners."""
    (stream,) = read_streams(Document(text))
    found = [n for n in find_nominals(stream) if stream.words[n.last] == word]
    assert [n.governor for n in found] == [governor]
