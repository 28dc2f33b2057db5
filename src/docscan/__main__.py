"""`docscan` and `python -m docscan`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from docscan.exits import guard

    sys.exit(guard(_run))


def _run() -> int:
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything heavy is loaded
        from docscan import __version__

        sys.stdout.write(f"docscan {__version__}\n")
        return 0
    from docscan.cli import main as run_cli

    return run_cli(sys.argv[1:])


if __name__ == "__main__":
    main()
