"""What the sentences between quotations say of the floor."""

import re

from sayso.extract.casting.pronouns import sex_of_pronoun
from sayso.extract.casting.sexes import SUBJECTS
from sayso.extract.floor.asking import asks_anyone, question_openings, question_told
from sayso.extract.floor.holding import Floor
from sayso.extract.floor.pointing import pointed_at
from sayso.extract.floor.subjects import (
    has_verb_before,
    may_speak,
    opening_pronoun,
    subject_of,
    unknown_subject,
)
from sayso.extract.floor.ties import Tie, Ties
from sayso.extract.floor.utterances import Sentence
from sayso.extract.floor.voices import Voice, Voices
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.grammar import grammar
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.words import words

ENTRY = re.compile(r"(?:T[+-])?\d{1,2}[.:]\d\d\b")
ASKED = re.compile(r"\b(?:was|were) asked\b", re.IGNORECASE)
PUT_TO = re.compile(r"\bput (?:it |this |that )?to (?=\S)")
EARLIER = re.compile(
    r"(?:,[^,]{1,80},)?\s+(?P<had>had)\b(?P<earlier>\s+(?:earlier|previously|already|once)\b)?"
)
MAX_WORDS_TO_ADDRESSEE = 2
MAX_MENTIONED = 8
TAG_END = re.compile(r"[.\n“\"‘]")


