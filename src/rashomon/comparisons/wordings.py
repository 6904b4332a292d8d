"""Units -> Wording: what one thing is called in each report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..records import Span, Variant, Wording
from .borrowings import find_borrowings, foreign_spans, is_term, variant_of
from .contested_uses import Use, find_names, uses_in
from .likeness import Array, Encode, Measures
from .naming_traits import Traits, traits_of
from .namings import Naming, find_namings
from .rivals import LEAST, chances, find_pairs
from .shelves import Shelf
from .units import Unit

ROWS = 8  # rows of contested names and of rivals of one comparison
FIRST = 3  # names of a row of which the plainest heads it: of two both may take a view
OF_REPORT = 2  # namings of one report in a row of rivals
Likeness = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least chance: `shown`, of two names that make a row; `joined`, of a further one with one of the row."""

    shown: float
    joined: float


BOUNDS = Bounds(0.05, 0.004)  # chosen on the stories learnt from, each rated by a model of others
MIXED = 10.0  # times `joined`: of a verb with a row that begins with none, or the other way round
FAR = 0.025  # of the chance of the two that came first, below which none joins them


@dataclass(slots=True)
class Row:
    """Names of one thing, by their numbers, and the chance of the two that came first."""

    chance: float
    names: list[int]


@dataclass(frozen=True, slots=True)
class Names:
    """What a report calls by the same words is one name: `of_naming` has the number of the name of each naming; `reports`,
    `firsts` and `kinds` the report, the first naming and the part of speech of each name."""

    of_naming: Any
    reports: list[int]
    firsts: list[int]
    kinds: list[str]


Held = tuple[list[Naming], Any, Traits]


def held(
    units: Sequence[Unit],
    shelves: Sequence[Shelf],
    uses: Sequence[Use],
    likeness: Likeness,
    measures: Measures,
    encode: Encode,
) -> Held | None:
    """The namings in sentences that are alike, the pairs of them that are held against one another (find_pairs), and what is
    known of them (`uses`: uses_in); None where there is no pair."""
    told = sorted({i for (i, j), p in likeness.items() for i in (i, j) if p >= LEAST})
    namings = [naming for i in told for naming in find_namings(i, units[i], shelves[units[i].report])]
    pairs = find_pairs(namings, units, likeness)
    if not len(pairs):
        return None
    clauses = [_clause(naming, units, measures) for naming in namings]
    of_unit: dict[int, list[Use]] = {}
    for use in uses:
        of_unit.setdefault(use.unit, []).append(use)
    concepts = [frozenset((u.concept, u.group) for u in of_unit.get(n.unit, ()) if u.span.overlaps(n.span)) for n in namings]
    return namings, pairs, traits_of(namings, units, clauses, concepts, encode)


def find_wordings(
    units: Sequence[Unit],
    shelves: Sequence[Shelf],
    likeness: Likeness,
    measures: Measures,
    encode: Encode,
    only: Set[int] | None = None,
) -> tuple[Wording, ...]:
    """Rows of contested names, of phrases that one report quotes and another takes over, and of what the words and their
    surroundings make rival names of one thing; the likeliest first. `likeness` is that of pairs of units, `shelves[r]` that of
    report r; `only` these reports, by number, or all."""
    reports = set(range(len(shelves))) if only is None else only
    readings = [shelf.reading for shelf in shelves]
    uses = uses_in(units, shelves, reports)
    likeness = {(i, j): p for (i, j), p in likeness.items() if units[i].report in reports and units[j].report in reports}
    names = list(find_names(uses, units, readings))
    taken = [v for row in names for v in row.variants]
    found = held(units, shelves, uses, likeness, measures, encode)
    rivals = _rivals(found, units, shelves, likeness) if found is not None else ()
    fresh = [row for row in rivals if not any(_is_most(term, v) for term in taken for v in row.variants)]
    rows = [*find_borrowings([u for u in units if u.report in reports], shelves), *[*names, *fresh][:ROWS]]
    return tuple(sorted(_told_once(rows), key=lambda w: -w.score))


def _is_most(term: Variant, name: Variant) -> bool:
    """Whether a contested term is half of a name and more: the row of the term has it then. "Illegal" is not most of "illegal
    restrictions"."""
    return term.document == name.document and term.span.overlaps(name.span) and 2 * len(term.span) >= len(name.span)


def _told_once(rows: Sequence[Wording]) -> Iterator[Wording]:
    """The rows without those of which every word stands in another that has more of them: one word may be of two concepts."""
    places = [{(v.document, v.span) for v in row.variants} for row in rows]
    for number, row in enumerate(rows):
        if not any(places[number] < other or (places[number] == other and n < number) for n, other in enumerate(places)):
            yield row


