"""Who speaks in a passive: in "the village was accused by the army of hiding rebels", the army."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.asides import is_speaker, start_of_passive
from sayso.extract.speech.edges import without_edges
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.actors import actor_words
from sayso.lexicon.chains import chain_words
from sayso.lexicon.inflect import is_participle
from sayso.text.marks import APOSTROPHES
from sayso.text.prepared import read_once
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.sentences import sentences
from sayso.text.words import Word

MAX_WORDS_TO_AGENT = 6  # "was called a time bomb by"
MAX_AGENT_WORDS = 8
MIN_CONTENT_LETTERS = 4
SCORE = 0.97  # of what is found by the words before it
MARKS = frozenset(".,;:()—–?!")
ENDS = frozenset(";?!")


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive with its agent, as [start, end): the verb group, the agent, what stands between the
    two, and how far its clause goes. `by` is where "by" stands."""

    verb: tuple[int, int]
    agent: tuple[int, int]
    by: int
    complement: tuple[int, int] | None
    clause_end: int


def name_agents(text: str, tagged: TaggedText, linked: Sequence[LinkedCue]) -> list[LinkedCue]:
    """The links with the agent of each passive as its source, and one for a passive that has none.

    What stands inside a content is left to be read with it.
    """
    found = passives(text)
    if not found:
        return list(linked)
    cues = [span for span in tagged.roles if span.role == "cue"]
    starts = [cue.start for cue in cues]
    links = {(link.cue.start, link.cue.end): link for link in linked}
    subjects = {link.contents[-1].end: link for link in linked}
    told = bytearray(len(text))
    for link in linked:
        for span in link.contents:
            told[span.start : span.end] = b"\x01" * (span.end - span.start)
    for passive in found:
        number = bisect_right(starts, passive.verb[1] - 1) - 1
        is_marked = number >= 0 and cues[number].end > passive.verb[0]
        cue = cues[number] if is_marked else RoleSpan("cue", *passive.verb, SCORE)
        place = cue.start, cue.end
        if place not in links and told[cue.start]:
            continue
        link = links.get(place, LinkedCue(cue))
        contents = list(_contents(text, cue, passive, link.contents))
        subject = subjects.get(_end_before(text, cue.start))
        if not contents and subject is not None:
            contents = list(_subject_as_content(subject))
            if contents and (subject.source is None or subject.source.start > cue.start):
                links.pop((subject.cue.start, subject.cue.end), None)
        if contents:
            links[place] = _with_agent(link, passive, contents)
    return list(links.values())


def _with_agent(link: LinkedCue, passive: Passive, contents: list[RoleSpan]) -> LinkedCue:
    source = link.source
    if source is None or source.start < passive.agent[0]:
        source = RoleSpan("source", *passive.agent, SCORE)
    return LinkedCue(link.cue, source, contents, link.link_logprob)


def _subject_as_content(subject: LinkedCue) -> Iterator[RoleSpan]:
    """A noun with what is said, before the passive: "claims that the mine was shut"."""
    last = subject.contents[-1]
    if subject.cue.start < last.start:
        yield RoleSpan("content", subject.cue.start, last.end, SCORE)


def _end_before(text: str, place: int) -> int:
    """Where the word before a place ends."""
    while place and text[place - 1].isspace():
        place -= 1
    return place


@read_once
def passives(text: str) -> Sequence[Passive]:
    """The passives of a text that name their agent, in text order."""
    return [one for start, end in sentences(text) for one in _passives_of(text, start, end)]


def _passives_of(text: str, start: int, end: int) -> Iterator[Passive]:
    verbs = chain_words().lists["passive.verbs"]
    tokens = joined_words(text, start, end)
    spelt = [word.lower for word in tokens]
    for verb, word in enumerate(spelt):
        first = start_of_passive(spelt, verb) if word in verbs else None
        found = _passive_at(text, tokens, spelt, first, verb) if first is not None else None
        if found is not None:
            yield found


def _passive_at(
    text: str, tokens: Sequence[Word], spelt: Sequence[str], first: int, verb: int
) -> Passive | None:
    """The passive with its verb at an index, if it names its agent."""
    lists = chain_words().lists
    by = _index_of_by(spelt, verb + 1)
    if by is None or (by > verb + 1 and spelt[verb] not in lists["passive.naming"]):
        return None
    end = _agent_end(tokens, spelt, by + 1, spelt[verb] in lists["passive.charging"])
    complement = text[tokens[verb].end : tokens[by].start].strip()
    if 0 < len(complement) < MIN_CONTENT_LETTERS or not is_speaker(text, tokens[by + 1 : end]):
        return None
    return Passive(
        (tokens[first].start, tokens[verb].end),
        (tokens[by + 1].start, tokens[end - 1].end),
        tokens[by].start,
        (tokens[verb].end, tokens[by].start) if complement else None,
        _clause_end(tokens, spelt, end),
    )


def _index_of_by(spelt: Sequence[str], first: int) -> int | None:
    """Where "by" stands behind a verb, if it belongs to it and not to a participle before it."""
    for at in range(first, min(len(spelt), first + MAX_WORDS_TO_AGENT)):
        if spelt[at] == "by":
            return at if at == first or not is_participle(spelt[at - 1]) else None
        if spelt[at] in MARKS:
            return None
    return None


def _agent_end(tokens: Sequence[Word], spelt: Sequence[str], first: int, is_charge: bool) -> int:
    """The index behind the words for an agent."""
    stops = chain_words().lists["speaker.breaks"] | actor_words().preposition
    at = first
    while at < min(len(spelt), first + MAX_AGENT_WORDS):
        is_possessive = spelt[at] in APOSTROPHES and tokens[at].start == tokens[at - 1].end
        goes_on = is_possessive or (spelt[at] == "of" and not is_charge)
        if not goes_on and (spelt[at] in stops or not spelt[at][0].isalnum()):
            break
        at += 1
    return at


def _clause_end(tokens: Sequence[Word], spelt: Sequence[str], at: int) -> int:
    """Where the clause of a passive ends whose agent ends before an index.

    That is at a mark, but not at a comma behind the agent or before an apposition to it.
    """
    joints = chain_words().lists["passive.joints"]
    begun = False
    while at < len(tokens):
        begun = begun or spelt[at] in joints
        if spelt[at] in ENDS or (begun and spelt[at] in MARKS) or spelt[at] in QUOTATION_MARKS:
            break
        at += 1
    return tokens[at - 1].end


def _contents(
    text: str, cue: RoleSpan, passive: Passive, known: Sequence[RoleSpan]
) -> Iterator[RoleSpan]:
    """What is said in a passive: what was found around its agent, or else the rest of its clause."""
    end = passive.agent[1]
    found = False
    for span in known:
        ends = [(span.start, min(span.end, passive.by))]
        if passive.complement is None and span.start < passive.clause_end:
            ends.append((max(span.start, end), span.end))
        for start, stop in ends:
            piece = without_edges(text, start, stop)
            if sum(map(str.isalpha, text[slice(*piece)])) >= MIN_CONTENT_LETTERS:
                found = found or piece[0] >= cue.end
                yield RoleSpan("content", *piece, span.score)
    if not found:
        piece = without_edges(text, *(passive.complement or (end, passive.clause_end)))
        opening = text[slice(*piece)].split(maxsplit=1)[:1]
        joints = chain_words().lists["passive.joints"]
        if passive.complement or (opening and opening[0] in joints):
            yield RoleSpan("content", *piece, SCORE)
