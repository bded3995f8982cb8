"""What a number has to tell for it to be put beside others of the same thing."""

from collections.abc import Hashable
from typing import Protocol

from sayso.compare.figures.said_when import Said
from sayso.text.revisions import Revision


class Number(Protocol):
    """A number that somebody gives."""

    @property
    def value(self) -> int | None:
        """The least that it says."""
        ...

    @property
    def bounds(self) -> tuple[float, float]:
        """What it may be at least and at most."""
        ...

    @property
    def said(self) -> Said | None:
        """When it was said, if anybody knows."""
        ...

    @property
    def speaker(self) -> Hashable:
        """Who gives it, the same in all reports."""
        ...

    @property
    def report(self) -> str:
        """The id of the report that it stands in."""
        ...

    @property
    def side(self) -> str | None:
        """The speaker's side in a fight, if that is known."""
        ...

    @property
    def of_enemy(self) -> bool:
        """Whether a party to the fight counts its enemy's losses."""
        ...

    @property
    def grows(self) -> bool:
        """Whether a later number may be higher because more has come to be known."""
        ...

    @property
    def falls(self) -> bool:
        """Whether a later number may be lower in the same way."""
        ...

    @property
    def revised(self) -> Revision | None:
        """Whether it is told as an earlier number or as a correction."""
        ...

    @property
    def label(self) -> str:
        """Which number it is, for a reader."""
        ...

    @property
    def words(self) -> str:
        """Its own words."""
        ...
