"""KeptStep -> Evidence: the sentence that a line opens, with its span, its document, and according to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..records import Attribution, Header, KeptStep, Span
from ..tables import Tables
from ..timelines.tellings import is_dated
from .addresses import safe_address
from .phrases import day_phrase, when_phrase

SPEAKER = {"we", "i", "us", "our", "he", "she", "it", "they"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """`before` + `exact` + `after` are the sentence; `span` and `sha256` find `exact` in the kept text. `according`: who says
    so, the outermost first, empty for the outlet's own voice."""

    step: str
    document: str
    sha256: str
    span: Span
    before: str
    exact: str
    after: str
    outlet: str
    title: str
    address: str | None
    published: str
    according: tuple[str, ...]
    rule: str
    score: float
    corrected: str


def evidence(kept: KeptStep, tables: Tables) -> Evidence:
    """What stands behind one step. A span that runs beyond the sentence is cut at its end."""
    step, header, around = kept.step, kept.header, kept.around
    first = min(max(step.span.start, around.start), around.end)
    last = max(first, min(step.span.end, around.end))
    words = kept.words
    said = kept.corrections[-1] if kept.corrections else None
    return Evidence(
        step=step.id,
        document=header.document,
        sha256=header.sha256,
        span=Span(first, last),
        before=words[: first - around.start],
        exact=words[first - around.start : last - around.start],
        after=words[last - around.start :],
        outlet=outlet_of(kept, tables),
        title=header.title,
        address=safe_address(header.address),
        published=when_phrase(header.published) if is_dated(header) else undated(header),
        according=according_to(kept, tables),
        rule=step.rule,
        score=step.score,
        corrected=f"{said.field} corrected by {said.who}: {said.why}" if said is not None else "",
    )


def undated(header: Header) -> str:
    """What is told of a report without a date instead of one."""
    return f"undated; read on {day_phrase(header.read_at.date())}"


def outlet_of(kept: KeptStep, tables: Tables) -> str:
    """The outlet's name, else that which the report gives itself, else the host of the address, else the name of the file."""
    header = kept.header
    if header.outlet is not None:
        return tables.name(header.outlet)
    if header.site:
        return header.site
    try:
        host = urlsplit(header.address or "").hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or header.source.rsplit("/", 1)[-1] or "outlet unknown"


def according_to(kept: KeptStep, tables: Tables) -> tuple[str, ...]:
    """The holders of the chain with how they say it: "NATO (believe)"; pronouns of the speaker go by whom he is."""
    names: list[str] = []
    for attribution, cited in zip(kept.chain, kept.cited, strict=True):
        named = _holders(attribution, tables)
        words = " ".join(cited.split())
        if not named and words.casefold() in SPEAKER and names:
            continue
        who = named or words or "unnamed"
        names.append(f"{who} ({'not ' if attribution.negated else ''}{attribution.force.value})")
    return tuple(names)


def _holders(attribution: Attribution, tables: Tables) -> str:
    return ", ".join(dict.fromkeys(tables.name(a) for p in attribution.holders for a in p.actors))


def evidence_json(one: Evidence) -> dict[str, Any]:
    """The evidence as an object: W3C selectors (position and quote), document, according to whom, rule and score."""
    return {
        "step": one.step,
        "document": one.document,
        "sha256": one.sha256,
        "start": one.span.start,
        "end": one.span.end,
        "exact": one.exact,
        "sentence": one.before + one.exact + one.after,
        "outlet": one.outlet,
        "title": one.title,
        "address": one.address,
        "published": one.published,
        "according_to": list(one.according),
        "rule": one.rule,
        "score": one.score,
        "corrected": one.corrected,
    }
