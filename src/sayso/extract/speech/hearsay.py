"""What a sentence says by nobody in particular: "it was claimed that", "the hull is thought to be"."""

from collections.abc import Iterator, Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.asides import start_of_passive
from sayso.extract.speech.edges import without_edges
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.chains import chain_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.grammar import grammar
from sayso.text.prepared import read_once
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.sentences import sentences
from sayso.text.words import Word

MAX_WORDS_TO_JOINT = 4  # "it emerged last night that"
SCORE = 0.97  # of what is found by the words before it
STOP = "."
ENDS = frozenset(";:?!") | QUOTATION_MARKS

Place = tuple[int, int]


def hearsay(text: str, linked: Sequence[LinkedCue]) -> Iterator[LinkedCue]:
    """A link without a source for each clause that nobody in particular is said to say.

    What an attribution says already, or what stands inside a content, is left to it.
    """
    found = _hearsay_of(text)
    if not found:
        return
    taken = bytearray(len(text))
    for link in linked:
        for span in (link.cue, *link.contents):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    for cue, content in found:
        if not any(taken[slice(*cue)]):
            yield LinkedCue(
                RoleSpan("cue", *cue, SCORE), None, [RoleSpan("content", *content, SCORE)]
            )


@read_once
def _hearsay_of(text: str) -> Sequence[tuple[Place, Place]]:
    """The cue and the content of each such clause, in text order."""
    return [one for start, end in sentences(text) for one in _hearsay_in(text, start, end)]


def _hearsay_in(text: str, start: int, end: int) -> Iterator[tuple[Place, Place]]:
    tokens = joined_words(text, start, end)
    spelt = [word.lower for word in tokens]
    for verb in range(1, len(spelt)):
        first = _cue_start(spelt, verb)
        joint = _joint(spelt, first, verb) if first is not None else None
        if first is not None and joint is not None:
            content = without_edges(text, tokens[joint].start, _clause_end(tokens, spelt, joint))
            yield (tokens[first].start, tokens[verb].end), content


def _cue_start(spelt: Sequence[str], verb: int) -> int | None:
    """The index where "was claimed" or "emerged" begins, with its verb at an index."""
    lists = chain_words().lists
    if spelt[verb] in lists["hearsay.verbs"]:
        return verb
    is_saying = analyse_cue((spelt[verb],), has_source=False).cue_class is not None
    is_participle = spelt[verb] in lists["hearsay.participles"]
    is_participle = is_participle or spelt[verb] in cue_words().lists["sourceless.participles"]
    return start_of_passive(spelt, verb) if is_participle and is_saying else None


def _joint(spelt: Sequence[str], first: int, verb: int) -> int | None:
    """The index of the word that leads to what is said, with the cue from `first` to `verb`."""
    lists = chain_words().lists
    is_plain = spelt[verb] in lists["hearsay.participles"]
    if is_plain and spelt[verb + 1 : verb + 2] == ["to"] and "not" not in spelt[first:verb]:
        return verb + 1
    if not first or spelt[first - 1] != "it":
        return None
    for at in range(verb + 1, min(len(spelt), verb + 2 + MAX_WORDS_TO_JOINT)):
        if spelt[at] in lists["hearsay.joints"]:
            return at
        if spelt[at] == "by" or (not spelt[at][0].isalnum() and spelt[at] != ","):
            return None
    return None


def _clause_end(tokens: Sequence[Word], spelt: Sequence[str], first: int) -> int:
    """Where a clause ends that begins at an index: at a mark, or where another clause is set beside it."""
    joining = grammar().conjunctions_joining
    for at in range(first + 1, len(tokens)):
        is_joint = spelt[at] == "," and not joining.isdisjoint(spelt[at + 1 : at + 2])
        if spelt[at] in ENDS or is_joint:
            return tokens[at - 1].end
    return tokens[-1 - (spelt[-1] == STOP)].end
