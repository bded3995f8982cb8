"""`--keep`: what is fetched from addresses is kept in a new file."""

from pathlib import Path

import pytest

from sayso.read.links import fetching
from sayso.read.links.network import Network
from tests.read.links.site import InventedNetwork, Site, answered
from tests.read.packed.making import page

from .driving import DENIAL, sayso

AT = "http://gazette.example/bridge"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch):
    one = Site({"gazette.example/bridge": answered(page("Dunmore"))})
    network = InventedNetwork(one)
    monkeypatch.setattr(Network, "resolve", staticmethod(network.resolve))
    monkeypatch.setattr(Network, "connect", staticmethod(network.connect))
    monkeypatch.setattr(fetching, "SECONDS_BETWEEN", 0.0)
    yield one
    one.close()


@pytest.mark.parametrize("command", ["extract", "compare", "report"])
def test_what_is_fetched_is_kept(site: Site, tmp_path: Path, command: str) -> None:
    kept = tmp_path / "kept.warc.gz"
    where: list[str | Path] = ["-o", tmp_path / "page.html"] if command == "report" else []
    assert sayso(command, AT, "--keep", kept, *where).status == 0
    assert site.asked == ["gazette.example/robots.txt", "gazette.example/bridge"]
    (line,) = sayso("extract", kept).lines()
    assert line["document"]["url"] == AT


def test_an_older_file_is_not_touched_and_nothing_is_fetched(site: Site, tmp_path: Path) -> None:
    kept = tmp_path / "kept.warc.gz"
    kept.write_bytes(b"older")
    said = sayso("extract", AT, "--keep", kept)
    assert said.status == 1
    assert "never overwritten" in said.err
    assert kept.read_bytes() == b"older"
    assert site.asked == []


def test_without_addresses_there_is_nothing_to_keep(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    assert sayso("extract", tmp_path / "a.txt", "--keep", tmp_path / "k.warc.gz").status == 0
    assert not (tmp_path / "k.warc.gz").exists()
