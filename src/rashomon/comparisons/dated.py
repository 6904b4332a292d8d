"""Sentence -> the times that its acts have; whether two times can be one."""

from __future__ import annotations

from datetime import date

from ..records import Precision, Sentence, Timex, TimexType, When
from ..sentences.trees import ancestors, conjuncts, token_at
from .shelves import Shelf

_BOUNDS = {"by", "until", "till", "before", "after", "between", "through", "within", "ahead"}
CALENDAR = {TimexType.DATE, TimexType.TIME}
SAYING = set("say tell announce report add state write note claim insist explain stress declare acknowledge confirm".split())


def acts_dated(sentence: Sentence, shelf: Shelf) -> list[tuple[int | None, Timex]]:
    """The dates and times of day that a sentence names, apart from vague ones, those on which somebody speaks, and those up to
    which something is; each with the token of the verb whose act is of that time, None where no verb governs it."""
    out, tokens = [], sentence.tokens
    for timex in shelf.timexes.get(sentence.index, ()):
        when, i = timex.when, token_at(sentence, timex.span.start)
        if i is None or not (timex.type in CALENDAR and when.earliest and when.latest and when.precision is not Precision.VAGUE):
            continue
        above = [i, *ancestors(sentence, i)]
        sign = next((tokens[k].text.lower() for k in above if tokens[k].dep in {"prep", "mark"}), "")
        verb = next((k for k in above if tokens[k].pos == "VERB"), None)
        if sign not in _BOUNDS and (verb is None or tokens[verb].lemma.lower() not in SAYING):
            out += [(k, timex) for k in ([verb] if verb is None else conjuncts(sentence, verb))]
    return out


def is_day(when: When) -> bool:
    """Whether a time begins and ends on one day, be it a part of it."""
    return when.earliest == when.latest


def of_one_night(one: When, other: When) -> bool:
    """Whether the one is a night and the other the morning on which it ends ("overnight on Sunday", "early on Monday")."""
    first, second = sorted((one, other), key=lambda w: w.earliest or date.min)
    if first.latest is None or second.earliest is None or (second.earliest - first.latest).days != 1:
        return False
    return first.value[-3:] in {"TNI", "TEV"} and second.value[-3:] in {"TNI", "TMO"}


def same_time(one: When | None, other: When | None) -> bool:
    """Whether two times can be one; an unknown time can be any."""
    if one is None or other is None or one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest
