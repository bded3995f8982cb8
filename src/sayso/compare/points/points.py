"""The points that claims speak to: who is for, who is against, and how many voices each has."""

from collections.abc import Mapping, Sequence
from functools import partial

from sayso.compare.clustering import grouped_by
from sayso.compare.points.agreement import find_agreement
from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.concessions import Concession, find_concessions
from sayso.compare.points.denials import Answer, denied_alone, find_answers
from sayso.compare.points.disputes import find_disputes
from sayso.compare.points.drafts import (
    Draft,
    add_concessions,
    agreement_drafts,
    denial_drafts,
    dispute_drafts,
    figure_drafts,
)
from sayso.compare.points.figure_disputes import FigureDispute, find_figure_disputes
from sayso.compare.points.point_maker import PointMaker
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.relations import find_relations
from sayso.compare.points.stand_reasons import StandReasons
from sayso.compare.points.verdicts import Verdicts, read_verdicts
from sayso.compare.sources.claim_origins import claim_origins
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.comparison import ActorMention, Comparison, Point, State, Story, Toll
from sayso.model.facts import Facts

STATE_ORDER = {State.CONTESTED: 0, State.CONCEDED: 0, State.CORROBORATED: 1, State.SINGLE: 2}


def find_points(
    pile: Sequence[Facts], compared: Comparison, tolls: Sequence[Toll]
) -> tuple[Point, ...]:
    """The points of every story: the disputed ones first, the surest before the others.

    A claim speaks to one point at most. A claim that no other speaks to is a point only if it denies
    aloud what nobody here utters. `compared` has what was compared before: stories, origins,
    citations, actors and events.
    """
    facts = {report.document.id: report for report in pile}
    story_of = _story_of(compared.stories)
    claims = _claims_by_story(facts, story_of, speaker_keys(pile, compared.actors))
    verdicts = read_verdicts(claims, facts, story_of)
    answers = _answers(claims, facts, story_of, verdicts)
    origins = claim_origins(pile, compared.origins, compared.citations)
    figures = find_figure_disputes(pile, tolls, claims, compared.events, origins)
    reasons = StandReasons(claims, facts, answers, verdicts.pairs)
    place_of = {claim.key: place for place, claim in enumerate(claims)}
    drafts = list(figure_drafts(_within_stories(figures, story_of), place_of))
    relations = find_relations(claims, facts, verdicts, answers)
    disputes = find_disputes(relations, _members(drafts))
    drafts += dispute_drafts(disputes, reasons)
    concessions = find_concessions(claims, facts, verdicts.odds_of_relation)
    story_of_claim = [story_of[claim.document] for claim in claims]
    add_concessions(drafts, [_in_story(one, story_of_claim) for one in concessions], reasons)
    drafts += agreement_drafts(find_agreement(claims, story_of, origins, _members(drafts)), reasons)
    alone = set(denied_alone(claims, facts, answers)) - _members(drafts)
    drafts += denial_drafts(sorted(alone), reasons)
    maker = PointMaker(claims, facts, origins, verdicts)
    return tuple(sorted(map(maker.make, drafts), key=_rank))


def _members(drafts: Sequence[Draft]) -> set[int]:
    return {place for draft in drafts for place in draft.members}


def _story_of(stories: Sequence[Story]) -> dict[str, str]:
    return {document: story.id for story in stories for document in story.documents}


def _claims_by_story(
    facts: Mapping[str, Facts], story_of: Mapping[str, str], voices: Mapping[ActorMention, str]
) -> list[PreparedClaim]:
    """The claims of all reports, those of one story together, always in the same order."""
    documents = sorted(facts, key=lambda document: (story_of[document], document))
    return [claim for document in documents for claim in prepare_claims(facts[document], voices)]


def _answers(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    story_of: Mapping[str, str],
    verdicts: Verdicts,
) -> list[Answer]:
    """The denials of every story and the claims that they may deny."""
    found = []
    for places in grouped_by(range(len(claims)), lambda place: story_of[claims[place].document]):
        first = places[0]
        judge = partial(_judge, verdicts, first)
        for answer in find_answers([claims[place] for place in places], facts, judge):
            objects = tuple(first + place for place in answer.objects)
            found.append(answer._replace(denial=first + answer.denial, objects=objects))
    return found


def _judge(verdicts: Verdicts, first: int, left: int, right: int) -> float | None:
    """What the network says of two claims of a story, whose claims begin at `first`."""
    return verdicts.odds_of_opposition(first + left, first + right)


def _in_story(one: Concession, story_of_claim: Sequence[str]) -> Concession:
    """A concession without the claims of other stories."""
    story = story_of_claim[one.claim]
    return one._replace(
        bears_out=tuple(place for place in one.bears_out if story_of_claim[place] == story),
        denied_in=tuple(place for place in one.denied_in if story_of_claim[place] == story),
    )


def _within_stories(
    disputes: Sequence[FigureDispute], story_of: Mapping[str, str]
) -> list[FigureDispute]:
    return [
        one
        for one in disputes
        if len({story_of[document] for side in one.sides for document, _ in side}) == 1
    ]


def _rank(point: Point) -> tuple[int, float, int, str]:
    """A sort key: the disputed first, by their chance, then what most claims speak to."""
    return STATE_ORDER[point.state], -(point.probability or 0.0), -len(point.claims), point.id
