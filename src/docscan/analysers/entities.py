"""Every named person, organisation, place … of a document: canonical name, mentions, roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docscan.records import Entity, Mention
from docscan.registry import Analyser, Flag, Result
from docscan.views import Cell, Column, Line, Table, View, counted

if TYPE_CHECKING:
    from docscan.document import Document
    from docscan.text.names import NameCluster

LABELS = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
)  # fmt: skip
_LINES = 8  # line numbers a table row shows before it says how many more


def find_entities(document: Document, *, label: tuple[str, ...] = (), min_count: int = 1) -> tuple[Entity, ...]:
    """The bearers of names in `document`, in order of their first mention.

    `label` keeps some labels (OntoNotes', any case), `min_count` the names mentioned at least so often.
    """
    wanted = {name.upper() for name in label}
    found = []
    for cluster in document.names.clusters:
        if len(cluster.mentions) >= min_count and (not wanted or cluster.label in wanted):
            found.append(_record(document, cluster))
    return tuple(found)


def _record(document: Document, cluster: NameCluster) -> Entity:
    mentions = []
    for i in cluster.mentions:
        start, end = document.names.mentions[i][:2]
        mentions.append(Mention(document.text[start:end], start, end, *document.position(start)))
    roles = tuple(" ".join(role.text.split()) for role in cluster.roles)
    return Entity(
        name=cluster.name,
        label=cluster.label,
        count=len(mentions),
        aliases=cluster.aliases,
        roles=roles,
        mentions=tuple(mentions),
        confidence=cluster.confidence,
    )


def rows(entity: Entity) -> Iterator[dict[str, Any]]:
    """One flat dictionary a mention, so that offsets stay flat."""
    for m in entity.mentions:
        yield {
            "name": entity.name, "label": entity.label, "text": m.text, "start": m.start, "end": m.end,
            "line": m.line, "column": m.column, "confidence": entity.confidence,
        }  # fmt: skip


def concise(entity: Entity) -> Iterator[tuple[int, int, str]]:
    """`LABEL name ×count (aliases)` where the name stands first."""
    first = entity.mentions[0]
    aliases = f" ({', '.join(entity.aliases)})" if entity.aliases else ""
    yield first.line, first.column, f"{entity.label} {entity.name} ×{entity.count}{aliases}"


def view(results: Sequence[Result], options: Mapping[str, Any]) -> Iterable[View]:
    """One document: its names with lines. Several: one table of names with the documents they stand in."""
    if options.get("mentions"):
        for result in results:
            yield _mention_table(result, len(results) > 1)
    elif len(results) == 1:
        yield _name_table(results[0], bool(options.get("aliases")))
    else:
        yield _corpus_table(results, bool(options.get("aliases")))


def _name_table(result: Result, aliases: bool) -> View:
    entities: tuple[Entity, ...] = result.findings
    if not entities:
        return Line(Cell(f"{result.path}: no names", "muted"))
    columns = (
        Column("Name", ratio=3, min_width=14),
        Column("Label", style="muted", min_width=6),
        Column("Count", justify="right"),
        Column("Also as" if aliases else "Role", ratio=3),
        Column("Lines", ratio=2, style="muted"),
    )
    ordered = sorted(entities, key=lambda e: (-e.count, e.mentions[0].start))
    lines = (
        (Cell(e.name, "name"), e.label, str(e.count), ", ".join(e.aliases if aliases else e.roles[:2]), _lines(e))
        for e in ordered
    )
    return Table(columns, lines, title=result.path, note=_tally(entities))


def _lines(entity: Entity) -> str:
    numbers = list(dict.fromkeys(m.line for m in entity.mentions))
    shown = ", ".join(map(str, numbers[:_LINES]))
    return f"{shown} +{len(numbers) - _LINES}" if len(numbers) > _LINES else shown


def _tally(entities: Iterable[Entity]) -> str:
    counts: dict[str, int] = {}
    for e in entities:
        counts[e.label] = counts.get(e.label, 0) + 1
    return ", ".join(f"{n} {label}" for label, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _mention_table(result: Result, titled: bool) -> View:
    entities: tuple[Entity, ...] = result.findings
    if not entities:
        return Line(Cell(f"{result.path}: no names", "muted"))
    columns = (
        Column("Line", justify="right", style="muted"),
        Column("Mention", ratio=3, min_width=14),
        Column("Label", style="muted", min_width=6),
        Column("Name", ratio=3),
    )
    placed = sorted(((m, e) for e in entities for m in e.mentions), key=lambda pair: pair[0].start)
    lines = (
        (f"{m.line}:{m.column}", Cell(" ".join(m.text.split()), "name"), e.label, e.name if e.name != m.text else "")
        for m, e in placed
    )
    return Table(columns, lines, title=Cell(result.path, "heading") if titled else result.path)


def _corpus_table(results: Sequence[Result], aliases: bool) -> View:
    counts: dict[tuple[str, str], list[int]] = {}
    forms: dict[tuple[str, str], dict[str, None]] = {}
    for result in results:
        for e in result.findings:
            tally = counts.setdefault((e.name, e.label), [0, 0])
            tally[0] += 1
            tally[1] += e.count
            forms.setdefault((e.name, e.label), {}).update(dict.fromkeys(e.aliases if aliases else e.roles))
    if not counts:
        return Line(Cell("no names", "muted"))
    columns = (
        Column("Name", ratio=3, min_width=14),
        Column("Label", style="muted", min_width=6),
        Column("Documents", justify="right"),
        Column("Count", justify="right"),
        Column("Also as" if aliases else "Role", ratio=3),
    )
    ordered = sorted(counts.items(), key=lambda c: (-c[1][0], -c[1][1], c[0]))
    lines = (
        (Cell(name, "name"), label, str(documents), str(count), ", ".join(list(forms[name, label])[:3]))
        for (name, label), (documents, count) in ordered
    )
    return Table(columns, lines, note=f"{counted(len(counts), 'name')} in {counted(len(results), 'document')}")


ANALYSER = Analyser(
    name="entities",
    help="Every named person, organisation, place …: canonical name, mentions, roles.",
    record=Entity,
    find=find_entities,
    rows=rows,
    concise=concise,
    view=view,
    flags=(
        Flag("label", "Keep only these labels.", many=True, default=(), metavar="LABEL", choices=LABELS),
        Flag("min_count", "Keep names mentioned at least this often.", type=int, default=1, metavar="N"),
        Flag("mentions", "Show every mention with its line.", type=bool, default=False, view=True),
        Flag("aliases", "Show the other forms of a name instead of roles.", type=bool, default=False, view=True),
    ),
)
