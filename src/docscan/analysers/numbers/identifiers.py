"""Digits and number words that name something: telephone numbers, versions, references, Boeing 747, 44th Street.

Only what stands next to a figure is looked at: touching characters, the words round it and closed lists. A figure
that is claimed here is reported as `identifier`, and only on request.
"""

from __future__ import annotations

import re
from functools import cache

from docscan.analysers.numbers.lexer import BREAK, Tokens
from docscan.analysers.numbers.nouns import counts_something, plural
from docscan.analysers.numbers.periods import of_accounts, read_short_quarter
from docscan.analysers.numbers.phones import find_phone
from docscan.analysers.numbers.points import is_year
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    MONTHS,
    ORDINAL_ENDS,
    ORDINALS,
    SUFFIXES,
    WEEKDAYS,
    currency_symbols,
    currency_words,
    members,
    unit_symbols,
    unit_words,
)
from docscan.lexicons import words

_OPENERS = frozenset(
    [BREAK, "", ".", "!", "?", '"', "“", "‘", "(", ":", ";", "—", "–", "•", "*", "”", "'", "|", "-", "…"]
)
_LINKS = frozenset("/.=?&_@#:%\\")
_URL = re.compile(r"://|www\.|@|\.(?:com|org|net|edu|gov|html?|php|co)\b", re.IGNORECASE)
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_FREE = frozenset({"800", "888", "877", "866", "900"})  # dialling codes that readers know as names
_GLUE = frozenset("-:./_@=&?#%+~–")


def find_identifier(t: Tokens, k: int) -> int:
    """The token after the identifier that holds the figure at `k`, 0 if the figure is one."""
    if t.numeral(k):
        address = _street(t, k + 1) if t.word[k - 1] == "at" and t.raw[k].isdecimal() else 0
        return address or _glued(t, k) or find_phone(t, k) or _designated(t, k) or _ordinal_name(t, k)
    if t.word[k] == "five" and t.word[k - 2] == "high" and t.word[k - 1] in DASHES:
        return k + 1  # a high-five
    if t.word[k] == "zero" and t.word[k - 1] == "ground":
        return k + 1
    return _designated(t, k) or _named_word(t, k)


def _chunk_end(t: Tokens, k: int) -> int:
    j = k + 1
    while t.touches(j) and (
        t.word[j][:1].isalnum() or (t.word[j] in _GLUE and t.touches(j + 1) and t.word[j + 1][:1].isalnum())
    ):
        j += 1
    return j


@cache
def _lead_words() -> frozenset[str]:
    modifiers = {w for line in words("figure_modifiers") for w in line.split("\t")[0].split()}
    return (
        words("noun_stops")
        | modifiers
        | WEEKDAYS
        | MONTHS.keys()
        | CARDINALS.keys()
        | ORDINALS.keys()
        | members("prefixes")
    )


@cache
def _designators() -> frozenset[str]:
    return words("number_designators")


# ------------------------------------------------------------------------------------ touching characters


