"""What can go wrong that a user can put right; every message says what to do next."""


class SaysoError(Exception):
    """The root of all of them."""


class UnreadableInput(SaysoError):
    """A file cannot be read as a report; the others go on without it."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(f"{name}: {what}. {remedy}")
        self.name, self.what, self.remedy = name, what, remedy


class NothingToRead(SaysoError):
    """Of everything that was named, not one report could be read."""


class BrokenWire(SaysoError):
    """A line of JSON is not what the wire format says, or its quotes are not the text."""


class BrokenLexicon(SaysoError):
    """A lexicon file says something that the loader does not understand."""


class CannotWrite(SaysoError):
    """The output cannot be written where it was asked for."""
