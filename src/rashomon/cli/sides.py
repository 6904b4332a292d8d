"""Comparison -> the accounts side by side in the terminal, in the order of the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from ..exports.cells import PointRow, Telling
from ..exports.citations import Citations
from ..exports.derivations import derivation_phrase, evidence_phrase, origins_phrase, spanning
from ..exports.excerpts import Excerpt
from ..exports.lone_points import Lone, find_lone_points
from ..exports.phrases import when_phrase
from ..exports.point_rows import find_point_rows
from ..exports.spellings import spelt
from ..exports.unrelated import headline, lettered_threads, why_unrelated
from ..exports.voices import names_of
from ..ledger import Ledger
from ..records import Comparison, Meeting, Reading, ToldBy, Variant
from ..stories.origins import find_origins_of_words
from ..tables import Tables
from .views import EVIDENCE, cell, console, harmless, new_table, outlet_name, published

DERIVATIONS = 12  # lines
COLUMNS = 4  # reports that have a column each
NARROW = 160  # characters of a report's words in a column
PASSAGE = 240  # characters of a passage that has the whole line
NOTHING = "nothing"  # in the column of a report that leaves a point out


def comparison(ledger: Ledger, found: Comparison, readings: Sequence[Reading], most: int) -> None:
    """Reports, differences, points, meetings, wordings, shared quotations and damage; at most `most` points of a kind (0: all)."""
    out = console()
    citations, tables = Citations(readings), spelt(ledger.tables, readings)
    letters = citations.letters
    _reports(out, ledger, found, readings, letters)
    if len(found.documents) > 1 and all(p.told_by is ToldBy.ONE for p in found.points):
        out.print(f"These reports tell nothing in common: {why_unrelated(readings)}")
        return
    if threads := lettered_threads(found, letters):
        out.print(f"  They tell of {len(threads)} matters, as far as found: {' · '.join(threads)}")
    rows = find_point_rows(found, readings, citations, tables)
    sure = [row for row in rows if not row.unsure]
    _differences(out, [row for row in sure if row.disputed], most)
    for title, kind in (("Told by all", ToldBy.ALL), ("Told by some", ToldBy.SOME)):
        _points(out, title, [row for row in sure if not row.disputed and row.told_by == kind], letters, most)
    _alone(out, [find_lone_points(found, r, citations) for r in readings], most)
    _points(out, "Perhaps the same thing, perhaps not", [row for row in rows if row.unsure], letters, most)
    texts = {r.document.id: r.document.text for r in readings}
    for meeting in found.meetings:
        if len({a.document for a in meeting.accounts}) > 1:
            _meeting(out, tables, meeting, letters, texts)
    worded = [(w.concept, _variants(w.variants, letters)) for w in found.wordings]
    _section(out, "Worded differently", ("of", "words"), worded)
    _quotations(out, tables, found, letters)
    _damage(out, readings, letters)


def _section(out: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = new_table(*columns)
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        out.print()
        out.print(Text(title, "bold"))
        out.print(table)


def _more(out: Console, left: int) -> None:
    if left > 0:
        out.print(f"  ... and {left} more: --points 0, --html or --json tells all")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s'[: number != 1]}"


def _reports(out: Console, ledger: Ledger, found: Comparison, readings: Sequence[Reading], letters: dict[str, str]) -> None:
    out.print(Text(harmless(headline(found)) or "Untitled", "bold underline"))
    counts = f"{_count(len(readings), 'report')}, {origins_phrase(found.story, [r.document for r in readings])}"
    out.print(f"{counts}; {when_phrase(found.story.when)}")
    rows = []
    for reading in readings:
        document = reading.document
        name = outlet_name(ledger, document.outlet) or document.site or document.source.rsplit("/", 1)[-1]
        rows.append((letters[document.id], harmless(name), published(document), cell(document.title), document.id))
    _section(out, "Reports", ("", "outlet", "published", "title", "id"), rows)
    derived = list(spanning(found.story))
    for d in derived[:DERIVATIONS]:
        out.print(f"  {derivation_phrase(d, letters)} ({d.score:.2f}): {cell(evidence_phrase(d, letters), EVIDENCE)}")
    if len(derived) > DERIVATIONS:
        out.print(f"  ... and {len(derived) - DERIVATIONS} more: --html or --json tells all")


def _differences(out: Console, rows: Sequence[PointRow], most: int) -> None:
    shown = rows[:most] if most else rows
    if rows:
        out.print()
        out.print(Text(f"Where they differ ({len(rows)}, the words marked ⟦ ⟧)", "bold"))
    for row in shown:
        out.print()
        for d in row.disputes:
            out.print(f"{d.label}{', both cannot hold' if d.hard else ''}: {harmless(d.reason)}", style="bold" if d.hard else None)
        table = new_table("", "words")
        table.show_header = False
        for telling in row.tellings:
            table.add_row(_letters(telling), _lit(telling))
        out.print(table)
    _more(out, len(rows) - len(shown))


def _letters(telling: Telling) -> str:
    return " ".join((telling.letter, *(e.letter for e in telling.same)))


def _lit(telling: Telling) -> Text:
    """The excerpts that hold what differs, else all of them."""
    lit = [e for e in telling.excerpts if any(p.mark == "lit" for p in e.pieces)]
    text = Text()
    for excerpt in lit or telling.excerpts:
        text.append(" … " if text else "")
        for piece in excerpt.pieces:
            words = " ".join(harmless(piece.text).split())
            blank = piece.text[:1].isspace() and not text.plain.endswith(" ")
            text.append(f"{' ' * blank}{f'⟦{words}⟧' if piece.mark == 'lit' and words else words}")
            text.append(" " * (bool(words) and piece.text[-1:].isspace()))
    return text


def _points(out: Console, title: str, rows: Sequence[PointRow], letters: dict[str, str], most: int) -> None:
    shown = rows[:most] if most else rows
    if len(letters) <= COLUMNS:
        table = [[_account(row, letter) for letter in letters.values()] for row in shown]
        _section(out, f"{title} ({len(rows)})", list(letters.values()), table)
        if any(row.silent for row in shown):
            out.print(f"  {NOTHING}: nothing like it, though the report could have told it")
    else:
        columns = ("by", "origins", "words", "not told by")
        lines = [(_by(row), str(row.origins), _words(row.tellings[0].excerpts), " ".join(row.silent)) for row in shown]
        _section(out, f"{title} ({len(rows)})", columns, lines)
    _more(out, len(rows) - len(shown))


def _alone(out: Console, only: Sequence[Lone], most: int) -> None:
    """What each report alone tells, the weightiest passages of each; all that nothing in the others is like, where `most` is 0."""
    each = max(1, most // max(1, len(only)))
    sure = [(lone.letter, c) for lone in only for c in ((*lone.first, *lone.further) if most == 0 else lone.first[:each])]
    perhaps = [(lone.letter, c) for lone in only for c in lone.perhaps]
    total = sum(len(lone.first) + len(lone.further) for lone in only)
    _section(out, f"Told by one ({total})", ("by", "words"), [(letter, cell(c.shown, PASSAGE)) for letter, c in sure])
    _more(out, total - len(sure))
    if most == 0:
        rows = [(letter, cell(c.shown, PASSAGE)) for letter, c in perhaps]
        _section(out, f"Told by one, or by others in other words ({len(perhaps)})", ("by", "words"), rows)
    elif perhaps:
        told = f"{_count(len(perhaps), 'passage')} that others may tell in other words: --points 0, --html or --json tells them"
        out.print(f"  besides {told}" if total else f"Told by one: perhaps {told}")


def _account(row: PointRow, letter: str) -> str:
    """What one report tells of a point; "-" where it leaves it out."""
    for telling in row.tellings:
        if telling.letter == letter:
            return _words(telling.excerpts)
        if any(e.letter == letter for e in telling.same):
            return f"as {telling.letter}"
    return NOTHING if letter in row.silent else ""


def _words(excerpts: Sequence[Excerpt]) -> str:
    return cell(" … ".join("".join(p.text for p in e.pieces) for e in excerpts), NARROW)


def _by(row: PointRow) -> str:
    return " ".join(_letters(telling) for telling in row.tellings)


def _meeting(out: Console, tables: Tables, meeting: Meeting, letters: dict[str, str], texts: dict[str, str]) -> None:
    where = tables.name(meeting.place) if meeting.place else ""
    when = when_phrase(meeting.when) if meeting.when is not None else ""
    facts = ", ".join(part for part in (where, when, meeting.status.value) if part)
    rows = []
    for a in meeting.accounts:
        text = texts[a.document]
        named = names_of((actor for p in a.participants for actor in p.actors), tables)
        told = a.when_span.of(text) if a.when_span is not None else ""
        place = a.place.span.of(text) if a.place is not None else ""
        rows.append((letters[a.document], cell(told), cell(place), a.status.value, ", ".join(named)))
    title = f"Meeting: {', '.join(names_of(meeting.participants, tables)) or cell(meeting.name.text)} ({facts})"
    _section(out, title, ("", "when", "where", "status", "participants"), rows)


def _quotations(out: Console, tables: Tables, found: Comparison, letters: dict[str, str]) -> None:
    rows = []
    for q in found.quotations:
        held = dict.fromkeys((v.document for v in q.variants), "")
        origins = len(find_origins_of_words(held, found.story.derivations))
        rows.append((", ".join(map(tables.name, q.speaker)), q.change, str(origins), _variants(q.variants, letters)))
    _section(out, "The same quotation", ("speaker", "change", "origins", "words"), rows)


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
