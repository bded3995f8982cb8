"""Errors that a user can put right. Every message says what happened and what to do next."""


class SaysoError(Exception):
    """The base of all errors of sayso."""


class UnreadableInput(SaysoError):
    """A file that cannot be read as a report. The other files are read without it."""

    def __init__(self, name: str, what: str, remedy: str) -> None:
        super().__init__(f"{name}: {what}. {remedy}")
        self.name, self.what, self.remedy = name, what, remedy


class NothingToRead(SaysoError):
    """None of the inputs could be read as a report."""


class BrokenWire(SaysoError):
    """A line of JSON is not in the wire format, or one of its quotes is not in the text."""


class BrokenLexicon(SaysoError):
    """A lexicon file has an entry that the loader does not understand."""


class CannotWrite(SaysoError):
    """The output cannot be written to the file that was named."""
