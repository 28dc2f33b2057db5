"""JSON Schemas and example records, both read off the annotations of the records."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_SCALARS: dict[Any, Any] = {str: "", int: 0, float: 0.0, bool: False}


@cache
def _hints(record: type) -> dict[str, Any]:
    hints = get_type_hints(record)
    names = [f.name for f in fields(record)] if is_dataclass(record) else list(hints)
    return {name: hints[name] for name in names}


def is_record(kind: Any) -> bool:
    """Whether `kind` is a dataclass or a NamedTuple."""
    return isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields"))


def example(kind: Any) -> Any:
    """A value of the annotated type `kind` in which every optional part is there, and one item in every tuple."""
    if is_record(kind):
        return kind(**{name: example(hint) for name, hint in _hints(kind).items()})
    if get_origin(kind) in {Union, UnionType}:
        return example(get_args(kind)[0])
    if get_origin(kind) is tuple:
        return (example(get_args(kind)[0]),)
    return _SCALARS[kind]
