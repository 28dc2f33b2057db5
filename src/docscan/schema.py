"""JSON Schemas and example records, both read off the annotations of the records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from docscan.registry import Analyser
from docscan.serial import plain

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


_TYPES: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_STRING = {"type": "string"}
_SOURCE = {
    "path": {"type": "string", "description": "as it was given, with forward slashes"},
    "path_bytes": {"type": "string", "description": "base64 of a name that is not UTF-8"},
    "id": {"type": "string", "description": "of a JSON Lines record; its line number if it has none"},
}


def _object(properties: dict[str, Any], optional: Iterable[str] = (), **more: Any) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False, **more}


def shape(kind: Any) -> dict[str, Any]:
    """The schema of a value of the annotated type `kind`; records by reference to `$defs`."""
    if is_record(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if get_origin(kind) in {Union, UnionType}:
        parts = [shape(part) for part in get_args(kind)]
        if all(set(part) == {"type"} for part in parts):
            return {"type": [part["type"] for part in parts]}
        return {"anyOf": parts}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": shape(get_args(kind)[0])}
    return {"type": _TYPES[kind]}


def definitions(record: type) -> dict[str, Any]:
    """`$defs`: `record` and every record inside it, by name."""
    found: dict[str, Any] = {}
    waiting: list[Any] = [record]
    while waiting:
        kind = waiting.pop()
        waiting.extend(get_args(kind))
        if not is_record(kind) or kind.__name__ in found:
            continue
        hints = _hints(kind)
        about = (kind.__doc__ or "").split("\n\n")[0]
        found[kind.__name__] = _object({name: shape(hint) for name, hint in hints.items()}, description=about)
        waiting.extend(hints.values())
    return dict(sorted(found.items()))


def json_schema(analyser: Analyser) -> dict[str, Any]:
    """The schema of what `-f json` writes for `analyser`."""
    defs = definitions(analyser.record)
    if analyser.single:
        own = defs.pop(analyser.record.__name__)["properties"]
    else:
        own = {analyser.name: {"type": "array", "items": shape(analyser.record)}}
    optional = ("path_bytes", "id")
    document = _object({**_SOURCE, "encoding": {"type": "string", "description": "a Python codec"}, **own}, optional)
    error = _object({"path": _STRING, "path_bytes": _STRING, "code": _STRING, "message": _STRING}, ["path_bytes"])
    properties = {
        "schema_version": {"const": 1},
        "tool": _object({"name": {"const": "docscan"}, "version": _STRING}),
        "documents": {"type": "array", "items": document},
        "errors": {"type": "array", "items": error},
    }
    return {"$schema": _DIALECT, "title": f"docscan {analyser.name} -f json", **_object(properties), "$defs": defs}


def row_schema(analyser: Analyser) -> dict[str, Any]:
    """The schema of one line that `-f jsonl` writes for `analyser`."""
    row = plain(next(iter(analyser.rows(example(analyser.record)))))
    properties = {**_SOURCE, **{key: _cell(value) for key, value in row.items()}}
    return {
        "$schema": _DIALECT,
        "title": f"docscan {analyser.name} -f jsonl, one line",
        **_object(properties, ["path_bytes", "id"]),
    }


def _cell(value: Any) -> dict[str, Any]:
    if isinstance(value, list):
        return {"type": "array", "items": _cell(value[0])} if value else {"type": "array"}
    if isinstance(value, bool):
        return {"type": ["boolean", "null"]}
    # a number beyond 2^53 is written as a string
    return {"type": ["string", "null"] if isinstance(value, str) else ["number", "string", "null"]}
