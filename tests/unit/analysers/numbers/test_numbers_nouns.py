"""What a figure counts."""

import pytest


@pytest.mark.parametrize(
    ("text", "of", "head"),
    [
        ("At least 100 men fled.", "men", "men"),
        ("Around 40 gay men are hiding.", "gay men", "men"),
        ("Over 900 asylum seekers came.", "asylum seekers", "seekers"),
        ("Up to 850 seasonal staff will go.", "seasonal staff", "staff"),
        ("Two-thirds of the elected trustees resigned.", "elected trustees", "trustees"),
        ("35 per cent of women agreed.", "women", "women"),
        ("Twelve hundred tonnes of grain rotted.", "grain", "grain"),
        ("Hundreds of thousands of people marched.", "people", "people"),
        ("It has one east-west numbered street.", "east-west numbered street", "street"),
        ("One member actually left.", "member", "member"),
        ("They own three Starbucks locations here.", "Starbucks locations", "locations"),
        ("It has 572 large and small islands.", "large and small islands", "islands"),
        ("It built 36 large- and medium-sized dams.", "large- and medium-sized dams", "dams"),
        ("The sixth victim was a teacher.", "victim", "victim"),
        ("It was their sixth straight win.", "straight win", "win"),
        ("They are the two largest teachers unions.", "largest teachers unions", "unions"),
        ("He saw two other horsemen.", "other horsemen", "horsemen"),
        ("It rose to a 12.9 million annual rate.", "annual rate", "rate"),
        ("She has 4 Golden Wonder Killifish.", "Golden Wonder Killifish", "Killifish"),
        ("One of Mr. Obama's climate advisers left.", "Mr. Obama's climate advisers", "advisers"),
        ("That is one reason he's hurting.", "reason", "reason"),
        ("He had 2 cuts since.", "cuts", "cuts"),
        ("He fed it five frozen (thawed) mice.", "frozen (thawed) mice", "mice"),
        ("There are ten fighter/attack squadrons.", "fighter/attack squadrons", "squadrons"),
        ("We sell four (4) concert tickets.", "concert tickets", "tickets"),
        ("It asked for 4 outside ports.", "outside ports", "ports"),
    ],
)
def test_counted_noun(one, text, of, head):
    """The phrase runs to the first plural, its head is the last word."""
    found = one(text)
    assert (found.of, found.of_head) == (of, head)


def test_part_and_whole_count_the_same(figures):
    """In `40 of the 120 passengers` both count passengers."""
    assert [n.of for n in figures("40 of the 120 passengers survived.")] == ["passengers", "passengers"]


@pytest.mark.parametrize(
    "text",
    [
        "22,000 of them left.",
        "The toll is 61.",
        "12 died.",
        "One was killed.",
        "The two turned vicious.",
        "The two live together.",
        "It traded at 120.90 late Monday.",
        "One in five trusted Congress.",
        "She is the No. 2 executive.",
        "It ran during Game 3 of the Series.",
        "Quakes of magnitude 7 or greater hit the coast.",
    ],
)
def test_nothing_is_counted(one, text):
    """Pronouns and verbs are not counted."""
    assert one(text).of is None


def test_table_row_counts_nothing_of_the_next(figures):
    """A short line that ends with a figure does not count the first word of the next one."""
    rows = (
        "The standings of the league after the last round of the winter follow here:\nAskim   14   15\nLynd   13   11"
    )
    assert [n.of for n in figures(rows)] == [None] * 4


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("You have two real choices.", "real choices"),
        ("He polled 389 Democratic or Democratic-leaning voters.", "Democratic or Democratic-leaning voters"),
        ("He won 139 Super Tuesday delegates.", "Super Tuesday delegates"),
        ("It foresees four more rate rises.", "more rate rises"),
        ("It took the 99 winner-take-all primary.", "winner-take-all primary"),
        ("There are 16 involving business.", None),
        ("It was 15 votes of 620 cast.", None),
    ],
)
def test_phrase_in_front_of_other_words(figures, text, of):
    """Alternatives, names with a weekday and plurals like verbs belong to the phrase, participles do not."""
    assert figures(text)[-1].of == of
