"""Measures what is read of the heads of pages: python -m bench.heads FILE.jsonl|FOLDER...

With `--json`, prints the shares alone, for each file by its name.

A line of a file has `id`, `html`, and the right value of each field that is checked. A folder is one of
`bench.pages`, whose `gold.jsonl` has such values for its pages. Prints the share of
right values of each field, every value that is not right, and every wrong date: a date that is given
and is not the right one.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model.text import moment_of
from sayso.read.pages.head import head_of
from sayso.read.pages.markup import tree_of

FIELDS = (
    *("title", "subtitle", "outlet", "byline", "section", "agency", "url"),
    *("published", "modified"),
)
DATES = frozenset({"published", "modified"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read of one field of one page, and what is right."""

    page: str
    field: str
    given: str | None
    right: str | None

    @property
    def is_right(self) -> bool:
        """Whether it is right; a moment may be given with any offset."""
        if self.field in DATES and self.given and self.right:
            moments = moment_of(self.given), moment_of(self.right)
            return self.given == self.right or (None not in moments and moments[0] == moments[1])
        return self.given == self.right

    @property
    def is_wrong_date(self) -> bool:
        """Whether it is a date, and a wrong one; the day of the right moment is not wrong."""
        if self.field not in DATES or self.given is None or self.is_right:
            return False
        return self.right is None or self.given != self.right[:10]


def answers(case: dict[str, Any]) -> Iterator[Answer]:
    """The answers for the fields that a case has."""
    known = head_of(tree_of(case["data"], case["id"], lambda _: None)).known
    for field in FIELDS:
        if field in case:
            yield Answer(case["id"], field, getattr(known, field), case[field])


def cases_in(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, or of a folder of pages; the bytes of each page are its `data`."""
    lines = (path / "gold.jsonl" if path.is_dir() else path).read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    if not path.is_dir():
        return [{**case, "data": case["html"].encode()} for case in cases]
    return [
        {**case, "id": case["page"], "data": (path / case["page"]).read_bytes()}
        for case in cases
        if not case["refused"]
    ]


def summary(found: list[Answer]) -> Iterator[str]:
    """The lines to print."""
    for one in found:
        if not one.is_right:
            kind = "WRONG DATE" if one.is_wrong_date else "not right"
            yield f"{kind}: {one.page}: {one.field} {one.given!r}, right is {one.right!r}"
    asked = Counter(one.field for one in found)
    right = Counter(one.field for one in found if one.is_right)
    for field in FIELDS:
        if asked[field]:
            yield f"{field}: {right[field]} of {asked[field]}, {right[field] / asked[field]:.1%}"
    yield f"wrong dates: {sum(one.is_wrong_date for one in found)}"


def shares(found: list[Answer]) -> dict[str, float | int]:
    """The per cent of right values of each field, and the number of wrong dates."""
    asked = Counter(one.field for one in found)
    right = Counter(one.field for one in found if one.is_right)
    known = {one: round(100 * right[one] / asked[one], 1) for one in FIELDS if asked[one]}
    pages = len({one.page for one in found})
    return {"heads": pages, **known, "wrong dates": sum(one.is_wrong_date for one in found)}


def main(arguments: list[str]) -> None:
    """Print what was found of the files."""
    files = [Path(one) for one in arguments if one != "--json"]
    read = {file: [one for case in cases_in(file) for one in answers(case)] for file in files}
    if "--json" in arguments:
        print(json.dumps({file.stem: shares(found) for file, found in read.items()}))
    else:
        print("\n".join(summary([one for found in read.values() for one in found])))


if __name__ == "__main__":
    main(sys.argv[1:])