def _glued(t: Tokens, k: int) -> int:
    """MH370, F-16, 4f2a91c, [12], 2.3.1, an address on the web."""
    before = t.raw[k - 1] if t.touches(k) else ""
    after = t.raw[k + 1] if t.touches(k + 1) else ""
    if before and _bad_lead(t, k, before):
        return _chunk_end(t, k)
    if after[:1].isalpha() and not _good_tail(t, k, after):
        return _chunk_end(t, k)
    if (
        after in ("s", "S")
        and t.word[k - 2] not in ("over", "under")
        and (t.raw[k][-1] != "0" or len(t.raw[k]) not in (2, 4))
        and t.word[k + 2] not in DASHES
    ):
        return k + 2
    item = after in (".", ")") and len(t.raw[k]) < 3 and not t.numeral(k + 2) and not t.touches(k + 2)
    if item and _opens_line(t, k):
        return k + 1
    joined = after in DASHES and t.touches(k + 2) and not (t.touches(k + 3) and t.word[k + 3].isalnum())
    letter = t.raw[k + 2] if joined else ""
    if len(letter) == 1 and letter.isupper() and t.raw[k + 3] != "$":
        return k + 3  # a 10-K
    if before in ("+", "-") and len(t.raw[k]) == 4 and t.raw[k][0] == "0":
        return k + 1  # the time zone of a mail header
    if after == "M" and len(t.raw[k]) == 1 and before not in currency_symbols() and not counts_something(t, k + 2):
        return k + 2  # 3M
    if joined and ((t.capital(k + 2) and t.word[k + 2] in CARDINALS) or (t.raw[k] == "1" and letter in _FREE)):
        return k + 3  # 7-Eleven, a 1-800 number
    if after == "(" and len(t.word[k + 2]) == 1 and t.word[k + 3] == ")" and t.touches(k + 2):
        return k + 4  # a 401(k)
    if before in ('"', "'") and t.word[k - 2] == "=" and len(t.raw[k]) > 8:
        return k + 1
    if before == "[" and after in ("]", ",", "-", "–"):
        return k + 1
    if (before in _LINKS or after in _LINKS) and _address(t, k, after):
        return _chunk_end(t, k)
    if t.raw[k].count(".") > 1 and (t.raw[k].count(".") > 2 or len(t.raw[k].rpartition(".")[2]) != 4):
        return k + 1
    return k + 1 if t.raw[k] in ("24/7", "50/50", "20/20") else 0


def _opens_line(t: Tokens, k: int) -> bool:
    """Whether token `k` begins a paragraph, an indented line, or a line after a sentence."""
    if k == 0 or t.word[k - 1] == BREAK:
        return True
    gap = t.text[t.end[k - 1] : t.start[k]]
    return "\n" in gap and (gap[-1] != "\n" or t.word[k - 1] in (".", ";", ":", "?", "!", ")"))


def _bad_lead(t: Tokens, k: int, before: str) -> bool:
    if before[-1].isalpha():
        if t.word[k - 2] == "$" and t.touches(k - 1) and before + "$" in currency_symbols():
            return False
        known = before in currency_symbols() or before.lower() in ("ad", "q", "fy", "cy", "x", "c")
        known = known or (before in "hH" and t.raw[k] in ("1", "2") and (is_year(t, k + 1) or of_accounts(t, k)))
        return not known and before.lower() not in MONTHS and before.lower() not in currency_words()
    if before in DASHES and t.touches(k - 1):
        lead = t.raw[k - 2]
        if (len(lead) == 1 and lead.isupper()) or lead == "US":
            return True  # M-16, US-75
        if not lead[:1].isalpha() or lead.lower() in _lead_words() or lead.lower() in currency_words():
            return False
        return not lead.islower() or len(lead) == 1
    if before == "." and t.touches(k - 1) and t.raw[k - 2][:1].isalpha():
        lead = t.word[k - 2]
        return lead not in MONTHS and t.raw[k - 2] + "." not in currency_symbols() and lead not in ("c", "ca", "no")
    if before == "/" and t.touches(k - 1):
        return t.raw[k - 2][:1].isalpha() and t.word[k - 2] not in MONTHS and t.word[k - 2] not in ("and", "or")
    return before in ("_", "@", "=", "&", "\\") or (before == ":" and t.word[k - 2] == ":" and t.touches(k - 1))


def _good_tail(t: Tokens, k: int, after: str) -> bool:
    """Whether letters may follow digits directly: a suffix, a unit, a currency, "th", "pm"."""
    if after == "Q" and read_short_quarter(t, k):
        return True
    if t.touches(k + 2) and t.numeral(k + 2):
        exponent = after in ("e", "E", "x") and not _GUID.search(t.text, max(0, t.start[k] - 8), t.end[k] + 40)
        return exponent or _compound(t, k + 1)
    low = after.lower()
    if low in members("after_digits") or low in SUFFIXES or low in CARDINALS:
        return not (after == "G" and t.word[k + 2] != "")
    if (
        after in ("p", "c")
        or after in unit_symbols()
        or any(not rest for rest, _ in unit_words().get(low, ()))
        or any(not rest for rest, _ in currency_words().get(low, ()))
        or after in currency_symbols()
    ):
        return True
    return (
        after[:-1] in unit_symbols()
        or low in ("fold", "odd", "ish", "something")
        or (after[0] == "M" and after[1:] in currency_symbols())
    )


