"""How much a packed file may become, with all that is packed inside it."""

from dataclasses import dataclass

from sayso.errors import UnreadableInput
from sayso.read.limits import Limits

UNPACK = "Unpack it and name the reports inside."
COPY_AGAIN = "Copy it again from where it came from."


@dataclass
class Unpacking:
    """What may still come out of one file that a person named. All archives inside it share this.

    So archives in archives cannot become more together than one archive may alone.
    """

    name: str
    bytes_left: int
    members_left: int

    @property
    def spent(self) -> bool:
        """Whether it has become too much, and that was said."""
        return self.bytes_left < 0 or self.members_left < 0

    def take_bytes(self, number: int) -> None:
        """Counts unpacked bytes. Raises UnreadableInput when they are too many."""
        self.bytes_left -= number
        if self.bytes_left < 0:
            what = "it unpacks to far more than archives of reports do, so the rest is not read"
            raise UnreadableInput(self.name, what, UNPACK)

    def take_member(self, limits: Limits) -> None:
        """Counts a member. Raises UnreadableInput when they are too many."""
        self.members_left -= 1
        if self.members_left < 0:
            what = f"it holds more than {limits.members:,} files, so the rest is not read"
            raise UnreadableInput(self.name, what, "Split it.")
