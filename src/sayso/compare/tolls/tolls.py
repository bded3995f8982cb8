"""What the figures for one harm to the same victims in one event come to, under each policy.

Figures of different victims, events or longer times are never put together. A toll shows every
figure that it is about, and says of each how it was used.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.compare.clustering import grouped_by
from sayso.compare.figures.said_when import figure_revision, saying_time
from sayso.compare.figures.victim_groups import group_victims
from sayso.compare.figures.victims import Victim, counted_victim, parse_victim, whole_figure
from sayso.compare.sources.belligerents import sides_by_name
from sayso.compare.sources.claim_origins import ClaimKey, OriginOf
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.event_of_figure import FigureScope, StoryEvents
from sayso.compare.tolls.fill_from_others import ScopedFigure, fill_from_others
from sayso.compare.tolls.history import toll_history
from sayso.compare.tolls.policies import POLICIES
from sayso.compare.tolls.status import with_status
from sayso.compare.tolls.voices import NO_VOICES, StoryVoices
from sayso.model.comparison import ActorMention, Quote, SharedEvent, Toll
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.text import Span

HARM_ORDER = {harm: place for place, harm in enumerate(Harm)}


def find_tolls(
    pile: Sequence[Facts],
    events: Sequence[SharedEvent],
    origin_of: OriginOf,
    origin_of_claim: Mapping[ClaimKey, str],
    by_hand: Mapping[ActorMention, str] = NO_VOICES,
) -> tuple[Toll, ...]:
    """A toll for each policy and each group of figures of a story; every figure of harm is in one group.

    `events` are those of the story. A figure that a report has from a cited outlet has the origin of
    that outlet's reports. `by_hand` has the keys of speakers of whom somebody ruled who they are.
    """
    if not any(figure.harm for facts in pile for figure in facts.figures):
        return ()
    reports = sorted(pile, key=lambda facts: facts.document.id)
    known = sorted(events, key=lambda event: event.id)
    names = [facts.document.id for facts in reports]
    origins = {name: origin_of.get(name, name) for name in names}
    scoped = _scoped_figures(
        reports, StoryEvents(reports, known), origins, origin_of_claim, by_hand
    )
    figures = fill_from_others(list(scoped))
    groups = _figure_groups(figures)
    return in_display_order(toll for scope, group in groups for toll in _policy_tolls(group, scope))


def in_display_order(tolls: Iterable[Toll]) -> tuple[Toll, ...]:
    """Tolls of an event first, then those with figures from most reports.

    Those of the same figures, under one policy after the other, stay together as they are.
    """
    groups = grouped_by(tolls, lambda toll: (toll.event, toll.harm, toll.figures))
    return tuple(toll for group in sorted(groups, key=_display_order) for toll in group)


def _scoped_figures(
    reports: Sequence[Facts],
    events: StoryEvents,
    origins: Mapping[str, str],
    origin_of_claim: Mapping[ClaimKey, str],
    by_hand: Mapping[ActorMention, str],
) -> Iterator[ScopedFigure]:
    """The figures of harm in some reports, each with its voice, its victims and its event."""
    told = sides_by_name(facts.document.text for facts in reports)
    voices = StoryVoices(reports, origins, told, by_hand)
    for report in reports:
        figures = tuple(sorted(report.figures, key=lambda figure: figure.span))
        facts = replace(report, figures=figures)
        harmed = {figure.id: figure for figure in figures if figure.harm is not None}
        chains = {claim.id: claim.chain for claim in facts.claims}
        attributions = {attribution.id: attribution for attribution in facts.attributions}
        for figure in harmed.values():
            whole = whole_figure(figure, harmed)
            scope = events.scope_of(facts, whole)
            sentence = events.sentence_of(facts, figure.span)
            chain = chains.get(figure.claim or "", ())
            count = CountedFigure(
                facts,
                figure,
                origin_of_claim.get(
                    (facts.document.id, figure.claim or ""), origins[facts.document.id]
                ),
                voices.voice_of(facts, figure),
                counted_victim(facts, figure, whole, sentence),
                scope.note,
                saying_time(facts.document, attributions, chain, sentence),
                figure_revision(facts.document, figure),
            )
            yield ScopedFigure(count, scope)


def _figure_groups(
    figures: Sequence[ScopedFigure],
) -> Iterator[tuple[FigureScope, list[CountedFigure]]]:
    """The figures for one harm to the same victims in one event."""
    for same_event in grouped_by(figures, lambda figure: (figure.scope.key, figure.harm)):
        for group in _by_victims([figure.count for figure in same_event]):
            yield same_event[0].scope, group


def _by_victims(counts: Sequence[CountedFigure]) -> list[list[CountedFigure]]:
    """The figures in groups of those that may count the same victims."""
    most: dict[Victim, int] = {}
    for count in counts:
        most[count.victim] = max(most.get(count.victim, 0), count.value or 0)
    numbers = group_victims(most, most)
    return grouped_by(counts, lambda count: numbers[count.victim])


def _policy_tolls(counts: Sequence[CountedFigure], scope: FigureScope) -> tuple[Toll, ...]:
    """The toll of a group of figures under each policy."""
    ordered = sorted(counts, key=lambda count: count.publication_order)
    harm = ordered[0].figure.harm
    if harm is None:
        return ()
    mentions = tuple(count.mention for count in ordered)
    history = toll_history(ordered)
    who, counted = _victims_quote(ordered), with_status(ordered, history)
    results = [(name, policy(counted)) for name, policy in POLICIES.items()]
    return tuple(
        Toll(
            scope.event,
            harm,
            who,
            mentions,
            name,
            result.low,
            result.best,
            result.high,
            result.why,
            history.steps,
            result.reasons,
        )
        for name, result in results
    )


def _victims_quote(counts: Sequence[CountedFigure]) -> Quote | None:
    """The words for the victims that say most: those with a name, then the most common.

    Where people of any kind are counted, words for some of them ("a girl") are not chosen.
    """
    origins: dict[str, set[str]] = {}
    first_uses: dict[str, tuple[CountedFigure, Span]] = {}
    whole_kinds = {count.victim.kind for count in counts if count.victim.anyone}
    for count in counts:
        span = count.figure.who
        if span is None or (whole_kinds and count.victim.kind not in whole_kinds):
            continue
        phrase = count.document[span]
        if parse_victim(phrase) == count.victim:
            origins.setdefault(phrase.casefold(), set()).add(count.origin)
            first_uses.setdefault(phrase.casefold(), (count, span))
    if not first_uses:
        return None

    def fullness(phrase: str) -> tuple[int, int, bool, str]:
        victim = first_uses[phrase][0].victim
        names = len(victim.nations) + len(victim.names)
        return names, len(origins[phrase]), victim.kind_named, phrase

    count, span = first_uses[max(first_uses, key=fullness)]
    return Quote(count.report, span)


def _display_order(tolls: Sequence[Toll]) -> tuple[bool, int, int, int, str]:
    """A sort key for tolls of the same figures."""
    first = tolls[0]
    reports = len({mention.document for mention in first.figures})
    return first.event is None, -reports, -len(first.figures), HARM_ORDER[first.harm], first.id
