"""Agreement: one label a name over the whole document, repeats and acronyms that were missed brought in."""

from __future__ import annotations

from collections import Counter
from operator import add

from docscan.lexicons import words
from docscan.text.names.bearers import is_acronym_of
from docscan.text.names.gazetteers import FLAG, Lexicon
from docscan.text.names.mentions import TYPES, Found
from docscan.text.names.reading import Reading

_CAP = 160  # scores beyond this (in the model's units) say no more
_DECODED = 60  # what the decoded label adds to the pooled score of its type
_OWN = 30  # how far below the best a name's own type may lie to keep its full name's label
_PLACE = FLAG["country"] | FLAG["region"] | FLAG["bigcity"] | FLAG["landmark"] | FLAG["norp"]
_OPTIONS = 24  # names that begin with one word and are looked for again
_PLACED = 16  # evidence: stands behind "in", "at" …
_SPOKEN = {"NORP", "LANGUAGE"}  # one word for both: each mention keeps its own
_THINGS = {"ORG", "FAC", "GPE", "LOC", "PRODUCT"}
_FAMILY = {"Brothers", "Bros", "Bros.", "Sons"}
_SHORT = {"PERSON": 120, "ORG": 45}  # the same for a word that is known for nothing else
_KNOWN = {"PERSON": _PLACE, "ORG": _PLACE | FLAG["given_m"] | FLAG["given_f"] | FLAG["surname"] | FLAG["city"]}


def agree_on_labels(found: list[Found], reading: Reading, lexicon: Lexicon) -> list[Found]:
    """Every form under the one label for which its mentions together speak, but for peoples and their languages."""
    pooled: dict[str, list[int]] = {}
    counts = Counter(f.form for f in found)
    for f in found:
        cut = [_CAP if v > _CAP else -_CAP if v < -_CAP else v for v in f.scores]
        cut[TYPES.index(f.label)] += _DECODED
        sums = pooled.get(f.form)
        pooled[f.form] = cut if sums is None else list(map(add, sums, cut))
    labels = {form: TYPES[max(range(len(TYPES)), key=sums.__getitem__)] for form, sums in pooled.items()}
    firms = (words("company_suffixes") | words("legal_forms")) - _FAMILY
    formal = [form for form in labels if " " in form and form.rpartition(" ")[2] in firms]
    labels.update((form, "ORG") for form in formal if labels[form] == "PERSON")
    labels.update((form, "PERSON") for form in labels if _bears_surname(form, labels, lexicon))
    certain = {form.partition(" ")[0] for form in formal}
    for form, label in _short_forms(labels).items():
        if form in certain and label == "ORG":
            labels[form] = label  # "Varnholt" beside "Varnholt A/S"
        elif labels[form] != label:
            gap = max(pooled[form]) - pooled[form][TYPES.index(label)]
            placed = label == "ORG" or reading.evidence.get(form, 0) & _PLACED
            gap //= counts[form]
            if gap < (_OWN if placed and lexicon.flags(form) & _KNOWN[label] else _SHORT[label]):
                labels[form] = label
    agreed = [(f, labels[f.form]) for f in found]
    return [f if f.label == label or {f.label, label} == _SPOKEN else f._replace(label=label) for f, label in agreed]


def _bears_surname(form: str, labels: dict[str, str], lexicon: Lexicon) -> bool:
    """Whether a name taken for a thing is a given name and the name of a person ("Ana Ruiz", beside "Mr. Ruiz")."""
    first, _, last = form.rpartition(" ")
    return (
        labels[form] in _THINGS
        and labels.get(last) == "PERSON"
        and " " not in first
        and bool(lexicon.flags(first) & (FLAG["given_m"] | FLAG["given_f"]))
    )


def _short_forms(labels: dict[str, str]) -> dict[str, str]:
    """Single words with the label of the longer names they shorten: surnames of people, first words of firms."""
    found: dict[str, str] = {}
    for form, label in labels.items():
        first, _, rest = form.partition(" ")
        if label == "ORG" and rest and first in labels:
            found[first] = label
    for form, label in labels.items():
        if label == "PERSON" and " " in form and (last := form.rpartition(" ")[2]) in labels:
            found[last] = label
    return found


def recover_acronyms(found: list[Found], reading: Reading) -> list[Found]:
    """`found` with the acronyms that stand in brackets behind the name they shorten, under its label."""
    text = reading.text
    alone = {i.tokens[0].start: n for n, i in enumerate(reading.islands) if len(i.tokens) == 1}
    at = {f.start: i for i, f in enumerate(found)}
    kept = list(found)
    for f in found:
        start = f.end + 2
        if f.last == f.first or text[f.end : start] != " (" or start not in alone:
            continue
        n = alone[start]
        token = reading.islands[n].tokens[0]
        if text[token.end : token.end + 1] != ")" or not is_acronym_of(token.form, f.form):
            continue
        if start in at:
            kept[at[start]] = kept[at[start]]._replace(label=f.label, scores=f.scores)
        else:
            kept.append(Found(start, token.end, f.label, token.form, n, 0, 0, f.scores))
    return sorted(kept)


def recover_repeats(found: list[Found], reading: Reading) -> list[Found]:
    """`found` with every further place where a known name stands whole and was not tagged."""
    known: dict[str, dict[tuple[str, ...], Found]] = {}
    for f in found:
        forms = tuple([t.form for t in reading.islands[f.island].tokens[f.first : f.last + 1]])
        if len(forms) > 1 or not reading.evidence.get(forms[0], 0) & 1:
            options = known.setdefault(forms[0], {})
            if len(options) < _OPTIONS:
                options.setdefault(forms, f)
    taken: dict[int, list[tuple[int, int]]] = {}
    for f in found:
        taken.setdefault(f.island, []).append((f.first, f.last))
    added: list[Found] = []
    for n, island in enumerate(reading.islands):
        tokens = island.tokens
        used = taken.get(n, ())
        if used and len(tokens) == 1:
            continue
        i = 0
        while i < len(tokens):
            step = 1
            beginning = known.get(tokens[i].form)
            if beginning is not None and not any(a <= i <= b for a, b in used):
                for forms, f in sorted(beginning.items(), key=lambda o: -len(o[0]))[:8]:
                    j = i + len(forms)
                    whole = tuple(t.form for t in tokens[i:j]) == forms
                    if whole and not any(a < j and i <= b for a, b in used):
                        place = (tokens[i].start, tokens[j - 1].end)
                        added.append(Found(*place, f.label, f.form, n, i, j - 1, f.scores))
                        step = len(forms)
                        break
            i += step
    return sorted([*found, *added]) if added else found
