"""Decisions of every kind on the sample, in the forms in which a case keeps them."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

from sayso.dossier.html import render_dossier
from sayso.dossier.page import Page as DossierPage
from sayso.dossier.page import dossier_page
from sayso.model.comparison import Point, SharedActor
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from tests.dossier.compared import sample
from tests.dossier.parsed import drawn

MADE_AT = "2031-05-06T09:30:00Z"
ANN, BO = "Ann Veldt", "Bo Haddad"


def one(
    number: int,
    kind: DecisionKind,
    *subjects: Subject,
    value: dict[str, Any] | None = None,
    author: str = ANN,
    reason: str = "",
) -> Decision:
    return Decision(number, MADE_AT, author, kind, subjects, value or {}, reason)


def claim(report: int, place: int, words: str = "what the person saw") -> Subject:
    facts = sample().facts[report - 1]
    return Subject(Target.CLAIM, facts.claims[place].id, facts.document.id, (), words)


def figure(report: int, place: int, words: str = "At least 23") -> Subject:
    facts = sample().facts[report - 1]
    return Subject(Target.FIGURE, facts.figures[place].id, facts.document.id, (), words)


def report(number: int, words: str = "a title") -> Subject:
    return Subject(Target.REPORT, sample().facts[number - 1].document.id, words=words)


def outlet(name: str = "Pellmere Courier") -> Subject:
    return Subject(Target.OUTLET, name, words=name)


def point(place: int = 2, name: str | None = None, few: int | None = None) -> Subject:
    found = sample().points[place]
    return Subject(Target.POINT, name or found.id, members=members(found)[:few], words="the guns")


def speaker(place: int = 0) -> Subject:
    found = sample().actors[place]
    return Subject(Target.SHARED_SPEAKER, found.id, members=members(found), words="Vanbeke")


def members(group: Point | SharedActor) -> tuple[str, ...]:
    if isinstance(group, Point):
        return tuple(f"{each.document}/{each.claim}" for each in group.claims)
    return tuple(f"{each.document}/{each.actor}" for each in group.mentions)


def name_of(subject: Subject) -> str:
    return f"{subject.report}/{subject.id}"


GONE = Subject(Target.CLAIM, "0123456789ab", "f" * 64, (), "words that nobody reads now")


def every_kind() -> tuple[Decision, ...]:
    """A decision of each kind, the tenth on what is gone."""
    return (
        one(1, DecisionKind.ACCEPT, point(), reason="read by two of us"),
        one(2, DecisionKind.REJECT, GONE, author=BO, reason="a caption"),
        one(3, DecisionKind.CORRECT, claim(1, 0), value={"stance": "denies"}, author=BO),
        one(4, DecisionKind.MERGE, speaker(0), speaker(1)),
        one(5, DecisionKind.SPLIT, point(1), value={"claims": list(point(1).members[:2])}),
        one(6, DecisionKind.ADD, report(2), value={"what": "claim"}),
        one(7, DecisionKind.RELIABILITY, outlet(), value={"mark": "B"}),
        one(8, DecisionKind.CREDIBILITY, claim(1, 0), value={"mark": "2"}),
        one(9, DecisionKind.SIDE, speaker(0), value={"text": "the government"}),
        one(10, DecisionKind.NOTE, GONE, value={"text": "call again"}),
        one(11, DecisionKind.CORRECT, figure(1, 0), value={"high": 21, "low": 21}),
    )


def held(
    decisions: Iterable[Decision], orphans: Iterable[int] = (), added: dict[str, int] | None = None
) -> Holdings:
    every = tuple(decisions)
    gone = tuple(each for each in every if each.number in tuple(orphans))
    return Holdings("case", "1.2.3", MADE_AT, sample(), every, gone, added or {})


def whole() -> Holdings:
    """The sample with a decision of each kind."""
    added = {name_of(claim(1, 0)): 3, name_of(claim(2, 0)): 6, name_of(figure(1, 0)): 11}
    return held(every_kind(), [10], added)


def page_of(holdings: Holdings) -> DossierPage:
    return dossier_page(holdings.comparison, holdings)


def markup(holdings: Holdings) -> str:
    return drawn(render_dossier(holdings.comparison, holdings))


class Section(HTMLParser):
    """The words of the section on decisions, and those of every mark of a person."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.marks: list[str] = []
        self._inside = self._mark = False
        self.feed(page)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id") == "decisions":
            self._inside = True
        if given.get("class") == "foot":
            self._inside = False
        self._mark = "by-hand" in (given.get("class") or "") and "title" in given
        if self._mark:
            self.marks.append("")

    def handle_endtag(self, _: str) -> None:
        self._mark = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words += data
        if self._mark:
            self.marks[-1] += data


def badges(holdings: Holdings, anchor: str) -> list[tuple[str, str, str, int]]:
    found = page_of(holdings).decided.badges.get(anchor, ())
    return [(each.kind, each.text, each.meaning, each.number) for each in found]


def texts(holdings: Holdings, anchor: str) -> list[str]:
    return [text for _, text, _, _ in badges(holdings, anchor)]
