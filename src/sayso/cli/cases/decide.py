"""`sayso decide`: everything that a person may decide in a case, a command each."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.cases.deciding import as_command, print_decision
from sayso.cli.cases.options import CasePath
from sayso.cli.terminal import print_note

if TYPE_CHECKING:
    from sayso.case.case import Case
    from sayso.model.decisions import Decision

Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="As `sayso list` shows them.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As `sayso list` shows it.")]
At = Annotated[
    list[str],
    typer.Option("--at", help="Where its words stand: START:END, or the words themselves."),
]

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
@as_command
def accept(case: "Case", reason: str, names: Names) -> "Decision":
    """Accept claims, figures, events, speakers or points as they are."""
    return case.decide("accept", *names, reason=reason)


@decide_app.command()
@as_command
def reject(case: "Case", reason: str, names: Names) -> "Decision":
    """Reject claims, figures, events, speakers or points: they are compared no more."""
    return case.decide("reject", *names, reason=reason)


@decide_app.command()
@as_command
def correct(
    case: "Case",
    reason: str,
    name: Name,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...", help="stance=denies, low=84, high=; of a point, CLAIM=for."
        ),
    ],
) -> "Decision":
    """Correct a report's head, a claim, a figure, an event, a speaker, or the sides of a point."""
    from sayso.cli.cases.values import corrections

    subject = case.subject(name)
    value = corrections(case, subject, values)
    return case.decide("correct", subject, value=value, reason=reason)


@decide_app.command()
@as_command
def merge(case: "Case", reason: str, names: Names) -> "Decision":
    """Say that speakers are one, or events, or points."""
    return case.decide("merge", *names, reason=reason)


@decide_app.command()
@as_command
def split(case: "Case", reason: str, names: Names) -> "Decision":
    """Say that speakers are not one, or events; or take claims out of a point: POINT CLAIM..."""
    from sayso.cli.cases.values import member
    from sayso.model.decisions import Target

    first, *others = map(case.subject, names)
    if first.kind is Target.POINT:
        value = {"claims": [member(one) for one in others]}
        return case.decide("split", first, value=value, reason=reason)
    return case.decide("split", first, *others, reason=reason)


@decide_app.command()
@as_command
def add(
    case: "Case",
    reason: str,
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
) -> "Decision":
    """Add a claim or a figure that was not found in a report, or a point of claims.

    \b
    Example:
        sayso decide mali.sayso add 1a2b3c4d claim --at "the bridge was empty" --source "the mayor"
        sayso decide mali.sayso add 1a2b3c4d figure --at "84 miners" --low 84 --high 84 --harm killed
        sayso decide mali.sayso add point 1a2b3c4d/9f8e7d6c=for 99ff00aa/2233ccdd=against
    """
    from sayso.cli.cases import additions

    if what[0] == "point":
        subjects, value = additions.point(case, what[1:])
    elif len(what) == 2 and what[1] in ("claim", "figure"):
        given = additions.Given(at, stance, speaker, source, low, high, harm, who)
        subjects, value = additions.fact(case, what[0], what[1], given)
    else:
        raise typer.BadParameter("add REPORT claim, REPORT figure, or point CLAIM=for ...")
    return case.decide("add", *subjects, value=value, reason=reason)


@decide_app.command()
@as_command
def reliability(
    case: "Case",
    reason: str,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A speaker, a report, or outlet:NAME.")
    ],
    mark: Annotated[
        str, typer.Argument(metavar="LETTER", help="A (reliable) to F (cannot be judged).")
    ],
) -> "Decision":
    """Mark how reliable a source is, by the letters of the Admiralty system."""
    return case.decide("reliability", name, value={"mark": mark.upper()}, reason=reason)


@decide_app.command()
@as_command
def credibility(
    case: "Case",
    reason: str,
    name: Name,
    mark: Annotated[
        str, typer.Argument(metavar="DIGIT", help="1 (confirmed) to 6 (cannot be judged).")
    ],
) -> "Decision":
    """Mark how credible a claim, figure, event, point or toll is, by the digits of the Admiralty system."""
    return case.decide("credibility", name, value={"mark": mark}, reason=reason)


@decide_app.command()
@as_command
def side(
    case: "Case",
    reason: str,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A speaker, or outlet:NAME.")],
    text: Annotated[str, typer.Argument(metavar="SIDE", help="For whom it speaks.")],
) -> "Decision":
    """Say for which side a speaker or an outlet speaks."""
    return case.decide("side", name, value={"text": text}, reason=reason)


@decide_app.command()
@as_command
def note(
    case: "Case",
    reason: str,
    name: Name,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you want to keep of it.")],
) -> "Decision":
    """Write a note on anything."""
    return case.decide("note", name, value={"text": text}, reason=reason)


@decide_app.command()
@as_command
def undo(
    case: "Case",
    reason: str,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Of the decision, as the log has it.")
    ],
) -> "Decision":
    """Take a decision back. That is a decision too: undo it, and the first one stands again."""
    return case.undo(number, reason)


@decide_app.command()
def orphans(context: typer.Context) -> None:
    """List the decisions whose subject is gone, with the words that they were about."""
    from sayso.case.case import Case

    with Case.open(context.obj) as case:
        found = case.orphans()
        for decision in found:
            print_decision(case, decision)
    if not found:
        print_note("no decision has lost its subject")
