"""`docscan check`: flags and settings to a plan, documents to issues, issues to a report and an exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docscan.checking.flow import Examined, conclude, examine
from docscan.checking.plan import Plan, make_plan
from docscan.config import SEVERITIES, Settings, check_settings, load, show
from docscan.console import note
from docscan.document import Document
from docscan.exits import DocscanError, ExitCode
from docscan.options import INPUT, ISSUE_FORMATS, output
from docscan.output import Output
from docscan.reading import Source
from docscan.records import Failure
from docscan.registry import Command, Flag, Result
from docscan.run import Run

FLAGS = (
    Flag("select", "Run these rules: codes, names, beginnings of codes, ALL.", metavar="RULES", many=True),
    Flag("extend_select", "Run these rules, too.", metavar="RULES", many=True),
    Flag("ignore", "Do not run these rules.", metavar="RULES", many=True),
    Flag("per_file_ignores", "Do not run RULES on files that match GLOB.", metavar="GLOB:RULES", many=True,
         split=False),
    Flag("min_severity", "Show nothing below this.", choices=SEVERITIES),
    Flag("fail_on", "Exit 1 from this severity on; default warning.", choices=(*SEVERITIES, "never")),
    Flag("exit_zero", "Same as --fail-on never.", bool, False),
    Flag("sources", "Check quotes, figures, dates and names against these texts.", metavar="PATH", many=True,
         split=False),
    Flag("corpus", "Compare with these texts, too, without checking them.", metavar="PATH", many=True, split=False),
    Flag("baseline", "Leave out the issues that FILE knows.", metavar="FILE"),
    Flag("write_baseline", "Write the issues to FILE as known ones.", metavar="FILE"),
    Flag("statistics", "Count issues by rule instead of showing them.", bool, False),
    Flag("show_files", "List the files that would be checked.", bool, False),
    Flag("show_settings", "Show the settings in force, and where they come from.", bool, False),
    Flag("config", "Use this settings file, or set one KEY=VALUE.", metavar="FILE|KEY=VALUE", many=True, split=False),
    Flag("isolated", "Ignore settings files.", bool, False),
)  # fmt: skip

_OVERRIDDEN = ("select", "extend_select", "ignore", "min_severity", "fail_on", "sources", "corpus", "baseline",
               "glob", "exclude")  # fmt: skip


def run_check(values: Mapping[str, Any]) -> int:
    """Check the paths; the exit code."""
    settings = effective_settings(values)
    if values["show_settings"]:
        with Output(values["output"]) as out:
            out.write(show(settings))
        return ExitCode.DONE
    values = {**values, "glob": settings.glob, "exclude": settings.exclude}
    run = Run(values, default=(".",))
    if not values["paths"]:
        run.sources = [_plainly_named(source) for source in run.sources]
    if values["show_files"]:
        return _show_files(run, values)
    plan = make_plan(settings)
    results = conclude(_examine_all(run, plan, values), plan)
    results = _without_known(results, settings, values)
    _write(results, run, plan, values)
    return run.exit_code(any(plan.fails(i.severity) for r in results for i in r.findings))


def effective_settings(values: Mapping[str, Any]) -> Settings:
    """The settings file's, overridden by what was typed."""
    settings = load(Path.cwd(), values["config"], values["isolated"])
    typed = {name: values[name] for name in _OVERRIDDEN if values[name]}
    ignores = tuple(_ignores(text) for text in values["per_file_ignores"])
    if ignores:
        typed["per_file_ignores"] = (*settings.per_file_ignores, *ignores)
    if values["exit_zero"]:
        typed["fail_on"] = "never"
    return check_settings(replace(settings, **typed), "command line")


def _ignores(text: str) -> tuple[str, tuple[str, ...]]:
    glob, colon, codes = text.rpartition(":")
    if not colon or not glob:
        raise DocscanError(f"--per-file-ignores {text}: write GLOB:RULES", "usage")
    return glob, tuple(code.strip() for code in codes.split(","))


def _plainly_named(source: Source | Failure) -> Source | Failure:
    """What was found in the current folder without naming it: a.txt rather than ./a.txt."""
    name = source.path.removeprefix("./")
    return source._replace(path=name) if isinstance(source, Source) else replace(source, path=name)


