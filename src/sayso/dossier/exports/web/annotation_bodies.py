"""The bodies of annotations: a line for a reader, a tag, and the values for a program."""

from sayso.dossier import wording
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.voices import Voices, chain_words
from sayso.dossier.exports.web.jsonld import Node, fact_iri, voice_iri, with_values
from sayso.model.comparison import EventMention
from sayso.model.decisions import Decision, DecisionKind, Target
from sayso.model.happening import Event, Figure
from sayso.model.speech import Claim
from sayso.model.text import Document
from sayso.model.wire import to_line

MOTIVATIONS = {
    DecisionKind.ACCEPT: "assessing",
    DecisionKind.REJECT: "assessing",
    DecisionKind.RELIABILITY: "assessing",
    DecisionKind.CREDIBILITY: "assessing",
    DecisionKind.CORRECT: "editing",
    DecisionKind.MERGE: "linking",
    DecisionKind.SPLIT: "linking",
    DecisionKind.SIDE: "classifying",
}


def motivation(kind: DecisionKind) -> str:
    """Why a person made an annotation, in a word of the W3C."""
    return MOTIVATIONS.get(kind, "commenting")


def decision_bodies(decision: Decision) -> list[Node]:
    """The bodies for what a person decided, and why."""
    said = f"{decision.kind}: {decision.reason}" if decision.reason else str(decision.kind)
    values = {
        "sayso:kind": "decision",
        "sayso:decision": decision.kind,
        "sayso:value": to_line(dict(decision.value)) if decision.value else None,
        "sayso:reason": decision.reason,
        "sayso:about": [subject.words for subject in decision.subjects if subject.words],
    }
    return [_text(said, motivation(decision.kind)), _dataset(values)]


class Bodies:
    """Makes the bodies for the facts of the reports."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._voices = Voices(lookup)

    def of_claim(self, document: Document, claim: Claim) -> list[Node]:
        """The stance, the speaker, and the chain of speakers with the outlet first."""
        shown = self._lookup.shown_claims[document.id, claim.id]
        voice = self._voices.of(document.id, claim.speaker)
        chain = chain_words(shown.chain)
        stands = self._lookup.stands.get((document.id, claim.id), [])
        values = {
            "sayso:kind": "claim",
            "sayso:stance": claim.stance,
            "sayso:speaker": shown.chain[-1].name,
            "sayso:speakerId": voice and {"id": voice_iri(voice)},
            "sayso:speakerType": shown.chain[-1].type,
            "sayso:chain": chain,
            "sayso:speech": shown.speech,
            "sayso:hedge": [document[span] for span in claim.hedges],
            "sayso:basis": [f"{kind}: {words}" for kind, words in shown.basis],
            "sayso:point": [f"{stand.side} {point.id}" for point, stand in stands],
        }
        line = f"{' → '.join(link.name for link in shown.chain)}: {shown.verb}"
        return [_text(line, "describing"), _tag(claim.stance), _dataset(values)]

    def of_figure(self, document: Document, figure: Figure) -> list[Node]:
        """The number, what it counts, and how it was given."""
        who = document[figure.who] if figure.who else None
        values = {
            "sayso:kind": "figure",
            "sayso:low": figure.low,
            "sayso:high": figure.high,
            "sayso:precision": figure.kind,
            "sayso:harm": figure.harm,
            "sayso:who": who,
            "sayso:hypothetical": figure.hypothetical,
            "sayso:event": self._named(Target.EVENT, document, figure.event),
            "sayso:claim": self._named(Target.CLAIM, document, figure.claim),
            "sayso:partOf": self._named(Target.FIGURE, document, figure.part_of),
        }
        line = f"{who or 'a count'}: {figure.harm or 'counted'} ({wording.PRECISIONS[figure.kind]})"
        return [_text(line, "describing"), _tag(figure.harm or "counted"), _dataset(values)]

    def of_event(self, document: Document, event: Event) -> list[Node]:
        """The kind, the time, the place and who took part."""
        place, when = event.place, event.when
        shared = self._lookup.shared_event_of.get(EventMention(document.id, event.id))
        values = {
            "sayso:kind": "event",
            "sayso:eventKind": event.kind,
            "sayso:negated": event.negated,
            "sayso:from": when and when.first.isoformat(),
            "sayso:to": when and when.last.isoformat(),
            "sayso:when": document[when.span] if when else None,
            "sayso:place": document[place.span] if place else None,
            "sayso:country": place and place.country,
            "sayso:latitude": place and place.lat,
            "sayso:longitude": place and place.lon,
            "sayso:participant": [
                f"{one.role}: {document[one.span]}" for one in event.participants
            ],
            "sayso:sharedEvent": shared and {"id": f"urn:sayso:event:{shared.id}"},
        }
        line = f"{event.kind}{', which did not happen' if event.negated else ''}"
        return [_text(line, "describing"), _tag(event.kind), _dataset(values)]

    @staticmethod
    def _named(kind: Target, document: Document, name: str | None) -> Node | None:
        return None if name is None else {"id": fact_iri(kind, document.id, name)}


def _text(value: str, purpose: str) -> Node:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "language": "en",
        "value": value,
    }


def _tag(value: str) -> Node:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _dataset(values: Node) -> Node:
    return {"type": "Dataset", **with_values(values)}
