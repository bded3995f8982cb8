"""Who made a thing: the program, or a person who added or corrected it."""

from sayso.dossier.exports.marks import PERSON, Marks
from sayso.model.decisions import Decision, Holdings


def maker_name(marks: Marks, added: Decision | None) -> str | None:
    """Who added or corrected a thing; None if the machine made it."""
    if marks.by != PERSON:
        return None
    return added.author if added is not None else marks.author or "a person"


def software_name(holdings: Holdings) -> str:
    """The name of the program with its version."""
    return f"sayso {holdings.version}"
