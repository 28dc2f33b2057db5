"""What all tests share: the flag that rewrites golden files, and docscan as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# the suite is the same every time; `--hypothesis-profile=explore` looks for what nobody has thought of
settings.register_profile("steady", derandomize=True, database=None, deadline=None, max_examples=60)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew from today's output")


@dataclass(frozen=True)
class Finished:
    """A process that ended: exit code, standard output and standard error."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


Run = Callable[..., Finished]


def run_process(
    command: Sequence[str | Path | bytes],
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Finished:
    """Run `command` with `stdin`; `env` adds to the environment."""
    done = subprocess.run(
        command,
        input=stdin,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Finished(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


@pytest.fixture
def docscan() -> Run:
    """Run docscan with these arguments in a process of its own."""

    def run(*arguments: str | Path | bytes, **how: object) -> Finished:
        return run_process([sys.executable, "-m", "docscan", *arguments], **how)  # type: ignore[arg-type]

    return run


@pytest.fixture
def probe() -> Run:
    """Run docscan with one analyser more, `probe`, which does to a document what its text asks for."""
    script = Path(__file__).parent / "cli" / "run_with_probe.py"

    def run(*arguments: str | Path, **how: object) -> Finished:
        return run_process([sys.executable, script, *arguments], **how)  # type: ignore[arg-type]

    return run
