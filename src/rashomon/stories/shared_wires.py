"""Derivations of a story -> the same, with reports that hold one agency's text known for that: what a pair alone does not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from ..records import Derivation, Relation
from .passages import Passage, are_one_text, common_passages
from .traces import Trace

MORE = 1.2  # times as many words as each has in common with an agency's report: then one took from the other
APART = timedelta(days=1)  # between two prints that credit one agency and have no words in common, and may yet be parts of one text


def share_wires(found: Sequence[Derivation], traces: Mapping[str, Trace]) -> Iterator[Derivation]:
    """Reports that print or retell an agency's report share it, whatever they have in common: one may have its beginning, the
    other its end. Copies of a text that is credited to an agency by one who prints it share that agency: many print a wire's
    text and do not say so. Those that credit one agency on one day share it."""
    carried = {document: set(trace.wires) for document, trace in traces.items()}
    taken: dict[str, set[str]] = {document: set() for document in traces}  # reports of agencies that it took from
    for derivation in found:
        one, other = derivation.documents
        for document, third in ((one, other), (other, one)):
            if derivation.relation is not Relation.INDEPENDENT and traces[third].own is not None:
                taken[document].add(third)
            if derivation.relation in {Relation.COPY, Relation.SHARED_WIRE} and not derivation.partial:
                carried[document] |= traces[third].wires
    for derivation in found:
        yield _shared(derivation, traces, carried, taken)


def _shared(
    derivation: Derivation, traces: Mapping[str, Trace], carried: Mapping[str, set[str]], taken: Mapping[str, set[str]]
) -> Derivation:
    one, other = derivation.documents
    left, right = traces[one], traces[other]
    if derivation.relation is Relation.SHARED_WIRE or credited(left, right):
        return derivation
    own = {left.own, right.own}
    printed = carried[one] & carried[other]
    printed = set() if printed & own else printed
    copied = derivation.relation is Relation.COPY
    behind = (traces[third] for third in taken[one] & taken[other] if traces[third].own not in own)
    if copied and printed:
        why = f"both hold a text that is credited to {', '.join(sorted(printed))} by one that prints it"
    elif agencies := {third.own or "" for third in behind if not copied or _stands_behind(third, left, right)}:
        why = f"both take from the report of {', '.join(sorted(agencies))}"
    elif (named := left.wires & right.wires) and printed and _of_one_day(left, right):
        why = f"both credit {', '.join(sorted(named))} on one day"
    else:
        return derivation
    relation = printed_relation(left, right, common_passages(left.wording, right.wording))
    return replace(derivation, relation=relation, source=None, evidence=(derivation.evidence[0], why))


def printed_relation(left: Trace, right: Trace, passages: Sequence[Passage]) -> Relation:
    """How two hang together that have their words from an agency: one text from end to end is a copy, whosever it is."""
    return Relation.COPY if are_one_text(left.wording, right.wording, passages) else Relation.SHARED_WIRE


def _stands_behind(third: Trace, left: Trace, right: Trace) -> bool:
    """Whether the two have no more words in common than each has with the third."""
    return _own_words(left, right) <= MORE * min(_own_words(third, left), _own_words(third, right))


def _own_words(left: Trace, right: Trace) -> int:
    return sum(passage.own for passage in common_passages(left.wording, right.wording))


def credited(left: Trace, right: Trace) -> bool:
    """Whether one names the other's outlet."""
    return any(name in right.credits for name in left.names) or any(name in left.credits for name in right.names)


def _of_one_day(left: Trace, right: Trace) -> bool:
    first, second = left.document.published, right.document.published
    if first is None or second is None or None in {first.earliest, first.latest, second.earliest, second.latest}:
        return False
    assert first.earliest and first.latest and second.earliest and second.latest
    return max(first.latest, second.latest) - min(first.earliest, second.earliest) <= APART
