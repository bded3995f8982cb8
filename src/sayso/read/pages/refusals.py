"""Pages that are no report: errors, checks for robots, questions of consent, log-in walls, lists of links,
addresses that are for sale.

A page is judged by what it says of itself at its top, and by how much of what was taken from it reports
something: running text that does not speak to the page's reader, and is no teaser of another report.
"""

import re
from collections.abc import Collection, Sequence

from sayso.errors import UnreadableInput
from sayso.lexicon.furniture import refused_phrases
from sayso.model.unseen import ENDING_OR_UNSEEN
from sayso.read.pages.blocks import HEADINGS, Block, is_prose
from sayso.read.pages.teasers import is_title
from sayso.read.pages.voice import KINDS, READER, plain_words, reports, speaks_to_reader

REASONS = {
    "error": "it is a page that says that there is no article",
    "check": "it is a page that checks for robots, not an article",
    "consent": "it is a page that asks for consent, not an article",
    "login": "it is a page to log in, not an article",
    "list": "it seems to be a list of links to reports",
    "parked": "it is the page of an address that is for sale, not an article",
}
SAVE_AGAIN = "Open the page in a browser, wait until the article shows, and save it again."
LOOK_IN_ARCHIVE = "Look for the report in a web archive."
SAVE_ITSELF = "Open the report in a browser, and save that page."
# Words that report something, on a page that is no report; so many where its title and its heading,
# one of them, or a longer line at its top says so.
MAX_WORDS_TWICE, MAX_WORDS_ONCE, MAX_WORDS_INSIDE = 150, 60, 25
MAX_WORDS_AT_LOGIN = 300  # beside a field for a password, where the title is not shown
MAX_WORDS_OF_STUB = 15  # the first words of an article that are for members only
MIN_SHARE_OF_READER = 0.6  # of the words taken: that speak to the reader, and nothing else
MAX_WORDS_TO_READER = 500
MIN_PHRASES = 2  # of pages that are no report, in what speaks to the reader
MIN_PHRASES_OF_SALE = 3
MAX_BLOCKS_LOOKED_AT = 6  # at the top of the page
MAX_HEADINGS = 12
MAX_CHARACTERS_OF_LINE = 400
MAX_QUOTED = 80  # characters of what the page says
MIN_LINKS = 15  # lines that are links, in a list of them
MIN_TEASERS = 3
MIN_SHARE_OF_TEASERS = 0.7  # of the running text that was taken
MIN_SHARE_WHOLE = 0.6  # of the words of a line that says nothing else
PARTS = re.compile(r"\s+[|–—·•»-]\s+")


def check_is_article(
    name: str,
    title: str | None,
    blocks: Sequence[Block],
    teasers: Sequence[range],
    taken: Sequence[int],
    stated: bool,
    own_title: bool = True,
    asks_password: bool = False,
) -> None:
    """Raises UnreadableInput if the blocks taken from the page, given by number, are no article.

    `stated` is whether the page's own data say that it is one, `own_title` whether the page shows its
    title, or no main heading instead of it, `asks_password` whether it has a field for a password.
    """
    within = {number for teaser in teasers for number in teaser}
    told = _words_told([blocks[number] for number in taken if number not in within])
    for kind in ("error", "check", "consent", "list", "login"):
        if kind == "list":
            if not stated and _is_list(blocks, teasers, taken, told):
                raise UnreadableInput(name, REASONS[kind], SAVE_ITSELF)
        elif said := _says(kind, title, blocks, told) or _begins_with(kind, blocks, taken, told):
            raise UnreadableInput(name, f"{REASONS[kind]} (“{quoted(said)}”)", SAVE_AGAIN)
    if told < MAX_WORDS_TWICE and (said := _said_of_sale(blocks, taken)):
        raise UnreadableInput(name, f"{REASONS['parked']} (“{quoted(said)}”)", LOOK_IN_ARCHIVE)
    if not own_title and asks_password and told < MAX_WORDS_AT_LOGIN:
        said = next(one.text for one in blocks if one.tag == "h1")
        raise UnreadableInput(name, f"{REASONS['login']} (“{quoted(said)}”)", SAVE_AGAIN)
    most = MAX_WORDS_OF_STUB if own_title else MAX_WORDS_TWICE
    if told < most and (spoken := _speaks_only(blocks, taken)):
        kind, line = spoken
        raise UnreadableInput(name, f"{REASONS[kind]} (“{quoted(line)}”)", SAVE_AGAIN)


def _words_told(blocks: Sequence[Block]) -> int:
    """The words of the blocks that report something, up to the most that is asked for."""
    words = 0
    for block in blocks:
        words += block.words - block.linked if reports(block) else 0
        if words >= MAX_WORDS_AT_LOGIN:
            break
    return words


def words_apart(blocks: Sequence[Block]) -> int:
    """The words of running text that do not speak to the reader of the page."""
    return sum(one.words for one in blocks if is_prose(one) and not speaks_to_reader(one))


