"""Act -> when: the time that hangs nearest to it in its sentence, open to one side behind "by" or "since", counted on from
"a week after" where only the clause above has a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..records import Sentence, Span, Timex, TimexType, When
from ..times import interval, when_of
from ..times.readings import moved
from ..times.tenses import CARRIED_OUT
from ..times.values import length_in_days
from .nominals import Act
from .roles import has_modal

FAR = 9  # hops: none of the act's own
ABOVE = 7  # a time in the infinitive behind the act
_UP_TO = re.compile(r"\b(by|until|till|through|before|(?:no|not)\s+later\s+than)\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_ASIDE = re.compile(r"(?:\b(?:the|a)\s+(?P<unit>day|week)|\bhours|\bminutes)\s+$", re.IGNORECASE)
_SPOKEN = frozenset(
    "address broadcast comment communique declaration interview letter message remark report resolution speech statement".split()
)
_MODIFIES = frozenset(("compound", "nmod", "amod", "poss", "npadvmod"))


def find_when(sentence: Sentence, act: Act, timexes: list[Timex], text: str, published: When | None) -> tuple[When, Span] | None:
    """When the act was or will be, and where that stands; `text` is the document's, `published` its date."""
    today = published.latest if published is not None else None
    found = _nearest(sentence, act, timexes, today)
    if found is None:
        return None
    hops, timex = found
    if hops and (mark := _mark(sentence, act)) is not None:
        when = _beside(sentence, mark, timex, timexes, text)
        return (when, timex.span) if when is not None else None
    if _is_when(sentence, act, timex):
        return timex.when, timex.span
    return _bounded(sentence, timex, text, today), timex.span


def _is_when(sentence: Sentence, act: Act, timex: Timex) -> bool:
    """Whether the act's clause tells what was then: "until last week, when it agreed"."""
    after = (i for i, t in enumerate(sentence.tokens) if t.span.start >= timex.span.end and t.pos != "PUNCT")
    first = next(after, None)
    return first is not None and sentence.tokens[first].text.lower() == "when" and sentence.tokens[first].head == act.clause


def _nearest(sentence: Sentence, act: Act, timexes: list[Timex], today: date | None) -> tuple[int, Timex] | None:
    """The timex under the act's own verb, then in its clause, then in the clauses above; and how far up it hangs."""
    best: tuple[int, int, bool, int, Timex] | None = None
    for timex in timexes:
        if timex.type is TimexType.SET or (timex.type is TimexType.DURATION and None in (timex.when.earliest, timex.when.latest)):
            continue
        inside = [i for i, t in enumerate(sentence.tokens) if t.span.overlaps(timex.span)]
        if not inside:
            continue
        hops = min(_hops(sentence, i, act) for i in inside)
        ahead = _lies_ahead(timex.when, today)
        if hops >= FAR or (hops == ABOVE and ahead and not has_modal(sentence, act.clause)):
            continue  # "promised to send aid next week"
        if hops and not ahead and _is_intended(sentence, act):
            continue  # "threatened on Thursday to attack"
        first = sentence.tokens[inside[0]]
        before = first.dep in _MODIFIES and first.head not in {act.token, *act.trigger}  # "rejected its April 1 demand"
        key = (hops, _nouns_between(sentence, inside, act), before, abs(inside[0] - act.token), timex)
        if best is None or key[:4] < best[:4]:
            best = key
    return (best[0], best[4]) if best is not None else None


def _lies_ahead(when: When, today: date | None) -> bool:
    return today is not None and None not in (when.earliest, when.latest) and when.earliest >= today < when.latest  # type: ignore[operator]


def _is_intended(sentence: Sentence, act: Act) -> bool:
    """Whether the act is an infinitive behind a verb that does not tell that it came about: "threatened to attack"."""
    token = sentence.tokens[act.clause]
    infinitive = token.tag == "VB" and any(sentence.tokens[k].tag == "TO" for k in token.children)
    return infinitive and token.dep == "xcomp" and sentence.tokens[token.head].lemma not in CARRIED_OUT


def _nouns_between(sentence: Sentence, inside: list[int], act: Act) -> int:
    """How many nouns of other things stand between a time and the act."""
    goals, at, nouns = {act.token, act.clause, *act.trigger}, inside[-1], 0
    for _ in range(12):
        if at in goals or sentence.tokens[at].pos in ("VERB", "AUX") or sentence.tokens[at].head == at:
            break
        nouns += sentence.tokens[at].pos in ("NOUN", "PROPN") and at not in inside
        at = sentence.tokens[at].head
    return nouns