def _rivals(found: Held, units: Sequence[Unit], shelves: Sequence[Shelf], likeness: Likeness) -> Iterator[Wording]:
    namings, pairs, traits = found
    names = names_of(namings, units)
    for row in joined(names.of_naming[pairs], chances(traits, pairs, likeness), names):
        own = [names.firsts[n] for n in row.names]
        # what joined late may be of another thing
        plain = min(own[:FIRST], key=lambda n: (max(traits.of_head[n], traits.beside[n]), n))
        places = sorted((units[namings[n].unit].report, first_use(namings[n], units, shelves)) for n in own)
        variants = tuple(variant_of(shelves[report].reading, span) for report, span in places)
        if _differ(variants):
            yield Wording(namings[plain].title, variants, "rival words", round(row.chance, 3))


def _differ(variants: Sequence[Variant]) -> bool:
    """Whether not all reports use the same words."""
    said: dict[str, set[str]] = {}
    for variant in variants:
        said.setdefault(variant.document, set()).add(variant.text.lower())
    return len(set(map(frozenset, said.values()))) > 1


def names_of(namings: Sequence[Naming], units: Sequence[Unit]) -> Names:
    """The names of the namings, those of one report that differ in capitals or blanks alone being one."""
    numbers: dict[tuple[int, str], int] = {}
    firsts: list[int] = []
    of_naming = np.zeros(len(namings), dtype=np.int64)
    for k, naming in enumerate(namings):
        words = " ".join(naming.text.lower().split())
        of_naming[k] = number = numbers.setdefault((units[naming.unit].report, words), len(numbers))
        if number == len(firsts):
            firsts.append(k)
    return Names(of_naming, [report for report, _ in numbers], firsts, [namings[k].kind for k in firsts])


def first_use(naming: Naming, units: Sequence[Unit], shelves: Sequence[Shelf]) -> Span:
    """Where its report first has the words outside a speech: there a reader meets them, wherever the sentence stands that is like
    another's. Those that are only spoken stay where they are."""
    report = units[naming.unit].report
    words = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, naming.text.split())) + r"(?!\w)", re.IGNORECASE)
    text = shelves[report].reading.document.text
    for unit in units:
        if unit.report == report and (found := list(words.finditer(text, unit.sentence.span.start, unit.sentence.span.end))):
            foreign = [f for f in foreign_spans(unit.sentence, shelves[report]) if not is_term(f, text)]
            for span in (Span(*m.span()) for m in found):
                if not any(f.overlaps(span) for f in foreign):
                    return span
    return naming.span


def joined(pairs: Any, chance: Array, names: Names, bounds: Bounds = BOUNDS) -> list[Row]:
    """The likeliest pairs of names as rows, each with what is likely beside one of its names; no name in two rows or twice in
    one."""
    rows: list[Row] = []
    home: dict[int, Row] = {}
    for k in np.argsort(-chance, kind="stable"):
        value = float(chance[k])
        if value < bounds.joined:
            break
        one, other = int(pairs[k, 0]), int(pairs[k, 1])
        if one not in home and other not in home:
            if value >= bounds.shown and len(rows) < ROWS:
                rows.append(Row(value, [one, other]))
                home[one] = home[other] = rows[-1]
        elif one not in home or other not in home:
            row, fresh = (home[one], other) if one in home else (home[other], one)
            if _fits(fresh, value, row, names, bounds):
                row.names.append(fresh)
                home[fresh] = row
    return [part for row in rows for part in _by_kind(row, names)]


def _by_kind(row: Row, names: Names) -> list[Row]:
    """Verbs and the other names of a row as rows of their own, where two reports and more have of both."""
    verbs = [n for n in row.names if names.kinds[n] == "V"]
    others = [n for n in row.names if names.kinds[n] != "V"]
    if all(len({names.reports[n] for n in own}) > 1 for own in (verbs, others)):
        return [Row(row.chance, own) for own in (verbs, others)]
    return [row]


def _fits(fresh: int, value: float, row: Row, names: Names, bounds: Bounds) -> bool:
    """Whether a name that has the chance `value` with one of the row belongs there."""
    if value < FAR * row.chance or sum(names.reports[n] == names.reports[fresh] for n in row.names) >= OF_REPORT:
        return False
    return value >= bounds.joined * MIXED or names.kinds[fresh] in {names.kinds[n] for n in row.names[:2]}


def _clause(naming: Naming, units: Sequence[Unit], measures: Measures) -> Array:
    """The vector of the clause in which it stands, without what the story shares."""
    first, _ = measures.owner[naming.unit]
    for k, clause in enumerate(units[naming.unit].clauses):
        if clause.start <= naming.span.start < clause.end:
            return np.asarray(measures.clauses_apart[first + k])
    return np.asarray(measures.apart[naming.unit])