def _says(kind: str, title: str | None, blocks: Sequence[Block], told: int) -> str | None:
    """What the page says at its top by which it is of the kind, if it reports too little for another."""
    if told >= MAX_WORDS_TWICE:
        return None
    pattern = refused_phrases(kind)
    headings = [one.text for one in blocks if one.tag in HEADINGS][:MAX_HEADINGS]
    top = [one.text for one in blocks[:MAX_BLOCKS_LOOKED_AT]]
    whole = [one for one in (title or "", *headings[:2]) if _is_wholly(pattern, one)]
    if kind == "login":
        most = MAX_WORDS_OF_STUB
    elif kind == "consent" or not whole:
        most = MAX_WORDS_INSIDE
    else:
        most = MAX_WORDS_TWICE if len(whole) > 1 else MAX_WORDS_ONCE
    if told >= most:
        return None
    if whole:
        return whole[0]
    for said in (title or "", *headings, *top):
        line = plain_words(said[:MAX_CHARACTERS_OF_LINE])
        if len(said) < MAX_CHARACTERS_OF_LINE and pattern.search(line):
            return said
    return None


def _is_wholly(pattern: re.Pattern[str], said: str) -> bool:
    """Whether a line, or a part of a title, says this and little else."""
    for part in (said, *PARTS.split(said)):
        line = plain_words(part[:MAX_CHARACTERS_OF_LINE])
        found = pattern.search(line)
        if found and len(found[0].split()) >= MIN_SHARE_WHOLE * len(line.split()):
            return True
    return False


def _begins_with(kind: str, blocks: Sequence[Block], taken: Sequence[int], told: int) -> str | None:
    """The first running text of an error page, in which it tells its reader what became of the article."""
    first = next((blocks[number] for number in taken if is_prose(blocks[number])), None)
    if kind != "error" or first is None or told >= MAX_WORDS_TWICE:
        return None
    line = plain_words(first.text[:MAX_CHARACTERS_OF_LINE])
    found = refused_phrases(kind).search(line)
    return first.text if found and READER.search(line) else None


def _speaks_only(blocks: Sequence[Block], taken: Sequence[int]) -> tuple[str, str] | None:
    """The kind of a page that only speaks to its reader, and what it says; None of any other page."""
    prose = [blocks[number] for number in taken if is_prose(blocks[number])]
    words = sum(one.words for one in prose)
    spoken = [one for one in prose if speaks_to_reader(one)]
    if words > MAX_WORDS_TO_READER or (
        sum(one.words for one in spoken) < MIN_SHARE_OF_READER * max(1, words)
    ):
        return None
    lines = [plain_words(one.text[:MAX_CHARACTERS_OF_LINE]) for one in blocks]
    counts = {
        kind: len({found for line in lines for found in refused_phrases(kind).findall(line)})
        for kind in KINDS
    }
    kind = max(counts, key=lambda one: counts[one])
    return (kind, spoken[0].text) if counts[kind] >= MIN_PHRASES and spoken else None


def _said_of_sale(blocks: Sequence[Block], taken: Sequence[int]) -> str | None:
    """What a page says by which its address is for sale, if it reports next to nothing else."""
    found = refused_phrases("parked")
    lines = [plain_words(one.text[:MAX_CHARACTERS_OF_LINE]) for one in blocks]
    said = [one for one in range(len(blocks)) if found.search(lines[one])]
    if len({phrase for one in said for phrase in found.findall(lines[one])}) < MIN_PHRASES_OF_SALE:
        return None
    told = _words_told([blocks[number] for number in taken if number not in said])
    return blocks[said[0]].text if told < MAX_WORDS_ONCE else None


def _is_list(
    blocks: Sequence[Block], teasers: Sequence[Collection[int]], taken: Sequence[int], told: int
) -> bool:
    """Whether nothing but links, or teasers of other reports, was taken from the page."""
    chosen = [blocks[number] for number in taken]
    if listed_links(blocks) >= MIN_LINKS and not told and words_apart(chosen) < MAX_WORDS_INSIDE:
        return True
    inside_text = set(taken)
    own = [one for one in teasers if not inside_text.isdisjoint(one)]
    inside = sum(blocks[number].words for one in own for number in one if number in inside_text)
    words = sum(blocks[number].words for number in taken if is_prose(blocks[number]))
    return len(own) >= MIN_TEASERS and inside >= MIN_SHARE_OF_TEASERS * words


def listed_links(blocks: Sequence[Block]) -> int:
    """How many blocks are links and look like titles of reports."""
    return sum(map(is_title, blocks))


def quoted(said: str) -> str:
    """The beginning of what a page says, on one line and without what a terminal acts on."""
    line = " ".join(ENDING_OR_UNSEEN.sub(" ", said).split())
    return line if len(line) <= MAX_QUOTED else line[:MAX_QUOTED].rstrip() + "…"
