"""A claim ready for comparison: what it says, which way it goes, and who says it."""

from dataclasses import dataclass

from sayso.compare.figures.quantity import Quantity
from sayso.compare.points.back_reference import BackReference
from sayso.model.speech import Claim
from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """A claim of the report `document`, with all that the comparison looks at.

    `speaker_polarity` is 1 where the speaker stands behind the words, -1 where the speaker denies or
    doubts them, 0 where they are left open. `negated` is whether the words themselves hold a negation.

    `terms` are the word stems that two claims are compared by, and `compared_text` the words whose
    meaning is compared; a pronoun may open them. `title_span` marks the words that can name a point.
    `back_reference` is set where the words only point back at what was said before.

    `voice` is the speaker's key, the same in all reports; `speaker_name` the name as this report has
    it, or the words of the source; `speaker_terms` are the stems of the name and role.
    `sentence_number` counts from 1.
    """

    document: str
    claim: Claim
    speaker_polarity: int
    negated: bool
    voice: str
    terms: frozenset[str]
    title_span: Span
    compared_text: str
    opens_with_pronoun: bool
    sentence_number: int
    back_reference: BackReference | None
    speaker_terms: frozenset[str]
    quantities: tuple[Quantity, ...]
    speaker_name: str

    @property
    def key(self) -> tuple[str, str]:
        """The claim's key across reports."""
        return self.document, self.claim.id

    @property
    def outlet_voice(self) -> bool:
        """Whether the outlet says it in its own voice."""
        return not self.claim.chain

    @property
    def polarity(self) -> int:
        """1 for what the words would say without a negation, -1 against it, 0 neither."""
        return -self.speaker_polarity if self.negated else self.speaker_polarity


def share_words(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two claims have words of one text in common."""
    return left.document == right.document and any(
        one.touches(other) for one in left.claim.content for other in right.claim.content
    )
