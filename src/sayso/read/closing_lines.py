"""Lines of a mail that are nobody's words on the matter: signatures, footers, disclaimers."""

import re
from collections.abc import Sequence

from sayso.lexicon.mails import mail_words

RULE = re.compile(r"[-_=*~]{3,}[^\w\n]*(?:[-_=*~]{3,})?")
ADDRESS = re.compile(r"[<(\[]?\s?https?://\S+\s?[>)\]]?", re.IGNORECASE)
BETWEEN = re.compile(r"\s*[|·•]\s*")
MAX_LINE_CHARACTERS = 160
MAX_SIGNATURE_LINES = 12
MAX_FOOTER_LINES = 25
MAX_CLOSING_CHARACTERS = 4_000
APPEARED = (
    "appeared first on"  # what WordPress puts behind an entry: "The post … appeared first on …"
)


def furniture_among(lines: Sequence[str], begins: Sequence[bool]) -> list[bool]:
    """For each line of a section, whether it is furniture.

    `begins` says which lines begin a paragraph.
    """
    said = [_plain(one) for one in lines]
    found = [_is_alone(one) for one in said]
    left = sum(map(len, lines))
    for number, one in enumerate(lines):
        rest = len(lines) - number - 1
        if (
            (one.strip() == "--" and rest <= MAX_SIGNATURE_LINES and False in found[:number])
            or (
                rest <= MAX_FOOTER_LINES
                and RULE.fullmatch(one.strip())
                and _is_footer(said[number:])
            )
            or (begins[number] and left <= MAX_CLOSING_CHARACTERS and _is_closing(said[number]))
        ):
            return [*found[:number], *[True] * (rest + 1)]
        left -= len(one)
    return found


def is_furniture(line: str) -> bool:
    """Whether a line by itself is furniture."""
    return _is_alone(_plain(line))


def _plain(line: str) -> str:
    plain = " ".join(ADDRESS.sub(" ", line[: 2 * MAX_LINE_CHARACTERS]).split())
    return plain.replace("’", "'").lower().strip(" .:>*_()→»…")


def _is_alone(said: str) -> bool:
    if not said or len(said) > MAX_LINE_CHARACTERS:
        return False
    known = mail_words()
    if said.startswith(known.line_beginnings):
        return True
    if said.startswith("the post ") and APPEARED in said:
        return True
    return all(one.strip(" []") in known.whole_lines for one in BETWEEN.split(said))


def _is_closing(said: str) -> bool:
    return said.startswith(mail_words().closing_beginnings)


def _is_footer(said: Sequence[str]) -> bool:
    return any(word in one for one in said for word in mail_words().closing_words)
