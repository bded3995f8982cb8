"""Claims as a reader sees them: with their speakers, stance and words."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.report_words import Report, Words, words_at
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType, Attribution, Claim, Stance

KeysByActor = Mapping[ActorMention, str]
MIN_CHARACTERS_UNLIKE_CHANCE = 40  # two people rarely agree on so many letters by chance


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One speaker of a chain.

    `said_as` is the word that stands for them here ("he"), if it is not the name. `cue` has the
    words for their speaking. `speaker` is the key of their entry among the speakers, if they have one.
    """

    name: str
    said_as: str | None
    type: str
    cue: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with the chain of speakers that it comes through, the outlet first.

    `note` is its number in its report. `stance`, `verb` and `past` are the last speaker's, as a class
    and as words ("denies", "denied"). `basis` says how they know, with the words that tell it.
    """

    note: int
    words: Words
    chain: tuple[ChainLink, ...]
    stance: str
    verb: str
    past: str
    speech: str | None
    hedges: tuple[str, ...]
    basis: tuple[tuple[str, str], ...]
    claim: str | None

    @property
    def has_speaker(self) -> bool:
        """Whether it is known who speaks."""
        return self.chain[-1].speaker is not None

    @property
    def who(self) -> str:
        """The keys of all speakers of the chain."""
        return " ".join(dict.fromkeys(link.speaker for link in self.chain if link.speaker))


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim in one report, and the claims of other reports in the same words."""

    claim: ClaimShown
    again: tuple[ClaimShown, ...]

    @property
    def who(self) -> str:
        """The keys of all speakers of all chains."""
        keys = (key for claim in self.claims for key in claim.who.split())
        return " ".join(dict.fromkeys(keys))

    @property
    def claims(self) -> tuple[ClaimShown, ...]:
        """All of them."""
        return (self.claim, *self.again)


@dataclass(frozen=True, slots=True)
class _ReportCast:
    """One report's attributions and actors, by id and by place."""

    report: Report
    attributions: dict[str, Attribution]
    actors: dict[str, Actor]
    mention_places: list[tuple[int, int, str]]
    keys: KeysByActor


def report_claims(facts: Facts, report: Report, keys: KeysByActor) -> list[ClaimShown]:
    """Every claim of a report, and every attribution that has no claim, in text order."""
    cast = _report_cast(facts, report, keys)
    claimed = {claim.chain[-1] for claim in facts.claims if claim.chain}
    others = [attribution for attribution in facts.attributions if attribution.id not in claimed]
    told: list[Claim | Attribution] = [*facts.claims, *others]
    told.sort(key=lambda fact: (fact.content[0].start, -fact.content[-1].end))
    return [_shown_claim(number, fact, cast) for number, fact in enumerate(told, 1)]


def grouped_sayings(claims: Iterable[ClaimShown]) -> list[Saying]:
    """The claims; those with the same words and the same stance as one.

    Short words may be two people's. They are one saying only if the speaker's name is the same.
    """
    groups: dict[tuple[str, str, str], list[ClaimShown]] = {}
    for claim in claims:
        words = letters_only("".join(claim.words.pieces))
        short = len(words) < MIN_CHARACTERS_UNLIKE_CHANCE
        name = letters_only(claim.chain[-1].name) if short else ""
        groups.setdefault((words, claim.stance, name), []).append(claim)
    return [Saying(group[0], tuple(group[1:])) for group in groups.values()]


def letters_only(words: str) -> str:
    """The words without what printers change: capitals, spaces, quotation marks."""
    return "".join(filter(str.isalnum, words.casefold())) or words


def _report_cast(facts: Facts, report: Report, keys: KeysByActor) -> _ReportCast:
    places = [(span.start, span.end, actor.id) for actor in facts.actors for span in actor.mentions]
    return _ReportCast(
        report,
        {attribution.id: attribution for attribution in facts.attributions},
        {actor.id: actor for actor in facts.actors},
        sorted(places),
        keys,
    )


def _shown_claim(number: int, fact: Claim | Attribution, cast: _ReportCast) -> ClaimShown:
    chain, links = _chain_links(fact, cast)
    stance = fact.stance if isinstance(fact, Claim) else None
    hedges = fact.hedges if isinstance(fact, Claim) else ()
    basis = fact.basis if isinstance(fact, Claim) else ()
    document = cast.report.document
    return ClaimShown(
        number,
        words_at(cast.report, fact.content, f"{cast.report.anchor}c{number}"),
        tuple(links),
        stance or "told",
        *_stance_verbs(stance, links[-1], chain),
        wording.SPEECHES[chain[-1].speech] if chain else None,
        tuple(document[span] for span in hedges),
        tuple((wording.KNOWINGS[known.kind], document[known.span]) for known in basis),
        fact.id if isinstance(fact, Claim) else None,
    )


def _chain_links(
    fact: Claim | Attribution, cast: _ReportCast
) -> tuple[list[Attribution], list[ChainLink]]:
    """The attributions that a fact comes through, and a link for the outlet and for each of them."""
    if isinstance(fact, Claim):
        chain = [cast.attributions[name] for name in fact.chain if name in cast.attributions]
    else:
        chain = _attribution_chain(fact, cast)
    links = [_chain_link(each, _source_actor(each, cast), cast) for each in chain]
    if isinstance(fact, Claim) and fact.speaker in cast.actors and chain:
        links[-1] = _chain_link(chain[-1], cast.actors[fact.speaker], cast)
    return chain, [_outlet_link(cast.report), *links]


def _stance_verbs(
    stance: Stance | None, last: ChainLink, chain: list[Attribution]
) -> tuple[str, str]:
    if stance is None:
        return wording.KINDS[chain[-1].kind]
    if stance is Stance.ASSERTS and last.type in ("outlet", wording.ACTORS[ActorType.MEDIA]):
        return wording.REPORTS
    return wording.STANCES[stance]


def _attribution_chain(attribution: Attribution, cast: _ReportCast) -> list[Attribution]:
    """The attribution and those that it stands within, the outermost first."""
    chain = {attribution.id: attribution}
    while attribution.within in cast.attributions and attribution.within not in chain:
        attribution = cast.attributions[attribution.within]
        chain[attribution.id] = attribution
    return list(chain.values())[::-1]


def _outlet_link(report: Report) -> ChainLink:
    return ChainLink(report.label, None, "outlet", None, report.anchor)


def _chain_link(attribution: Attribution, actor: Actor | None, cast: _ReportCast) -> ChainLink:
    document = cast.report.document
    source = None if attribution.source is None else document[attribution.source]
    cue = None if attribution.cue is None else document[attribution.cue]
    if actor is None:
        return ChainLink(source or "speaker not named", None, "unresolved", cue, None)
    name = document[actor.name]
    said_as = source if source is not None and name not in source else None
    key = cast.keys.get(ActorMention(document.id, actor.id))
    return ChainLink(name, said_as, wording.ACTORS[actor.type], cue, key)


def _source_actor(attribution: Attribution, cast: _ReportCast) -> Actor | None:
    """The actor mentioned at the source's very place; else the only one mentioned within it."""
    source = attribution.source
    if source is None:
        return None
    within: dict[str, None] = {}
    first = bisect_left(cast.mention_places, (source.start, 0, ""))
    for number in range(first, len(cast.mention_places)):
        start, end, actor = cast.mention_places[number]
        if start >= source.end:
            break
        if (start, end) == (source.start, source.end):
            return cast.actors[actor]
        if end <= source.end:
            within[actor] = None
    return cast.actors[next(iter(within))] if len(within) == 1 else None
