"""Claims as a reader meets them: through whom, with which stance, in which words."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Report, Words, words
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType, Attribution, Claim, Stance

Keys = Mapping[ActorMention, str]
CHANCE = 40  # letters that two people do not say alike by chance


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker of a chain.

    `said_as` is the word that stands for them here, where it is not the name ("he"); `cue` the
    words for their speaking; `speaker` the key of their entry among the speakers, if they have one.
    """

    name: str
    said_as: str | None
    type: str
    cue: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim with the chain of speakers that it comes through, the outlet first.

    `note` is its number in its report. `stance`, `verb` and `past` are the innermost speaker's, as a
    class and as words ("denies", "denied"); `basis` says how they know, and the words that tell it.
    """

    note: int
    words: Words
    chain: tuple[Link, ...]
    stance: str
    verb: str
    past: str
    speech: str | None
    hedges: tuple[str, ...]
    basis: tuple[tuple[str, str], ...]
    claim: str | None

    @property
    def known(self) -> bool:
        """Whether it is known who speaks."""
        return self.chain[-1].speaker is not None

    @property
    def who(self) -> str:
        """The keys of all speakers of the chain."""
        return " ".join(dict.fromkeys(link.speaker for link in self.chain if link.speaker))


@dataclass(frozen=True, slots=True)
class Saying:
    """Words as one report gives them, and everywhere else that the same words stand."""

    voice: Voice
    again: tuple[Voice, ...]

    @property
    def who(self) -> str:
        """The keys of all speakers of all the chains."""
        return " ".join(dict.fromkeys(key for one in self.voices for key in one.who.split()))

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All of them."""
        return (self.voice, *self.again)


@dataclass(frozen=True, slots=True)
class _Cast:
    """One report's attributions and actors, found by id and by place."""

    report: Report
    attributions: dict[str, Attribution]
    actors: dict[str, Actor]
    starts: list[tuple[int, int, str]]
    keys: Keys


def voices(facts: Facts, report: Report, keys: Keys) -> list[Voice]:
    """Every claim of a report, and every attribution that is no claim's, in text order."""
    cast = _cast(facts, report, keys)
    claimed = {claim.chain[-1] for claim in facts.claims if claim.chain}
    others = [one for one in facts.attributions if one.id not in claimed]
    said: list[Claim | Attribution] = [*facts.claims, *others]
    said.sort(key=lambda one: (one.content[0].start, -one.content[-1].end))
    return [_voice(number, one, cast) for number, one in enumerate(said, 1)]


def sayings(voices: Iterable[Voice]) -> list[Saying]:
    """The voices, those that give the same words with the same stance as one.

    A few words may be two people's; they are one saying only where the speaker's name is the same.
    """
    found: dict[tuple[str, str, str], list[Voice]] = {}
    for voice in voices:
        words = _bare("".join(voice.words.pieces))
        name = _bare(voice.chain[-1].name) if len(words) < CHANCE else ""
        found.setdefault((words, voice.stance, name), []).append(voice)
    return [Saying(own[0], tuple(own[1:])) for own in found.values()]


def _bare(words: str) -> str:
    """The words without what printers do to them: capitals, spaces, quotation marks."""
    return "".join(filter(str.isalnum, words.casefold())) or words


def _cast(facts: Facts, report: Report, keys: Keys) -> _Cast:
    places = [(span.start, span.end, actor.id) for actor in facts.actors for span in actor.mentions]
    return _Cast(
        report,
        {one.id: one for one in facts.attributions},
        {one.id: one for one in facts.actors},
        sorted(places),
        keys,
    )


def _voice(number: int, one: Claim | Attribution, cast: _Cast) -> Voice:
    if isinstance(one, Claim):
        chain = [cast.attributions[name] for name in one.chain if name in cast.attributions]
    else:
        chain = _around(one, cast)
    links = [_outlet(cast.report), *(_link(each, _speaker(each, cast), cast) for each in chain)]
    if isinstance(one, Claim) and one.speaker in cast.actors and chain:
        links[-1] = _link(chain[-1], cast.actors[one.speaker], cast)
    stance = one.stance if isinstance(one, Claim) else None
    hedges = one.hedges if isinstance(one, Claim) else ()
    basis = one.basis if isinstance(one, Claim) else ()
    return Voice(
        number,
        words(cast.report, one.content, f"{cast.report.anchor}c{number}"),
        tuple(links),
        stance or "told",
        *_verbs(stance, links[-1], chain),
        wording.SPEECHES[chain[-1].speech] if chain else None,
        tuple(cast.report.document[span] for span in hedges),
        tuple((wording.KNOWINGS[each.kind], cast.report.document[each.span]) for each in basis),
        one.id if isinstance(one, Claim) else None,
    )


def _verbs(stance: Stance | None, last: Link, chain: list[Attribution]) -> tuple[str, str]:
    if stance is None:
        return wording.KINDS[chain[-1].kind]
    if stance is Stance.ASSERTS and last.type in ("outlet", wording.ACTORS[ActorType.MEDIA]):
        return wording.REPORTS
    return wording.STANCES[stance]


def _around(one: Attribution, cast: _Cast) -> list[Attribution]:
    """The attribution and those that it stands within, the outermost first."""
    chain = {one.id: one}
    while one.within in cast.attributions and one.within not in chain:
        one = cast.attributions[one.within]
        chain[one.id] = one
    return list(chain.values())[::-1]


def _outlet(report: Report) -> Link:
    return Link(report.label, None, "outlet", None, report.anchor)


def _link(one: Attribution, actor: Actor | None, cast: _Cast) -> Link:
    document = cast.report.document
    source = None if one.source is None else document[one.source]
    cue = None if one.cue is None else document[one.cue]
    if actor is None:
        return Link(source or "speaker not named", None, "unresolved", cue, None)
    name = document[actor.name]
    said_as = source if source is not None and name not in source else None
    key = cast.keys.get(ActorMention(document.id, actor.id))
    return Link(name, said_as, wording.ACTORS[actor.type], cue, key)


def _speaker(one: Attribution, cast: _Cast) -> Actor | None:
    """The actor mentioned at the source's very place, or else the only one mentioned within it."""
    if one.source is None:
        return None
    source = one.source
    within: dict[str, None] = {}
    place = bisect_left(cast.starts, (source.start, 0, ""))
    for start, end, actor in _from(cast.starts, place):
        if start >= source.end:
            break
        if (start, end) == (source.start, source.end):
            return cast.actors[actor]
        if end <= source.end:
            within[actor] = None
    return cast.actors[next(iter(within))] if len(within) == 1 else None


def _from(places: list[tuple[int, int, str]], first: int) -> Iterable[tuple[int, int, str]]:
    return (places[place] for place in range(first, len(places)))
