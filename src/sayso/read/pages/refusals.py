"""Pages that are no report: errors, checks for robots, questions of consent, log-in walls, lists of links."""

from collections.abc import Sequence

from sayso.errors import UnreadableInput
from sayso.lexicon.furniture import refused_phrases
from sayso.model.unseen import ENDING_OR_UNSEEN
from sayso.read.pages.blocks import Block
from sayso.read.pages.region import is_prose

REASONS = {
    "error": "it is a page that says that there is no article",
    "check": "it is a page that checks for robots, not an article",
    "consent": "it is a page that asks for consent, not an article",
    "login": "it is a page to log in, not an article",
}
SAVE_AGAIN = "Open the page in a browser, wait until the article shows, and save it again."
SAVE_ITSELF = "Open the report in a browser, and save that page."
MAX_WORDS_APART = 60  # of running text that says none of this, on a page that is no report
MAX_BLOCKS_LOOKED_AT = 6  # at the top of the page
MAX_QUOTED = 80  # characters of what the page says
MIN_LINKS = 15  # lines that are links, in a list of them
MIN_WORDS_OF_TITLE = 4
MIN_SHARE_LINKED = 0.7  # of the words of a line that is a link


def check_is_article(
    name: str, title: str | None, blocks: Sequence[Block], taken: Sequence[Block]
) -> None:
    """Raises UnreadableInput if the blocks taken from the page, or all it shows, are no article."""
    apart = _words_apart(taken)
    if apart < MAX_WORDS_APART:
        says = [one for one in (title or "", *(block.text for block in blocks)) if one.strip()]
        top = says[: MAX_BLOCKS_LOOKED_AT + 1]
        for kind, what in REASONS.items():
            pattern = refused_phrases(kind)
            for said in top if kind != "login" else top[:4]:
                line = " ".join(said.lower().replace("’", "'").split())
                if len(line) < 400 and pattern.search(line) and _is_about_itself(kind, line, apart):
                    raise UnreadableInput(name, f"{what} (“{quoted(said)}”)", SAVE_AGAIN)
    if listed_links(blocks) >= MIN_LINKS and not any(map(is_prose, taken)):
        raise UnreadableInput(name, "it seems to be a list of links to reports", SAVE_ITSELF)


def _is_about_itself(kind: str, line: str, apart: int) -> bool:
    """Whether the words are the page's own about itself, and not of a short report."""
    if kind in ("consent", "login"):
        return apart < MAX_WORDS_APART // 3
    return apart < MAX_WORDS_APART // 2 or len(line.split()) <= 6


def _words_apart(taken: Sequence[Block]) -> int:
    """The words of running text that say nothing that pages without a report say, up to the limit."""
    patterns = [refused_phrases(kind) for kind in REASONS]
    words = 0
    for block in taken:
        if is_prose(block):
            said = block.text.lower().replace("’", "'")
            if not any(one.search(said) for one in patterns):
                words += block.words - block.linked
        if words >= MAX_WORDS_APART:
            break
    return words


def listed_links(blocks: Sequence[Block]) -> int:
    """How many blocks are links and look like titles of reports."""
    return sum(
        block.words >= MIN_WORDS_OF_TITLE and block.linked >= MIN_SHARE_LINKED * block.words
        for block in blocks
    )


def quoted(said: str) -> str:
    """The beginning of what a page says, on one line and without what a terminal acts on."""
    line = " ".join(ENDING_OR_UNSEEN.sub(" ", said).split())
    return line if len(line) <= MAX_QUOTED else line[:MAX_QUOTED].rstrip() + "…"
