"""Reports of hostile words, which stand wherever words can stand."""

from datetime import date
from itertools import pairwise

from sayso.model.comparison import (
    ActorMention,
    Change,
    Comparison,
    Copy,
    CopyKind,
    Entry,
    EventMention,
    Evidence,
    FigureMention,
    Likelihood,
    Passage,
    Point,
    Quote,
    SharedActor,
    SharedEvent,
    Side,
    Stand,
    State,
    Step,
    Toll,
)
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Harm, Participant, Place, Precision, When
from sayso.model.particulars import LeftOut, LeftOutKind
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

DAY = date(2031, 5, 4)
# What a spreadsheet, a browser, a Markdown reader, LaTeX or a reference manager might take for its own.
HOSTILE = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=HYPERLINK("http://bad.example";"here")',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>]]>",
    "comma, semicolon; \"quotes\" 'more'\nand\r\nlines",
    "\u202egpj.exe\u202c",
    "مرحبا\u200f بالعالم",
    "nul\x00, bell\x07, \ufffe and \uffff",
    "_x0041_ and _x005F_",
    "line\u2028separator\x85next",
    "[link](javascript:alert(1)) ![picture](http://bad.example/p.png)",
    "https://bad.example/ and www.bad.example and me@bad.example",
    "`code` *strong* _em_ ~~gone~~ [^1] $x^2$ &lt; | cell | \\",
    "# heading",
    "1. item",
    "- item",
    "---\ntitle: bad\n---",
    "x\nER  - \nTY  - BOOK\nTI  - bad",
    "}}, } @misc{bad, title = {bad}",
    "{ \\input{/etc/passwd} % # & ~ ^ $",
    "a and b, Jr.",
    "x" * 40_000,
    "🚑" * 20_000,
)


def hostile_comparison() -> Comparison:
    """A report for each of the hostile words, and what they say together."""
    facts = tuple(_facts_of(number, words) for number, words in enumerate(HOSTILE))
    return Comparison(
        facts,
        copies=tuple(_copy(one, two) for one, two in pairwise(facts)),
        actors=tuple(_shared_actor(one) for one in facts),
        events=tuple(_shared_event(one) for one in facts),
        points=tuple(_point(one) for one in facts),
        tolls=tuple(_toll(one) for one in facts),
        timeline=tuple(
            Entry(DAY, DAY, _shared_event(one).id, (one.document.id,), DAY, DAY) for one in facts
        ),
    )


def _facts_of(number: int, words: str) -> Facts:
    """Facts that all rest on the hostile words; the content of the claim is in two pieces."""
    text = f"{words} (said) {words} in report {number}."
    one = Span(0, len(words))
    cue = Span(text.index("(said)", len(words)) + 1, text.index("(said)", len(words)) + 5)
    two = Span(cue.end + 2, cue.end + 2 + len(words))
    head = words[:300]
    document = Document(
        f"/home/secret/{number}.txt",
        text,
        title=head,
        outlet=head,
        byline=head,
        url=f"https://a.example/{head}",
        published="2031-05-05",
        agency=head,
        section=head,
        subtitle=head,
        crawled="2031-05-06",
        furniture=(two,),
        also=(Head(f"/home/secret/again-{number}.txt", head, head, head, None, "2031-05-06"),),
        left_out=(LeftOut(0, LeftOutKind.CAPTION, words),),
        words_left_out=1,
    )
    attribution = Attribution(one, cue, (one, two), Speech.DIRECT, Kind.SPEECH, None, 0.5)
    actor = Actor(one, ActorType.PERSON, True, two, (one, two))
    claim = Claim(
        (one, two),
        (attribution.id,),
        Stance.ASSERTS,
        (two,),
        actor.id,
        (Basis(Knowing.EYEWITNESS, one),),
    )
    event = Event(
        one,
        head,
        (Participant(head, two, actor.id),),
        Place(two, words, head, 1.5, -20.25),
        When(one, DAY, DAY),
        True,
    )
    figure = Figure(
        one, 12, None, Precision.AT_LEAST, Harm.KILLED, two, event.id, claim.id, None, False
    )
    return Facts(document, (attribution,), (claim,), (actor,), (figure,), (event,))


def _quote(facts: Facts) -> Quote:
    return Quote(facts.document.id, facts.figures[0].span)


def _copy(one: Facts, two: Facts) -> Copy:
    passage = Passage(_quote(one), _quote(two))
    return Copy(
        one.document.id, two.document.id, CopyKind.PASSAGE, one.document.id, 0.5, (passage,)
    )


def _shared_actor(facts: Facts) -> SharedActor:
    return SharedActor(_quote(facts), (ActorMention(facts.document.id, facts.actors[0].id),))


def _shared_event(facts: Facts) -> SharedEvent:
    event = facts.events[0]
    return SharedEvent(
        (EventMention(facts.document.id, event.id),), event.kind, _quote(facts), DAY, DAY
    )


def _point(facts: Facts) -> Point:
    words = facts.document[facts.figures[0].span]
    return Point(
        _quote(facts),
        (Stand(facts.document.id, facts.claims[0].id, Side.FOR, (), 0.5, True),),
        State.CONTESTED,
        1,
        0,
        (Evidence("=feature", 0.5, f"{facts.document.name} {words}"),),
        0.5,
        Likelihood.CLEAR,
    )


def _toll(facts: Facts) -> Toll:
    mention = FigureMention(facts.document.id, facts.figures[0].id)
    step = Step(
        mention.document, mention.figure, DAY, DAY, _quote(facts), Change.FIRST, mention, "=why"
    )
    return Toll(
        _shared_event(facts).id,
        Harm.KILLED,
        _quote(facts),
        (mention,),
        "=policy",
        12,
        12,
        None,
        (f"{facts.document.name} {facts.document[facts.figures[0].span]}",),
        (step,),
    )
