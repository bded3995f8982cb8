"""`sayso decide`: everything that a person may decide in a case."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.cases.options import Author, CasePath, Later, Reason, command
from sayso.cli.cases.tables import told
from sayso.cli.signals import goes_on
from sayso.cli.terminal import print_note, print_result

if TYPE_CHECKING:
    from sayso.case.case import Case
    from sayso.model.decisions import Decision

Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="As `sayso list` shows them.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As `sayso list` shows it.")]
At = Annotated[
    list[str],
    typer.Option("--at", help="Where its words stand: START:END, or the words themselves."),
]
Text = Annotated[str | None, typer.Option()]

decide_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@decide_app.callback()
def start(context: typer.Context, case: CasePath) -> None:
    """Decide: accept, reject, correct, merge, split, add, mark, note, undo.

    A decision is signed, dated, and never lost: it can be taken back, which is a decision too. The
    comparison follows it at once; with --later, when you add or report next.

    \b
    Example:
        sayso decide mali.sayso reject 1a2b3c4d/9f8e7d6c --reason "a caption, not a claim"
        sayso decide mali.sayso correct 1a2b3c4d/77aa01bc low=84 high=
        sayso decide mali.sayso merge 1a2b3c4d/0011aabb 99ff00aa/2233ccdd
        sayso decide mali.sayso reliability "outlet:Tarn Courier" B
        sayso decide mali.sayso undo 41
    """
    context.obj = case


@decide_app.command()
def accept(
    context: typer.Context,
    names: Names,
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Accept claims, figures, events, speakers or points as they are."""
    _decide(context, "accept", names, {}, reason, author, later)


