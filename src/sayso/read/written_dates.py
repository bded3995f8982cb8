"""Dates as people write them: "Mon 2 March 2026, 08:15 GMT", "8:15 a.m. on March 2, 2026".

Figures whose day and month can be told apart in one way only are a date; of others both days are
given. Zones are read where their name means one offset everywhere. A date whose weekday is wrong
is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta, timezone
from functools import cache, lru_cache

from sayso.lexicon.stamps import stamp_words

MAX_LOOKED_AT_CHARACTERS = 400  # of a line; dates of reports stand in short ones
MAX_OFFSET = timedelta(hours=14)
TIME = (
    r"(?P<hour>[012]?\d)(?:(?:[:.h]|\s?h\s?)(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?)?"
    r"\s?(?:(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:uhr|hrs|hours)\b)?"
)
MILITARY = r"(?P<hour>[012]\d)(?P<minute>[0-5]\d)\s?(?:hrs|hours|h)?"  # only before a zone
OFFSET = r"(?P<sign>[+\-−])(?P<off_hour>\d{1,2})(?::?(?P<off_minute>[0-5]\d))?"
ZONE = rf"\s?[(\[]?(?P<zone>[a-z]{{1,5}}\b)?\s?(?:{OFFSET}(?![\d:]))?"
BEFORE = re.compile(
    rf"(?<![\d:.,/-]){TIME}{ZONE}\)?\s*[,|·•–—-]?\s*(?:on\s+)?(?:\w{{3,9}}\.?,?\s+)?$"
)
AFTER = re.compile(
    r"\s*(?:[,|·•–—/-]|t(?=\d)|\bat\b|\bum\b|\bà\b|\bàs\b|\balle\b|\bore\b|\ba las\b|@)*\s*"
    rf"(?:(?:at|ore|um)\s+)?(?:{TIME}{ZONE})"
)
AFTER_MILITARY = re.compile(rf"\s*,?\s*(?:at\s+)?(?:{MILITARY}\s?{ZONE})")
YEAR_FIGURES = re.compile(r"[0-9]{4}")
OTHER_FIGURE = re.compile(r"(?![0-9])\d")
YEAR = r"(?P<year>\d{4})(?!\d)"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a line: `start` and `end` are its code points there.

    There are two `days` where day and month may be either; the first is day before month. `clock`
    is the time of day, `offset` its distance from UTC, where the line says so.
    """

    start: int
    end: int
    days: tuple[date, ...]
    clock: time | None = None
    offset: timezone | None = None

    @property
    def day(self) -> date | None:
        """The day, if it is certain."""
        return self.days[0] if len(self.days) == 1 else None

    def value(self, day: date) -> str:
        """That day in ISO 8601, with the time of day and its offset as far as they are known."""
        if self.clock is None:
            return day.isoformat()
        written = f"{day.isoformat()}T{self.clock.isoformat()}"
        if self.offset is None:
            return written
        minutes = round((self.offset.utcoffset(None)).total_seconds()) // 60
        sign = "-" if minutes < 0 else "+"
        return f"{written}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def written_dates(line: str) -> tuple[WrittenDate, ...]:
    """The dates with a year in the first 400 characters of a line, in its order."""
    return _dates_of(line[:MAX_LOOKED_AT_CHARACTERS])


@lru_cache(maxsize=256)  # several rules ask for the dates of one line
def _dates_of(given: str) -> tuple[WrittenDate, ...]:
    if YEAR_FIGURES.search(given) is None:
        return ()
    looked_at = given.lower()
    if len(looked_at) != len(given) or OTHER_FIGURE.search(looked_at):
        return ()  # a letter whose small form is longer, so that places are wrong; other figures
    looked_at = looked_at.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
    return tuple(_with_clocks(looked_at, list(_days_in(looked_at))))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = stamp_words()
    months = "|".join(sorted(map(re.escape, words.months), key=len, reverse=True))
    weekdays = "|".join(sorted(map(re.escape, words.weekdays), key=len, reverse=True))
    lead = rf"(?:\b(?P<weekday>{weekdays})\b\.?,?\s{{1,3}})?(?:the\s)?"
    month = rf"(?P<month>{months})\b\.?"
    ending = r"(?:st|nd|rd|th|er|º|°|\.)?"
    day = r"(?<![\d.,:/-])(?P<day>[0-3]?\d)"
    return (
        re.compile(
            rf"{lead}{day}{ending}(?:\s(?:of|de))?[\s/-]{{1,3}}{month}(?:\sde|\sdel)?,?[\s/-]{{1,3}}{YEAR}"
        ),
        re.compile(rf"{lead}\b{month}[\s-]{{1,3}}(?P<day>[0-3]?\d){ending},?[\s-]{{1,3}}{YEAR}"),
        re.compile(
            rf"(?<![\d/.:-]){YEAR}(?P<point>[-/.])(?P<first>\d\d?)(?P=point)(?P<second>\d\d?)(?![\d/])"
        ),
        re.compile(
            rf"{lead}(?<![\d/.:-])(?P<first>\d\d?)\s?(?P<point>[-/.])\s?(?P<second>\d\d?)\s?(?P=point)\s?{YEAR}(?![/.-]?\d|/)"
        ),
        re.compile(rf"(?<![\d/.:-]){YEAR}[\s-]{month}[\s-](?P<day>[0-3]?\d)(?!\d)"),
    )


