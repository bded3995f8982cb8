"""Paths of files are private."""

from sayso.dossier.private_names import PrivateNames
from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import numbered_reports
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.text import Document
from tests.costs import counted_calls


def test_the_longest_path_that_fits_is_the_one() -> None:
    names = PrivateNames({"/a/b": "b", "/a/b/c.txt": "c.txt", "/a/b/c d.txt": "c d.txt"})
    assert names.hidden_in("/a/b/c d.txt, /a/b/c.txt: /a/b.") == "c d.txt, c.txt: b."


def test_a_short_path_and_one_at_the_end_are_found() -> None:
    names = PrivateNames({"a/b": "b", "/home/me/report 7.txt": "report 7.txt"})
    assert names.hidden_in("a/b and /home/me/report 7.txt") == "b and report 7.txt"


def test_what_is_shown_is_not_looked_at_again() -> None:
    names = PrivateNames({"x/x/a": "x/a", "x/a": "a"})
    assert names.hidden_in("x/x/a x/a") == "x/a a"


def test_a_name_without_folders_stays() -> None:
    assert PrivateNames({"a.txt": "a.txt"}).hidden_in("a.txt") == "a.txt"


def test_a_reason_costs_the_same_among_many_reports() -> None:
    def work(count: int) -> int:
        facts = [Facts(Document(f"/home/me/{n:05}.txt", f"Report {n}.")) for n in range(count)]
        reports = numbered_reports(Comparison(tuple(facts)))
        reason = "84 % of /home/me/00001.txt is word for word in /home/me/00002.txt"
        assert without_folders(reports, reason).startswith("84 % of 00001.txt")
        return counted_calls(lambda: without_folders(reports, reason))

    assert work(400) == work(4)
