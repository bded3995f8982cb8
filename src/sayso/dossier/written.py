"""Dates, shares and names as the page writes them."""

from datetime import date, datetime

from sayso.model.happening import Harm

POLICIES = {"ucdp": "UCDP", "acled": "ACLED", "airwars": "Airwars"}


def written_day(day: date) -> str:
    """A date in words.

    >>> written_day(date(2031, 5, 4))
    '4 May 2031'
    """
    return f"{day.day} {day:%B} {day.year}"


def written_days(first: date, last: date) -> str:
    """A period in words, without repeating a month or a year.

    >>> written_days(date(2031, 5, 4), date(2031, 5, 6))
    '4–6 May 2031'
    """
    if first == last:
        return written_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{written_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {written_day(last)}"
    return f"{written_day(first)} – {written_day(last)}"


def written_moment(stamp: str | None) -> str | None:
    """A date of publication in words, with the time and zone if the source gave them.

    A date in an unknown form is returned unchanged.

    >>> written_moment("2031-05-04T22:10:00-05:00")
    '4 May 2031, 22:10 −05:00'
    """
    if stamp is None:
        return None
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    if "T" not in stamp and ":" not in stamp:
        return written_day(moment)
    zone = moment.isoformat()[-6:].replace("-", "−") if moment.tzinfo else ""
    return f"{written_day(moment)}, {moment:%H:%M} {zone}".rstrip()


def harm_word(harm: Harm | None) -> str:
    """What was done to those counted; "counted" if no harm was."""
    return "counted" if harm is None else str(harm)


def percentage(share: float) -> str:
    """A share as a percentage, as exact as it was given.

    >>> percentage(0.2479), percentage(0.5)
    ('24.79 %', '50 %')
    """
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + " %"


def policy_name(name: str) -> str:
    """A policy's name as its authors write it."""
    return POLICIES.get(name, name)


def event_kind(name: str) -> str:
    """An event kind of the lexicon in words."""
    return name.replace("_", " ").replace("/", ", ").replace(".", ", ")
