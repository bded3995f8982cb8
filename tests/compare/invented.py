"""Invented reports of four stories, with what makes comparing hard: copies, a text under two heads, lines
that are the site's, broken lines, outlets that cite one another, speakers of two stories."""

import textwrap

from sayso.extract.extracting import extract_together
from sayso.model.facts import Facts
from sayso.model.text import Document
from tests.made_once import made_once

SITE = "\nSign up for the morning letter of the Ondrel Post and never miss a tide table."
WIRE = (
    "YALMET (Skerrin) – Three shells struck the ferry market at Yalmet on Saturday morning, killing at "
    "least 14 people, the governor of the Ondrel, Lise Harrow, said. The army denied that it had fired "
    "on the market. “No gun of ours was loaded on that day,” Colonel Idren Oskeld said. Harrow said that "
    "the shells had come from the ridge, which the army holds."
)
TEXTS = [
    ("Skerrin", "2031-05-04", WIRE),
    ("Ondrel Post", "2031-05-04", f"{WIRE} The stalls will stay closed until Friday.{SITE}"),
    ("Sellan Gazette", "2031-05-05", f"{WIRE} Nobody from this paper was there."),
    (
        "Daily Plumbline",
        "2031-05-05",
        "The army on Sunday denied shelling the ferry market at Yalmet, where 17 people were killed on "
        "Saturday according to the hospital. Oskeld, a spokesman, said that rebels had fired from the "
        "harbour. The rebels rejected that. “We have no guns that reach so far,” their leader, Sefa "
        "Torrash, said.",
    ),
    (
        "Ostmere Review",
        "2031-05-06",
        "The shells that struck the ferry market at Yalmet were the army’s, the Daily Plumbline "
        "reported. A witness told Radio Ondrel that she had seen the guns on the ridge. The hospital at "
        "Yalmet now counts 19 dead, and the army admitted that one of its guns had been fired.",
    ),
    (
        "Radio Ondrel",
        "2031-05-06",
        "A witness said that the guns on the ridge above Yalmet had fired three times on Saturday. "
        "Governor Harrow said that 19 people were killed at the ferry market. Colonel Oskeld denied it.",
    ),
    (
        "Sellan Gazette",
        "2031-05-07",
        "The ferry Ondrel Star sank off Pellmere on Tuesday, drowning six passengers, the coastguard "
        "said. Captain Hesk Brann denied that the ferry was overloaded. The union of seamen accused the "
        "owners of ignoring three warnings about the bow door.",
    ),
    (
        "Ondrel Post",
        "2031-05-08",
        "The owners of the Ondrel Star, the ferry that sank off Pellmere on Tuesday, said that nobody "
        f"had warned them about its bow door. Eight passengers drowned, the coastguard said.{SITE}",
    ),
    (
        "Skerrin",
        "2031-05-08",
        "PELLMERE (Skerrin) – Eight people drowned when the ferry Ondrel Star sank off Pellmere. Hesk "
        "Brann, its captain, said that the ferry carried too many cars. The governor, Lise Harrow, "
        "promised an inquiry. Colonel Idren Oskeld said that the army had sent divers.",
    ),
    (
        "Daily Plumbline",
        "2031-05-09",
        "Captain Brann was questioned by police over the sinking of the Ondrel Star off Pellmere. He "
        "denied that he had been drinking. The coastguard said that eight passengers drowned.",
    ),
    (
        "Ostmere Review",
        "2031-05-20",
        "A sawmill burnt down at Orn on Monday night. The owner, Dorte Velk, blamed a stove; the fire "
        "brigade said that the wiring was old. Nobody was hurt, the mayor of Orn said.",
    ),
    (
        "Ondrel Post",
        "2031-05-21",
        f"Dorte Velk, whose sawmill at Orn burnt down, denied that its wiring was old.{SITE}",
    ),
    (
        "Sellan Gazette",
        "2031-06-10",
        "The council of Aske voted on Monday to close the baths. Mayor Ando Tolle said that the pipes "
        "could not be repaired, which the plumbers' guild denied.",
    ),
    (
        "Ondrel Post",
        "2031-06-11",
        "The baths at Aske will close in July, Mayor Ando Tolle said. The guild of plumbers said the "
        f"pipes could be repaired for the price of a bus.{SITE}",
    ),
    *[
        (
            "Ondrel Post",
            f"2031-06-{day}",
            f"The chess club of {town} won the cup of the {town} brewery on {day} June.{SITE}",
        )
        for day, town in enumerate(
            ("Orby", "Pelney", "Sedwick", "Vamta", "Orlo", "Pelby", "Sedney", "Vamwick"), 12
        )
    ],
]
BROKEN = (1, 4, 8, 10)  # numbers of texts whose lines are broken
TWICE = (3, "Harbour Times", "2031-05-06")  # the number of a text that another outlet has too


@made_once
def invented() -> tuple[Facts, ...]:
    """The facts of all reports, always in the same order; one text is there twice."""
    return tuple(extract_together(list(_documents())))


def _documents() -> list[Document]:
    documents = []
    for number, (outlet, day, text) in enumerate(TEXTS):
        lines = "\n".join(textwrap.fill(line, 46) for line in text.split("\n"))
        shown = lines if number in BROKEN else text
        documents.append(Document(f"{number}.txt", shown, outlet=outlet, published=day))
    number, outlet, day = TWICE
    documents.append(Document("twice.txt", documents[number].text, outlet=outlet, published=day))
    return documents
