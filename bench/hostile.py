"""Texts that cost much to read: one thing over and over, up to any length.

`{n}` in a unit stands for a number that goes up with every repetition. A pattern whose name ends in
" as HTML" is a page, all others are plain text.
"""

UNITS = {
    # Punctuation and odd characters.
    "double quotation marks": '"',
    "single quotation marks": "'",
    "curly quotation marks opened": "“",
    "curly quotation marks closed": "“a” ",
    "quotation marks of several kinds": "\"'“‘«„",
    "quotations opened before a word": '"yes ',
    "quotations opened and never closed": "“We did it, the mayor said. ",
    "round brackets": "(",
    "brackets of several kinds": "([{)]}",
    "parentheses with numbers": "(84) ",
    "commas": ",",
    "semicolons": "yes; ",
    "dashes": "—",
    "hyphens": "well-",
    "dots": ".",
    "ellipses": "so… ",
    "apostrophes": "d'o'",
    "exclamation marks": "No! ",
    "slashes": "and/or/",
    "combining marks": "e\u0301\u0323\u0302",
    "Chinese characters": "市長は橋が閉鎖されたと述べた。",
    "Arabic words": "قال العمدة إن الجسر مغلق. ",
    "emoji": "👩‍👩‍👧‍👦🔥",
    "right-to-left marks": "a\u202e\u200fb\u202c ",
    "no-break spaces": "he\u00a0said\u00a0",
    "zero-width characters": "a\u200b\u200d\ufeff",
    "tabs": "the mayor said\t",
    "line ends": "\n",
    "carriage returns and line feeds": "The mayor denied it.\r\n",
    "one letter and a space": "a ",
    "one long word": "a",
    "one long sentence of capitals": "THE MAYOR OF ORNSK ",
    # Numbers, dates and names.
    "digits": "7",
    "numbers": "84 ",
    "numbers with commas": "1,234,",
    "numbers in words": "one hundred ",
    "ranges": "20 to 30, ",
    "ranges of killed": "between 20 and 30 people were killed, ",
    "killed": "84 killed ",
    "killed and injured": "84 killed, 20 injured. ",
    "a growing toll": "The death toll in Ornsk rose to {n}, the ministry said. ",
    "corrections": "The mayor said 31 people were killed, down from 35. ",
    "days": "on 4 May 2031 ",
    "months": "May, June, July ",
    "weekdays": "on Monday, ",
    "times of a live blog": "14:35 - Two people were killed in Ornsk.\n",
    "places": "in Paris, London, Kyiv, ",
    "names": "John Smith and Mary Jones, ",
    "many different names": "Anna Velda{n} met Boris Korin{n}. ",
    "roles": "spokesman for the ministry of ",
    "abbreviations": "Dr. Gen. U.S. ",
    "outlets in brackets": "(Reuters) - ",
    "addresses of pages": "https://example.org/a?b=c&d=e ",
    "addresses of mail": "a.b@example.org, ",
    # Speech.
    "he said that": "he said that ",
    "he told her that they": "he told her that they ",
    "pronouns": "he she they it ",
    "according to": "according to the ministry, ",
    "said": "said ",
    "said and denied": "The mayor said the bridge was closed. The ministry denied that. ",
    "denied that killed": "The ministry denied that 84 were killed. ",
    "alleged, reportedly": "allegedly reportedly apparently ",
    "not": "did not say that it was not ",
    "speakers in turn": "Anna Velda said it was true. Boris Korin denied that it was true. ",
    "quotations": "“We closed the bridge,” the mayor said. ",
    "long transcript": "well i think that they said we would go there and then nobody came and so "
    "the people who were there told us they had seen it ",
    "questions and answers": "Q: Did you fire? A: We did not fire, the general said.\n",
    "events": "Gunmen opened fire and killed him, bombed it, attacked. ",
    "events of many days": "On {n} May an explosion killed 3 people in Ornsk. ",
    "credits": "Reporting by Reuters, AP and AFP. ",
    "an outlet that is cited": "The Ornsk Times reported that the bridge was closed, Reuters said. ",
    "one paragraph again and again": "The Korvan army shelled the market in Ornsk on Monday, killing "
    "at least 12 people, the governor said. The army denied it. “We did not fire,” a spokesman said."
    "\n\n",
    "many different claims": "The mayor said bridge {n} was closed by flood {n} near gate {n}. ",
    # What looks like the parts of a page.
    "headings": "# The bridge\n\n",
    "bullet lists": "- the mayor said so\n",
    "a table as text": "| Ornsk | 84 killed | 4 May |\n",
    "tags as text": "<b>said</b> ",
    "characters to escape": '&<"',
    # Pages.
    "paragraphs as HTML": "<p>The mayor said that 84 were killed.</p>",
    "line breaks as HTML": "The mayor said so.<br>",
    "entities as HTML": "&amp;&lt;&quot;",
    "numeric entities as HTML": "&#8220;&#233;",
    "attributes as HTML": ' a{n}="b"',
    "attributes of many elements as HTML": '<b id="a" class="b" style="c">so</b> ',
    "nested elements as HTML": "<div>",
    "nested inline elements as HTML": "<b><i>so ",
    "links as HTML": '<a href="https://example.org/">the mayor said</a> ',
    "table cells as HTML": "<td>84 killed</td>",
    "table rows as HTML": "<tr><td>Ornsk</td><td>84 killed</td></tr>",
    "list items as HTML": "<li>the mayor said so",
    "nested lists as HTML": "<ul><li>so",
    "headings as HTML": "<h2>The mayor said so</h2><p>84 killed.</p>",
    "images as HTML": '<figure><img alt="84 killed"><figcaption>So.</figcaption></figure>',
    "comments as HTML": "<!-- a -->",
    "comments opened as HTML": "<!--",
    "scripts as HTML": "<script>var a = 1;</script>",
    "metadata as HTML": '<meta property="og:title" content="The bridge">',
    "brackets as HTML": "<",
}

LEAD = "The governor of Ornsk province said on Monday that the bridge was closed. "
PAGE_FROM = f"<html><head><title>The bridge</title></head><body><article><p>{LEAD}</p>"
PAGE_TO = "</article></body></html>"
# What stands around the units of a page; without an entry it is nothing.
AROUND = {
    "attributes as HTML": ("<p", ">So.</p>"),
    "table cells as HTML": ("<table><tr>", "</tr></table>"),
    "table rows as HTML": ("<table>", "</table>"),
    "list items as HTML": ("<ul>", "</ul>"),
}


def is_page(pattern: str) -> bool:
    """Whether the pattern is a web page."""
    return pattern.endswith(" as HTML")


def made_text(pattern: str, size: int) -> str:
    """The text of a pattern with about so many bytes in UTF-8."""
    before, after = AROUND.get(pattern, ("", ""))
    if is_page(pattern):
        before, after = PAGE_FROM + before, after + PAGE_TO
    return before + _repeated(UNITS[pattern], size) + after


def _repeated(unit: str, size: int) -> str:
    """The unit over and over, with its running numbers; not cut inside a repetition."""
    if "{n}" not in unit:
        return unit * (size // len(unit.encode()) + 1)
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(unit.replace("{n}", str(len(parts) + 1)))
        length += len(parts[-1])
    return "".join(parts)
