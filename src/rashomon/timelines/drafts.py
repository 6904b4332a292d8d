"""What a finder knows of a step -> Step, with its id, own word or another's, and the chain of who says so."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Affair, Attribution, Event, Place, Sentence, Span, Status, Step, When, content_id, cover
from ..sentences.trees import span_of
from .reports import Report

MOST = 240  # characters of a matter


def make_step(
    report: Report,
    sentence: int,
    affair: Affair,
    stance: str,
    actors: Sequence[str],
    chain: Sequence[Attribution],
    *,
    span: Span,
    counterparts: Sequence[str] = (),
    status: Status = Status.DONE,
    matter: Span | None = None,
    when: When | None = None,
    due: When | None = None,
    place: Place | None = None,
    condition: Span | None = None,
    events: Sequence[Event] = (),
    attributions: Sequence[Attribution] = (),
    own: bool | None = None,
    rule: str,
    score: float,
) -> Step:
    """`chain`: the attributions that the step stands in, innermost first."""
    others = tuple(dict.fromkeys(a for a in counterparts if a not in actors))
    words = shortened(report.in_full(matter)) if matter is not None else ""
    return Step(
        id=content_id("stp", report.document.id, affair.value, stance, span, list(actors), list(others)),
        document=report.document.id,
        sentence=sentence,
        span=cover([span, *([matter] if matter is not None else [])]),
        affair=affair,
        stance=stance,
        actors=tuple(actors),
        counterparts=others,
        status=status,
        own=report.own(actors, chain) if own is None else own,
        matter=words,
        matter_span=matter,
        when=when,
        due=due,
        place=place,
        according_to=tuple(a.id for a in reversed(chain)),
        events=tuple(e.id for e in events),
        attributions=tuple(a.id for a in attributions),
        condition=condition,
        rule=rule,
        score=round(min(1.0, score), 3),
    )


def shortened(words: str) -> str:
    """The words without the signs around them, cut at a word where they run on."""
    bare = words.strip(" ,;:.\"“”'‘’").removeprefix("of ")
    if bare.count('"') % 2:
        bare = bare.replace('"', "")
    if bare.count("“") != bare.count("”"):
        bare = bare.replace("“", "").replace("”", "")
    return bare if len(bare) <= MOST else bare[:MOST].rsplit(" ", 1)[0] + " …"


def trimmed(sentence: Sentence, inside: Sequence[int]) -> list[int]:
    """Tokens from the first to the last word, without signs at the ends."""
    found = sorted(inside)
    while found and sentence.tokens[found[0]].dep == "punct":
        found = found[1:]
    while found and (_closes(sentence, found[-1]) or sentence.tokens[found[-1]].tag in ("WDT", "WP", "CC", "DT", "IN", "TO")):
        found = found[:-1]
    return found


def _closes(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].dep == "punct" and sentence.tokens[i].text not in ")%"


def run(sentence: Sentence, inside: Sequence[int]) -> Span | None:
    """The span from the first to the last of the tokens, trimmed; None where no word is left."""
    found = trimmed(sentence, inside)
    return span_of(sentence, found[0], found[-1]) if found else None


def bounded(sentence: Sentence, words: Sequence[int]) -> list[int]:
    """The words up to an aside behind a comma: ", a trade bloc of four states", ", a week after the day had passed"."""
    tokens = sentence.tokens
    ends = [i for i in words[1:-1] if tokens[i].text == "," and tokens[i + 1].text.lower() in ("a", "an")]
    asides = [i for i in ends if any(tokens[k].dep in ("appos", "npadvmod") and k > i for k in words)]
    return [i for i in words if i < asides[0]] if asides else list(words)
