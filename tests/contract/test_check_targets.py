"""`check --sources` on texts of this project, altered one place at a time: what it must find, what it must let be."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = {"quote": 0.99, "figure": 0.98, "date": 0.98, "name": 0.95}
FALSE_ALARMS = 0.005


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """benchmarks/check.py, which makes the alterations."""
    spec = importlib.util.spec_from_file_location("bench_check", ROOT / "benchmarks" / "check.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_check"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    paths = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def test_alterations_are_found(bench: ModuleType, texts: dict[str, str]) -> None:
    """Altered and invented quotations, figures, dates and names, by kind."""
    judge = bench.docscan_judge(texts, False)
    made, found, missed = Counter[str](), Counter[str](), []
    for seed in (1, 2):
        alterations = bench.Alterations(list(texts.values()), seed)
        for name, text in texts.items():
            for trial in alterations.of(text):
                kind = trial.kind.split(":")[0]
                made[kind] += 1
                if bench.hits(trial, judge(name, trial.text)):
                    found[kind] += 1
                else:
                    missed.append((name, trial.kind, trial.text[max(0, trial.start - 40) : trial.end + 40]))
    assert made.keys() == FLOORS.keys()
    assert not [kind for kind, floor in FLOORS.items() if found[kind] < floor * made[kind]], missed


def test_harmless_edits_are_let_be(bench: ModuleType, texts: dict[str, str]) -> None:
    """Untouched texts, typography, ellipses, brackets, case, digits for words, a paragraph less."""
    judge = bench.docscan_judge(texts, False)
    claims, alarms = 0, []
    for name, text in texts.items():
        size = len(bench.quotes(text)) + len(bench.FIGURE.findall(text)) + len(bench.NAME.findall(text))
        for trial in bench.Harmless(1).of(text):
            claims += size
            alarms += [(name, trial.kind, said) for _, _, said in judge(name, trial.text)]
    assert len(alarms) <= FALSE_ALARMS * claims, alarms
