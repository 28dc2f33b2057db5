"""Novels: dialogue, dashes, and whose turn it is."""

from __future__ import annotations

from docscan import Document, quotes
from docscan.analysers.quotes.dialogue import dash_speech, is_dialogue

TALK = "\n\n".join(
    [
        "“Who is there?” asked Ruth.",
        "“Only the wind,” said Martin.",
        "“Are you sure?”",
        "“Quite sure!”",
        "“Then why is the door open?”",
        "“I left it open!”",
        "Ruth went to the window. “Nobody!” she said.",
        "“I told you so.”",
    ]
)
DASHES = "\n\n".join(
    [
        "The boys came down to the water.",
        "—Is it cold? he asked.",
        "—Try it, said Martin, and see for yourself.",
        "—I would rather not.",
        "Nobody moved.",
    ]
)


def test_a_novel_is_told_from_news() -> None:
    """Lively endings make a document dialogue; a news text with as many quotations is none."""
    news = "\n\n".join(f"“The roof leaks in ward {n},” said Ana Ruiz." for n in range(12))
    assert is_dialogue(Document(TALK))
    assert not is_dialogue(Document(news))


def test_every_utterance_of_a_dialogue_is_direct() -> None:
    """A paragraph that is nothing but an utterance is direct speech, however short."""
    assert [q.kind for q in quotes(TALK) if q.marks] == ["direct"] * 8


def test_turns_alternate() -> None:
    """Where nobody is named, two people take turns."""
    names = [q.speaker.name if q.speaker else None for q in quotes(TALK) if q.kind == "direct"]
    assert names[:6] == ["Ruth", "Martin", "Ruth", "Martin", "Ruth", "Martin"]


def test_dashes_open_speech_where_there_are_no_marks() -> None:
    """Speech behind a dash is found, and the narrator's words in it are left out."""
    found = [q for q in quotes(DASHES) if q.kind == "direct"]
    assert [q.text for q in found] == ["Is it cold?", "Try it,", "I would rather not."]
    assert found[1].speaker is not None and found[1].speaker.name == "Martin"


def test_dashes_mean_nothing_beside_marks() -> None:
    """In a document with quotation marks a dash at the start of a line is only a dash."""
    text = DASHES + "\n\n“Come back,” said Ruth."
    assert [q.text for q in quotes(text) if q.kind == "direct"] == ["Come back,"]


def test_few_dashes_are_no_dialogue() -> None:
    """One or two lines that begin with a dash are a list, not talk."""
    assert dash_speech(Document("— one thing\n\n— another thing\n\nThe end.")) == []


def test_a_long_part_of_somebody_elses_sentence_is_not_an_utterance() -> None:
    """Words in marks that a sentence runs into stay mixed among dialogue, however many they are."""
    text = (
        f"{TALK}\n\nMartin promised that the two of them would “mend the old door before winter comes” and lock it."
    )
    assert [q.kind for q in quotes(text) if q.marks][-1] == "mixed"


def test_a_pronoun_can_stand_for_a_role() -> None:
    """Where nobody is named, he is the doctor and she the mother who acted just before."""
    text = "The doctor looked at the door. “Is she asleep?” he asked.\n\nHer mother nodded. “Quite,” she said."
    found = [q.speaker.name if q.speaker else None for q in quotes(text) if q.marks]
    assert found == ["The doctor", "Her mother"]


def test_a_pronoun_stands_for_whoever_has_a_name_first() -> None:
    """A named person who spoke before is likelier than a role that only is mentioned."""
    text = "“Come in,” said Martin Berg. Martin Berg waved to a doctor. “Sit down,” he said."
    found = [q.speaker.name if q.speaker else None for q in quotes(text) if q.marks]
    assert found == ["Martin Berg", "Martin Berg"]


def test_a_role_gives_way_to_a_name_in_the_paragraph() -> None:
    """Neither a role in apposition to a name nor one in the paragraph before takes a pronoun from that name."""
    text = (
        "His neighbour sees it differently.\n\nThe local agent, Martin Berg, insists that rules are flexible. "
        "He told a meeting that “nobody is going to be fined for sneezing”."
    )
    assert [q.speaker.name for q in quotes(text) if q.marks and q.speaker] == ["Martin Berg"]
    text = "Coach Ruth Moe, the only woman in the league, did not see it. “I was writing,” she said."
    assert [q.speaker.name for q in quotes(text) if q.marks and q.speaker] == ["Ruth Moe"]
