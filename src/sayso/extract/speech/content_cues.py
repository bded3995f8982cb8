"""What a cue makes of its content: whether it takes a clause, answers something, tells of a thing."""

from dataclasses import dataclass

from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.propositions import proposition_words
from sayso.model.speech import Attribution, Kind

MAX_CUE_WORDS = 60
MAX_CHARACTERS_OF_OBJECT = 80


@dataclass(frozen=True, slots=True)
class ContentCue:
    """A cue: the name of its class, the verb that decides, its last word, and whether its object
    stands between it and the content ("described the driver as …"). It `frames` a content that stands
    before it, or behind a colon. It `is_titled` in a heading that gives its words capitals."""

    name: str
    verb: str
    last: str
    has_object: bool = False
    frames: bool = False
    is_titled: bool = False

    @classmethod
    def of(cls, body: str, attribution: Attribution) -> "ContentCue":
        """The cue of an attribution; without one it takes a clause, as "said" does."""
        if attribution.cue is None:
            return cls("statement", "said", "said")
        found = joined_words(body, attribution.cue.start, attribution.cue.end)[:MAX_CUE_WORDS]
        spelt = tuple(word.lower for word in found)
        analysis = analyse_cue(spelt, attribution.source is not None)
        deciding, made = analysis.deciding, analysis.cue_class
        verb = spelt[deciding.first] if deciding is not None else ""
        be = cue_words().lists["sourceless.be"]  # "was called a thief": the object stands before it
        end = attribution.cue.end
        between = body[end : min(attribution.content[0].start, end + MAX_CHARACTERS_OF_OBJECT)]
        return cls(
            made.name if made is not None else "",
            verb,
            spelt[-1] if spelt else "",
            has_object=any(map(str.isalpha, between)) or not be.isdisjoint(spelt),
            is_titled=bool(found) and body[found[0].start].isupper(),
            frames=not spelt[-1:] or not spelt[-1][0].isalnum() or _is_behind(attribution),
        )

    def _is_of(self, key: str) -> bool:
        """Whether its class, or its verb, is listed under a key."""
        lexicon = proposition_words()
        return self.name in lexicon.classes.get(key, ()) or self.verb in lexicon.verbs.get(key, ())

    @property
    def is_known(self) -> bool:
        """Whether the lexicon has it."""
        return bool(self.name)

    @property
    def takes_clause(self) -> bool:
        """Whether a clause follows it, and hardly ever a thing."""
        if self.frames or self._is_of("framing"):
            return True
        return self._is_of("clause") and self.last not in clause_words().prepositions

    @property
    def takes_that(self) -> bool:
        """Whether "that" behind it opens a clause, also one with a bare verb: "asked that he go"."""
        return self.takes_clause or self.takes_infinitive

    @property
    def answers(self) -> bool:
        """Whether it takes what was said or done: "denied", "admitted"."""
        return self._is_of("answering") and self.verb not in proposition_words().verbs["feeling"]

    @property
    def denies(self) -> bool:
        """Whether it says of a thing that it is not so: "denied the report", "ruled out poison"."""
        return self.name in ("denial", "ruling out") and self.answers

    @property
    def tells(self) -> bool:
        """Whether a thing behind it is said to be there or to come: "promised", "warned of"."""
        return self._is_of("telling")

    @property
    def feels(self) -> bool:
        """Whether a thing behind it is what somebody is for or against."""
        return self._is_of("feeling")

    @property
    def asks(self) -> bool:
        """Whether a question follows it."""
        return self._is_of("asking")

    @property
    def promises(self) -> bool:
        """Whether what follows it is to come."""
        return self.name == "a promise"

    @property
    def takes_infinitive(self) -> bool:
        """Whether a doer and a deed follow it: "told the men to leave"."""
        return self._is_of("infinitive")

    @property
    def discusses(self) -> bool:
        """Whether a thing behind it is a topic."""
        return self._is_of("discussing")

    @property
    def is_about(self) -> bool:
        """Whether it ends with "about" or the like."""
        return self.last in proposition_words().about

    @property
    def is_topical(self) -> bool:
        """Whether what follows it is only what is spoken of."""
        return self.discusses or self.is_about

    @property
    def names(self) -> bool:
        """Whether it gives something a name or description: "called", "described as"."""
        return self.name == "naming"

    @property
    def compares(self) -> bool:
        """Whether it says what something is: "identified the man as", "likened it to"."""
        return self._is_of("comparing")

    @property
    def accuses(self) -> bool:
        """Whether it lays a deed at somebody's door."""
        return "accusation" in self.name

    @property
    def criticises(self) -> bool:
        """Whether it speaks ill of a deed."""
        return self.name == "criticism"

    @property
    def sees(self) -> bool:
        """Whether it tells what somebody saw or heard."""
        return self.name == "perception"

    @property
    def wants(self) -> bool:
        """Whether it tells what somebody wants done."""
        return self.name in ("an intention", "a request")


def _is_behind(attribution: Attribution) -> bool:
    """Whether somebody's saying stands behind its content: "…, the army reported"."""
    cue = attribution.cue
    return (
        cue is not None
        and attribution.source is not None
        and attribution.kind in (Kind.SPEECH, Kind.WRITING)
        and attribution.content[-1].end <= cue.start
    )
