"""The quotations of a report as one sequence: who holds the floor when each is uttered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sayso.extract.floor.subjects import opening_pronoun, subject_of
from sayso.extract.floor.ties import Tie, Ties
from sayso.extract.floor.utterances import Piece, Sentence, Utterance
from sayso.extract.floor.voices import Voice, Voices
from sayso.lexicon.floor import floor_words
from sayso.lexicon.grammar import grammar
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.words import words

MAX_HEARD = 12  # voices that are remembered


@dataclass(frozen=True, slots=True)
class Uttered:
    """A quotation with the words that name whoever utters it; None if that is open."""

    span: Span
    source: Span | None
    cue: Span | None
    voice: Voice | None


@dataclass(slots=True)
class _Floor:
    """Who spoke and who may speak next, at one place of a text."""

    here: Voice | None = None  # who goes on in this paragraph
    next: Voice | None = None  # who speaks in the next one
    heard: list[Voice] = field(default_factory=list)  # the latest last
    last: tuple[Utterance, Voice | None] | None = None
    told_since: int = 0  # sentences since the last utterance
    talking: Voice | None = None  # with whom the last voice talks
    is_open: bool = False

    def hear(self, voice: Voice) -> None:
        """Remember a voice as the latest one."""
        self.heard = [one for one in self.heard if not one.is_same(voice)][-MAX_HEARD:]
        self.heard.append(voice)

    def only_other(self, voice: Voice) -> Voice | None:
        """The one voice beside another, if just one was heard."""
        others = [one for one in self.heard if not one.is_same(voice)]
        return others[0] if len(others) == 1 else None


class QuotationSequence:
    """Gives the quotations of one text to their voices, in order."""

    def __init__(self, voices: Voices, attributions: Sequence[Attribution]) -> None:
        self._voices = voices
        self._ties = Ties(voices, attributions)
        self._floor = _Floor()

    def uttered(self, pieces: Sequence[Piece]) -> Iterator[Uttered]:
        """Every utterance among the pieces of the text, with who utters it."""
        tagged: Sentence | None = None
        before: Piece | None = None
        for piece, following in pairwise([*pieces, None]):
            if isinstance(piece, Utterance):
                tie, tagged = self._tie(piece, before, following)
                yield self._utter(piece, tie, tagged)
            elif isinstance(piece, Sentence) and piece is not tagged:
                self._tell(piece)
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
        return self._ties.before(utterance, lead), None

    def _utter(self, utterance: Utterance, tie: Tie | None, tagged: Sentence | None) -> Uttered:
        floor = self._floor
        if tie is not None:
            voice = self._tied_voice(tie)
            source, cue = tie.source, tie.cue
        else:
            voice = self._floating_voice(utterance)
            source, cue = voice.span if voice is not None else None, None
        self._pass_on(utterance, voice, tie)
        floor.last, floor.told_since = (utterance, voice), 0
        return Uttered(utterance.span, source, cue, voice)

    def _tied_voice(self, tie: Tie) -> Voice | None:
        """The voice of a tie; a pronoun is whoever may speak now, if it fits."""
        word = self._voices.pronoun(tie.source)
        if not word:
            return self._voices.named(tie.source)
        return self._antecedent(word, tie.source, tie.attribution)

    def _antecedent(
        self, word: str, source: Span, attribution: Attribution | None
    ) -> Voice | None:
        floor = self._floor
        for voice in (floor.next, floor.here, *reversed(floor.heard)):
            if voice is not None and self._voices.fits(word, voice):
                self._voices.antecedents[source] = voice.span
                return voice
        return self._voices.of_source(attribution.id, source) if attribution else None

    def _floating_voice(self, utterance: Utterance) -> Voice | None:
        floor = self._floor
        if floor.last is None or floor.told_since:
            return floor.next
        last, voice = floor.last
        if floor.is_open or last.paragraph == utterance.paragraph and not self._asks_back(utterance):
            return voice
        return floor.next

    def _asks_back(self, utterance: Utterance) -> bool:
        """Whether two talk to each other in one paragraph."""
        return self._floor.talking is not None and self._floor.next is not None and False

    def _pass_on(self, utterance: Utterance, voice: Voice | None, tie: Tie | None) -> None:
        """Say who may speak behind an utterance."""
        floor = self._floor
        partner = self._partner(utterance, voice)
        floor.is_open = not utterance.closed
        floor.here, floor.next, floor.talking = voice, voice, None
        if voice is None:
            return
        floor.hear(voice)
        if utterance.closed and utterance.last == "?" and not floor.is_open:
            floor.next = partner
        elif partner is not None and floor.told_since == 0 and utterance.alone:
            floor.next = partner if self._replies(utterance, tie) else None
        floor.talking = partner

    def _partner(self, utterance: Utterance, voice: Voice | None) -> Voice | None:
        """With whom a voice talks: who spoke right before, or the only other one heard."""
        floor = self._floor
        if voice is None:
            return None
        if floor.last is not None and floor.told_since <= 1:
            last, spoke = floor.last
            if spoke is not None and not spoke.is_same(voice):
                return spoke
            if spoke is not None and floor.talking is not None and floor.told_since == 0:
                return floor.talking
        return floor.only_other(voice) if utterance.last == "?" else None

    def _replies(self, utterance: Utterance, tie: Tie | None) -> bool:
        if utterance.last == "!" or tie is None:
            return True
        cue = self._voices.text[tie.cue.start : tie.cue.end].lower().split() if tie.cue else []
        return not floor_words().replying.isdisjoint(cue)

    def _tell(self, sentence: Sentence) -> None:
        """Say who may speak behind a sentence."""
        floor = self._floor
        floor.told_since += 1
        voice, asked = self._teller(sentence.span)
        if voice is None:
            alone = len(floor.heard) <= 1
            voice = floor.here if alone or sentence.behind else None
            floor.here = floor.next = voice
            return
        floor.hear(voice)
        floor.here = floor.next = voice
        floor.is_open = False
        if asked:
            floor.next = self._asked_voice(voice)

    def _asked_voice(self, voice: Voice) -> Voice | None:
        last = self._floor.last
        if last is not None and last[1] is not None and not last[1].is_same(voice):
            return last[1]
        return self._floor.only_other(voice)

    def _teller(self, sentence: Span) -> tuple[Voice | None, bool]:
        """Whom a sentence is about, and whether that one asks something in it."""
        passive = self._asked_subject(sentence)
        if passive is not None:
            return passive, False
        for one in self._ties.within(sentence):
            if one.source is None:
                continue
            word = self._voices.pronoun(one.source)
            if word:
                voice = self._antecedent(word, one.source, one)
            else:
                voice = self._voices.of_source(one.id, one.source)
            if voice is not None:
                return voice, self._asks(one)
        pronoun = opening_pronoun(self._voices, sentence)
        if pronoun is not None:
            return self._antecedent(self._voices.pronoun(pronoun), pronoun, None), False
        return subject_of(self._voices, sentence), False

    def _asked_subject(self, sentence: Span) -> Voice | None:
        text = self._voices.text[sentence.start : sentence.end]
        if " was asked" in text or " were asked" in text:
            return subject_of(self._voices, sentence)
        at = text.find("put to ")
        if at < 0:
            return None
        return subject_of(self._voices, Span(sentence.start + at + len("put to "), sentence.end))

    def _asks(self, attribution: Attribution) -> bool:
        """Whether a content is a question: "if he had family there"."""
        first = words(self._voices.text, attribution.content[0].start, attribution.content[0].end)
        opening = first[0].lower if first else ""
        cue = attribution.cue
        asked = cue is not None and "ask" in self._voices.text[cue.start : cue.end].lower()
        return asked and opening in grammar().pronouns_question | {"if", "whether"}
