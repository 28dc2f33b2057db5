"""Every way out: exit codes, closed pipes, full disks, interruptions; never a traceback."""

from __future__ import annotations

import contextlib
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROBE = [sys.executable, str(Path(__file__).parent / "run_with_probe.py")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "No such command 'nope'"),
        (["probe", "--nope"], "No such option"),
        (["probe", "-f", "xml"], "'xml' is not one of"),
        (["probe", "--jobs", "many"], "'many' is not a valid int"),
        (["probe", "--jobs", "-1"], "--jobs: must not be negative"),
        (["probe", "--max-size", "0"], "--max-size: must be more than 0"),
        (["probe", "-E", "klingon"], "unknown encoding 'klingon'"),
        (["probe", "--exclude", "[z-a]"], "is no glob"),
        (["probe", "gone.txt"], "gone.txt: no such file"),
        (["probe", "-o", "/nowhere/x.json"], "/nowhere/x.json: no such file"),
        (["schema", "qoutes"], "did you mean 'quotes'"),
    ],
)
def test_mistakes_end_with_2_and_a_reason(probe, arguments: list[str], said: str) -> None:  # type: ignore[no-untyped-def]
    """A mistake is explained on standard error, and nothing is written to standard output."""
    done = probe(*arguments)
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
    assert done.out == b"" or arguments[-1] == "gone.txt"


@pytest.mark.parametrize(
    "arguments", [["--version"], ["-V"], ["--help"], ["-h"], ["probe", "-h"], ["schema"], ["probe", "/dev/null"]]
)
def test_success_ends_with_0(probe, arguments: list[str]) -> None:  # type: ignore[no-untyped-def]
    """What works says nothing on standard error."""
    done = probe(*arguments)
    assert (done.code, done.err) == (0, "")


def test_help_lists_every_command_and_keeps_its_brackets(docscan) -> None:  # type: ignore[no-untyped-def]
    """The help page names all commands; a command's page shows its argument in brackets."""
    text = docscan("--help").text
    for name in ("summary", "quotes", "numbers", "entities", "check", "report", "rule", "schema"):
        assert f"\n  {name} " in text
    assert "[PATH]..." in docscan("quotes", "--help").text


@pytest.mark.parametrize(
    "arguments", [["probe", "-"], ["probe", "-", "-f", "jsonl"], ["probe", "-", "--json"], ["--help"]]
)
def test_closed_pipe_is_quiet(arguments: list[str]) -> None:
    """A reader that leaves ends the run with 0 and silence, whatever was still to come."""
    run = subprocess.Popen(
        [*PROBE, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )  # fmt: skip
    assert run.stdout is not None and run.stderr is not None and run.stdin is not None
    run.stdout.close()
    with contextlib.suppress(BrokenPipeError):  # it may be over before it has read all
        run.stdin.write(b"WORD word " * 20_000)
        run.stdin.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["probe", "-"], ["probe", "-", "--json"], ["schema", "quotes"], ["--version"]])
def test_full_disk_is_one_line_and_2(arguments: list[str]) -> None:
    """What cannot be written is an error, said once."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROBE, *arguments], input=b"A", stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"docscan: standard output: no space left on device\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interruption_ends_with_130_and_leaves_nothing(tmp_path: Path, jobs: str) -> None:
    """Ctrl-C in the middle of work: exit 130, no word, no file, no process left."""
    (tmp_path / "a.txt").write_text("SLEEP")
    (tmp_path / "b.txt").write_text("SLEEP")
    command = [*PROBE, "probe", ".", "-j", jobs, "-o", "out.json"]
    run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(1.0)
    run.send_signal(signal.SIGINT)
    assert run.stderr is not None
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait(10) == 130
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_killed_worker_is_reported_and_survived(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """One document that takes its process down is an error record; all others are there."""
    for n in range(30):
        (tmp_path / f"{n:02}.txt").write_text("KILL" if n == 11 else "A")
    done = probe("probe", ".", "-j", "2", cwd=tmp_path)
    assert done.code == 2
    assert len(done.lines) == 29
    assert "./11.txt: the process that worked on it was killed" in done.err


@pytest.mark.parametrize("stream", ["0", "1", "2"])
def test_closed_streams_are_no_reason_for_a_traceback(tmp_path: Path, stream: str) -> None:
    """Started without one of its three streams docscan still ends as documented."""
    (tmp_path / "a.txt").write_text("A")
    command = f"exec {' '.join(PROBE)} probe a.txt gone.txt {stream}>&-"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


def terminal(*arguments: str, columns: int = 80, **environment: str) -> tuple[int, str]:
    """Exit code and output of docscan on a terminal of its own."""
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    clean = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS", "FORCE_COLOR", "CLICOLOR_FORCE"}}
    clean |= {"TERM": "xterm-256color", **environment}
    run = subprocess.Popen([*PROBE, *arguments], stdin=slave, stdout=slave, stderr=slave, env=clean)
    os.close(slave)
    seen = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(master)
    return run.wait(30), seen.decode()


def test_terminal_gets_a_coloured_table(tmp_path: Path) -> None:
    """On a terminal the default is a table in colour, as wide as the terminal and no wider."""
    file = tmp_path / "a.txt"
    file.write_text("A word " * 60)
    code, seen = terminal("probe", str(file), columns=100)
    assert code == 0
    assert "Share" in seen and "\x1b[1;36m" in seen
    assert "\x1b[" not in terminal("probe", str(file), NO_COLOR="1")[1]
    assert "\x1b[" not in terminal("probe", str(file), TERM="dumb")[1]
    assert "\x1b[" not in terminal("probe", str(file), "--color", "never")[1]


def test_nothing_to_do_on_a_terminal_shows_the_help() -> None:
    """No path and no pipe: the command's help, and exit 2."""
    code, seen = terminal("probe")
    assert code == 2
    assert "Usage: docscan probe" in seen


def test_report_does_not_pour_html_onto_a_terminal(tmp_path: Path) -> None:
    """A report wants a file or a pipe."""
    (tmp_path / "a.txt").write_text("A")
    code, seen = terminal("report", str(tmp_path))
    assert code == 2
    assert "-o report.html" in seen


def test_hostile_text_cannot_reach_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and markup of a document appear as text in the table."""
    file = tmp_path / "a\x1b]0;x\x07.txt"
    file.write_text("A \x1b[2J\x1b]0;owned\x07 [/red] \u202e \x9b31m\x00"[:-1])
    for form in ("table", "concise", "csv"):
        _, seen = terminal("probe", str(file), "-f", form, "--color", "never")
        assert not any(c in seen.replace("\r\n", "\n") for c in "\x1b\x07\u202e\x9b\r")


def test_output_is_streamed(tmp_path: Path) -> None:
    """The first document's findings can be read while the second is still worked on."""
    (tmp_path / "a.txt").write_text("A")
    (tmp_path / "b.txt").write_text("SLEEP")
    run = subprocess.Popen([*PROBE, "probe", "-f", "jsonl", "."], cwd=tmp_path, stdout=subprocess.PIPE)
    assert run.stdout is not None
    begin = time.monotonic()
    assert b"./a.txt" in run.stdout.readline()
    assert time.monotonic() - begin < 15  # b.txt takes 20 seconds
    run.kill()
    run.stdout.close()
    run.wait()
