"""What a function gives, kept: a dictionary that works out what it is asked for the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(dict[Key, Value]):
    """`kept[key]` is `look_up(key)`, worked out once; all is forgotten when `limit` keys are there."""

    def __init__(self, look_up: Callable[[Key], Value], limit: int) -> None:
        super().__init__()
        self._look_up, self._limit = look_up, limit

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._limit:
            self.clear()
        found = self[key] = self._look_up(key)
        return found
