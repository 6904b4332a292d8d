"""Telling x Telling -> a difference of numbers: one thing counted otherwise, and whether both counts can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from ..records import Difference, Span
from ..sentences.trees import span_of
from .acts import one_act
from .choices import FIT
from .dated import is_day
from .deeds import Deed, Fit, fit, places_fit, times_fit
from .figures import Figure, compatible
from .frames import LIGHT, verb_above
from .kinds import is_some, same_unit, same_word
from .measures import commensurable, in_unit_of
from .referents import SIGNS, of_one_thing, one_fate, other_fates, other_owners, other_things, same_owner, share_fate
from .tellings import Telling, of_one_time, of_one_week
from .twins import make

MODIFIERS = 2  # describing words that two phrases have in common
FAR = 2.0  # figures further apart than this factor, on another verb, are counts of other things
WIDE = 5.0  # figures further apart than this factor, on the same verb, are counts of two things
NEAR = 1.6  # figures within this factor, the only ones of their unit in two sentences of one point, count one thing
WHOLE = 100.0  # per cent: a chance of one third to lose is one of two thirds to win
SURE, LIKELY = 0.8, 0.7  # scores of counts that cannot both hold, and of others
LONG = 5  # digits and point of figures that are the same but for a slip
_BEFALLING = set("die perish remain stay suffer lose drown starve disappear live fall be have receive survive".split())
_SCORES = set("point goal run yard rebound touchdown assist game set".split())  # many have them, and of each half
_TOTAL = re.compile(r"\b(?:total of|altogether|in all|combined|overall|other|another|remaining|additional)\W+$", re.IGNORECASE)
_ORDER = {"first", "last", "next", "final", "previous", "past"}  # "his first 17 passes" are some of them
_OTHERS = {"other", "more", "additional", "further", "another", "remain", "remaining"}


def number_difference(left: Telling, right: Telling) -> Difference | None:
    """The two figures of one unit of count that are nearest to one another and yet not the same."""
    rivals = _all_rivals(left, right)
    return _told(*_nearest(rivals), left, right) if rivals else None


def toll_difference(left: Telling, right: Telling) -> Difference | None:
    """The same of those whom one thing befell, where the two figures that are nearest are of others: a toll has its dead and its
    wounded."""
    if min(len(left.figures), len(right.figures)) < 2 or not (rivals := _all_rivals(left, right)):
        return None
    nearest = _nearest(rivals)
    others = [(a, b) for a, b in rivals if a is not nearest[0] and b is not nearest[1] and share_fate(a, left, b, right)]
    return _told(*_nearest(others), left, right) if others else None


def _all_rivals(left: Telling, right: Telling) -> list[tuple[Figure, Figure]]:
    return [(a, b) for a in left.figures for b in right.figures if _rivals(a, b, left, right)]


def _nearest(rivals: Sequence[tuple[Figure, Figure]]) -> tuple[Figure, Figure]:
    return min(
        rivals, key=lambda pair: (not _misprint(*pair), pair[0].verb != pair[1].verb, pair[0].unit != pair[1].unit, _factor(*pair))
    )


def _told(a: Figure, b: Figure, left: Telling, right: Telling) -> Difference | None:
    fits = compatible(a, b)
    exact = {a.bound, b.bound} <= {"=", "~"} or {a.bound, b.bound} == {"=", "<="}
    hard = not fits and exact and _one_count(a, left, b, right) and of_one_week(left, right)
    reason = _reason(a, b, fits, hard)
    return make("number", left, a.span, right, b.span, reason, SURE if hard else LIKELY, hard, "figures of one unit")


def plural_difference(left: Telling, right: Telling) -> Difference | None:
    """One thing here, several there ("a new transit treaty" / "new transit treaties"): phrases with MODIFIERS describing words in
    common, or one and the act that they have part in, and no figure."""
    for a, b in product(_things(left), _things(right)):
        least = 1 if a.verb not in LIGHT and one_act(a.verb, b.verb) else MODIFIERS
        if a.head == b.head and a.several != b.several and len(a.words & b.words) >= least:
            reason = f"{a.head}: {'several' if a.several else 'one'} / {'several' if b.several else 'one'}"
            return make("number", left, a.span, right, b.span, reason, 0.45, rule="one or several")
    return None


@dataclass(frozen=True, slots=True)
class _Thing:
    """A noun without a figure: lemma, whether it stands in the plural, the words that describe it, the verb it hangs on."""

    head: str
    several: bool
    words: frozenset[str]
    verb: str
    span: Span


def _things(telling: Telling) -> list[_Thing]:
    sentence, out = telling.unit.sentence, []
    tokens = sentence.tokens
    for first, last, root in sentence.chunks:
        if tokens[root].tag in {"NN", "NNS"} and not any(t.pos == "NUM" for t in tokens[first:last]):
            words = frozenset(tokens[k].lemma.lower() for k in tokens[root].children if tokens[k].dep in {"amod", "compound"})
            verb = verb_above(sentence, root)
            lemma = tokens[verb].lemma.lower() if verb is not None else ""
            span = span_of(sentence, first, last - 1)
            out.append(_Thing(tokens[root].lemma.lower(), tokens[root].tag == "NNS", words, lemma, span))
    return out


def _rivals(a: Figure, b: Figure, left: Telling, right: Telling) -> bool:
    """One unit of count, not the same figure, and neither report has the other's figure too; a count of another week may be of
    what happened since, unless both sentences tell one act of one time, or a measure, which does not grow."""
    if not same_unit(a.unit, b.unit) or _same_figure(a, b) or (a.unit == "%" and a.value + b.value == WHOLE):
        return False
    act = one_act(a.verb, b.verb)
    if not (of_one_week(left, right) or commensurable(a.unit, b.unit) or (act and of_one_time(left, right, a.verb, b.verb))):
        return False
    if any(_same_figure(f, b) for f in left.figures) or any(_same_figure(f, a) for f in right.figures):
        return False
    if a.value != b.value and (f"{a.value:.15g}" in right.unit.numbers or f"{b.value:.15g}" in left.unit.numbers):
        return False
    if other_fates(a, left, b, right) or other_things(a, left, b, right) or other_owners(a, left, b, right):
        return False
    if act and a.verb and (same_word(a.unit, b.unit) or share_fate(a, left, b, right)):
        return True
    return _factor(a, b) <= FAR


def _same_figure(a: Figure, b: Figure) -> bool:
    return a.value == b.value and a.bound == b.bound and same_unit(a.unit, b.unit)


def _one_count(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether two figures must count one thing: both whole, of one unit on one act; or near."""
    if a.unit in _SCORES and not same_owner(a, left, b, right):
        return False
    if _misprint(a, b):
        return True
    if _of_others(a, left) or _of_others(b, right) or _of_two_acts(a, left, b, right) or not of_one_thing(a, left, b, right):
        return False
    if _is_some(a, b) or _is_some(b, a):
        return False
    ours, theirs = ({f.value for f in t.figures if same_unit(f.unit, a.unit)} for t in (left, right))
    if ours & theirs:
        return False  # what both have is the count in common
    if a.unit == b.unit and a.verb and a.verb not in LIGHT and one_act(a.verb, b.verb):
        return _factor(a, b) <= WIDE
    alone = all(sum(same_unit(f.unit, a.unit) for f in t.figures) == 1 for t in (left, right))
    if not one_fate(a, left, b, right) or _factor(a, b) > NEAR or (a.unit in SIGNS and not alone):
        return False
    return not _apart(left, right) and not (_acting(a, left) and _acting(b, right))


