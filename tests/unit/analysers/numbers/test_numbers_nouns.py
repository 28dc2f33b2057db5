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
    ],
)
def test_counted_noun(one, text, of, head):
    """The phrase runs to the first plural, its head is the last word."""
    found = one(text)
    assert (found.of, found.of_head) == (of, head)


def test_part_and_whole_count_the_same(figures):
    """In `40 of the 120 passengers` both count passengers."""
    assert [n.of for n in figures("40 of the 120 passengers survived.")] == ["passengers", "passengers"]


@pytest.mark.parametrize("text", ["22,000 of them left.", "The toll is 61.", "12 died.", "One was killed."])
def test_nothing_is_counted(one, text):
    """Pronouns and verbs are not counted."""
    assert one(text).of is None


def test_table_row_counts_nothing_of_the_next(figures):
    """A short line that ends with a figure does not count the first word of the next one."""
    rows = (
        "The standings of the league after the last round of the winter follow here:\nAskim   14   15\nLynd   13   11"
    )
    assert [n.of for n in figures(rows)] == [None] * 4
