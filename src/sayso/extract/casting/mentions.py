"""A place where somebody or something that may speak is named or described."""

from dataclasses import dataclass, field

from sayso.extract.casting.tokens import TokenizedText
from sayso.model.speech import ActorType
from sayso.model.text import Span


@dataclass(slots=True)
class Mention:
    """Tokens [first, stop). A name has `words`; a noun phrase has `head`, the lemma of its noun.

    `shown` is its span without an article where it is named; `marks` the words that tell it from
    others of its kind, countries by their name; `offices` the nouns that its bearer may be called
    by; `outer` the tokens that it covers together with its role; a `placed` one stands where places
    stand. `type` is None where neither shape nor lexicon tells.
    """

    first: int
    stop: int
    sentence: int
    shown: Span
    type: ActorType | None
    words: tuple[str, ...] = ()
    head: str = ""
    marks: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    sex: str | None = None
    plural: bool = False
    definite: bool = False
    named: bool = False
    human: bool = False
    placed: bool = False
    role: Span | None = None
    outer: tuple[int, int] = field(default=(0, 0))

    def __post_init__(self) -> None:
        if self.outer == (0, 0):
            self.outer = (self.first, self.stop)


def token_span(tokenized: TokenizedText, first: int, stop: int) -> Span:
    """Tokens [first, stop) as a span of the text, with the bracket that closes one among them."""
    start, end = tokenized.tokens[first].start, tokenized.tokens[stop - 1].end
    words = tokenized.text[start:end]
    if words.count("(") > words.count(")") and tokenized.text[end : end + 1] == ")":
        end += 1
    return Span(start, end)
