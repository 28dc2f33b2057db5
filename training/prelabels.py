"""Pre-labels for the annotator: silver spans, trimmed and retyped by lists and head words of names.

They only save typing; every line is read and corrected by a person afterwards. Offsets are code points, half-open.
Once corrections exist for a batch, neither this file nor prelabels.tsv may change what that batch shows.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LABELS = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
TITLES = re.compile(
    r"(?:(?:the|The|Presidents?|President-elect|Vice|Deputy|Prime|Foreign|Defense|Interior|Finance|Ministers?|Premier|"
    r"Secretary|Secretary-General|Chancellor|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Gen\.?|Generals?|Lieutenant|Major|Brigadier|"
    r"Colonel|Col\.|Captain|Sergeant|Corporal|Lance|Private|Admiral|Senators?|Sen\.|Rep\.|Representative|Governor|Gov\.|"
    r"Mayor|Judge|Justice|King|Queen|Prince|Princess|Pope|Cardinal|Archbishop|Bishop|Reverend|Rev\.|Ayatollah|Grand|"
    r"Mullah|Maulana|Imam|Cleric|Ambassador|Spokesman|Spokeswoman|Professor|Sir|Lord|Lady|Saint|Speaker|Chairman|"
    r"Congressman|Attorney|Crown|Emperor|Chief)\s+)+(?=\S)"
)
WORD = r"[A-Z][\w'’-]*\w|U\.[NSK]\.|A\.U\."
RUN = rf"(?:(?:{WORD})\s+(?:(?:of|for|and|the|on|in)\s+(?=[A-Z]))?){{1,6}}"
TAIL = rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:{WORD})(?:\s+(?:and\s+)?(?:{WORD})){{0,3}})?"
HEADS = {
    "ORG": r"Ministry|Department|University|Agency|Commission|Committee|Council|Court|Party|Parliament|Union|"
    r"Association|Organi[sz]ation|Institute|Corporation|Corp\.|Inc\.|Company|Army|Front|Movement|League|Authority|Assembly|"
    r"Senate|Foundation|Federation|Bureau|Embassy|Brigades?|Church|Forces|Force|Academy|Airlines|Airways|"
    r"News Agency|Initiative",
    "FAC": r"Airport|Prison|Bridge|Stadium|Hospital|Highway|Mosque|Palace|Cathedral|Air Base|Museum|Hotel|Square",
    "LOC": r"River|Sea|Ocean|Desert|Lake|Islands?|Mountains|Valley|Peninsula|Strait",
    "LAW": r"Act|Treaty|Protocol|Convention|Accord|Agreement",
    "EVENT": r"War|Games|Cup|Olympics|Championships?|Festival|Masters",
}
STORM = re.compile(r"\b(?:Hurricane|Typhoon|Tropical Storm|Cyclone|Operation)\s+[A-Z]\w+(?:\s[A-Z]\w+)?")
HEADED = {
    label: re.compile(rf"\b{RUN}(?:{head})(?![\w-]){TAIL if label == 'ORG' else ''}") for label, head in HEADS.items()
}
PERSONAL = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Mullah|Ayatollah|King|Queen|Pope|President|Prime Minister|Senator|Colonel)\.? "
)
OWNER = re.compile(r"(?<!People)(?<!Lord)(?<!Women)(?<!Children)(?<!Mother)['’]s\s+")
OPENERS = re.compile(
    r"(?:The|A|An|In|On|At|And|But|For|From|Under|Meanwhile|Also|Both|Earlier|That|This|Former|the)\s+"
)
PLACE = re.compile(
    r"\b(Sea|Ocean|River|Lake|Mountains?|Mount|Gulf|Desert|Peninsula|Strait|Islands|Canal|Volcano|Hemisphere)\b"
)
SITE = re.compile(r"\b(Airport|Prison|Bridge|Stadium|Square|Palace|Mosque|Base|Highway|Street|Hospital|Center)\b")
COMPASS = re.compile(
    r"(?:(?:north|south|east|west|northern|southern|eastern|western|central|north-?\w+|south-?\w+)\s+)+"
)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One labelled stretch of a text."""

    start: int
    end: int
    label: str
    name: str = ""


