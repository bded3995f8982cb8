"""A case in which every view of the desk has something to show."""

from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.case.case import Case
from tests.case.invented import read_by_hand, text_of, write_reports
from tests.made_once import made_once

CITING = '{text}\n\n"The market burned," The Marsk Post reported on 3 March.'


def full_case(folder: Path) -> Path:
    """Reports, a copy, a citation, a file that cannot be read, decisions of every kind; a copy of it."""
    path = folder / "velden.sayso"
    path.write_bytes(_made())
    return path


@made_once
def _made() -> bytes:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "velden.sayso"
        with Case.open(path, make=True, author="ann") as case:
            paths = [*write_reports(folder / "reports", range(6)), *_further(folder)]
            case.add(*paths, on_problem=lambda _: None, extract=read_by_hand)
            _decide(case)
            case.compare()
        with Case.open(path, author="ben") as case:
            case.decide("accept", _point(case), reason="as I read it")
            case.compare()
        return path.read_bytes()


def _further(folder: Path) -> list[str]:
    """A copy that cites an outlet, and a file that is no report."""
    copied = folder / "copied.txt"
    copied.write_text(CITING.format(text=text_of(0)), encoding="utf-8")
    meta = 'outlet = "Old Quarry Radio"\npublished = "2031-03-09"\ntitle = "Market shelled"\n'
    copied.with_name("copied.txt.meta.toml").write_text(meta, encoding="utf-8")
    broken = folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nno more than this")
    return [str(copied), str(broken)]


def _names(case: Case, kind: str) -> list[str]:
    """The names of all facts of a kind, as "REPORT/FACT"."""
    rows = case.query(f"SELECT report, id FROM {kind} ORDER BY report, id")
    return [f"{row['report']}/{row['id']}" for row in rows]


def _decide(case: Case) -> None:
    report = case.query("SELECT id, outlet FROM report ORDER BY number")[0]
    claims, outlet = _names(case, "claim"), f"outlet:{report['outlet']}"
    speakers = _names(case, "speaker")
    point = _point(case)
    case.decide("correct", claims[0], value={"stance": "doubts"}, reason="softer than that")
    case.decide("credibility", claims[0], value={"mark": "2"})
    case.decide("reject", claims[4], reason="of last year")
    case.decide("correct", _names(case, "figure")[0], value={"low": 10})
    case.decide("accept", _names(case, "event")[0])
    head = {"title": "Shells on the market", "byline": "B. Orr"}
    case.decide("correct", report["id"], value=head)
    case.decide("reliability", outlet, value={"mark": "B"}, reason="near it")
    case.decide("side", outlet, value={"text": "the town"})
    case.decide("side", speakers[0], value={"text": "the town"})
    case.decide("note", point, value={"text": "Ask the hospital."}, reason="it has lists")
    case.decide("merge", *speakers[:2])
    members = case.query("SELECT report, claim FROM stand WHERE point = ? ORDER BY claim", (point,))
    leaves = f"{members[0]['report']}/{members[0]['claim']}"
    case.decide("split", point, value={"claims": [leaves]})
    added = {"what": "claim", "content": [[0, 11]], "stance": "asserts"}
    case.decide("add", report["id"], value=added)
    case.undo(case.decide("accept", claims[2]).number)


def _point(case: Case) -> str:
    return str(case.query("SELECT id FROM point ORDER BY id")[0]["id"])
