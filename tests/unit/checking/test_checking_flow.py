"""From documents to issues: suppressions, allowed words, fingerprints, baselines."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from docscan.baseline import compare, read_entries, write_entries
from docscan.checking.flow import conclude, examine
from docscan.checking.plan import make_plan
from docscan.config import Settings
from docscan.document import Document
from docscan.exits import DocscanError
from docscan.records import Issue
from docscan.suppressions import find_suppressions

BAD = "The lease ends on February 30."
TODAY = date(2024, 3, 10)


def check(*texts: str, **settings: object) -> list[Issue]:
    plan = make_plan(Settings(**{"select": ("D002", "S"), **settings}))  # type: ignore[arg-type]
    examined = [examine(Document(text, path=f"{n}.txt"), plan) for n, text in enumerate(texts)]
    return [issue for result in conclude(pickle.loads(pickle.dumps(examined)), plan) for issue in result.findings]


def codes(*texts: str, **settings: object) -> list[str]:
    return [issue.code for issue in check(*texts, **settings)]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- docscan: ignore[D002] as in the deed -->\n{BAD}",
        f"{BAD} <!-- docscan: ignore[D002] -->",
        f"{BAD} <!-- docscan: ignore[impossible-date, Q001] -->",
        f"{BAD} <!-- docscan: ignore[D] -->",
        f"<!-- docscan: ignore-start[D002] -->\n\n{BAD}\n\n<!-- docscan: ignore-end[D002] -->",
        f"{BAD}\n\n<!-- docscan: ignore-file[D002] a list of errors -->",
    ],
)
def test_a_comment_silences_its_rule(text: str) -> None:
    """On its own line, the next, between two comments or in the whole document."""
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<!-- docscan: ignore[D002] -->\n\n{BAD}", ["S001", "D002"]),
        (f"<!-- docscan: ignore[D001] -->\n{BAD}", ["D002"]),  # D001 does not run: nothing is known of its use
        (f"<!-- docscan: ignore -->\n{BAD}", ["S001", "D002"]),
        (f"<!-- docscan: ignore[] -->\n{BAD}", ["S001", "D002"]),
        (f"<!-- docscan: ignroe[D002] -->\n{BAD}", ["S001", "D002"]),
        (f"<!-- docscan: ignore-start[D002] -->\n{BAD}", ["S001", "D002"]),
        (f"{BAD}\n<!-- docscan: ignore-end[D002] -->", ["D002", "S001"]),
        (f"`<!-- docscan: ignore[D002] -->`\n{BAD}", ["D002"]),
        (f"```\n<!-- docscan: ignore[D002] -->\n```\n{BAD}", ["D002"]),
    ],
)
def test_comments_that_do_nothing_are_reported(text: str, expected: list[str]) -> None:
    """A suppression without rules, without effect, or without its end silences nothing and is an issue itself."""
    assert codes(text) == expected


def test_many_comments_take_linear_time() -> None:
    """A document that is nothing but comments is read once."""
    text = "<!-- docscan: ignore-start[D002] -->" * 20_000
    assert len(find_suppressions(Document(text))) == 20_000


def test_allowed_words_are_no_issue() -> None:
    """[allow] names takes exactly these words out of the rules about names."""
    text = "Linas Petkevičius spoke. Petkevičius left. Petkevicius came back."
    assert codes(text, select=("E001",)) == ["E001"]
    assert codes(text, select=("E001",), allow={"names": ("petkevicius",)}) == []
    assert codes(text, select=("E001",), allow={"quotes": ("petkevicius",)}) == ["E001"]


def test_per_file_ignores_and_severities() -> None:
    """A rule can be off for some files, and as grave as the settings say."""
    assert codes(BAD, BAD, per_file_ignores=(("1.txt", ("D",)),)) == ["D002"]
    assert [i.severity for i in check(BAD, rules={"D002": {"severity": "note"}})] == ["note"]
    assert codes(BAD, rules={"D002": {"severity": "note"}}, min_severity="warning") == []


def test_fingerprints_survive_moved_lines_and_renamed_files() -> None:
    """They depend on the words and their surroundings; equal ones are counted."""
    before = check(BAD)[0].fingerprint
    long = "\n\n" + "Nothing to see here, said the man at the gate to nobody. " * 3
    moved = check(long + "\n\n" + BAD, long * 2 + "\n\n" + BAD)
    assert moved[0].fingerprint == moved[1].fingerprint
    assert check("\n" + BAD.replace(" ends", "  ENDS"))[0].fingerprint == before
    twice = check(f"{long}{BAD}{long}{BAD}{long}")
    assert twice[0].fingerprint != twice[1].fingerprint
    assert check("The rent ends on February 30.")[0].fingerprint != before


def test_a_baseline_takes_out_what_is_known() -> None:
    """Known issues go, new ones stay, entries nothing matches are stale, the oldest age is told."""
    issues = check(BAD, "Pay on June 31.")
    entries = read_entries(write_entries(issues[:1], (), date(2024, 3, 1)), "known.json")
    outcome = compare(issues, entries, TODAY)
    assert (outcome.new, outcome.known, outcome.oldest, outcome.stale) == ((issues[1],), 1, 9, ())
    assert outcome.summary() == "baseline: 1 known issue not shown (oldest 9 days)"
    gone = compare(issues[1:], entries, TODAY)
    assert gone.stale == entries
    assert "1 stale" in gone.summary()


def test_an_entry_stands_for_one_issue() -> None:
    """A second copy of a known sentence is new."""
    entries = read_entries(write_entries(check(BAD), (), TODAY), "known.json")
    assert len(compare(check(BAD, BAD), entries, TODAY).new) == 1


def test_rewriting_a_baseline_keeps_days_and_reasons() -> None:
    """What still holds keeps its first day and what somebody wrote beside it."""
    text = write_entries(check(BAD), (), date(2023, 1, 1)).replace('"reason": ""', '"reason": "the deed says so"')
    again = write_entries(check(BAD, "Pay on June 31."), read_entries(text, "known.json"), TODAY)
    first, second = read_entries(again, "known.json")
    assert (first.first_seen, first.reason) == ("2023-01-01", "the deed says so")
    assert (second.first_seen, second.reason) == ("2024-03-10", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema_version": 2, "issues": []}',
        '{"schema_version": 1, "issues": [{"x": 1, "first_seen": "2024-01-01"}]}',
    ],
)
def test_other_files_are_no_baselines(text: str) -> None:
    """A file of another kind or version is an error that names it."""
    with pytest.raises(DocscanError, match=r"known\.json"):
        read_entries(text, "known.json")


def test_corpus_rules_see_what_is_only_compared_with() -> None:
    """A document of --corpus comes first and is compared with; its own issues are not reported."""
    plan = make_plan(Settings(select=("Q101",)))
    quote = "“We will{} close the ferry before the new bridge is open,” said Olaf Brink."
    ours = examine(Document(quote.format(""), path="ours.txt"), plan)
    theirs = examine(Document(quote.format(" not"), path="theirs.txt"), plan, checked=False)
    (result,) = conclude([theirs, ours], plan)
    assert [(i.path, i.related[0].path) for i in result.findings] == [("ours.txt", "theirs.txt")]
