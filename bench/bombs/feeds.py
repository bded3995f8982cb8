"""Bombs of feeds."""

from pathlib import Path

from bench.bombs.craft import Bombs
from bench.bombs.office import LAUGHS

BOMBS = Bombs()
RSS = b'<rss version="2.0"><channel><title>Ornsk Times</title>'
END = b"</channel></rss>"
ITEM = b"<item><title>So</title><description>%b</description></item>"
SAID = b"The governor of Ornsk denied on Monday that 12 people had been killed at the mill."


@BOMBS.add("laughs.rss")
def laughs(path: Path) -> None:
    """A billion laughs."""
    path.write_bytes(b'<?xml version="1.0"?>' + LAUGHS + RSS + ITEM % b"&a9;" + END)


@BOMBS.add("external.rss")
def external(path: Path) -> None:
    """An entity that is a file of the machine."""
    kind = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    path.write_bytes(b'<?xml version="1.0"?>' + kind + RSS + ITEM % (SAID + b"&a;") + END)


BOMBS.repeat("items_1000000.rss", ITEM % b"So.", 56, RSS, END)
BOMBS.repeat("items_allowed.rss", ITEM % b"So.", 19, RSS, END)
BOMBS.repeat("entries_allowed.rss", ITEM % (SAID * 3), 19, RSS, END)
BOMBS.repeat("deep.rss", b"<item>", 19, RSS)
BOMBS.repeat(
    "one_entry.rss", SAID, 19, RSS + b"<item><description>", b"</description></item>" + END
)
BOMBS.repeat("entities.rss", b"&amp;lt;", 19, RSS + b"<item><description>")
BOMBS.repeat("angle_brackets.rss", b"<", 19, RSS + b"<item><description>")
BOMBS.repeat("attributes.rss", b' a="b"', 19, RSS + b"<item", b"/>" + END)
BOMBS.repeat("cdata.rss", b"<![CDATA[", 19, RSS + b"<item><description>")
BOMBS.repeat("declarations.rss", b"<!ENTITY a 'b'>", 19, b"<!DOCTYPE x [", b"]>" + RSS + END)
FEED = b'{"version": "https://jsonfeed.org/version/1.1", "title": "So", "items": ['
BOMBS.repeat("items.json", b'{"id": "1", "content_text": "So."},', 19, FEED, b"{}]}")
BOMBS.repeat("deep.json", b"[", 19, FEED)