def _is_some(part: Figure, whole: Figure) -> bool:
    """Whether the one may be among the other: two women of three people."""
    return part.value <= whole.value and is_some(part.unit, whole.unit)


def _misprint(a: Figure, b: Figure) -> bool:
    """Whether two long figures have one digit that differs: $5,687.75 and $5,587.75 are hardly sums of two things."""
    one, other = f"{a.value:.10g}", f"{b.value:.10g}"
    exact = all(len(digits.rstrip("0")) >= LONG for digits in (one, other))
    return a.unit == b.unit and len(one) == len(other) and exact and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def _acting(figure: Figure, telling: Telling) -> bool:
    """Whether the counted do something themselves ("three ministers flew"), which others may not have done with them."""
    return any(d.agent and d.verb not in _BEFALLING and d.agent.span.overlaps(figure.span) for d in telling.deeds)


def _of_two_acts(a: Figure, left: Telling, b: Figure, right: Telling) -> bool:
    """Whether who acts, when, where, or what is counted ("people in the north", "people in the south") tells that the figures
    hang on two acts, or that one is of what is done and one of what is to come."""
    if not one_act(a.verb, b.verb):
        return False
    ours, theirs = ([d for d in t.deeds if d.verb.split()[0] == f.verb] for t, f in ((left, a), (right, b)))
    return bool(ours and theirs) and not any(_can_be_one(d, a, e, b) for d in ours for e in theirs)


