"""A comparison as one HTML file. It needs no other file and runs only its own script."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.dossier.excerpts import excerpted
from sayso.dossier.marks import attribute_text, safe_link, shown_text
from sayso.dossier.packing import Packing, script_json
from sayso.dossier.page import dossier_page
from sayso.dossier.page_data import linked_facts, page_data
from sayso.dossier.wording import LEFT_OUT
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings
from sayso.writing import write_whole

SCRIPTS = ("packed", "reports", "moving", "filter", "start")  # in the order of the page


def write_dossier(
    comparison: Comparison, path: str | Path, holdings: Holdings | None = None
) -> None:
    """Writes the dossier of a comparison to a file, whole. Raises CannotWrite.

    With the holdings of a case, the page says what people decided.
    """
    write_page(render_dossier(comparison, holdings), path)


def write_page(page: str, path: str | Path) -> None:
    """Writes a page to a file, whole. Raises CannotWrite."""
    write_whole(path, page.encode())


def render_dossier(
    comparison: Comparison, holdings: Holdings | None = None, excerpts: bool = False
) -> str:
    """The dossier of a comparison as a whole HTML page, always the same for the same comparison.

    `holdings` are those of the case that the comparison is of. Where people decided nothing, the page
    is the same with and without them. With `excerpts`, the page has of each report only what was found
    in it, with some words around, and says so.
    """
    if excerpts:
        comparison = excerpted(comparison)
    page, packing = dossier_page(comparison, holdings), Packing()
    style, script = _page_style(bool(page.decided.every)), _page_script()
    template = _template_environment().get_template("dossier.html.j2")
    return template.render(
        page=page,
        packing=packing,
        excerpts=excerpts,
        linked_facts=linked_facts,
        data=lambda: Markup(script_json(page_data(page, packing))),  # noqa: S704 - escaped as JSON
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=_content_policy(style, script),
    )


def _content_policy(style: str, script: str) -> str:
    """The content security policy: only this script and this style are allowed."""
    return (
        f"default-src 'none'; script-src '{_policy_hash(script)}'; style-src '{_policy_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _policy_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _page_style(has_decisions: bool) -> str:
    style = _own_file("dossier.css")
    return f"{style}\n{_own_file('decided.css')}" if has_decisions else style


@cache
def _page_script() -> str:
    parts = "\n".join(_own_file(f"script/{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def _own_file(name: str) -> str:
    return files("sayso.dossier").joinpath(name).read_text(encoding="utf-8")


@cache
def _template_environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"shown": shown_text, "plain": attribute_text, "link": safe_link}
    made.globals["left_out_words"] = LEFT_OUT
    return made
