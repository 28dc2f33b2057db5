"""Every shared flag, declared once: help, completion and parsing are built from these."""

from __future__ import annotations

from docscan.registry import Flag, modules

INPUT_FORMATS = ("auto", "text", "markdown", "html", "jsonl")
COLORS = ("auto", "always", "never")
ISSUE_FORMATS = ("sarif", "github", "gitlab", "junit")  # these make sense for `check` only

INPUT = (
    Flag("glob", "Only files that match GLOB; ! leaves out.", metavar="GLOB", many=True, short="-g", split=False),
    Flag("exclude", "Leave out files and folders that match GLOB.", metavar="GLOB", many=True, split=False),
    Flag("files_from", "Read paths from FILE (- for standard input), newline or NUL separated.", metavar="FILE"),
    Flag("no_ignore", "Search files that .gitignore names, too.", bool, False),
    Flag("hidden", "Search hidden files and folders, too.", bool, False),
    Flag("stdin_filename", "Name of the text on standard input.", metavar="NAME"),
    Flag("input_format", "What the files are; auto goes by the name.", choices=INPUT_FORMATS, default="auto"),
    Flag("text_field", "Field of a JSON Lines record that holds the text.", default="text", metavar="NAME"),
    Flag("id_field", "Field of a JSON Lines record that holds its id.", default="id", metavar="NAME"),
    Flag("encoding", "Decode as NAME, not as UTF-8 or else Windows-1252.", metavar="NAME", short="-E"),
    Flag("max_size", "Refuse documents of more than N MiB, unpacked.", float, 64.0, metavar="N"),
    Flag("jobs", "Use N processes; 0 chooses by the amount of work.", int, 0, metavar="N", short="-j"),
)

STREAMS = (
    Flag("output", "Write to FILE, whole or not at all.", metavar="FILE", short="-o"),
    Flag("limit", "Show N rows of a table; 0 shows all.", int, 200, metavar="N"),
    Flag("color", "When to colour.", choices=COLORS, default="auto"),
    Flag("quiet", "Say nothing on standard error but errors.", bool, False, short="-q"),
    Flag("verbose", "Say on standard error what was done.", bool, False, short="-v"),
    Flag("no_progress", "Show no progress.", bool, False),
)


def formats() -> tuple[str, ...]:
    """The output formats of the analysers: table, concise and whatever else streams."""
    first = ("table", "concise")
    return (*first, *(m for m in modules("renderers") if m not in {*first, *ISSUE_FORMATS, "html"}))


def output(*more: str) -> tuple[Flag, ...]:
    """The output flags of a command; `more` are formats of its own."""
    choices = (*formats(), *more)
    return (
        Flag("format", "Output format; table on a terminal, else concise.", choices=choices, short="-f"),
        Flag("json", "Same as -f json.", bool, False),
        *STREAMS,
    )
