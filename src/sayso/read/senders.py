"""Who sent a mail or wrote an entry of a feed: a person or an organisation, by the name alone."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from sayso.lexicon.mails import mail_words
from sayso.lexicon.outlets import known_outlets
from sayso.lexicon.people import forenames, nations, titles
from sayso.read.person_names import is_name

ADDRESS = re.compile(
    r"<([^<>\s]{1,320})>|\[mailto:([^\]\s]{1,320})\]|\(?\b([^\s<>()\"',;]{1,64}@[^\s<>()\"',;]{1,255})\)?"
)
BETWEEN = re.compile(r"\s+(via|from|at|of|on behalf of)\s+", re.IGNORECASE)
BEHIND = re.compile(
    r"^(?P<name>[^,()|]{3,80}?)\s*(?:,\s+|\(|\s[|–—-]\s)(?P<house>[^()|]{2,100})\)?$"
)
ARCHIVED = re.compile(
    r"\S+ at \S+ \((.+)\)"
)  # "ana at x.example (Ana Teller)", as archives of lists have it
INVERTED = re.compile(r"(?P<last>[^\W\d_][\w'’-]+), (?P<first>[^\W\d_][\w.'’ -]*)")
MAX_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent something: the name of a person, that of an organisation, or both."""

    person: str | None = None
    house: str | None = None


UNKNOWN = Sender()


def sender_of(words: str) -> Sender:
    """The sender that a "From" names. What is neither plainly is unknown.

    >>> sender_of('"Ana Teller (Northshore Gazette)" <ana@gazette.example>')
    Sender(person='Ana Teller', house='Northshore Gazette')
    >>> sender_of("Northshore Evening <noreply@news.example>")
    Sender(person=None, house='Northshore Evening')
    """
    words = words[:MAX_CHARACTERS]
    addressed = ADDRESS.search(words)
    address = next(filter(None, addressed.groups()), "").lower() if addressed else ""
    name = " ".join(ADDRESS.sub(" ", words).split()).strip(" \"'“”‘’,;<>")
    if archived := ARCHIVED.fullmatch(name):
        name = archived[1]
    if not name:
        return UNKNOWN
    inverted = INVERTED.fullmatch(name)
    if inverted and _has_forename(inverted["first"]) and is_person(inverted["first"] + " X"):
        return Sender(f"{inverted['first']} {inverted['last']}")
    shorter, between, behind_it = [*BETWEEN.split(name, maxsplit=1), "", ""][:3]
    if _is_person_at(shorter, address):
        named = between and between != "via" and _is_name_of_house(behind_it)
        return Sender(shorter, behind_it if named else None)
    behind = BEHIND.match(name)
    if behind and is_person(behind["name"]):
        house = behind["house"].strip()
        return Sender(behind["name"].strip(), house if _is_name_of_house(house) else None)
    return Sender(house=_named_house(shorter if between == "via" else name, address))


def _is_person_at(name: str, address: str) -> bool:
    """Whether the name is a person's, as far as the address does not belong to a house of that name."""
    if not is_person(name):
        return False
    user, _, host = address.partition("@")
    words = [one for one in re.split(r"[^a-z]+", name.lower()) if len(one) > 2]
    in_host = bool(words) and "".join(words) in re.sub(r"[^a-z]", "", host)
    return _has_forename(name) or not (user in mail_words().machines or in_host)


def _named_house(name: str, address: str) -> str | None:
    """The name, if it is a house's; of a single word ("Okada") it is not known whose name it is."""
    words = name.lower().split()
    user, _, host = address.partition("@")
    if len(words) > 1 or name in known_outlets().forms:
        return name
    if words[0] in mail_words().machines:
        return None
    shown = words[0] in mail_words().houses or words[0] in host or user in mail_words().machines
    return name if shown and not name.islower() else None


def is_person(name: str) -> bool:
    """Whether a sender's name is a person's: it has the form, and no word of a house or a country.

    A sender is a house as often as not, so "Sun", "Post" or "Police" is no part of a person's name here.
    """
    name = normalize("NFC", name)
    if name.islower() and " " in name and _has_forename(name):
        name = name.title()
    return is_name(name) and not any(map(_is_of_house, name.split()))


def _is_of_house(word: str) -> bool:
    plain = word.lower().strip(".")
    return plain in mail_words().houses or (
        nations().country(plain) is not None and plain not in forenames()
    )


def _is_name_of_house(name: str) -> bool:
    """Whether words behind a person's name name a house: no role ("Orn correspondent"), no person."""
    long = [one for one in name.split() if len(one) > 3]
    return bool(long) and all(one[0].isupper() for one in long) and not is_person(name)


def _has_forename(name: str) -> bool:
    words = [one for one in name.lower().split() if one.strip(".") not in titles().address]
    return bool(words) and words[0] in forenames()
