"""When the events of a report were: told in words, leaning on another event, or by the tense of a verb.

An event takes the time that its own clause tells. One of an ordinary kind that is told none takes that
of the verb it leans on; a verb in a tense that tells what is new takes the day of the report, or the
day of the news that the report opens with. What was before the report's day or is yet to come, and
what is not of an ordinary kind, is left without a time.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.extract.events.tense import Tense, tense
from sayso.extract.events.triggers import Told
from sayso.lexicon.families import families
from sayso.lexicon.happenings import happenings
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import When
from sayso.model.text import Span
from sayso.text.words import Word

OPENING = 4  # sentences in which a report tells its news
FRESH = timedelta(days=7)  # how old the news of a report is at most
NOUN = 3  # words between a time and a noun behind it
FAR = 14  # words between a noun and a time behind it
NEWS = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT})
QUOTES = frozenset('"“”')
BEGIN = "begin"  # the kind of "began to sell"


@dataclass(slots=True)
class Scene:
    """A sentence: its words, the triggers in it with their tenses, the times it tells."""

    tokens: Sequence[Word]
    told: Sequence[Told]
    times: Sequence[When]
    tenses: list[Tense] = field(init=False)
    whens: list[When | None] = field(init=False)

    def __post_init__(self) -> None:
        self.tenses = [tense(self.tokens, one) for one in self.told]
        self.whens = [None] * len(self.told)


def date_scenes(scenes: Sequence[Scene], day: date | None) -> None:
    """Give the events of a report published on a day their times."""
    for scene in scenes:
        places = _places(scene)
        scene.whens = [_told_time(scene, at, places) for at in range(len(scene.told))]
    if day is None:
        for scene in scenes:
            _lean(scene)
        return
    news = _news(scenes, day) or day
    for number, scene in enumerate(scenes):
        _by_tense(scene, day, news, number == 0)
        _lean(scene)


def _places(scene: Scene) -> list[tuple[int, When]]:
    """The times with the index of the word at which each begins."""
    starts = [word.start for word in scene.tokens]
    return [(bisect_right(starts, when.span.start) - 1, when) for when in scene.times]


def _told_time(scene: Scene, at: int, places: Sequence[tuple[int, When]]) -> When | None:
    """The time that a trigger's own clause tells; none where a time is counted from it ("two days
    after the battle")."""
    told = scene.told[at]
    here = scene.tokens[told.first].start
    if not places or any(when.span.start <= here < when.span.end for when in scene.times):
        return None
    weighty = told.kind not in happenings().ordinary
    near = [
        (one, when)
        for one, when in places
        if not parted(scene.tokens, one, told.first, weighty)
        and (weighty or _belongs(scene, at, one, when))
    ]

    def nearness(one: tuple[int, When]) -> tuple[bool, int, int]:
        exact = one[1].first == one[1].last or weighty
        return not exact, abs(one[0] - told.first), one[0]

    return min(near, key=nearness)[1] if near else None


def parted(tokens: Sequence[Word], time: int, event: int, weighty: bool) -> bool:
    """Whether another clause begins between two words of a sentence, or a quotation; where an event
    is not `weighty`, "since" and "until" directly before its time open none."""
    low, high = sorted((time, event))
    between = [word.lower for word in tokens[low + 1 : high]]
    if weighty:
        return not tense_words().clauses.isdisjoint(between)
    if between and event < time and between[-1] in tense_words().leads:
        between.pop()
    quoted = sum(lower in QUOTES for lower in between) % 2 == 1
    return quoted or not tense_words().clauses.isdisjoint(between)


def _belongs(scene: Scene, at: int, place: int, when: When) -> bool:
    """Whether a time goes with a trigger: with the verb before it, or, where the clause opens with it,
    with those behind; with a noun only right beside it."""
    told, tokens = scene.told[at], scene.tokens
    behind = next((n for n in range(place, len(tokens)) if tokens[n].start >= when.span.end), None)
    owns = behind is not None and tokens[behind - 1].end > when.span.end  # "this year's"
    if not told.verb:
        if place < told.first:
            return behind is not None and told.first - behind <= NOUN
        return place - told.last <= FAR and not _others(scene, told.last, place)
    if owns:
        return False
    before = [
        one
        for one in scene.told
        if one.verb
        and one.first < place
        and not parted(tokens, place, one.first, False)
        and not (told.first > place and "," in _lowers(tokens, one.first, place))
    ]
    if place < told.first:
        return not before
    return bool(before) and before[-1].first == told.first


