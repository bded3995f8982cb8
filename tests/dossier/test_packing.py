"""Markup packed small and drawn again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from sayso.dossier.html import render_dossier
from sayso.dossier.packing import Packing, script_json
from tests.costs import counted_calls
from tests.dossier.hostile import FIELDS, SEPARATORS, WORDS
from tests.dossier.many import many
from tests.dossier.parsed import unpacked


def packed(*markup: str) -> Packing:
    made = Packing()
    for part in markup:
        made.add(part)
    return made


def again(*markup: str) -> list[str]:
    data = json.loads(script_json(packed(*markup).as_data()))
    return [unpacked(data, part) for part in range(len(markup))]


def test_a_part_comes_back_as_it_was() -> None:
    markup = (
        '<li class="voice s-denies" data-who="s1 r2" data-claim="r1c1">\n'
        '<bdi class="words">a &amp; b</bdi> <input id="x" value="1"><i class="place" id="p"></i></li>'
    )
    assert again(markup) == [markup]
    drawing = '<svg class="plot" viewBox="0 0 9 9" width="100%"><circle r="5" cx="3%"/></svg>'
    assert again(drawing) == [drawing.replace("/>", "></circle>")]


def test_what_is_printed_often_is_stored_once() -> None:
    said = '<li><b class="name">Odric Vanbeke of the Defence Ministry</b> <i>denies</i></li>'
    written = script_json(packed(*[said] * 50).as_data())
    assert written.count("Odric Vanbeke") == 1
    assert len(written) < 50 * 5 + len(said) * 2


def test_what_is_used_twice_only_within_something_shared_is_not_shared_itself() -> None:
    data = packed(*["<ul><li><b>one</b></li></ul>"] * 3).as_data()
    shared = data["shared"]
    assert isinstance(shared, list)
    assert len(shared) == 2  # the line break, and the list


def test_spaces_between_words_are_kept_and_those_of_a_list_are_not() -> None:
    (made,) = again("<ul>\n<li><b>a</b> <b>b</b>\n<b>c</b></li>\n<li> </li></ul>")
    assert made == "<ul><li><b>a</b> <b>b</b>\n<b>c</b></li><li> </li></ul>"


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_come_back_to_the_letter(words: str, value: str) -> None:
    def safe(text: str) -> str:
        return str(escape(text)).replace("\r", "&#13;")

    data = json.loads(
        script_json(packed(f'<bdi title="{safe(value)}">{safe(words)}</bdi>').as_data())
    )
    ((shape, title, *children),) = data["parts"][0]
    assert data["shapes"][shape] == ["bdi", [], ["title"]]
    assert title == value
    assert "".join("\n" if child == 0 else child for child in children) == words


@pytest.mark.parametrize("words", [*WORDS, *FIELDS, *SEPARATORS])
def test_hostile_words_cannot_leave_their_script_element(words: str) -> None:
    written = script_json([words, {words: words}])
    assert json.loads(written) == [words, {words: words}]
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(written)
    assert written.splitlines() == [written]


def test_the_work_for_a_page_grows_as_its_reports_do() -> None:
    def work(count: int) -> int:
        comparison = many(count)
        return counted_calls(lambda: render_dossier(comparison))

    work(2)
    assert work(60) < 2.05 * work(30)