def _show_files(run: Run, values: Mapping[str, Any]) -> int:
    from docscan.console import visible

    with Output(values["output"]) as out:
        for source in run.sources:
            if isinstance(source, Source):
                out.write(visible(source.path, one_line=True) + "\n")
    return ExitCode.DONE


# -- documents ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Examine:
    """The work on one document; `sources` travel to forked workers for nothing."""

    plan: Plan
    sources: Any = None
    checked: bool = True

    def __call__(self, document: Document) -> Examined:
        return examine(document, self.plan, self.sources, self.checked)


def _keep(document: Document) -> Document:
    return document


def _examine_all(run: Run, plan: Plan, values: Mapping[str, Any]) -> list[Examined]:
    """Every document: first those that are only compared with, so that issues fall on the checked ones."""
    sources = None
    if any(rule.scope == "sources" for rule in plan.rules):
        sources = _read_sources(run, plan, values)
    examined = []
    if plan.settings.corpus and plan.of_scope("corpus"):
        more = _side_run(values, plan.settings.corpus, values["jobs"])
        known = {_absolute(source.path) for source in run.sources}
        more.sources = [source for source in more.sources if _absolute(source.path) not in known]
        examined += [o.value for o in more.outcomes(Examine(plan, checked=False)) if o.failure is None]
        run.failures += more.failures
    return examined + [o.value for o in run.outcomes(Examine(plan, sources)) if o.failure is None]


def _absolute(path: str) -> Path:
    return Path(path).absolute()


def _side_run(values: Mapping[str, Any], paths: Sequence[str], jobs: int) -> Run:
    """A run over other texts than the checked ones; the globs are not meant for them."""
    return Run({**values, "paths": tuple(paths), "files_from": None, "glob": (), "exclude": (), "jobs": jobs})


def _read_sources(run: Run, plan: Plan, values: Mapping[str, Any]) -> Any:
    from docscan.evidence.sources import Sources

    reading = _side_run(values, plan.settings.sources, 1)
    sources = Sources(o.value for o in reading.outcomes(_keep) if o.failure is None)
    run.failures += reading.failures
    if not sources.index.documents:
        raise DocscanError("--sources: no document there", "usage")
    return sources.prepare(figures=any(rule.code in ("N103", "D103") for rule in plan.rules))


# -- issues -------------------------------------------------------------------------------------------------------


def _without_known(results: list[Result], settings: Settings, values: Mapping[str, Any]) -> list[Result]:
    """The results without the baseline's issues; writes a baseline where one is asked for."""
    if settings.baseline is None and values["write_baseline"] is None:
        return results
    from datetime import UTC, datetime

    from docscan.baseline import compare, read_entries, write_entries

    today = datetime.now(UTC).date()
    issues = [issue for result in results for issue in result.findings]
    target = values["write_baseline"]
    if target is not None:
        before = read_entries(_read(target), target) if Path(target).is_file() else ()
        with Output(target) as out:
            out.write(write_entries(issues, before, today))
        if not values["quiet"]:
            note(f"{target}: {len(issues)} issue{'s' * (len(issues) != 1)} written")
        return [result._replace(findings=()) for result in results]
    name = str(settings.baseline)
    outcome = compare(issues, read_entries(_read(name), name), today)
    if not values["quiet"]:
        note(outcome.summary())
    new = set(map(id, outcome.new))
    return [r._replace(findings=tuple(i for i in r.findings if id(i) in new)) for r in results]


def _read(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise DocscanError(f"{name}: {(error.strerror or str(error)).lower()}", "baseline") from None
    except ValueError as error:
        raise DocscanError(f"{name}: not a docscan baseline ({error})", "baseline") from None


def _write(results: list[Result], run: Run, plan: Plan, values: Mapping[str, Any]) -> None:
    from docscan.checking.report import Report, render

    report = Report(tuple(results), tuple(run.failures), plan.rules)
    with Output(values["output"]) as out:
        out.write(render(report, values, out.terminal))


COMMAND = Command(
    "check",
    "Check documents by named rules, against each other and against their sources, for CI.",
    (*FLAGS, *INPUT, *output(*ISSUE_FORMATS)),
    run_check,
    about="Files, folders, or - for standard input; the current folder if none is named.",
)
