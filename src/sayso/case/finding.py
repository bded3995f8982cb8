"""What a check of a case found."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Something that does not fit: where it is, and what is wrong with it."""

    where: str
    what: str
