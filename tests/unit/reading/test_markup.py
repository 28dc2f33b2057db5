"""Markdown and HTML are blanked in place."""

from __future__ import annotations

import pytest

from docscan.reading.markup import mask


def shown(text: str, kind: str) -> str:
    """The masked text with runs of blanks as one, to compare what is left to read."""
    masked = mask(text, kind)
    assert len(masked) == len(text)
    paragraphs = [" ".join(part.split()) for part in masked.split("\n\n")]
    return "|".join(part for part in paragraphs if part)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# A *plain* title\n\nBody __strong__ text.", "A plain title|Body strong text."),
        ("Setext\n======\n\nBody", "Setext|Body"),
        ('See [the report](https://example.org/a_(b) "T") now.', "See the report now."),
        ("See [the report][r] and [r].\n\n[r]: https://example.org", "See the report and r ."),
        ("He [sic] said so [1].", "He [sic] said so [1]."),
        ("Before ![an image](x.png) after", "Before after"),
        ("Use `code “x”` here, and ``a ` b`` there.", "Use here, and there."),
        ("```\ncode “block”\n```\n\nText", "Text"),
        ("    indented code\n\nText", "Text"),
        ("> “Quoted\n> words,”\n> he said.", "“Quoted words,” he said."),
        ("- one\n- two\n  goes on\n\n1. first", "- one - two goes on|1. first"),
        (r"Not \*emphasis\* and 2 * 3 and snake_case_word", "Not *emphasis * and 2 * 3 and snake_case_word"),
        ("Wrapped\nlines are\none paragraph.", "Wrapped lines are one paragraph."),
        ("&ldquo;Hi&rdquo; &amp; caf&eacute;", "“Hi” & caféééééééé"),
        ("A <b>bold</b> word<!-- gone --> here", "A bold word here"),
        ("<div>\nblock <i>of</i> HTML\n</div>\n\nText", "block of HTML|Text"),
        ("---\ntitle: x\n---\n\nText", "Text"),
        ("| a | b |\n|---|---|\n| one | two |", "a b one two"),
        ("<https://example.org> and text", "and text"),
        ("[x]: https://example.org 'T'\n\nText", "Text"),
    ],
)
def test_markdown_leaves_the_words(source: str, words: str) -> None:
    """Marks, code, targets, images and comments are blank; the words stand."""
    assert shown(source, "markdown") == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>One</p><p>Two\nlines</p>", "One|Two lines"),
        ("<title>T</title><script>var a = '<p>no</p>';</script><style>p{}</style><p>Yes</p>", "Yes"),
        ("<p class=\"a>b\" title='x'>In</p>", "In"),
        ("<p>&ldquo;Hi,&rdquo; she said.</p>", "“Hi,” she said."),
        ("<p>&quot;Hi&quot; &#8217;n&#x2019; AT&amp;T</p>", '"Hi" ’n’ AT& T'),
        ("3 < 4 and 5 > 2, a <- b", "3 < 4 and 5 > 2, a <- b"),
        ("<!-- <p>gone</p> -->left", "left"),
        ("<!doctype html><?xml x?><body>x</body>", "x"),
        ("one<br>two<BR/>three", "one two three"),
        ("<h1>Head</h1>Body<hr>More", "Head|Body|More"),
        ("<p>unclosed &nosuch; &amp <b>x", "unclosed &nosuch; &amp x"),
        ("<script>never closed <p>x", ""),
        ("<SCRIPT>x</SCRIPT >y", "y"),
        ('<a title="it\'s>">x</a>', "x"),
        ("<svg><text>no</text></svg>yes", "yes"),
    ],
)
def test_html_leaves_the_words(source: str, words: str) -> None:
    """Tags, attributes, comments, scripts and styles are blank; the words stand, blocks apart."""
    assert shown(source, "html") == words


def test_words_stay_where_they_are() -> None:
    """Every word of the masked copy stands at its place in the source."""
    source = "<p>The <em>quick</em> fox</p>"
    masked = mask(source, "html")
    for word in ("The", "quick", "fox"):
        assert masked.index(word) == source.index(word)


def test_preformatted_lines_stay_lines() -> None:
    """Line breaks count inside <pre>, and nowhere else."""
    assert mask("<pre>a\nb</pre>c\nd", "html").endswith("c d")
    assert "a\nb" in mask("<pre>a\nb</pre>c\nd", "html")


def test_letter_reference_keeps_its_word_in_one_piece() -> None:
    """A letter fills the place of its reference, so that the name around it has one span."""
    masked = mask("Linkevi&#269;ius", "html")
    assert masked.isalpha()


@pytest.mark.parametrize("kind", ["markdown", "html"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_move_anything(kind: str, newline: str) -> None:
    """The mask is as long as its text under every line end."""
    source = f"# T{newline}{newline}a *b*{newline}c `d`{newline}{newline}- e{newline}- f{newline}"
    assert len(mask(source, kind)) == len(source)
