"""Key sentences, key terms, names, figures and voices, each by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docscan.analysers.summary.body import read_body
from docscan.analysers.summary.figures import notable_dates, notable_figures
from docscan.analysers.summary.key_sentences import rank_sentences
from docscan.analysers.summary.key_terms import rank_terms
from docscan.analysers.summary.salience import rank_names
from docscan.analysers.summary.voices import count_voices, find_voices
from docscan.document import Document
from docscan.records import Quote, Span, Speaker
from docscan.registry import analyser
from docscan.text.stems import singular

GOLD = Path(__file__).parents[3] / "fixtures" / "terms" / "gold.jsonl"
ARTICLE = """\
Harbour council saves the old ferry

Thursday, March 14, 2019

The old ferry of Port Lindow will sail for another year after the harbour council voted on Wednesday to pay for \
its repair. The council heard that more than 2,000 commuters had signed a petition for the ferry.

The ferry at the quay. Photo: Lindow Trust

Ana Ruiz, who leads the council, said the repair would cost £340,000. She called the ferry a lifeline. Ruiz has \
crossed the bay on it since she was a child.

What will happen next year?

Opponents want a footbridge. The council has asked engineers about the footbridge, and they expect it to cost \
twice as much as the repair of the ferry. The weather was fine.

The council heard that more than 2,000 commuters had signed a petition for the ferry.
"""


def key_texts(text: str) -> list[str]:
    document = Document(text)
    return [key.text for key in rank_sentences(document, read_body(document))]


def test_key_sentences_come_from_the_body_and_only_once() -> None:
    """No headline, date line, caption or question is a key sentence, and none stands twice."""
    found = key_texts(ARTICLE)
    assert found[0].startswith("The old ferry of Port Lindow will sail")
    assert len(found) == len(set(found)) == 5
    assert not any(word in " ".join(found) for word in ("saves", "Thursday", "Photo", "quay", "?"))


def test_key_sentences_know_their_place() -> None:
    """A key sentence is a true slice with the line it begins on, and scores fall."""
    document = Document(ARTICLE)
    found = rank_sentences(document, read_body(document))
    assert all(k.text == ARTICLE[k.start : k.end] and k.line == ARTICLE.count("\n", 0, k.start) + 1 for k in found)
    assert found[0].score >= found[1].score


def test_central_sentence_beats_an_aside() -> None:
    """A sentence that shares its words with the others ranks above one that shares none."""
    found = key_texts(ARTICLE)
    assert "The weather was fine." not in found[:4]


def test_words_quoted_from_nobody_rank_lower() -> None:
    """A quotation whose speaker is named may carry the document, the same words from nobody less so."""
    text = (
        "The ferry will sail for another year.\n\n“The ferry carries the whole town to work every morning,” "
        "Ana Ruiz said.\n\n“The ferry costs the town far more money than a footbridge would,” it said.\n"
    )
    document = Document(text)
    speakers = [q for q in analyser("quotes").find(document) if q.speaker and q.speaker.name == "Ana Ruiz"]
    body = read_body(document)
    with_names = {k.start: k.score for k in rank_sentences(document, body, speakers)}
    without = {k.start: k.score for k in rank_sentences(document, body)}
    said = text.index("“The ferry carries")
    assert with_names[said] > without[said]


def test_texts_without_sentences_have_no_key_sentence() -> None:
    """Nothing is made up for an empty text."""
    assert key_texts("") == key_texts(" \n\n ") == key_texts("!!!") == []


def terms(text: str) -> dict[str, int]:
    return {term.term: term.count for term in rank_terms(Document(text))}


def test_terms_fold_plural_and_case() -> None:
    """Plural and capitalised forms are one term, shown in the most frequent form."""
    found = terms("Ferries are slow. A ferry is cheap. The ferry runs daily. Ferry fares rose.")
    assert found["ferry"] == 4
    assert "ferries" not in {term.lower() for term in found}


def test_terms_hold_words_that_return_and_phrases() -> None:
    """An article gives the words it keeps returning to, an abstract its phrases."""
    assert set(list(terms(ARTICLE))[:2]) == {"ferry", "council"}
    abstract = (
        "Rising groundwater levels threaten coastal aquifers. This paper proposes a monitoring network of low-cost "
        "pressure sensors and a Bayesian leakage model that predicts saltwater intrusion. Field trials show that the "
        "leakage model needs few sensors."
    )
    found = list(terms(abstract))[:8]
    assert {"leakage model", "Bayesian leakage model"} & set(found)
    assert sum(" " in term for term in found) >= 5


def test_terms_hold_no_function_words_or_figures() -> None:
    """Function words, figures and letters alone are no terms."""
    assert not set(terms("The 45 and the 45 of a b of it. The 45 is the one.")) & {"45", "the", "a", "b", "it"}


def test_headline_words_need_the_text() -> None:
    """Words that only the headline has are no phrase of the document."""
    found = terms("Big Bad Ferry Boss Quits\n\nThe ferry stopped. The ferry will not run again this week, she said.")
    assert next(iter(found)) == "ferry"
    assert not any("Boss" in term for term in found)


def test_salient_name_needs_not_be_the_most_frequent() -> None:
    """Headline, lead and pronouns lift a name over one that is merely listed often."""
    text = (
        "Ruiz saves ferry\n\nAna Ruiz saved the ferry in Lindow on Monday. She had fought for it, and she won. "
        "Her friends cheered.\n\n" + "Pat Marsh of Kettering was there, people said. " * 3
    )
    document = Document(text)
    found = [n.name for n in rank_names(document, text.index("Monday"))]
    assert found[0] == "Ana Ruiz"


def test_names_in_credits_count_little() -> None:
    """Whoever took the pictures is not what the text is about."""
    credit = "\n\nThe ferry at dawn. Photo: Zoran Petrov"
    text = "Ana Ruiz leads the council of Lindow.\n\nThe council met Ana Ruiz." + credit * 3
    found = [n.name for n in rank_names(Document(text), 40)]
    assert found[0] == "Ana Ruiz"


def numbers(text: str) -> tuple[object, ...]:
    return tuple(analyser("numbers").find(Document(text)))


def test_notable_figures_are_money_shares_and_people() -> None:
    """Money, percentages and people come before bare counts, and nothing is listed twice."""
    text = (
        "The repair costs £340,000. Fares rose by 12%. At least 100 men lost their jobs. There were three boats. "
        "Again, the repair costs £340,000. She is 45."
    )
    found = [f.text for f in notable_figures(numbers(text), 0)]  # type: ignore[arg-type]
    assert {"£340,000", "12%", "At least 100"} == set(found[:3])
    assert len(found) == len(set(found))


def test_dates_are_listed_once_in_order() -> None:
    """Every date is listed once, in the order of the text."""
    found = notable_dates(numbers("It began on 5 May 2019. On June 7, 2020 it ended. On 5 May 2019 it rained."))  # type: ignore[arg-type]
    assert [d.date for d in found] == ["2019-05-05", "2020-06-07"]


def quote(
    text: str, name: str | None, kind: str = "direct", utterance: int = 0, line: int = 1, via: str = "name"
) -> Quote:
    speaker = Speaker(name, name, 0, len(name), None, via) if name else None
    return Quote(text, 0, len(text), kind, speaker, None, "“”", utterance, Span(0, len(text)), (), 1.0, line, 1)


def test_voices_count_utterances_and_words() -> None:
    """Pieces of one utterance are one quotation; reported speech has no words; titles are nobody's."""
    found = count_voices(
        [
            quote("We will", "Ana Ruiz", utterance=1, line=4),
            quote("not stop", "Ana Ruiz", utterance=1, line=4),
            quote("that it would rain", "Ana Ruiz", "indirect", utterance=2, line=9),
            quote("No.", "Pat Marsh", utterance=3, line=2),
            quote("The Sea", None, "title", utterance=4),
            quote("Ah", None, utterance=5),
            quote("Oh", "She", utterance=6, via="pronoun"),
            quote("Eh", "they", utterance=7, via="continued"),
        ]
    )
    assert [(v.name, v.quotes, v.words, v.line) for v in found] == [("Ana Ruiz", 2, 4, 4), ("Pat Marsh", 1, 1, 2)]


