#!/usr/bin/env python3
"""Hold every accuracy figure to its floor: run the benchmarks named in floors.toml and compare.

    python benchmarks/floors.py DATA [--only quotes ...]

DATA is a folder with the gold files that floors.toml names. Each figure is the number that its pattern
finds in the output of its benchmark. Prints `name figure floor`; exit status 1 where a figure is below its floor or
missing. A floor is raised when a figure has risen for good, and never lowered.
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent


def measure(command: str, data: Path) -> str:
    """What the benchmark `command` prints, with `{data}` and `{here}` in it replaced."""
    words = [word.format(data=data, here=HERE.parent) for word in shlex.split(command)]
    done = subprocess.run([sys.executable, HERE / words[0], *words[1:]], capture_output=True, text=True, check=True)
    return done.stdout


def main() -> int:
    """Run the chosen benchmarks; 1 if any figure is below its floor."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=Path)
    cli.add_argument("--only", nargs="*", help="names of benchmarks in floors.toml")
    chosen = cli.parse_args()
    below = 0
    for name, entry in tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8")).items():
        if chosen.only and name not in chosen.only:
            continue
        output = measure(entry["run"], chosen.data)
        for figure, (pattern, floor) in entry["figures"].items():
            found = re.search(pattern, output, re.MULTILINE)
            value = float(found.group(1)) if found else float("nan")
            low = not value >= floor
            below += low
            print(f"{name}.{figure} {value:g} {floor:g}{'  BELOW ITS FLOOR' if low else ''}", flush=True)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
