"""Asides that name one more speaker of what is said: "citing the ministry", "as quoted by Tarn"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.edges import without_edges
from sayso.extract.stance.basis_phrases import head_index
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.chains import chain_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.phrases import phrase_length_at
from sayso.text.prepared import read_once
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.sentences import sentences
from sayso.text.words import Word

MAX_SPEAKER_WORDS = 14
MAX_TITLE_LETTERS = 4  # of a word whose full stop ends no phrase: "Dr."
MARKS = frozenset(".,;:()—–")
MIN_PIECE_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Aside:
    """The words that lead to a speaker, and the words for them, as [start, end).

    An `outer` speaker passes on what another one says; an inner one told it to another one. `end` is
    where the clause ends that says more of them ("three officers who had seen it"). `saying` are the
    words that lead on from "was quoted by Tarn": "as saying".
    """

    lead: tuple[int, int]
    speaker: tuple[int, int]
    end: int
    outer: bool
    saying: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.lead[0]


@read_once
def asides(text: str) -> Sequence[Aside]:
    """The asides of a text, in text order."""
    return [aside for start, end in sentences(text) for aside in _asides_of(text, start, end)]


def _asides_of(text: str, start: int, end: int) -> Iterator[Aside]:
    phrases = chain_words().phrases
    tokens = joined_words(text, start, end)
    spelt = [word.lower for word in tokens]
    at = 0
    while at < len(tokens):
        inner = phrase_length_at(phrases["leads.inner"], spelt, at)
        outer = phrase_length_at(phrases["leads.outer"], spelt, at)
        behind = at + max(inner, outer)
        after = speaker_end(tokens, behind, end) if behind > at else behind
        saying = _saying_behind(tokens, spelt, after) if outer else None
        first = start_of_passive(spelt, at) if saying else at
        is_aside = inner or saying or (outer and _is_apart(spelt, at))
        if is_aside and first is not None and is_speaker(text, tokens[behind:after]):
            lead = tokens[first].start, tokens[behind - 1].end
            speaker = tokens[behind].start, tokens[after - 1].end
            end_of_aside = saying[1] if saying else _clause_end(tokens, spelt, after)
            yield Aside(lead, speaker, end_of_aside, bool(outer), saying)
        at = max(at + 1, behind, after)


def _saying_behind(tokens: Sequence[Word], spelt: Sequence[str], at: int) -> tuple[int, int] | None:
    """The words that lead on behind those for a speaker, such as "as saying"; None without them."""
    if spelt[at : at + 1] != ["as"] or not "".join(spelt[at + 1 : at + 2]).endswith("ing"):
        return None
    return tokens[at].start, tokens[at + 1].end


def start_of_passive(spelt: Sequence[str], verb: int) -> int | None:
    """The index of the first word of a passive verb group; None if the verb is in no passive."""
    lists = cue_words().lists
    helping = lists["sourceless.be"] | lists["sourceless.adverbs"] | grammar().auxiliaries_have
    at = verb
    while at and (spelt[at - 1] in helping or spelt[at - 1].endswith("ly")):
        at -= 1
    return at if not lists["sourceless.be"].isdisjoint(spelt[at:verb]) else None


def _is_apart(spelt: Sequence[str], at: int) -> bool:
    """Whether "quoted by" begins an aside, and does not belong to a noun ("figures cited by")."""
    return spelt[at] in ("as", "in") or at == 0 or spelt[at - 1] == ","


def speaker_end(tokens: Sequence[Word], first: int, sentence_end: int) -> int:
    """The index behind the last word of the words for a speaker, which begin at `first`."""
    breaks = chain_words().lists["speaker.breaks"]
    at = first
    while at < min(len(tokens), first + MAX_SPEAKER_WORDS):
        word = tokens[at].lower
        if word in breaks:
            break
        is_title = word == "." and at > first and len(tokens[at - 1].lower) <= MAX_TITLE_LETTERS
        is_mark = not word[0].isalnum() and word not in QUOTATION_MARKS
        if is_mark and not (is_title and tokens[at].end < sentence_end):
            break
        at += 1
    return at


def _clause_end(tokens: Sequence[Word], spelt: Sequence[str], at: int) -> int:
    """Where a clause about a speaker ends, whose words end before the index `at`."""
    inner = chain_words().phrases["leads.inner"]
    if at == len(tokens) or spelt[at] not in grammar().pronouns_relative:
        return tokens[at - 1].end
    while at < len(tokens) and spelt[at] not in MARKS and not phrase_length_at(inner, spelt, at):
        at += 1
    return tokens[at - 1].end


def is_speaker(text: str, tokens: Sequence[Word]) -> bool:
    """Whether some words name somebody, or something written, that can say something."""
    tokens = _counted(word for word in tokens if word.lower[0].isalnum())
    if not tokens:
        return False
    spelt = [word.lower.removesuffix("'s") for word in tokens]
    at = head_index(spelt)
    if spelt[at] in chain_words().lists["speaker.things"]:
        return False
    noun = speaker_nouns().get(spelt[at])
    if noun is not None and (noun.human or noun.plural or spelt[0] in actor_words().determiner):
        return True
    word = tokens[at]
    return text[word.start].isupper() and not text[word.start + 1 : word.end].isupper()


def _counted(tokens: Iterable[Word]) -> list[Word]:
    """The words; of "two of the guards", what is counted."""
    kept = list(tokens)
    is_count = len(kept) > 2 and kept[1].lower == "of"
    return kept[2:] if is_count and kept[0].lower in actor_words().indefinite else kept


def without_asides(text: str, tagged: TaggedText) -> TaggedText:
    """The tagged text with nothing marked in the asides, because they are read by their words.

    In "the mayor was quoted by Tarn as saying", "as saying" is the cue and the mayor its source.
    """
    found = asides(text)
    if not found:
        return tagged
    starts, ends = [one.start for one in found], [one.end for one in found]
    marked: list[tuple[RoleSpan, int]] = []
    for row, span in enumerate(tagged.roles):
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if _is_quoted_subject(text, span, found[last : last + 1]):
            span = replace(span, role="source")
        pieces = _pieces_outside(text, span, found[first:last]) if first < last else [span]
        marked += [(piece, row) for piece in pieces]
    rows = [row for _, row in marked]
    cue_rows = {row: number for number, row in enumerate(tagged.cue_indices())}
    governs = [cue_rows[row] for span, row in marked if span.role == "cue"]
    return TaggedText(
        tuple(span for span, _ in marked),
        tagged.belongs[np.array(rows, dtype=np.int64)],
        tagged.governs[np.array(governs, dtype=np.int64)],
        tagged.pieces,
    )


def _is_quoted_subject(text: str, span: RoleSpan, behind: Sequence[Aside]) -> bool:
    """Whether "was quoted by Tarn as saying" stands directly behind a span."""
    return any(
        aside.saying is not None and not text[span.end : aside.start].strip() for aside in behind
    )


def _pieces_outside(text: str, span: RoleSpan, inside: Sequence[Aside]) -> Iterator[RoleSpan]:
    """What is left of a span; of a source or a cue, the first piece."""
    saying = next((aside.saying for aside in inside if aside.saying), None)
    if span.role == "cue" and saying is not None:
        yield RoleSpan("cue", *saying, span.score)
        return
    start = span.start
    left = []
    for aside in (*inside, None):
        end = aside.start if aside else span.end
        piece = without_edges(text, start, min(end, span.end))
        if sum(map(str.isalnum, text[piece[0] : piece[1]])) >= MIN_PIECE_LETTERS:
            left.append(RoleSpan(span.role, *piece, span.score))
        start = max(start, aside.end) if aside else start
    yield from left if span.role == "content" else left[:1]
