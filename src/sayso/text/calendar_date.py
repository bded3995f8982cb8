"""What a date says, as far as its words go."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, weekday, month or year, as far as the words go; `last_day` in "July 27-29".

    `part` is early, mid or late, or a share like 1/2; `which` is -1 in "last July", 0 in "this", 1
    in "next"; so is `which_year` in "July of last year".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    part: str | None = None
    which: int | None = None
    which_year: int | None = None


CalendarAndEnd = tuple[CalendarDate, int]  # and the index of the first word behind it
