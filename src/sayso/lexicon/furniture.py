"""What furniture.toml says, checked: how a web page marks and words what is no part of its article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, word_list

MARKS = (
    *("caption", "pull_quote", "related", "head", "standfirst", "author", "comments"),
    *("consent", "box", "prompt"),
)
HEADINGS = ("related", "author", "comments", "box", "letters")
OPENINGS = ("related", "caption", "head", "comments", "box", "author")
SECTIONS = {
    "marks": MARKS,
    "headings": HEADINGS,
    "lines": ("box",),
    "openings": OPENINGS,
    "refused": ("error", "check", "consent", "login", "parked"),
    "requests": ("phrases",),
    "corrections": ("openings",),
    "dates": ("words",),
    "bios": ("verbs", "posts"),
    "imprints": ("openings", "reports", "made"),
    "titles_of_lists": ("openings",),
}
MARK = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that are looked for, and the kind of each."""

    pattern: re.Pattern[str]
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Furniture:
    """`marks` are looked for in the words of a class, which "-" joins and encloses.

    `headings` and `lines` give the kind of a whole line; `openings` are looked for at its beginning;
    `corrections` at the beginning of one in which an outlet corrects itself; `requests` finds what it
    asks of its readers, `bio` what is said of a writer. `dates` are the words of a line with a date. `imprints` are looked for at
    the beginning of a last line, `of_report` finds what it says of the report itself; `titles_of_lists`
    are looked for at the beginning of a heading.
    """

    marks: Phrases
    headings: Mapping[str, str]
    lines: Mapping[str, str]
    openings: Phrases
    requests: re.Pattern[str]
    corrections: re.Pattern[str]
    dates: frozenset[str]
    bio: re.Pattern[str]
    imprints: re.Pattern[str]
    of_report: re.Pattern[str]
    titles_of_lists: re.Pattern[str]


@cache
def furniture() -> Furniture:
    """The furniture of the lexicon. Raises BrokenLexicon."""
    refuse_unknown(
        "furniture", [f"{name}.{key}" for name, keys in SECTIONS.items() for key in keys]
    )
    marks = _kinds("marks")
    if wrong := [one for one in marks if not MARK.fullmatch(one)]:
        raise BrokenLexicon(f"furniture.toml: {wrong[0]!r} is no mark")
    openings = _kinds("openings")
    verbs = "|".join(map(re.escape, word_list("furniture", "bios", "verbs")))
    posts = "|".join(map(re.escape, word_list("furniture", "bios", "posts")))
    return Furniture(
        marks=Phrases(re.compile(rf"-({_alternatives(marks)})(?=-)"), marks),
        headings=_kinds("headings"),
        lines=_kinds("lines"),
        openings=Phrases(re.compile(f"({_alternatives(openings)})"), openings),
        requests=_whole(word_list("furniture", "requests", "phrases")),
        corrections=_whole(word_list("furniture", "corrections", "openings")),
        dates=frozenset(word_list("furniture", "dates", "words")),
        imprints=_whole(word_list("furniture", "imprints", "openings")),
        of_report=re.compile(
            rf"\b(?:{_listed('imprints', 'reports')})\b(?:\W+\w+){{0,12}}?\W+(?:{_listed('imprints', 'made')})\b"
        ),
        titles_of_lists=_whole(word_list("furniture", "titles_of_lists", "openings")),
        bio=re.compile(
            rf"\b(?:is|was|are|has been|works as)\b.{{0,60}}\b(?:{posts})s?\b|\b(?:{verbs})\b"
        ),
    )


@cache
def refused_phrases(kind: str) -> re.Pattern[str]:
    """What pages say that are no report: "error", "check", "consent", "login" or "parked"."""
    furniture()
    return _whole(word_list("furniture", "refused", kind))


def _whole(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the phrases, as whole words."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(phrases)})(?:(?<=:)|(?!\w))")


def _listed(section: str, key: str) -> str:
    return _alternatives(word_list("furniture", section, key))


def _kinds(section: str) -> Mapping[str, str]:
    listed = ((kind, word_list("furniture", section, kind)) for kind in SECTIONS[section])
    return {phrase: kind for kind, phrases in listed for phrase in phrases}


def _alternatives(phrases: Mapping[str, str] | tuple[str, ...]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
