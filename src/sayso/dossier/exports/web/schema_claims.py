"""Claims, quotations and denials in schema.org's terms."""

from collections.abc import Iterator

from sayso.dossier.exports.export import LeftOutCounts
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.makers import maker_name
from sayso.dossier.exports.marks import Decided
from sayso.dossier.exports.voices import Voices, chain_words, claim_words
from sayso.dossier.exports.web.jsonld import Node, fact_iri, mark_values, voice_iri, with_values
from sayso.dossier.exports.web.schema_nodes import article_iri, outlet_iri
from sayso.model.decisions import Target
from sayso.model.points import Side
from sayso.model.speech import Claim, Speech, Stance
from sayso.model.text import Document

CLAIMED = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.CONCEDES})
NOT_CLAIMED = "their speakers do not claim it, and nothing of it is quoted whole"


class ClaimNodes:
    """Makes the nodes for what is said. One claim may have a quotation and a claim or a review."""

    def __init__(
        self, lookup: Lookup, decided: Decided, voices: Voices, left_out: LeftOutCounts
    ) -> None:
        self._lookup, self._decided, self._voices = lookup, decided, voices
        self._left_out = left_out

    def all(self) -> Iterator[Node]:
        """The nodes of all claims, report by report."""
        for facts in self._lookup.comparison.facts:
            for claim in facts.claims:
                yield from self._nodes(facts.document, claim)

    def _nodes(self, document: Document, claim: Claim) -> Iterator[Node]:
        quotation = None
        if self._is_quoted(document, claim):
            quotation = self._quotation(document, claim)
            yield quotation
        if claim.stance in CLAIMED:
            yield self._claim(document, claim, quotation)
        elif claim.stance is Stance.DENIES:
            yield self._denial(document, claim)
        elif quotation is None:
            self._left_out.add(f"claims whose speaker {claim.stance}", NOT_CLAIMED)

    def _is_quoted(self, document: Document, claim: Claim) -> bool:
        """Whether all of it is in quotation marks: only then are these the speaker's own words."""
        if not claim.chain:
            return False
        return self._lookup.attributions[document.id, claim.chain[-1]].speech is Speech.DIRECT

    def _quotation(self, document: Document, claim: Claim) -> Node:
        return with_values(
            {
                "@id": fact_iri("quotation", document.id, claim.id),
                "@type": "Quotation",
                "text": claim_words(document, claim),
                "spokenByCharacter": self._speaker(document, claim),
                "isPartOf": self._article(document),
                **self._common(document, claim),
            }
        )

    def _claim(self, document: Document, claim: Claim, quotation: Node | None) -> Node:
        return with_values(
            {
                "@id": fact_iri(Target.CLAIM, document.id, claim.id),
                "@type": "Claim",
                "text": claim_words(document, claim),
                "author": self._speaker(document, claim),
                "appearance": self._article(document),
                "isBasedOn": quotation and {"@id": quotation["@id"]},
                **self._common(document, claim),
            }
        )

    def _denial(self, document: Document, claim: Claim) -> Node:
        """A review by whoever denies, of the claims that a point has on the other side.

        Where no report here makes the claim, it is a claim without an author.
        """
        denied: list[Node] = [{"@id": iri} for iri in self._denied(document, claim)]
        if not denied:
            words = claim_words(document, claim)
            iri = fact_iri("denied", document.id, claim.id)
            denied = [{"@id": iri, "@type": "Claim", "text": words}]
        return with_values(
            {
                "@id": fact_iri("denial", document.id, claim.id),
                "@type": "ClaimReview",
                "author": self._speaker(document, claim),
                "itemReviewed": denied,
                "reviewBody": claim_words(document, claim),
                "isPartOf": self._article(document),
                **self._common(document, claim),
            }
        )

    def _denied(self, document: Document, claim: Claim) -> Iterator[str]:
        """The claims on the other side of the points that a denial speaks to."""
        seen: set[str] = set()
        for point, own in self._lookup.stands.get((document.id, claim.id), ()):
            for stand in point.claims:
                iri = fact_iri(Target.CLAIM, stand.document, stand.claim)
                other = self._lookup.claims[stand.document, stand.claim]
                opposed = {own.side, stand.side} == {Side.FOR, Side.AGAINST}
                if opposed and other.stance in CLAIMED and iri not in seen:
                    seen.add(iri)
                    yield iri

    def _common(self, document: Document, claim: Claim) -> Node:
        """What the nodes of a claim share: the stance, the chain, the places, who made it."""
        shown = self._lookup.shown_claims[document.id, claim.id]
        marks = self._decided.on_fact(Target.CLAIM, document.id, claim.id)
        added = self._decided.added_by(f"{document.id}/{claim.id}")
        maker = maker_name(marks, added)
        stands = self._lookup.stands.get((document.id, claim.id), ())
        places = [
            {"sayso:start": span.start, "sayso:end": span.end, "sayso:quote": document[span]}
            for span in claim.content
        ]
        return {
            "sdPublisher": maker and {"@type": "Person", "name": maker},
            "sdDatePublished": added and added.made_at,
            "sayso:stance": claim.stance,
            "sayso:chain": chain_words(shown.chain),
            "sayso:speech": shown.speech,
            "sayso:hedge": [document[span] for span in claim.hedges],
            "sayso:point": [f"{stand.side} {point.id}" for point, stand in stands],
            "sayso:place": places,
            **mark_values(marks),
        }

    def _speaker(self, document: Document, claim: Claim) -> Node | None:
        """The speaker; the outlet where it speaks itself; None where nobody knows who speaks."""
        voice = self._voices.of(document.id, claim.speaker)
        if voice is not None:
            return {"@id": voice_iri(voice)}
        outlet = None if claim.chain else document.outlet
        return {"@id": outlet_iri(outlet)} if outlet else None

    def _article(self, document: Document) -> Node:
        return {"@id": article_iri(self._lookup.report(document.id))}
