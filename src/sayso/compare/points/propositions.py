"""Whether a claim says a whole proposition by itself; if one does, it gives its point the title.

Every claim says something. One that is a noun phrase ("responsibility for the fire") is no title, and
two such claims make no dispute.
"""

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.cues import cue_words
from sayso.model.speech import Stance
from sayso.text.words import words

MIN_TERMS = 2


def says_proposition(claim: PreparedClaim, text: str) -> bool:
    """Whether a claim has a finite verb, or begins with "that" or a verb in -ing ("supplying").

    An accusation has the verb behind its object ("the army of shelling the market"), and what an outlet
    says in its own voice is a sentence. `text` is the text of the report. A noun phrase, a topic and a
    fragment say no proposition. A claim that only points back says none, and neither does one that
    depends on a condition: "if the reports are right, the mayor must go".
    """
    if claim.back_reference is not None or len(claim.terms) < MIN_TERMS:
        return False
    lower = [
        word.lower.replace("’", "'")
        for span in claim.claim.content
        for word in words(text, span.start, span.end)
        if word.lower[0].isalnum()
    ]
    if not lower or lower[0] in cue_words().lists["supposed.words"]:
        return False
    if claim.outlet_voice:
        return True
    lexicon = clause_words()
    accuses = claim.claim.stance is Stance.ACCUSES
    return (
        any(word.endswith("ing") for word in (lower if accuses else lower[:1]))
        or lower[0] == "that"
        or any(lexicon.is_finite(word) for word in lower)
    )