def _can_be_one(one: Deed, a: Figure, other: Deed, b: Figure) -> bool:
    if one.done is not other.done or places_fit(one.places, other.places) is Fit.APART or _other_periods(one, other):
        return False
    for mine, yours in ((one.agent, other.agent), (one.patient, other.patient), (one.target, other.target)):
        if mine is None or yours is None:
            continue
        counted = mine.span.overlaps(a.span) or yours.span.overlaps(b.span)
        named = bool(mine.names and yours.names) and not (mine.names & yours.names or mine.actors & yours.actors)
        if named if counted else fit(mine, yours) is Fit.APART:
            return False
    return True


def _other_periods(one: Deed, other: Deed) -> bool:
    """A half year holds more than a quarter. Days that differ are another difference of one act, and a day is but more exact than
    its month."""
    if not (one.times and other.times) or any(t.when.value == u.when.value for t in one.times for u in other.times):
        return False
    days = _in_days(one) + _in_days(other)
    return days < 2 and (days == 0 or times_fit(one.times, other.times) is Fit.APART)


def _in_days(deed: Deed) -> bool:
    return any(is_day(t.when) for t in deed.times)


def _apart(left: Telling, right: Telling) -> bool:
    """Whether each sentence names a place after "in", "near" or "at", and none the other's: dead in one town, bodies in another."""
    one, other = _places(left), _places(right)
    return bool(one and other and not one & other)


def _places(telling: Telling) -> set[str]:
    tokens = telling.unit.sentence.tokens
    return {
        t.lemma for t in tokens if t.entity in {"GPE", "LOC"} and t.dep == "pobj" and tokens[t.head].lemma in {"in", "near", "at"}
    }


def _factor(a: Figure, b: Figure) -> float:
    low, high = sorted((abs(in_unit_of(a.value, a.unit, b.unit)), abs(b.value)))
    return high / low if low else float("inf")


def _of_others(figure: Figure, telling: Telling) -> bool:
    """ "22 other defendants", "the other 22" count what is left of another count, "a total of 45 years" counts several;
    "the 12-nation pact" is named for it."""
    before = telling.reading.document.text[telling.unit.sentence.span.start : figure.span.start]
    if _TOTAL.search(before) or telling.reading.document.text[figure.span.end :].lstrip().startswith("-"):
        return True
    tokens = telling.unit.sentence.tokens
    after = [t for t in tokens if t.span.start >= figure.span.end][:2]
    first = any(t.span.end <= figure.span.start < t.span.end + 2 and t.lemma.lower() in _ORDER for t in tokens)
    return first or any(t.lemma.lower() in _OTHERS for t in after)


def _reason(a: Figure, b: Figure, fits: bool, hard: bool) -> str:
    unit = a.unit if a.unit == b.unit else f"{a.unit}, {b.unit}"
    said = f"{_written(a)} and {_written(b)} ({unit})"
    if hard and not one_act(a.verb, b.verb):
        return f"{said}: both exact, of one unit in one point, though on other verbs"
    if hard:
        return f"{said}: the same count, and both cannot hold"
    return f"{said}: the figures {FIT}" if fits else f"{said}: counted otherwise, perhaps not the same count"


def _written(figure: Figure) -> str:
    bound = {"=": "", ">=": "at least ", "<=": "at most ", "~": "about "}[figure.bound]
    return bound + f"{figure.value:,.2f}".rstrip("0").rstrip(".")
