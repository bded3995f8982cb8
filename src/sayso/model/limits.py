"""What numbers and strings a value may hold, so that every reader of its JSON reads the same."""

from datetime import date

MAX_COUNT = 2**53 - 1  # the largest whole number that a reader with floats alone keeps exact


def check_share(name: str, share: float | None) -> None:
    """Raises ValueError unless the share is unknown or from 0 to 1; not-a-number is neither."""
    if share is not None and not 0 <= share <= 1:
        raise ValueError(f"{name} goes from 0 to 1, and {share} does not")


def check_counts(*counts: int | None) -> None:
    """Raises ValueError unless those that are known rise from 0 and end at MAX_COUNT or before."""
    known = [0, *(count for count in counts if count is not None), MAX_COUNT]
    if known != sorted(known):
        raise ValueError(f"{' to '.join(str(count) for count in known[1:-1])[:60]} is no range")


def check_order(first: date | None, last: date | None) -> None:
    """Raises ValueError where both days are known and the last comes before the first."""
    if first is not None and last is not None and last < first:
        raise ValueError(f"{last} is before {first}")


def check_characters(name: str, text: str) -> None:
    """Raises ValueError for half a surrogate pair, which UTF-8 cannot encode."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place = error.start
        raise ValueError(f"{name} has half a character (a lone surrogate) at {place}") from error
