"""The languages that a report is tried against."""

import re
from functools import cache

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import refuse_unknown, table

CODE = re.compile(r"[a-z]{2}")


@cache
def language_names() -> dict[str, str]:
    """English names of languages by ISO 639-1 code. Raises BrokenLexicon."""
    refuse_unknown("languages", ("names",))
    names = table("languages").get("names")
    if not isinstance(names, dict) or "en" not in names:
        raise BrokenLexicon("languages.toml: there is no table of names that holds en")
    for code, name in names.items():
        if not CODE.fullmatch(code) or not isinstance(name, str) or not name:
            raise BrokenLexicon(f"languages.toml: names.{code} is not a code with a name")
    return dict(names)
