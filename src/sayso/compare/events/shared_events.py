"""Which events of the reports of a story are one happening.

Those that are dated and placed come first: one family, one place, days in common. One that lacks a
date or a place joins the happening that it fits; one that lacks both joins what is told of beside
it, or what is told in the same words. What fits two alike stands alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.compare.events.coreference import Pool
from sayso.compare.events.mentions import ReportedEvent, tellings
from sayso.compare.events.place_match import Place, same_places
from sayso.lexicon.families import families
from sayso.model.comparison import EventMention, Quote, SharedEvent, Story
from sayso.model.facts import Facts


def find_shared_events(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[SharedEvent, ...]:
    """Every event of every report in one happening, alone if it is like no other."""
    facts = {one.document.id: one for one in pile}
    found: list[SharedEvent] = []
    for story in stories:
        told = [one for name in story.documents for one in tellings(facts[name])]
        found += [_shared(group) for group in _groups(told)]
    return tuple(sorted(found, key=_order))


def _groups(told: Iterable[ReportedEvent]) -> list[list[ReportedEvent]]:
    """The tellings of a story, those of one happening together."""
    own = sorted(told, key=_sureness)
    spots = same_places([one.place for one in own if one.place])
    known = families()
    pools: dict[tuple[str, str], Pool] = {}
    for one in own:
        listed = known.listed(one.family)
        key = (one.family, "") if listed else ("", one.stem)
        pools.setdefault(key, Pool(spots, by_word=not listed)).put(one)
    return [happening.tellings for pool in pools.values() for happening in pool.happenings]


def _sureness(one: ReportedEvent) -> tuple[int, int, bool, tuple[str, object]]:
    """Those of which most is known come first."""
    placed = one.place is not None and not one.place.wide
    known = (0 if placed else 1) + (0 if one.days else 2)
    return known, one.days or 0, one.event.negated, one.key


def _shared(group: Sequence[ReportedEvent]) -> SharedEvent:
    first, last = _days([(one.first, one.last) for one in group if one.first and one.last])
    return SharedEvent(
        mentions=tuple(sorted(EventMention(one.document.id, one.event.id) for one in group)),
        kind=_kind(group),
        place=_place(group),
        first=first,
        last=last,
    )


def _kind(group: Sequence[ReportedEvent]) -> str:
    """The kind that most tellings give, of those that say what it was if any does."""
    count = Counter(one.event.kind for one in group)
    vague = families().vague
    return max(count, key=lambda kind: (kind not in vague, count[kind], kind))


def _place(group: Sequence[ReportedEvent]) -> Quote | None:
    """The fullest name of the place; a spot before a country."""

    def fullness(one: ReportedEvent) -> tuple[bool, int, int, str, int]:
        known: Place | None = one.place
        span = one.event.place.span if one.event.place else one.event.trigger
        few = len(known.words) if known else 0
        return not (known and known.wide), few, len(span), one.document.id, -span.start

    placed = [one for one in group if one.event.place]
    if not placed:
        return None
    best = max(placed, key=fullness)
    return Quote(best.document.id, best.event.place.span) if best.event.place else None


def _days(known: Sequence[tuple[date, date]]) -> tuple[date | None, date | None]:
    """The days that all tellings have in common; if there are none, all that most of them give."""
    if not known:
        return None, None
    first, last = max(one for one, _ in known), min(one for _, one in known)
    if first <= last:
        return first, last
    common = Counter(known).most_common()
    most = [days for days, times in common if times == common[0][1]]
    return min(one for one, _ in most), max(one for _, one in most)


def _order(event: SharedEvent) -> tuple[bool, date, date, str]:
    """By day, the undated last."""
    return event.first is None, event.first or date.min, event.last or date.min, event.id
