"""The quick reader of argv and Typer agree, and the quick one knows when to stand back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from docscan.arguments import NotUnderstoodError, read_quickly, value_of
from docscan.cli import read_arguments
from docscan.options import INPUT, output
from docscan.registry import Command, Flag, command

MANY = Flag("kinds", "", many=True, choices=("a", "b"))
COMMAND = Command("x", "", (*INPUT, *output(), MANY), lambda values: 0)


def test_well_formed_call_is_read() -> None:
    """Long and short options, values after a space or an equals sign, and paths anywhere."""
    words = ["a.txt", "-f", "json", "--jobs=2", "-", "--kinds", "a,b", "--kinds=a", "-q", "-g", "*.{a,b}", "b.txt"]
    values = read_quickly(COMMAND, words)
    assert values["paths"] == ("a.txt", "-", "b.txt")
    assert (values["format"], values["jobs"], values["quiet"]) == ("json", 2, True)
    assert values["kinds"] == ("a", "b", "a")
    assert values["glob"] == ("*.{a,b}",)
    assert (values["verbose"], values["output"], values["exclude"]) == (False, None, ())


@pytest.mark.parametrize(
    "words",
    ["-h", "--nope", "--jobs", "--jobs many", "-f xml", "--json=1", "-- a", "-qv", "-j2", "--kinds c", "--form json"],
)
def test_anything_unusual_is_left_to_typer(words: str) -> None:
    """Help, mistakes, abbreviations and clusters are not guessed at."""
    with pytest.raises(NotUnderstoodError):
        read_quickly(COMMAND, words.split())


def test_value_errors_say_what_is_allowed() -> None:
    """A wrong part of a comma list is named together with what is right."""
    with pytest.raises(ValueError, match="--kinds: 'c' is not one of a, b"):
        value_of(MANY, ["a,c"])
    with pytest.raises(ValueError, match="--n: 'x' is not of type int"):
        value_of(Flag("n", "", int, many=True), ["1,x"])


WORDS = st.lists(
    st.sampled_from(
        [["a.txt"], ["-"], ["-f", "json"], ["--format=csv"], ["-q"], ["--jobs", "3"], ["-j", "1"], ["--max-size=1.5"],
         ["-E", "latin-1"], ["--glob", "*.md"], ["-g", "!x"], ["--exclude=a,b"], ["--text-field", ""], ["--hidden"],
         ["--json"], ["--limit", "0"], ["--color=never"], ["-o", "out.json"], ["--input-format", "html"]]
    )
)  # fmt: skip


@given(WORDS)
def test_both_readers_agree(chosen: Sequence[Sequence[str]]) -> None:
    """Whatever the quick reader understands, Typer reads the same."""
    words = [word for group in chosen for word in group]
    name = "numbers"
    read = read_arguments([name, *words])
    assert read is not None
    assert read[1] == read_quickly(command(name), words)
