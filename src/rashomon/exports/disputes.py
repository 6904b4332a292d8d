"""Points of a row -> in what its reports differ: the words of each, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..comparisons.chances import ASKED
from ..comparisons.unlike import WHOLE_SENTENCES as WHOLE
from ..records import Difference, Point, Reading, Variant
from ..tables import Tables
from .cells import SLOTS, Choice, Dispute, origin, plain_words
from .citations import Citation, Citations, in_order
from .drafts import ASIDE
from .phrases import reason_phrase
from .voices import PRONOUNS

HOLD = ": the same count, and both cannot hold"  # the label says so


def find_disputes(
    points: Sequence[Point], by_id: Mapping[str, Reading], citations: Citations, tables: Tables
) -> tuple[Dispute, ...]:
    """What cannot both hold first; who says it after what it is; the surest of each first. Those that read alike are one."""
    found = [(d, p) for p in points for d in p.differences if d.slot != "attribution" or _names_all(d)]
    alike: dict[tuple[str, str, bool, bool], list[tuple[Difference, Point]]] = {}
    for d, point in sorted(found, key=lambda f: (not f[0].hard, f[0].slot == "attribution", f[0].rule == WHOLE, -f[0].score)):
        alike.setdefault((d.slot, _reason(d, tables), d.hard, d.rule == WHOLE), []).append((d, point))
    return tuple(_dispute(group, by_id, citations, tables) for group in alike.values())


def _dispute(
    group: Sequence[tuple[Difference, Point]], by_id: Mapping[str, Reading], citations: Citations, tables: Tables
) -> Dispute:
    difference, point = group[0]
    rule = origin(difference.rule, difference.score)
    choices = tuple(_choices([v for d, _ in group for v in d.variants], by_id, citations, rule))
    cited = [c for choice in choices for c in choice.citations]
    own = citations.letters[point.gist.document]
    return Dispute(
        label="Seems told otherwise" if difference.rule == WHOLE else SLOTS.get(difference.slot, difference.slot),
        reason=_reason(difference, tables),
        hard=difference.hard,
        slot=difference.slot,
        whole=difference.rule == WHOLE,
        score=difference.score,
        choices=choices,
        # The sentence that tells what it is about: one that holds the words, of the report that has the plainest.
        about=next((c for c in cited if c.letter == own), cited[0]) if cited else None,
    )


def _choices(variants: Sequence[Variant], by_id: Mapping[str, Reading], citations: Citations, rule: str) -> Iterator[Choice]:
    """What differs, each wording once with all who have it, in the order of the reason; the words of a headline only where the
    report has no other."""
    below = {v.document for v in variants if not _is_aside(v, by_id)}
    shown = [v for v in variants if v.document not in below or not _is_aside(v, by_id)]
    kept: dict[str, dict[str, Citation]] = {}
    for v in shown:
        one = citations.cite(v.document, v.span, rule)
        kept.setdefault(plain_words(v.text), {}).setdefault(one.letter, one)
    for own in kept.values():
        cited = tuple(own[letter] for letter in sorted(own, key=in_order))
        yield Choice(" ".join(cited[0].exact.split()), cited)


def _is_aside(variant: Variant, by_id: Mapping[str, Reading]) -> bool:
    return by_id[variant.document].document.zone_at(variant.span.start) in ASIDE


def _names_all(difference: Difference) -> bool:
    """Whether each of the holders is more than a pronoun or a scrap of a word."""
    return all(not {w.lower() for w in v.text.split()[:1]} & PRONOUNS and len(v.text) > 2 for v in difference.variants)


def _reason(difference: Difference, tables: Tables) -> str:
    """In words, without what the label says already; of whole sentences the slot is but a guess."""
    if difference.rule == WHOLE:
        return f"perhaps {SLOTS.get(difference.slot, difference.slot).lower()}"
    reason = reason_phrase(difference.reason, tables.name)
    for label in (SLOTS.get(difference.slot, difference.slot).lower(), ASKED.get(difference.slot, "")):
        reason = reason.removeprefix(f"{label}: ")
    if difference.slot == "attribution":
        return reason.removeprefix("on the word of ")
    return reason.removesuffix(HOLD) if difference.hard else reason
