"""Whether a block reports something, or speaks to the reader of its page."""

import re

from sayso.lexicon.furniture import furniture, refused_phrases
from sayso.read.pages.blocks import Block, is_prose

KINDS = ("error", "check", "consent", "login")  # of pages that are no report
QUOTED = re.compile('“[^”]{0,2000}[”]|"[^"]{0,2000}"|«[^»]{0,2000}»')
READER = re.compile(r"\b(?:you|your|yours|yourself|you'll|you've|you're)\b")
TOLD = re.compile(
    r"“|\b(?:said|says|say|told|was|were|had|has|have|did|will|would|is|are|\w{3,}ed)\b"
)
SAID = re.compile(r"\b(?:said|says|told|asked|denied|added|according to|apologi[sz]ed)\b")
PRICE = re.compile(r"[$€£₹¥]\s?\d[\d.,]*\s*(?:a|per|/|every|for)\s*\w+")
MAX_CHARACTERS = 3_000  # of a block that is looked at


def plain_words(text: str) -> str:
    """The text in lower case, on one line and with straight apostrophes, as the lexicon has it."""
    return " ".join(text.lower().replace("’", "'").split())


def speaks_to_reader(block: Block) -> bool:
    """Whether the block addresses the reader of the page, outside all quotation marks."""
    return _speaks_to_reader(_without_quotations(block))


def _without_quotations(block: Block) -> str:
    """The words of a block, with a mark in place of each quotation."""
    return plain_words(QUOTED.sub(" “ ", block.text[:MAX_CHARACTERS]))


def _speaks_to_reader(said: str) -> bool:
    if READER.search(said):
        return True
    if SAID.search(said):
        return False
    return (
        PRICE.search(said) is not None
        or any(refused_phrases(kind).search(said) for kind in KINDS)
        or len(set(furniture().requests.findall(said))) > 1
    )


def reports(block: Block) -> bool:
    """Whether the block is running text that tells something and does not speak to its reader."""
    if not is_prose(block):
        return False
    said = _without_quotations(block)
    return not _speaks_to_reader(said) and TOLD.search(said) is not None
