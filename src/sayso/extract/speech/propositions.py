"""Whether a content says something: a proposition, or only a thing that somebody speaks of.

A proposition is a clause, a quotation that says something, or a noun phrase that names a deed or a
state ("the killing of nine villagers"). What a noun phrase is depends on its cue: "denied the charges"
answers them, "promised ploughs" says that there will be some, "backs the deal" is an attitude.
"""

from collections.abc import Sequence
from enum import StrEnum

from sayso.extract.speech.antecedents import whole_clause
from sayso.extract.speech.content_cues import ContentCue
from sayso.extract.speech.finite_verbs import (
    finite_verb,
    is_infinitive,
    opens_inner_clause,
    sees_deed,
)
from sayso.extract.speech.noun_phrases import NounPhrase
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import Form
from sayso.lexicon.propositions import proposition_words, verb_kinds
from sayso.model.speech import Attribution, Kind, Speech
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.words import Word

SENTENCE_ENDS = (".", "?", "!", "…")
UTTERANCE_EDGES = " \n\t*_" + "".join(sorted(QUOTATION_MARKS))
MAX_CONTENT_WORDS = 60  # that are looked at
MIN_QUOTED_WORDS = 4  # of a quotation that says something behind any cue
MAX_TITLE_WORDS = 8
MIN_WORDS_OF_RELATIVE_CLAUSE = 2
MAX_WORDS_OF_NUMBER = 3
MIN_WORDS_OF_THAT_CLAUSE = 4  # "that he go now", but "that phrase"


class ContentKind(StrEnum):
    """What a content is. The first three are propositions; the reasons against one are the others."""

    CLAUSE = "clause"
    QUOTATION = "quotation"
    NOMINALISATION = "nominalisation"
    TOPIC = "topic"
    ATTITUDE = "attitude"
    FRAGMENT = "fragment"


PROPOSITIONS = frozenset({ContentKind.CLAUSE, ContentKind.QUOTATION, ContentKind.NOMINALISATION})


def content_kind(
    body: str, attribution: Attribution, quoted_characters: Sequence[int]
) -> ContentKind:
    """What the content of an attribution is; `quoted_characters` has 1 for each one in a quotation."""
    spelt = _content_words(body, attribution)
    if not spelt:
        return ContentKind.FRAGMENT
    if _is_utterance(body, attribution):
        return ContentKind.QUOTATION
    cue = ContentCue.of(body, attribution)
    speaks_within = attribution.cue is not None and quoted_characters[attribution.cue.end - 1]
    quoted = 0 if speaks_within else sum(quoted_characters[word.start] for word in spelt)
    if _is_saying_quotation(body, spelt, quoted, attribution, cue):
        return ContentKind.QUOTATION
    if _is_cut(body, spelt, attribution, cue):
        return ContentKind.FRAGMENT
    if _is_clause(body, spelt, cue) or (cue.takes_clause and _is_number(spelt)):
        return ContentKind.CLAUSE
    phrase = NounPhrase(body, spelt, cue.is_titled)
    if cue.answers and all(word.lower in proposition_words().referring for word in spelt):
        return ContentKind.NOMINALISATION
    if _names_deed(phrase, cue) or (cue.denies and not _is_title(body, spelt)):
        return ContentKind.NOMINALISATION
    return ContentKind.ATTITUDE if cue.feels else ContentKind.TOPIC


def _is_utterance(body: str, attribution: Attribution) -> bool:
    """Whether a content is all that somebody utters, printed as such: "Twice.", "And the soldiers?"."""
    first, last = attribution.content[0].start, attribution.content[-1].end
    cue = attribution.cue
    printed = attribution.speech is Speech.DIRECT or cue is None or body[cue.end - 1] == ":"
    said = body[first:last].strip(UTTERANCE_EDGES)
    return printed and said[-1:] in SENTENCE_ENDS and not said[0].islower()


def _content_words(body: str, attribution: Attribution) -> list[Word]:
    """The first words of a content, without marks."""
    found: list[Word] = []
    for span in attribution.content:
        if len(found) < MAX_CONTENT_WORDS:
            found += (
                word for word in joined_words(body, span.start, span.end) if word.lower[0].isalnum()
            )
    return found[:MAX_CONTENT_WORDS]


def _is_saying_quotation(
    body: str, spelt: Sequence[Word], quoted: int, attribution: Attribution, cue: ContentCue
) -> bool:
    """Whether words in quotation marks are what somebody says, and not a name or a word at arm's length."""
    if not quoted:
        return False
    is_direct = attribution.speech is Speech.DIRECT
    if cue.names or (quoted >= MIN_QUOTED_WORDS and (is_direct or not cue.is_topical)):
        return True
    if not is_direct or cue.feels or cue.accuses or cue.is_topical:
        return False
    is_said = attribution.kind in (Kind.SPEECH, Kind.WRITING)
    return is_said and (cue.takes_clause or not _is_title(body, spelt))


