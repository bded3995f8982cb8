"""The page's own words for the values that it prints."""

from datetime import date, datetime

from sayso.model.comparison import Change, CopyKind, Side, State
from sayso.model.happening import Harm, Precision
from sayso.model.speech import ActorType, Kind, Knowing, Speech, Stance

STANCES = {
    Stance.ASSERTS: ("asserts", "said"),
    Stance.DENIES: ("denies", "denied"),
    Stance.DOUBTS: ("doubts", "doubted"),
    Stance.CONCEDES: ("concedes", "conceded"),
    Stance.ACCUSES: ("accuses", "accused"),
    Stance.ASKS: ("asks", "asked"),
    Stance.INTENDS: ("intends", "intended"),
    Stance.DECLINES: ("declines to comment", "declined to comment on"),
}
REPORTS = ("reports", "reported")
KINDS = {
    Kind.SPEECH: ("says", "said"),
    Kind.WRITING: ("writes", "wrote"),
    Kind.THOUGHT: ("thinks", "thought"),
    Kind.INTENTION: ("intends", "intended"),
    Kind.PERCEPTION: ("perceives", "perceived"),
}
SPEECHES = {
    Speech.DIRECT: "quoted",
    Speech.MIXED: "partly quoted",
    Speech.INDIRECT: "paraphrased",
}
KNOWINGS = {
    Knowing.EYEWITNESS: "was there",
    Knowing.DOCUMENT: "from a document",
    Knowing.VIDEO: "from a video or photograph",
    Knowing.SECOND_HAND: "second hand",
}
ACTORS = {
    ActorType.PERSON: "person",
    ActorType.ORGANISATION: "organisation",
    ActorType.STATE: "state",
    ActorType.GROUP: "group",
    ActorType.MEDIA: "news outlet",
    ActorType.DOCUMENT: "document",
    ActorType.UNNAMED: "unnamed",
}
SIDES = {Side.FOR: "For", Side.AGAINST: "Against", Side.OPEN: "Open"}
STATES = {
    State.CONTESTED: "contested",
    State.CONCEDED: "conceded",
    State.CORROBORATED: "corroborated",
    State.SINGLE: "single voice",
}
PRECISIONS = {
    Precision.EXACT: "exact",
    Precision.AT_LEAST: "lower bound",
    Precision.AT_MOST: "upper bound",
    Precision.ABOUT: "approximate",
    Precision.RANGE: "range",
    Precision.VAGUE: "vague",
    Precision.IMPLIED: "implied",
}
COPIES = {
    CopyKind.COPY: "copy",
    CopyKind.PASSAGE: "shared passage",
    CopyKind.CITATION: "citation",
}
# A sign and a word for what a figure is to those before it.
CHANGES: dict[Change | None, tuple[str, str]] = {
    Change.FIRST: ("•", "first count"),
    Change.UPDATE: ("↑", "update"),
    Change.CORRECTION: ("↺", "correction"),
    Change.AGREES: ("=", "agrees"),
    Change.OLDER: ("←", "older figure again"),
    Change.RIVAL: ("≠", "differs"),
    None: ("?", "order not known"),
}
# What a course comes to, that which weighs most first.
TURNS = {
    Change.RIVAL: "counts differ",
    Change.CORRECTION: "corrected",
    Change.UPDATE: "the count grew",
}
POLICIES = {"ucdp": "UCDP", "acled": "ACLED", "airwars": "Airwars"}


def day(one: date) -> str:
    """A date in words.

    >>> day(date(2031, 5, 4))
    '4 May 2031'
    """
    return f"{one.day} {one:%B} {one.year}"


def days(first: date, last: date) -> str:
    """A stretch of days in words, nothing said twice.

    >>> days(date(2031, 5, 4), date(2031, 5, 6))
    '4–6 May 2031'
    """
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def published(stamp: str | None) -> str | None:
    """A date of publication in words, with the time and zone if the source gave them.

    One of no known form stays as it stands.

    >>> published("2031-05-04T22:10:00-05:00")
    '4 May 2031, 22:10 −05:00'
    """
    if stamp is None:
        return None
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    if "T" not in stamp and ":" not in stamp:
        return day(moment)
    zone = moment.isoformat()[-6:].replace("-", "−") if moment.tzinfo else ""
    return f"{day(moment)}, {moment:%H:%M} {zone}".rstrip()


def harm(one: Harm | None) -> str:
    """What was done to those counted, or that they are merely counted."""
    return "counted" if one is None else str(one)


def share(part: float) -> str:
    """A share as a percentage, as exact as it was given.

    >>> share(0.2479), share(0.5)
    ('24.79 %', '50 %')
    """
    return f"{part * 100:.2f}".rstrip("0").rstrip(".") + " %"


def policy(name: str) -> str:
    """A policy's name as its authors write it."""
    return POLICIES.get(name, name)


def kind(name: str) -> str:
    """An event kind of the lexicon as words."""
    return name.replace("_", " ").replace("/", ", ").replace(".", ", ")
