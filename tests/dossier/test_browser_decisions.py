"""What people decided, in a real browser."""

from pathlib import Path
from typing import Any

import pytest

from tests.dossier.conftest import PHONE, WIDE


def test_a_mark_of_a_person_leads_to_the_decision_and_from_there_to_the_words(
    opening: Any, pages: Path
) -> None:
    opened = opening(pages / "decided.html")
    page = opened.page
    mark = page.locator("#figures a.by-deed").first
    assert mark.inner_text() == "changed by Ann Veldt"
    mark.focus()
    page.keyboard.press("Enter")
    assert opened.inside("#d11")
    page.click("#decisions li:has(#d11) a.go")
    assert opened.lit() == "At least 23"
    assert "changed by Ann Veldt" in page.inner_text("#card")
    assert opened.complaints == []


def test_a_filter_keeps_the_decisions_with_its_words_and_never_hides_a_mark(
    opening: Any, pages: Path
) -> None:
    opened = opening(pages / "decided.html")
    page = opened.page
    marks = page.locator(".findings .by-hand").count()
    page.fill("#find", "read by two of us")
    page.wait_for_timeout(250)
    kept = page.locator("#decisions .happening:not([hidden])")
    assert [one.get_attribute("id") for one in kept.locator(".happening-days").all()] == ["d1"]
    assert page.locator(".findings .by-hand:not([hidden])").count() == marks


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["desktop", "phone"])
def test_decisions_fit_the_window(opening: Any, pages: Path, window: dict[str, int]) -> None:
    for name in ("decided.html", "hostile-decisions.html"):
        page = opening(pages / name, viewport=window).page
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_persons_mark_is_seen_in_both_colour_schemes(
    opening: Any, pages: Path, scheme: str
) -> None:
    page = opening(pages / "decided.html", color_scheme=scheme).page
    for kind in ("by-deed", "by-rating", "by-side"):
        ink, ground = page.evaluate(
            """kind => {
                const style = getComputedStyle(document.querySelector("." + kind));
                return [style.color, style.backgroundColor];
            }""",
            kind,
        )
        assert contrast(ink, ground) >= 4.5, (kind, ink, ground)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours "rgb(1, 2, 3)", as WCAG counts it."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[4:-1].split(", ")]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return sum(
            share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
        )

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
