"""Settings: where they come from, how they combine, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docscan.checking.plan import covers, make_plan
from docscan.config import Settings, load, read_file, show
from docscan.exits import DocscanError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    """A settings file is looked for from the folder upwards; pyproject.toml counts only with its table."""
    write(tmp_path / "docscan.toml", 'fail-on = "error"')
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "x"')
    assert load(tmp_path / "a").fail_on == "error"
    write(tmp_path / "a" / "pyproject.toml", '[tool.docscan]\nfail-on = "note"')
    assert load(tmp_path / "a").fail_on == "note"
    assert load(tmp_path / "a", isolated=True) == Settings()


def test_extend_inherits(tmp_path: Path) -> None:
    """What a file does not say it takes from the one it extends; options of one rule are merged."""
    write(tmp_path / "base.toml", 'ignore = ["Q004"]\nfail-on = "error"\n[rules.Q104]\nseverity = "note"')
    child = write(tmp_path / "x" / "docscan.toml", 'extend = "../base.toml"\nfail-on = "never"')
    settings = read_file(child)
    assert (settings.ignore, settings.fail_on) == (("Q004",), "never")
    assert settings.rules["Q104"] == {"severity": "note"}


def test_pairs_set_single_keys(tmp_path: Path) -> None:
    """--config KEY=VALUE overrides the file; a dotted key reaches into a table, commas make a list."""
    write(tmp_path / "docscan.toml", 'fail-on = "error"')
    settings = load(tmp_path, ["fail-on=note", "rules.Q004.style=us", "select=Q,N"])
    assert settings.fail_on == "note"
    assert settings.select == ("Q", "N")
    (rule,) = [r for r in make_plan(settings).rules if r.code == "Q004"]
    assert make_plan(settings).options(rule) == {"style": "us"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fail_on = "error"', "unknown key 'fail_on'; did you mean 'fail-on'?"),
        ('selct = ["Q"]', "unknown key 'selct'; did you mean 'select'?"),
        ('fail-on = "errors"', "'errors' is not one of error, warning, note, never"),
        ("select = 3", "expected a list of strings, not 3"),
        ('select = ["Q999"]', "no rule 'Q999'"),
        ('ignore = ["quote-alterd"]', "did you mean 'quote-altered'?"),
        ('[rules.Q00]\nstyle = "us"', "no rule 'Q00'"),
        ('[rules.Q004]\nstlye = "us"', "unknown option 'stlye'; did you mean 'style'?"),
        ('[rules.Q004]\nstyle = "french"', "'french' is not one of consistent, us, uk"),
        ('[rules.Q002]\nmin-words = "many"', "expected int, not 'many'"),
        ("[rules.Q002]\nmin-words = true", "expected int, not True"),
        ('[rules.Q002]\nseverity = "fatal"', "'fatal' is not one of error, warning, note"),
        ("[allow]\nname = []", "unknown key 'name'; did you mean 'names'?"),
        ('[per-file-ignores]\n"*.md" = ["Z"]', "no rule 'Z'"),
        ("select = [", "docscan.toml"),
        ('extend = "nowhere.toml"', "nowhere.toml: No such file"),
        ('extend = "docscan.toml"', "extends itself"),
    ],
)
def test_mistakes_are_errors_with_a_suggestion(tmp_path: Path, text: str, message: str) -> None:
    """An unknown key, rule or option, or a value that does not fit, never passes in silence."""
    file = write(tmp_path / "docscan.toml", text)
    with pytest.raises(DocscanError) as error:
        read_file(file)
    assert message in error.value.message
    assert "docscan.toml" in error.value.message or "nowhere.toml" in error.value.message


def test_paths_are_relative_to_their_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources named in a settings file are found from wherever docscan is run."""
    write(tmp_path / "docscan.toml", 'sources = ["wire"]\nbaseline = "known.json"')
    inside = tmp_path / "a"
    inside.mkdir()
    monkeypatch.chdir(inside)
    settings = load(inside)
    assert Path(settings.sources[0]).resolve() == tmp_path / "wire"
    monkeypatch.chdir(tmp_path)
    assert load(tmp_path).sources == ("wire",)
    assert load(tmp_path).baseline == "known.json"


def test_selection_prefers_the_more_exact() -> None:
    """A code beats a family beats ALL; ignore wins a tie; opt-in rules must be named."""

    def codes(**settings: tuple[str, ...]) -> set[str]:
        return {rule.code for rule in make_plan(Settings(sources=("x",), **settings)).rules}

    assert "R002" not in codes()
    assert "R002" in codes(extend_select=("R002",))
    assert {"Q001"} == codes(select=("Q001",))
    assert {"Q001"} == codes(select=("Q001",), ignore=("Q",))
    assert "Q001" not in codes(select=("Q",), ignore=("Q001",))
    assert "Q001" not in codes(select=("Q001",), ignore=("unbalanced-quote",))
    assert codes(select=("quote-altered",)) == {"Q104"}


def test_rules_against_sources_need_sources() -> None:
    """Without sources nothing can be unsupported."""
    assert not {r.code for r in make_plan(Settings()).rules} & {"Q103", "Q104", "Q105", "N103", "D103", "E103"}


@pytest.mark.parametrize(
    ("glob", "path", "result"),
    [
        ("*.md", "docs/a.md", True),
        ("docs", "docs/a.md", True),
        ("docs/", "./docs/a.md", True),
        ("docs/*.md", "x/docs/a.md", True),
        ("docs/*.txt", "docs/a.md", False),
        ("oc", "docs/a.md", False),
    ],
)
def test_per_file_globs(glob: str, path: str, result: bool) -> None:
    """A pattern means a whole path, its end, or all that is in a folder."""
    assert covers(glob, path) is result


def test_show_names_every_key(tmp_path: Path) -> None:
    """--show-settings prints what could stand in a file."""
    import json

    shown = json.loads(show(load(tmp_path, ["rules.Q004.style=uk"])))
    assert shown["rules"]["Q004"] == {"name": "quote-punctuation", "severity": "note", "style": "uk"}
    assert {"select", "fail-on", "per-file-ignores", "allow", "file"} <= shown.keys()
