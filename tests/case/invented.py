"""A case of invented reports, read without the network: their facts are marked by hand."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.case.case import Case
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.speech import ActorType, Stance
from sayso.model.text import Document
from tests.compare.told import Told

# What each report is told by: who says that how many died, and who denies the shelling.
PLACES = ("Velden", "Old Quarry", "Marsk", "Tollgate")


def text_of(number: int) -> str:
    """The text of an invented report; four reports in a row are of one story."""
    place = PLACES[number // 4 % len(PLACES)]
    return (
        f"Shells fell on {place} on 2 March, wave {number // 16}.\n\n"
        f"The mayor of {place}, Ilsa Marn, said the army had shelled the {place} market. "
        f"The army denied that it had shelled the {place} market, dispatch {number}.\n\n"
        f"A doctor said at least {12 + number % 4} people were killed in {place}."
    )


def marked(document: Document) -> Facts:
    """The facts of an invented report, as a person would mark them."""
    text = document.text
    told = Told(text, document.outlet, document.published, document.name)
    place = text.split("mayor of ")[1].split(",")[0]
    told.says("Ilsa Marn", f"the army had shelled the {place} market", stance=Stance.ACCUSES)
    told.says(
        "The army",
        f"it had shelled the {place} market",
        ActorType.ORGANISATION,
        Stance.DENIES,
    )
    number = text.split("at least ")[1].split(" ")[0]
    event = told.event("Shells fell", "shelling", place=place)
    said = told.says("A doctor", f"at least {number} people were killed in {place}", named=False)
    told.figure(
        f"at least {number}",
        int(number),
        None,
        harm=Harm.KILLED,
        who="people",
        event=event,
        claim=said,
    )
    facts = told.facts()
    return Facts(
        document, facts.attributions, facts.claims, facts.actors, facts.figures, facts.events
    )


def read_by_hand(
    documents: Iterable[Document],
    on_fault: Callable[[FaultInSayso], None],  # noqa: ARG001
) -> Iterator[Facts]:
    """The facts of each report: in place of `extract`."""
    return map(marked, documents)


def write_reports(folder: Path, numbers: Iterable[int]) -> list[str]:
    """Files of invented reports; their paths."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in numbers:
        path = folder / f"report{number:03}.txt"
        path.write_text(text_of(number), encoding="utf-8")
        meta = f'outlet = "The {PLACES[number % 3]} Post"\npublished = "2031-03-{3 + number % 20:02}"\n'
        path.with_name(f"{path.name}.meta.toml").write_text(meta, encoding="utf-8")
        paths.append(str(path))
    return paths


def made_case(folder: Path, count: int = 8) -> Path:
    """A case with so many reports, read and compared; a copy of one that is made once."""
    path = folder / "velden.sayso"
    path.write_bytes(_case_of(count))
    return path


@cache
def _case_of(count: int) -> bytes:
    with TemporaryDirectory() as name:
        path = Path(name, "velden.sayso")
        with Case.open(path, make=True, author="ann") as case:
            paths = write_reports(Path(name, "reports"), range(count))
            case.add(*paths, extract=read_by_hand)
        return path.read_bytes()
