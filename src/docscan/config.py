"""docscan.toml or [tool.docscan] in pyproject.toml → one frozen Settings.

The nearest file wins, from the working directory upwards; `extend = "PATH"` inherits from another. An unknown
key or a value of the wrong type is an error that names the file, the key and what may have been meant.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from docscan.exits import DocscanError

SEVERITIES = ("error", "warning", "note")
FILE_NAMES = ("docscan.toml", ".docscan.toml")
_PATHS = ("sources", "corpus", "baseline")


@dataclass(frozen=True, slots=True)
class Settings:
    """How `check` runs. `rules` holds each rule's own options by code; `allow` known names and quotes."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    min_severity: str = "note"
    fail_on: str = "warning"
    sources: tuple[str, ...] = ()
    corpus: tuple[str, ...] = ()
    baseline: str | None = None
    glob: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    allow: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    file: str | None = None  # where they come from


_KEYS = tuple(f.name.replace("_", "-") for f in fields(Settings) if f.name != "file")
_ALLOW = ("names", "quotes")
_CHOICES = {"min-severity": SEVERITIES, "fail-on": (*SEVERITIES, "never")}


def find_file(start: Path) -> Path | None:
    """The nearest docscan.toml, or pyproject.toml with a [tool.docscan] table, from `start` upwards."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            if (folder / name).is_file():
                return folder / name
        project = folder / "pyproject.toml"
        if project.is_file() and "docscan" in _parse(project).get("tool", {}):
            return project
    return None


def load(start: Path, given: Iterable[str] = (), isolated: bool = False) -> Settings:
    """The settings for a run in `start`: the nearest file, or the one `given`, then `given` KEY=VALUE pairs."""
    pairs = [text for text in given if _is_pair(text)]
    files = [text for text in given if not _is_pair(text)]
    if len(files) > 1:
        raise DocscanError(f"--config: more than one file ({', '.join(files)})", "config")
    settings = Settings()
    path = Path(files[0]) if files else None if isolated else find_file(start)
    if path is not None:
        settings = read_file(path)
    for pair in pairs:
        key, _, value = pair.partition("=")
        settings = _apply(settings, _nested(key.strip(), _value(value.strip())), f"--config {key.strip()}", start)
    return settings


def _is_pair(text: str) -> bool:
    return "=" in text and not Path(text).is_file()


def _value(text: str) -> Any:
    """TOML if it is TOML, else the text itself; a comma makes a list."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text.split(",") if "," in text else text


def _nested(key: str, value: Any) -> dict[str, Any]:
    head, _, rest = key.partition(".")
    return {head: _nested(rest, value) if rest else value}