@pytest.mark.parametrize("source", ["abstract", "news"])
def test_terms_agree_with_a_reader(source: str) -> None:
    """The first ten terms are mostly those that a reader marked, in abstracts and in news with one setting."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    scores = []
    for row in (row for row in rows if row["source"] == source):
        found = {singular(term.term.lower()) for term in rank_terms(Document(row["text"]))[:10]}
        gold = {singular(key.lower()) for key in row["keys"]}
        scores.append(2 * len(found & gold) / (10 + len(gold)))
    assert sum(scores) / len(scores) > 0.5


def test_verbs_and_adverbs_part_phrases() -> None:
    """A verb or an adverb between two nouns keeps them from being one phrase."""
    found = set(
        terms("The prototype compiler removes type checks. The fluid model clearly outperforms priority rules.")
    )
    assert found == {"prototype compiler", "type checks", "fluid model", "priority rules"}


def test_names_part_phrases() -> None:
    """A title is no part of the name after it, nor a verb of the name before it; a name inside may be."""
    text = "The deputy minister Pavel Dorsch resigned. The harbour board of Britain's ferry company met Ana Ruiz."
    found = set(terms(text))
    assert {"deputy minister", "Pavel Dorsch", "ferry company", "Ana Ruiz"} <= found
    assert "hidden Markov model" in terms("We train a hidden Markov model on speech.")


def test_past_forms_and_contractions_part_phrases() -> None:
    """A past form after a noun is its verb, and a contraction is no part of a term."""
    found = terms(
        "The clerk received parking permits. The widow who\u2019d lost her job couldn\u2019t forget rent arrears."
    )
    assert {"parking permits", "rent arrears"} <= set(found)
    assert not any("received" in term or "\u2019" in term for term in found)
    found = terms("They could paint bus shelters. He had studied football films. Two carmakers cancelled bus orders.")
    assert list(found)[:3] == ["bus shelters", "football films", "bus orders"]
    assert not any(verb in " ".join(found) for verb in ("paint", "studied", "cancelled"))


def test_short_texts_have_terms_that_occur_once() -> None:
    """Where few words return, those that occur once are terms too, after all others."""
    found = list(terms("The clerk lost a key. The mayor found the key in the garden, and a neighbour laughed."))
    assert found[0] == "key"
    assert {"clerk", "mayor", "garden", "neighbour"} <= set(found)


def test_terms_are_shown_as_they_stand_inside_sentences() -> None:
    """A form in lower case is shown, even where most sentences begin with the word."""
    found = terms("Tenants won. Tenants cheered. Tenants danced, and their landlord gave the tenants a key.")
    assert found["tenants"] == 4


def test_reported_speech_is_heard_where_nothing_stands_in_marks() -> None:
    """A text without quotation marks has the voices of its reported speech; with marks only those in marks."""
    reported = "Ana Ruiz said that the ferry would sail. The mayor of Lindow cheered.\n"
    marked = reported + "\n“We shall row it ourselves if we must,” said Pat Marsh.\n"
    assert [v.name for v in count_voices(find_voices(Document(reported)))] == ["Ana Ruiz"]
    assert [v.name for v in count_voices(find_voices(Document(marked)))] == ["Pat Marsh"]
