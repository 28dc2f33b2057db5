"""Every record is reached from `docscan.records`, and loaded only when it is needed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import pytest

from docscan import records


def test_every_record_is_public() -> None:
    """What a module of the package defines can be imported from the package, as the same class."""
    homes = [import_module(f"docscan.records.{m.name}") for m in iter_modules(records.__path__)]
    defined = {k: v for home in homes for k, v in vars(home).items() if getattr(v, "__module__", "") == home.__name__}
    assert len(defined) > 20
    for name, kind in defined.items():
        assert getattr(records, name) is kind
        if is_dataclass(kind):
            assert kind.__dataclass_params__.frozen and "__slots__" in vars(kind)  # type: ignore[attr-defined]


def test_unknown_record_is_an_attribute_error() -> None:
    """A slip of the pen is told as Python tells it."""
    with pytest.raises(AttributeError, match="Qoute"):
        _ = records.Qoute  # type: ignore[attr-defined]


def test_one_record_does_not_load_the_others() -> None:
    """Quotations cost nothing but quotations."""
    code = "import sys; from docscan.records import Quote; print('docscan.records.summary' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
