"""Comparison -> the accounts side by side in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from ..exports.citations import report_letter
from ..exports.derivations import derivation_phrase, spanning
from ..exports.phrases import reason_phrase, when_phrase
from ..ledger import Ledger
from ..records import Comparison, Meeting, Point, Reading, ToldBy, Variant
from .views import cell, console, harmless, new_table, outlet_name, published

DERIVATIONS = 12  # lines
NARROW = 90  # characters of a report's words in a column
TITLES = {ToldBy.ALL: "Told by all", ToldBy.SOME: "Told by some", ToldBy.ONE: "Told by one"}


def comparison(ledger: Ledger, found: Comparison, readings: Sequence[Reading], most: int) -> None:
    """Reports, meetings, points, differences, wordings, shared quotations and damage; at most `most` points of a kind (0: all)."""
    out = console()
    letters = {document: report_letter(i) for i, document in enumerate(found.documents)}
    texts = {r.document.id: r.document.text for r in readings}
    _reports(out, ledger, found, readings, letters)
    if len(found.documents) > 1 and all(p.told_by is ToldBy.ONE for p in found.points):
        out.print("These reports tell nothing in common: they seem to be about different events, and nothing is compared.")
        return
    for meeting in found.meetings:
        _meeting(out, ledger, meeting, letters, texts)
    _points(out, found, letters, texts, most)
    _differences(out, ledger, found.points, letters)
    rows = [(w.concept, _variants(w.variants, letters)) for w in found.wordings]
    _section(out, "Worded differently", ("of", "words"), rows)
    quoted = [(", ".join(map(ledger.tables.name, q.speaker)), q.change, _variants(q.variants, letters)) for q in found.quotations]
    _section(out, "The same quotation", ("speaker", "change", "words"), quoted)
    _damage(out, readings, letters)


def _section(out: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = new_table(*columns)
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        out.print()
        out.print(Text(title, "bold"))
        out.print(table)


def _reports(out: Console, ledger: Ledger, found: Comparison, readings: Sequence[Reading], letters: dict[str, str]) -> None:
    out.print(Text(harmless(found.story.title) or "Untitled", "bold underline"))
    origins = len(found.story.origins)
    out.print(f"{len(readings)} reports, {origins} independent origin{'s'[: origins != 1]}; {when_phrase(found.story.when)}")
    rows = []
    for reading in readings:
        document = reading.document
        name = outlet_name(ledger, document.outlet) or document.site or document.source.rsplit("/", 1)[-1]
        when = published(document)
        rows.append((letters[document.id], harmless(name), when, cell(document.title), str(len(document.defects)), document.id))
    _section(out, "Reports", ("", "outlet", "published", "title", "defects", "id"), rows)
    derived = list(spanning(found.story))
    for d in derived[:DERIVATIONS]:
        out.print(f"  {derivation_phrase(d, letters)} ({d.score:.2f}): {cell('; '.join(d.evidence))}")
    if len(derived) > DERIVATIONS:
        out.print(f"  ... and {len(derived) - DERIVATIONS} more: --html or --json tells all")


def _meeting(out: Console, ledger: Ledger, meeting: Meeting, letters: dict[str, str], texts: dict[str, str]) -> None:
    where = ledger.tables.name(meeting.place) if meeting.place else ""
    facts = ", ".join(part for part in (where, when_phrase(meeting.when), meeting.status.value) if part)
    rows = []
    for a in meeting.accounts:
        text = texts[a.document]
        named = ", ".join(dict.fromkeys(cell(p.span.of(text), 40) for p in a.participants))
        when = a.when_span.of(text) if a.when_span is not None else ""
        place = a.place.span.of(text) if a.place is not None else ""
        rows.append((letters[a.document], cell(when), cell(place), a.status.value, named))
    _section(out, f"Meeting: {cell(meeting.name.text)} ({facts})", ("", "when", "where", "status", "participants named"), rows)
    out.print(f"  all participants: {', '.join(map(ledger.tables.name, meeting.participants))}")


def _points(out: Console, found: Comparison, letters: dict[str, str], texts: dict[str, str], most: int) -> None:
    order = list(ToldBy)
    ranked = sorted(found.points, key=lambda point: order.index(point.told_by))
    for told_by, group in groupby(ranked, key=lambda point: point.told_by):
        points = list(group)
        shown = points[:most] if most else points
        if told_by is not ToldBy.ONE and len(letters) <= 4:
            columns = ["kind", *letters.values()]
            rows = [[p.kind, *(_account(p, document, texts) for document in letters)] for p in shown]
        else:
            columns = ["by", "kind", "words"]
            rows = [[_by(p, letters), p.kind, cell(p.gist.text)] for p in shown]
        _section(out, f"{TITLES[told_by]} ({len(points)})", columns, rows)
        if len(points) > len(shown):
            out.print(f"  ... and {len(points) - len(shown)} more: --points 0, --html or --json tells all")


def _account(point: Point, document: str, texts: dict[str, str]) -> str:
    """What one report tells of a point; "-" where it leaves it out."""
    account = next((a for a in point.accounts if a.document == document), None)
    if account is None:
        return "-" if document in point.left_out else ""
    return cell(" … ".join(span.of(texts[document]) for span in account.spans), NARROW)


def _by(point: Point, letters: dict[str, str]) -> str:
    return " ".join(letters[account.document] for account in point.accounts)


def _differences(out: Console, ledger: Ledger, points: Sequence[Point], letters: dict[str, str]) -> None:
    differences = [d for point in points for d in point.differences]
    ranked = sorted(differences, key=lambda d: (not d.hard, d.slot))
    rows = [
        (d.slot, "hard" if d.hard else "soft", _variants(d.variants, letters), cell(reason_phrase(d.reason, ledger.tables.name)))
        for d in ranked
    ]
    _section(out, "Differences", ("in", "", "words", "why"), rows)


def _variants(variants: Sequence[Variant], letters: dict[str, str]) -> str:
    """A line for each wording, with the letters of those that have it."""
    words: dict[str, dict[str, None]] = {}
    for v in variants:
        words.setdefault(cell(v.text, NARROW), {})[letters[v.document]] = None
    order = list(letters.values())
    return "\n".join(f"{' '.join(sorted(own, key=order.index))}: {text}" for text, own in words.items())


def _damage(out: Console, readings: Sequence[Reading], letters: dict[str, str]) -> None:
    rows = []
    for reading in readings:
        document = reading.document
        for d in document.defects:
            repair = "" if d.repair is None else f"{cell(d.repair, 40) or '(nothing)'}{'' if d.certain else ' ?'}"
            rows.append((letters[document.id], d.kind.value, cell(d.span.of(document.text), 50), repair, cell(d.evidence, 80)))
    _section(out, "Damage found (never mended in the kept text)", ("", "kind", "words", "should read", "evidence"), rows)
