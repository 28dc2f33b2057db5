"""The report shows everything, runs nothing and loads nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from docscan import Document
from docscan.records import Failure
from docscan.renderers.html import Mark, page, portray, segments

TEXT = "“We spent $5 million,” said Anna Berg of <b>Acme</b> & Sons.\n\n“No,” Berg added.\n"


def whole(*documents: Document) -> str:
    return "".join(page([portray(d) for d in documents], [Failure("gone<x>.txt", "not-found", "no such file")]))


def test_overlapping_marks_are_cut_at_every_boundary() -> None:
    """Segments follow each other without gap or overlap, each under all its marks."""
    marks = [Mark(0, 6, "quote", "q", "Q"), Mark(3, 9, "name", "n", "N"), Mark(3, 4, "figure", "f", "F")]
    found = list(segments("abcdefghij", marks))
    assert [(s.text, s.layers, s.anchors) for s in found] == [
        ("abc", "quote", ("q",)),
        ("d", "quote name figure", ("n", "f")),
        ("ef", "quote name", ()),
        ("ghi", "name", ()),
        ("j", "", ()),
    ]


class Page(HTMLParser):
    """What a browser would see: tags in order, ids, links, and the text of the first article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.article = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        for name, value in attributes:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(str(value))
            if name in {"href", "src"}:
                self.links.append(str(value))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.article += data


def test_page_is_sound_and_complete() -> None:
    """Every element closes, ids are unique, every link leads to one, and the text is there to the letter."""
    seen = Page(whole(Document(TEXT, path="a&b.txt"), Document(TEXT, path="c.txt")))
    assert seen.open == []
    assert len(seen.ids) == len(set(seen.ids))
    assert seen.links and {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    assert all(link.startswith("#") for link in seen.links)
    assert seen.article == TEXT * 2


def test_page_may_not_run_or_load_anything() -> None:
    """There is no script, and the policy forbids everything but the page's own style."""
    html = whole(Document("<script>alert(1)</script> “\x1b[31m” said <img src=x onerror=y>.", path="<svg onload=x>"))
    assert "script" not in Page(html).tags and "img" not in Page(html).tags and "svg" not in Page(html).tags
    assert re.search(r"default-src 'none'; style-src 'sha256-[\w+/=]+'", html)
    assert "\x1b" not in html
    assert "gone&lt;x&gt;.txt" in html


def test_speakers_names_and_figures_are_listed() -> None:
    """The tables name who spoke, who is named and which figures there are."""
    html = whole(Document(TEXT, path="a.txt"))
    aside = html[html.index("<aside>") :]
    assert "Anna Berg" in aside and "$5 million" in aside and "Who says what" in aside


@pytest.mark.parametrize("text", ["", "\n", "no findings here"])
def test_document_without_findings_is_a_page_too(text: str) -> None:
    """Nothing found is said so."""
    assert "Nobody is quoted." in whole(Document(text, path="a.txt"))
