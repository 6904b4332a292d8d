"""Trace x Trace -> who took from whom, and why: by credit, place of publication, marks of quotation, time, damage, extent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ..records import When
from .passages import Passage
from .traces import Trace

LIFTED = 20  # words that one text quotes and the other says in its own voice
EXCERPT = 0.6  # of the longer text's words: a text below that, which stands in it whole, is an excerpt of it
WHOLE = 0.9  # of a text's words that stand in the other if it does so whole


def find_direction(left: Trace, right: Trace, passages: Sequence[Passage]) -> tuple[str | None, tuple[str, ...]]:
    """Id of the document taken from, and the evidence; (None, why not) where nothing tells. The first kind of evidence that
    speaks for one side alone decides."""
    there = list(_evidence(left, right, passages, mirrored=False))
    back = list(_evidence(right, left, passages, mirrored=True))
    for forth_said, back_said in zip(there, back, strict=True):
        if bool(forth_said) != bool(back_said):
            source, said = (left, forth_said) if forth_said else (right, back_said)
            return source.document.id, (said,)
    return None, ("direction undecided: no credit, no sign in the texts, and the dates do not part them",)


def _evidence(source: Trace, taker: Trace, passages: Sequence[Passage], mirrored: bool) -> Iterator[str]:
    """What speaks for `source` as the one taken from, the strongest first; "" where it does not speak. The words name both as "the
    source" and "the other", for whoever shows them to put in names."""
    yield "the source is a press release" if source.released and not taker.released else ""
    agency = source.own is not None and taker.own is None
    yield f"the source is the agency's own print ({_name(source)}), and the other holds its text" if agency else ""
    yield _credit(source, taker)
    yield "the other is a place where what others wrote is put up" if taker.republished and not source.republished else ""
    lifted = sum(p.lifted_right if not mirrored else p.lifted_left for p in passages)
    yield f"the other quotes {lifted} words of what the source says in its own voice" if lifted >= LIFTED else ""
    yield "the source was published earlier" if _earlier(source, taker) else ""
    reworded = "reworded" in taker.damage and "reworded" not in source.damage
    yield "the other is a text reworded" if reworded else ""
    damage = ", ".join(taker.damage)
    yield f"only the other is damaged as copies are: {damage}" if taker.damage and not source.damage else ""
    yield _excerpt(source, taker, passages)


def _name(trace: Trace) -> str:
    """The agency as its page or its house calls it."""
    return (trace.document.site or "").strip() or (trace.document.outlet or "").removeprefix("outlet:") or trace.own or ""


def _credit(source: Trace, taker: Trace) -> str:
    site = (source.document.site or "").strip()
    if len(site) > 3 and site != taker.document.site and any(hop.name == site for hop in taker.document.hops):
        return f"the other credits {site}"
    if set(source.names) & set(taker.names):
        return ""
    return next((f"the other names {name}" for name in source.names if name in taker.credits), "")


def _earlier(source: Trace, taker: Trace) -> bool:
    first, second = source.document.published, taker.document.published
    if first is None or second is None:
        return False
    hour, other = _moment(first), _moment(second)
    # Hours are compared where both or neither have a zone: 10:00+02:00 is before 09:00+00:00.
    if hour is not None and other is not None and (hour.tzinfo is None) == (other.tzinfo is None):
        return hour < other
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def _moment(when: When) -> datetime | None:
    """The hour, where it is told: "2024-05-06T08:00+02:00", not "2024-05-06" or "2024-05-06TMO"."""
    try:
        return datetime.fromisoformat(when.value) if "T" in when.value else None
    except ValueError:
        return None


def _excerpt(source: Trace, taker: Trace, passages: Sequence[Passage]) -> str:
    few, many = len(taker.wording.words), len(source.wording.words)
    common = sum(p.length for p in passages)
    if few and few < EXCERPT * many and common >= WHOLE * few:
        return f"the other stands in the source nearly whole and is {few / many:.0%} as long"
    return ""
