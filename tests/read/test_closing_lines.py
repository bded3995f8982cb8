"""Lines that are nobody's words on the matter, and lines that only look like them."""

import pytest

from sayso.read.closing_lines import furniture_among, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "View this email in your browser (https://x.example/v)",
        "Unsubscribe",
        "Unsubscribe | Manage preferences",
        "You are receiving this because you signed up at x.example.",
        "[EXTERNAL] Be careful with links.",
        "The post Bridge closed appeared first on Orrin Courier.",
        "Read more »",
        "Continue reading → ",
        "© 2026 Orrin Courier",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "He was sent from my village to the front.",
        "The Post reported that the bridge was closed.",
        "The ministry told members to unsubscribe from the paper.",
        "Read more than that into it, and you are wrong.",
        "Share this " + "and that " * 30,
        "Advertisements were torn down, the mayor said.",
    ],
)
def test_words_of_the_matter(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["He denied it.", "-- ", "Ana Teller", "Northshore"], 1),
        (["He denied it.", "--", "Ana"], 1),
        (["-- ", "He denied it."], 2),
        (["He denied it.", "-- ", *["A line of the report."] * 20], 22),
        (["He denied it.", "__________", "Obs mailing list", "https://x.example"], 1),
        (["He denied it.", "----------", "A second report followed."], 3),
        (["He denied it.", "This email and any attachments are confidential.", "Ask us."], 1),
    ],
)
def test_what_closes_a_mail(lines: list[str], kept: int) -> None:
    found = furniture_among(lines, [True] * len(lines))
    assert found.count(False) == kept
    assert found == sorted(found)
