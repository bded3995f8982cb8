"""What an address asks a view: numbers, days and choices, each checked."""

from collections.abc import Iterable
from datetime import date

from sayso.case.listing import wrong_choice
from sayso.desk.work.given import wrong

MOST_DIGITS = 15


def whole_number(given: str) -> int | None:
    """A whole number that stands in digits; None if it is none.

    >>> whole_number("12"), whole_number("-1"), whole_number("²")
    (12, None, None)
    """
    is_one = given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS
    return int(given) if is_one else None


def is_day(given: str | None) -> bool:
    """Whether a text is a day, as in 2026-03-02."""
    try:
        return bool(date.fromisoformat(given or ""))
    except ValueError:
        return False


def checked_choice(name: str, given: str, known: Iterable[str]) -> str:
    """What a filter was set to, if it can be; nothing is always possible.

    Raises HTTPException, which names what it can be set to.
    """
    listed = tuple(known)
    if given and given not in listed:
        raise wrong(wrong_choice(name, given, filter(None, listed)))
    return given
