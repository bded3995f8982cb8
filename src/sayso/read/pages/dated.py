"""Which day a page says it was published, and when it was changed.

A page says it in many fields, and in words that its readers see. What the fields say counts, if all
that say "published" agree; if they do not, what readers see decides between them. A date of change is
never a date of publication, and a day that cannot be is refused. Better no date than a wrong one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sayso.model.particulars import DateKind, StatedDate
from sayso.read.dates import date_value, is_no_day, is_outside_plausible_years, published_as

A_DAY = timedelta(days=1)
MIDNIGHT, NOON = time(), time(12)
FARTHEST_ZONE = timedelta(hours=14)
MAX_WORDS = 200  # characters of a date's own words that are kept
MAX_DATES = 24  # of one page


@dataclass(frozen=True, slots=True)
class Decided:
    """What a page says of its dates. `remarks` are on dates that were refused."""

    published: str | None
    modified: str | None
    dates: tuple[StatedDate, ...]
    remarks: tuple[str, ...]


def stated(kind: DateKind, words: str, field: str) -> StatedDate:
    """A date as a field gives it; it has no value if it cannot be read."""
    words = " ".join(words.split())[:MAX_WORDS]
    return StatedDate(kind, date_value(words), words, field)


def decided_dates(
    published: Sequence[StatedDate],
    weak: Sequence[StatedDate],
    visible: Sequence[StatedDate],
    address: StatedDate | None,
    modified: Sequence[StatedDate],
    crawled: date | None,
    *,
    labelled: bool,
) -> Decided:
    """The dates of a page.

    `published` are the fields that say so, `weak` those that only say "date", `visible` are dates of
    publication that readers see, `labelled` if one of them says so; `address` is the day in the
    page's address, the last resort.
    Without agreement in one of these, the weaker ones are not asked. What is later than the day
    `crawled` is refused.
    """
    refused: list[str] = []

    def usable(given: Iterable[StatedDate]) -> list[StatedDate]:
        return [one for one in given if _is_usable(one, crawled, refused)]

    changed = usable(modified)
    last = next((one.value for one in changed if one.value), None)
    seen, said = usable(visible), usable(published)
    in_address = usable([address] if address else [])
    hints = {_day(one) for one in (*seen, *in_address)}
    found = _agreed(said) if said else None
    if said and found is None:
        found = _agreed([one for one in said if _day(one) in hints])
    elif said and seen and found and _contradicts(found, seen):
        found = None
    elif not said:
        found = _weaker(usable(weak), seen, in_address, last, labelled=labelled)
    if found and last and _is_after(found, last):
        refused.append(
            f"its published {found!r:.60} is later than the change of {last!r:.60}, so it was read as unknown"
        )
        found = None
    if found and any(_means_day(found, one) for one in seen):
        found = found[:10]
    dates = (*published, *weak, *visible, *((address,) if address else ()), *modified)
    return Decided(
        published_as(found) if found else None,
        published_as(last) if last else None,
        tuple(dict.fromkeys(dates))[:MAX_DATES],
        tuple(dict.fromkeys(refused)),
    )


def _means_day(found: str, seen: StatedDate) -> bool:
    """Whether a time is midnight, or noon in UTC, because a system had only the day that readers see."""
    moment = datetime.fromisoformat(found)
    is_noon = moment.time() == NOON and moment.utcoffset() == timedelta()
    return "T" in found and (moment.time() == MIDNIGHT or is_noon) and seen.value == found[:10]


def _weaker(
    weak: Sequence[StatedDate],
    seen: Sequence[StatedDate],
    in_address: Sequence[StatedDate],
    last: str | None,
    *,
    labelled: bool,
) -> str | None:
    """The date of a page that states none: what readers see, a field that says "date", the address.

    A visible date without a label and a field that contradicts it are both nothing.
    """
    if seen and labelled:
        return _agreed(seen)
    if weak or seen:
        found = _agreed([*weak, *seen])
        return found or (
            _agreed(seen) if seen and in_address and _agreed([*seen, *in_address]) else None
        )
    found = _agreed(in_address) if in_address else None
    return None if found and _is_after(found, last) else found


def _is_usable(one: StatedDate, crawled: date | None, refused: list[str]) -> bool:
    what = f"its {one.kind} {one.words!r:.60} was read as unknown"
    if one.value is None:
        if is_outside_plausible_years(one.words):
            refused.append(what)
        return False
    if is_no_day(one.value):
        refused.append(what)
        return False
    if crawled and _day(one) > crawled + A_DAY:
        refused.append(f"{what}: it is later than {crawled}, when the page was fetched")
        return False
    return True


def _day(one: StatedDate) -> date:
    return date.fromisoformat((one.value or "")[:10])


def _agreed(given: Sequence[StatedDate]) -> str | None:
    """The value on which all agree: the same moment, or else the same day; None if they do not."""
    values = list(dict.fromkeys(one.value for one in given if one.value))
    moments = [one for one in values if _moment(one) is not None]
    days = [one for one in values if _moment(one) is None]
    if not moments:
        timed = [one for one in days if "T" in one]
        same_day = len({one[:10] for one in days}) == 1
        return (timed or days)[0] if same_day else None
    if not all(_may_be_same_day(moment, day[:10]) for moment in moments for day in days):
        return None
    minutes = {
        moment.replace(second=0, microsecond=0) for one in moments if (moment := _moment(one))
    }
    if len(minutes) == 1:
        return moments[0]
    return moments[0][:10] if len({one[:10] for one in moments}) == 1 else None


def _moment(value: str) -> datetime | None:
    moment = datetime.fromisoformat(value)
    return moment.astimezone(UTC) if moment.tzinfo else None


def _may_be_same_day(moment: str, day: str) -> bool:
    """Whether a moment is on a day: by its own offset, or if it is in UTC, in some zone."""
    if moment[:10] == day:
        return True
    utc = datetime.fromisoformat(moment)
    if utc.utcoffset():
        return False
    near = {(utc - FARTHEST_ZONE).date().isoformat(), (utc + FARTHEST_ZONE).date().isoformat()}
    return day in near


def _contradicts(found: str, seen: Sequence[StatedDate]) -> bool:
    """Whether readers see quite another day of publication."""
    day = date.fromisoformat(found[:10])
    return all(abs(_day(one) - day) > A_DAY for one in seen)


def _is_after(found: str, last: str | None) -> bool:
    """Whether a date is more than a day later than another one."""
    return last is not None and (
        date.fromisoformat(found[:10]) - date.fromisoformat(last[:10]) > A_DAY
    )