def read_file(path: Path, seen: tuple[Path, ...] = ()) -> Settings:
    """The settings of one file and of those it extends; DocscanError for anything wrong in it."""
    if path in seen:
        raise DocscanError(f"{path}: extends itself", "config")
    data = _parse(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("docscan", {})
    base = Settings()
    if "extend" in data:
        data = dict(data)
        base = read_file(path.parent / _text(data.pop("extend"), f"{path}: extend"), (*seen, path))
    return replace(_apply(base, data, str(path), path.parent), file=str(path))


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DocscanError(f"{path}: {error.strerror}", "config") from error
    except ValueError as error:  # not TOML, not UTF-8
        raise DocscanError(f"{path}: {error}", "config") from error


def _apply(settings: Settings, data: Mapping[str, Any], source: str, root: Path) -> Settings:
    """`settings` with the keys of `data`; relative paths are taken from `root`."""
    changed: dict[str, Any] = {}
    for key, value in data.items():
        where = f"{source}: {key}"
        name = key.replace("-", "_")
        if key not in _KEYS:
            raise DocscanError(f"{source}: unknown key {key!r}{_suggest(key, _KEYS)}", "config")
        if key in _CHOICES:
            changed[name] = _choice(value, _CHOICES[key], where)
        elif key == "baseline":
            changed[name] = _resolve(_text(value, where), root)
        elif key in _PATHS:
            changed[name] = tuple(_resolve(item, root) for item in _list(value, where))
        elif key == "per-file-ignores":
            changed[name] = tuple((glob, _list(codes, where)) for glob, codes in _table(value, where).items())
        elif key == "rules":
            changed[name] = {**settings.rules, **_rules(_table(value, where), settings.rules, where)}
        elif key == "allow":
            changed[name] = {**settings.allow, **_allowed(_table(value, where), where)}
        else:
            changed[name] = _list(value, where)
    return check_settings(replace(settings, **changed), source)


def check_settings(settings: Settings, source: str) -> Settings:
    """`settings`, if every rule they name exists; else DocscanError that names `source`."""
    from docscan.checking.catalogue import check_selectors

    per_file = [code for _, codes in settings.per_file_ignores for code in codes]
    check_selectors([*settings.select, *settings.extend_select, *settings.ignore, *per_file], source)
    return settings


def show(settings: Settings) -> str:
    """The settings as JSON, keys as a settings file writes them, rules with all their options."""
    import json

    from docscan.checking.plan import make_plan

    plan = make_plan(settings)
    shown: dict[str, Any] = {"file": settings.file}
    for key in _KEYS:
        shown[key] = getattr(settings, key.replace("-", "_"))
    shown["per-file-ignores"] = dict(settings.per_file_ignores)
    shown["rules"] = {r.code: {"name": r.name, "severity": plan.severity(r), **plan.options(r)} for r in plan.rules}
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _rules(tables: Mapping[str, Any], before: Mapping[str, Mapping[str, Any]], where: str) -> dict[str, Any]:
    """Options by rule code; a rule may be named by code or name."""
    from docscan.checking.catalogue import find_rule

    found: dict[str, Any] = {}
    for wanted, table in tables.items():
        try:
            rule = find_rule(wanted)
        except DocscanError as error:
            raise DocscanError(f"{where}: {error.message}", "config") from error
        place = f"{where}.{wanted}"
        for key, value in _table(table, place).items():
            known = {"severity": "", **rule.options}
            if key not in known:
                raise DocscanError(f"{place}: unknown option {key!r}{_suggest(key, known)}", "config")
            _check_option(key, value, known[key], place)
        found[rule.code] = {**before.get(rule.code, {}), **table}
    return found


def _check_option(key: str, value: Any, default: Any, where: str) -> None:
    if key == "severity":
        _choice(value, SEVERITIES, f"{where}.severity")
    elif isinstance(default, tuple):
        if value not in default:
            raise DocscanError(f"{where}.{key}: {value!r} is not one of {', '.join(default)}", "config")
    elif isinstance(value, bool) is not isinstance(default, bool) or not isinstance(
        value, int | float if isinstance(default, int | float) else type(default)
    ):
        raise DocscanError(f"{where}.{key}: expected {type(default).__name__}, not {value!r}", "config")


def _allowed(table: Mapping[str, Any], where: str) -> dict[str, tuple[str, ...]]:
    for key in table:
        if key not in _ALLOW:
            raise DocscanError(f"{where}: unknown key {key!r}{_suggest(key, _ALLOW)}", "config")
    return {key: _list(value, f"{where}.{key}") for key, value in table.items()}


def _suggest(wanted: str, known: Iterable[str]) -> str:
    known = list(known)
    close = get_close_matches(wanted.lower().replace("_", "-"), known, 1, 0.6)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}"


def _resolve(path: str, root: Path) -> str:
    """`path` from the working directory: as given where that is `root`, else joined to it."""
    joined = root / path
    try:
        return joined.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return joined.as_posix()


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise DocscanError(f"{where}: expected a string, not {value!r}", "config")
    return value


def _list(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DocscanError(f"{where}: expected a list of strings, not {value!r}", "config")
    return tuple(value)


def _table(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise DocscanError(f"{where}: expected a table, not {value!r}", "config")
    return value


def _choice(value: Any, choices: tuple[str, ...], where: str) -> str:
    if value not in choices:
        raise DocscanError(f"{where}: {value!r} is not one of {', '.join(choices)}", "config")
    return str(value)
