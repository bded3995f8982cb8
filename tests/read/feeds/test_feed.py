"""Feeds: each entry with a text is a report, and what has none is counted."""

import hashlib
import io
import json

import pytest

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind
from sayso.read.feeds.feed import begins_like_feed, read_feed
from sayso.read.reader import Material
from sayso.read.reports import setting_for
from tests.read.mail.reading import Read, check_against, check_places, read_bytes

SAID = "The army said on Monday that the bridge at Selm Ferry was closed."
DENIED = "The rebels denied that they had shelled it."
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(*items: str, version: str = "2.0") -> bytes:
    listed = "".join(f"<item>{one}</item>" for one in items)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!-- ours -->\n<rss version="{version}" {SPACES}><channel>'
        f"<title>Orrin Courier</title><link>https://courier.example</link>{listed}</channel></rss>"
    ).encode()


def atom(*entries: str) -> bytes:
    listed = "".join(f"<entry>{one}</entry>" for one in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Sella Watch</title>{listed}</feed>'.encode()


def in_feed(data: bytes, name: str = "f.xml") -> Read:
    """What the reader makes of a feed, in this process."""
    read = Read()
    setting = setting_for(read.problems.append, read.notes.append, places=True)
    try:
        for reading in read_feed(Material(name, io.BytesIO(data), data[:4096]), setting):
            check_places(reading)
            read.readings.append(reading)
    except UnreadableInput as problem:
        read.problems.append(problem)
    return read


FULL = f"""<title>Bridge &amp;amp; ferry closed</title><link>https://courier.example/1</link>
<guid isPermaLink="false">id-1</guid><pubDate>Mon, 02 Mar 2026 08:15:00 +0100</pubDate>
<dc:creator>By Ana Téller and Rufus Okada</dc:creator><category>World</category><category>War</category>
<description>Less.</description>
<content:encoded><![CDATA[<p>{SAID}</p><p>The <b>reb</b>els denied&nbsp;it&hellip;</p>
<p>The post <a href="x">Bridge</a> appeared first on <a>Courier</a>.</p>]]></content:encoded>"""


def test_an_entry_with_its_content() -> None:
    data = rss(FULL)
    read = in_feed(data)
    assert (read.problems, read.notes) == ([], [])
    (reading,) = read.readings
    one = reading.document
    assert one.name == "f.xml:id-1"
    assert one.text == f"{SAID}\n\nThe rebels denied\u00a0it…"
    assert one.title == "Bridge & ferry closed"
    assert (one.outlet, one.byline) == ("Orrin Courier", "Ana Téller, Rufus Okada")
    assert (one.url, one.section) == ("https://courier.example/1", "World")
    assert one.published == "2026-03-02T08:15:00+01:00"
    assert [(date.words, date.field) for date in one.dates] == [
        ("Mon, 02 Mar 2026 08:15:00 +0100", "pubDate")
    ]
    assert [out.words for out in one.left_out] == ["The post Bridge appeared first on Courier."]
    assert one.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert {piece.place.part for piece in reading.source.pieces} == {"id-1"}


def test_it_is_read_in_a_process_of_its_own() -> None:
    read = read_bytes(rss(FULL, "<title>Only a title</title>"), "feed.rss")
    assert read.names == ["feed.rss:id-1"]
    assert read["feed.rss:id-1"].document.format == "feed"
    assert read["feed.rss:id-1"].source.pieces
    assert "1 of its 2 entries have no text" in read.problems[0].what


def test_headlines_without_text_are_one_problem() -> None:
    read = in_feed(
        rss(*[f"<title>Headline {n}</title><link>https://x.example/{n}</link>" for n in range(50)])
    )
    assert read.readings == []
    (problem,) = read.problems
    assert "50 of its 50 entries have no text" in problem.what
    assert "Save the pages" in problem.remedy


def test_descriptions_are_told_in_one_note() -> None:
    one = f"<guid>a</guid><description>{SAID}&lt;br/&gt;&lt;a href='x'&gt;Read more&lt;/a&gt;</description>"
    two = f"<guid>b</guid><description>{SAID} [&#8230;]</description>"
    read = in_feed(rss(FULL, one, two))
    assert read.names == ["f.xml:id-1", "f.xml:a", "f.xml:b"]
    assert read.text("f.xml:a") == SAID
    assert [note.what for note in read.notes] == [
        "2 of its 3 entries have only a description, which may be less than the report"
    ]


@pytest.mark.parametrize(
    ("item", "published", "modified"),
    [
        ("<pubDate>Mon, 02 Mar 2026 08:15:00 EST</pubDate>", "2026-03-02", None),
        ("<pubDate>2026-03-02 08:15</pubDate>", "2026-03-02", None),
        ("<pubDate>Mon, 02 Mar 2026 08:15:00 GMT</pubDate>", "2026-03-02T08:15:00+00:00", None),
        ("<pubDate>02/03/2026</pubDate>", None, None),
        ("<dc:date>2026-03-02T08:15:00+01:00</dc:date>", "2026-03-02T08:15:00+01:00", None),
        ("", None, None),
    ],
)
def test_dates_of_rss(item: str, published: str | None, modified: str | None) -> None:
    (reading,) = in_feed(rss(f"{item}<description>{SAID}</description>")).readings
    assert (reading.document.published, reading.document.modified) == (published, modified)
    assert len(reading.document.dates) == bool(item)


def test_a_change_is_no_publication() -> None:
    content = f'<content type="html">&lt;p>{SAID}&lt;/p></content>'
    entry = f"<id>tag:x</id><updated>2026-03-02T08:15:00Z</updated>{content}"
    (reading,) = in_feed(atom(entry)).readings
    assert (reading.document.published, reading.document.modified) == (None, "2026-03-02T08:15:00Z")
    assert [one.kind for one in reading.document.dates] == [DateKind.MODIFIED]
    both = f"<published>2026-03-01T08:15:00Z</published>{entry}"
    (reading,) = in_feed(atom(both)).readings
    assert reading.document.published == "2026-03-01T08:15:00Z"


def test_atom_with_markup_inside() -> None:
    entry = f"""<id>tag:sella.example,2026:1</id><title type="html">The &lt;i&gt;dam&lt;/i&gt; burst</title>
    <author><name>Ana Teller</name></author><link href="https://sella.example/1"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SAID}</p><p>A <b>se</b>cond one.</p></div></content>"""
    (reading,) = in_feed(atom(entry)).readings
    one = reading.document
    assert one.text == f"{SAID}\n\nA second one."
    assert (one.title, one.byline, one.outlet) == ("The dam burst", "Ana Teller", "Sella Watch")
    assert one.name == "f.xml:tag:sella.example,2026:1"


def test_rdf_and_old_rss() -> None:
    rdf = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="x"><title>Orn Weekly</title></channel>
    <item rdf:about="https://orn.example/1"><title>Dam</title><description>{SAID}</description>
    <dc:date>2026-03-02</dc:date></item></rdf:RDF>"""
    (reading,) = in_feed(rdf.encode()).readings
    assert reading.document.outlet == "Orn Weekly"
    assert reading.document.published == "2026-03-02"
    doctype = (
        b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        b'"http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    )
    old = doctype + rss(f"<description>{SAID}</description>", version="0.91").split(b"?>", 1)[1]
    assert begins_like_feed(old)
    assert [one.document.text for one in in_feed(old).readings] == [SAID]


def test_the_source_of_an_entry_is_its_outlet() -> None:
    item = (
        f'<description>{SAID}</description><source url="https://o.example/f">Orrin Herald</source>'
    )
    (reading,) = in_feed(rss(item)).readings
    assert reading.document.outlet == "Orrin Herald"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<author>ana@x.example (Ana Teller)</author>", "Ana Teller"),
        ("<author>ana@x.example</author>", None),
        ("<dc:creator>Newsroom</dc:creator>", None),
        ("<dc:creator>Orrin Courier</dc:creator>", None),
        ("<dc:creator>Reuters</dc:creator>", None),
        (
            "<dc:creator>Ana Teller</dc:creator><dc:creator>Rufus Okada</dc:creator>",
            "Ana Teller, Rufus Okada",
        ),
    ],
)
def test_only_persons_are_in_the_byline(author: str, byline: str | None) -> None:
    (reading,) = in_feed(rss(f"{author}<description>{SAID}</description>")).readings
    assert reading.document.byline == byline


def test_plain_descriptions_keep_their_paragraphs() -> None:
    body = f"{SAID}\n\n{DENIED}  \n  And a line."
    read = in_feed(rss(f"<guid>a</guid><description>{body}</description>"))
    assert read.text("f.xml:a") == f"{SAID}\n\n{DENIED}\nAnd a line."
    check_against(read["f.xml:a"], "a", body)


def test_entries_with_one_id_keep_apart() -> None:
    item = f"<guid>a\u202eb</guid><description>{SAID}</description>"
    read = in_feed(rss(item, item, f"<description>{DENIED}</description>"))
    assert read.names == ["f.xml:a b", "f.xml:a b (2)", "f.xml:3"]


def test_sound_and_film_are_told() -> None:
    podcast = (
        f'<description>{SAID}</description><enclosure url="a.mp3" type="audio/mpeg" length="1"/>'
    )
    assert "sound recordings or films" in in_feed(rss(podcast)).notes[0].what
    video = (
        '<yt:videoId xmlns:yt="http://www.youtube.com/xml/schemas/2015">x</yt:videoId>'
        f'<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:description>{SAID}</media:description></media:group>'
    )
    assert "sound recordings or films" in in_feed(atom(video)).notes[0].what


def json_feed(*items: object) -> bytes:
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Orn Wire", "items": items}).encode()


def test_json_feed() -> None:
    html = {
        "id": 7,
        "title": "Dam & bridge",
        "content_html": f"<p>{SAID}</p><p>{DENIED}</p>",
        "url": "https://orn.example/7",
        "date_published": "2026-03-02T08:15:00+01:00",
        "authors": [{"name": "Ana Teller"}],
        "tags": ["World"],
    }
    plain = {"id": "b", "content_text": f"{SAID}\n\n{DENIED}", "author": {"name": "Rufus Okada"}}
    read = read_bytes(
        json_feed(html, plain, {"id": "c"}, None, {"id": "d", "summary": SAID}), "f.json"
    )
    assert read.names == ["f.json:7", "f.json:b", "f.json:d"]
    one = read["f.json:7"].document
    assert one.text == read.text("f.json:b") == f"{SAID}\n\n{DENIED}"
    assert (one.title, one.byline, one.section) == ("Dam & bridge", "Ana Teller", "World")
    assert (one.outlet, one.published) == ("Orn Wire", "2026-03-02T08:15:00+01:00")
    assert read["f.json:b"].document.byline == "Rufus Okada"
    assert "1 of its 4 entries have only a description" in read.notes[0].what


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "broken JSON"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "no entries"),
        (rss(), "no entries"),
        (b"<?xml version='1.0'?><nitf><body>x</body></nitf>", "no feed that sayso knows"),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, what: str) -> None:
    (problem,) = in_feed(data).problems
    assert what in problem.what


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (b"<rss version='2.0'>", True),
        (
            b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<?xml-stylesheet href='a.xsl'?><!-- x --><rss>",
            True,
        ),
        ('\ufeff<?xml version="1.0"?><feed xmlns="x">'.encode("utf-16-le"), True),
        (b"<rdf:RDF xmlns:rdf='x'>", True),
        (b"<html><body><rss>", False),
        (b"<?xml version='1.0'?><sitemap>", False),
        (b"The <rss> element", False),
        (b"<feedback>", False),
    ],
)
def test_a_feed_is_known_by_how_it_opens(begin: bytes, expected: bool) -> None:
    assert begins_like_feed(begin) is expected
