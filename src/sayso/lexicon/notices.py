"""The compiled patterns of the sentences that a page uses to say that part of it is withheld."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, word_list

KINDS = ("left", "read", "withheld", "prompt")
SLOTS = {
    "share": r"(?P<share>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|percent|per cent)",
    "number": r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)",
}
SLOT = re.compile(r"\{(\w+)\}")
# Nothing that repeats can be written, so a sentence of any length is matched in linear time.
TEMPLATE = re.compile(r"[a-z ,'|()?-]+")


@dataclass(frozen=True, slots=True)
class Notices:
    """What each kind of sentence looks like, whole and in lower case; `known` is any of them."""

    left: tuple[re.Pattern[str], ...]
    read: tuple[re.Pattern[str], ...]
    withheld: tuple[re.Pattern[str], ...]
    prompt: tuple[re.Pattern[str], ...]
    known: re.Pattern[str]


@cache
def page_notices() -> Notices:
    """The notices of the lexicon. Raises BrokenLexicon."""
    refuse_unknown("notices", KINDS)
    left, read, withheld, prompt = (
        tuple(_compiled_template(kind, template) for template in word_list("notices", kind))
        for kind in KINDS
    )
    each = (one.pattern for one in (*left, *read, *withheld, *prompt))
    known = re.compile("|".join(f"(?:{one})" for one in each).replace("?P<share>", "?:"))
    return Notices(left, read, withheld, prompt, known)


def _compiled_template(kind: str, template: str) -> re.Pattern[str]:
    slots = SLOT.findall(template)
    if not set(slots) <= SLOTS.keys() or not TEMPLATE.fullmatch(SLOT.sub("", template)):
        raise BrokenLexicon(f"notices.toml: {kind} does not allow {template!r}")
    if ("share" in slots) != (kind in ("left", "read")):
        raise BrokenLexicon(f"notices.toml: {kind} wants or forbids a share: {template!r}")
    try:
        return re.compile(SLOT.sub(lambda slot: SLOTS[slot[1]], template))
    except re.error as error:
        raise BrokenLexicon(f"notices.toml: {kind}: {template!r}: {error}") from error
