"""Numbers that name things, and words that are no figures."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Call (555) 123-4567 or +44 20 7946 0958.",
        "Call 555-1234.",
        "My phone number is 0176 12 34 56 78.",
        "See ISBN 978-3-16-148410-0.",
        "Upgrade to version 2.3.1 of it.",
        "The host 192.168.0.1 was scanned.",
        "The Boeing 747 and the F-16 collided.",
        "COVID-19 and H1N1 spread.",
        "Windows 11 and GPT-4 were shown.",
        "He lives at 10 Downing Street.",
        "He lives on 44th Street.",
        "She reads Channel 4 news.",
        "Catch-22 and Apollo 11 are known.",
        "The G8 met.",
        "Formula One was mentioned.",
        "Article 5 of the treaty applies.",
        "See it on page 12 [7].",
        "The zip code is 90210.",
        "Flight MH370 vanished.",
        "Ticket AB-1234 is closed.",
        "Open https://example.com/2017/05/40 to read it.",
        "Write to user99@example.com today.",
        "20th Century Fox objected.",
        "Big Three makers objected.",
        "Commit 4f2a91c fixed it.",
        "The Second World War ended.",
        "Under the 14th Amendment it stands.",
        "A 401(k) is a plan.",
        "It filed a 10-K.",
        "Shares of 3M rose.",
        "A Boeing 757-200 landed.",
        "It uses Lotus 1-2-3.",
        "1. Calder won.",
        "It passed Law 2144.",
        "Ring 24/7 for help.",
        "123e4567-e89b-12d3-a456-426655440000",
        "My address is fe80::204:61ff:fe9d:f156",
    ],
)
def test_identifier_is_no_figure(figures, text):
    """Telephone numbers, codes, references and names hold no figure."""
    assert figures(text) == ()


def test_identifiers_on_request(figures):
    """With `all` they are reported as identifiers."""
    found = figures("Flight 93 carried 40 people.", all=True)
    assert [(n.text, n.kind) for n in found] == [("93", "identifier"), ("40", "cardinal")]


@pytest.mark.parametrize(
    "text",
    [
        "No one spoke.",
        "Which one is broken?",
        "That one is broken, but this one works.",
        "They looked at one another.",
        "One must be careful with one's words.",
        "She bought a new one.",
        "He is the one who left.",
        "She had second thoughts.",
        "The quarter was quiet and halfway decent.",
        "They served on the front for ages.",
    ],
)
def test_pronoun_and_idiom_are_no_figures(figures, text):
    """`one` as a pronoun and fixed phrases count nothing."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One of them left.", 1),
        ("Only one ferry sank.", 1),
        ("He has one urgent issue.", 1),
        ("In Iraq 40 people died.", 40),
    ],
)
def test_real_count_is_kept(one, text, value):
    """Neighbouring capitals and `one` do not hide a count."""
    assert one(text).value == value


def test_results_after_names_are_counts(figures):
    """A list of names with their figures is no list of products."""
    assert [n.value for n in figures("Calder 384, Vetch 300, Dunn 151.")] == [384, 300, 151]


def test_headline_capitals_say_nothing(figures):
    """Where every word has a capital, a capital makes no name."""
    assert [n.text for n in figures("Pump Maker Cuts Outlook for Second Time in Three Decades")] == [
        "Second",
        "Three Decades",
    ]
