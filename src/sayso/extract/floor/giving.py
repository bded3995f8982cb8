"""The attributions of a report with the floor settled, and its cast."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.extract.actors import Cast, make_cast, read_speakers
from sayso.extract.casting.tokens import tokenize_text
from sayso.extract.floor.edits import Edits
from sayso.extract.floor.given import GivenTurn
from sayso.extract.floor.posts import posts
from sayso.extract.floor.sequence import QuotationSequence, Uttered
from sayso.extract.floor.turns import given_turns
from sayso.extract.floor.utterances import Piece, pieces_of
from sayso.extract.floor.voices import Voices
from sayso.extract.speech.collecting import JudgedAttribution
from sayso.model.speech import Speech
from sayso.model.text import Span


def settle_floor(
    text: str, judged: Sequence[JudgedAttribution]
) -> tuple[Sequence[JudgedAttribution], Cast]:
    """The attributions of a report, every quotation and turn given to whoever utters it, and the cast."""
    attributions = [one.attribution for one in judged]
    tokenized = tokenize_text(text)
    read = read_speakers(tokenized, attributions)
    voices = Voices(text, read)
    edits = Edits(text, judged)
    turns = list(given_turns(voices)) or list(posts(text))
    for turn in turns:
        _give_turn(edits, turn)
    pieces = _outside_turns(list(pieces_of(text)), turns)
    for uttered in QuotationSequence(voices, attributions).uttered(pieces):
        _give(edits, voices, uttered)
    if not (edits.changed or voices.antecedents or voices.open):
        return judged, make_cast(read.known)
    settled = edits.result()
    meant = {**voices.antecedents, **dict.fromkeys(voices.open)}
    read = read_speakers(tokenized, [one.attribution for one in settled], meant)
    return settled, make_cast(read.known)


def _give_turn(edits: Edits, turn: GivenTurn) -> None:
    """Give a turn to its speaker; what crosses its edges is taken out of other attributions."""
    edits.clear_around(turn.whole, turn.text)
    edits.add(turn.source, turn.cue, turn.text, Speech.INDIRECT, turn.asks)


def _outside_turns(pieces: Sequence[Piece], turns: Sequence[GivenTurn]) -> list[Piece]:
    starts = [turn.whole.start for turn in turns]
    ends = [turn.whole.end for turn in turns]
    kept = []
    for piece in pieces:
        at = bisect_right(starts, piece.span.start) - 1
        if at < 0 or ends[at] <= piece.span.start:
            kept.append(piece)
    return kept


def _give(edits: Edits, voices: Voices, uttered: Uttered) -> None:
    """Take a quotation from those who do not utter it, and give it to whoever does."""
    given = False
    holding = edits.holding(uttered.span)
    names = {name for name, _ in holding}
    for name, one in holding:
        if one.within in names:
            continue
        if one.source is None or _is_by(voices, one.source, name, uttered):
            given = given or one.source is not None
        else:
            edits.take(name, uttered.span)
    if uttered.source is not None and not given:
        edits.add(uttered.source, uttered.cue, uttered.span, Speech.DIRECT, False)


def _is_by(voices: Voices, source: Span, name: str, uttered: Uttered) -> bool:
    if source == uttered.source:
        return True
    voice = voices.of_source(name, source)
    if source in voices.antecedents:
        voice = voices.named(voices.antecedents[source])
    return voice is not None and voice.is_same(uttered.voice)
