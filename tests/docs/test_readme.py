"""The documentation tells the truth: its commands are run, its output is what they print.

`pytest tests/docs --update-golden` writes today's output into the pages; read their diff before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCRIPT = re.compile(r"^```python\n(.*?)^```\n\nprints\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """Run a line as a user would, with this docscan first on the path."""
    folder = tmp_path_factory.mktemp("bin")
    docscan = folder / "docscan"
    docscan.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m docscan "$@"\n')
    docscan.chmod(0o755)
    environment = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"}}
    environment |= {"PATH": f"{folder}:{os.environ['PATH']}", "COLUMNS": "80", "LC_ALL": "C"}

    def run(line: str) -> str:
        done = subprocess.run(
            ["bash", "-c", line], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        return done.stdout

    return run


def sessions(page: Path) -> Iterator[tuple[str, str]]:
    """Each command of the page's console blocks with the output under it."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


SESSIONS = [(page, command, output) for page in PAGES for command, output in sessions(page)]


@pytest.mark.parametrize(("page", "command", "output"), SESSIONS, ids=[command for _, command, _ in SESSIONS])
def test_console_blocks_show_real_output(
    shell, request: pytest.FixtureRequest, page: Path, command: str, output: str
) -> None:  # type: ignore[no-untyped-def]
    """What stands under a command is what it prints."""
    if "jq" in command and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    printed = shell(command)
    assert printed
    if request.config.getoption("--update-golden"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace(f"$ {command}\n{output}", f"$ {command}\n{printed}"), encoding="utf-8")
    else:
        assert printed.splitlines() == output.splitlines()


def test_readme_python_prints_what_it_says(request: pytest.FixtureRequest) -> None:
    """The Python example runs and prints the block under it."""
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    (found,) = SCRIPT.finditer(text)
    done = subprocess.run([sys.executable, "-c", found[1]], cwd=ROOT, capture_output=True, text=True, check=True)
    if request.config.getoption("--update-golden"):
        page.write_text(text[: found.start(2)] + done.stdout + text[found.end(2) :], encoding="utf-8")
    else:
        assert done.stdout == found[2]


def test_readme_is_short_and_has_its_two_commands() -> None:
    """At most 200 lines; one command for the main job and one for the tests, which .ci/run takes from here."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("\n") <= 200
    for name in ("main job", "tests"):
        assert len(re.findall(rf"<!-- run: {name} -->\n```sh\n[^\n]+\n```", text)) == 1


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", ROOT / "CHANGELOG.md"], ids=lambda p: p.name
)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link names a file that is there."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
