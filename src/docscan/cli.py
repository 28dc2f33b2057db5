"""The command line: a Typer app built from the registry and the shared flags, one subcommand per analyser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, Signature
from typing import Annotated, Any, Literal

import typer

from docscan.exits import ExitCode
from docscan.options import INPUT, output
from docscan.registry import Analyser, Flag, analyser, analysers, modules

PATHS = "Files, folders, or - for standard input."
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_UsageError: Any = typer.BadParameter.__base__  # the vendored class has no public name of its own


def parameter(flag: Flag) -> Parameter:
    """The Typer option that `flag` describes."""
    kind: Any = Literal[flag.choices] if flag.choices else flag.type
    if flag.many:
        kind = list[str]  # taken apart and checked by `collect`: Typer knows no lists of choices
    elif flag.default is None:
        kind = kind | None
    metavar = flag.metavar or ("|".join(flag.choices) if flag.choices else None)
    option = typer.Option(*filter(None, (flag.option, flag.short)), help=flag.help, metavar=metavar,
                          show_default=bool(flag.default) and flag.type is not bool)  # fmt: skip
    default = [] if flag.many else flag.default
    return Parameter(flag.name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option])


def collect(flags: Sequence[Flag], typed: Mapping[str, Any]) -> dict[str, Any]:
    """The values of `flags` as commands want them: tuples, comma lists taken apart."""
    values = dict(typed)
    for flag in flags:
        if flag.many:
            given = [part for item in values[flag.name] or () for part in (item.split(",") if flag.split else [item])]
            values[flag.name] = tuple(_one(flag, part) for part in given) or flag.default or ()
    return values


def _one(flag: Flag, part: str) -> Any:
    if flag.choices and part not in flag.choices:
        raise typer.BadParameter(f"{flag.option}: {part!r} is not one of {', '.join(flag.choices)}.")
    try:
        return flag.type(part)
    except ValueError:
        raise typer.BadParameter(f"{flag.option}: {part!r} is not a {flag.type.__name__}.") from None


def command(flags: Sequence[Flag], run: Callable[[Mapping[str, Any]], int]) -> Callable[..., None]:
    """A function with the signature that Typer reads, which hands the collected values to `run`."""

    def call(**typed: Any) -> None:
        raise typer.Exit(run(collect(flags, typed)))

    argument = Annotated[list[str] | None, typer.Argument(help=PATHS, metavar="PATH…", show_default=False)]
    paths = Parameter("paths", Parameter.KEYWORD_ONLY, default=None, annotation=argument)
    parameters = [paths, *(parameter(f) for f in flags)]
    call.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {p.name: p.annotation for p in parameters}
    return call


def _run(which: Analyser) -> Callable[[Mapping[str, Any]], int]:
    def run(values: Mapping[str, Any]) -> int:
        from docscan.commands import analyse

        return analyse(which, values)

    return run


def build(only: str | None = None) -> typer.Typer:
    """The app with every subcommand, or with the one that argv asks for."""
    app = typer.Typer(name="docscan", help="Who said what, which figures, which names: document analysis, offline.",
                      rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
                      context_settings=_SETTINGS)  # fmt: skip
    app.callback()(lambda: None)
    chosen = {only: analyser(only)} if only in modules("analysers") and only else analysers()
    for name, which in chosen.items():
        app.command(name, help=which.help)(command((*which.flags, *INPUT, *output()), _run(which)))
    return app


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` spell; the exit code."""
    app = typer.main.get_command(build(arguments[0] if arguments else None))
    try:
        answer = app(args=list(arguments), prog_name="docscan", standalone_mode=False)
    except _UsageError as error:
        error.show()
        return ExitCode.FAILED
    return answer if isinstance(answer, int) else ExitCode.DONE
