"""Labelled differences of a story, in the words of its units."""

from itertools import combinations


def noted_in(fold):
    """{pair of units: [(slot, whether hard, span in the text of the one, in that of the other)]} of an alignment_weights.Fold."""
    order = {reading.document.id: number for number, reading in enumerate(fold.readings)}
    out = {}
    for point in fold.row["points"]:
        for difference in point.get("difference") or ():
            spans = {d: tuple(v["span"]) for d, v in difference["values"].items() if v.get("span")}
            for one, other in combinations(sorted(spans, key=order.__getitem__), 2):
                if _words(fold, order[one], spans[one]) == _words(fold, order[other], spans[other]):
                    continue
                left, right = (_found(fold, order[d], spans[d]) for d in (one, other))
                if left and right:
                    pair, noted = (left[0], right[0]), (difference["slot"], bool(difference.get("hard")), left[1], right[1])
                    out.setdefault(pair, []).append(noted)
    return out


def _words(fold, report, span):
    return fold.readings[report].document.text[slice(*span)].lower().split()


def _found(fold, report, span):
    """The first unit of the report that the span touches, and the span in the unit's text."""
    text = fold.readings[report].document.text
    for number, unit in enumerate(fold.units):
        start, end = max(span[0], unit.sentence.span.start), min(span[1], unit.sentence.span.end)
        words = " ".join(text[start:end].split())
        if unit.report != report or not words:
            continue
        before = " ".join(text[unit.sentence.span.start : start].split())
        at = unit.text.find(words, max(0, len(before) - 2))
        if at >= 0:
            return number, (at, at + len(words))
    return None
