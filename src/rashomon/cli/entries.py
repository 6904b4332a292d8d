"""Attributions, events, rejections and hits of a search in the terminal: two lines a row, what it is and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ..exports.phrases import force_phrase, when_phrase
from ..ledger import Ledger
from ..records import Attribution, Event, Participant, Rejection, Span
from ..store.amendments import BY_HAND
from ..store.searches import Hit
from .views import LONGEST, cell, console, documents_of, harmless, marked, source_name, who


def attributions(ledger: Ledger, found: Sequence[Attribution]) -> None:
    document, out = documents_of(ledger), console()
    for a in found:
        text = document(a.document).text
        content = " … ".join(span.of(text) for span in a.content)
        head = f"{who(ledger, a.holders, text) or 'not named'}: {force_phrase(a)}{_corrected(a)}"
        _entry(out, a.id, head, content, source_name(ledger, document(a.document)))
    if not found:
        out.print("no such attributions")


def events(ledger: Ledger, found: Sequence[Event]) -> None:
    document, out = documents_of(ledger), console()
    for e in found:
        text = document(e.document).text
        did = f"{e.type.value}{f' {e.mode}' if e.mode else ''}, {e.status.value}{_corrected(e)}"
        when = f"  ({when_phrase(e.when)})" if e.when else ""
        head = f"{_parties(ledger, e.actors, did, e.recipients, text)}{when}"
        _entry(out, e.id, head, e.span.of(text), source_name(ledger, document(e.document)))
    if not found:
        out.print("no such events")


def rejections(ledger: Ledger, found: Sequence[Rejection]) -> None:
    document, out = documents_of(ledger), console()
    for r in found:
        text = document(r.document).text
        parties = _parties(ledger, r.actors, r.type.value if r.type else "", r.recipients, text)
        _entry(
            out, r.id, f"{parties}  (no event: {harmless(r.reason)})", r.span.of(text), source_name(ledger, document(r.document))
        )
    if not found:
        out.print("no such candidates")


def _entry(out: Console, identity: str, head: str, words: str, source: str) -> None:
    """A row as two lines, which read well on a narrow terminal too: what it is, then the words and where they stand."""
    out.print(Text.assemble((identity, "dim"), "  ", (head, "bold")))
    out.print(Padding(Text.assemble(cell(words), "  ", (source, "dim")), (0, 0, 0, 4)))


def _parties(ledger: Ledger, actors: Sequence[Participant], did: str, recipients: Sequence[Participant], text: str) -> str:
    """ "Uganda  COERCE arrest, done  -> Kenya"."""
    doers, sufferers = who(ledger, actors, text), who(ledger, recipients, text)
    return "  ".join(part for part in (doers or "nobody named", did, f"-> {sufferers}" if sufferers else "") if part)


def hits(ledger: Ledger, found: Sequence[Hit]) -> None:
    out = console()
    for hit in found:
        document = ledger.document(hit.document)
        title, source = cell(hit.title or document.source), source_name(ledger, document)
        out.print(Text.assemble((title, "bold"), f"  {source}  ", (hit.document, "dim")))
        for around, spans in _lines(document.text, hit.spans, 3):
            out.print(Text("  ") + marked(document.text, around, spans))
    if not found:
        out.print("no document holds these words")


def _corrected(row: Attribution | Event) -> str:
    return " (corrected)" if BY_HAND in row.rule else ""


def _lines(text: str, spans: Sequence[Span], most: int) -> Iterator[tuple[Span, list[Span]]]:
    """The first lines that hold spans, with these; long lines cut to what stands around the first span."""
    lines: dict[Span, list[Span]] = {}
    for span in spans:
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        line = _whole_words(text, Span(start, end if end >= 0 else len(text)), span)
        home = next((held for held in lines if held.holds(span)), line)
        lines.setdefault(home, []).append(span)
        if len(lines) > most:
            return
    yield from list(lines.items())[:most]


def _whole_words(text: str, line: Span, span: Span) -> Span:
    """What stands around a span in its line: at most LONGEST characters before and after, no word cut."""
    first, last = max(line.start, span.start - LONGEST), min(line.end, span.end + LONGEST)
    while line.start < first < span.start and not text[first - 1].isspace():
        first += 1
    while span.end < last < line.end and not text[last].isspace():
        last -= 1
    return Span(first, last)
