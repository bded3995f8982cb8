"""Bombs of HTML. The large ones are as long as a page may be."""

from bench.bombs.craft import Bombs

BOMBS = Bombs()
MEGABYTES = 19
SAID = b"<p>The governor of Ornsk denied on Monday that 12 people had been killed at the mill.</p>"
BEGIN = b"<!doctype html><html><head><title>Mill closed</title></head><body><article>" + SAID
END = b"</article></body></html>"


def _add(name: str, unit: bytes, megabytes: float, before: bytes = b"", after: bytes = b"") -> None:
    BOMBS.repeat(name, unit, megabytes, BEGIN + before, after + END)


_add("divs_20000.html", b"<div>", 0.1)
_add("divs_4000000.html", b"<div>", MEGABYTES)
_add("divs_1900.html", b"<div>", 0.0095, after=SAID)
_add("attributes_1000000.html", b' a="b"', 6, b"<p", b">So.</p>")
_add("paragraphs_200000.html", SAID, 18)
_add("short_paragraphs.html", b"<p>So.", MEGABYTES)
_add("angle_brackets.html", b"<", MEGABYTES)
_add("one_paragraph.html", b"The mayor said it was so. ", MEGABYTES, b"<p>", b"</p>")
_add("one_word.html", b"a", MEGABYTES, b"<p>", b"</p>")
_add("ampersands.html", b"&amp;", MEGABYTES, b"<p>", b"</p>")
_add("breaks.html", b"so<br>", MEGABYTES, b"<p>", b"</p>")
_add("inline.html", b"<b>so</b> ", MEGABYTES, b"<p>", b"</p>")
_add("inline_nested.html", b"<b><i>", 0.005, b"<p>", b"so")
_add("links.html", b'<p><a href="/a">So it was</a>', MEGABYTES)
_add("cells.html", b"<td>so", MEGABYTES, b"<table><tr>")
_add("tables.html", b"<table><tr><td>", 0.02)
_add("lists.html", b"<ul><li>so", 0.01)
_add("metas.html", b'<meta name="author" content="Ana Teller">', MEGABYTES)
_add("times.html", b'<time datetime="2026-03-02T07:15:00Z">2 March</time>', MEGABYTES)
_add("comments.html", b"<!--", MEGABYTES)
_add("comment_each.html", b"<p>so<!-- a -->", MEGABYTES)
_add("hidden.html", b'<p hidden>So.</p><p style="display:none">So.</p>', MEGABYTES)
_add("json.html", b"[", MEGABYTES, b'<script type="application/ld+json">', b"</script>")
_add(
    "json_articles.html",
    b'{"@type":"NewsArticle","headline":"So","author":{"name":"Ana Teller"}},',
    MEGABYTES,
    b'<script type="application/ld+json">[',
    b"{}]</script>",
)
_add("styles.html", b"p{display:none}", MEGABYTES, b"<style>", b"</style>")
_add("bylines.html", b"<p class=byline>By Ana Teller and Ivo Tarn, 2 March 2026</p>", MEGABYTES)
BOMBS.repeat("only_spaces.html", b" ", MEGABYTES, b"<html><body>")
BOMBS.repeat("too_large.html", b"<p>So.", 200, BEGIN)
BOMBS.repeat("title.html", b"Mill closed ", MEGABYTES, b"<html><head><title>", b"</title><p>So.")
