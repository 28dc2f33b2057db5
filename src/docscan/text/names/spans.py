"""Spans: where a tagged name begins and ends. Titles stay outside, listed portfolios and "The Hague" whole."""

from __future__ import annotations

import re

from docscan.text.names.features import join_forms
from docscan.text.names.gazetteers import FLAG, Lexicon
from docscan.text.names.islands import COURTESY
from docscan.text.names.mentions import Found
from docscan.text.names.reading import Reading

_TITLE_NAMES = frozenset(("Dean", "Duke", "Earl", "Don", "Major"))  # given names as often as titles
_SPOKEN = re.compile(r"\b(?:in|into|speaks?|spoke|speaking|spoken|fluent|from|language|word for) $")
_CLOSED = re.compile(r"[.,;:)\]!?\"]|\s+(?:and|or|to|at|but|with|for|as|by|on|rather|than|is|was)\b|\s*$")
_TOWN = FLAG["city"] | FLAG["bigcity"]
_COMMON = 4  # Word.case from here on: written small more often than not
_PORTFOLIO = re.compile(r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}){1,4},? (?:and|&) [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}")
_WORD = re.compile(r"[A-Z][a-z]+")


def trim_titles(found: list[Found], reading: Reading, lexicon: Lexicon) -> list[Found]:
    """People without the titles before their names ("Dr.", "Prime Minister"), which are not part of them.

    Whoever is called "Mr." or "Ms." is a person.
    """
    trimmed = []
    for f in found:
        tokens = reading.islands[f.island].tokens
        if f.last > f.first and (f.label == "PERSON" or tokens[f.first].form in COURTESY):
            i = f.first
            while i < f.last:
                title = tokens[i].form
                if not lexicon.flags(title) & FLAG["title"] or title in _TITLE_NAMES:
                    break
                if lexicon.flags(join_forms(tokens[i : f.last + 1])) & FLAG["person"]:
                    break
                i += 1
            if i > f.first and tokens[i].form[0].isalpha():
                form = join_forms(tokens[i : f.last + 1])
                f = f._replace(start=tokens[i].start, first=i, form=form, label="PERSON")
        trimmed.append(f)
    return trimmed


def widen(text: str, found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Towns with the article that is theirs, ministries with all they are listed to be for."""
    widened: list[Found] = []
    for f in found:
        if widened and f.start < widened[-1].end:
            continue
        if f.label == "GPE" and text[f.start - 4 : f.start] == "The " and lexicon.flags(f"The {f.form}") & _TOWN:
            f = f._replace(start=f.start - 4, form=f"The {f.form}")
        elif f.label in ("ORG", "FAC") and (end := _portfolio_end(text, f, lexicon)) > f.end:
            f = f._replace(end=end, form=text[f.start : end])
        widened.append(f)
    return widened


def tell_languages(text: str, found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Demonyms that stand for the language ("in Polish, ..."): a LANGUAGE where no noun follows."""
    told = []
    for f in found:
        known = f.label == "NORP" and lexicon.flags(f.form) & FLAG["norp"]
        if known and _CLOSED.match(text, f.end) and _SPOKEN.search(text, max(0, f.start - 12), f.start):
            f = f._replace(label="LANGUAGE")
        told.append(f)
    return told


def _portfolio_end(text: str, f: Found, lexicon: Lexicon) -> int:
    """Where "Ministry of Trade, Industry and Fisheries" ends; the listed words must be common nouns."""
    head, linked, _ = f.form.replace(" for ", " of ").replace(" on ", " of ").partition(" of ")
    listed = _PORTFOLIO.match(text, f.end) if linked else None
    if listed is None or not lexicon.flags(head.rpartition(" ")[2]) & FLAG["organisation_head"]:
        return f.end
    words = _WORD.findall(listed.group())
    return listed.end() if all(lexicon.word(w).case >= _COMMON for w in words) else f.end
