"""Every format of `docscan check`, parsed back by what reads it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
NASTY = "odd, [name] 100%: é.txt"
TEXTS = {
    "a.txt": 'Pay on February 30.\n\nThe café doesnâ€™t open.\n\n“Yes,” I said.\n\n"No" I said.\n\n“So” I say.\n',
    NASTY: "A “quotation\nover, lines: 100%\n\nPay on 31 June.\n",
    "clean.txt": "All is well.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def check(docscan: Any, folder: Path) -> Any:
    def run(form: str, *arguments: str, code: int = 1) -> str:
        done = docscan("check", "-f", form, "--isolated", *arguments, cwd=folder)
        assert done.code == code, done.err
        return str(done.text)

    return run


def issues(check: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in check("jsonl").splitlines()]


def test_json_and_jsonl_hold_the_same(check: Any) -> None:
    """One object with every document, clean ones too; or a line for each issue."""
    whole = json.loads(check("json"))
    assert [d["path"] for d in whole["documents"]] == sorted(TEXTS)
    flat = [issue for d in whole["documents"] for issue in d["issues"]]
    for issue in flat:
        issue["related"] = [f"{r['path']}:{r['line']}: {r['message']}" for r in issue["related"]]
    assert flat == issues(check)
    assert {"D002", "T001", "Q003"} <= {issue["code"] for issue in flat}
    for issue in flat:
        text = TEXTS[issue["path"]]
        before = text[: issue["start"]]
        assert issue["line"] == before.count("\n") + 1
        assert issue["column"] == len(before) - before.rfind("\n")


def test_json_fits_its_schema(check: Any, docscan: Any, folder: Path) -> None:
    """`docscan schema check` describes json, `check-row` a line of jsonl, related places included."""
    from jsonschema import Draft202012Validator

    (folder / "source.txt").write_text("“We will not go home before the work is done,” she said.\n")
    (folder / "a.txt").write_text("“We will go home before the work is done,” she said.\n")
    arguments = ("a.txt", NASTY, "--sources", "source.txt")
    whole, row = (json.loads(docscan("schema", name).out) for name in ("check", "check-row"))
    Draft202012Validator(whole).validate(json.loads(check("json", *arguments)))
    for line in check("jsonl", *arguments).splitlines():
        Draft202012Validator(row).validate(json.loads(line))


def test_concise_is_what_editors_match(check: Any) -> None:
    """The problem matcher takes every line apart into file, line, column, severity, code and message."""
    matcher = json.loads((ROOT / "docs" / "problem-matcher.json").read_text())["problemMatcher"][0]["pattern"][0]
    found = [re.fullmatch(matcher["regexp"], line) for line in check("concise").splitlines()]
    expected = [(i["path"], str(i["line"]), str(i["column"]), i["code"]) for i in issues(check)]
    parts = ("file", "line", "column", "code")
    assert [tuple(m[matcher[p]] for p in parts) for m in found if m] == expected
    assert all(found)


def test_csv_and_tsv_have_a_row_an_issue(check: Any) -> None:
    """Column names first, then the same values."""
    rows = list(csv.DictReader(io.StringIO(check("csv"))))
    assert [(r["path"], r["code"], r["message"]) for r in rows] == [
        (i["path"], i["code"], i["message"]) for i in issues(check)
    ]
    assert len(check("tsv").splitlines()) == len(rows) + 1


def test_table_shows_every_issue(check: Any) -> None:
    """A heading for each document with issues, and the total."""
    text = check("table")
    assert NASTY in text
    assert "clean.txt" not in text
    assert f"{len(issues(check))} issues in 3 documents" in text


def test_sarif_is_valid(check: Any) -> None:
    """It fits the standard, names the rules that ran, and points at code points."""
    from jsonschema.validators import validator_for

    log = json.loads(check("sarif"))
    paths = [os.environ.get("SARIF_SCHEMA"), str(ROOT / "tests" / "contract" / "sarif-subset.schema.json")]
    for path in filter(None, paths):  # the whole OASIS schema where one is at hand
        schema = json.loads(Path(path).read_text(encoding="utf-8"))
        assert [e.message for e in validator_for(schema)(schema).iter_errors(log)] == []
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result, issue in zip(run["results"], issues(check), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == issue["code"]
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == issue["path"]
        region, text = place["region"], TEXTS[issue["path"]]
        assert text[region["charOffset"] :][: region["charLength"]] == text[issue["start"] : issue["end"]]
        before = text[: issue["end"]]
        assert region["endLine"] == before.count("\n") + 1
        assert region["endColumn"] == len(before) - before.rfind("\n")
        assert result["partialFingerprints"] == {"docscan/v1": issue["fingerprint"]}


def test_sarif_tells_what_could_not_be_read(check: Any, folder: Path) -> None:
    """An unreadable document is a notification, and the run no success."""
    log = json.loads(check("sarif", "a.txt", "gone.txt", code=2))
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "gone.txt" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_relates_both_sides(check: Any, folder: Path) -> None:
    """The other side of a conflict is a related location."""
    (folder / "source.txt").write_text("“We will not go home before the work is done,” she said.\n")
    (folder / "a.txt").write_text("“We will go home before the work is done,” she said.\n")
    log = json.loads(check("sarif", "a.txt", "--sources", "source.txt", "--select", "Q104"))
    (result,) = log["runs"][0]["results"]
    other = result["relatedLocations"][0]["physicalLocation"]
    assert other["artifactLocation"]["uri"] == "source.txt"
    assert other["region"]["charLength"] > 20


def test_sarif_gives_an_absolute_path_its_scheme(check: Any, folder: Path) -> None:
    """A reference that begins with a slash would not join with a base."""
    log = json.loads(check("sarif", str(folder / "a.txt")))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == f"file://{folder.as_posix()}/a.txt"


def test_github_says_the_worst_first_and_the_total(check: Any) -> None:
    """Errors, warnings, then a notice with the total before the notes; properties and data are escaped."""
    lines = check("github").splitlines()
    commands = [re.match(r"::(\w+) ([^:]*)::(.*)$", line) for line in lines]
    assert all(commands)
    order = [m[1] for m in commands if m]
    assert order == sorted(order, key=["error", "warning", "notice"].index)
    total = len(issues(check))
    (notice,) = [m[3] for m in commands if m and m[2] == "title=docscan"]
    assert notice.startswith(f"{total} in all: ")
    files = {m[2].split("file=")[1].split(",line")[0] for m in commands if m and "file=" in m[2]}
    assert NASTY.replace("%", "%25").replace(":", "%3A").replace(",", "%2C") in files


def test_github_gives_columns_on_one_line_only(check: Any, folder: Path) -> None:
    """An annotation over several lines has an end line and no columns."""
    paragraph = "The same words\nstand here twice, and nobody knows why they do."
    (folder / "a.txt").write_text(f"{paragraph}\n\n{paragraph}\n")
    (line,) = [x for x in check("github", "a.txt", "--select", "R003").splitlines() if "R003" in x]
    assert "line=4,endLine=5" in line
    assert "col=" not in line


def test_gitlab_is_a_code_quality_report(check: Any) -> None:
    """Each entry has what GitLab asks for, and a fingerprint of its own."""
    entries = json.loads(check("gitlab"))
    assert len({e["fingerprint"] for e in entries}) == len(entries) == len(issues(check))
    for entry, issue in zip(entries, issues(check), strict=True):
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["path"] == issue["path"]
        assert entry["location"]["lines"]["begin"] == issue["line"]
        assert entry["check_name"] == issue["rule"]


def test_junit_counts_add_up(check: Any) -> None:
    """A suite a document, a failure an issue; a clean document passes; an unreadable one is an error."""
    root = ElementTree.fromstring(check("junit", *TEXTS, "gone.txt", code=2))
    suites = {s.get("name"): s for s in root}
    assert suites.keys() == {*TEXTS, "gone.txt"}
    assert len(root.findall(".//failure")) == int(root.get("failures", "")) == len(issues(check))
    assert len(root.findall(".//testcase")) == int(root.get("tests", ""))
    assert suites["clean.txt"].get("failures") == "0"
    assert suites["gone.txt"].find(".//error") is not None


def test_junit_survives_control_characters(check: Any, folder: Path) -> None:
    """What XML cannot hold is replaced."""
    (folder / "a.txt").write_text("Pay on February 30.\x0b\x1b[31m “\x01” â€™\n")
    ElementTree.fromstring(check("junit", "a.txt"))


def test_statistics_count_by_rule(check: Any) -> None:
    """The most frequent rule first, then the total."""
    lines = check("json", "--statistics").splitlines()
    counts = [int(line.split()[0]) for line in lines[:-1]]
    assert counts == sorted(counts, reverse=True)
    assert lines[-1] == f"{sum(counts)} issues in 3 documents"
