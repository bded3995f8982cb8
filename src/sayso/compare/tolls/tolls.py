"""What the figures for one harm to the same victims in one happening come to, under each policy.

Figures of different victims, happenings or longer times are never put together; a toll shows every
figure that it is about, and says of each what was done with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.compare.clustering import leaders, parts
from sayso.compare.figures.counting import whole_of, whom
from sayso.compare.figures.said_when import revised, said
from sayso.compare.figures.victims import Victim, groups, victim
from sayso.compare.sources.belligerents import told_sides
from sayso.compare.tolls.counted_figure import CountedFigure, alike
from sayso.compare.tolls.event_of_figure import Scope, Scopes
from sayso.compare.tolls.fill_from_others import Placed, settled
from sayso.compare.tolls.history import course
from sayso.compare.tolls.policies import POLICIES
from sayso.compare.tolls.status import counted
from sayso.compare.tolls.voices import Voices
from sayso.model.comparison import Origin, Quote, SharedEvent, Story, Toll
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.text import Span

HARMS = {harm: place for place, harm in enumerate(Harm)}


def find_tolls(
    pile: Sequence[Facts],
    events: Sequence[SharedEvent],
    origins: Sequence[Origin],
    stories: Sequence[Story] = (),
) -> tuple[Toll, ...]:
    """A toll for each policy and each group of figures; every figure of harm stands in one group.

    Reports of one story are looked at together, and reports that tell of one happening.
    """
    origin = {one: group.id for group in origins for one in group.documents}
    told: dict[str, dict[str, SharedEvent]] = {}
    for event in events:
        for mention in event.mentions:
            told.setdefault(mention.document, {})[event.id] = event
    found: list[tuple[Toll, ...]] = []
    for together in _together(pile, events, stories):
        names = [facts.document.id for facts in together]
        own = {name: event for one in names for name, event in told.get(one, {}).items()}
        scopes = Scopes(together, [own[name] for name in sorted(own)])
        voices = {one: origin.get(one, one) for one in names}
        found += [_tolls(group, scope) for scope, group in _groups(together, scopes, voices)]
    return tuple(toll for tolls in sorted(found, key=_order) for toll in tolls)


def _together(
    pile: Sequence[Facts], events: Sequence[SharedEvent], stories: Sequence[Story]
) -> list[list[Facts]]:
    """The reports that may count the same people, where any counts people harmed."""
    ordered = sorted(pile, key=lambda one: one.document.id)
    place = {one.document.id: at for at, one in enumerate(ordered)}
    named = [list(story.documents) for story in stories]
    named += [[one.document for one in event.mentions] for event in events]
    pairs = [(place[group[0]], place[other]) for group in named for other in group[1:]]
    bound = [[ordered[at] for at in part] for part in parts(leaders(len(ordered), pairs))]
    return [group for group in bound if any(one.harm for facts in group for one in facts.figures)]


def _groups(
    together: Sequence[Facts], scopes: Scopes, origins: Mapping[str, str]
) -> Iterator[tuple[Scope, list[CountedFigure]]]:
    """The figures for one harm to the same victims in one happening."""
    placed = settled(list(_placed(together, scopes, origins)))
    for same in alike(placed, lambda one: (one.scope.key, one.harm)):
        counts = [one.count for one in same]
        most: dict[Victim, int] = {}
        for one in counts:
            most[one.victim] = max(most.get(one.victim, 0), one.value or 0)
        numbers = groups(most, most)
        numbered = ((numbers[one.victim], one) for one in counts)
        for group in alike(numbered, lambda one: one[0]):
            yield same[0].scope, [one for _, one in group]


def _placed(
    together: Sequence[Facts], scopes: Scopes, origins: Mapping[str, str]
) -> Iterator[Placed]:
    voices = Voices(together, origins, told_sides(facts.document.text for facts in together))
    for given in together:
        facts = replace(given, figures=tuple(sorted(given.figures, key=lambda one: one.span)))
        harmed = {one.id: one for one in facts.figures if one.harm is not None}
        chains = {one.id: one.chain for one in facts.claims}
        attributions = {one.id: one for one in facts.attributions}
        for figure in harmed.values():
            whole = whole_of(figure, harmed)
            scope = scopes.of(facts, whole)
            sentence = scopes.sentence(facts, figure.span)
            chain = chains.get(figure.claim or "", ())
            count = CountedFigure(
                facts,
                figure,
                origins[facts.document.id],
                voices.of(facts, figure),
                whom(facts, figure, whole, sentence),
                scope.note,
                said(facts.document, attributions, chain, sentence),
                revised(facts.document, figure),
            )
            yield Placed(count, scope)


def _tolls(counts: Sequence[CountedFigure], scope: Scope) -> tuple[Toll, ...]:
    """One toll for each policy."""
    ordered = sorted(counts, key=lambda one: one.order)
    harm = ordered[0].figure.harm
    if harm is None:
        return ()
    figures = tuple(one.mention for one in ordered)
    steps = course(ordered)
    who, standing = _who(ordered), counted(ordered, steps)
    verdicts = [(name, policy(standing)) for name, policy in POLICIES.items()]
    return tuple(
        Toll(scope.event, harm, who, figures, name, one.low, one.best, one.high, one.why, steps)
        for name, one in verdicts
    )


def _who(counts: Sequence[CountedFigure]) -> Quote | None:
    """The victims in the words that say most of them: those with a name, then the commonest.

    Where people of any kind are counted, no words for some of them ("a girl") stand for all.
    """
    origins: dict[str, set[str]] = {}
    given: dict[str, tuple[CountedFigure, Span]] = {}
    kinds = {one.victim.kind for one in counts if one.victim.whole}
    for one in counts:
        span = one.figure.who if not kinds or one.victim.kind in kinds else None
        if span is not None and victim(one.document[span]) == one.victim:
            words = one.document[span].casefold()
            origins.setdefault(words, set()).add(one.origin)
            given.setdefault(words, (one, span))
    if not given:
        return None

    def fullness(words: str) -> tuple[int, int, bool, str]:
        one = given[words][0].victim
        return len(one.nations) + len(one.names), len(origins[words]), one.said, words

    count, span = given[max(given, key=fullness)]
    return Quote(count.document.id, span)


def _order(tolls: Sequence[Toll]) -> tuple[bool, int, int, int, str]:
    """Those of one happening before those of none, and those that most reports speak to first."""
    first = tolls[0]
    reports = len({one.document for one in first.figures})
    return first.event is None, -reports, -len(first.figures), HARMS[first.harm], first.id
