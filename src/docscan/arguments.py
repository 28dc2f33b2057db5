"""What argv says, read from the table of flags.

`read_quickly` understands the well-formed calls that make up nearly all use, without loading Typer, which costs
more time than most documents do. Whatever it does not understand at once (abbreviations, errors, help) is left
to Typer, which is built from the same flags and reads the same values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docscan.registry import Command, Flag


class NotUnderstoodError(Exception):
    """This needs Typer: for its message, its help, or its wider understanding."""


def value_of(flag: Flag, typed: Any) -> Any:
    """What was typed as the command wants it: a comma list taken apart, each part checked. ValueError if wrong."""
    if not flag.many:
        return typed
    parts = [part for item in typed for part in (item.split(",") if flag.split else [item]) if part]
    return tuple(_checked(flag, part) for part in parts) or tuple(flag.default or ())


def _checked(flag: Flag, part: str) -> Any:
    if flag.choices and part not in flag.choices:
        raise ValueError(f"{flag.option}: {part!r} is not one of {', '.join(flag.choices)}")
    try:
        return flag.type(part)
    except ValueError:
        raise ValueError(f"{flag.option}: {part!r} is not of type {flag.type.__name__}") from None


def read_quickly(command: Command, words: Sequence[str]) -> dict[str, Any]:
    """The values of the flags of `command` and its "paths"; NotUnderstoodError if anything is out of the ordinary."""
    flags = {option: flag for flag in command.flags for option in (flag.option, flag.short) if option}
    values: dict[str, Any] = {flag.name: [] if flag.many else flag.default for flag in command.flags}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            paths.append(word)
            continue
        option, given, value = word.partition("=") if word.startswith("--") else (word, "", "")
        flag = flags.get(option)
        if flag is None or (given and flag.type is bool):
            raise NotUnderstoodError
        if flag.type is bool:
            values[flag.name] = True
            continue
        _store(values, flag, value if given else _following(rest))
    try:
        return {"paths": tuple(paths), **{f.name: value_of(f, values[f.name]) for f in command.flags}}
    except ValueError as error:
        raise NotUnderstoodError from error


def _following(rest: Iterator[str]) -> str:
    value = next(rest, None)
    if value is None:
        raise NotUnderstoodError
    return value


def _store(values: dict[str, Any], flag: Flag, value: str) -> None:
    if flag.many:
        values[flag.name].append(value)
        return
    try:
        values[flag.name] = _checked(flag, value)
    except ValueError as error:
        raise NotUnderstoodError from error
