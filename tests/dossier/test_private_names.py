"""Paths of files are private."""

from sayso.dossier.private_names import PrivateNames


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


def test_looking_for_a_path_costs_the_same_among_many() -> None:
    def looked_up(count: int) -> int:
        names = PrivateNames({f"/home/me/{n:05}.txt": f"{n:05}.txt" for n in range(count)})
        return max(len(lengths) for lengths in names._starts.values()) * len(names._starts)

    assert looked_up(2000) == looked_up(20)
