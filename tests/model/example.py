"""One small report with a fact of every kind, for tests that need to see the very words."""

from datetime import date

from sayso.model.comparison import (
    ActorMention,
    Change,
    Citation,
    Comparison,
    Copy,
    CopyKind,
    Entry,
    EventMention,
    Evidence,
    FigureMention,
    Likelihood,
    Origin,
    Passage,
    Point,
    Quote,
    SharedActor,
    SharedEvent,
    Side,
    Stand,
    State,
    Step,
    Story,
    Toll,
)
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Harm, Participant, Place, Precision, When
from sayso.model.reasons import RuleName, because
from sayso.model.speech import (
    Actor,
    ActorType,
    Attribution,
    Basis,
    Claim,
    Kind,
    Knowing,
    Speech,
    Stance,
)
from sayso.model.text import Document, Head, Span

TEXT = (
    "Brelland’s defence ministry denied on Friday 👩‍🚒 that a raid on Port Ossa had killed at least"
    " 12 fishermen, the Quay Dispatch reported.\nYou have 30% of this article left to read."
)


def at(words: str) -> Span:
    """The place of the words in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


DOCUMENT = Document(
    name="reports/raid.txt",
    text=TEXT,
    title="Ministry denies raid",
    published="2031-03-14T22:10-05:00",
    language="en",
    remaining=0.3,
    furniture=(at("You have 30% of this article left to read."),),
    read_to=170,
    also=(Head("raid.html", outlet="Sellan Gazette", published="2031-03-15", raw_sha256="0" * 64),),
)
OUTER = Attribution(
    source=at("the Quay Dispatch"),
    cue=at("reported"),
    content=(at(TEXT[: TEXT.index(", the Quay")]),),
    speech=Speech.INDIRECT,
    kind=Kind.WRITING,
    within=None,
    score=0.9,
)
INNER = Attribution(
    source=at("Brelland’s defence ministry"),
    cue=at("denied"),
    content=(at("that a raid on Port Ossa had killed at least 12 fishermen"),),
    speech=Speech.INDIRECT,
    kind=Kind.SPEECH,
    within=OUTER.id,
    score=0.75,
)
MINISTRY = Actor(
    name=at("Brelland’s defence ministry"),
    type=ActorType.ORGANISATION,
    named=True,
    role=None,
    mentions=(at("Brelland’s defence ministry"),),
)
CLAIM = Claim(
    INNER.content,
    (OUTER.id, INNER.id),
    Stance.DENIES,
    (),
    MINISTRY.id,
    (Basis(Knowing.SECOND_HAND, at("on Friday")),),
)
EVENT = Event(
    trigger=at("raid"),
    kind="raid",
    participants=(Participant("patient", at("fishermen"), None),),
    place=Place(at("Port Ossa"), "Port Ossa", "Brelland", 1.5, -20.25),
    when=When(at("on Friday"), date(2031, 3, 14), date(2031, 3, 14)),
    negated=False,
)
FIGURE = Figure(
    span=at("at least 12"),
    low=12,
    high=None,
    kind=Precision.AT_LEAST,
    harm=Harm.KILLED,
    who=at("fishermen"),
    event=EVENT.id,
    claim=CLAIM.id,
    part_of=None,
    hypothetical=True,
)
FACTS = Facts(DOCUMENT, (OUTER, INNER), (CLAIM,), (MINISTRY,), (FIGURE,), (EVENT,))

OTHER = Facts(Document(name="reports/quay.txt", text=f"The Quay Dispatch\n{TEXT}"))


def quote(words: str) -> Quote:
    """The words in the first document."""
    return Quote(DOCUMENT.id, at(words))


def _passage() -> Passage:
    start = OTHER.document.text.index(TEXT)
    return Passage(
        Quote(OTHER.document.id, Span(start, start + len(TEXT))),
        Quote(DOCUMENT.id, Span(0, len(TEXT))),
    )


WHY = (Evidence("same_words", 1.0, "129 words run alike"),)
RAID = SharedEvent(
    (EventMention(DOCUMENT.id, EVENT.id),),
    "raid",
    quote("Port Ossa"),
    date(2031, 3, 14),
    date(2031, 3, 14),
)
BOTH = (DOCUMENT.id, OTHER.document.id)
COMPARISON = Comparison(
    facts=(FACTS, OTHER),
    stories=(Story(BOTH),),
    copies=(
        Copy(OTHER.document.id, DOCUMENT.id, CopyKind.COPY, OTHER.document.id, 1.0, (_passage(),)),
    ),
    citations=(Citation(DOCUMENT.id, quote("Quay Dispatch"), OUTER.id, OTHER.document.id),),
    origins=(Origin(BOTH, WHY),),
    actors=(SharedActor(quote("defence ministry"), (ActorMention(DOCUMENT.id, MINISTRY.id),)),),
    events=(RAID,),
    points=(
        Point(
            title=quote("a raid on Port Ossa had killed at least 12 fishermen"),
            claims=(
                Stand(
                    DOCUMENT.id,
                    CLAIM.id,
                    Side.AGAINST,
                    (because(RuleName.DENIES_WHAT, "the Quay Dispatch"),),
                    0.8,
                    True,
                ),
            ),
            state=State.CONTESTED,
            origins_for=0,
            origins_against=1,
            why=WHY,
            probability=0.75,
            likelihood=Likelihood.LIKELY,
        ),
    ),
    tolls=(
        Toll(
            event=RAID.id,
            harm=Harm.KILLED,
            who=quote("fishermen"),
            figures=(FigureMention(DOCUMENT.id, FIGURE.id),),
            policy="ucdp",
            low=0,
            best=0,
            high=12,
            why=("at least 12: denied, so the high end alone",),
            course=(
                Step(
                    DOCUMENT.id,
                    FIGURE.id,
                    date(2031, 3, 14),
                    date(2031, 3, 15),
                    quote("Port Ossa"),
                    Change.OLDER,
                    FigureMention(DOCUMENT.id, FIGURE.id),
                    "repeats an older figure",
                ),
            ),
        ),
    ),
    timeline=(
        Entry(
            date(2031, 3, 14),
            date(2031, 3, 14),
            RAID.id,
            BOTH,
            date(2031, 3, 14),
            date(2031, 3, 15),
        ),
    ),
)
