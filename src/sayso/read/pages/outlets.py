"""Which outlet a page is of, and what of a title is the outlet's name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from sayso.lexicon.pages import page_words
from sayso.read.pages.opening import BETWEEN, MIN_TITLE_WORDS, words_in

HOST = re.compile(r"(?:https?://)?(www\.)?[\w-]+(?:\.[\w-]+)+/?", re.IGNORECASE)
NO_NAME = re.compile(r"[{}<>%$#=\\@_]|://|\d{6}|^\W*$|\b\w+\.\w+\.\w+\.\w+")
STRONG = re.compile(r"[|»›«·•]|::")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s:]*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?)?\s*(?:by\s+)?"
    r"(?P<name>[^\W\d][^.,|©\d\n]{1,60}?)\s*(?:\d{4}\s*)?(?:[.,|©]|-|\s-|all rights|$)",
    re.IGNORECASE,
)
NAME_AND_YEAR = re.compile(
    r"(?P<name>[A-Z][^.,|©\d\n]{1,60}?)\s*(?:©|\(c\)|copyright)\s*\d{4}", re.IGNORECASE
)
MAX_OUTLET_WORDS = 7
MAX_LAST_WORDS = 4  # of an outlet's name that only its form shows


def outlet_of(
    stated: Iterable[str | None],
    page_title: str | None,
    titles: Sequence[str],
    url: str | None,
    footer: Iterable[str],
    short: Sequence[str] = (),
    masthead: Iterable[str] = (),
) -> str | None:
    """The outlet's name: the first of those stated that is a name of a paper.

    Names of companies, hosts and sections count less. If none is stated, it is what stands beside the
    report's title in the page's <title>, or behind the sign of copyright. A <title> that is no title
    of a report is its name if one of the `short` lines of the page begins with it too. Last comes what
    the `masthead` shows.
    """
    names = [one for one in (_tidy_name(given) for given in stated) if one]
    beside = list(_beside_title(page_title, titles, url))
    good = [one for one in names if not _is_company(one) and not HOST.fullmatch(one)]
    if good:
        return _without_tagline(good[0], [*names, *beside], url)
    companies = [one for one in names if not HOST.fullmatch(one)]
    if companies and beside and set(words_in(beside[0])) & set(words_in(companies[0])):
        return beside[0]
    copied = [one for one in map(_copyright_name, footer) if one]
    # A company's name in a footer is that of the owner.
    named = [one for one in copied if not _is_company(one)]
    alone = _only_outlet(page_title, titles, short)
    shown = [one for one in map(_tidy_name, masthead) if one and _has_form(one)]
    first = shown if companies and not beside else []
    formed = [one for one in beside if _has_form(one)]
    given = [*first, *companies, *formed, *named, *alone, *shown, *beside, *names, *copied]
    return next(iter(given), None)


def _has_form(name: str) -> bool:
    """Whether words have the form of a paper's name: few, the first and the last with capitals."""
    words = name.split()
    return len(words) <= MAX_OUTLET_WORDS and words[0][0].isupper() and words[-1][0].isupper()


def _only_outlet(
    page_title: str | None, titles: Sequence[str], short: Sequence[str]
) -> Iterator[str]:
    """The page's <title>, if it is a name that the page shows elsewhere, and not the report's."""
    name = _tidy_name(page_title)
    words = name.split() if name else []
    if name and len(words) <= MAX_LAST_WORDS and all(one[0].isupper() for one in words):
        shown = re.compile(rf"{re.escape(name)}(?!\w)")
        if not any(name in one for one in titles) and any(shown.match(one) for one in short):
            yield name


def title_without_outlet(
    title: str, outlets: Sequence[str], url: str | None, section: str | None
) -> str:
    """The title without the outlet's name and the section before or behind it.

    >>> title_without_outlet("Market shelled | World | The Lantern", ["The Lantern"], None, None)
    'Market shelled'
    """
    cuts = list(BETWEEN.finditer(title))
    first, last = 0, len(title)
    cut_outlet = False
    while cuts and cuts[-1].start() > 0:
        segment = title[cuts[-1].end() : last].strip()
        outlet = _is_outlet(segment, outlets, url)
        is_section = _is_section(segment, section) and (
            cut_outlet or STRONG.search(cuts[-1].group()) is not None
        )
        if not (outlet or is_section) or (cuts[-1].group().strip() == ":" and not outlet):
            break
        cut_outlet = cut_outlet or outlet
        last = cuts.pop().start()
    while cuts:
        segment = title[first : cuts[0].start()].strip()
        if not _is_outlet(segment, outlets, url):
            break
        first = cuts.pop(0).end()
    return title[first:last].strip() or title