class Teller:
    """Reads the sentences of one text, in order."""

    def __init__(self, voices: Voices, ties: Ties, floor: Floor) -> None:
        self._voices, self._ties, self._floor = voices, ties, floor

    def tell(self, sentence: Sentence) -> None:
        """Take in a sentence, and say who may speak behind it."""
        if not sentence.behind and ENTRY.match(self._voices.text, sentence.span.start):
            self._floor.break_off()
        voice, question = self._teller(sentence.span)
        saying = bool(self._ties.within(sentence.span))
        if voice is not None and self._is_earlier(voice, sentence.span):
            voice = None
        crowded = voice is None and self._is_crowded(sentence.span)
        self._floor.tell(voice, sentence.paragraph, crowded, saying)
        self._floor.beside = self._mentioned(sentence.span)
        self._floor.told_of = self._addressee(sentence.span)
        if voice is not None and question is not None:
            self._floor.next = self._asked_voice(voice, question, sentence.span)

    def antecedent(self, word: str, source: Span, attribution: Attribution | None) -> Voice | None:
        """The voice that a pronoun means: who may speak now, if it fits, or was heard lately."""
        floor = self._floor
        if self._is_addressee(word):
            self._voices.open.add(source)
            return None
        guessed = self._voices.of_source(attribution.id, source) if attribution else None
        near = (floor.next, floor.here, *floor.beside)
        told = floor.told is not None and sex_of_pronoun(word) is not None
        for voice in near:
            if voice is not None and self._voices.fits(word, voice):
                if self._has_rival(word, voice):
                    return guessed
                self._voices.meant_by(word, source, voice)
                return voice
        for voice in reversed(floor.heard):
            if self._voices.fits(word, voice) and (not told or self._voices.has_sex(voice)):
                self._voices.meant_by(word, source, voice)
                return voice
        return guessed

    def _has_rival(self, word: str, voice: Voice) -> bool:
        """Whether a pronoun suits who spoke last, by the sex, better than a voice that was told of."""
        last = self._floor.last
        spoke = last.voice if last is not None else None
        if spoke is None or spoke.is_same(voice) or self._voices.has_sex(voice):
            return False
        return self._voices.has_sex(spoke) and self._voices.fits(word, spoke)

    def _is_addressee(self, word: str) -> bool:
        """Whether the last sentence tells that somebody of the sex of a pronoun was spoken to."""
        told = self._floor.told_of
        return bool(sex_of_pronoun(word)) and sex_of_pronoun(word) == sex_of_pronoun(told)

    def addressed(self, tie: Tie) -> Voice | None:
        """Whom a tag addresses: "told Mayor Orel", "asked her"."""
        if tie.cue is None or tie.source is None or tie.source.start > tie.cue.start:
            return None
        end = TAG_END.search(self._voices.text, tie.cue.end, tie.cue.end + 60)
        stretch = Span(tie.cue.end, max(tie.cue.end + 1, end.start() if end else tie.cue.end + 60))
        found = words(self._voices.text, stretch.start, stretch.end)
        place = 1 if found and found[0].lower == "to" else 0
        if len(found) <= place or found[place].lower in question_openings():
            return None
        pronoun = Span(found[place].start, found[place].end)
        for mention in self._voices.index.mentions_within(stretch)[:1]:
            lead = self._voices.text[stretch.start : mention.shown.start].split()
            if len(lead) <= MAX_WORDS_TO_ADDRESSEE and lead[1:2] != ["to"]:
                parted = "," in " ".join(lead) and lead[-1].rstrip(",") not in speaker_nouns()
                near = may_speak(self._voices, mention) and not parted
                return self._voices.named(mention.shown) if near else None
        word = self._voices.pronoun(pronoun)
        others = [one for one in reversed(self._floor.heard) if self._voices.fits(word, one)]
        return others[0] if word and others else None

    def _addressee(self, sentence: Span) -> str:
        """The pronoun for whom the last cue of a sentence addresses: "warned her"; "" for none."""
        cues = [one.cue.end for one in self._ties.within(sentence) if one.cue is not None]
        behind = (
            words(self._voices.text, cues[-1], min(cues[-1] + 40, sentence.end))[:2] if cues else []
        )
        if not behind or behind[0].lower in SUBJECTS:
            return ""
        return self._voices.pronoun(Span(behind[0].start, behind[0].end))

    def _is_crowded(self, sentence: Span) -> bool:
        """Whether a sentence is about somebody unknown, or mentions another than who has the floor."""
        opening = words(self._voices.text, sentence.start, min(sentence.end, sentence.start + 40))[
            :1
        ]
        if opening and opening[0].lower in grammar().pronouns_indefinite:
            return True
        if opening_pronoun(self._voices, sentence) is not None:
            return True
        here = self._floor.here
        return any(
            here is None or self._voices.index.speaker_of(one) is not here.speaker
            for one in self._voices.index.mentions_within(sentence)
            if not one.placed
        )

    def _mentioned(self, sentence: Span) -> list[Voice]:
        """Whom a sentence mentions, the nearest first, or else what it is about."""
        mentions = self._voices.index.mentions_within(sentence)[-MAX_MENTIONED:]
        people = [
            Voice(one.shown, self._voices.index.speaker_of(one))
            for one in reversed(mentions)
            if one.named and may_speak(self._voices, one)
        ]
        unknown = unknown_subject(self._voices, sentence) if not people else None
        return people if unknown is None else [self._voices.named(unknown)]

    def _asked_voice(self, voice: Voice, question: Attribution, sentence: Span) -> Voice | None:
        """Who may answer a question that a voice asks."""
        if asks_anyone(question_told(self._voices, question, sentence)):
            return None
        addressed = self.addressed(Tie(question.source, question.cue))
        if addressed is not None:
            return addressed
        last = self._floor.last
        if last is not None and last.voice is not None and not last.voice.is_same(voice):
            return last.voice
        return self._floor.only_other(voice)

    def _teller(self, sentence: Span) -> tuple[Voice | None, Attribution | None]:
        """Whom a sentence is about, and the attribution by which that one asks something."""
        asked = self._asked_subject(sentence)
        if asked is not None:
            return asked, None
        pointed = pointed_at(self._voices, sentence)
        if pointed is not None:
            return self._voices.named(pointed), None
        tellers = self._ties.within(sentence)
        for one in tellers:
            if one.source is None or self._is_aside(one, sentence) or self._is_nobody(one.source):
                continue
            word = self._voices.pronoun(one.source)
            if word:
                voice = self.antecedent(word, one.source, one)
            else:
                voice = self._voices.of_source(one.id, one.source)
            if voice is not None:
                return voice, one if question_told(self._voices, one, sentence) else None
        pronoun = opening_pronoun(self._voices, sentence)
        if pronoun is not None:
            return self.antecedent(self._voices.pronoun(pronoun), pronoun, None), None
        return subject_of(self._voices, sentence), None

    def _is_earlier(self, voice: Voice, sentence: Span) -> bool:
        """Whether a sentence tells what a voice did before: "Orel had earlier left"."""
        place = voice.span
        if not sentence.holds(place):
            return False
        text = self._voices.text
        had = EARLIER.match(text, place.end, sentence.end)
        if had is None:
            return False
        cues = [one.cue.start for one in self._ties.within(sentence) if one.cue is not None]
        return had["earlier"] is not None or had.start("had") in cues

    def _is_nobody(self, source: Span) -> bool:
        """Whether a source is a possessive or counts people: "by his reckoning", "both nodded"."""
        word = self._voices.text[source.start : source.end].lower()
        return word in grammar().possessives_all | grammar().quantifiers

    def _is_aside(self, attribution: Attribution, sentence: Span) -> bool:
        """Whether who speaks stands in a later clause of a sentence about something else."""
        source, cue = attribution.source, attribution.cue
        if source is None or cue is None or source.start > cue.start:
            return False
        text = self._voices.text
        before, behind = text[sentence.start : source.start].rstrip(), text[cue.end : sentence.end]
        between_commas = before.endswith(",") and behind.lstrip().startswith(",")
        return between_commas or has_verb_before(self._voices, sentence, source)

    def _asked_subject(self, sentence: Span) -> Voice | None:
        """Whom a sentence tells to be asked: "Orel was asked why", "it was put to Orel"."""
        text = self._voices.text
        if ASKED.search(text, sentence.start, sentence.end):
            return subject_of(self._voices, sentence)
        put = PUT_TO.search(text, sentence.start, sentence.end)
        if put is None:
            return None
        rest = Span(put.end(), sentence.end)
        pronoun = opening_pronoun(self._voices, rest)
        if pronoun is None:
            return subject_of(self._voices, rest)
        return self.antecedent(self._voices.pronoun(pronoun), pronoun, None)
