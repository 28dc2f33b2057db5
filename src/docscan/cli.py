"""The command line: a Typer app built from the registry's commands and their flags; no logic of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from inspect import Parameter, Signature
from typing import Annotated, Any, Literal

import typer

from docscan.arguments import value_of
from docscan.exits import ExitCode
from docscan.registry import Command, Flag, command, commands

_SETTINGS = {"help_option_names": ["-h", "--help"]}
_UsageError: Any = typer.BadParameter.__base__  # Typer's own class has no public name

Chosen = tuple[Command, Mapping[str, Any]]


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` spell; the exit code."""
    try:
        chosen = read_arguments(arguments)
    except _UsageError as error:
        error.show()
        return ExitCode.FAILED
    except SystemExit as end:
        # Typer answers a closed pipe with 1, which is what `check` says when it found something
        return ExitCode.DONE if isinstance(end.__context__, BrokenPipeError) else int(end.code or 0)
    return chosen[0].run(chosen[1]) if chosen else ExitCode.DONE


def show_help(name: str) -> int:
    """The help of the command `name` on standard error, for who gave it nothing to do; the exit code."""
    with redirect_stdout(sys.stderr):
        read_arguments([name, "--help"])
    return ExitCode.FAILED


def read_arguments(arguments: Sequence[str]) -> Chosen | None:
    """The command and the values of its flags; None where Typer has answered by itself (help, completion)."""
    chosen: list[Chosen] = []
    app = typer.main.get_command(build(arguments[0] if arguments else "", chosen))
    app(args=list(arguments), prog_name="docscan", standalone_mode=False)
    return chosen[0] if chosen else None


def build(wanted: str, chosen: list[Chosen]) -> typer.Typer:
    """The app with the subcommand `wanted`, or with all of them where help or completion needs them."""
    app = typer.Typer(
        name="docscan",
        help="Who said what, which figures, which names: document analysis in milliseconds, offline.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings=_SETTINGS,
    )
    app.callback()(_root)
    known = commands()
    complete = wanted not in known or "_DOCSCAN_COMPLETE" in os.environ
    for name in known if complete else [wanted]:
        which = command(name)
        app.command(name, help=which.help)(_function(which, chosen))
    return app


def _show_version(asked: bool) -> None:
    if asked:
        from docscan import __version__

        typer.echo(f"docscan {__version__}")
        raise typer.Exit


_VERSION = typer.Option("--version", "-V", help="Show the version and exit.", callback=_show_version, is_eager=True)


def _root(version: Annotated[bool, _VERSION] = False) -> None:
    pass


def _function(which: Command, chosen: list[Chosen]) -> Callable[..., None]:
    """A function with the signature that Typer reads; called, it notes the command and its values in `chosen`."""

    def call(**typed: Any) -> None:
        try:
            values = {flag.name: value_of(flag, typed[flag.name]) for flag in which.flags}
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
        chosen.append((which, {"paths": tuple(typed["paths"] or ()), **values}))

    argument = Annotated[
        list[str] | None, typer.Argument(help=which.about, metavar=which.argument, show_default=False)
    ]
    paths = Parameter("paths", Parameter.KEYWORD_ONLY, default=None, annotation=argument)
    parameters = [paths, *(_parameter(flag) for flag in which.flags)]
    call.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {p.name: p.annotation for p in parameters}
    return call


def _parameter(flag: Flag) -> Parameter:
    """The Typer option that `flag` describes."""
    kind: Any = Literal[flag.choices] if flag.choices else flag.type
    if flag.many:
        kind = list[str]  # taken apart and checked by `value_of`: Typer knows no lists of choices
    elif flag.default is None:
        kind = kind | None
    metavar = flag.metavar or ("|".join(flag.choices) if flag.choices else None)
    declared = [flag.option, flag.short] if flag.short else [flag.option]
    shown = bool(flag.default) and flag.type is not bool and not flag.many
    option = typer.Option(*declared, help=flag.help, metavar=metavar, show_default=shown)
    default = [] if flag.many else flag.default
    return Parameter(flag.name, Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option])
