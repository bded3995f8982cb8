"""References to the notes of a text: "[1]" behind a sentence, which leads to a place in the same page."""

import re

from lxml.html import HtmlElement

REFERENCE = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§]{1,3})\s*[\])]?\s*")
MAX_CHARACTERS = 12


def is_reference(element: HtmlElement) -> bool:
    """Whether a link, or raised text with a link in it, is the number of a note and nothing else."""
    if element.tag == "sup":
        link = next(element.iterdescendants("a"), None)
    else:
        link = element if element.get("href", "").startswith("#") else None
    if link is None or not len(link.get("href", "")) > 1 or "#" not in link.get("href", ""):
        return False
    said = ""
    for part in element.itertext():
        said += part
        if len(said) > MAX_CHARACTERS:
            return False
    return REFERENCE.fullmatch(said) is not None and _follows_words(element)


def _follows_words(element: HtmlElement) -> bool:
    """Whether words stand right before the element, so that it is no number of a list."""
    before = element.getprevious()
    parent = element.getparent()
    said = before.tail if before is not None else parent.text if parent is not None else None
    if said and said.strip():
        return True
    return before is not None and any(map(str.strip, before.itertext()))
