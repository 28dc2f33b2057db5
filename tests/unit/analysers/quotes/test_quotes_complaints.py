"""What users of other quotation extractors complained about, each as a case that must stay solved."""

from __future__ import annotations

import pytest

from docscan import Document, quotes
from docscan.records import Quote


def said(text: str) -> list[tuple[str, str | None]]:
    """(words, speaker's name) of every direct and mixed quotation."""
    return [(q.text, q.speaker.name if q.speaker else None) for q in quotes(text) if q.kind != "indirect"]


def only(text: str) -> Quote:
    (found,) = [q for q in quotes(text) if q.kind != "indirect"]
    return found


def test_textacy_380_an_odd_mark_does_not_refuse_the_document() -> None:
    """An unclosed mark is flagged; the rest of the document is still read."""
    text = '"We never saw it coming, Berg said.\n\n"It was dark," said Ana Ruiz, a nurse.'
    found = quotes(text)
    assert "unclosed" in found[0].flags or "multi_paragraph" in found[0].flags
    assert ("It was dark,", "Ana Ruiz") in said(text)


def test_textacy_380_an_opening_apostrophe_is_no_mark() -> None:
    """A curly apostrophe at the start of a clipped word opens nothing."""
    assert said("The band of the ‘60s played for ‘em all night.") == []


def test_textacy_382_bullets_are_no_marks() -> None:
    """Guillemets used as bullets quote nobody."""
    assert said("» The mayor resigned\n\n» The vote is on Monday") == []


def test_corenlp_1139_textacy_382_a_quotation_over_paragraphs() -> None:
    """Repeated opening marks make one utterance with one speaker, even when the name comes last."""
    text = "“The river rose all night.\n\n“By morning it was in the kitchen,” said Ana Ruiz, a nurse."
    first, second = quotes(text)
    assert first.utterance == second.utterance
    assert first.speaker and second.speaker
    assert first.speaker.name == second.speaker.name == "Ana Ruiz"
    assert "multi_paragraph" in first.flags and "multi_paragraph" in second.flags


def test_corenlp_905_a_description_between_name_and_verb() -> None:
    """An appositive does not break the attribution."""
    assert said("“We ran out of beds,” Ana Ruiz, a nurse at the clinic, said on Monday.") == [
        ("We ran out of beds,", "Ana Ruiz")
    ]


@pytest.mark.parametrize(
    "verb", ["quipped", "thundered", "conceded", "interjected", "opined", "marvelled", "chuckled"]
)
def test_corenlp_1090_uncommon_verbs(verb: str) -> None:
    """Rare verbs of speaking announce quotations as common ones do."""
    assert said(f"“That is one way to see it,” {verb} Ana Ruiz.")[0][1] == "Ana Ruiz"


def test_corenlp_1090_several_speakers_in_one_paragraph() -> None:
    """Each quotation of a paragraph keeps its own speaker."""
    text = "“It will rain,” said Ana Ruiz. “It will not,” said Tom Berg. “Wait and see,” Ruiz replied."
    assert [name for _, name in said(text)] == ["Ana Ruiz", "Tom Berg", "Ana Ruiz"]


def test_corenlp_1251_a_nickname_is_nobody_s_words() -> None:
    """A name in marks after "goes by" or between first and last name is not a quotation, but is listed on request."""
    text = "William “Bill” Osgood ran the mill for years."
    assert said(text) == []
    assert [q.kind for q in quotes(text, all=True) if q.kind != "indirect"] == ["term"]


def test_corenlp_616_a_pronoun_comes_with_the_name() -> None:
    """ "She" is kept as the words used and resolved to the person."""
    text = "Ana Ruiz opened the clinic on Monday. “We are full already,” she said."
    speaker = only(text).speaker
    assert speaker is not None
    assert (speaker.text, speaker.name, speaker.via) == ("she", "Ana Ruiz", "pronoun")


def test_textacy_383_a_signature_behind_a_dash() -> None:
    """A name behind a dash signs the quotation."""
    assert said("“The best clinic in the valley.” — Ana Ruiz") == [("The best clinic in the valley.", "Ana Ruiz")]


def test_textacy_383_a_signature_on_its_own_line() -> None:
    """The signature may stand on the next line."""
    text = "“The best clinic in the valley.”\n\n- Ana Ruiz, nurse\n\nThe vote is on Monday."
    assert said(text)[0] == ("The best clinic in the valley.", "Ana Ruiz")


