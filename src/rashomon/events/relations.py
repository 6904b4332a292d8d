"""A sentence and two of its phrases -> the act that the one does to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records import EventType, Sentence, Span, Status
from ..sentences.trees import ancestors
from .nominals import Act
from .predicates import find_acts
from .roles import subjects_of
from .statuses import find_standing

SPECIFIC = 3  # fit of a frame from which it has met a noun or adjective of its own
WEAK = {EventType.STATEMENT: 1.2, EventType.POSITION: 1.2}


@dataclass(frozen=True, slots=True)
class Relation:
    """What `source` does to `target`; `score` grows with how surely the two are actor and recipient of the act (0..1);
    `specific`: its frame met a word of its own beside the verb."""

    type: EventType
    status: Status
    mode: str | None
    cameo: str | None
    trigger: tuple[Span, ...]
    rule: str
    score: float
    specific: bool


def relate(sentence: Sentence, source: Span, target: Span) -> Relation | None:
    """The act of a sentence that best fits a given actor and recipient; None where the sentence holds no act."""
    best: tuple[float, Act] | None = None
    actor = {*_touched(sentence, source)}
    near = actor | _echoes(sentence, actor), {*_touched(sentence, target)}
    for act in find_acts(sentence):
        if act.frame.type is None or (act.frame.noun and not (act.actors or act.recipients)):
            continue
        fit = _fit(sentence, act, *near)
        if best is None or fit > best[0]:
            best = fit, act
    if best is None or best[1].frame.type is None:
        return None
    fit, act = best
    standing = find_standing(sentence, act)
    trigger = tuple(sentence.tokens[i].span for i in sorted(act.trigger))
    score = min(max(fit / 5, 0.05), 0.99)
    return Relation(
        best[1].frame.type, standing.whole, act.frame.mode, act.frame.cameo, trigger, act.frame.name, score, act.fit >= SPECIFIC
    )


def _touched(sentence: Sentence, span: Span) -> Iterator[int]:
    return (i for i, t in enumerate(sentence.tokens) if t.span.overlaps(span))


def _echoes(sentence: Sentence, actor: set[int]) -> set[int]:
    """Pronouns by which a speaker speaks of himself: "Hungary says it will not accept refugees"."""
    found = set()
    for i, token in enumerate(sentence.tokens):
        if token.tag == "PRP" and token.dep == "nsubj":
            for j in ancestors(sentence, i):
                if sentence.tokens[j].dep == "ccomp" and actor & set(subjects_of(sentence, sentence.tokens[j].head)):
                    found.add(i)
                    break
    return found


def _fit(sentence: Sentence, act: Act, source: set[int], target: set[int]) -> float:
    """2 for the right actor, 2 for the right recipient, less for a phrase that only stands below the act; a little for what
    the frame saw, less for a noun and for each clause between the act and the root."""
    parties = set(act.actors) | set(act.recipients) if act.reciprocal else set(act.recipients)
    fit = 0.0
    if source & set(act.actors):
        fit += 2.0
    elif source & set(act.recipients):
        fit -= 0.5
    if target & parties:
        fit += 2.0
    elif target & set(act.actors):
        fit -= 0.5
    elif _below(sentence, act.clause, target):
        fit += 0.7
    fit += 0.15 * act.fit
    fit -= 0.4 if act.frame.noun and act.fit == 0 else 0.0
    fit -= 0.15 * sum(1 for j in ancestors(sentence, act.clause) if sentence.tokens[j].pos in ("VERB", "AUX"))
    return fit - WEAK.get(act.frame.type, 0.0) if act.frame.type is not None else fit


def _below(sentence: Sentence, head: int, tokens: set[int]) -> bool:
    return any(head in ancestors(sentence, i) for i in tokens)