def _is_title(body: str, spelt: Sequence[Word]) -> bool:
    return len(spelt) <= MAX_TITLE_WORDS and all(
        not body[word.start].islower() or word.lower in clause_words().prepositions
        for word in spelt
    )


def _is_cut(body: str, spelt: Sequence[Word], attribution: Attribution, cue: ContentCue) -> bool:
    """Whether the words are only the end of a clause: "who fled", "if the bill became law"."""
    first, start = spelt[0].lower, attribution.content[0].start
    lexicon = proposition_words()
    follows_cue = attribution.cue is not None and attribution.cue.end <= start
    if first in lexicon.relative:
        if whole_clause(body, attribution) != attribution.content:
            return len(spelt) < MIN_WORDS_OF_RELATIVE_CLAUSE
        is_question = follows_cue and (cue.asks or cue.takes_clause or cue.discusses)
        return not is_question or body[max(0, start - 2) : start].rstrip()[-1:] == ","
    if first == "that" and not cue.takes_clause and finite_verb(body, spelt[1:2], False) == 0:
        return True
    if first in grammar().conjunctions_joining and finite_verb(body, spelt[1:2], False) == 0:
        return True
    if first in lexicon.conditional and follows_cue and not cue.asks:
        return "," not in body[start : spelt[-1].end]
    return False


def _is_clause(body: str, spelt: Sequence[Word], cue: ContentCue) -> bool:
    first = spelt[0].lower
    if is_infinitive(body, spelt[1:] if first == "not" else spelt, 0):
        return True
    verb = finite_verb(body, spelt, doubtful=cue.takes_clause)
    if first in grammar().pronouns_question or first in cue_words().lists["supposed.words"]:
        return cue.asks or not (cue.is_about or (cue.feels and first == "what"))
    if (
        first == "that"
        and len(spelt) >= MIN_WORDS_OF_THAT_CLAUSE
        and (cue.takes_that or finite_verb(body, spelt, doubtful=True) is not None)
    ):
        return True
    if (
        cue.takes_clause
        and len(spelt) > 1
        and (cue.is_titled or first in grammar().pronouns_subject)
    ):
        return True
    if verb is not None and (
        first == "that" or cue.takes_clause or not opens_inner_clause(body, spelt, verb)
    ):
        return True
    return _has_doer_and_deed(body, spelt, cue)


def _is_number(spelt: Sequence[Word]) -> bool:
    """Whether a content is a number alone, perhaps with what it counts: "said 45", "about nine days"."""
    numerals = grammar().numerals
    return len(spelt) <= MAX_WORDS_OF_NUMBER and any(
        word.lower[0].isdigit() or word.lower in numerals for word in spelt[:2]
    )


def _has_doer_and_deed(body: str, spelt: Sequence[Word], cue: ContentCue) -> bool:
    """Whether the words say who is to do what ("the men to leave") or was seen doing it."""
    means_anybody = spelt[0].lower in grammar().pronouns_indefinite
    for at in range(1, len(spelt)):
        before, word = spelt[at - 1], spelt[at].lower
        if word in proposition_words().inside and not means_anybody:
            return False
        if cue.takes_that and is_infinitive(body, spelt, at):
            return not NounPhrase(body, spelt[:at]).is_plan
        if _is_small(before):
            continue
        if (cue.sees or (cue.wants and at == 1)) and sees_deed(spelt, at):
            return True
        if cue.wants and Form.PAST in verb_kinds().get(word, ()) and _may_end(spelt[at + 1 :]):
            return True
    return False


def _may_end(behind: Sequence[Word]) -> bool:
    """Whether what follows a participle may be only where or when: "closed", "put up in the yard"."""
    word = behind[0].lower if behind else ""
    return not word or (word != "by" and word in clause_words().prepositions)


def _is_small(word: Word) -> bool:
    lexicon = clause_words()
    return word.lower in lexicon.determiners or word.lower in lexicon.prepositions


def _names_deed(phrase: NounPhrase, cue: ContentCue) -> bool:
    """Whether a noun phrase behind a cue means that something is done, or is so."""
    if phrase.opens_with_gerund or phrase.has_that_clause:
        return True
    if cue.names:
        return phrase.is_predicate or cue.has_object or cue.last == "as"
    if cue.compares and phrase.is_predicate:
        return True
    if (cue.feels or cue.accuses or cue.tells) and phrase.has_reason:
        return True
    accusing = proposition_words().accusing
    if cue.accuses and (cue.last in accusing or phrase.has_any(accusing)):
        return True
    if cue.answers and (phrase.is_answerable or cue.last == "for"):
        return True
    if cue.is_topical or phrase.is_about:
        return cue.tells and phrase.tells_deed
    if cue.promises and phrase.is_indefinite:
        return True
    if cue.feels:
        return cue.criticises and phrase.tells_deed_to_something
    if cue.tells and (phrase.tells_deed or phrase.is_new):
        return True
    return cue.is_known and (phrase.tells_whole_deed or (phrase.has_plan and cue.last != "of"))
