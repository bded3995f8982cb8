"""What stands at an address comes into a case with all that was sent and received."""

from io import BytesIO

from sayso.case.adding import Adder
from sayso.case.case import Case
from sayso.errors import UnreadableInput
from sayso.read.links.fetching import Fetcher
from sayso.read.reader import Material

TEXT = b"The mayor of Velden denied on Monday that the army had shelled the market of the town."


class Site(Fetcher):
    """A site with one page; another address of it cannot be had."""

    def material_at(self, given: str) -> Material:
        assert self.keeper is not None
        if given.endswith("gone"):
            raise UnreadableInput(given, "it is gone", "Look for a copy.")
        self.keeper.path.write_bytes(b"sent and received")
        return Material(given, BytesIO(TEXT), TEXT, ".txt")


def test_each_address_has_evidence_of_its_own_and_one_fetcher_serves_all(tmp_path):
    site = Site()
    problems: list[UnreadableInput] = []
    with Case.open(tmp_path / "a.sayso", make=True) as case:
        adder = Adder(
            case._connection,
            case.path,
            "ann",
            "1",
            case._decided,
            problems.append,
            print,
            fetcher=site,
        )
        for address in ("https://velden.example/a", "https://velden.example/gone"):
            adder.add_path(address)
            assert site.keeper is None
        rows = case._connection.execute(
            "SELECT name, how, size FROM arrival JOIN evidence"
        ).fetchall()
        assert rows == [("https://velden.example/a", "address", len(b"sent and received"))]
        assert [one["name"] for one in case.rows("reports")] == ["https://velden.example/a"]
        assert list(case.verify()) == []
    assert [one.name for one in problems] == ["https://velden.example/gone"]