def test_textacy_383_an_introduction_in_the_paragraph_before() -> None:
    """A paragraph that ends in a colon introduces the one after it."""
    text = (
        "Ana Ruiz wrote to the council:\n\n“The roof of the clinic has leaked since March. Nobody has come to look.”"
    )
    assert said(text)[0][1] == "Ana Ruiz"


def test_compromise_458_adjacent_quotations_stay_apart() -> None:
    """Two quotations side by side are two records."""
    text = "“It will rain,” said Ana Ruiz. “It will not,” said Tom Berg."
    assert [q.text for q in quotes(text)] == ["It will rain,", "It will not,"]


def test_compromise_500_no_quotation_is_missed() -> None:
    """A short and a long quotation of one paragraph are both found."""
    text = "“No,” said Ana Ruiz. “Not while the roof leaks and the council looks the other way.”"
    assert len(said(text)) == 2


def test_compromise_1154_punctuation_is_kept() -> None:
    """The words keep their last comma, stop or question mark."""
    text = "“Who asked you?” said Ana Ruiz. “Nobody,” said Tom Berg."
    assert [q.text for q in quotes(text)] == ["Who asked you?", "Nobody,"]


def test_compromise_935_sentences_inside_a_quotation_do_not_split_it() -> None:
    """Several sentences between two marks are one quotation."""
    text = "“It rained. The roof gave way. We left,” said Ana Ruiz."
    assert [q.text for q in quotes(text)] == ["It rained. The roof gave way. We left,"]


def test_booknlp_2_a_question_before_said() -> None:
    """A question mark inside the marks does not end the sentence that names the speaker."""
    assert said("“So what?” said Harriet.") == [("So what?", "Harriet")]


def test_obsidian_storyline_254_british_single_marks() -> None:
    """Single marks are told from the apostrophes inside them."""
    text = "‘I don’t mind,’ said Ruth Osgood. ‘It’s the neighbours’ dog.’"
    assert [words for words, _ in said(text)] == ["I don’t mind,", "It’s the neighbours’ dog."]


@pytest.mark.parametrize("marks", ["„“", "«»", "»«", "“”", '""'])
def test_front_porch_95_localised_marks(marks: str) -> None:
    """Low, angled and straight marks quote as well as curly ones."""
    text = f"{marks[0]}We are full already,{marks[1]} said Ana Ruiz. {marks[0]}Come back on Monday.{marks[1]}"
    assert [words for words, _ in said(text)] == ["We are full already,", "Come back on Monday."]


def test_odysseus_1113_a_mismatched_pair_does_not_run_on() -> None:
    """An opening and a closing mark of different kinds still pair, within their paragraph."""
    text = '“We are full already" said Ana Ruiz.\n\nThe vote is on Monday. “Come back then,” she said.'
    assert [words for words, _ in said(text)] == ["We are full already", "Come back then,"]


def test_geo_optimizer_429_no_greedy_match_over_paragraphs() -> None:
    """A stray mark takes nothing from the paragraphs after it."""
    text = 'The 5" pipe broke on Monday.\n\nAna Ruiz called a plumber.\n\n"He came at noon," she said.'
    assert [words for words, _ in said(text)] == ["He came at noon,"]


def test_tech_and_check_65_two_people_with_one_surname() -> None:
    """A surname that two people bear is not given to either without saying so."""
    text = (
        "Ana Ruiz and Pedro Ruiz run the clinic together. Both were there on Monday.\n\n"
        "“We are full already,” Ruiz said."
    )
    quote = only(text)
    assert quote.speaker is not None
    assert "ambiguous_speaker" in quote.flags or quote.speaker.name == "Ruiz"


def test_unbalanced_marks_tell_where_they_stand() -> None:
    """An unclosed quotation has its line and column, for checks to point at."""
    text = "The vote is on Monday.\n\nHe said “we go now.\n\nThe mayor left."
    (quote,) = [q for q in quotes(text) if "unclosed" in q.flags]
    assert (quote.line, quote.column) == Document(text).position(quote.start)


def test_an_apposition_behind_an_inverted_speaker_is_nobodys_words() -> None:
    """What follows `said X,` describes the speaker and is not reported speech."""
    found = quotes('"Nobody was told why", said Ida Brandt, the union\'s treasurer.')
    assert [q.kind for q in found] == ["direct"]
