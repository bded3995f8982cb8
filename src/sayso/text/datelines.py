"""Where a report says from where, when and by whom it comes: "LISK, Oct 7 (Polnews) - "."""

import re
from collections.abc import Mapping

from sayso.text.paragraphs import paragraphs
from sayso.text.prepared import read_once

# A place in capitals, a date or an agency in brackets, and a dash.
PLACE = r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Za-z .]{2,20})??"
DATE = r",? (?:[A-Za-z]{3,9}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,9}\.?)"
AGENCY = r" \([^()\n]{2,30}\)"
DATELINE = re.compile(rf"{PLACE}(?:{DATE}(?:{AGENCY})?|{AGENCY}) ?[-–—]+ ?")


@read_once
def datelines(text: str) -> Mapping[int, int]:
    """Where the report goes on behind each dateline, by where the dateline begins.

    >>> datelines("NEW DALLOW, Oct 7 (PN) - Prices will rise.")
    {0: 25}
    """
    found = ((start, DATELINE.match(text, start, end)) for start, end in paragraphs(text))
    return {start: match.end() for start, match in found if match is not None}
