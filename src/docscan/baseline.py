"""Known issues, kept in a file: a run reports what is new, and says what has gone.

An entry is a fingerprint of the rule, the words and their surroundings, so it survives moved lines and renamed
files. Each keeps the day it was first seen and a reason someone may write beside it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from docscan.exits import DocscanError
from docscan.records import Issue

VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One known issue. `first_seen` is an ISO date."""

    fingerprint: str
    code: str
    path: str
    message: str
    first_seen: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left of the issues, how many were known, the oldest's age in days, and entries nothing matched."""

    new: tuple[Issue, ...]
    known: int
    oldest: int
    stale: tuple[Entry, ...]

    def summary(self) -> str:
        """One line for standard error."""
        parts = [f"{self.known} known issue{'s' * (self.known != 1)} not shown"]
        if self.known:
            parts[0] += f" (oldest {self.oldest} day{'s' * (self.oldest != 1)})"
        if self.stale:
            parts.append(f"{len(self.stale)} stale: rewrite the baseline with --write-baseline")
        return "baseline: " + ", ".join(parts)


def read_entries(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a baseline file's text; DocscanError if it is not one."""
    try:
        data = json.loads(text)
        if data["schema_version"] != VERSION:
            raise DocscanError(f"{name}: baseline of version {data['schema_version']}; this docscan reads {VERSION}")
        entries = tuple(Entry(**{**entry, "first_seen": _day(entry["first_seen"])}) for entry in data["issues"])
    except (ValueError, KeyError, TypeError) as error:
        raise DocscanError(f"{name}: not a docscan baseline ({error})") from error
    return entries


def _day(text: Any) -> str:
    return date.fromisoformat(text).isoformat()


def compare(issues: Iterable[Issue], entries: Iterable[Entry], today: date) -> Outcome:
    """Take the known issues out; each entry stands for one issue."""
    known: dict[str, list[Entry]] = {}
    for entry in entries:
        known.setdefault(entry.fingerprint, []).append(entry)
    new, ages = [], []
    for issue in issues:
        if matching := known.get(issue.fingerprint):
            ages.append((today - date.fromisoformat(matching.pop().first_seen)).days)
        else:
            new.append(issue)
    stale = tuple(entry for entries in known.values() for entry in entries)
    return Outcome(tuple(new), len(ages), max(ages, default=0), stale)


def write_entries(issues: Iterable[Issue], before: Iterable[Entry], today: date) -> str:
    """The text of a baseline of `issues`; day and reason of entries that still hold are kept."""
    kept = Counter[str]()
    earlier: dict[tuple[str, int], Entry] = {}
    for known in before:
        earlier[known.fingerprint, kept[known.fingerprint]] = known
        kept[known.fingerprint] += 1
    seen = Counter[str]()
    entries: list[dict[str, str]] = []
    for issue in issues:
        old = earlier.get((issue.fingerprint, seen[issue.fingerprint]))
        seen[issue.fingerprint] += 1
        entry = {"fingerprint": issue.fingerprint, "code": issue.code, "path": issue.path, "message": issue.message,
                 "first_seen": old.first_seen if old else today.isoformat(),
                 "reason": old.reason if old else ""}  # fmt: skip
        entries.append(entry)
    entries.sort(key=lambda e: (e["path"], e["code"], e["fingerprint"]))
    return json.dumps({"schema_version": VERSION, "issues": entries}, ensure_ascii=False, indent=1) + "\n"
