"""One small report in every format that sayso reads, made from nothing but bytes."""

import csv
import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Iterable
from html import escape

TITLE = "Shells fall on Ormley market"
OUTLET = "Tarn Herald"
BYLINE = "Marta Oule"
PUBLISHED = "2031-05-04T08:15:00+02:00"
MAIL_DATE = "Sun, 04 May 2031 08:15:00 +0200"
URL = "https://tarnherald.example/2031/05/04/ormley"
PARAGRAPHS = (
    "Shells fell on the market of Ormley on Sunday morning and killed at least 12 people, the "
    "mayor of the town said.",
    "“They fired from the ridge,” the mayor, Petra Holm, told reporters beside the well. She said "
    "that another 30 people had been injured.",
    "The army denied that it had fired on the town. A spokesman for the army, Major Owen Strand, "
    "said that no shell had left the barracks since Friday.",
    "According to the rescue service, nine of the dead were traders. Two witnesses said that they "
    "had seen flashes on the ridge before the first shell fell.",
    "The Ridge Front said that it had no guns in the valley, and accused the army of lying about "
    "the barracks.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def plain() -> bytes:
    """The text alone."""
    return TEXT.encode()


def page(paragraphs: Iterable[str] = PARAGRAPHS) -> bytes:
    """A saved page with menus around the article."""
    linked = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": PUBLISHED,
        "author": {"@type": "Person", "name": BYLINE},
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
    body = "".join(f"<p>{escape(one, quote=False)}</p>\n" for one in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{TITLE}</title>"
        f"<meta property='og:site_name' content='{OUTLET}'><link rel='canonical' href='{URL}'>"
        f"<script type='application/ld+json'>{json.dumps(linked)}</script></head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><main><article>"
        f"<h1>{TITLE}</h1><p class='byline'>By {BYLINE}</p>{body}</article></main>"
        f"<footer><p>© 2031 {OUTLET}</p></footer></body></html>"
    ).encode()


def markdown() -> bytes:
    """The article with a heading."""
    return f"# {TITLE}\n\n{TEXT}\n".encode()


def csv_table() -> bytes:
    """A table with one article."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["title", "outlet", "author", "published", "url", "text"])
    writer.writerow([TITLE, OUTLET, BYLINE, PUBLISHED, URL, TEXT])
    return out.getvalue().encode()


def json_articles() -> bytes:
    """A list of one article, as interfaces to news give it."""
    one = {"title": TITLE, "source": {"name": OUTLET}, "author": BYLINE, "url": URL}
    return json.dumps({"articles": [{**one, "publishedAt": PUBLISHED, "content": TEXT}]}).encode()


def json_lines() -> bytes:
    """One line with one report."""
    head = {"title": TITLE, "outlet": OUTLET, "byline": BYLINE, "url": URL, "published": PUBLISHED}
    return json.dumps({"name": "ormley", "text": TEXT, **head}).encode() + b"\n"


def rss() -> bytes:
    """A feed with the whole text of one entry."""
    body = escape("".join(f"<p>{one}</p>" for one in PARAGRAPHS))
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        f"<title>{OUTLET}</title><link>https://tarnherald.example/</link><description>News</description>"
        f"<item><title>{TITLE}</title><link>{URL}</link><dc:creator>{BYLINE}</dc:creator>"
        f"<pubDate>{MAIL_DATE}</pubDate><description>Shells fell.</description>"
        f"<content:encoded>{body}</content:encoded></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    """An Atom feed with the whole text of one entry."""
    body = escape("".join(f"<p>{one}</p>" for one in PARAGRAPHS))
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<title>{OUTLET}</title><id>urn:tarn</id><updated>{PUBLISHED}</updated>"
        f"<entry><title>{TITLE}</title><id>{URL}</id><link href='{URL}'/>"
        f"<author><name>{BYLINE}</name></author><published>{PUBLISHED}</published>"
        f"<updated>{PUBLISHED}</updated><content type='html'>{body}</content></entry></feed>"
    ).encode()


def json_feed() -> bytes:
    """A JSON Feed with one item."""
    item = {"id": URL, "url": URL, "title": TITLE, "content_text": TEXT}
    item |= {"date_published": PUBLISHED}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": OUTLET}
    return json.dumps({**feed, "items": [{**item, "authors": [{"name": BYLINE}]}]}).encode()


def mail() -> bytes:
    """A mail with the article as plain text."""
    head = (
        f"From: {BYLINE} <marta@tarnherald.example>\r\nTo: desk@plumbline.example\r\n"
        f"Subject: {TITLE}\r\nDate: {MAIL_DATE}\r\nMessage-ID: <1@tarnherald.example>\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return (head + TEXT.replace("\n", "\r\n") + "\r\n").encode()


def mbox() -> bytes:
    """A mailbox with one mail."""
    return b"From marta@tarnherald.example Sun May  4 06:15:00 2031\n" + mail().replace(
        b"\r\n", b"\n"
    )


def mhtml() -> bytes:
    """A page as a browser saves it in one file."""
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {URL}\r\nSubject: {TITLE}\r\n"
        "Date: Sun, 4 May 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----edge"\r\n\r\n\r\n'
        "------edge\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: binary\r\nContent-Location: {URL}\r\n\r\n"
    ).encode() + (page() + b"\r\n------edge--\r\n")


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 5, 4, 8, 0, 0)), data)
    return out.getvalue()


def docx(paragraphs: Iterable[str] = PARAGRAPHS) -> bytes:
    """A document of a word processor."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(one, quote=False)}</w:t></w:r></w:p>'
        for one in paragraphs
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
            ).encode(),
            "_rels/.rels": relations("officeDocument", "word/document.xml"),
            "word/document.xml": (
                f'<?xml version="1.0"?><w:document {space}><w:body>{title}{body}</w:body></w:document>'
            ).encode(),
        }
    )


