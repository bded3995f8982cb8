"""What the case says of a wrong decision, as somebody in front of the desk can use it.

The case speaks to people at a command line: it names commands and options. Here the same is said with
what a page offers.
"""

import re
from collections.abc import Sequence

from sayso.model.decisions import Decision, Subject, Target

MOST_THINGS = 5  # of a decision that are named
MOST_WORDS = 80  # of a thing that a decision is on
AGAIN = "Load this page again: it may have changed since."
# What the case says, up to the end of its sentence, and what the desk says.
IN_THE_DESK: tuple[tuple[str, str], ...] = (
    (r"[^.]*there is no (\w+) .*in the case\. `sayso list CASE.*", rf"It is not in the case. {AGAIN}"),
    (r"`sayso list CASE reports` shows the outlets\.", "The page of reports shows the outlets."),
    (r"name what the decision is about: `sayso list CASE` shows the names\.", "Choose a thing first."),
    (r"`sayso add CASE` reads it\.", "Wait until it is read: Add shows what is at work."),
    (r"`sayso log CASE` lists them\.", "Decisions lists them."),
    (r"`sayso show CASE POINT` lists its claims\.", "The page of the point lists its claims."),
    (r", as REPORT/CLAIM\.", "."),
    (r"give the side of each claim: REPORT/CLAIM=for or =against\.", "Choose the side of each claim."),
    (r"say where its words stand: --at START:END\.", "Choose its words in the report first."),
    (r"`sayso remove` takes a report out of the case\.", "An outlet, report or toll can have notes and marks."),
    (r"A place is START:END, as `sayso show` prints it\.", "Choose its words in the report."),
    (r"has no places\. Give them as START:END\.", "has no words. Choose them in the report."),
    (r"Type more of its digits\.", "Choose it from a list."),
)  # fmt: skip
DEEDS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge": "merged",
    "split": "split",
    "add": "added to",
    "reliability": "marked",
    "credibility": "marked",
    "side": "gave a side to",
    "note": "wrote a note on",
    "undo": "took back a decision on",
}


def in_the_desk(said: str) -> str:
    """A sentence of the case in the desk's words.

    >>> in_the_desk("there is no decision 4. `sayso log CASE` lists them.")
    'There is no decision 4. Decisions lists them.'
    """
    for pattern, words in IN_THE_DESK:
        said = re.sub(pattern, words, said, flags=re.DOTALL)
    return said[:1].upper() + said[1:]


def who_writes(said: str, holder: str | None) -> str:
    """Why the case cannot be written, and who is at work on it, if that is known."""
    return f"{said} At work on it: {holder}." if holder and "writing" in said else said


def deed(decision: Decision, subjects: Sequence[Subject]) -> str:
    """A decision in a few words: what was done, and on what.

    >>> from sayso.model.decisions import DecisionKind
    >>> deed(Decision(4, "", "ann", DecisionKind.REJECT, ()), [Subject(Target.CLAIM, "1", words="No one died")])
    'rejected the claim “No one died”'
    """
    done = DEEDS[decision.kind.value]
    value = _value(decision)
    return f"{done} {', '.join(map(_thing, subjects[:MOST_THINGS]))}{f': {value}' if value else ''}"


def words_of(subjects: Sequence[Subject]) -> str:
    """The words of the things that a decision is on."""
    return "; ".join(_cut(one.words or one.id) for one in subjects[:MOST_THINGS])


def _thing(subject: Subject) -> str:
    kind = {Target.SHARED_SPEAKER: "speaker", Target.SHARED_EVENT: "event"}.get(
        subject.kind, subject.kind.value
    )
    return f"the {kind} “{_cut(subject.words or subject.id)}”"


def _value(decision: Decision) -> str:
    """What a decision gives beside its kind, where a few words can say it."""
    value = decision.value
    if "text" in value or "mark" in value:
        return _cut(str(value.get("text", value.get("mark"))))
    if "sides" in value:
        return "the sides of claims"
    if "claims" in value:
        return "claims leave it"
    if "what" in value:
        return f"a {value['what']}"
    return ", ".join(name for name in value if name != "turned")


def _cut(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= MOST_WORDS else f"{one_line[: MOST_WORDS - 1]}…"
