"""Labelled differences of a story, in the words of its units."""

from itertools import combinations

from rashomon.records import Span


def noted_in(fold):
    """{pair of units: [(slot, whether hard)]} of an alignment_weights.Fold."""
    order = {reading.document.id: number for number, reading in enumerate(fold.readings)}
    out = {}
    for point in fold.row["points"]:
        for difference in point.get("difference") or ():
            spans = {d: tuple(v["span"]) for d, v in difference["values"].items() if v.get("span")}
            for one, other in combinations(sorted(spans, key=order.__getitem__), 2):
                if _words(fold, order[one], spans[one]) == _words(fold, order[other], spans[other]):
                    continue
                pair = tuple(_unit_at(fold, order[d], spans[d]) for d in (one, other))
                if None not in pair:
                    out.setdefault(pair, []).append((difference["slot"], bool(difference.get("hard"))))
    return out


def _words(fold, report, span):
    return fold.readings[report].document.text[slice(*span)].lower().split()


def _unit_at(fold, report, span):
    """The first unit of the report that the span touches."""
    touched = (n for n, unit in enumerate(fold.units) if unit.report == report and unit.sentence.span.overlaps(Span(*span)))
    return next(touched, None)
