"""What the script of the page knows: what it draws, and whose claims there are."""

import re

from sayso.dossier.marks import attribute_text
from sayso.dossier.packing import Packing
from sayso.dossier.page import Page
from sayso.dossier.report_words import Report
from sayso.dossier.reports import text_runs

LINKED_FACT = re.compile(r'href="#(r[0-9]+[cfe][0-9]+)"')
SPEAKER_GROUPS = {"named": "Named", "unnamed": "Unnamed", "outlet": "Outlets"}
MAX_LISTED_NUMBERS = 12  # of reports after a speaker's name


def page_data(page: Page, packing: Packing) -> dict[str, object]:
    """The data of the page, for JSON: the packed parts, the texts' segments, the speakers."""
    looks: dict[str, int] = {}
    texts = {str(report.read.report.number): text_runs(report, looks) for report in page.reports}
    return {
        "packed": packing.as_data(),
        "texts": texts,
        "looks": list(looks),
        "speakers": _speaker_choices(page),
    }


def linked_facts(markup: str) -> set[str]:
    """The facts that links in the markup of the page lead to."""
    return set(LINKED_FACT.findall(markup))


def _speaker_choices(page: Page) -> list[tuple[str, list[tuple[str, str]]]]:
    choices: dict[str, list[tuple[str, str]]] = {group: [] for group in SPEAKER_GROUPS}
    for speaker in page.speakers:
        if speaker.group in choices:
            name = f"{attribute_text(speaker.names[0])} ({_numbers(speaker.reports)})"
            choices[speaker.group].append((speaker.key, name))
    return [(SPEAKER_GROUPS[group], speakers) for group, speakers in choices.items()]


def _numbers(reports: tuple[Report, ...]) -> str:
    numbers = ", ".join(str(report.number) for report in reports[:MAX_LISTED_NUMBERS])
    more = len(reports) - MAX_LISTED_NUMBERS
    return f"{numbers} and {more} more" if more > 0 else numbers
