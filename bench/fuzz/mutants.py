"""Reports, lines of JSON and lines of facts, changed at random: what `bench.fuzz` gives to sayso.

Each function takes a random number generator, so a seed makes the same mutants again.
"""

import copy
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.fuzz.seeds import DAYS, ENCODINGS, LINKED, MARKUP, ODD_VALUES, PAGE, PIECES, TEXTS, URLS

MAX_CHARACTERS = 1_500  # of a mutant; the network is what costs
MAX_CHANGES = 4
KEPT_FORM = 0.67  # the share of lines of facts that keep to the form of the wire
# What is not changed where the form is kept: a line with another id or text is refused at once.
FIXED_KEYS = frozenset(
    ("sayso", "document", "id", "text", "length", "name", "language", "raw_sha256")
)


def mutated_text(random: Random) -> str:
    """A report, changed in some places."""
    text = random.choice(TEXTS)
    for _ in range(random.randint(0, MAX_CHANGES)):
        text = _with_change(random, text, PIECES)
    return text[:MAX_CHARACTERS]


def mutated_page(random: Random) -> bytes:
    """A web page of a report, changed in some places, as bytes."""
    body = "".join(f"<p>{line}</p>" for line in mutated_text(random).split("\n\n"))
    title = random.choice(("Shells hit Ormley", "", "\u200b", "Ormley " * 200, *PIECES))
    page = PAGE.format(title=title, day=random.choice(DAYS), body=body)
    for _ in range(random.randint(0, MAX_CHANGES)):
        page = random.choice(PAGE_CHANGES)(random, page)
    return mutated_bytes(random, page)


def mutated_bytes(random: Random, text: str) -> bytes:
    """The text as bytes; one time in three in a wrong encoding, or with bytes changed."""
    if random.random() < 0.66:
        return text.encode("utf-8", "surrogatepass")
    if random.random() < 0.3:
        return text.encode(random.choice(ENCODINGS), "replace")
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(random.randint(1, MAX_CHANGES)):
        place = random.randrange(len(data) + 1)
        change = random.randrange(3)
        if change == 0:
            data[place : place + random.randint(1, 9)] = b""
        elif change == 1:
            data[place:place] = random.randbytes(random.randint(1, 4))
        else:
            data[place:place] = data[place : place + random.randint(1, 99)]
    return bytes(data)


def mutated_line(random: Random) -> str:
    """A line of JSON Lines with a report; one time in two something in it is odd."""
    data: dict[str, Any] = {"name": f"report {random.randrange(99)}", "text": mutated_text(random)}
    data |= {
        "title": random.choice(("Shells hit Ormley", *PIECES)),
        "published": random.choice(DAYS),
    }
    data |= {"outlet": random.choice(("Tarn Herald", "Selm Gazette")), "url": random.choice(URLS)}
    data |= {"byline": random.choice(("Marta Oule", *PIECES))}
    if random.random() < 0.5:
        key = random.choice(list(data))
        if random.random() < 0.3:
            del data[key]
        else:
            data[key] = random.choice(ODD_VALUES)
    line = json.dumps(data, ensure_ascii=random.random() < 0.5)
    return (
        _with_change(random, line, ("{", "[", '"', "\\", "}", ","))
        if random.random() < 0.1
        else line
    )


def mutated_facts(random: Random, line: str) -> str:
    """A line of `sayso extract --text`, changed as another program might have written it.

    Two times in three it keeps to the form, so that it gets as far as the comparison.
    """
    data = json.loads(line)
    keeps_form = random.random() < KEPT_FORM
    text = data["document"]["text"]
    for _ in range(random.randint(1, MAX_CHANGES)):
        places = [place for place in _places(data) if not keeps_form or place.key not in FIXED_KEYS]
        place = random.choice(places)
        if keeps_form or random.random() < KEPT_FORM:
            place.holder[place.at] = _like(random, place, places, text)
        elif isinstance(place.holder, dict) and place.holder is not data and random.random() < 0.3:
            del place.holder[place.at]
        elif place.key not in ("document", "text"):
            place.holder[place.at] = copy.deepcopy(random.choice(ODD_VALUES))
    return json.dumps(data)