def _compound(t: Tokens, j: int) -> bool:
    """5ft10, 1km2."""
    raw = t.raw[j]
    return (raw in ("ft", "h") or (raw in unit_symbols() and t.raw[j + 1] in ("2", "3"))) and len(t.raw[j + 1]) <= 2


def _address(t: Tokens, k: int, after: str) -> bool:
    if after == ":" and t.word[k + 2] == ":" and t.touches(k + 2):
        return True
    if after == "." and t.touches(k + 2) and t.raw[k + 2][:1].isalpha() and t.raw[k + 2].islower():
        return True
    lo, hi = max(0, t.start[k] - 200), min(len(t.text), t.end[k] + 60)
    left = max(t.text.rfind(c, lo, t.start[k]) for c in " \n\t")
    right = min((p for c in " \n\t" if (p := t.text.find(c, t.end[k], hi)) >= 0), default=hi)
    return bool(_URL.search(t.text, max(left, lo), right))


# ------------------------------------------------------------------------------------------------ names


def _designated(t: Tokens, k: int) -> int:
    """page 12, Article 5, zip code 90210."""
    j = k - 1 - (t.word[k - 1] == "." and len(t.word[k - 2]) <= 4)
    if t.word[j] in _designators() and (t.numeral(k) or t.capital(k)) and (t.capital(j) or not plural(t.word[k + 1])):
        return k + 1 if t.word[j] != "line" or t.word[k + 1] != "-" else 0
    docket = t.word[k - 2] == "no" and t.word[k - 1] == "." and t.word[k + 1] in DASHES and t.touches(k + 1)
    if docket and t.numeral(k + 2) and t.touches(k + 2):
        return k + 3  # No. 14-915
    if t.word[k - 1] in ("is", "code", ":", "#", "-") and {t.word[i] for i in range(max(0, k - 4), k)} & members(
        "code_words"
    ):
        return k + 1
    listed = t.word[k - 1] in (",", "and", "or", "-", "–", "to") and t.numeral(k) and t.numeral(k - 2)
    if listed and any(t.word[i] in _designators() and t.word[i].endswith("s") for i in range(max(0, k - 8), k - 2)):
        return k + 1
    return 0


def _ordinal_name(t: Tokens, k: int) -> int:
    """44th Street, the 14th Amendment, 20th Century Fox."""
    j = k + 2
    if not t.touches(k + 1) or t.word[k + 1] not in ORDINAL_ENDS or t.touches(j):
        return 0
    if not t.capital(j) and t.word[j] not in ("and", "&"):
        return 0
    for i in range(j, j + 4):
        if t.word[i] in members("streets") and t.capital(i):
            return i + 1  # 44th and Washington Street
        if not (t.capital(i) or t.word[i] in ("and", "&", "/")):
            break
    century = t.raw[j] == "Century" and t.capital(j + 1) and t.word[j + 1] not in _lead_words()
    return j + 1 if century else 0


def find_name_number(t: Tokens, k: int) -> int:
    """The token after a number that a name holds (Boeing 727, 10 Downing Street), 0 if none does."""
    raw, j = t.raw[k], k + 1
    if not raw.isdecimal() or len(raw) > 5:
        return 0
    if t.raw[j] in ("Minutes", "Hours") and not _headline(t, k):
        return j + 1  # a broadcast
    if street := _street(t, j):
        return street
    if not _after_name(t, k):
        return 0
    parts = [i for i in (j + 1, j + 3) if t.word[i - 1] in DASHES and t.touches(i) and t.numeral(i)]
    if len(parts) == 2:
        return _chunk_end(t, k)  # Lotus 1-2-3
    if t.word[j] in DASHES and t.touches(j) and t.word[j + 1] in ("stock", "share"):
        return j  # an S&P 500-stock index
    if len(raw) == 3 and t.word[j] in DASHES and t.raw[j + 1][-2:] == "00" and t.touches(j) and t.touches(j + 1):
        return _chunk_end(t, k)  # a 757-200
    return j if _bare(t, j, raw) else 0


