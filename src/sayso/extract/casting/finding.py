"""Every place in a text where somebody or something that may speak is named or described."""

from collections.abc import Collection, Sequence

from sayso.extract.casting.mentions import Mention, token_span
from sayso.extract.casting.names import ProperName, find_names
from sayso.extract.casting.phrases import find_noun_phrases, with_country_names
from sayso.extract.casting.roles import join_roles
from sayso.extract.casting.runs import lowered_words
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import actor_words
from sayso.lexicon.people import titles
from sayso.model.speech import ActorType


def find_mentions(
    tokenized: TokenizedText, starts: Collection[int], stops: Collection[int]
) -> list[Mention]:
    """Names and noun phrases in text order; a phrase that only gives a role is joined to its bearer.

    `starts` holds the first token of every source, `stops` the token behind its last.
    """
    named = find_names(tokenized, stops)
    taken = {token for name in named for token in range(name.first_title, name.stop)}
    described = find_noun_phrases(tokenized, taken, starts, stops)
    mentions = [*(_mention_of_name(tokenized, name) for name in named), *described]
    mentions.sort(key=_text_order)
    outer, contained = _without_contained_names(mentions)
    owners = [name for name in contained if _is_person_who_owns(tokenized, name)]
    return sorted([*join_roles(tokenized, outer), *owners], key=_text_order)


def _text_order(mention: Mention) -> tuple[int, int]:
    first, stop = mention.outer
    return first, -stop


def _mention_of_name(tokenized: TokenizedText, name: ProperName) -> Mention:
    words = lowered_words(tokenized, name.first, name.stop)
    offices = frozenset(name.offices)
    first_title = name.first_title
    role = None
    if name.offices and first_title < name.first:
        role = token_span(tokenized, first_title, name.first)
    return Mention(
        first=name.first,
        stop=name.stop,
        sentence=tokenized.tokens[name.first].sentence,
        shown=token_span(tokenized, name.first, name.stop),
        type=name.type,
        words=tuple(
            word for word in words if word and word != "the" and word not in titles().honour
        ),
        head=name.head,
        marks=with_country_names(words) - actor_words().generic,
        offices=offices,
        sex=name.sex,
        definite=True,
        named=True,
        human=name.type is ActorType.PERSON,
        placed=name.placed,
        role=role,
        outer=(first_title, name.stop),
    )


def _without_contained_names(mentions: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions without the names that a longer phrase holds, and those: "Ruritania" in
    "Ruritania's army"."""
    kept: list[Mention] = []
    contained: list[Mention] = []
    for mention in mentions:
        inside = any(
            phrase.first <= mention.first
            and mention.stop <= phrase.stop
            and phrase.stop - phrase.first > mention.stop - mention.first
            for phrase in kept[-3:]
            if not phrase.words
        )
        (contained if inside else kept).append(mention)
    return kept, contained


def _is_person_who_owns(tokenized: TokenizedText, name: Mention) -> bool:
    """Whether a name in a longer phrase is a person's, whom a pronoun may mean: "Orel's sister"."""
    person = name.type in (ActorType.PERSON, None) and not name.placed
    return person and tokenized.tokens[name.stop - 1].possessive