@dataclass(frozen=True)
class _Place:
    """A place in JSON: the list or object that holds it, its index or key there, and the last key."""

    holder: Any
    at: Any
    key: str

    @property
    def value(self) -> Any:
        """What stands there now."""
        return self.holder[self.at]


def _places(data: Any) -> list[_Place]:
    """Every place in an object but those in its spans, which change as a whole."""
    found: list[_Place] = []
    waiting = [(data, "")]
    while waiting:
        holder, key = waiting.pop()
        ats = list(holder) if isinstance(holder, dict) else range(len(holder))
        for at in ats:
            place = _Place(holder, at, at if isinstance(at, str) else key)
            found.append(place)
            if isinstance(place.value, dict | list) and not _is_span(place.value):
                waiting.append((place.value, place.key))
    return found


def _is_span(value: Any) -> bool:
    return isinstance(value, dict) and "quote" in value


def _like(random: Random, place: _Place, places: list[_Place], text: str) -> Any:
    """Another value of the same kind; a span gets the words at its new place."""
    value = place.value
    if _is_span(value):
        start = random.randrange(len(text))
        end = min(len(text), start + random.choice((1, 5, 40, 900)))
        return value | {"start": start, "end": end, "quote": text[start:end]}
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return random.choice((0, value + 1, max(0, value - 1), value * 1000, 2**53 - 1, 1, None))
    if isinstance(value, float):
        return random.choice((0, 1, 0.5, value / 2))
    if isinstance(value, list) and random.random() < 0.5:
        return random.choice(([], value[::-1], value[:1], value[1:]))
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value):
        return random.choice(DAYS[:3])
    same = [
        other.value
        for other in places
        if other.key == place.key and (value is None or type(other.value) is type(value))
    ]
    return copy.deepcopy(random.choice(same))


def _with_change(random: Random, text: str, pieces: tuple[str, ...]) -> str:
    """The text with something put in, left out, doubled, repeated or moved."""
    start = random.randrange(len(text) + 1)
    end = min(len(text), start + random.choice((1, 3, 20, 80, 300)))
    part, rest = text[start:end], text[end:]
    change = random.randrange(6)
    if change == 0:
        return text[:start] + rest
    if change == 1:
        return text[:start] + part * random.choice((2, 3, 9)) + rest
    if change == 2:
        return text[:start] + rest + part
    piece = random.choice(pieces)
    return (
        text[:start] + piece * random.choice((1, 1, 1, 2, 60)) + (part if change > 3 else "") + rest
    )


def _with_markup(random: Random, page: str) -> str:
    return _with_change(random, page, MARKUP)


def _nested(random: Random, page: str) -> str:
    tag = random.choice(
        ("div", "b", "table", "ul", "td", "span", "section", "a", "h1", "blockquote")
    )
    depth = random.choice((3, 40, 300, 2_500))
    return page.replace("<article>", "<article>" + f"<{tag}>" * depth, 1)


def _with_attributes(random: Random, page: str) -> str:
    given = "".join(f' a{number}="{number}>\'"' for number in range(random.choice((3, 250, 900))))
    return page.replace("<p", f"<p{given}", 1)


def _with_elements(random: Random, page: str) -> str:
    element = random.choice(
        ("<p>a</p>", "<br>", "<b>a</b> ", "<td>a", "<meta name=author content=b>")
    )
    return page.replace("</article>", element * random.choice((3, 90, 900)) + "</article>", 1)


def _with_linked_data(random: Random, page: str) -> str:
    return page.replace(
        "</head>", f'<script type="application/ld+json">{random.choice(LINKED)}</script></head>'
    )


PAGE_CHANGES: tuple[Callable[[Random, str], str], ...] = (
    *(_with_markup, _with_markup, _with_markup, _nested),
    *(_with_attributes, _with_elements, _with_linked_data),
)
