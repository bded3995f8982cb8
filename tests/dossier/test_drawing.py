"""What the script of the page draws from its data, in a real browser."""

import re
from pathlib import Path
from typing import Any

from sayso.model.unseen import UNSEEN
from tests.dossier.many import crossing
from tests.dossier.parsed import Page, unpacked

TEXT_OF = """(report) => {
    let text = "";
    const read = (node) => {
        if (node.nodeType === 3) text += node.data;
        else if (node.dataset.mark) text += String.fromCodePoint(parseInt(node.dataset.mark.slice(2), 16));
        else node.childNodes.forEach(read);
    };
    read(document.querySelector("#" + report + " .text"));
    return text;
}"""


def seen(words: str) -> str:
    """The words without the characters that are shown as marks."""
    return UNSEEN.sub("", words)


def test_what_is_drawn_is_what_is_packed(opening: Any, pages: Path) -> None:
    opened = opening(pages / "good.html")
    packed = Page((pages / "good.html").read_text("utf-8")).data["packed"]
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = opened.page.evaluate(
        """() => [...document.querySelectorAll("[data-part]")].map((fold) =>
            [Number(fold.dataset.part), [...fold.childNodes].slice([...fold.children].findIndex((one) =>
                one.matches("summary")) + 1).map((one) => one.outerHTML ?? one.data).join("").trim()])"""
    )
    parse = "(html) => new DOMParser().parseFromString(html, 'text/html').body.innerHTML.trim()"
    assert len(drawn) == len(packed["parts"]) > 5
    for part, markup in drawn:
        assert opened.page.evaluate(parse, unpacked(packed, part)) == markup


def test_hostile_characters_do_not_move_a_span(opening: Any, pages: Path) -> None:
    opened, facts = opening(pages / "crossing.html"), crossing()
    text = facts.document.text
    assert opened.page.evaluate(TEXT_OF, "r1") == text
    for number, claim in enumerate(sorted(facts.claims, key=lambda one: one.content[0]), 1):
        opened.page.click(f"#r1c{number}")
        assert opened.lit() == seen(facts.document[claim.content[0]])
    assert opened.page.query_selector_all(".text .read-end")
    assert opened.page.evaluate(TEXT_OF, "r1") == text
    assert opened.complaints == []


def test_a_note_stands_where_its_claim_ends(opening: Any, pages: Path) -> None:
    for name in ("good", "crossing"):
        wrong = opening(pages / f"{name}.html").page.evaluate(
            """() => [...document.querySelectorAll(".note-mark")].filter((mark) => {
                const report = mark.closest(".report"), fact = mark.id.slice(report.id.length);
                const has = (one) => (one.dataset.f || "").split(" ").includes(fact);
                const every = [...report.querySelectorAll(".text [data-s]")];
                const last = every.filter(has).pop();
                let before = mark.previousElementSibling;
                while (before.matches(".note-mark")) before = before.previousElementSibling;
                return before !== last;
            }).length"""
        )
        assert wrong == 0


def test_every_quotation_lights_exactly_its_words(opening: Any, pages: Path) -> None:
    opened = opening(pages / "good.html")
    pairs = opened.page.evaluate(
        """() => [...document.querySelectorAll(".findings a.go:not(.same, .again-place)")].map((link) => {
            link.click();
            const words = [...link.querySelectorAll(".words")].map((one) => one.textContent);
            return [words, [...document.querySelectorAll(".lit")].map((one) => one.textContent).join("")];
        })"""
    )
    assert len(pairs) > 30
    for words, lit in pairs:
        assert words
        assert lit.startswith(words[0])
        assert lit.endswith(words[-1])
    assert opened.complaints == []


def test_many_reports_are_folded_and_drawn_when_they_are_opened(opening: Any, pages: Path) -> None:
    opened = opening(pages / "many.html")
    page = opened.page
    assert (
        page.query_selector_all(".report > details[open], .text [data-s], .speakers .voice") == []
    )
    assert "Person 9 denied closing it" in page.text_content("#r9 .text")
    page.click("#r9 summary")
    page.wait_for_selector("#r9 .text [data-s]")
    assert page.inner_text("#r9 .text .s-denies") == "closing it"
    page.click("#speakers summary:has-text('The mayor')")
    page.wait_for_selector("#speakers .voice")
    page.click("#speakers .voice:nth-child(17) .go")
    assert opened.lit() == "that bridge 17 was closed"
    assert opened.inside(".lit")
    assert page.query_selector_all(".report > details[open]") != []
    assert opened.complaints == []


def test_an_address_opens_its_report_and_lights_its_words(opening: Any, pages: Path) -> None:
    page = opening(pages / "many.html").page
    page.goto((pages / "many.html").as_uri() + "#r21c2")
    page.reload()
    assert page.text_content(".lit") == "closing it"
    assert "Person 21" in page.inner_text("#card")
    assert page.query_selector("#r21 > details[open]")


def test_a_filter_finds_what_is_not_drawn_and_folds_it_again(opening: Any, pages: Path) -> None:
    page = opening(pages / "many.html").page

    def shown() -> list[str]:
        voices = page.query_selector_all("main .voice blockquote .words")
        return [one.inner_text() for one in voices if one.is_visible()]

    folds = "document.querySelectorAll('main details[open]').length"
    before = page.evaluate(folds)
    page.fill("#find", "bridge 23")
    page.wait_for_timeout(250)
    assert shown() == ["that bridge 23 was closed"]
    assert page.inner_text("#shown") == "1 of 75"
    page.click("#clear")
    assert page.evaluate(folds) == before
    page.select_option("#who", label="Person 24 (24)")
    assert shown() == ["closing it"]
    page.select_option("#how", "asserts")
    assert shown() == []


def test_on_paper_many_reports_are_all_there(opening: Any, pages: Path) -> None:
    page = opening(pages / "many.html").page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.query_selector_all("[data-draw], details:not([open])") == []
    assert len(page.query_selector_all("#reports .text .note-mark")) == 50
    assert len(page.query_selector_all("#speakers .voice")) == 50


def test_no_column_is_wider_than_its_place(opening: Any, pages: Path) -> None:
    page = opening(pages / "many.html").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for width in (360, 765, 1500):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(
            """() => [".findings", ".reports"].flatMap((column) => {
                const place = document.querySelector(column).getBoundingClientRect();
                return [...document.querySelectorAll(column + " *")].filter((one) => {
                    const box = one.getBoundingClientRect();
                    return box.width && !one.closest(".switch, .sections, .unseen, svg, #h-reports") &&
                        (box.right > place.right + 1 || box.left < place.left - 1);
                }).map((one) => one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 30));
            })"""
        )
        assert wide == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_numbers_of_many_reports_are_shortened(pages: Path) -> None:
    page = (pages / "many.html").read_text("utf-8")
    (mayor,) = re.findall(r"The mayor</bdi>.*?</summary>", page, re.DOTALL)
    assert mayor.count('class="number"') == 12
    assert "and 13 more" in mayor


def test_without_scripts_a_folded_report_is_still_read(opening: Any, pages: Path) -> None:
    page = opening(pages / "many.html", java_script_enabled=False).page
    page.click("#r9 summary")
    assert page.is_visible("#r9 .text")
    assert "Person 9 denied closing it" in page.inner_text("#r9 .text")
