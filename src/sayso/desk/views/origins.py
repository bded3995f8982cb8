"""Which report repeats which: the reports of a story as a graph by day, and the same in words."""

from datetime import datetime
from functools import cache, partial
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, stories
from sayso.desk.views.origin_graph import MORE, MOST_NODES, OUTLET, Graph, graph_of
from sayso.desk.views.origin_rows import Link, Named, Repeats, repeats_of
from sayso.desk.views.written import as_percent, short_name

MOST_LETTERS = 16  # of an outlet's name in a box
NOTHING = Repeats({}, {}, (), ())


def origins(request: Request) -> Response:
    """`/origins`: of one story, the largest if none is asked for; `origin` cuts it down to one voice."""
    desk = desk_of(request)
    with desk.case() as case:
        known = cache(partial(stories, case))
        story = request.query_params.get("story") or next((one["id"] for one in known()), None)
        only = request.query_params.get("origin") or None
        repeats = repeats_of(case, story) if story else NOTHING
        number = page_number(request)
        graph = graph_of(repeats, only, (number - 1) * MOST_NODES if only else 0)
        sentences = _sentences(repeats, only)
        start = (number - 1) * PER_PAGE
        shown = sentences[start : start + PER_PAGE]
        return desk.page(
            request,
            case,
            "origins.html.j2",
            "Which report repeats which",
            stories=known,
            story=story,
            only=only,
            reports=repeats.reports,
            short_name=short_name,
            alone=sum(len(members) == 1 for members in repeats.origins.values()),
            voices=len(repeats.origins),
            size=len(repeats.origins.get(only, ())) if only else 0,
            graph=graph,
            nodes=_drawn(repeats, graph),
            groups=[
                (key, list(some)) for key, some in groupby(shown, key=lambda one: one["group"])
            ],
            firsts={origin: members[0] for origin, members in repeats.origins.items()},
            sizes={origin: len(members) for origin, members in repeats.origins.items()},
            found=len(sentences),
            more=start + PER_PAGE < len(sentences),
            number=number,
        )


def _drawn(repeats: Repeats, graph: Graph) -> list[dict[str, Any]]:
    """The nodes with what is written in them."""
    drawn = []
    for name, box in graph.layout.nodes.items():
        if name in repeats.reports:
            row = repeats.reports[name]
            label = short_name(row)
            words = {"kind": "report", "of": name, "under": (row["published"] or "undated")[:10]}
        elif name in graph.more:
            origin = name.removeprefix(MORE)
            label = f"{graph.more[name]} more"
            words = {"kind": "more", "of": origin, "under": "of this voice"}
        else:
            label = name.removeprefix(OUTLET)
            words = {"kind": "outlet", "of": label, "under": "only named"}
        drawn.append({"box": box, "label": label, "short": _short(label), **words})
    return drawn


def _short(label: str) -> str:
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1].rstrip()}…"


def _sentences(repeats: Repeats, only: str | None) -> list[dict[str, Any]]:
    """What the graph shows and what is folded, one row a sentence: copies by origin, then the rest."""
    copies = [
        _shared(repeats, one, repeats.reports[one.later]["origin"])
        for one in repeats.links
        if one.kind == "copy"
    ]
    sizes = {origin: len(members) for origin, members in repeats.origins.items()}
    copies.sort(key=lambda one: (-sizes[one["group"]], one["group"]))
    passages = [_shared(repeats, one, "passage") for one in repeats.links if one.kind == "passage"]
    cited = [_cited(repeats, one) for one in repeats.named]
    every = [*copies, *passages, *cited]
    if only is None:
        return every
    return [
        one
        for one in every
        if only in {repeats.reports[name]["origin"] for name in one["names"] if name}
    ]


def _shared(repeats: Repeats, link: Link, group: str) -> dict[str, Any]:
    earlier, later = repeats.reports[link.earlier], repeats.reports[link.later]
    return {
        "kind": link.kind,
        "group": group,
        "names": (link.later, link.earlier),
        "share": as_percent(link.share),
        "known": link.known,
        "after": time_between(earlier["published"], later["published"]),
    }


def _cited(repeats: Repeats, named: Named) -> dict[str, Any]:
    cited = repeats.reports[named.cited] if named.cited else None
    own = repeats.reports[named.report]
    return {
        "kind": "citation",
        "group": "citation",
        "names": (named.report, named.cited),
        "outlet": named.outlet,
        "report": named.report,
        "start": named.start,
        "end": named.end,
        "after": time_between(cited["published"], own["published"]) if cited else "",
    }


def time_between(first: str | None, then: str | None) -> str:
    """How long after a moment another is, in words; nothing if one of them is not known.

    >>> time_between("2031-03-02", "2031-03-04T10:00:00Z")
    '2 days later'
    """
    if not first or not then:
        return ""
    days = (datetime.fromisoformat(then[:10]) - datetime.fromisoformat(first[:10])).days
    if days:
        return f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'later' if days > 0 else 'earlier'}"
    return "the same day"


ROUTES = (Route("/origins", origins),)
