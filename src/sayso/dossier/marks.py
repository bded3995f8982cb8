"""Report text made safe to print: it cannot act as markup, and every character is visible.

Invisible characters that act (direction overrides, zero-width and control characters) are printed as
small labelled marks.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from sayso.model.unseen import UNSEEN

LINK = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"'`\\]+", re.IGNORECASE)
ZWNJ, ZWJ = "\u200c", "\u200d"
PICTURES = frozenset({"So", "Sk", "Mn"})  # a picture, its skin tone, its variation selector
JOINED = frozenset({"Lo", "Mn", "Mc"})  # letters of scripts that have no capitals


def shown_text(text: str) -> Markup:
    """The text as markup in which every character is visible and none acts.

    >>> print(shown_text("<b>"))
    &lt;b&gt;
    """
    out: list[str] = []
    done = 0
    for place in marked_places(text):
        out += [_escaped_text(text[done:place]), _character_mark(text[place])]
        done = place + 1
    return Markup("".join([*out, _escaped_text(text[done:])]))  # noqa: S704 - escaped piece by piece


def marked_places(text: str) -> Iterator[int]:
    """Where the characters stand that are printed as marks."""
    for match in UNSEEN.finditer(text):
        if not _is_joiner(text, match.start()):
            yield match.start()


def attribute_text(text: str) -> str:
    """The text for an attribute, which can hold no mark: an invisible character becomes its code."""
    return UNSEEN.sub(lambda match: f"[{_code_point(match.group())}]", text)


def safe_link(url: str | None) -> str | None:
    """The address if it is safe to follow: plain http or https, with a host and without a user name.

    Else None. "http://bank.example@other.example/" looks like the first and leads to the second.
    """
    if url is None or UNSEEN.search(url) or not LINK.fullmatch(url):
        return None
    try:
        address = urlsplit(url)
        is_plain = address.hostname is not None and "@" not in address.netloc
    except ValueError:  # brackets that hold no address
        return None
    return url if is_plain else None


def _escaped_text(text: str) -> str:
    # a bare carriage return would be read as a line feed
    return str(escape(text)).replace("\r", "&#13;")


def _character_mark(character: str) -> str:
    code = _code_point(character)
    name = unicodedata.name(character, "control character").lower()
    return (
        f'<span class="mark" role="img" data-mark="{code}" '
        f'aria-label="{code} {name}" title="{code} {name}"></span>'
    )


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _is_joiner(text: str, place: int) -> bool:
    """Whether a joiner is where it belongs: within an emoji, or in a script that needs it."""
    if text[place] not in (ZWNJ, ZWJ) or not 0 < place < len(text) - 1:
        return False
    before, after = (unicodedata.category(text[at]) for at in (place - 1, place + 1))
    if text[place] == ZWJ and before in PICTURES and after == "So":
        return True
    return before in JOINED and after in JOINED
