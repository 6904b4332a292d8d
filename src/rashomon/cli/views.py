"""Records -> tables and marked text in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from ..exports.phrases import force_phrase, when_phrase
from ..ledger import Ledger
from ..ledger.rows import Shown
from ..ledger.versions import Version
from ..records import (
    Attribution,
    Document,
    Event,
    Hop,
    Mention,
    Participant,
    Rejection,
    Span,
    Step,
    Story,
    Timeline,
    cover,
)

LONGEST = 160  # characters of a text in a cell
EVIDENCE = 600  # characters: why a report is called a copy of another is not cut
WIDTH = 120  # of a table that is not shown in a terminal
# Escape sequences, and the signs that turn the direction of writing: either lets a report show what it does not say.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "�")


def console() -> Console:
    """Standard output: as wide as the terminal, else WIDTH (or $COLUMNS)."""
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else WIDTH
    return Console(highlight=False, markup=False, emoji=False, width=width)


def documents(ledger: Ledger) -> None:
    table = new_table("id", "published", "outlet", "title", "rows")
    for k in ledger.documents():
        steps = "steps: read --again" if k.steps is None else f"stp\u00a0{k.steps}"  # of a program that looked for none
        counts = f"att\u00a0{k.attributions} evt\u00a0{k.events} {steps} defects\u00a0{k.defects}"
        outlet = cell(outlet_name(ledger, k.outlet) or k.site or "")
        table.add_row(k.document, k.published or "undated", outlet, cell(k.title or k.source), counts)
    print_table(table, "no documents yet: `rashomon read FILE ...`")


def stories(ledger: Ledger, found: Sequence[Story]) -> None:
    table = new_table("id", "when", "story", "reports", "origins", "actors")
    for story in sorted(found, key=lambda story: (-len(story.documents), story.id)):
        actors = ", ".join(ledger.tables.name(actor) for actor in story.actors[:6])
        counts = (str(len(story.documents)), str(len(story.origins)))
        table.add_row(story.id, when_phrase(story.when), cell(story.title), *counts, actors)
    empty = not found and not ledger.documents()
    print_table(table, f"no stories: the ledger holds {'no documents' if empty else 'none such; leave out a filter'}")


def timeline(ledger: Ledger, found: Timeline) -> None:
    document = documents_of(ledger)
    table = new_table("when", "what", "words", "in", "row")
    for entry in found.entries:
        source = document(entry.document)
        when = when_phrase(entry.when) if entry.when else ""
        table.add_row(when, entry.label, cell(entry.span.of(source.text)), source_name(ledger, source), entry.record)
    print_table(table, "nothing is known of it")


def show(ledger: Ledger, shown: Shown) -> None:
    """A row: what it says, its sentence with the span marked, the chain of who says so, its corrections."""
    out = console()
    record, document = shown.record, shown.document
    for name, value in _facts(ledger, shown):
        if value:
            out.print(Text.assemble((f"{name:<12}", "dim"), harmless(value)))
    if document is not None and shown.around is not None:
        out.print()
        out.print(marked(document.text, shown.around, shown.spans))
        out.print()
        if isinstance(record, Attribution | Event | Step):
            for depth, link in enumerate(shown.chain):
                out.print(f"{'  ' * depth}in: {who(ledger, link.holders, document.text)} {force_phrase(link)}  {link.id}")
            out.print(f"{'  ' * len(shown.chain)}in: the voice of {source_name(ledger, document)}  {document.id}")
        if isinstance(record, Document):
            _print_defects(out, record)
    for c in shown.corrections:
        out.print(harmless(f"corrected by {c.who} on {c.at:%Y-%m-%d %H:%M}: {c.field} {c.old!r} -> {c.new!r} ({c.why})"))
    for d in shown.decisions:
        out.print(harmless(f"{d.verdict.value}ed by {d.who} on {d.at:%Y-%m-%d %H:%M} ({d.why})"))
    if not shown.holds:
        out.print("the last reading of the document has no such row")


def versions(ledger: Ledger, found: Sequence[Version]) -> None:
    """The versions of a document, then what changed from each to the next."""
    table = new_table("id", "read at", "published", "title", "sha256")
    for one in found:
        d = one.document
        table.add_row(d.id, one.read_at[:19], published(d), cell(d.title or d.source), d.sha256[:12])
    out = console()
    out.print(table)
    if len(found) == 1:
        out.print("one version only")
    for one in found[1:]:
        lines = harmless(one.changes).split("\n") if one.changes else [f"{one.document.id}: other bytes, the same text"]
        for line in lines:
            out.print(Text(line, "green" if line.startswith("+") else "red" if line.startswith("-") else ""), soft_wrap=True)


def marked(text: str, around: Span, spans: Iterable[Span]) -> Text:
    """A stretch of text on one line a paragraph, the spans between ⟦ ⟧, so that they show without colour too."""
    out = Text()
    last = around.start
    for span in _apart(spans):
        if around.holds(span):
            out.append(harmless(text[last : span.start]))
            out.append(f"⟦{harmless(span.of(text))}⟧", "bold")
            last = span.end
    out.append(harmless(text[last : around.end]))
    return out


def who(ledger: Ledger, participants: Sequence[Participant], text: str) -> str:
    """Participants by name; by their words where it is not known who that is."""
    named = []
    for p in participants:
        actors = ", ".join(ledger.tables.name(actor) for actor in p.actors)
        named.append(actors or cell(p.span.of(text), 40))
    return "; ".join(dict.fromkeys(named))


def _facts(ledger: Ledger, shown: Shown) -> Iterator[tuple[str, str]]:
    record, document = shown.record, shown.document
    text = document.text if document is not None else ""
    yield "id", record.id
    if isinstance(record, Document):
        yield "title", record.title
        yield "source", record.source
        yield "outlet", outlet_name(ledger, record.outlet)
        yield "published", f"{when_phrase(record.published)}{f' ({record.published.basis})' if record.published else ''}"
        yield "came by", " > ".join(_hop(hop) for hop in record.hops)
        yield "sha256", record.sha256
    elif isinstance(record, Mention):
        yield "mention", record.kind.value
        yield "who", ", ".join(f"{ledger.tables.name(actor)} ({actor})" for actor in record.actors) or "unresolved"
        for candidate in record.candidates[:5]:
            yield "candidate", f"{candidate.actor} {candidate.score:.2f}: {'; '.join(candidate.reasons)}"
    elif isinstance(record, Attribution):
        yield "who", who(ledger, record.holders, text) or "not expressed"
        yield "how", f"{force_phrase(record)} ({record.kind.value})"
    elif isinstance(record, Event):
        yield "who", who(ledger, record.actors, text)
        yield "did", f"{record.type.value}{f' {record.mode}' if record.mode else ''}, {record.status.value}"
        yield "to whom", who(ledger, record.recipients, text)
        yield "when", when_phrase(record.when) if record.when else ""
        yield "where", record.place.span.of(text) if record.place else ""
    elif isinstance(record, Step):
        yield "affair", f"{record.affair.value}, {record.status.value}"
        yield "who", ", ".join(ledger.tables.name(actor) for actor in record.actors)
        yield "stance", f"{record.stance} {record.matter}".strip()
        yield "to whom", ", ".join(ledger.tables.name(actor) for actor in record.counterparts)
        yield "when", when_phrase(record.when) if record.when else ""
        yield "due", when_phrase(record.due) if record.due else ""
    elif isinstance(record, Rejection):
        yield "no event", record.reason
        yield "who", who(ledger, record.actors, text)
        yield "would be", record.type.value if record.type else ""
        yield "to whom", who(ledger, record.recipients, text)
    else:
        yield "title", record.title
        yield "when", when_phrase(record.when)
        yield "reports", " ".join(record.documents)
        yield "origins", " | ".join(" ".join(group) for group in record.origins)
    if not isinstance(record, Document | Story):
        yield "made by", f"{record.rule} (score {record.score:.2f})"


def _print_defects(out: Console, document: Document) -> None:
    table = new_table("damage", "words", "evidence", "repair")
    for d in document.defects:
        repair = "" if d.repair is None else cell(d.repair, 60)
        table.add_row(d.kind.value, cell(d.span.of(document.text), 60), cell(d.evidence), repair)
    if document.defects:
        out.print(table)


def new_table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    wide = console().width >= WIDTH
    for column in columns:
        ident = column in {"id", "row"}
        number = column in {"sentences", "attributions", "events", "defects", "reports", "origins"}
        narrowest = (26 if wide else 14) if column in {"title", "what", "words"} else None  # legible on 80 columns too
        justify: JustifyMethod = "right" if number else "left"
        table.add_column(column, no_wrap=ident or number, overflow="fold", justify=justify, min_width=narrowest)
    return table


def print_table(table: Table, otherwise: str) -> None:
    out = console()
    if table.row_count:
        out.print(table)
    else:
        out.print(otherwise)


def cell(text: str, longest: int = LONGEST) -> str:
    """A text on one line, cut to `longest` characters."""
    line = harmless(" ".join(text.split()))
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def harmless(text: str) -> str:
    """Without control characters, with which a report could drive the terminal or turn its words about."""
    return text.translate(_CONTROLS)


def outlet_name(ledger: Ledger, outlet: str | None) -> str:
    return ledger.tables.name(outlet) if outlet else ""


def source_name(ledger: Ledger, document: Document) -> str:
    name = outlet_name(ledger, document.outlet) or document.site or document.source.rsplit("/", 1)[-1]
    return f"{harmless(name)}, {published(document)}"


def published(document: Document) -> str:
    """The day or month of publication; "undated" where nothing narrower than two months is known."""
    when = document.published
    if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days > 62:
        return "undated"
    return when_phrase(when)


def _hop(hop: Hop) -> str:
    return f"{hop.kind.value} {hop.name}".strip()


def _apart(spans: Iterable[Span]) -> list[Span]:
    """In order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.overlaps(out[-1]):
            out[-1] = cover([out[-1], span])
        else:
            out.append(span)
    return out


def documents_of(ledger: Ledger) -> Callable[[str], Document]:
    return lru_cache(maxsize=16)(ledger.document)