def _is_outlet(segment: str, outlets: Sequence[str], url: str | None) -> bool:
    own = _squeezed(segment)
    if not own:
        return False
    for outlet in outlets:
        name = _squeezed(outlet)
        if own == name or (name and own in (name + "com", name + "news", name + "online")):
            return True
        if (
            name
            and len(name) > 3
            and name in own
            and len(segment.split()) <= len(outlet.split()) + 3
        ):
            return True
    return _is_in_host(segment, url)


def _is_in_host(segment: str, url: str | None) -> bool:
    """Whether the words are the site's name in its address: "The Lantern" at thelantern.example."""
    host = _host_of(url)
    own = re.sub(r"\W+", "", segment.casefold())
    if not host or len(own) < 4 or len(segment.split()) > MAX_OUTLET_WORDS:
        return False
    labels = [re.sub(r"\W+", "", label) for label in host.removeprefix("www.").split(".")[:-1]]
    return any(own == label or _squeezed(segment) == label for label in labels) or own == re.sub(
        r"\W+", "", host.removeprefix("www.")
    )


def _host_of(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def _is_section(segment: str, section: str | None) -> bool:
    return segment.casefold() in page_words("sections") or (
        section is not None and segment.casefold() == section.casefold()
    )


def _beside_title(page_title: str | None, titles: Sequence[str], url: str | None) -> Iterator[str]:
    """What stands beside the report's title in the page's, the outermost first."""
    if not page_title:
        return
    segments = [one.strip() for one in BETWEEN.split(page_title) if one.strip()]
    if len(segments) < 2:
        return
    known = [" ".join(words_in(one)) for one in titles]
    rest = [one for one in segments if not _is_part_of(" ".join(words_in(one)), known)]
    if len(rest) == len(segments) and not any(_is_in_host(one, url) for one in rest):
        rest = segments[-1:] if _looks_like_outlet(page_title, segments) else []
    outer_first = rest[::-1]
    for one in sorted(outer_first, key=lambda one: not _is_in_host(one, url)):
        name = _tidy_name(one)
        if name and len(name.split()) <= MAX_OUTLET_WORDS and not HOST.fullmatch(name):
            yield name


def _looks_like_outlet(page_title: str, segments: Sequence[str]) -> bool:
    """Whether the last part of a title has the form of an outlet's name behind a long title."""
    last = segments[-1].split()
    capitals = all(one[0].isupper() or one in ("of", "the", "and") for one in last)
    long = len(words_in(page_title)) - len(last) >= MIN_TITLE_WORDS
    behind_bar = STRONG.search(page_title) is not None
    return long and capitals and len(last) <= MAX_LAST_WORDS and (behind_bar or last[0] == "The")


def _is_part_of(words: str, titles: Sequence[str]) -> bool:
    return any(words and words in title for title in titles)


def _tidy_name(given: str | None) -> str | None:
    """A stated name, if it can be an outlet's; of a host that begins with "www.", nothing."""
    name = (given or "").strip(" \t|-–—·•")
    copied = _copyright_name(name)
    name = copied or name
    host = HOST.fullmatch(name)
    if not name or (host and host[1]) or (NO_NAME.search(name) and not host):
        return None
    if name.casefold() in page_words("sections") or not re.search(r"[^\W\d_]", name):
        return None
    return name


def _is_company(name: str) -> bool:
    words = words_in(name)
    return len(words) > 1 and words[-1] in page_words("companies")


def _copyright_name(line: str) -> str | None:
    found = COPYRIGHT.search(line[:300]) or NAME_AND_YEAR.match(line[:300])
    if not found:
        return None
    name = re.sub(
        r"\s+(?:all|inc|ltd|llc|limited|plc)\b.*$", "", found["name"], flags=re.IGNORECASE
    ).strip(" -–")
    return name if 0 < len(name.split()) <= MAX_OUTLET_WORDS and name[0].isupper() else None


def _without_tagline(name: str, others: Sequence[str], url: str | None) -> str:
    """The name without a slogan behind it: "The Lantern - News from Orn"."""
    segments = [one.strip() for one in BETWEEN.split(name) if one.strip()]
    if len(segments) < 2:
        return name
    known = {_squeezed(one) for one in others if one != name}
    for segment in segments:
        if _squeezed(segment) in known or _is_in_host(segment, url):
            return segment
    return segments[0] if STRONG.search(name) or len(segments[-1].split()) > 2 else name


def _squeezed(name: str) -> str:
    """A name without case, marks and its article."""
    words = words_in(name)
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
