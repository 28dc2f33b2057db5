"""Syllables: how many a word has when it is read aloud.

Vowel groups, corrected by the regularities of English spelling (silent e, -ed and -es, vowels that stand apart),
then a short list of words that keep to none. A figure counts as one syllable; a word without a vowel is spelled out.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from docscan.lexicons import mapping

_GROUP = re.compile(r"[aeiouyàâäáãåæèêëìíîïòóôöõøùúûüýœ]+|é")
_LONGEST = 60  # letters of a word; what is longer is no word, and its rest is not read
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[cgsz]e)$")
_CONTRACTION = re.compile(r"'(?:re|ll|d|m)$|(?<=[aeiouy])'ve$")


@cache
def _silent() -> re.Pattern[str]:
    """Vowel groups that are not spoken: each match takes one away."""
    return re.compile(
        # "make", "more"; not "table", "fire"
        r"(?<=[aeiouy])(?:[^aeiouy']{0,3}[^aeiouylr']|l+|(?<!i)r+|rl|[^aeiouy']{1,2}r)e$"
        # "called"; not "wanted", "settled"
        r"|(?:(?<=[aeiouy])(?:ll?|(?<!i)rr?)|[^aeiouylrtd']|[aeiouy]w|[^aeiouy]w)ed$"
        # "makes"; not "houses"
        r"|(?:(?<=[aeiouy])(?:ll?|(?<!i)rr?)|[^aeiouylrsxzcgh']|(?:t|ph|g)h)es$"
        r"|(?<=[aeio])gues?$|ques?$"
        r"|(?<=[aeiouy])(?:[bcdfgkmnprstvz]+|l)es?(?=(?:ly|ful|fully|less|ment|mental|ments|ness|some|time|where|side|work"
        r"|land|ward|man|men|woman|people|keeper|making|maker|house|like|room|ground|front|born|stone|person)s?$)"
        r"|^(?:some|there|where|fore|home|house|wide|face|peace|share|base|space|state|time|safe|fire|life|live|store"
        r"|take|make|care|name|more|white|stake|whole|like|side|trade|grave|table|mile|lime|cheese)"
        r"(?=(?:[^aeiouysrdlnm']|[lmnr](?=[aeiou][^rdn])|st|th|sp|sh|ch)[a-z]{2})|ic(?=ally$)|^every|^even(?=ing)"
    )


@cache
def _apart() -> re.Pattern[str]:
    """Places where vowels that stand together are spoken apart: each match adds one."""
    return re.compile(
        r"(?<![tcsgl])i(?=a)|(?<=[^l]l)i(?=an(?:ce|t))|t(?=ia(?:te|ti|tr))|c(?=ia(?:te|ti))|(?<=l)i(?=a$)"
        r"|(?<![tcsxglnh])i(?=o(?!us?$))|(?<=[^s]h)i(?=o)|(?<![tcxg])i(?=ous)|^[^aeiouy]{1,3}[iy](?=[ao]|e(?:n[ct]|t))"
        r"|(?<![tcsxg])i(?=um|us)|(?<=[^tcfrsghl]i)(?=en(?:ce|t|c))|(?<=.i)(?=et[yae ]|et$|ets$)"
        r"|(?<!pr)(?<!ld)(?<!nt)i(?=e(?:r|st)s?$)"
        r"|(?<![qg])u(?=a[^r]|ar[yi]|en[ct])|u(?=ous|ity|ing$|ist)|e(?=o(?!u|p|n$|r))|e(?=um)|e(?=or[yei])"
        r"|[aeou]y(?=[aeiou])(?!e[sd]?$)|y(?=i)|o(?=ing)|e(?=ing)|i(?=i)|a(?=o)|cre(?=a(?![kms]))|are(?=a)"
        r"|ide(?=a)|rope(?=an)|the(?=at[er])|re(?=ali|act|aff)"
        r"|^re(?=[eiou][^rdi])|^pre(?=[eio])|^co(?=op|or|ex|in|al[ie])|^mc"
        r"|[^aeiouy]sm(?=s?$)|(?<=i)sm(?=s?$)|thm(?=s?$)|[dst]n(?='t$)"
    )


def count_syllables(word: str) -> int:
    """How many syllables `word` has: at least 1; the parts of a hyphenated word are counted one by one."""
    return _count(word[:_LONGEST])


@lru_cache(maxsize=50_000)
def _count(word: str) -> int:
    if "-" in word or "–" in word:
        return max(1, sum(_count(part) for part in re.split("[-–]", word) if part))
    word = word.lower().replace("’", "'")
    if word in mapping("syllables"):
        return int(mapping("syllables")[word])
    if word.endswith("'s"):
        return _count(word[:-2]) + (_SIBILANT.search(word[:-2]) is not None)
    return count_by_rule(word)


def count_by_rule(word: str) -> int:
    """The count by spelling alone; `word` is in lower case."""
    word = _CONTRACTION.sub("", word).removesuffix("'")
    groups = len(_GROUP.findall(word))
    if groups == 0:  # an abbreviation: a syllable a letter, three for w
        return max(1, sum(letter.isalpha() for letter in word) + 2 * word.count("w"))
    return max(1, groups + len(_apart().findall(word)) - len(_silent().findall(word)))
