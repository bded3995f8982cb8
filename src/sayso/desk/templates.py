"""Templates filled in. Every string from a report goes through `shown`, or `plain` in an attribute."""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.desk.marks import name_of
from sayso.dossier.marks import attribute_text, safe_link, shown_text
from sayso.dossier.wording import ACTORS, LIKELIHOODS, REPORTS, SIDES, STANCES, STATES
from sayso.dossier.written import written_moment

# The views in the bar: address, name, the key that leads there after "g".
NAVIGATION = (
    ("/", "Overview", "o"),
    ("/points", "Points", "p"),
    ("/figures", "Figures", "f"),
    ("/timeline", "Timeline", "t"),
    ("/speakers", "Speakers", "s"),
    ("/origins", "Origins", "r"),
    ("/reports", "Reports", "d"),
    ("/queue", "Review", "q"),
    ("/decisions", "Decisions", "h"),
    ("/add", "Add", "a"),
    ("/hand-on", "Hand on", "e"),
    ("/method", "Method", "m"),
)


def render(template: str, values: Mapping[str, Any]) -> str:
    """A template as HTML."""
    return environment().get_template(template).render(values)


@cache
def environment() -> Environment:
    """The templates of the desk, and what they know beside their values."""
    made = Environment(
        loader=PackageLoader("sayso.desk", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "shown": lambda text: shown_text(str(text)),
        "plain": lambda text: attribute_text(str(text)),
        "safe_link": safe_link,
        "day": lambda moment: (moment or "")[:10] or "undated",
        "moment": lambda at: (written_moment(at) or "").replace("+00:00", "UTC"),
        "file_name": lambda name: name if "://" in name else PurePath(name).name or name,
        "part": lambda text: quote(str(text), safe=""),
    }
    made.globals |= {
        "name_of": name_of,
        "asking": asking,
        "NAVIGATION": NAVIGATION,
        "STANCES": {stance.value: words for stance, words in STANCES.items()},
        "STATES": {state.value: words for state, words in STATES.items()},
        "REPORTS": REPORTS,
        "ACTORS": {kind.value: words for kind, words in ACTORS.items()},
        "LIKELIHOODS": {one.value: words for one, words in LIKELIHOODS.items()},
        "SIDES": {side.value: words for side, words in SIDES.items()},
    }
    return made


def asking(path: str, asked: Mapping[str, Any], **changed: Any) -> str:
    """An address with its filters, some of them changed; those that are None are left out."""
    kept = {name: value for name, value in {**asked, **changed}.items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path
