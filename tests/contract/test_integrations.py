"""What ships beside the package calls docscan by flags it has."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from docscan.registry import command

ROOT = Path(__file__).parents[2]
FILES = [".pre-commit-hooks.yaml", "action.yml", "Dockerfile", "docs/integrations.md"]


@pytest.mark.parametrize("name", FILES)
def test_shipped_files_use_flags_that_exist(name: str) -> None:
    """Every long flag of a `docscan check` in them is one of the command's."""
    known = {flag.option for flag in command("check").flags}
    text = (ROOT / name).read_text(encoding="utf-8")
    used = {flag for call in re.findall(r"docscan check([^\n`]*)", text) for flag in re.findall(r"--[a-z-]+", call)}
    used |= set(re.findall(r"args: (?:\[)?(--[a-z-]+)", text))
    assert used <= known


def test_formats_in_the_documentation_exist() -> None:
    """Every `-f NAME` that is shown is a format."""
    (flag,) = [flag for flag in command("check").flags if flag.name == "format"]
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in FILES)
    shown = set(re.findall(r"-f ([a-z]+)\b", text))
    assert shown
    assert shown <= set(flag.choices)


def test_the_editor_task_has_the_problem_matcher() -> None:
    """The task in the documentation and the matcher file take lines apart in the same way."""
    text = (ROOT / "docs" / "integrations.md").read_text(encoding="utf-8")
    (task,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    pattern = json.loads(task)["tasks"][0]["problemMatcher"]["pattern"]
    matcher = json.loads((ROOT / "docs" / "problem-matcher.json").read_text(encoding="utf-8"))
    assert pattern == matcher["problemMatcher"][0]["pattern"][0]