def _days_in(line: str) -> Iterator[WrittenDate]:
    """The dates without their times, in the order of the line, none inside another."""
    found = [
        WrittenDate(hit.start(), hit.end(), days)
        for number, pattern in enumerate(_patterns())
        for hit in pattern.finditer(line)
        if (days := _days_of(hit, number))
    ]
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _days_of(hit: re.Match[str], number: int) -> tuple[date, ...]:
    parts = hit.groupdict()
    year = int(parts["year"])
    if number in (0, 1, 4):
        given = [(stamp_words().months[parts["month"]], int(parts["day"]))]
    else:
        first, second = int(parts["first"]), int(parts["second"])
        given = [(first, second)] if number == 2 else [(second, first), (first, second)]
    days = list(dict.fromkeys(filter(None, (_real_day(year, *one) for one in given))))
    weekday = parts.get("weekday")
    if weekday:
        days = [one for one in days if one.weekday() == stamp_words().weekdays[weekday]]
    return tuple(days)


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_clocks(line: str, found: list[WrittenDate]) -> Iterator[WrittenDate]:
    """The dates with the times behind or before them; no time belongs to two dates."""
    taken = 0
    for number, one in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(line)
        hit = _clock_behind(line, one.end, limit)
        if hit is None:
            hit = _last_match(line, taken, one.start)
        clock = _clock_of(hit) if hit else None
        if hit is None or clock is None:
            taken = one.end
            yield one
            continue
        start, end = min(one.start, hit.start()), max(one.end, _end_of_clock(hit))
        yield WrittenDate(start, end, one.days, clock, _offset_of(hit))
        taken = end


def _clock_behind(line: str, at: int, limit: int) -> re.Match[str] | None:
    for pattern in (AFTER_MILITARY, AFTER):
        hit = pattern.match(line, at, limit)
        known = hit and (hit.groupdict().get("half") or hit["minute"])
        if hit and known and (pattern is AFTER or hit["zone"] in stamp_words().zones):
            return hit
    return None


def _last_match(line: str, start: int, end: int) -> re.Match[str] | None:
    """The time that ends right before a date."""
    hit = BEFORE.search(line[:end], max(start, end - 40))
    return hit if hit and (hit["minute"] or hit["half"]) else None


def _end_of_clock(hit: re.Match[str]) -> int:
    """Where the time ends; a word behind it is part of it only if it is a zone."""
    zone, offset = hit["zone"], hit["sign"]
    if zone and zone not in stamp_words().zones and not offset:
        return hit.start("zone")
    return hit.end()


def _clock_of(hit: re.Match[str]) -> time | None:
    hour, half = int(hit["hour"]), hit.groupdict().get("half")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(hit["minute"] or 0), int(hit.groupdict().get("second") or 0))
    except ValueError:
        return None


def _offset_of(hit: re.Match[str]) -> timezone | None:
    """The offset from UTC that the time states; None if it names no zone with one meaning."""
    zone, known = hit["zone"], stamp_words().zones
    if hit["sign"] and (zone is None or known.get(zone) == 0):
        offset = timedelta(hours=int(hit["off_hour"]), minutes=int(hit["off_minute"] or 0))
        if offset > MAX_OFFSET:
            return None
        return timezone(-offset if hit["sign"] != "+" else offset)
    return timezone(timedelta(minutes=known[zone])) if zone in known else None
