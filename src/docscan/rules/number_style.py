"""A small number in digits, or a large one in words.

Newspapers write one to nine in words and use digits from 10 on, and always with units, percentages, money, ages
and dates. Only bare counts are looked at; a sentence may begin with any number in words.

Options: `words-up-to` (9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each count in the wrong style."""
    limit = options["words-up-to"]
    for number in dossier.numbers:
        value = number.value
        if number.kind != "cardinal" or number.unit or number.quoted or not isinstance(value, int):
            continue
        figure = number.figure.text
        if figure.isdigit() and 0 < value <= limit:
            yield dossier.remark(number.figure.start, number.figure.end, f"write {figure} as a word")
        elif figure.isalpha() and limit < value < 1000 and dossier.sentence(number.start)[0] != number.start:
            yield dossier.remark(number.figure.start, number.figure.end, f"write “{figure}” in digits: {value}")


RULE = Rule("N001", "number-style", "note", check, opt_in=True, options={"words-up-to": 9})
