"""Every shared flag, declared once: the Typer commands and the quick reader of argv are both built from these."""

from __future__ import annotations

from docscan.registry import Flag, modules

INPUT_FORMATS = ("auto", "text", "markdown", "html", "jsonl")
COLORS = ("auto", "always", "never")

INPUT = (
    Flag("glob", "Only files whose name matches GLOB (repeatable; ! excludes).", metavar="GLOB", many=True,
         short="-g", split=False),
    Flag("exclude", "Leave out files and folders that match GLOB (repeatable).", metavar="GLOB", many=True, split=False),
    Flag("files_from", "Read the paths from FILE (- for standard input), newline or NUL separated.", metavar="FILE"),
    Flag("no_ignore", "Do not respect .gitignore files.", bool, False),
    Flag("hidden", "Search hidden files and folders too.", bool, False),
    Flag("stdin_filename", "Name of the text that comes from standard input.", metavar="NAME"),
    Flag("input_format", "What the files are; auto goes by the name.", choices=INPUT_FORMATS, default="auto"),
    Flag("text_field", "The field of a JSON Lines record that holds the text.", default="text", metavar="NAME"),
    Flag("id_field", "The field of a JSON Lines record that holds its id.", default="id", metavar="NAME"),
    Flag("encoding", "Decode as NAME; the default is UTF-8, byte-order marks, else Windows-1252.", metavar="NAME",
         short="-E"),
    Flag("max_size", "Refuse documents of more than N MiB, unpacked.", float, 64.0, metavar="N"),
    Flag("jobs", "Processes to use; the default is automatic.", int, 0, metavar="N", short="-j"),
)  # fmt: skip

STREAMS = (
    Flag("output", "Write to FILE, whole or not at all.", metavar="FILE", short="-o"),
    Flag("quiet", "Say nothing on standard error but errors.", bool, False, short="-q"),
    Flag("verbose", "Say on standard error what is done.", bool, False, short="-v"),
    Flag("no_progress", "Show no progress.", bool, False),
)


def formats() -> tuple[str, ...]:
    """The output formats of the analysers: table, concise and those that stream."""
    return ("table", "concise", *(m for m in modules("renderers") if m not in {"table", "concise"}))


def output() -> tuple[Flag, ...]:
    """The output flags of an analyser's command."""
    return (
        Flag("format", "Output format; table on a terminal, else concise.", choices=formats(), short="-f"),
        Flag("json", "Same as -f json.", bool, False),
        Flag("limit", "Rows of a table; 0 shows all.", int, 200, metavar="N"),
        Flag("color", "Colours: auto, always or never.", choices=COLORS, default="auto"),
        *STREAMS,
    )
