"""`docscan` and `python -m docscan`."""

from __future__ import annotations

import sys
from contextlib import suppress

_VERSION = (["--version"], ["-V"])


def main() -> None:
    """Run the command line and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments in _VERSION:  # answered before anything is loaded
        with suppress(OSError):  # the guard tries again, and knows what to say
            sys.exit(_say_version())
    from docscan.exits import guard

    sys.exit(guard(lambda: run(arguments)))


def _say_version() -> int:
    from docscan import __version__

    print(f"docscan {__version__}", flush=True)  # noqa: T201
    return 0


def run(arguments: list[str]) -> int:
    """Run the command that `arguments` spell; the exit code."""
    from docscan.run import NoInputError

    try:
        return _dispatch(arguments)
    except NoInputError:
        from docscan.cli import show_help

        return show_help(arguments[0])


def _dispatch(arguments: list[str]) -> int:
    """Run the command; Typer is loaded only where it is needed."""
    if arguments in _VERSION:
        return _say_version()
    import os

    from docscan.arguments import NotUnderstoodError, read_quickly
    from docscan.registry import command, commands

    if arguments and arguments[0] in commands() and "_DOCSCAN_COMPLETE" not in os.environ:
        chosen = command(arguments[0])
        try:
            values = read_quickly(chosen, arguments[1:])
        except NotUnderstoodError:
            pass
        else:
            return chosen.run(values)
    from docscan.cli import main as run_cli

    return run_cli(arguments)


if __name__ == "__main__":
    main()
