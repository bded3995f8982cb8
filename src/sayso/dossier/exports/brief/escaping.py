"""Text of others in a Markdown file: it is never markup, and every character is visible."""

import re

from sayso.dossier.marks import attribute_text

# What acts inside a line in CommonMark, GitHub's Markdown or Pandoc's: emphasis, links, HTML, tables,
# notes, mentions, formulas; the colon of an address or of a named emoji.
ACTS = re.compile(r"[\\`*_{}\[\]()<>#|~&$^@!]|:(?=[^\s\d])|(?<=www)\.", re.IGNORECASE)
# What acts where a line begins: lists, rules, underlines of headings, numbered lists.
ACTS_FIRST = re.compile(r"([-+=]|[0-9]{1,9}[.)])(?=[\s=+-]|$)")


def plain(text: str) -> str:
    r"""The text on one line, so that Markdown shows it as it stands.

    >>> print(plain("1. see <b>https://a.example</b>"))
    1\. see \<b\>https\://a.example\</b\>
    """
    line = " ".join(attribute_text(text).split())
    first = ACTS_FIRST.match(line)
    escaped = ACTS.sub(r"\\\g<0>", line)
    if first is None:
        return escaped
    at = len(first.group()) - 1  # what acts is its last character
    return escaped if escaped[at] == "\\" else f"{escaped[:at]}\\{escaped[at:]}"


def quoted(pieces: tuple[str, ...]) -> str:
    """Words of a report in quotation marks."""
    return f"“{' … '.join(plain(piece) for piece in pieces)}”"