def _street(t: Tokens, j: int) -> int:
    """The token after the name of a street that begins at token `j`, else 0."""
    if t.capital(j) and not t.touches(j):
        for i in range(j + 1, j + 5):
            if t.word[i] in members("streets") and t.capital(i):
                return i + 1
            direction = t.word[i] == "." and len(t.word[i - 1]) == 1  # 1420 N. Calder St.
            if not (t.capital(i) or direction or t.numeral(i) or t.word[i] in ORDINAL_ENDS):
                break
    return 0


def _after_name(t: Tokens, k: int) -> bool:
    """A capitalised word that is no sentence opener directly before the figure."""
    lead = t.raw[k - 1]
    if not lead[:1].isupper() or t.start[k] - t.end[k - 1] != 1 or t.text[t.end[k - 1]] == "\n":
        return False
    low = t.word[k - 1]
    if "'" in low or "’" in low or _tallied(t, k):
        return False
    if low.endswith(("ed", "ing", "ly")) and t.word[k - 2] in _OPENERS:
        return False
    return low not in _lead_words() and lead not in currency_symbols() and low not in currency_words() and low != "no"


def _tallied(t: Tokens, k: int) -> bool:
    """Whether names and figures alternate round `k`, as in "Calder 384, Vetch 300"."""
    for step in (-1, 1):
        for i in range(k + 2 * step, k + 6 * step, step):
            if t.word[i] == ".":
                break
            if t.numeral(i) and t.raw[i - 1][:1].isupper() and t.raw[i - 1] != t.raw[k - 1]:
                return t.start[i] - t.end[i - 1] == 1 and len(t.raw[i]) < 4
    return False


def _bare(t: Tokens, j: int, raw: str) -> bool:
    """Nothing counted, measured or compared after the figure."""
    if (len(raw) == 4 and "1900" <= raw <= "2099") or (t.touches(j) and t.word[j].isalnum()):
        return False
    word = t.word[j]
    if word in DASHES or word in members("amount_signs") or word in CARDINALS:
        return False
    if (word in unit_words() and word != "in") or word in currency_words():
        return False
    if (t.raw[j] in unit_symbols() and word != "in") or t.raw[j] in currency_symbols():
        return False
    return not (t.raw[j].islower() and not word.endswith("ed") and counts_something(t, j))


def _named_word(t: Tokens, k: int) -> int:
    """Formula One, Big Three, First Lady, Second World War: a capitalised number word inside a name."""
    if not t.capital(k) or not t.raw[k][1:].islower():
        return 0
    if t.word[k - 1] in MONTHS or (t.word[k + 1] == "of" and t.word[k + 2] in MONTHS):
        return 0  # the Fourth of July
    before, after = t.word[k - 1], t.capital(k + 1) and t.word[k + 1] not in _lead_words()
    hyphen = t.word[k + 1] in DASHES and t.touches(k + 1)
    ordinal = t.word[k] in ORDINALS
    if after and ordinal and t.word[k + 1] in members("streets") - {"court", "place", "division", "square"}:
        return k + 2  # Fifth Avenue
    if before in _OPENERS:
        return k + 1 if ordinal and after and t.word[k + 1] not in ("of",) and _name_like(t, k + 1) else 0
    lead = t.capital(k - 1) and before not in _lead_words()
    group = before == "of" and t.capital(k - 2)
    if hyphen or _headline(t, k):
        return 0
    if not (lead or group or after):
        return 0
    end = k + 1
    while t.word[end] in CARDINALS and t.capital(end):
        end += 1
    return end


def _headline(t: Tokens, k: int) -> bool:
    """Whether all words of some length round `k` have a capital: a headline, where capitals say nothing."""
    around = [t.raw[i] for i in range(max(0, k - 7), k + 8) if t.raw[i].isalpha() and len(t.raw[i]) > 3]
    return len(around) > 5 and all(w[0].isupper() for w in around)


def _name_like(t: Tokens, j: int) -> bool:
    return t.raw[j][1:].islower() and (t.capital(j + 1) or t.word[j + 1] in ("corp", "corp.", "said", "'s"))
