"""Start-up and speed: one figure a line, `name value`.

    python benchmarks/speed.py FOLDER [--command quotes ...] [--rounds 5] [--docscan "docscan"]

FOLDER holds plain-text articles, a few megabytes of them. All times are processor seconds of the finished child.

  start.NAME    `docscan NAME` on one tiny file over `python -c pass`, median of the rounds
  speed.NAME    megabytes a second: the time for all files less that for half of them, so that start-up cancels
  tokens        megabytes a second of one plain tokenising pass in `re`, the yardstick of what Python can do
"""

from __future__ import annotations

import argparse
import re
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = ("summary", "quotes", "numbers", "entities")


def cpu(command: list[str]) -> float:
    """Processor seconds of a child that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start(docscan: list[str], name: str, rounds: int) -> float:
    """How many times as long as an empty Python program a tiny document takes."""
    with tempfile.TemporaryDirectory() as folder:
        tiny = Path(folder) / "tiny.txt"
        tiny.write_text("“We spent $5 million,” said Anna Berg of Acme Corp.\n", encoding="utf-8")
        pairs = [
            (cpu([*docscan, name, str(tiny), "-f", "jsonl"]), cpu([sys.executable, "-c", "pass"]))
            for _ in range(rounds)
        ]
    return statistics.median(ours / empty for ours, empty in pairs)


def speed(docscan: list[str], name: str, files: list[Path], rounds: int) -> float:
    """Steady megabytes a second in one process."""
    half = files[: len(files) // 2]
    size = sum(file.stat().st_size for file in files[len(half) :]) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        lists = []
        for number, chosen in enumerate((files, half)):
            listed = Path(folder) / str(number)
            listed.write_text("\n".join(map(str, chosen)), encoding="utf-8")
            lists.append([*docscan, name, "--files-from", str(listed), "-f", "jsonl", "-j", "1"])
        return size / statistics.median(cpu(lists[0]) - cpu(lists[1]) for _ in range(rounds))


def tokens(files: list[Path]) -> float:
    """Megabytes a second of finding words and marks."""
    pattern = re.compile(r"\w+|[^\w\s]")
    texts = [file.read_text(encoding="utf-8") for file in files]
    begin = time.process_time()
    for text in texts:
        for _ in pattern.finditer(text):
            pass
    return sum(len(text.encode()) for text in texts) / 1e6 / (time.process_time() - begin)


def main() -> None:
    """Print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--command", action="append", choices=COMMANDS)
    cli.add_argument("--rounds", type=int, default=5)
    cli.add_argument("--docscan", default=f"{sys.executable} -m docscan")
    asked = cli.parse_args()
    docscan = shlex.split(asked.docscan)
    files = sorted(asked.folder.rglob("*.txt"))
    print(f"tokens {tokens(files):.3g}")
    for name in asked.command or COMMANDS:
        print(f"start.{name} {start(docscan, name, asked.rounds):.3g}")
        print(f"speed.{name} {speed(docscan, name, files, asked.rounds):.3g}", flush=True)


if __name__ == "__main__":
    main()
