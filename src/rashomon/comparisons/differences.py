"""Aligned units -> Difference: where the reports do not tell one point alike, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..records import Difference, Reading, Variant
from .figures import Figure, compatible, find_figures
from .units import Unit

Told = tuple[Unit, Figure]


def find_differences(units: Sequence[Unit], readings: Sequence[Reading], group: Sequence[int]) -> tuple[Difference, ...]:
    """The differences of one point, at most one a slot and pair of reports."""
    return tuple(_numbers(units, readings, group))


def _numbers(units: Sequence[Unit], readings: Sequence[Reading], group: Sequence[int]) -> Iterator[Difference]:
    figures: dict[int, list[Told]] = {}
    for i in group:
        unit = units[i]
        found = find_figures(unit.sentence, readings[unit.report].document.text)
        figures.setdefault(unit.report, []).extend((unit, f) for f in found)
    done: set[frozenset[str]] = set()
    for first, second in combinations(sorted(figures), 2):
        for (unit, left), (other, right) in _rivals(figures[first], figures[second]):
            key = frozenset((str(left.value), str(right.value), left.unit))
            if key in done:
                continue
            done.add(key)
            fits = compatible(left, right)
            hard = not fits and left.verb == right.verb != "" and left.unit == right.unit
            yield Difference(
                slot="number",
                hard=hard,
                variants=(_variant(readings, unit, left), _variant(readings, other, right)),
                reason=_reason(left, right, fits, hard),
                rule="figures",
                score=0.8 if hard else 0.5,
            )


def _rivals(left: Sequence[Told], right: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Figures of one unit of count that differ, where neither report also has the other's figure."""
    for a in left:
        for b in right:
            if not _same_unit(a[1].unit, b[1].unit) or (a[1].value, a[1].bound) == (b[1].value, b[1].bound):
                continue
            if any(f.value == b[1].value and _same_unit(f.unit, b[1].unit) for _, f in left):
                continue
            if any(f.value == a[1].value and _same_unit(f.unit, a[1].unit) for _, f in right):
                continue
            yield a, b


def _same_unit(left: str, right: str) -> bool:
    """ "girl" and "schoolgirl" are one unit."""
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) > 3 and long.endswith(short))


def _variant(readings: Sequence[Reading], unit: Unit, figure: Figure) -> Variant:
    document = readings[unit.report].document
    return Variant(document.id, figure.span, figure.span.of(document.text))


def _reason(left: Figure, right: Figure, fits: bool, hard: bool) -> str:
    said = f"{left.bound}{left.value:g} and {right.bound}{right.value:g} {left.unit}"
    if hard:
        return f"{said}: both cannot be the count of what is {left.verb}"
    return f"{said}: the bounds fit together" if fits else f"{said}: perhaps not the same count"
