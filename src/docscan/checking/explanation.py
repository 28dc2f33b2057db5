"""A rule explained, as Markdown that reads well in a terminal too: `docscan rule` prints it, docs/rules/ holds it."""

from __future__ import annotations

from importlib import import_module

from docscan.registry import Rule, rules

_SCOPES = {
    "document": "each document by itself",
    "corpus": "all documents together",
    "sources": "each document against `--sources`",
    "suppressions": "the suppression comments of each document",
}


def explain(rule: Rule) -> str:
    """The page of `rule`: its documentation under a heading, with severity, scope and options."""
    documentation = (import_module(f"docscan.rules.{rule.name.replace('-', '_')}").__doc__ or "").strip()
    facts = [f"Severity: {rule.severity}", f"Looks at: {_SCOPES[rule.scope]}"]
    if rule.opt_in:
        facts.append(f"Off by default: run it with `--extend-select {rule.code}`")
    page = f"# {rule.code} {rule.name}\n\n{documentation}\n\n" + "".join(f"- {fact}\n" for fact in facts)
    return page + _settings(rule)


def _settings(rule: Rule) -> str:
    """How the options are set, with their defaults."""
    if not rule.options:
        return ""
    lines = "".join(f"{key} = {_toml(value)}\n" for key, value in rule.options.items())
    return f"\nDefaults, as docscan.toml writes them:\n\n```toml\n[rules.{rule.code}]\n{lines}```\n"


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        value = value[0]
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def summary_line(rule: Rule) -> str:
    """The first sentence of the rule's documentation, without its full stop."""
    documentation = import_module(f"docscan.rules.{rule.name.replace('-', '_')}").__doc__ or ""
    return documentation.strip().split("\n", 1)[0].rstrip(".")


def list_rules() -> str:
    """One line a rule: code, name, severity, what it reports; `*` where it is off by default."""
    known = rules().values()
    width = max(len(rule.name) for rule in known) + 1
    lines = [
        f"{rule.code}  {rule.name + '*' * rule.opt_in:<{width}}  {rule.severity:<7}  {summary_line(rule)}"
        for rule in known
    ]
    return "\n".join(lines) + "\n\n* off by default. `docscan rule CODE` explains one.\n"
