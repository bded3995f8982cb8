"""Names of people and countries: forenames, titles, nations."""

from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table, word_list

BEHIND = ("behind.honour", "behind.generation")
SEXES = {"male": "m", "female": "f", "either": None}


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands before a name: forms of address with the sex they show, abbreviated offices with
    the nouns they are short for, and words that stand before an office; and what stands behind it:
    honours ("KC"), and generations ("Jr")."""

    address: dict[str, str | None]
    office: dict[str, str]
    before: frozenset[str]
    honour: frozenset[str]
    generation: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nations:
    """Countries by every word for them, in lower case: `names` of the country itself, its `people`
    (adjectives and inhabitants), and the `capitals` that stand for its government."""

    names: dict[str, str]
    people: dict[str, str]
    capitals: dict[str, str]

    def country(self, word: str) -> str | None:
        """The country that a word in lower case belongs to, its capital left aside."""
        return self.names.get(word) or self.people.get(word)


@cache
def forenames() -> dict[str, str | None]:
    """Forenames in lower case, each with the sex it shows ("m", "f") or None. Raises BrokenLexicon."""
    refuse_unknown("forenames", SEXES)
    return _by_sex("forenames")


@cache
def titles() -> Titles:
    """The titles. Raises BrokenLexicon."""
    refuse_unknown(
        "titles", ("office", "before.words", *BEHIND, *(f"address.{sex}" for sex in SEXES))
    )
    office = table("titles").get("office")
    if not isinstance(office, dict) or not all(isinstance(noun, str) for noun in office.values()):
        raise BrokenLexicon("titles.toml: office is not a table of abbreviations with their nouns")
    before = frozenset(word_list("titles", "before", "words"))
    honour, generation = (frozenset(word_list("titles", *key.split("."))) for key in BEHIND)
    return Titles(_by_sex("titles", "address"), dict(office), before, honour, generation)


@cache
def nations() -> Nations:
    """The nations. Raises BrokenLexicon."""
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    capitals: dict[str, str] = {}
    places = {"people": people, "capital": capitals, "also": names}
    for country, entry in table("nations").items():
        if not isinstance(entry, dict) or not set(entry) <= set(places):
            raise BrokenLexicon(f"nations.toml: {country} may have people, capital and also")
        key = country.lower()
        names[key] = key
        for field in entry:
            for word in word_list("nations", country, field):
                places[field].setdefault(word.lower(), key)
    return Nations(names, people, capitals)


def _by_sex(name: str, *keys: str) -> dict[str, str | None]:
    return {word: sex for field, sex in SEXES.items() for word in word_list(name, *keys, field)}