def _lowers(tokens: Sequence[Word], first: int, stop: int) -> list[str]:
    return [word.lower for word in tokens[first:stop]]


def _others(scene: Scene, low: int, high: int) -> bool:
    """Whether a trigger that is no participle stands between two words."""
    pairs = zip(scene.told, scene.tenses, strict=True)
    return any(low <= one.first < high and how is not Tense.LOOSE for one, how in pairs)


def _news(scenes: Sequence[Scene], day: date) -> date | None:
    """The day of the news that a report opens with: that of the first event told as past; none where
    it opens with harm to people, of which others speak on later days."""
    known = families()
    kinds = {told.kind for scene in scenes[:OPENING] for told in scene.told}
    if not known.harmful.isdisjoint(map(known.family, kinds)):
        return None
    for scene in scenes[:OPENING]:
        for _told, how, when in zip(scene.told, scene.tenses, scene.whens, strict=True):
            if when is None or how not in (Tense.PAST, Tense.PERFECT) or when.first != when.last:
                continue
            if day - FRESH <= when.first <= day:
                return when.first
    return None


def _by_tense(scene: Scene, day: date, news: date, headline: bool) -> None:
    """The day of the report or of its news for what is told in a tense of news; the time of the verb
    before, where "and" joins two."""
    for at, (told, how) in enumerate(zip(scene.told, scene.tenses, strict=True)):
        if scene.whens[at] is not None or told.kind not in happenings().ordinary:
            continue
        joined = _joined(scene, at)
        if joined is not None:
            scene.whens[at] = scene.whens[joined]
        elif how in NEWS:
            one = news if headline or how is Tense.PAST else day
            scene.whens[at] = When(_span(scene.tokens, told), one, one)


def _joined(scene: Scene, at: int) -> int | None:
    """The verb before that "and" joins this one to, if the two share a subject."""
    first = scene.told[at].first - 1
    while first > 0 and (
        scene.tokens[first].lower in tense_words().between
        or scene.tokens[first].lower.endswith("ly")
    ):
        first -= 1
    if (
        not scene.told[at].verb
        or first < 0
        or scene.tokens[first].lower not in tense_words().joints
    ):
        return None
    return next(
        (
            one
            for one in range(at - 1, -1, -1)
            if scene.tenses[one] not in (Tense.LOOSE, Tense.NONE)
            and not parted(scene.tokens, scene.told[one].first, first, False)
        ),
        None,
    )


def _lean(scene: Scene) -> None:
    """Times for participles and nouns: that of the verb before them, or else of the one behind."""
    verbs = [at for at, how in enumerate(scene.tenses) if how not in (Tense.LOOSE, Tense.NONE)]
    for at, told in enumerate(scene.told):
        if scene.whens[at] is not None or not _leans(scene, at):
            continue
        before = [one for one in verbs if one < at]
        after = [one for one in verbs if one > at]
        for one in (*before[-1:], *after[:1]):
            if not parted(scene.tokens, scene.told[one].first, told.first, False):
                scene.whens[at] = scene.whens[one]
                break


def _leans(scene: Scene, at: int) -> bool:
    """Whether a trigger is part of what the verb beside it tells."""
    told, how = scene.told[at], scene.tenses[at]
    if told.kind not in happenings().ordinary:
        return False
    if how is Tense.WANTED:
        return (
            at > 0
            and scene.told[at - 1].kind == BEGIN
            and scene.told[at - 1].last == told.first - 1
        )
    if how is Tense.LOOSE:
        return told.form is Form.ING
    timed = tense_words().timed.isdisjoint(
        _lowers(scene.tokens, max(0, told.first - NOUN), told.first)
    )
    return how is Tense.NONE and timed


def _span(tokens: Sequence[Word], told: Told) -> Span:
    return Span(tokens[told.first].start, tokens[told.last - 1].end)
