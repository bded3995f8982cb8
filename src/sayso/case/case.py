"""The door to a case: `with Case.open("mali.sayso") as case:`."""

from sayso.case.door.contents import CaseContents
from sayso.case.door.decisions import CaseDecisions
from sayso.case.door.intake import CaseIntake


class Case(CaseIntake, CaseDecisions, CaseContents):
    """A case that is open. Close it, or use it in a `with` statement."""
