"""`docscan` and `python -m docscan`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from docscan.exits import guard

    def run() -> int:
        from docscan.cli import main as run_cli

        return run_cli(sys.argv[1:])

    sys.exit(guard(run))


if __name__ == "__main__":
    main()
