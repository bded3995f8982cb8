"""The invented reports, compared by hand."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.comparison import (
    ActorMention,
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
    SharedActor,
    SharedEvent,
    Side,
    Stand,
    State,
    Story,
    Toll,
)
from sayso.model.happening import Harm
from sayso.model.reasons import Reason, RuleName, because

from .draft import Draft
from .sample import HERALD, NIGHT, drafts


def sample() -> Comparison:
    """The five reports compared by hand."""
    one, two, three, four, five = all_drafts = drafts()
    ids = [draft.document.id for draft in all_drafts]
    shelling = _shelling(all_drafts)
    return Comparison(
        tuple(draft.facts() for draft in all_drafts),
        stories=(Story(tuple(ids)),),
        copies=(_copy(two, three),),
        citations=(
            Citation(ids[0], one.quote("The Saltmarsh Review"), one.attributions[4].id, ids[3]),
            Citation(ids[2], three.quote("Northlight"), None, ids[1]),
            Citation(ids[3], four.quote("the Tarn Valley Monitor"), None, ids[4]),
        ),
        origins=(
            Origin((ids[0],)),
            Origin(
                (ids[1], ids[2]),
                (
                    Evidence("copy", 0.96, "report 3 repeats 96 % of itself from report 2"),
                    Evidence("credit", 1.0, "both carry the credit “(Northlight)”"),
                ),
            ),
            Origin((ids[3],)),
            Origin((ids[4],)),
        ),
        actors=_actors(one, two, four),
        events=(shelling, _ceasefire(five)),
        points=_points(one, two, three, four, five),
        tolls=tuple(_tolls(all_drafts, shelling)),
        timeline=(Entry(NIGHT, NIGHT, shelling.id, tuple(ids)),),
    )


def steps() -> Comparison:
    """The sample with points of every listing, the least sure disputes first."""
    comparison = sample()
    one, two, *_, five = drafts()
    wounded = _point(one, "seven soldiers had been wounded by drones", [(one, 3, Side.FOR)])
    denied = _point(five, "The army has not fired on the east bank", [(five, 1, Side.AGAINST)])
    pair = [(two, 2, Side.FOR), (five, 0, Side.AGAINST)]
    perhaps = replace(
        _point(two, "some 40", pair, State.CONTESTED),
        probability=0.2,
        likelihood=Likelihood.PERHAPS,
    )
    return replace(comparison, points=(wounded, denied, perhaps, *comparison.points))


def _point(
    titled: Draft,
    words: str,
    claims: Sequence[tuple[Draft, int, Side]],
    state: State = State.SINGLE,
) -> Point:
    stands = (
        Stand(draft.document.id, draft.claims[place].id, side) for draft, place, side in claims
    )
    return Point(titled.quote(words), tuple(stands), state, 1, 1)


def _copy(two: Draft, three: Draft) -> Copy:
    shared = HERALD[HERALD.index("PELLMERE") : HERALD.index("said.\n") + 5]
    second = HERALD[HERALD.index("“They fired") :].rstrip()
    passages = tuple(Passage(two.quote(text), three.quote(text)) for text in (shared, second))
    return Copy(two.document.id, three.document.id, CopyKind.COPY, two.document.id, 0.962, passages)


def _actors(one: Draft, two: Draft, four: Draft) -> tuple[SharedActor, ...]:
    def member(draft: Draft, place: int) -> ActorMention:
        return ActorMention(draft.document.id, draft.actors[place].id)

    return (
        SharedActor(one.quote("Odric Vanbeke"), (member(one, 2), member(four, 1))),
        SharedActor(one.quote("The Defence Ministry"), (member(one, 1), member(two, 3))),
    )


def _shelling(all_drafts: list[Draft]) -> SharedEvent:
    mentions = [EventMention(draft.document.id, draft.events[0].id) for draft in all_drafts]
    place = all_drafts[0].quote("Sedge Ferry", 1)
    return SharedEvent(tuple(mentions), "attack/shelling", place, NIGHT, NIGHT)


def _ceasefire(five: Draft) -> SharedEvent:
    member = EventMention(five.document.id, five.events[1].id)
    return SharedEvent((member,), "agreement/ceasefire", None, None, None)


def _points(*drafts: Draft) -> tuple[Point, ...]:
    one, two, three, four, five = drafts

    def stand(
        draft: Draft, place: int, side: Side, *reasons: Reason, concedes: bool = False
    ) -> Stand:
        return Stand(
            draft.document.id, draft.claims[place].id, side, reasons, 0.8125, concedes=concedes
        )

    fired = Point(
        one.quote("firing on the town"),
        (
            stand(two, 3, Side.FOR),
            stand(two, 1, Side.FOR),
            stand(three, 1, Side.FOR),
            stand(
                one,
                1,
                Side.AGAINST,
                because(RuleName.DENIES_WHAT, "one rebel commander"),
                because(RuleName.DENIES_BY_NOUN, "<b>lies</b>", "", ""),
            ),
            stand(one, 2, Side.AGAINST),
            stand(five, 1, Side.AGAINST),
            stand(two, 4, Side.OPEN),
        ),
        State.CONTESTED,
        1,
        2,
        (
            Evidence("denial", 1.0, "“firing on the town” is denied of what others assert"),
            Evidence("meaning", 0.78, "the contents are close in meaning"),
        ),
        probability=0.9375,
        likelihood=Likelihood.CLEAR,
    )
    mortars = Point(
        one.quote("placing mortars beside the market hall"),
        (
            stand(
                one, 5, Side.FOR, because(RuleName.CONCEDES_AGAINST, "Odric Vanbeke"), concedes=True
            ),
            stand(one, 4, Side.FOR, concedes=True),
            stand(four, 0, Side.FOR),
            stand(four, 1, Side.AGAINST),
        ),
        State.CONCEDED,
        1,
        1,
        probability=0.625,
        likelihood=Likelihood.LIKELY,
    )
    dead = Point(
        one.quote("people were killed when shells struck the market"),
        (stand(one, 0, Side.FOR), stand(two, 0, Side.FOR), stand(four, 2, Side.FOR)),
        State.CORROBORATED,
        3,
        0,
    )
    return (dead, mortars, fired)


def _tolls(all_drafts: list[Draft], shelling: SharedEvent) -> list[Toll]:
    one, two, three, four, five = all_drafts
    rows = [(one, 0), (two, 0), (two, 1), (three, 1), (four, 0), (five, 0)]
    killed = tuple(FigureMention(each.document.id, each.figures[at].id) for each, at in rows)
    why = (
        "report 1, “At least 23”: taken as 23 and open above",
        "report 2, “dozens”: read as 24",
        "report 2, “some 40”: a party's figure, used for the highest only",
        "report 3, “some 40”: left out, the same voice as report 2",
        "report 4, “Between 31 and 38”: taken as 31 to 38",
        "report 5, “31–38”: left out, report 4 cites it",
    )
    who = one.quote("people")
    injured = (FigureMention(one.document.id, one.figures[1].id),)
    return [
        Toll(shelling.id, Harm.KILLED, who, killed, "ucdp", 23, 31, 40, why),
        Toll(shelling.id, Harm.KILLED, who, killed, "acled", 23, 23, None, why),
        Toll(shelling.id, Harm.KILLED, who, killed, "airwars", 23, None, 40, why),
        Toll(
            None, Harm.INJURED, one.quote("soldiers"), injured, "ucdp", 7, 7, 7, ("report 1: used",)
        ),
    ]
