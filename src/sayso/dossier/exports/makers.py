"""Who made a thing: the program, or a person; and which decisions of people a file does not show."""

from collections.abc import Collection

from sayso.dossier.exports.export import LeftOutCounts
from sayso.dossier.exports.marks import PERSON, Marks
from sayso.model.decisions import Decision, Holdings


def maker_name(marks: Marks, added: Decision | None) -> str | None:
    """Who added or corrected a thing; None if the machine made it."""
    if marks.by != PERSON:
        return None
    return added.author if added is not None else marks.author or "a person"


def count_untold(holdings: Holdings, told: Collection[int], left_out: LeftOutCounts) -> None:
    """Counts the decisions in force that a file shows nowhere; `told` has the numbers of the others."""
    untold = sum(decision.number not in told for decision in holdings.decisions)
    left_out.add("decisions", "what they are on is not in this file, or is gone", untold)


def software_name(holdings: Holdings) -> str:
    """The name of the program with its version."""
    return f"sayso {holdings.version}"
