"""The only registry: analysers, rules and renderers are modules that say what they are.

An analyser module holds `ANALYSER = Analyser(...)`, a rule module `RULE = Rule(...)`, a renderer module
`RENDERER = Renderer(...)`. Adding one is adding a file: subcommand, help, schema and tests follow from here.
(NamedTuples, here and in `views`: a dataclass takes eight times as long to make, at every start.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any, NamedTuple

from docscan.document import Document
from docscan.records import Failure
from docscan.views import View


class Flag(NamedTuple):
    """A command's own flag. `name` is the keyword it becomes ("min_words" → --min-words).

    `type` is str, int, float or bool; `many` makes it a tuple (repeatable; commas split unless `split` is off).
    A `view` flag goes to the analyser's view only; the others are keywords of `find`. `short` is "-x".
    """

    name: str
    help: str
    type: type = str
    default: Any = None
    metavar: str | None = None
    many: bool = False
    choices: tuple[str, ...] = ()
    view: bool = False
    short: str = ""
    split: bool = True

    @property
    def option(self) -> str:
        """How it is typed: --min-words."""
        return "--" + self.name.replace("_", "-")


class Result(NamedTuple):
    """One document's outcome: what an analyser found in it. Picklable; `text` is kept only for views.

    `masked` is the text as it reads, markup blanked: what a view shows of the place that a record names.
    """

    path: str
    id: str | None
    encoding: str
    findings: Any  # tuple of records, or one Summary
    text: str | None = None
    masked: str | None = None


class Analyser(NamedTuple):
    """A subcommand that reports records of one type.

    find     (document, **options) → a tuple of records (or one record where `single`)
    rows     record → flat dictionaries for jsonl, csv and tsv (path and id are added in front)
    concise  record → (line, column, "KIND text …") for `path:line:column: …` lines
    view     (results, options) → what a terminal shows
    """

    name: str
    help: str
    record: type
    find: Callable[..., Any]
    rows: Callable[[Any], Iterable[dict[str, Any]]]
    concise: Callable[[Any], Iterable[tuple[int, int, str]]]
    view: Callable[[Sequence[Result], Mapping[str, Any]], Iterable[View]]
    flags: tuple[Flag, ...] = ()
    single: bool = False


class Command(NamedTuple):
    """A subcommand. `run` gets the value of every flag by name, what stands between them as "paths", and gives
    the exit code. `argument` is the metavar of those words, `about` their help."""

    name: str
    help: str
    flags: tuple[Flag, ...]
    run: Callable[[Mapping[str, Any]], int]
    argument: str = "[PATH]..."
    about: str = "Files, folders, or - for standard input."


class Renderer(NamedTuple):
    """An output format that is written document by document.

    head     (analyser) → what stands before the first document
    document (analyser, result) → the text of one document; must not depend on the others
    tail     (failures) → what stands after the last one
    between  stands between two documents that have text
    """

    name: str
    document: Callable[[Analyser, Result], str]
    head: Callable[[Analyser], str] = lambda analyser: ""
    tail: Callable[[Sequence[Failure]], str] = lambda failures: ""
    between: str = ""


class Rule(NamedTuple):
    """A named check that yields remarks; what it gets goes by its scope.

    document  check(dossier, options)
    sources   check(dossier, sources, options)
    corpus    collect(dossier, options) → small NamedTuples with a `place`, the facts of one document;
              check(facts of all documents, options)
    suppressions  check(comments with what became of them, options)
    """

    code: str
    name: str
    severity: str
    check: Callable[..., Iterable[Any]]
    scope: str = "document"  # document | sources | corpus | suppressions
    opt_in: bool = False
    options: Mapping[str, Any] = MappingProxyType({})
    collect: Callable[..., Iterable[Any]] | None = None


def modules(package: str) -> list[str]:
    """Names of the modules and packages inside `docscan.<package>`, sorted, private ones left out."""
    parent = import_module(f"docscan.{package}")
    return sorted(m.name for m in iter_modules(parent.__path__) if not m.name.startswith("_"))


def rules() -> dict[str, Rule]:
    """Every rule by code, in the order of the codes."""
    found: list[Rule] = [import_module(f"docscan.rules.{name}").RULE for name in modules("rules")]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def renderer(name: str) -> Renderer:
    """The streaming renderer called `name`; KeyError if there is none."""
    if name not in modules("renderers"):
        raise KeyError(name)
    found: Renderer = import_module(f"docscan.renderers.{name}").RENDERER
    return found


def commands() -> list[str]:
    """Names of all subcommands, in the order of the help page."""
    return _ordered({*modules("analysers"), *modules("commands")} - {"analysis"})


def command(name: str) -> Command:
    """The subcommand called `name`: that of an analyser, or a module of `commands/`; KeyError if there is none."""
    if name in modules("analysers"):
        from docscan.commands.analysis import command_of

        return command_of(analyser(name))
    if name not in commands():
        raise KeyError(name)
    found: Command = import_module(f"docscan.commands.{name}").COMMAND
    return found


@cache
def analyser(name: str) -> Analyser:
    """The analyser called `name`; KeyError if there is none."""
    if name not in modules("analysers"):
        raise KeyError(name)
    found: Analyser = import_module(f"docscan.analysers.{name}").ANALYSER
    return found


def analysers() -> dict[str, Analyser]:
    """Every analyser by name, in the order of the help page."""
    return {name: analyser(name) for name in _ordered(modules("analysers"))}


def _ordered(names: Iterable[str]) -> list[str]:
    first = ("summary", "quotes", "numbers", "entities", "check", "report", "rule", "schema")
    return sorted(names, key=lambda name: (first.index(name) if name in first else len(first), name))


__all__ = [
    "Analyser",
    "Command",
    "Document",
    "Flag",
    "Renderer",
    "Result",
    "Rule",
    "analyser",
    "analysers",
    "command",
    "commands",
    "modules",
    "renderer",
    "rules",
]
