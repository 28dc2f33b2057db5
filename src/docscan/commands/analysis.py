"""What `summary`, `quotes`, `numbers`, `entities` and every further analyser do with the values of their flags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from docscan.console import wants_color
from docscan.document import Document
from docscan.options import INPUT, output
from docscan.output import Output, choose_format
from docscan.pipeline import Outcome
from docscan.registry import Analyser, Command, Result, analyser, renderer
from docscan.run import Run


def command_of(which: Analyser) -> Command:
    """The subcommand of an analyser: its own flags, then the shared ones."""
    return Command(which.name, which.help, (*which.flags, *INPUT, *output()), partial(analyse, which))


@dataclass(frozen=True, slots=True)
class Find:
    """The work on one document, picklable: find, and render at once where the format streams."""

    analyser: str
    options: dict[str, Any]
    format: str | None  # None: the result itself is wanted, with its text

    def __call__(self, document: Document) -> Any:
        which = analyser(self.analyser)
        found = which.find(document, **self.options)
        if self.format is None:
            return Result(document.path, document.id, document.encoding, found, document.text, document.masked)
        result = Result(document.path, document.id, document.encoding, found)
        return renderer(self.format).document(which, result)


def find_options(which: Analyser, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that `find` takes: those of the analyser's flags that are not the view's."""
    return {flag.name: values[flag.name] for flag in which.flags if not flag.view}


def analyse(which: Analyser, values: Mapping[str, Any]) -> int:
    """Run `which` over the paths and write what it finds; the exit code."""
    run = Run(values)
    chosen = choose_format(values)
    options = find_options(which, values)
    if chosen == "table":
        return _show_table(which, run, Find(which.name, options, None), values)
    work = Find(which.name, options, chosen)
    form = renderer(chosen)
    with Output(values["output"]) as out:
        out.write(form.head(which))
        between = ""
        for text in _values(run.outcomes(work)):
            if text:
                out.write(between + text)
                between = form.between
        out.write(form.tail(run.failures))
    return run.exit_code()


def _values(outcomes: Iterator[Outcome]) -> Iterator[Any]:
    for outcome in outcomes:
        if outcome.failure is None:
            yield outcome.value


def _show_table(which: Analyser, run: Run, work: Find, values: Mapping[str, Any]) -> int:
    from docscan.renderers.table import draw

    results: list[Result] = list(_values(run.outcomes(work)))
    with Output(values["output"]) as out:
        out.write(draw(which.view(results, values), values["limit"], wants_color(values["color"], out.terminal)))
    return run.exit_code()