@decide_app.command()
def reject(
    context: typer.Context,
    names: Names,
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Reject claims, figures, events, speakers or points: they are compared no more."""
    _decide(context, "reject", names, {}, reason, author, later)


@decide_app.command()
def correct(
    context: typer.Context,
    name: Name,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...", help="stance=denies, low=84, high=; of a point, CLAIM=for."
        ),
    ],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Correct a report's head, a claim, a figure, an event, a speaker, or the sides of a point."""
    from sayso.cli.cases.values import corrections

    with _deciding(context, author, later) as case:
        subject = case.subject(name)
        value = corrections(case, subject, values)
        _print_made(case, case.decide("correct", subject, value=value, reason=reason))


@decide_app.command()
def merge(
    context: typer.Context,
    names: Names,
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Say that speakers are one, or events, or points."""
    _decide(context, "merge", names, {}, reason, author, later)


@decide_app.command()
def split(
    context: typer.Context,
    names: Names,
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Say that speakers are not one, or events; or take claims out of a point: POINT CLAIM..."""
    from sayso.cli.cases.values import member
    from sayso.model.decisions import Target

    with _deciding(context, author, later) as case:
        first, *others = map(case.subject, names)
        value = {}
        if first.kind is Target.POINT:
            value, others = {"claims": [member(one) for one in others]}, []
        _print_made(case, case.decide("split", first, *others, value=value, reason=reason))


@decide_app.command()
def add(
    context: typer.Context,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT...", help="REPORT claim, REPORT figure, or point CLAIM=for CLAIM=against."
        ),
    ],
    at: At = [],  # noqa: B006 typer reads it, and nobody changes it
    stance: Annotated[
        str | None, typer.Option("--stance", help="Of a claim: asserts by default.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help="Of a claim: who says it.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help="Of a claim: the words for who says it, or their place."),
    ] = None,
    low: Annotated[str | None, typer.Option("--low", help="Of a figure: at least so many.")] = None,
    high: Annotated[
        str | None, typer.Option("--high", help="Of a figure: at most so many.")
    ] = None,
    harm: Annotated[str | None, typer.Option("--harm", help="Of a figure: killed.")] = None,
    who: Annotated[
        str | None,
        typer.Option("--who", help="Of a figure: the words for those counted, or their place."),
    ] = None,
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Add a claim or a figure that was not found in a report, or a point of claims.

    \b
    Example:
        sayso decide mali.sayso add 1a2b3c4d claim --at "the bridge was empty" --source "the mayor"
        sayso decide mali.sayso add 1a2b3c4d figure --at "84 miners" --low 84 --high 84 --harm killed
        sayso decide mali.sayso add point 1a2b3c4d/9f8e7d6c=for 99ff00aa/2233ccdd=against
    """
    from sayso.cli.cases import additions

    with _deciding(context, author, later) as case:
        if what[0] == "point":
            subjects, value = additions.point(case, what[1:])
        elif len(what) == 2 and what[1] in ("claim", "figure"):
            given = additions.Given(at, stance, speaker, source, low, high, harm, who)
            subjects, value = additions.fact(case, what[0], what[1], given)
        else:
            raise typer.BadParameter("add REPORT claim, REPORT figure, or point CLAIM=for ...")
        _print_made(case, case.decide("add", *subjects, value=value, reason=reason))


@decide_app.command()
def reliability(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A speaker, a report, or outlet:NAME.")
    ],
    mark: Annotated[
        str, typer.Argument(metavar="LETTER", help="A (reliable) to F (cannot be judged).")
    ],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Mark how reliable a source is, by the letters of the Admiralty system."""
    _decide(context, "reliability", [name], {"mark": mark.upper()}, reason, author, later)


@decide_app.command()
def credibility(
    context: typer.Context,
    name: Name,
    mark: Annotated[
        str, typer.Argument(metavar="DIGIT", help="1 (confirmed) to 6 (cannot be judged).")
    ],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Mark how credible a claim, figure, event, point or toll is, by the digits of the Admiralty system."""
    _decide(context, "credibility", [name], {"mark": mark}, reason, author, later)


@decide_app.command()
def side(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A speaker, or outlet:NAME.")],
    text: Annotated[str, typer.Argument(metavar="SIDE", help="For whom it speaks.")],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Say for which side a speaker or an outlet speaks."""
    _decide(context, "side", [name], {"text": text}, reason, author, later)


@decide_app.command()
def note(
    context: typer.Context,
    name: Name,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you want to keep of it.")],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Write a note on anything."""
    _decide(context, "note", [name], {"text": text}, reason, author, later)


@decide_app.command()
def undo(
    context: typer.Context,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Of the decision, as the log has it.")
    ],
    reason: Reason = "",
    author: Author = None,
    later: Later = False,
) -> None:
    """Take a decision back. That is a decision too: undo it, and the first one stands again."""
    with _deciding(context, author, later) as case:
        _print_made(case, case.undo(number, reason))


@decide_app.command()
def orphans(context: typer.Context) -> None:
    """List the decisions whose subject is gone, with the words that they were about."""
    from sayso.case.case import Case

    with Case.open(context.obj) as case:
        found = case.orphans()
        for decision in found:
            print_result(_line(decision))
            print_result(f"  take it back: {_undoing(case, decision)}")
    if not found:
        print_note("no decision has lost its subject")


def _decide(
    context: typer.Context,
    kind: str,
    names: list[str],
    value: Mapping[str, Any],
    reason: str,
    author: str | None,
    later: bool,
) -> None:
    with _deciding(context, author, later) as case:
        _print_made(case, case.decide(kind, *names, value=value, reason=reason))


@contextmanager
def _deciding(context: typer.Context, author: str | None, later: bool) -> "Iterator[Case]":
    """The case, open; what is decided within it is read again, where it must be, and compared."""
    from sayso.case.case import Case
    from sayso.cli.cases.working import follow_decisions

    with goes_on(), Case.open(context.obj, author=author) as case:
        before = len(case.decisions())
        yield case
        if not later:
            follow_decisions(case, case.decisions()[before:])


def _print_made(case: "Case", decision: "Decision") -> None:
    print_result(_line(decision))
    for old, new in case.renamed(decision):
        print_result(
            f"  its name is now {case.names().of(new)}; {case.names().of(old)} still finds it"
        )
    print_result(f"  take it back: {_undoing(case, decision)}")


def _line(decision: "Decision") -> str:
    """A decision in a line, with what it is about."""
    about = "; ".join(f"{one.kind} “{one.words or one.id}”" for one in decision.subjects)
    kind = f"{decision.kind} {decision.undoes}" if decision.undoes else str(decision.kind)
    parts = (kind, told(decision.value), about, decision.reason)
    return f"decision {decision.number}: " + " · ".join(filter(None, parts))


def _undoing(case: "Case", decision: "Decision") -> str:
    return command("decide", case.path, "undo", str(decision.number))
