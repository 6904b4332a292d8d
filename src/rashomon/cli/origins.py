"""Origins: which reports of a story derive from which, and how many independent ones stand behind it, a point, a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from ..errors import NotFoundError
from ..records import Relation
from .group import cli, jsonl_option, opened, reports_options

if TYPE_CHECKING:
    from ..ledger import Ledger
    from ..records import Story


@dataclass(frozen=True, slots=True)
class Counted:
    """A point or a quotation that several reports tell, and its origins."""

    kind: str
    words: str
    origins: tuple[tuple[str, ...], ...]


@cli.command()
@click.argument("story", metavar="STORY")
@click.option("--points", type=click.IntRange(0), default=12, show_default=True, metavar="N",
              help="Points and quotations to count the origins of, those of most reports first; 0 for none.")  # fmt: skip
@reports_options
@jsonl_option
@click.pass_context
def origins(ctx: click.Context, /, story: str, points: int, jsonl: bool, **wanted: Any) -> None:
    """Tell which reports of a story are copies, rewrites or prints of one wire, who took from whom, and why.

    Counts the independent origins of the story, and of each point and quotation that several reports tell.
    """
    from . import lines

    with opened(ctx, writes=True) as ledger:
        whole = ledger.story(story)
        found = _narrowed(whole, ledger.chosen(whole.documents, **wanted))
        counted = list(_counted(ledger, found, points)) if points and len(found.documents) > 1 else []
        if jsonl:
            lines.echo(_records(found, counted))
        else:
            _show(ledger, found, counted)


def _narrowed(story: Story, documents: Sequence[str]) -> Story:
    """A story with only these of its reports. NotFoundError if there are none."""
    if not documents:
        raise NotFoundError("no such report in the story", story.id, f"it has {len(story.documents)}: leave out a filter")
    origins = (tuple(d for d in group if d in documents) for group in story.origins)
    derivations = tuple(d for d in story.derivations if set(d.documents) <= set(documents))
    return replace(story, documents=tuple(documents), origins=tuple(filter(None, origins)), derivations=derivations)


def _counted(ledger: Ledger, story: Story, most: int) -> Iterator[Counted]:
    """Points, then quotations, those of most reports first."""
    from ..stories.origins import find_origins_of_words

    comparison = ledger.compare(story.documents)
    texts = {document: ledger.document(document).text for document in story.documents}
    shared = sorted((p for p in comparison.points if len(p.accounts) > 1), key=lambda p: -len(p.accounts))
    for point in shared[:most]:
        words = {a.document: " ".join(span.of(texts[a.document]) for span in a.spans) for a in point.accounts}
        yield Counted(point.kind, point.gist.text, find_origins_of_words(words, story.derivations))
    for quotation in sorted(comparison.quotations, key=lambda q: -len(q.variants))[:most]:
        # All hold the same words, whoever heard them said: only texts taken over as a whole make one origin of two.
        held = dict.fromkeys((v.document for v in quotation.variants), "")
        yield Counted("quotation", quotation.variants[0].text, find_origins_of_words(held, story.derivations))


def _records(story: Story, counted: list[Counted]) -> Iterator[dict[str, Any]]:
    yield {"record": "story", "id": story.id, "title": story.title, "reports": len(story.documents), "origins": len(story.origins)}
    for number, group in enumerate(story.origins, 1):
        yield {"record": "origin", "number": number, "documents": list(group)}
    for d in story.derivations:
        if d.relation is not Relation.INDEPENDENT:
            yield {
                "record": "derivation",
                "documents": list(d.documents),
                "relation": d.relation.value,
                "partial": d.partial,
                "unsigned": d.unsigned,
                "source": d.source,
                "evidence": list(d.evidence),
                "score": d.score,
            }
    for one in counted:
        groups = [list(group) for group in one.origins]
        yield {"record": "point", "kind": one.kind, "words": one.words, "origins": len(groups), "documents": groups}


def _show(ledger: Ledger, story: Story, counted: list[Counted]) -> None:
    from rich.text import Text

    from ..exports.citations import report_letter
    from ..exports.derivations import derivation_phrase, evidence_phrase, origins_phrase, spanning
    from ..exports.phrases import when_phrase
    from .views import EVIDENCE, cell, console, harmless, new_table, outlet_name, published

    out = console()
    letters = {document: report_letter(i) for i, document in enumerate(story.documents)}
    out.print(Text(harmless(story.title) or "Untitled", "bold underline"))
    counts = f"{_number(len(letters), 'report')}, {origins_phrase(story, map(ledger.document, story.documents))}"
    out.print(f"{counts}; {when_phrase(story.when)}")
    table = new_table("origin", "", "outlet", "published", "title", "id")
    for number, group in enumerate(story.origins, 1):
        for document in map(ledger.document, group):
            name = outlet_name(ledger, document.outlet) or document.site or document.source.rsplit("/", 1)[-1]
            row = (letters[document.id], harmless(name), published(document), cell(document.title), document.id)
            table.add_row(str(number) if document.id == group[0] else "", *row)
    out.print(table)
    table = new_table("who took from whom", "sure", "evidence")
    for d in spanning(story):
        table.add_row(derivation_phrase(d, letters), f"{d.score:.2f}", cell(evidence_phrase(d, letters), EVIDENCE))
    if table.row_count:
        out.print()
        out.print(table)
    table = new_table("origins", "told by", "kind", "words")
    for one in counted:
        told = " | ".join(" ".join(letters[d] for d in group) for group in one.origins)
        table.add_row(str(len(one.origins)), told, one.kind, cell(one.words))
    if table.row_count:
        out.print()
        out.print(table)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s'[: count != 1]}"