def _hops(sentence: Sentence, i: int, act: Act) -> int:
    """0 where the timex hangs on the act's own words, more where on a clause that the act's belongs to, FAR where elsewhere."""
    goals = {act.token, act.clause, *act.trigger}
    at = _up(sentence, i, goals)
    if at in goals:
        return 0
    if sentence.tokens[at].dep in ("relcl", "acl"):
        noun = sentence.tokens[at].head
        if noun in goals:
            return 1
        if sentence.tokens[noun].lemma in _SPOKEN and _up(sentence, noun, goals) in goals:
            return 2  # "condemned the raid in a statement issued on Monday"
    if (
        sentence.tokens[act.clause].head == act.clause
        and sentence.tokens[at].tag in ("VB", "VBG")
        and sentence.tokens[at].dep != "relcl"
    ):
        if has_modal(sentence, at):
            return FAR  # "said that it would stop on Monday"
        return ABOVE  # a date at the end of "urged it to stop at the summit in March" is more often that of the urging
    j, hops = act.clause, 1
    while j != at:
        token = sentence.tokens[j]
        if token.head == j or token.dep in ("ccomp", "relcl", "acl", "parataxis") or hops > 8:
            return FAR
        j, hops = token.head, hops + 1
    return hops


def _up(sentence: Sentence, i: int, goals: set[int]) -> int:
    """The goal or the verb that is first met above a word."""
    for _ in range(60):
        if i in goals or sentence.tokens[i].pos in ("VERB", "AUX") or sentence.tokens[i].head == i:
            break
        i = sentence.tokens[i].head
    return i


def _mark(sentence: Sentence, act: Act) -> int | None:
    """The "after" or "before" that opens the act's clause."""
    at = act.clause
    for _ in range(4):
        token = sentence.tokens[at]
        for k in token.children:
            if sentence.tokens[k].dep in ("mark", "prep") and sentence.tokens[k].text.lower() in ("after", "before") and k < at:
                return k
        if token.dep != "xcomp" or token.head == at:
            return None
        at = token.head
    return None


def _beside(sentence: Sentence, mark: int, timex: Timex, timexes: list[Timex], text: str) -> When | None:
    """The time of an act told "a week after" or "the day before" the timex of the clause above; as that clause's where only
    "hours" or nothing is told; None where the length is open or the two cannot be counted together."""
    start = sentence.tokens[mark].span.start
    beside = next((t for t in timexes if t.type is TimexType.DURATION and t.span.start < start <= t.span.end + 1), None)
    words = _ASIDE.search(text, max(0, start - 16), start)
    if beside is None and words is None:
        return timex.when
    value = beside.when.value if beside is not None else {"day": "P1D", "week": "P1W"}.get((words["unit"] or "").lower(), "PT1H")  # type: ignore[index]
    days, when = length_in_days(value), timex.when
    if value.startswith("PT"):
        return when
    if days is None or when.earliest is None or when.latest is None:
        return None
    # "A week after it froze the assets": the freezing came a week before.
    side = -1 if sentence.tokens[mark].text.lower() == "after" else 1
    rule, score = f"{when.rule}, counted on", when.score * 0.8
    if (told := re.fullmatch(r"P(\d{1,4})([MY])", value)) is not None:
        then = moved(when.earliest, told[2], side * int(told[1]))
        return when_of(then, "text anchor", rule, score) if then else None
    try:
        step = timedelta(days=side * round(days))
        return interval(when.earliest + step, when.latest + step, "text anchor", rule, score)
    except OverflowError:
        return None


def _bounded(sentence: Sentence, timex: Timex, text: str, today: date | None) -> When:
    """The days up to a deadline ("by Friday"), or from the day that it began ("since 2014")."""
    when, start = timex.when, timex.span.start
    first, last = when.earliest, when.latest
    if first is None or last is None or text[timex.span.end : timex.span.end + 2] in ("'s", "’s"):
        return when
    if _SINCE.search(text, max(0, start - 12), start):
        return _open(when, first, today if today is not None and today > first else None)
    found = _UP_TO.search(text, max(0, start - 24), start)
    if found is None:
        return when
    if found[1].lower() == "before" and not _is_of_a_thing(sentence, timex) and when.edtf == when.value:
        last = first - timedelta(days=1) if first > date.min else first
    return _open(when, today if today is not None and today < last else None, last)


def _is_of_a_thing(sentence: Sentence, timex: Timex) -> bool:
    """ "Before the June summit"."""
    inside = [t for t in sentence.tokens if t.span.overlaps(timex.span)]
    return bool(inside) and inside[-1].dep in _MODIFIES and sentence.tokens[inside[-1].head].pos in ("NOUN", "PROPN")


def _open(when: When, first: date | None, last: date | None) -> When:
    bounds = interval(first, last, when.basis, when.rule, when.score)
    return replace(bounds, rule=f"{when.rule}, {'up to' if first != when.earliest else 'since'}")
