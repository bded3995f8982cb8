"""The last sections of a brief: decisions, what could not be used, the reports."""

from collections.abc import Iterator

from sayso.dossier.exports.brief.escaping import plain, quoted
from sayso.dossier.exports.tables.table import Source
from sayso.dossier.page import Page
from sayso.dossier.report_words import Report
from sayso.model.decisions import Decision, DecisionKind, Holdings, Target


def decision_lines(holdings: Holdings) -> Iterator[str]:
    """What people decided, one line a decision."""
    if holdings.decisions:
        yield from ("", "## What people decided", "")
    for decision in holdings.decisions:
        yield f"- {decision_words(decision)}"


def decision_words(decision: Decision) -> str:
    """A decision in a line: who, when, what, on what, why."""
    on = ", ".join(f"{one.kind} {quoted((one.words or one.id,))}" for one in decision.subjects)
    value = "; ".join(f"{plain(key)} {plain(str(one))}" for key, one in decision.value.items())
    what = f"{decision.kind}{f' ({value})' if value else ''}{f': {on}' if on else ''}"
    why = f" — {plain(decision.reason)}" if decision.reason else ""
    who = f"{plain(decision.author)}, {plain(decision.made_at)}"
    return f"Decision {decision.number}, {who}: {what}{why}"


def unused_lines(source: Source, page: Page) -> Iterator[str]:
    """What could not be used, and why."""
    lines = [*_of_reports(source), *_of_decisions(source)]
    unresolved = sum(
        bool(claim.chain) and claim.speaker is None for claim in source.lookup.claims.values()
    )
    if unresolved:
        lines.append(
            f"{unresolved} claims have a source that is not known to be one of the speakers."
        )
    if page.figures:
        lines.append(f"{len(page.figures)} figures are in no toll.")
    if lines:
        yield from ("", "## What could not be used", "")
        yield from (f"- {line}" for line in lines)


def report_lines(source: Source) -> Iterator[str]:
    """The reports by number."""
    yield from ("", "## Reports", "")
    for report in source.lookup.reports.listed:
        parts = [quoted((report.heading,)), plain(report.label), plain(report.date or "undated")]
        if report.head.url:
            parts.append(plain(report.head.url))
        if report.same_as is not None:
            parts.append(f"exactly the text of report {report.same_as}")
        marks = source.decided.on_outlet(report.head.outlet).reliability
        if marks:
            parts.append(f"reliability of the outlet: {marks}")
        parts += [f"file {plain(report.file_name)}", f"text SHA-256 {report.document.id}"]
        yield f"- Report {report.number}: {', '.join(parts)}"


def _of_reports(source: Source) -> Iterator[str]:
    for report in source.lookup.reports.values():
        document, name = report.document, _named(report)
        if report.withheld_share:
            yield f"{name}: its page withholds {report.withheld_share} of the article."
        if report.read_part:
            yield f"{name}: it was read up to character {report.read_part}."
        if document.words_left_out:
            yield f"{name}: {document.words_left_out} words of its file are not in its text."
        if report.date is None:
            yield f"{name}: it has no date, so that its “yesterday” is of no known day."


def _of_decisions(source: Source) -> Iterator[str]:
    for decision in source.holdings.decisions:
        if decision.kind is DecisionKind.REJECT:
            for one in decision.subjects:
                if one.kind in (Target.CLAIM, Target.FIGURE, Target.EVENT):
                    words = quoted((one.words or one.id,))
                    yield f"The {one.kind} {words} was rejected by {plain(decision.author)}."
    for decision in source.holdings.orphans:
        yield f"What it was made on is gone. {decision_words(decision)}"


def _named(report: Report) -> str:
    return f"Report {report.number}, {plain(report.label)}"