@cache
def listed() -> dict[str, str]:
    """Surface → label (or "skip") of prelabels.tsv; "Surface>LABEL" overrides its line's label."""
    table: dict[str, str] = {}
    for line in Path(__file__).with_name("prelabels.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        label, names = line.split("\t")
        for name in names.split(";"):
            surface, _, override = name.partition(">")
            table[surface] = override if override in (*LABELS, "skip") else label
    return table


@cache
def cores() -> dict[str, str]:
    """Surface → the part of it that is the name, for the entries "Surface>part" of prelabels.tsv."""
    lines = Path(__file__).with_name("prelabels.tsv").read_text("utf-8").splitlines()
    pairs = [name.split(">") for line in lines for name in line.partition("\t")[2].split(";") if ">" in name]
    return {surface: part for surface, part in pairs if part not in (*LABELS, "skip")}


@cache
def _listed_pattern() -> re.Pattern[str]:
    names = sorted((name for name, label in listed().items() if label != "skip"), key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, names))})(?!\w)")


def overlaps(mark: Mark, other: Mark) -> bool:
    """Whether two marks share a character."""
    return mark.start < other.end and other.start < mark.end


def trimmed(text: str, mark: Mark) -> Mark | None:
    """The mark without titles, articles, possessives and lower-case compass words; None if nothing is left."""
    start, end = mark.start, mark.end
    surface = text[start:end]
    if surface.startswith("The Hague"):
        return mark
    label = "PERSON" if PERSONAL.match(surface) else mark.label
    patterns = [re.compile(rf".*(?:^|\w){OWNER.pattern}"), COMPASS, re.compile(r"(?:[Tt]he|An?)\s+")] + (
        [TITLES] if label == "PERSON" else []
    )
    for pattern in patterns:
        if match := pattern.match(surface):
            start += match.end()
            surface = text[start:end]
    kept = re.sub(r"(?:['’]s|['’]|[\s,;:\"]+)$", "", surface)
    return Mark(start, start + len(kept), label) if kept else None


def _silver(text: str, entities: list[dict[str, object]]) -> list[Mark]:
    marks = []
    for entity in entities:
        mark = trimmed(text, Mark(int(str(entity["start"])), int(str(entity["end"])), str(entity["type"])))
        if mark is None:
            continue
        surface = text[mark.start : mark.end]
        label = listed().get(surface, mark.label)
        if label == "LOC" and surface not in listed():
            label = "LOC" if PLACE.search(surface) else "FAC" if SITE.search(surface) else "GPE"
        if label != "skip" and re.search(r"[A-Z]", surface):
            marks.append(Mark(mark.start, mark.end, label))
    return marks


def _headed(text: str) -> list[Mark]:
    marks = []
    for label, pattern in HEADED.items():
        for match in pattern.finditer(text):
            owners = list(OWNER.finditer(text, match.start(), match.end()))
            start = owners[-1].end() if owners else match.start()
            while opener := OPENERS.match(text, start, match.end()):
                start = opener.end()
            if " " in text[start : match.end()]:
                marks.append(Mark(start, match.end(), label))
    marks.extend(Mark(*match.span(), "EVENT") for match in STORM.finditer(text))
    return marks


def prelabel(text: str, entities: list[dict[str, object]]) -> list[Mark]:
    """Sorted, disjoint marks for `text`: silver entities, names by their head word, names by list."""
    marks = _silver(text, entities)
    for new in _headed(text):
        if not any(overlaps(new, old) and (old.start < new.start or old.end > new.end) for old in marks):
            marks = [old for old in marks if not overlaps(new, old)] + [new]
    for match in _listed_pattern().finditer(text):
        new = Mark(*match.span(), listed()[match.group()])
        clashes = [old for old in marks if overlaps(new, old)]
        if any(
            old.start <= new.start and old.end >= new.end and old.end - old.start > len(match.group())
            for old in clashes
        ):
            continue
        core = cores().get(match.group(), match.group())
        start = match.start() + match.group().rindex(core)
        marks = [old for old in marks if old not in clashes] + [Mark(start, start + len(core), new.label)]
    return sorted(marks)
