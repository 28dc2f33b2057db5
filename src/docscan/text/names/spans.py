"""Spans: where a tagged name begins and ends. Titles stay outside, listed portfolios and "The Hague" whole."""

from __future__ import annotations

import re

from docscan.text.names.features import join_forms
from docscan.text.names.gazetteers import FLAG, Lexicon
from docscan.text.names.mentions import Found
from docscan.text.names.reading import Reading

_GIVEN = FLAG["given_m"] | FLAG["given_f"]
_TOWN = FLAG["city"] | FLAG["bigcity"]
_COMMON = 4  # Word.case from here on: written small more often than not
_PORTFOLIO = re.compile(r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}){1,4},? (?:and|&) [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}")
_WORD = re.compile(r"[A-Z][a-z]+")


def trim_titles(found: list[Found], reading: Reading, lexicon: Lexicon) -> list[Found]:
    """People without the titles before their names ("Dr.", "Prime Minister"), which are not part of them."""
    trimmed = []
    for f in found:
        if f.label == "PERSON" and f.last > f.first:
            tokens = reading.islands[f.island].tokens
            i = f.first
            while i < f.last:
                flags = lexicon.flags(tokens[i].form)
                if not flags & FLAG["title"] or flags & _GIVEN:
                    break
                i += 1
            if i > f.first and tokens[i].form[0].isalpha():
                form = join_forms(tokens[i : f.last + 1])
                f = f._replace(start=tokens[i].start, first=i, form=form)
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
        elif f.label == "ORG" and (" of " in f.form or " for " in f.form):
            end = _portfolio_end(text, f, lexicon)
            if end > f.end:
                f = f._replace(end=end, form=text[f.start : end])
        widened.append(f)
    return widened


def _portfolio_end(text: str, f: Found, lexicon: Lexicon) -> int:
    """Where "Ministry of Trade, Industry and Fisheries" ends; the listed words must be common nouns."""
    head = f.form.replace(" for ", " of ").partition(" of ")[0].rpartition(" ")[2]
    listed = _PORTFOLIO.match(text, f.end)
    if listed is None or not lexicon.flags(head) & FLAG["organisation_head"]:
        return f.end
    words = _WORD.findall(listed.group())
    return listed.end() if all(lexicon.word(w).case >= _COMMON for w in words) else f.end
