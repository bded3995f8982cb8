"""The quotations of a report as one sequence: who holds the floor when each is uttered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.floor.holding import Floor
from sayso.extract.floor.pointing import pointed_at
from sayso.extract.floor.telling import Teller
from sayso.extract.floor.ties import Tie, Ties
from sayso.extract.floor.utterances import Piece, Sentence, Utterance
from sayso.extract.floor.voices import Voice, Voices
from sayso.lexicon.floor import floor_words
from sayso.model.speech import Attribution
from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class Uttered:
    """A quotation with the words that name whoever utters it; None if that is open."""

    span: Span
    source: Span | None
    cue: Span | None
    voice: Voice | None


class QuotationSequence:
    """Gives the quotations of one text to their voices, in order."""

    def __init__(self, voices: Voices, attributions: Sequence[Attribution]) -> None:
        self._voices = voices
        self._ties = Ties(voices, attributions)
        self._floor = Floor()
        self._teller = Teller(voices, self._ties, self._floor)

    def uttered(self, pieces: Sequence[Piece]) -> Iterator[Uttered]:
        """Every utterance among the pieces of the text, with who utters it."""
        tagged: Sentence | None = None
        before: Piece | None = None
        for piece, following in pairwise([*pieces, None]):
            if isinstance(piece, Utterance):
                tie, tagged = self._tie(piece, before, following)
                if tie is not None or piece.opens:
                    yield self._utter(piece, tie)
            elif isinstance(piece, Sentence) and piece is not tagged:
                self._teller.tell(piece)
            before = piece

    def _tie(
        self, utterance: Utterance, before: Piece | None, following: Piece | None
    ) -> tuple[Tie | None, Sentence | None]:
        """What ties an utterance, and the sentence behind it that does."""
        behind = following if isinstance(following, Sentence) else None
        tie = self._ties.behind(utterance, behind)
        if tie is not None:
            return tie, behind
        lead = before if isinstance(before, Sentence) else None
        tie = self._ties.before(utterance, lead)
        if tie is None and behind is not None:
            pointed = pointed_at(self._voices, behind.span)
            tie = Tie(pointed, None) if pointed is not None else None
        return tie, None

    def _utter(self, utterance: Utterance, tie: Tie | None) -> Uttered:
        if tie is None:
            voice = self._floating_voice(utterance)
            self._floor.utter(utterance, voice, True, None)
            return Uttered(utterance.span, voice.span if voice is not None else None, None, voice)
        voice = self._tied_voice(utterance, tie)
        replies = utterance.last == "!" or self._has_reply_cue(tie)
        self._floor.utter(utterance, voice, replies, self._teller.addressed(tie))
        return Uttered(utterance.span, tie.source, tie.cue, voice)

    def _tied_voice(self, utterance: Utterance, tie: Tie) -> Voice | None:
        """The voice of a tie; a pronoun is whoever may speak now, if it fits."""
        if tie.source is None:
            return None
        word = self._voices.pronoun(tie.source)
        if not word:
            return self._voices.named(tie.source)
        talking = self._floor.talking
        answers = utterance.last == "?" or self._has_reply_cue(tie)
        if answers and talking is not None and self._voices.fits(word, talking):
            self._voices.meant_by(word, tie.source, talking)
            return talking
        return self._teller.antecedent(word, tie.source, tie.attribution)

    def _floating_voice(self, utterance: Utterance) -> Voice | None:
        floor = self._floor
        if floor.last is None or floor.told_since:
            return floor.here if floor.is_in(utterance) else floor.next
        last = floor.last
        if floor.is_open:
            return last.voice
        asks_again = utterance.last == "?" and floor.talking_asked
        if last.utterance.paragraph != utterance.paragraph:
            return floor.next or (floor.talking if asks_again else None)
        if floor.talking is None or not floor.talks_in_paragraph:
            return last.voice
        return floor.talking if asks_again else None

    def _has_reply_cue(self, tie: Tie) -> bool:
        cue = self._voices.text[tie.cue.start : tie.cue.end].lower().split() if tie.cue else []
        return not floor_words().replying.isdisjoint(cue)