def relations(kind: str, target: str) -> bytes:
    """The relations of an office file, with one target."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{base}/{kind}" Target="{target}"/></Relationships>'
    ).encode()


def xlsx() -> bytes:
    """A workbook with one article."""
    rows = (
        ("title", "outlet", "author", "published", "url", "text"),
        (TITLE, OUTLET, BYLINE, PUBLISHED, URL, TEXT),
    )
    cells = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{"ABCDEF"[column]}{number}" t="inlineStr"><is><t xml:space="preserve">'
            f"{escape(value, quote=False)}</t></is></c>"
            for column, value in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    related = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return zipped(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{base}.sheet.main+xml"/>'
                '<Override PartName="/xl/worksheets/sheet1.xml" '
                f'ContentType="{base}.worksheet+xml"/></Types>'
            ).encode(),
            "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
            "xl/workbook.xml": (
                f'<workbook {space} {related}><sheets><sheet name="Articles" sheetId="1" '
                'r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/worksheets/sheet1.xml": (
                f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>"
            ).encode(),
        }
    )


def pdf(paragraphs: Iterable[str] = PARAGRAPHS, width: int = 84) -> bytes:
    """A PDF of one page, its title large, its paragraphs in lines of at most `width` characters."""
    shown = [f"/F1 18 Tf 72 760 Td ({_pdf_text(TITLE)}) Tj"]
    down = 36
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, width, break_on_hyphens=False):
            shown.append(f"/F1 11 Tf 0 -{down} Td ({_pdf_text(line)}) Tj")
            down = 14
        down = 28
    stream = ("BT " + "\n".join(shown) + " ET").encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return bytes(out)


def _pdf_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def warc() -> bytes:
    """A web archive with one answer of a server."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\n"
        "WARC-Date: 2031-05-04T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:5f4a1d9e-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def warc_gz() -> bytes:
    """The same archive, each record packed."""
    return gzip.compress(warc(), mtime=0)


def wacz() -> bytes:
    """A web archive with a list of its pages."""
    pages = '{"format":"json-pages-1.0","id":"pages","title":"All pages"}\n'
    listed = {"url": URL, "title": TITLE, "ts": "2031-05-04T10:00:00Z", "id": "1"}
    return zipped(
        {
            "archive/data.warc.gz": warc_gz(),
            "pages/pages.jsonl": (pages + json.dumps(listed) + "\n").encode(),
            "datapackage.json": b'{"profile": "data-package", "resources": []}',
        }
    )


def vtt() -> bytes:
    """Subtitles with the article, a cue for each paragraph."""
    cues = [
        f"00:00:{10 * number:02}.000 --> 00:00:{10 * number + 9:02}.000\n{paragraph}\n"
        for number, paragraph in enumerate(PARAGRAPHS)
    ]
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def srt() -> bytes:
    """Subtitles in the other format."""
    cues = [
        f"{number + 1}\n00:00:{10 * number:02},000 --> 00:00:{10 * number + 9:02},000\n{paragraph}\n"
        for number, paragraph in enumerate(PARAGRAPHS)
    ]
    return "\n".join(cues).encode()


def link() -> bytes:
    """A file that only points to an address."""
    return f"[InternetShortcut]\r\nURL={URL}\r\n".encode()


def webloc() -> bytes:
    """The same, as another system writes it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>URL</key>'
        f"<string>{URL}</string></dict></plist>"
    ).encode()


def samples() -> dict[str, bytes]:
    """A file of each format, by its name. Those of `NOT_READ` hold no report."""
    return {
        "atom.xml": atom(),
        "document.docx": docx(),
        "feed.json": json_feed(),
        "gzip.html.gz": gzip.compress(page(), mtime=0),
        "json.json": json_articles(),
        "lines.jsonl": json_lines(),
        "mail.eml": mail(),
        "mailbox.mbox": mbox(),
        "markdown.md": markdown(),
        "page.html": page(),
        "page.mhtml": mhtml(),
        "portable.pdf": pdf(),
        "rss.xml": rss(),
        "subtitles.srt": srt(),
        "subtitles.vtt": vtt(),
        "table.csv": csv_table(),
        "table.xlsx": xlsx(),
        "text.txt": plain(),
        "web.wacz": wacz(),
        "web.warc": warc(),
        "web.warc.gz": warc_gz(),
        "zip.zip": zipped({"one.html": page()}),
        **NOT_READ,
    }


NOT_READ = {
    "link.url": link(),
    "link.webloc": webloc(),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40),
}
