"""Untrusted text cannot steer the terminal; colour follows the user's wishes."""

from __future__ import annotations

import pytest

from docscan.console import visible, wants_color


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” – é 漢", "plain “text” – é 漢"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("\x1b]8;;http://x\x07", "␛]8;;http://x␇"),
        ("a\x7fb\x9bc", "a␡b\\x9bc"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\ud800", "\\ud800"),
        ("a\rb\0", "a␍b␀"),
        ("a\nb\tc", "a\nb\tc"),
    ],
)
def test_control_characters_become_pictures(text: str, shown: str) -> None:
    """Every control, bidi and invisible character is shown, not obeyed; newline and tab stay."""
    assert visible(text) == shown


def test_one_line_means_one_line() -> None:
    """A name with a newline in it cannot forge a second line."""
    assert visible("a\nb\tc", one_line=True) == "a␊b␉c"


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "wanted"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_decision(
    monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], terminal: bool, wanted: bool
) -> None:
    """The flag decides, then NO_COLOR, then the forcing variables, then the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_color(choice, terminal) is wanted
