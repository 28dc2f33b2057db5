"""What a run does: its rules with their options and severities, ready to travel to a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from docscan.checking.catalogue import matches, select
from docscan.config import SEVERITIES, Settings
from docscan.registry import Rule


@dataclass(frozen=True, slots=True)
class Plan:
    """The selected rules and what the settings say about them. Picklable."""

    rules: tuple[Rule, ...]
    settings: Settings

    def options(self, rule: Rule) -> Mapping[str, Any]:
        """The rule's options: its defaults under what the settings say. Of a choice the first is the default."""
        defaults = {k: v[0] if isinstance(v, tuple) else v for k, v in rule.options.items()}
        return {**defaults, **self.settings.rules.get(rule.code, {})}

    def severity(self, rule: Rule) -> str:
        """How grave an issue of `rule` is here."""
        return str(self.settings.rules.get(rule.code, {}).get("severity", rule.severity))

    def applies(self, rule: Rule, path: str) -> bool:
        """Whether `rule` looks at `path` and its issues are shown at all."""
        return self.shown(rule) and not any(
            matches(codes, rule) and covers(glob, path) for glob, codes in self.settings.per_file_ignores
        )

    def shown(self, rule: Rule) -> bool:
        """Whether issues of `rule` reach the smallest severity asked for."""
        return SEVERITIES.index(self.severity(rule)) <= SEVERITIES.index(self.settings.min_severity)

    def of_scope(self, scope: str) -> tuple[Rule, ...]:
        """The selected rules of one scope that are shown."""
        return tuple(rule for rule in self.rules if rule.scope == scope and self.shown(rule))

    def fails(self, severity: str) -> bool:
        """Whether an issue of `severity` makes the run fail."""
        limit = self.settings.fail_on
        return limit != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(limit)


def covers(glob: str, path: str) -> bool:
    """Whether a --per-file-ignores pattern means `path`: its whole path, its end or its name."""
    plain = path.removeprefix("./")
    return fnmatchcase(plain, glob) or fnmatchcase(plain, f"*/{glob}") or fnmatchcase(plain, f"{glob.rstrip('/')}/*")


def make_plan(settings: Settings) -> Plan:
    """The plan that `settings` describe; rules against sources only where there are sources."""
    rules = select(settings.select, settings.extend_select, settings.ignore)
    return Plan(tuple(r for r in rules if r.scope != "sources" or settings.sources), settings)
